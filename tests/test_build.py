"""The whole build on a miniature site: what a good one makes, and that each fault stops it with a message that names it."""

import json
import re
import shutil
import xml.etree.ElementTree as ElementTree

import pytest


def text_of(path):
    """What a reader sees of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8")))


def test_a_good_build_says_what_it_proved_and_where(built):
    assert "2 cards, 1 lessons, 4 claims" in built.printed
    assert str(built.html / "index.html") in built.printed
    for step in ("[1/4] data", "[2/4] cards", "[3/4] lessons and pages", "[4/4] gate", "lesson 01_basics/01_adding starts"):
        assert step in built.printed


def test_pages_stand_in_their_fixed_places(built):
    for page in ("index", "lessons/index", "lessons/01_basics/01_adding", "cards/index", "cards/basics/adding", "claims/index",
                 "claims/basics", "proof"):
        assert (built.html / f"{page}.html").exists(), page
    assert list(built.html.glob("_downloads/*/01_adding.ipynb"))


def test_a_card_page_shows_the_sentence_its_evidence_and_its_stamp(built):
    page = text_of(built.html / "cards/basics/adding.html")
    assert "torch.add adds element by element" in page
    assert "tensor([4, 7])" in page
    assert "torch.add needs a GPU. It runs on every device." in page.replace("\u201c", "").replace("\u201d", "")
    assert "Used in Adding" in page
    assert "snippets/basics/adding.py, line 7" in page
    assert re.search(r"Passed · torch \d+\.\d+\.\d+\S* · .+ · 20\d\d-\d\d-\d\d \d\d:\d\d UTC", page)


def test_a_recipe_is_shown_with_its_code(built):
    page = text_of(built.html / "cards/basics/adding.html")
    assert "def doubled(number: float) -&gt; float: return number + number" in page


def test_the_api_index_leads_to_the_card_that_explains_a_name(built):
    page = (built.html / "apis/torch.html").read_text(encoding="utf-8")
    assert 'href="../cards/basics/adding.html#basics-adding-sums"' in page
    assert "torch.add" in page and "torch.mul" not in page
    apis = json.loads((built.root / "build/proofs/apis.json").read_text())
    assert apis["torch.add"] == {"cards": ["basics.adding.sums"], "lessons": ["01_basics/01_adding"]}


def test_a_name_that_is_gone_has_a_page(built):
    page = text_of(built.html / "gone/torch.plus.html")
    assert "torch.plus is removed" in page
    assert "It is torch.add." in page and "tensor([4, 7])" in page


def test_the_search_index_knows_what_a_card_and_a_gone_name_are_about(built):
    index = (built.html / "searchindex.js").read_text(encoding="utf-8")
    entries = index[index.index('"indexentries"'):].partition("}")[0]
    assert all(f'"{name}":' in entries for name in ("torch.add", "add", "torch.plus"))


def test_a_lesson_page_shows_its_output_and_its_stamp(built):
    page = text_of(built.html / "lessons/01_basics/01_adding.html")
    assert "total = tensor(5)" in page
    assert re.search(r"Passed · torch \S+ · .+ s · 20\d\d-\d\d-\d\d \d\d:\d\d UTC · data [0-9a-f]{8}", page)


def test_the_claims_page_links_each_claim_to_its_proof(built):
    page = (built.html / "claims/basics.html").read_text(encoding="utf-8")
    assert 'href="../cards/basics/adding.html#basics-adding-sums"' in page
    assert 'href="../lessons/01_basics/01_adding.html#the-sum"' in page
    assert 'id="the-sum"' in (built.html / "lessons/01_basics/01_adding.html").read_text(encoding="utf-8")
    assert 'id="basics-adding-sums"' in (built.html / "cards/basics/adding.html").read_text(encoding="utf-8")


def test_the_ledger_can_be_filtered_by_verdict_without_a_script(built):
    page = (built.html / "claims/basics.html").read_text(encoding="utf-8")
    for verdict, count in (("all", 4), ("holds", 1), ("corrected", 1), ("removed", 1), ("concept", 1)):
        assert re.search(rf'<input type="radio" name="verdict" value="{verdict}"[^>]*> {verdict} {count}<', page)
    css = (built.html / "_static/site.css").read_text()
    assert all(f'input[value="{verdict}"]:checked' in css and f'claim-{verdict} ' in page for verdict in ("holds", "corrected", "removed", "concept"))


def test_a_gpu_claim_is_not_called_proven_without_a_gpu(built):
    environment = json.loads((built.root / "build/proofs/environment.json").read_text())
    said = "needs a GPU was not run here" in text_of(built.html / "claims/basics.html")
    assert said == (environment["device"] == "cpu")


def test_records_are_junit_xml(built):
    for name, count in (("cards", 2), ("lessons", 1)):
        suite = ElementTree.parse(built.root / "build/proofs" / f"{name}.xml").getroot()
        assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == (str(count), "0", "0")
        assert len(suite.findall("testcase")) == count


def test_the_calls_of_a_lesson_are_recorded(built):
    lessons = (built.root / "build/proofs/lessons.xml").read_text()
    assert "torch.add" in lessons
    assert "torch.mul" not in lessons


def once(text):
    """A pattern for what must stand exactly once in what a build prints."""
    return rf"(?s)\A(?!.*{text}.*{text}).*{text}"


FAULTS = {
    "a false card": (
        "snippets/basics/adding.py", "tensor([4, 7])", "tensor([4, 8])", [r"snippets/basics/adding\.py, line 7, card sums", r"Expected:\s+tensor\(\[4, 8\]\)", once("Got:")]),
    "a lesson that fails": (
        "gallery/01_basics/01_adding.py", "total == 5", "total == 6", [r"gallery/01_basics/01_adding\.py", once("AssertionError"), "line 21"]),
    "a lesson that warns of a deprecation": (
        "gallery/01_basics/01_adding.py", "import torch\n", "import torch\nimport warnings\nwarnings.warn('add is deprecated', UserWarning)\n",
        [r"gallery/01_basics/01_adding\.py", "add is deprecated"]),
    "a lesson that uses what Python deprecates": (
        "gallery/01_basics/01_adding.py", "import torch\n", "import torch\nimport warnings\nwarnings.warn('go away', FutureWarning)\n", ["go away"]),
    "a lesson that does not run": (
        "docs/conf.py", r'r"\.py$"', r'r"plot_"', ["lesson 01_basics/01_adding: expected a run or an entry in docs/skips.yaml", "skipped"]),
    "a lesson with a short line under a title": (
        "gallery/01_basics/01_adding.py", "# The sum\n# -------\n", "# The sum\n# ------\n", [r"01_adding\.py, line 14: expected a line as long as 'The sum' under it, found 6 of 7"]),
    "a lesson without a title": (
        "gallery/01_basics/01_adding.py", "Adding\n======\n", "\n", [r"01_adding\.py, line 1: expected a docstring that begins with a title"]),
    "lesson without a level": (
        "gallery/01_basics/01_adding.py", ":Level: beginner\n", "", [r"01_adding\.py, line 1: expected a docstring that ends with .* found no Level"]),
    "lesson with an unknown level": (
        "gallery/01_basics/01_adding.py", ":Level: beginner", ":Level: easy", [r"beginner, intermediate, advanced, found 'easy'"]),
    "a lesson with a broken link": (
        "gallery/01_basics/01_adding.py", "# It is exact.", "# It is exact, see :doc:`/lessons/01_basics/01_addin`.",
        [r"gallery/01_basics/01_adding\.py, line 1\d: expected a link to a lesson or a page of cards, found '/lessons/01_basics/01_addin'. Is it /lessons/01_basics/01_adding\?"]),
    "a claim whose proof does not exist": (
        "docs/claims/basics.yaml", "proof: 01_basics/01_adding#the-sum", "proof: 01_basics/01_adding#the-summ",
        [r"docs/claims/basics\.yaml, line 16, claim basics\.add\.lesson", "Is it 01_basics/01_adding#the-sum"]),
    "a claim without a proof": (
        "docs/claims/basics.yaml", "  proof: 01_basics/01_adding#the-sum\n", "", ["claim basics.add.lesson", "found no proof"]),
    "a claim with an unknown verdict": (
        "docs/claims/basics.yaml", "verdict: concept", "verdict: maybe", ["line 16, claim basics.add.lesson", "found 'maybe'"]),
    "a card without an example": (
        "snippets/basics/adding.py", ">>>", ">>", [r"snippets/basics/adding\.py, line 7, card sums: expected a doctest, found none"]),
    "an incomplete equivalent mutant": (
        "docs/equivalents.yaml", None, "- card: basics.adding.sums\n", ["equivalents: equivalents.yaml: expected entries with card, kind, mutant", "Complete it"]),
    "an equivalent mutant of nothing": (
        "docs/equivalents.yaml", None, "- {card: basics.adding.summs, kind: code, mutant: x, reason: y}\n", [r"expected the name of a card or lesson, found 'basics.adding.summs'. Is it basics.adding.sums\?"]),
    "a broken skip list": (
        "docs/skips.yaml", None, "- what: basics.adding.sums\n  owner: me\n  reason: broken\n  expires: 2020-01-01\n", ["basics.adding.sums", "over"]),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_stops_the_build_and_is_named(site, fault):
    file, old, new, expected = FAULTS[fault]
    if old is None:
        (site.root / file).write_text(new)
    else:
        site.edit(file, old, new)
    done = site.build()
    assert done.returncode != 0, done.stdout
    assert "Proven in" not in done.stdout
    for pattern in expected:
        assert re.search(pattern, done.stdout), f"{pattern} not in:\n{done.stdout}"


def test_a_page_without_a_run_is_caught(site):
    (site.html / "lessons/01_basics/99_ghost.html").write_text("<h1>Ghost</h1>")
    done = site.build()
    assert done.returncode != 0
    assert "lessons/01_basics/99_ghost.html: expected a lesson" in done.stdout


def test_an_excused_card_and_lesson_are_not_run_and_named(site):
    (site.root / "docs/skips.yaml").write_text(
        "- {what: basics.adding.doubled, owner: me, reason: a reason, expires: 2999-01-01}\n"
        "- {what: 01_basics/01_adding, owner: me, reason: another, expires: 2999-01-01}\n")
    site.edit("gallery/01_basics/01_adding.py", "total == 5", "total == 6")
    site.edit("snippets/basics/adding.py", "    5.0\n", "    6.0\n")
    done = site.build()
    assert done.returncode == 0, done.stdout
    assert "not run: basics.adding.doubled, a reason (me, until 2999-01-01)" in done.stdout
    assert "another" in text_of(site.html / "proof.html")
    assert "Skipped" in text_of(site.html / "lessons/01_basics/01_adding.html")


def test_nothing_changed_runs_nothing(site):
    site.build()
    done = site.build()
    assert done.returncode == 0, done.stdout
    assert "starts" not in done.stdout and "cards are unchanged" not in done.stdout
    assert "nothing changed since the last build" in done.stdout


def test_a_page_that_was_removed_comes_back(site):
    site.build()
    page = site.html / "proof.html"
    page.unlink()
    assert site.build().returncode == 0 and page.exists()


def test_another_address_of_the_repository_reaches_every_page(site):
    done = site.build(PROVEN_REPOSITORY="https://github.com/example/site", PROVEN_SITE="https://example.org")
    assert "nothing changed" not in done.stdout
    lesson = (site.html / "lessons/01_basics/01_adding.html").read_text(encoding="utf-8")
    assert "https://colab.research.google.com/github/example/site/blob/notebooks/01_basics/01_adding.ipynb" in lesson
    assert "https://github.com/example/site/issues/new?title=Something%20wrong%20on%20lessons%2F01_basics%2F01_adding" in lesson
    assert "blob/main/snippets/basics/adding.py" in (site.html / "cards/basics/adding.html").read_text(encoding="utf-8")


def test_an_edited_card_runs_alone_and_is_shown(site):
    site.edit("snippets/basics/adding.py", "2.5)\n    5.0", "3.5)\n    7.0")
    done = site.build()
    assert done.returncode == 0, done.stdout
    assert "0 cards are unchanged; 2 run" in done.stdout and "starts" not in done.stdout
    assert "doubled(3.5)" in text_of(site.html / "cards/basics/adding.html")


def test_an_edited_lesson_runs_alone_and_the_search_still_knows_every_name(site):
    site.build()  # in its new place everything is read once
    site.edit("gallery/01_basics/01_adding.py", "It is exact.", "It is quite exact.")
    done = site.build()
    assert done.returncode == 0, done.stdout
    assert "cards are unchanged" not in done.stdout and "lesson 01_basics/01_adding starts" in done.stdout
    assert "It is quite exact." in text_of(site.html / "lessons/01_basics/01_adding.html")
    index = (site.html / "searchindex.js").read_text(encoding="utf-8")
    assert '"torch.add":' in index[index.index('"indexentries"'):].partition("}")[0]


def test_an_edited_extension_reaches_pages_whose_text_stayed_the_same(site):
    site.edit("docs/_ext/evidence.py", '"Used in "', '"Called in "')
    done = site.build()
    assert done.returncode == 0, done.stdout
    assert "starts" not in done.stdout and "cards are unchanged" not in done.stdout
    assert "Called in Adding" in text_of(site.html / "cards/basics/adding.html")


def test_another_version_of_a_package_runs_everything_again(site, tmp_path):
    info = tmp_path / "packages/unheard_of-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: unheard-of\nVersion: 1.0\n")
    done = site.build(PYTHONPATH=str(info.parent))
    assert done.returncode == 0, done.stdout
    assert "2 run" in done.stdout and "lesson 01_basics/01_adding starts" in done.stdout


def test_other_data_run_the_lessons_again(site, tmp_path):
    shutil.copytree(site.data, tmp_path / "data")
    table = tmp_path / "data/car_evaluation.csv"
    table.write_text("\n".join(table.read_text().splitlines()[:-1]) + "\n")
    done = site.build(PROVEN_DATA=str(tmp_path / "data"))
    assert done.returncode == 0, done.stdout
    assert "lesson 01_basics/01_adding starts" in done.stdout and "cards are unchanged" not in done.stdout


def test_a_deleted_lesson_takes_its_page_along(site):
    site.edit("docs/claims/basics.yaml", "proof: 01_basics/01_adding#the-sum", "proof: basics.adding.sums")
    lesson = site.root / "gallery/01_basics/01_adding.py"
    lesson.rename(lesson.with_name("02_summing.py"))
    done = site.build()
    assert done.returncode == 0, done.stdout
    assert (site.html / "lessons/01_basics/02_summing.html").exists()
    assert not (site.html / "lessons/01_basics/01_adding.html").exists()


@pytest.mark.fault("the data root does not exist", "the build names it")
def test_a_data_root_that_does_not_exist_is_named(site, tmp_path):
    done = site.build(PROVEN_DATA=str(tmp_path / "nowhere"))
    assert done.returncode != 0
    assert f"PROVEN_DATA names {tmp_path / 'nowhere'}" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_deleted_card_module_takes_its_page_along(site):
    site.edit("docs/claims/basics.yaml", "proof: 01_basics/01_adding#the-sum", "proof: basics.summing.sums")
    site.edit("docs/claims/basics.yaml", "proof: basics.adding.sums", "proof: basics.summing.sums")
    module = site.root / "snippets/basics/adding.py"
    text = module.read_text().replace("from snippets.basics.adding", "from snippets.basics.summing")
    module.with_name("summing.py").write_text(text)
    module.unlink()
    done = site.build()
    assert done.returncode == 0, done.stdout
    assert (site.html / "cards/basics/summing.html").exists()
    assert not (site.html / "cards/basics/adding.html").exists()
