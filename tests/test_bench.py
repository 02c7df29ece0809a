"""The measurements: what is computed from seconds, what the generated sites are, and the page that shows the figures."""

import gzip
import html
import json
import re

import bench_page
import pytest
from bench import builds, growth, race, weights

RUN = {"command": "nox -s bench", "date": "2026-01-31", "processor": "Some processor", "cores": 2, "memory_gib": 8, "system": "Linux", "python": "3.11.7", "jobs": 2,
       "versions": {"torch": "2.14.1"}}
RESULTS = {part: {"run": RUN, "figures": figures} for part, figures in {
    "builds": {"site": {"cold": 60.0, "unchanged": 5.0, "one_lesson": 12.0, "one_card": 14.0, "peak_gib": 2.5}, "scripts": {"01_basics/01_adding": 4.0, "01_basics/02_more": 36.0},
               "notebooks": {"cold": 120.0, "unchanged": 4.0, "one_lesson": 9.0}},
    "growth": {"lessons": growth.beside_their_run(growth.figures_of((10, 100, 400), [12.0, 21.0, 54.0]), [3.0, 6.0, 18.0]), "cards": growth.figures_of((100, 500, 2000), [10.0, 14.0, 29.0])},
    "race": {"lesson_seconds": 2.0, "accuracy": 0.99, "example_seconds": 50.0, "example_epochs": 40, "example_accuracy": 0.97, "ratio": 25.0},
    "weights": {"index.html": [43_210, 54_321]}}.items()}


def series(sizes, seconds_of, own=0.04):
    return growth.beside_their_run(growth.figures_of(sizes, [seconds_of(size) for size in sizes]), [2 + own * size for size in sizes])


def test_a_straight_line_passes_whatever_every_build_needs():
    lines = {kind: series(sizes, lambda size: 20 + size / 8) for kind, sizes in growth.SIZES.items()}
    assert lines["lessons"]["slopes"] == [0.125, 0.125] and lines["cards"]["steeper"] == 1
    assert growth.problems(lines) == []


def test_a_square_does_not_pass():
    planted = {"lessons": series((10, 100, 400), lambda size: 20 + size / 10), "cards": series((100, 500, 2000), lambda size: 20 + (size / 100) ** 2)}
    problem, = growth.problems(planted)
    assert "expected cards to grow on a straight line" in problem and "found 4.17 times" in problem


def test_a_little_square_in_a_line_does_not_pass():
    assert growth.problems({"lessons": series((10, 100, 400), lambda size: 20 + size / 10 + (size / 100) ** 2)})


def test_lessons_that_cost_much_do_not_pass():
    problem, = growth.problems({"lessons": series((10, 100, 400), lambda size: 20 + size * 0.4)})
    assert problem.startswith("expected one more small lesson to take under 0.3 s beside its own run, found 0.36 s")


def test_lessons_that_run_long_themselves_pass():
    assert growth.problems({"lessons": series((10, 100, 400), lambda size: 20 + size * 0.4, own=0.4)}) == []


def test_builds_and_a_race_beyond_what_the_page_allows_do_not_pass():
    figures = RESULTS["builds"]["figures"]
    problem, = builds.problems(figures)
    assert "found more: cold (60 s, 50 allowed). Profile" in problem
    assert builds.problems({**figures, "site": {**figures["site"], "cold": 49.0}}) == []
    problem, = race.problems({"ratio": 3.5})
    assert "at least 4 times as long as the lesson, found 3.5 times" in problem and race.problems({"ratio": 4.0}) == []


def test_the_fastest_of_each_size_counts():
    assert growth.fastest([[[12.0, 3.0], [30.0, 4.0]], [[11.0, 3.5], [31.0, 3.9]]]) == [[11.0, 3.0], [30.0, 3.9]]
    assert growth.fastest([[[12.0], [30.0]]]) == [[12.0], [30.0]]


def test_more_that_takes_less_is_no_measurement():
    with pytest.raises(SystemExit, match="expected a build of more to take longer"):
        growth.slopes((10, 100, 400), [20, 19, 30])


