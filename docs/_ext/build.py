"""Builds the site and proves it: data, cards, lessons, pages, gate. ``nox -s docs`` runs this; the first thing that is not so stops it.

``python docs/_ext/build.py [--full-data]``
"""

import argparse
import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time

import archives
import card_runs
import data
import gate
import proofs
import psutil
import versions
from catalogue import Catalogue
from data import ROOT
from files import write_beside
from refusals import Refusal

BUILD = ROOT / "build"
STEPS = ("data", "cards", "lessons and pages", "gate")


def step(name, began=time.perf_counter()):
    print(f"[{STEPS.index(name) + 1}/{len(STEPS)}] {name} ({time.perf_counter() - began:.1f} s so far)", flush=True)


def only_build():
    """Hold the tree: two builds at once would write over each other. The lock goes with the last process of the build that works in it."""
    BUILD.mkdir(exist_ok=True)
    lock = open(BUILD / ".lock", "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise SystemExit(f"build: expected to be the only build in {ROOT}, found another one at work. Wait for it, or stop it.") from None
    os.set_inheritable(lock.fileno(), True)
    return lock


def stage():
    """Copy the hand-written pages to ``build/source``, where the generated ones join them; remove pages that are gone."""
    source = BUILD / "source"
    pages = {path.relative_to(ROOT / "docs"): path for path in (ROOT / "docs").glob("*.md")}
    source.mkdir(exist_ok=True)
    for old in source.glob("*.md"):
        if old.relative_to(source) not in pages:
            old.unlink()
    for relative, path in pages.items():
        target = source / relative
        if not target.exists() or target.read_bytes() != path.read_bytes():
            shutil.copyfile(path, target)


def state_of_pages():
    """A hash of everything that the pages are made of, and of what was made: as long as it stays the same, Sphinx has nothing to do."""
    def files(*folders):
        return [path for folder in folders for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]

    written = {path for path in files(BUILD / "proofs") if path.name != "apis.json"}  # the gate writes that one afterwards
    read = {str(path.relative_to(ROOT)): proofs.digest(path.read_bytes()) for path in [*files(ROOT / "docs", ROOT / "gallery", ROOT / "snippets"), *written]}
    made = {str(path.relative_to(ROOT)): (path.stat().st_size, path.stat().st_mtime_ns) for path in files(BUILD / "html", BUILD / "source")}
    return proofs.digest(read, made, {name: value for name, value in os.environ.items() if name.startswith("PROVEN_")})


def run_sphinx(builder, doctrees, target, root, *options, **more):
    """Run a builder of Sphinx on the staged pages; the finished process."""
    command = [sys.executable, "-m", "sphinx", "-b", builder, "-q", "-c", ROOT / "docs", "-d", doctrees, *options, BUILD / "source", target]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "PROVEN_DATA": root, "MPLBACKEND": "Agg"}, **more)


def sphinx(prepared):
    """Run the lessons and write the pages. What an interrupted build left half written is thrown away first."""
    finished, unfinished = BUILD / ".finished", BUILD / ".unfinished"
    if finished.exists() and not unfinished.exists() and finished.read_text() == state_of_pages():
        print("  nothing changed since the last build", flush=True)
        return
    if unfinished.exists():
        for name in ("html", "doctrees"):
            shutil.rmtree(BUILD / name, ignore_errors=True)
    unfinished.touch()
    stage()
    options = ["-W", "-n", "-j", str(proofs.parallel_jobs())]
    if run_sphinx("html", BUILD / "doctrees", BUILD / "html", prepared["root"], *options, close_fds=False).returncode:  # it holds the lock too
        raise SystemExit("pages: Sphinx stopped; the reason stands above.")
    archives.pack(BUILD / "source", BUILD / "html")
    unfinished.unlink()
    write_beside(finished, state_of_pages().encode())


def end(number, frame):
    """To be told to end is to be interrupted, and everything that this build started ends too, as with Ctrl-C in a terminal."""
    for process in psutil.Process().children(recursive=True):
        process.terminate()  # not interrupted: what runs in the background of a shell ignores that
    raise KeyboardInterrupt


def main():
    parser = argparse.ArgumentParser(description="Build the site and prove it.")
    parser.add_argument("--full-data", action="store_true", help="download the real MNIST and use it (the only step that needs a network)")
    arguments = parser.parse_args()
    began = time.perf_counter()
    lock = only_build()
    versions.check(ROOT / "pyproject.toml")
    step("data")
    prepared = data.prepare(arguments.full_data)
    print(f"  {prepared['mnist']}", flush=True)
    detecting = proofs.detect()
    catalogue = Catalogue(ROOT, {})  # what cannot be proven is refused before anything runs
    environment = catalogue.environment = proofs.environment({"mnist": prepared["mnist"], "files": prepared["files"]}, detecting)
    write_beside(BUILD / "proofs" / "environment.json", json.dumps(environment, indent=1).encode())
    step("cards")
    card_runs.prove(catalogue.modules, environment)
    step("lessons and pages")
    sphinx(prepared)
    step("gate")
    gate.check(catalogue, BUILD / "html")
    write_beside(BUILD / "proofs" / "apis.json", json.dumps(catalogue.apis, indent=1).encode())
    print(gate.report(catalogue, time.perf_counter() - began))
    print(f"Open {BUILD / 'html' / 'index.html'}", flush=True)
    lock.close()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, end)
    try:
        main()
    except Refusal as error:
        sys.exit(f"{type(error).__name__.removesuffix('Error').lower()}: {error}")
    except KeyboardInterrupt:
        sys.exit("build: stopped. What was proven until now is kept; build again to go on.")
    except OSError as error:
        sys.exit(f"build: expected to read and write {error.filename}, found: {error.strerror}. Make room or give access, and build again.")
