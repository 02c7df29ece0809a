"""Measures the build against bare scripts, and the digits lesson against the usual example network: ``nox -s bench``.

All ratios come from one run on one machine. Prints a table and writes ``build/bench.json``. Takes several minutes.
"""

import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import digits_race
import psutil

ROOT = Path(__file__).parents[1]
BUILD = ["docs/_ext/build.py"]


def copy_of_the_tree(folder):
    """What git would commit, in a folder of its own: measuring must not touch the tree that someone works in."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)


def run(command, folder, **variables):
    """Run Python in ``folder``; return (seconds, peak memory of the whole process tree in GiB)."""
    began = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], cwd=folder, env={**os.environ, "MPLBACKEND": "Agg", **variables},
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    peak, done = [0], threading.Event()

    def watch():
        while not done.wait(0.1):
            total = 0
            for member in [process_of(process.pid), *children_of(process.pid)]:
                try:
                    total += member.memory_full_info().pss
                except (psutil.Error, AttributeError):
                    continue
            peak[0] = max(peak[0], total)

    watcher = threading.Thread(target=watch)
    watcher.start()
    error = process.communicate()[1]
    seconds = time.perf_counter() - began
    done.set()
    watcher.join()
    if process.returncode:
        sys.exit(f"bench: expected {command[0]} to succeed, found exit status {process.returncode}:\n{error}")
    return seconds, peak[0] / 2**30


def process_of(pid):
    try:
        return psutil.Process(pid)
    except psutil.Error:
        return None


def children_of(pid):
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        return []


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    if old not in text:
        sys.exit(f"bench: expected {old!r} in {path.name}, found no such text. Choose another edit in tests/bench.py.")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def builds():
    """Seconds and peak memory of the build: cold, unchanged, after one edit; and of the bare scripts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_of_the_tree(folder)
        figures = {}
        print("build, cold ...", flush=True)
        cold, peak = run(BUILD, folder)
        print("bare scripts, one after the other ...", flush=True)
        scripts = sorted((folder / "gallery").glob("*/*.py"))
        bare = {f"{script.parent.name}/{script.stem}": run([str(script)], folder, PROVEN_DATA=str(folder / "build/data"))[0] for script in scripts}
        print("build, unchanged and after edits ...", flush=True)
        unchanged = run(BUILD, folder)[0]
        card = folder / "snippets/tensors/shapes.py"
        change(card, '"""\n\n\ndef', '"""\n\n\n# An edit.\n\n\ndef')
        one_card = run(BUILD, folder)[0]
        lesson = folder / "gallery/01_foundations/01_tensors.py"
        change(lesson, "# %%\n", "# %%\n# An edit.\n#\n")
        one_lesson = run(BUILD, folder)[0]
        figures = {"cold": cold, "peak_gib": peak, "bare": bare, "bare_sum": sum(bare.values()), "unchanged": unchanged,
                   "one_card": one_card, "one_lesson": one_lesson, "one_lesson_bare": bare["01_foundations/01_tensors"]}
    return figures


def table(figures):
    rows = [
        ("build, cold", figures["cold"], f"allowed {figures['bare_sum'] / 2 + 30:.0f}: half of the bare scripts, and 30"),
        (f"the {len(figures['bare'])} scripts bare, one by one", figures["bare_sum"], ""),
        ("build, unchanged", figures["unchanged"], "allowed 10"),
        ("build, one card edited", figures["one_card"], "allowed 15"),
        ("build, one lesson edited", figures["one_lesson"], f"allowed {figures['one_lesson_bare'] + 10:.0f}: its bare run, and 10"),
    ]
    lines = [f"{name:38} {seconds:8.1f} s   {note}" for name, seconds, note in rows]
    lines.append(f"{'peak memory of the cold build':38} {figures['peak_gib']:8.2f} GiB allowed 3")
    race = figures["race"]
    lines.append(f"{'digits, our lesson':38} {race['lesson_seconds']:8.2f} s   test accuracy {race['accuracy']:.4f}")
    lines.append(f"{'digits, the usual example network':38} {race['example_seconds']:8.2f} s   {race['example_epochs']} epochs, test accuracy {race['example_accuracy']:.4f}; "
                 f"{race['ratio']:.1f} times as long, expected 4 at least")
    return "\n".join(lines)


if __name__ == "__main__":
    figures = builds()
    print("digits ...", flush=True)
    figures["race"] = digits_race.race()
    figures["machine"] = {"cores": os.cpu_count(), "system": platform.platform(), "python": platform.python_version(),
                          "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")}
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build/bench.json").write_text(json.dumps(figures, indent=1))
    print(table(figures))