def test_the_generated_lessons_and_cards_are_good_ones(site):
    files = growth.lessons(11) | growth.cards(21)
    assert sum(name.endswith("_small.py") for name in files) == 11 and len([name for name in files if name.startswith("snippets/")]) == 3
    for name, text in files.items():
        if name.startswith("snippets/") or "0010_small" in name or "11_section/G" in name:
            (site.root / name).parent.mkdir(parents=True, exist_ok=True)
            (site.root / name).write_text(text)
    done = site.build()
    assert done.returncode == 0 and "23 cards, 2 lessons" in done.stdout, done.stdout


def test_a_page_weighs_what_it_names(tmp_path):
    (tmp_path / "lessons").mkdir()
    page = '<link rel="stylesheet" href="../site.css?v=1"><link rel="next" href="other.html"><script src="../site.js"></script><img src="a.png"><img src="data:x">'
    files = {"lessons/page.html": page, "site.css": "a" * 900, "site.js": "b" * 500, "lessons/a.png": "c", "lessons/other.html": "d"}
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    sizes = {name: len(gzip.compress(text.encode(), 6)) for name, text in files.items()}
    first = sizes["lessons/page.html"] + sizes["site.css"] + sizes["site.js"]
    assert weights.weight(tmp_path, "lessons/page.html") == [first, first + sizes["lessons/a.png"]]


def test_an_edit_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "one.py").write_text("import torch.nn\n")
    with pytest.raises(SystemExit, match="expected 'import torch' on a line of one.py"):
        builds.edit_code(tmp_path / "one.py")


def text_of(page):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", page.read_text(encoding="utf-8"))))


def test_without_figures_the_page_says_so(built):
    assert "Nothing has been measured yet" in text_of(built.html / "bench.html")


def test_the_page_shows_the_figures_with_machine_and_date(site):
    (site.root / "docs/bench.json").write_text(json.dumps(RESULTS))
    done = site.build()
    assert done.returncode == 0, done.stdout
    page = text_of(site.html / "bench.html")
    for shown in ("were not made by the build that wrote this page", "Measured by nox -s bench, 2026-01-31, Some processor, 2 cores, 8 GiB of memory", "torch 2.14.1",
                  "the site beside the notebooks 0.50 times 1.25 times 1.33 times", "the site beside the scripts 1.50 times 3.00 times", "More than allowed here: cold (60 s, 50 allowed).", "the fastest of 3 of each size", "400 lessons 54.0 s 110 ms", "one more lesson takes 0.040 s; beside that, the build takes 0.070 s in the largest site, and under 0.3 is allowed",
                  "2000 cards 29.0 s 10 ms", "1.10 times for lessons, 1.00 times for cards", "25.0 times as long", "index.html 43,210 54,321"):
        assert shown in page, shown
    assert page.count("Measured by") == 4
    assert 'href="bench.html"' in (site.html / "proof.html").read_text(encoding="utf-8")


def test_the_printed_tables_show_the_same():
    printed = bench_page.as_text(RESULTS)
    assert "the site beside the notebooks      0.50 times  1.25 times  1.33 times" in printed and "400 lessons  54.0 s  110 ms" in printed


@pytest.mark.parametrize("content, found", [("{", "JSONDecodeError"), ("[]", "AttributeError"), ('{"builds": {}}', "KeyError: 'figures'"),
                                            (json.dumps({"growth": {"figures": RESULTS["growth"]["figures"]}}), "KeyError: 'run'"),
                                            (json.dumps({"other": RESULTS["race"]}), "KeyError: 'other'")])
def test_figures_that_cannot_be_shown_stop_with_a_message(tmp_path, content, found):
    (tmp_path / "bench.json").write_text(content)
    with pytest.raises(SystemExit, match=rf"docs/bench.json: expected the figures that nox -s bench keeps, found {found}.*Measure again: nox -s bench"):
        bench_page.read(tmp_path / "bench.json")
