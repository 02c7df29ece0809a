"""Everything one does with this repository: ``nox -s docs`` builds and proves the site, ``nox -s tests`` tests its machinery."""


import nox

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["docs", "tests"]

PROJECT = nox.project.load_toml("pyproject.toml")
# Python's cache files, written once at installation: without them every import of torch compiles its sources again.
COMPILE = {"UV_COMPILE_BYTECODE": "1"}
# Where the page of faults reads what became of them; a run of chosen tests leaves the last whole run in place.
TRIALS = ["--junitxml=build/proofs/faults.xml"]


def install(session, group):
    """Install a dependency group of pyproject.toml at the versions of constraints.txt."""
    session.install("-c", "constraints.txt", *nox.project.dependency_groups(PROJECT, group), env=COMPILE)


@nox.session
def docs(session):
    """Build the site and prove everything on it. ``-- --full-data`` downloads and uses the real MNIST."""
    install(session, "docs")
    session.run("python", "docs/_ext/build.py", *session.posargs)


@nox.session
def tests(session):
    """Test the site's own machinery on miniature sites."""
    install(session, "tests")
    session.run("pytest", *(session.posargs or TRIALS))


@nox.session
def faults(session):
    """Plant every fault that the build must survive or explain; the next build shows the results."""
    install(session, "tests")
    session.run("pytest", "-m", "fault", "-n", "2", "--dist", "loadgroup", *(session.posargs or TRIALS))


@nox.session
def serve(session):
    """Build on every save, and serve the site on 127.0.0.1:8000 (``-- PORT`` for another port)."""
    install(session, "docs")
    session.run("python", "docs/_ext/serve.py", *session.posargs)


@nox.session
def browser(session):
    """Test every page of the built site in headless Chromium; build it first with ``nox -s docs``."""
    install(session, "browser")
    session.run("pytest", "-n", "2", "tests/browser", *session.posargs)


@nox.session
def notebooks(session):
    """Run the notebooks of the built site, each in an empty folder, as a reader has them (``-- 01_tensors`` for one)."""
    install(session, "notebooks")
    session.run("python", "docs/_ext/run_notebooks.py", *session.posargs)


@nox.session
def mutate(session):
    """Measure whether the cards notice wrong code and wrong results (``-- snippets/tensors/shapes.py`` for one module)."""
    install(session, "docs")
    session.run("python", "docs/_ext/mutate.py", *session.posargs)


@nox.session
def links(session):
    """Check every external link of the built site; it needs a network, so it runs by hand or on a schedule."""
    install(session, "docs")
    session.run("python", "docs/_ext/check_links.py")


@nox.session
def bench(session):
    """Measure the build against bare scripts, and the digits lesson against the usual example network."""
    install(session, "tests")
    session.run("python", "tests/bench.py", *session.posargs)
