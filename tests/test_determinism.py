"""Two builds of one commit give the same bytes, stamps aside."""

import io
import json
import re
import shutil
import zipfile

import compare_builds
import moments
import pytest

PICTURE = '''"""
Drawing
=======

A line, and a set in its order.

:Level: beginner
:Before: nothing
:After: nothing
"""

# %%
# The line
# --------
# It rises.

import matplotlib.pyplot as plt
import torch

figure, axes = plt.subplots()
axes.plot(torch.rand(5).sort().values)
axes.set(title="A line that rises", xlabel="step", ylabel="value")
print(torch.rand(3))

# %%
# Exercises
# ---------
# Draw two.
'''


@pytest.fixture(scope="module")
def twice(built, tmp_path_factory):
    """Two cold builds of the miniature site with a figure, in two folders, with two seeds for the order of sets."""
    folders = [tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second") / "with a longer name"]
    sites = []
    for seed, folder in enumerate(folders, start=1):
        shutil.copytree(built.root, folder / "site", ignore=shutil.ignore_patterns("build"))
        site = type(built)(folder / "site", built.data)
        (site.root / "gallery/01_basics/02_drawing.py").write_text(PICTURE)
        done = site.build(PYTHONHASHSEED=str(seed))
        assert done.returncode == 0, done.stdout
        sites.append(site)
    return sites


def test_two_builds_give_the_same_bytes(twice):
    first, second = (compare_builds.files_of(site.html) for site in twice)
    assert compare_builds.differences(first, second) == (set(), set())
    assert {"index.html", "searchindex.js", "objects.inv", "proven-pytorch-site.zip", "_images/sphx_glr_02_drawing_001.png"} <= first.keys()


def test_what_is_left_out_is_only_the_stamps(twice):
    """Each date and each number of seconds of the records stands on the pages, in an element of its own, and nowhere else."""
    for page in ("lessons/01_basics/01_adding", "cards/basics/adding", "cards/index", "index", "proof"):
        content = (twice[0].html / f"{page}.html").read_bytes()
        assert moments.without(content) != content, page
        assert not re.search(rb"\d\d:\d\d UTC|[\d.]+ s\b", moments.without(content)), page
    words = json.loads((twice[0].html / "searchindex.js").read_text().removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    assert not [word for word in words if re.fullmatch(r"20\d\d", word)]


def archive(content, year=2026):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr(zipfile.ZipInfo("page.html", (year, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


def index(terms):
    content = {"docnames": ["index", "lessons/01_basics/01_timing"], "terms": terms, "titles": ["Small", "Timing"]}
    return f"Search.setIndex({json.dumps(content)})".encode()


STAMP = moments.took(1.5, "1.50 s") + moments.when("2026-01-02 03:04 UTC")
LATER = moments.took(0.001, "under 0.01 s") + moments.when("2027-11-12 13:14 UTC")


@pytest.mark.parametrize("name, first, second", [
    ("page.html", f"<p>{STAMP}</p>".encode(), f"<p>{LATER}</p>".encode()),
    ("page.html", moments.took(171, "171 seconds").encode(), moments.took(9, "9 seconds").encode()),
    ("site.zip", archive(STAMP), archive(LATER)),
    ("lessons/01_basics/01_timing.html", b"3 ms", b"4 ms"),
    ("_images/sphx_glr_01_timing_001.png", b"3 ms", b"4 ms"),
    ("searchindex.js", index({"three": 1, "sum": [0, 1]}), index({"four": 1, "sum": 0})),
])
def test_what_may_differ(name, first, second):
    assert compare_builds.differences({name: first}, {name: second}, ["01_basics/01_timing"])[0] == set()


@pytest.mark.parametrize("name, first, second", [
    ("page.html", f"<p>{STAMP}</p>".encode(), f"<p>{STAMP} </p>".encode()),
    ("page.html", b"<time>noon</time>", b"<time>night</time>"),
    ("page.html", b"1.50 s", b"1.51 s"),
    ("lessons/01_basics/02_other.html", b"3 ms", b"4 ms"),
    ("picture.png", b"a", b"b"),
    ("site.zip", archive("a"), archive("b")),
    ("site.zip", archive("a", 2026), archive("a", 2027)),
    ("searchindex.js", index({"three": 1, "sum": [0, 1]}), index({"three": 1, "sum": 1})),
])
def test_what_may_not_differ(name, first, second):
    wrong, _ = compare_builds.differences({name: first}, {name: second}, ["01_basics/01_timing"])
    assert len(wrong) == 1 and wrong.pop().startswith(name)


def test_a_file_that_only_one_build_has_is_named():
    assert compare_builds.differences({"a": b""}, {"b": b""})[0] == {"a", "b"}


def test_the_list_of_lessons_names_lessons_that_exist(tmp_path):
    assert compare_builds.unsteady()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/unsteady.yaml").write_text("01_basics/99_ghost: a reason\n")
    with pytest.raises(SystemExit, match=r"docs/unsteady\.yaml: expected a lesson and a reason, found 01_basics/99_ghost"):
        compare_builds.unsteady(tmp_path / "docs/unsteady.yaml")
