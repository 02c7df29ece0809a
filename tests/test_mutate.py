"""The measurement of what cards notice: a mutant that is known to be noticed, and one that is known to survive, must come out so."""

import json
import time

import lesson_mutants
import mutants
import mutate
import pytest
import torch

STRONG = '''"""Strong

One card that notices everything.
"""


def doubled(number: float) -> float:
    """``torch.add`` adds numbers.

    >>> import torch
    >>> from snippets.basics.strong import doubled
    >>> torch.add(torch.tensor([1, 2]), torch.tensor([3, 5]))
    tensor([4, 7])
    >>> doubled(2.5)
    5.0
    >>> torch.arange(2).view(3)
    Traceback (most recent call last):
        ...
    RuntimeError: shape '[3]' is invalid for input of size 2
    """
    return number + number
'''

WEAK = '''"""Weak

One card that notices little.
"""


def sums():
    """``torch.sum`` gives one number.

    >>> import torch
    >>> torch.sum(torch.tensor([1, 2])) != 7
    tensor(True)
    """
'''

LESSON = '''"""
Checks
======

One cell notices everything, one notices nothing.

:Level: beginner
:Before: nothing
:After: nothing
"""

# %%
# Noticed
# -------
# The check is exact.

import matplotlib.pyplot as plt
import torch

torch.manual_seed(4)
total = torch.tensor([1, 2]).sum()
assert total == 3

# %%
# Not noticed
# -----------
# Any product is more than none.

product = torch.tensor(2) * 3
print("ten times as much:", product * 10)
assert product > 0

# %%
# Drawn
# -----
# The picture has no mutants, nor has what is made for it.

heights = [4, 5 + 6]
figure, axes = plt.subplots(figsize=(3, 2))
axes.plot(heights)
plt.show()
'''


def measure(site, *arguments):
    return site.run("mutate.py", *arguments)


@pytest.fixture
def measured(site):
    (site.root / "snippets/basics/strong.py").write_text(STRONG)
    (site.root / "snippets/basics/weak.py").write_text(WEAK)
    return site


def results(site):
    return json.loads((site.root / "build/proofs/mutation.json").read_text())


def test_a_strong_card_notices_all_and_a_weak_one_does_not(measured):
    done = measure(measured)
    assert done.returncode == 1 and "expected more mutants to be noticed, found, in percent: code" in done.stdout
    strong, weak = results(measured)["snippets/basics/strong.py"], results(measured)["snippets/basics/weak.py"]
    assert strong["survivors"] == [] and strong["tried"] == strong["noticed"]
    assert strong["tried"] == {"output": 6, "deletion": 3, "code": 10, "sabotage": 1}
    kinds = {kind for _, kind, _ in weak["survivors"]}
    assert kinds == {"code", "sabotage"} and weak["noticed"]["output"] == weak["tried"]["output"] == 1
    assert ["basics.weak.sums", "sabotage", "sum, torch [returns a wrong result]"] in weak["survivors"]
    assert "survivor  basics.weak.sums  code: torch.sum(torch.tensor([1, 2])) != 7 [1 at column 24 becomes 2]" in done.stdout


def test_only_what_changed_is_measured_again_and_named_modules_alone(measured):
    first = measure(measured, str(measured.root / "snippets/basics/strong.py"))
    assert first.returncode == 0 and "That is enough: output at least 100 %" in first.stdout
    assert list(results(measured)) == ["snippets/basics/strong.py"]
    again = measure(measured, str(measured.root / "snippets/basics/strong.py"))
    assert "1 of" not in again.stdout and "1 modules and lessons" in again.stdout
    measured.edit("snippets/basics/strong.py", "adds numbers", "adds tensors")
    assert "1 of 1" in measure(measured, str(measured.root / "snippets/basics/strong.py")).stdout


def test_an_equivalent_mutant_needs_a_reason_and_leaves_the_count(measured):
    entry = "- card: basics.weak.sums\n  kind: sabotage\n  mutant: sum, torch [returns a wrong result]\n"
    (measured.root / "docs/equivalents.yaml").write_text(entry)
    assert "expected entries with card, kind, mutant (or a list of mutants) and reason" in measure(measured).stdout
    (measured.root / "docs/equivalents.yaml").write_text(entry.replace("weak.sums", "weak.sum") + "  reason: only to test\n")
    assert "docs/equivalents.yaml: expected the name of a card or lesson, found 'basics.weak.sum'. Is it basics.weak.sums?" in measure(measured).stdout
    (measured.root / "docs/equivalents.yaml").write_text(entry + "  reason: only to test\n")
    printed = measure(measured, str(measured.root / "snippets/basics/weak.py")).stdout
    assert "survivor  basics.weak.sums  code: " in printed and "sabotage" not in printed


