"""What happens to machines and to scripts, planted on miniature sites: the build survives it or says what is wrong, and the next build is good.

A test with the mark ``fault`` names the fault and what must happen; the page ``faults.html`` is made of their results.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time

import psutil
import pytest

GOOD_NEXT = "and the next build is good"


def assert_good(site, **variables):
    done = site.build(**variables)
    assert done.returncode == 0, done.stdout
    assert "Proven in" in done.stdout and (site.html / "proof.html").exists()


def assert_refused(done, *expected):
    assert done.returncode != 0, done.stdout
    assert "Proven in" not in done.stdout
    for text in expected:
        assert text in done.stdout, f"{text!r} not in:\n{done.stdout}"


def sources(site):
    """Everything that was written by hand: {file: content}."""
    return {path: path.read_bytes() for name in ("docs", "gallery", "snippets") for path in (site.root / name).rglob("*")
            if path.is_file() and path.suffix != ".pyc"}


# Builds that are killed, and two at once.

class Running:
    """A build at work, in a group of processes of its own."""

    def __init__(self, site, log):
        self.site, self.log = site, log
        with open(log, "w") as output:
            self.process = subprocess.Popen(site.command(), env=site.environment(), stdout=output, stderr=subprocess.STDOUT, start_new_session=True,
                                            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))  # as in a terminal, also where the tests run in the background

    def wait_for(self, moment):
        """Wait until the build has printed a text or, where ``moment`` is a path, made such a file in ``build``."""
        while not (list((self.site.root / "build").glob(moment)) if moment.startswith("./") else moment in self.log.read_text()):
            assert self.process.poll() is None, f"ended before {moment}:\n{self.log.read_text()}"
            time.sleep(0.01)


MOMENTS = ["[1/4]", "./data/MNIST/raw/*", "[2/4]", "./proofs/cards.xml", "[3/4]", "starts", "passed", "./doctrees/environment.pickle", "./html/cards/index.html", "[4/4]"]


@pytest.mark.fault("a build is killed, at ten moments", f"no source is touched, {GOOD_NEXT}")
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_is_survived(site, tmp_path, moment):
    shutil.rmtree(site.root / "build")
    site.data = ""  # it makes its own
    before, building = sources(site), Running(site, tmp_path / "log")
    building.wait_for(moment)
    os.killpg(building.process.pid, signal.SIGKILL)
    building.process.wait()
    assert sources(site) == before
    assert_good(site)


@pytest.mark.fault("a build is killed, but not the processes that it started", f"the next build says that they are at work, as long as they are, {GOOD_NEXT} after them")
def test_what_a_killed_build_started_holds_the_tree(site, tmp_path):
    site.edit("gallery/01_basics/01_adding.py", "total == 5", "total == 5\nimport time\ntime.sleep(5)")
    building = Running(site, tmp_path / "log")
    building.wait_for("starts")
    started = psutil.Process(building.process.pid).children()
    building.process.kill()
    building.process.wait()
    assert_refused(site.build(), "expected to be the only build")
    psutil.wait_procs(started)
    assert_good(site)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.fault("a build is interrupted or told to end", f"it ends with everything that it started and says so, {GOOD_NEXT}")
def test_an_interrupted_build_ends_whole(site, tmp_path, number):
    site.edit("gallery/01_basics/01_adding.py", "total == 5", "total == 5\nimport time\ntime.sleep(300)")
    building = Running(site, tmp_path / "log")
    building.wait_for("starts")
    started = psutil.Process(building.process.pid).children(recursive=True)
    os.killpg(building.process.pid, signal.SIGINT) if number == signal.SIGINT else building.process.terminate()  # a terminal sends Ctrl-C to the whole group
    assert building.process.wait(60) == 1
    assert not psutil.wait_procs(started, timeout=30)[1]
    assert "build: stopped. What was proven until now is kept" in building.log.read_text()
    assert "KeyboardInterrupt" not in building.log.read_text()
    site.edit("gallery/01_basics/01_adding.py", "time.sleep(300)", "")
    assert_good(site)


@pytest.mark.fault("two builds at once in one tree", "the second says that it is, and the first ends well")
def test_only_one_build_at_a_time(site, tmp_path):
    site.edit("gallery/01_basics/01_adding.py", "It is exact.", "It is quite exact.")
    first = Running(site, tmp_path / "log")
    first.wait_for("[1/4]")
    assert_refused(site.build(), "expected to be the only build")
    assert first.process.wait() == 0, first.log.read_text()
    assert "Proven in" in first.log.read_text()


# Machines that lack something. Namespaces of Linux plant it: a disk, a read-only tree or a missing network of one process.

NAMESPACES = bool(shutil.which("unshare")) and subprocess.run(["unshare", "-rmn", "true"], capture_output=True).returncode == 0
needs_namespaces = pytest.mark.skipif(not NAMESPACES, reason="this machine does not let a test have namespaces (unshare)")
BUILD = '"$PYTHON" "$SITE/docs/_ext/build.py"'


def run_in_namespace(site, script):
    return subprocess.run(["unshare", "-rmn", "bash", "-euc", script], env=site.environment(SITE=str(site.root), PYTHON=sys.executable), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=600)


@needs_namespaces
@pytest.mark.fault("the disk is full, with hardly a byte left or in the middle of the pages", f"the build says so, {GOOD_NEXT} once there is room")
@pytest.mark.parametrize("kilobytes", [4, 1000])
def test_a_full_disk_is_named(site, tmp_path, kilobytes):
    done = run_in_namespace(site, f"""
        mkdir "$SITE.disk"; mount -t tmpfs -o size=100m none "$SITE.disk"; rm -r "$SITE/build"; cp -a "$SITE/." "$SITE.disk"; SITE="$SITE.disk"
        free=$(df -k --output=avail "$SITE" | tail -n 1); head -c $(( (free - {kilobytes}) * 1024 )) /dev/zero > "$SITE/filler"
        {BUILD} && exit 3; echo "== room again"; rm "$SITE/filler"
        {BUILD}""")
    full, _, roomy = done.stdout.partition("== room again")
    assert done.returncode == 0 and "Proven in" in roomy, done.stdout
    assert "No space left on device" in full and "write None" not in full and "Proven in" not in full, full


@needs_namespaces
@pytest.mark.fault("the tree is read-only", f"the build says so, nothing is lost, {GOOD_NEXT} once it is not")
def test_a_read_only_tree_is_named(site):
    before = sources(site)
    done = run_in_namespace(site, f'mount --bind "$SITE" "$SITE"; mount -o remount,bind,ro "$SITE"; {BUILD}')
    assert_refused(done, "build: expected to read and write", "Read-only file system. Make room or give access")
    assert "Traceback" not in done.stdout and sources(site) == before
    assert_good(site)


@pytest.fixture(scope="session")
def bare(built, tmp_path_factory):
    """The miniature site, built on a machine without network, compiler, accelerator and locale, in a folder with a space and Korean letters."""
    site = built.copy(tmp_path_factory.mktemp("bare"))
    shutil.rmtree(site.root / "build")
    environment = {name: value for name, value in site.environment(PATH="/nowhere", LC_ALL="C", CUDA_VISIBLE_DEVICES="").items() if name not in ("LANG", "CC", "CXX")}
    command = [*([shutil.which("unshare"), "-rn"] if NAMESPACES else []), *site.command()]
    site.done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
    site.printed = site.done.stdout.decode("utf-8")
    return site


def assert_survived(bare):
    assert bare.done.returncode == 0, bare.printed
    assert "Proven in" in bare.printed


@needs_namespaces
@pytest.mark.fault("there is no network", "the build needs none")
def test_a_build_needs_no_network(bare):
    assert_survived(bare)


@pytest.mark.fault("the locale is C", "the build is as good as in any other")
def test_a_build_needs_no_locale(bare):
    assert_survived(bare)
    assert f"Open {bare.html / 'index.html'}" in bare.printed


@pytest.mark.fault("the path has spaces and Korean letters in it", "the build is as good as in any other")
def test_a_build_does_well_in_any_folder(bare):
    assert_survived(bare)
    assert "작은 site" in str(bare.root) and (bare.html / "lessons/01_basics/01_adding.html").exists()


@pytest.mark.fault("there is no accelerator", "the build runs on the CPU and names the claims that it could not settle")
def test_a_build_needs_no_accelerator(bare):
    assert_survived(bare)
    assert json.loads((bare.root / "build/proofs/environment.json").read_text())["device"] == "cpu"
    assert "1 claims have a half that needs a GPU, and this build had none" in (bare.html / "proof.html").read_text(encoding="utf-8")


COMPILED = '''

def compiled():
    """A compiled function doubles.

    >>> import torch
    >>> torch.compile(lambda x: 2 * x + 1)(torch.tensor([3.5]))
    tensor([8.])
    """
'''


@pytest.mark.fault("there is no compiler", f"what compiles fails and is named, everything else is good, {GOOD_NEXT} where there is one")
def test_a_missing_compiler_is_named(bare, site, tmp_path):
    assert_survived(bare)
    with open(site.root / "snippets/basics/adding.py", "a") as module:
        module.write(COMPILED)
    caches = {"TORCHINDUCTOR_CACHE_DIR": str(tmp_path / "cache"), "CUDA_VISIBLE_DEVICES": ""}
    done = site.build(PATH="/nowhere", CC="", CXX="g++", **caches)
    assert_refused(done, "card compiled", "cards that failed, 1 of 3", "compiler")
    assert_good(site, **caches)


@pytest.mark.parametrize("old, new, expected", [
    pytest.param('"torch==2.14.1"', '"torch==2.13.0"', "version: expected torch==2.13.0, as pyproject.toml says, found 2.14.1",
                 marks=pytest.mark.fault("torch has another version", "the build says so before it runs anything")),
    pytest.param('"torchaudio==2.11.0"', '"torchaudio==2.14.0"', "version: expected torchaudio==2.14.0, as pyproject.toml says, found 2.11.0",
                 marks=pytest.mark.fault("torchaudio has another version", "the build says so before it runs anything")),
    pytest.param('"tensorboard"', '"tensorbored"', "version: expected tensorbored, as pyproject.toml says, found it not installed. Install what it names",
                 marks=pytest.mark.fault("an optional library is missing", "the build says so before it runs anything")),
])
def test_a_wrong_or_missing_library_is_named(site, old, new, expected):
    site.edit("pyproject.toml", old, new)
    done = site.build()
    assert_refused(done, expected)
    assert "[1/4]" not in done.stdout and "Traceback" not in done.stdout


@pytest.mark.fault("torch or torchaudio is installed and broken", "the build names it and its reason")
@pytest.mark.parametrize("library, expected", [("torch", "torch: expected to import it, found: OSError: no libcudart"),
                                               ("torchaudio", "snippets/basics/adding.py, line 7, card sums")])
def test_a_broken_library_is_named(site, tmp_path, library, expected):
    (tmp_path / "broken" / library).mkdir(parents=True)
    (tmp_path / "broken" / library / "__init__.py").write_text("raise OSError('no libcudart')\n")
    site.edit("snippets/basics/adding.py", "    >>> import torch\n", "    >>> import torch, torchaudio\n")
    assert_refused(site.build(PYTHONPATH=str(tmp_path / "broken")), expected, "no libcudart")


# Lessons and cards that misbehave.

def plant(site, name, code):
    """Add a lesson."""
    header = f'"""\n{name}\n{"=" * len(name)}\n\n:Level: beginner\n:Before: nothing\n:After: nothing\n"""\n\n# %%\n# It misbehaves.\n\n'
    (site.root / f"gallery/01_basics/{name}.py").write_text(header + code, encoding="utf-8")


def uproot(site):
    """Remove every planted lesson."""
    for script in site.root.glob("gallery/01_basics/*.py"):
        if script.stem != "01_adding":
            script.unlink()


LEAVES_PROCESSES = """\
import multiprocessing
import subprocess
import sys
import time

subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", {mark!r}])
multiprocessing.get_context("fork").Process(target=time.sleep, args=(600,), daemon=True).start()
"""
CHANGES_STATE = """\
import builtins
import os
import sys
import torch

torch.set_default_dtype(torch.float64)
torch.set_grad_enabled(False)
torch.use_deterministic_algorithms(True)
os.environ["PROVEN_CHANGED"] = "yes"
sys.path.insert(0, "changed")
os.chdir("/")
builtins.changed = True  # shows that the next lesson ran in the same process
"""
SEES_STATE = """\
import builtins
import os
import sys
import torch

assert builtins.changed
assert torch.get_default_dtype() == torch.float32 and torch.is_grad_enabled() and not torch.are_deterministic_algorithms_enabled()
assert "PROVEN_CHANGED" not in os.environ and "changed" not in sys.path and os.getcwd() != "/"
"""


@pytest.fixture(scope="session")
def misbehaved(built, tmp_path_factory):
    """The miniature site with lessons that take or leave too much, built with all of them in one process."""
    site = built.copy(tmp_path_factory.mktemp("misbehaved"))
    plant(site, "02_leaves_processes", LEAVES_PROCESSES.format(mark=str(site.root)))
    plant(site, "03_takes_memory", "import torch\n\ntorch.empty(3 * 2**30, dtype=torch.uint8)\n")
    plant(site, "04_keeps_memory", "import sys\nimport torch\n\nsys.kept = torch.ones(2**29, dtype=torch.uint8)\n")
    plant(site, "05_changes_state", CHANGES_STATE)
    plant(site, "06_sees_state", SEES_STATE)
    site.done = site.build(PROVEN_JOBS="1", PROVEN_LESSON_GIB="1", CUDA_VISIBLE_DEVICES="")
    return site


@pytest.mark.fault("a lesson leaves processes behind", "they are stopped, and the build names the lesson")
def test_left_processes_are_stopped_and_named(misbehaved):
    assert_refused(misbehaved.done, "gallery/01_basics/02_leaves_processes.py", "expected lesson 01_basics/02_leaves_processes to end its processes, found 2 still running")
    marks = [argument for process in psutil.process_iter(["cmdline"]) for argument in process.info["cmdline"] or []]
    assert str(misbehaved.root) not in marks


@pytest.mark.fault("a lesson takes too much memory", "its allocation fails, not the machine, and the build names the lesson")
def test_too_much_memory_is_refused_and_named(misbehaved):
    assert_refused(misbehaved.done, "gallery/01_basics/03_takes_memory.py", "A lesson may take 1 GiB. Make it smaller, or set PROVEN_LESSON_GIB.")


@pytest.mark.fault("a lesson leaks memory", "the build names the lesson and how much it kept")
def test_kept_memory_is_named(misbehaved):
    assert_refused(misbehaved.done, "gallery/01_basics/04_keeps_memory.py", "expected lesson 01_basics/04_keeps_memory to give its memory back, found 0.5 GiB more")


@pytest.mark.fault("a lesson changes global state", "the next lesson does not see it")
def test_changed_state_is_put_back(misbehaved):
    for name in ("05_changes_state", "06_sees_state"):
        assert f"lesson 01_basics/{name} passed" in misbehaved.done.stdout, misbehaved.done.stdout


@pytest.mark.fault("lessons that misbehaved are removed", "the next build is good")
def test_the_build_after_lessons_that_misbehaved_is_good(misbehaved):
    uproot(misbehaved)
    assert_good(misbehaved)
    assert not (misbehaved.html / "lessons/01_basics/02_leaves_processes.html").exists()


@pytest.fixture(scope="session")
def hung(built, tmp_path_factory):
    """The miniature site with a lesson that waits for ever and one that stays in compiled code for ever, built."""
    site = built.copy(tmp_path_factory.mktemp("hung"))
    plant(site, "02_waits", "import time\n\ntime.sleep(600)\n")
    plant(site, "03_computes", "import itertools\n\nany(itertools.repeat(0))\n")
    site.done = site.build(PROVEN_JOBS="2", PROVEN_LESSON_SECONDS="15")
    return site


@pytest.mark.fault("a lesson hangs", "its time limit stops it, and the other lessons run on")
def test_a_lesson_that_hangs_is_stopped(hung):
    assert "lesson 01_basics/02_waits failed after" in hung.done.stdout, hung.done.stdout
    assert "expected lesson 01_basics/02_waits to end within 15 s" in (hung.root / "build/proofs/lessons.xml").read_text()


@pytest.mark.fault("a lesson hangs in compiled code", f"the build ends, names it and its line, {GOOD_NEXT} without it")
def test_a_lesson_that_hangs_in_compiled_code_ends_the_build(hung):
    assert_refused(hung.done, "lessons: expected 01_basics/03_computes to end within 15 s, found it still at work in compiled code", "03_computes.py\", line 15")
    uproot(hung)
    assert_good(hung)


@pytest.mark.fault("the process of a lesson is killed, as a machine without memory does", f"the build names the lesson, {GOOD_NEXT} without it")
def test_a_lesson_whose_process_dies_is_named(site):
    plant(site, "02_dies", "import os\n\nos.kill(os.getpid(), 9)\n")
    assert_refused(site.build(PROVEN_JOBS="2"), "lessons: expected 01_basics/02_dies to run to the end, found that a process died in the middle")
    uproot(site)
    assert_good(site)


HANGS = '''"""Waiting"""


def waits():
    """It waits for ever.

    >>> import time
    >>> time.sleep(600)
    >>> 1 + 1
    2
    """
'''


@pytest.mark.fault("a card hangs", f"its time limit stops it, the build names it, {GOOD_NEXT} without it")
@pytest.mark.parametrize("alone", [True, False])
def test_a_card_that_hangs_is_named(site, alone):
    (site.root / "snippets/basics/waiting.py").write_text(HANGS)
    if not alone:  # two modules run side by side
        site.edit("snippets/basics/adding.py", "2.5)\n    5.0", "3.5)\n    7.0")
    assert_refused(site.build(PROVEN_CARD_SECONDS="40", PROVEN_JOBS="2"), "snippets.basics.waiting.waits", "within 40 s (PROVEN_CARD_SECONDS)")
    (site.root / "snippets/basics/waiting.py").unlink()
    assert_good(site)


# The page of all this.

RESULTS = """<testsuites><testsuite timestamp="2026-01-02T03:04:05+00:00">
<testcase><properties><property name="fault" value="a lesson hangs"/><property name="must" value="it is stopped"/></properties></testcase>
<testcase><properties><property name="fault" value="a lesson hangs"/><property name="must" value="it is stopped"/></properties><failure message="no"/></testcase>
<testcase><properties><property name="fault" value="the disk is full"/><property name="must" value="the build says so"/></properties><skipped message="no disk"/></testcase>
<testcase name="of something else"/></testsuite></testsuites>"""


def test_the_page_of_faults_shows_each_result_and_says_when_there_is_none(site):
    def page(name):
        return (site.html / name).read_text(encoding="utf-8")

    assert "Run <code" in page("faults.html").partition("without that trial.")[2] and "without that trial" in page("proof.html")
    (site.root / "build/proofs/faults.xml").write_text(RESULTS)
    assert_good(site)
    cells = ["<p>a lesson hangs</p>", "<p>it is stopped</p>", "<p>1 of 2 passed, 1 failed</p>", "<p>the disk is full</p>", "<p>the build says so</p>", "<p>skipped, no disk</p>"]
    places = [page("faults.html").index(cell) for cell in cells]
    assert places == sorted(places) and "Last tried on 2026-01-02" in page("faults.html") and "something else" not in page("faults.html")
    assert "2 faults were planted in 3 trials on 2026-01-02; 1 of 3 passed, 1 failed, 1 skipped, no disk" in page("proof.html")


def test_every_planted_fault_is_named_by_its_mark(request):
    """The page is made of what the marks say: a fault and what must happen."""
    marked = [item for item in request.session.items if item.get_closest_marker("fault")]
    assert marked and all(dict(item.user_properties).keys() == {"fault", "must"} for item in marked)
