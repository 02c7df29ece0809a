"""Runs the mutants of one lesson, and notes which of them its checks do not notice.

The lesson runs cell by cell. Before a cell the process forks for each of its mutants: the copy runs the changed cell and the rest,
and notices the change when something raises. So what comes before a cell is paid for once. Not changed is what no check could
notice, see ``unnoticed``. A process of its own for each lesson, see ``mutate``.
"""

import ast
import contextlib
import os
import shutil
import sys
import tempfile
import time
import types
from pathlib import Path

import matplotlib
import mutants
import state
import torch
import unnoticed
from data import ROOT
from forked import ending
from sphinx_gallery.py_source_parser import split_code_and_text_blocks

SECONDS = 20  # of a processor: of a slow lesson only as many mutants are tried as take about this long, evenly chosen
FEWEST = 8  # however slow the lesson is
LONGEST = 500  # seconds for a lesson that is not changed


class Unmeasured(Exception):
    """Why a lesson cannot be measured."""


def cells_of(script, left_out):
    """The cells of code of a lesson, each at its own lines, and the mutants of each: ``[(source, [(what, source)])]``."""
    places = unnoticed.places(ast.parse(script.read_text(encoding="utf-8")))
    sources = ["\n" * (line - 1) + text for kind, text, line, *_ in split_code_and_text_blocks(str(script))[1] if kind == "code"]
    found = [(source, mutants.changed_code(source, lambda place: not any(first <= place < last for first, last in places))) for source in sources]
    return [(source, [(what, changed) for what, changed in changes if not is_left_out(what, left_out)]) for source, changes in found]


def is_left_out(what, left_out):
    """Whether a mutant is listed as one that changes nothing; ``x = ...`` stands for all that begin so."""
    return any(what == listed or listed.endswith("...") and what.startswith(listed[:-3]) for listed in left_out)


def run(sources, script, names):
    for source in sources:
        exec(compile(source, script, "exec"), names)


@contextlib.contextmanager
def files_kept(folder):
    """Put back what is in a folder: a lesson's own files, which a mutant would change."""
    kept = folder.with_name(folder.name + ".kept")
    shutil.copytree(folder, kept, ignore=shutil.ignore_patterns("pymp-*"))  # sockets of multiprocessing
    yield
    for path in set(folder.iterdir()) - set(folder.glob("pymp-*")):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    shutil.rmtree(kept)


def ending_here(work, limit):
    """How a copy of this process ends (see ``ending``), the lesson's files put back afterwards."""
    with files_kept(Path.cwd()):
        return ending(work, limit)


def seconds_of(sources, script, names):
    """How long each cell keeps a processor busy, its other processes included, in a run without a change."""
    reading, writing = os.pipe()

    def timed():
        for source in sources:
            start = sum(os.times()[:4])
            run([source], script, names)
            os.write(writing, f"{sum(os.times()[:4]) - start}\n".encode())

    code = ending_here(timed, LONGEST)
    os.close(writing)
    with open(reading) as lines:
        seconds = [float(line) for line in lines]
    if code != 0 or len(seconds) < len(sources):
        raise Unmeasured(f"it {f'takes longer than {LONGEST} s' if code is None else 'fails'} unchanged, in cell {len(seconds) + 1} of code")
    return seconds


def measure(script, left_out):
    """Everything about one lesson: how many mutants were tried and noticed, and the survivors."""
    name, began = f"{script.parent.name}/{script.stem}", time.perf_counter()
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    cells = cells_of(script, left_out)
    sources = [source for source, _ in cells]
    imports = [node for node in ast.parse(script.read_text(encoding="utf-8")).body if isinstance(node, (ast.Import, ast.ImportFrom))]
    exec(compile(ast.Module(imports, []), script, "exec"), {})  # once for all copies
    seconds = seconds_of(sources, script, vars(main))
    found = [(index, what, changed) for index, (_, changes) in enumerate(cells) for what, changed in changes]
    cost = sum(seconds[index] + sum(seconds[index:]) / 4 for index, *_ in found)  # most mutants are noticed early
    chosen, survivors = found[::max(1, min(round(cost / SECONDS), len(found) // FEWEST))], []
    for index, source in enumerate(sources):
        rest, limit = sources[index + 1:], int(10 * sum(seconds[index:])) + 20
        for what, changed in ((what, changed) for place, what, changed in chosen if place == index):
            code = ending_here(lambda changed=changed, rest=rest: run([changed, *rest], script, vars(main)), limit)
            if code is None and ending_here(lambda index=index: run(sources[index:], script, vars(main)), limit) != 0:
                raise Unmeasured(f"the copy of its process hangs without a change, from cell {index + 1} of code")
            survivors += [[name, "lesson", what]] if code == 0 else []
        run([source], script, vars(main))
    tried = len(chosen)
    return {"tried": {"lesson": tried}, "noticed": {"lesson": tried - len(survivors)}, "survivors": survivors, "unmeasured": [],
            "found": len(found), "seconds": round(time.perf_counter() - began, 1)}


def main(told):
    """Measure the lesson that is told of, in a folder of its own."""
    matplotlib.use("Agg")
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), state.fresh_torch():
        torch.set_num_threads(1)  # a process with threads cannot be copied safely
        state.deprecations_are_errors()
        work = Path(folder) / "work"
        work.mkdir()
        os.chdir(work)
        os.environ["TMPDIR"] = tempfile.tempdir = str(work)
        try:
            return measure(Path(told["script"]), told["left_out"])
        except Unmeasured as problem:
            return {"unmeasured": [f"{Path(told['script']).relative_to(ROOT)} cannot be measured: {problem}"]}