def test_an_entry_may_name_several_mutants_and_those_that_are_no_survivors_are_reported(measured):
    several = """- card: basics.weak.sums
  kind: code
  mutants:
  - torch.sum(torch.tensor([1, 2])) != 7 [1 at column 24 becomes 2]
  - torch.sum(torch.tensor([1, 2])) != 7 [1 at column 24 becomes 9]
  reason: only to test
"""
    (measured.root / "docs/equivalents.yaml").write_text(several)
    printed, gone = measure(measured).stdout, "listed in equivalents.yaml, but noticed or gone  basics.weak.sums  code: torch.sum(torch.tensor([1, 2])) != 7 [1 at column 24 becomes "
    assert "survivor  basics.weak.sums  code: torch.sum(torch.tensor([1, 2])) != 7 [1 at" not in printed
    assert gone + "9]" in printed and gone + "2]" not in printed
    assert "noticed or gone" not in measure(measured, str(measured.root / "snippets/basics/strong.py")).stdout


def test_an_unknown_module_is_named(site):
    done = measure(site, str(site.root / "snippets/basics/none.py"))
    assert done.returncode == 1 and "found snippets/basics/none.py" in done.stdout


def test_a_module_that_cannot_be_measured_is_named_and_the_others_are_measured(measured):
    (measured.root / "snippets/basics/ending.py").write_text(WEAK.replace("Weak", "Ending").replace(
        ">>> torch.sum(torch.tensor([1, 2])) != 7\n    tensor(True)", ">>> import os\n    >>> [int, os.abort][0]()\n    0"))
    measured.edit("snippets/basics/weak.py", "tensor(True)", "tensor(False)")
    printed = measure(measured).stdout
    assert "basics.weak.sums fails unchanged" in printed and "snippets/basics/ending.py: its process ended with -6" in printed
    assert set(results(measured)) == {"snippets/basics/adding.py", "snippets/basics/strong.py", "gallery/01_basics/01_adding.py"}


def test_a_lesson_notices_what_its_checks_notice(measured):
    file = "gallery/01_basics/02_checks.py"
    (measured.root / file).write_text(LESSON)
    done = measure(measured, str(measured.root / file), str(measured.root / "gallery/01_basics/01_adding.py"))
    assert done.returncode == 1 and f"found, in percent: lesson 72.7 (at least 75), {file} 50.0 (at least 75)." in done.stdout
    assert results(measured)[file]["tried"] == {"lesson": 6} and results(measured)["gallery/01_basics/01_adding.py"]["survivors"] == []
    assert [what.partition("[")[2] for _, _, what in results(measured)[file]["survivors"]] == [
        "2 at column 23 becomes 3]", "* at column 26 becomes +]", "3 at column 28 becomes 4]"]
    assert "survivor  01_basics/02_checks  lesson: product = torch.tensor(2) * 3 [2 at column 23 becomes 3]" in done.stdout
    (measured.root / "docs/equivalents.yaml").write_text("- card: 01_basics/02_checks\n  kind: lesson\n  mutant: product = ...\n  reason: any product does\n")
    assert measure(measured, str(measured.root / file)).returncode == 0
    assert results(measured)[file]["tried"] == results(measured)[file]["noticed"] == {"lesson": 3}


@pytest.mark.parametrize("left_out, expected", [([], "123456"), (["product = ..."], "123"), (["product = torch.tensor(2) * 3 [3 at column 28 becomes 4]"], "12345")])
def test_what_draws_prints_or_checks_is_not_changed_nor_what_is_left_out(tmp_path, left_out, expected):
    (tmp_path / "lesson.py").write_text(LESSON)
    first, second, third = lesson_mutants.cells_of(tmp_path / "lesson.py", left_out)
    found = [what for what, _ in first[1] + second[1] + third[1]]
    places = {"1": "[1 at column 22", "2": "[2 at column 25", "3": "[sum at column 29", "4": "[2 at column 23", "5": "[* at column 26", "6": "[3 at column 28"}
    assert [number for number in places for what in found if places[number] in what] == list(expected) and len(found) == len(expected)


