"""Every lesson as a reader has it: downloaded alone into an empty folder, and started on a system whose processes are spawned."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import course
import pytest

GALLERY = Path(__file__).parents[1] / "gallery"
LESSONS = pytest.mark.parametrize("script", course.scripts(GALLERY), ids=course.name_of)
SPAWN = "import multiprocessing\nmultiprocessing.set_start_method('spawn')\n"


def run_alone(script, folder, data):
    """Run a script in an empty folder, with nothing but its libraries and the data root; the finished process."""
    settings = folder.parent / "settings"
    settings.mkdir()
    (settings / "sitecustomize.py").write_text(SPAWN)
    folder.mkdir()
    copied = folder / script.name
    copied.write_bytes(script.read_bytes())
    environment = {**os.environ, "PROVEN_DATA": str(data), "MPLBACKEND": "Agg", "PYTHONPATH": str(settings), "OMP_NUM_THREADS": "1"}
    return subprocess.run([sys.executable, "-W", "error::DeprecationWarning:__main__", copied.name], cwd=folder, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=300)


@LESSONS
def test_a_lesson_runs_alone_and_leaves_nothing_behind(script, data, tmp_path):
    done = run_alone(script, tmp_path / "empty", data)
    assert done.returncode == 0, done.stdout
    assert [path.name for path in (tmp_path / "empty").iterdir()] == [script.name]


def test_a_script_that_starts_workers_without_a_guard_is_caught(data, tmp_path):
    script = tmp_path / "workers.py"
    script.write_text("from torch.utils.data import DataLoader\nlist(DataLoader([1, 2], num_workers=1))\n")
    done = run_alone(script, tmp_path / "empty", data)
    assert done.returncode != 0 and "bootstrapping phase" in done.stdout


@LESSONS
def test_a_lesson_stands_alone_and_checks_what_it_promises(script):
    source = script.read_text(encoding="utf-8")
    tree = ast.parse(source)
    imported = {name for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))
                for name in ([node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])}
    own = {name for name in imported if name is None or name.split(".")[0] in ("snippets", "docs", "tests")}
    assert not own, f"{script}: expected nothing imported from this repository, found {own}. Write it into the lesson."
    assert "plt.show()" in source, f"{script}: expected a figure, found no plt.show(). Draw one."
    assert re.search(r"\.(set_title|title|suptitle)\(|title=", source), f"{script}: expected a figure with a title, found none. Give it one: plt.title(...)."
    on_the_cpu_for_a_reason = re.search(r'^device = torch\.device\("cpu"\)  # \w+', source, re.MULTILINE)
    assert "torch.accelerator.current_accelerator()" in source or on_the_cpu_for_a_reason, (
        f'{script}: expected torch.accelerator.current_accelerator(), or device = torch.device("cpu")  # and the reason, found neither. CONTRIBUTING.md shows the line.')


@LESSONS
def test_each_exercise_has_a_solution_that_runs_and_checks_itself(script):
    source = script.read_text(encoding="utf-8")
    exercises = (re.search(r"^# Exercises\n# -+\n(.*?)^# %%", source, re.MULTILINE | re.DOTALL) or ["", ""])[1]
    solutions = re.findall(r"^# Solution (\d)\n# \^+\n(.*?)(?=^# %%)", source, re.MULTILINE | re.DOTALL)
    numbers = re.findall(r"^# (\d)\.", exercises, re.MULTILINE)
    assert len(numbers) >= 2, f"{script}: expected a section Exercises with at least two, '# 1.' and '# 2.', found {numbers}. Write them."
    solved = [number for number, _ in solutions]
    assert numbers == solved, f"{script}: expected a cell 'Solution N', underlined with ^, for each of the exercises {numbers}, found {solved}. Write it, with a cell after it."
    for number, solution in solutions:
        assert re.search(r"^\s*assert |assert_close|assert_allclose", solution, re.MULTILINE), f"{script}: expected Solution {number} to check itself, found no assert. Add one."


def test_the_lesson_in_the_guide_is_a_good_one(data, tmp_path):
    script = tmp_path / "gallery/01_foundations/01_square.py"
    script.parent.mkdir(parents=True)
    script.write_text(re.search(r"^```python\n(\"{3}.*?)^```", (GALLERY.parent / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)[1], encoding="utf-8")
    assert course.read(script).title == "A square"
    course.check_links([script], {f"lessons/{course.name_of(each)}" for each in course.scripts(GALLERY)})
    for check in (test_a_lesson_stands_alone_and_checks_what_it_promises, test_each_exercise_has_a_solution_that_runs_and_checks_itself):
        check(script)
    assert run_alone(script, tmp_path / "empty", data).returncode == 0


def test_the_course_can_be_read_in_its_order():
    """What a lesson wants to be read before it comes before it, what is to be read after it comes after it."""
    order = [f"/lessons/{course.name_of(script)}" for script in course.scripts(GALLERY)]
    for script in course.scripts(GALLERY):
        place = order.index(f"/lessons/{course.name_of(script)}")
        fields = dict(re.findall(r"^:(Before|After): +(.*)$", script.read_text(encoding="utf-8"), re.MULTILINE))
        before, after = (re.findall(r":doc:`(.+?)`", fields[field]) for field in ("Before", "After"))
        assert (before or fields["Before"] == "nothing") and all(order.index(name) < place for name in before), f"{script}: expected :Before: nothing or links to earlier lessons, found {before}."
        assert (after or place == len(order) - 1) and all(order.index(name) > place for name in after), f"{script}: expected :After: links to later lessons, or nothing in the last lesson, found {after}."
