"""Everything one does with this repository: ``nox -s docs`` builds and proves the site, ``nox -s tests`` tests its machinery."""

import tempfile

import nox

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["docs", "tests"]

PINS, HASHES = "constraints.txt", "constraints-hashes.txt"
PROJECT = nox.project.load_toml("pyproject.toml")
# Python's cache files, written once at installation: without them every import of torch compiles its sources again.
COMPILE = {"UV_COMPILE_BYTECODE": "1"}
# Two at a time. The page of faults reads what became of them from this file; a run of chosen tests leaves the last whole run in place.
TRIALS = ["-n", "2", "--dist", "loadgroup", "--junitxml=build/proofs/faults.xml"]


def install(session, group):
    """Install a dependency group of pyproject.toml at the versions of constraints.txt."""
    session.install("-c", PINS, *nox.project.dependency_groups(PROJECT, group), env=COMPILE)


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
    session.run("pytest", "-m", "fault", *(session.posargs or TRIALS))


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
    """Run the notebooks of the built site as a reader has them, each in a folder with MNIST and nothing else (``-- 01_tensors`` for one)."""
    install(session, "notebooks")
    session.run("python", "docs/_ext/run_notebooks.py", *session.posargs)


@nox.session
def mutate(session):
    """Measure whether the cards and the lessons notice wrong code and wrong results (``-- snippets/tensors/shapes.py`` for one file)."""
    install(session, "docs")
    session.run("python", "docs/_ext/mutate.py", *session.posargs)


@nox.session
def links(session):
    """Check every external link of the built site; it needs a network, so it runs by hand or on a schedule."""
    install(session, "docs")
    session.run("python", "docs/_ext/check_links.py")


@nox.session
def bench(session):
    """Measure what the site costs, and keep the figures in docs/bench.json (``-- growth`` for one part, ``-- --small`` to try it)."""
    install(session, "bench")
    with session.chdir("tests"):
        session.run("python", "-m", "bench", *session.posargs)


@nox.session
def twice(session):
    """Build what is committed twice from nothing, in two folders, and compare every byte, stamps aside. Takes as long as two cold builds."""
    install(session, "docs")
    with tempfile.TemporaryDirectory() as parent:
        folders = [f"{parent}/first", f"{parent}/second copy"]
        for folder in folders:
            session.run("git", "clone", "--quiet", ".", folder, external=True)
            session.run("python", f"{folder}/docs/_ext/build.py")
        session.run("python", "docs/_ext/compare_builds.py", *(f"{folder}/build/html" for folder in folders))


@nox.session
def pins(session):
    """Write the exact versions and their hashes anew from pyproject.toml (``-- --upgrade`` or ``-- --upgrade-package torch``). Needs the network."""
    session.install("uv")
    for file, options in ((PINS, session.posargs), (HASHES, ["--generate-hashes", "--constraint", PINS])):
        session.run("uv", "pip", "compile", "--quiet", "--universal", "--fork-strategy", "fewest", "--python-version", "3.11", "--group", "tests", "--group", "audit", "--no-annotate",
                    "--output-file", file, *options, "pyproject.toml", env={"UV_CUSTOM_COMPILE_COMMAND": "nox -s pins"})


@nox.session
def audit(session):
    """Look every pinned version up in PyPI's list of vulnerabilities. Needs the network."""
    install(session, "audit")
    found = session.run("pip-audit", "--strict", "--disable-pip", "--require-hashes", "--progress-spinner", "off", "--requirement", HASHES, silent=True, success_codes=[0, 1])
    if found is None:  # nox was asked to install only
        return
    session.log(found)
    if "could not be audited" in found or "ConnectionError" in found:
        session.error("expected an answer from PyPI's vulnerability service, found none. Nothing was audited: run it where the network reaches the service.")
    if "No known vulnerabilities found" not in found:
        session.error("expected no known vulnerabilities, found what stands above. Raise the version: nox -s pins -- --upgrade-package NAME")