def test_a_lesson_that_cannot_be_measured_is_named_and_the_others_are_measured(site):
    (site.root / "gallery/01_basics/02_checks.py").write_text(LESSON.replace("total == 3", "total == 4"))
    done = measure(site)
    assert done.returncode == 1 and "gallery/01_basics/02_checks.py cannot be measured: it fails unchanged, in cell 1 of code" in done.stdout
    assert set(results(site)) == {"snippets/basics/adding.py", "gallery/01_basics/01_adding.py"}


def test_a_copy_of_the_process_ends_as_its_work_does_and_leaves_no_files(tmp_path, monkeypatch):
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    (tmp_path / "work" / "kept").write_text("as it was")

    def wrong():
        (tmp_path / "work" / "kept").write_text("changed")
        (tmp_path / "work" / "more").mkdir()
        raise ValueError

    assert [lesson_mutants.ending_here(work, 1) for work in (wrong, time.monotonic, lambda: time.sleep(60))] == [1, 0, None]
    assert [(path.name, path.read_text()) for path in (tmp_path / "work").iterdir()] == [("kept", "as it was")]


def test_the_proof_page_shows_the_measurement(measured):
    (measured.root / "gallery/01_basics/02_checks.py").write_text(LESSON)
    measure(measured)
    assert measured.build().returncode == 0
    proof = (measured.html / "proof.html").read_text(encoding="utf-8")
    assert "100.0 %" in proof and 'href="survivors.html"' in proof
    survivors = (measured.html / "survivors.html").read_text(encoding="utf-8")
    assert "returns a wrong result" in survivors and "Weak" in survivors and "Strong" not in survivors
    assert "50.0 %" in proof and "product = torch.tensor(2) * 3" in survivors
    measured.edit("snippets/basics/weak.py", "gives one number", "gives a number")
    assert measured.build().returncode == 0
    assert "1 modules of cards and 0 lessons have not been measured." in (measured.html / "proof.html").read_text(encoding="utf-8")
    assert "Weak" not in (measured.html / "survivors.html").read_text(encoding="utf-8")


def test_without_a_measurement_the_proof_page_says_so(built):
    assert "made without that measurement" in (built.html / "proof.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("source, expected", [
    ("t.sum(dim=1)", ["t.mean(dim=1)", "t.sum(dim=2)"]), ("-x + y", ["x + y", "-x - y"]), ("f(True)", ["f(False)"]), ("sum = 1", ["sum = 2"]),
    ("a @ b", ["a * b"]), ("def f() -> int: pass", []), ("'text 1'", []), ("f(*args)", []),
])
def test_code_is_changed_in_one_place_at_a_time(source, expected):
    assert [changed for _, changed in mutants.changed_code(source)] == expected


def test_output_is_changed_digit_by_digit_sign_by_sign_and_dtype_by_dtype():
    changed = [new for _, new in mutants.changed_output("tensor([-1.5, 29], dtype=torch.float64)\n")]
    assert changed == [f"tensor([{numbers}], dtype=torch.{dtype})\n" for numbers, dtype in [
        ("1.5, 29", "float64"), ("-2.5, 29", "float64"), ("-1.6, 29", "float64"), ("-1.5, 39", "float64"), ("-1.5, 20", "float64"), ("-1.5, 29", "float32")]]


def test_a_wrong_result_is_wrong_in_its_own_kind():
    assert mutants.wrong(torch.tensor([1, 2])).tolist() == [2, 3]
    assert mutants.wrong(torch.tensor([True])).tolist() == [False]
    assert 0 < mutants.wrong(torch.tensor(1.0)).item() - 1 < 0.02
    assert mutants.wrong(torch.Size([2, 3])) == torch.Size([2, 4])
    assert mutants.wrong(False) is True and mutants.wrong(3) == 4 and mutants.wrong("text") == "text"
    largest = mutants.wrong(torch.tensor([1, 5]).max(dim=0))
    assert (largest.values, largest.indices) == (6, 1)


def test_shares_are_of_all_mutants_and_nothing_tried_is_not_a_hundred():
    both = [{"tried": {"code": 8}, "noticed": {"code": 8}}, {"tried": {"code": 2}, "noticed": {"code": 1}}]
    assert mutate.share(both, "code") == 90 and mutate.share(both, "sabotage") is None
