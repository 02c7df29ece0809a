"""The gate: it must catch whatever stands on the site without a run that passed."""

import gate
import pytest
from cards import Card, Module
from catalogue import Catalogue
from gate import GateError
from ledger import Claim
from proofs import Record
from skips import Skip


@pytest.fixture
def proven(tmp_path):
    """A catalogue of one card, one lesson and one claim, all proven, and its pages."""
    catalogue = Catalogue.__new__(Catalogue)
    catalogue.root = tmp_path
    card = Card("basics.adding.sums", "Sums.", "", 7)
    catalogue.modules = [Module("basics.adding", "Adding", "", "snippets/basics/adding.py", "", [card])]
    catalogue.lessons = {"01_basics/01_adding": ("Adding", {"the-sum": "The sum"})}
    catalogue.claims = [Claim("basics.add", "basics", [], "It adds.", "holds", "", "", "01_basics/01_adding#the-sum", "docs/claims/basics.yaml, line 1")]
    catalogue.skips = []
    catalogue.card_records = {card.name: Record(card.name, "f", 7, "key")}
    catalogue.lesson_records = {"01_basics/01_adding": Record("01_basics/01_adding", "f", 1, "key")}
    for page, text in (("lessons/01_basics/01_adding", ""), ("lessons/index", ""), ("cards/basics/adding", '<section id="basics-adding-sums">')):
        path = tmp_path / f"{page}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return catalogue


def caught(catalogue, html):
    with pytest.raises(GateError) as error:
        gate.check(catalogue, html)
    return str(error.value)


def test_a_proven_site_passes(proven, tmp_path):
    gate.check(proven, tmp_path)


def test_a_card_without_a_run(proven, tmp_path):
    proven.card_records = {}
    assert "card basics.adding.sums: expected a run, found none" in caught(proven, tmp_path)


def test_a_card_that_failed(proven, tmp_path):
    proven.card_records["basics.adding.sums"].result = "failed"
    assert "card basics.adding.sums: expected a run that passed" in caught(proven, tmp_path)


def test_a_lesson_that_was_skipped(proven, tmp_path):
    proven.lesson_records["01_basics/01_adding"].result = "skipped"
    assert "lesson 01_basics/01_adding: expected a run or an entry in docs/skips.yaml" in caught(proven, tmp_path)


def test_a_skip_with_a_reason_passes_with_its_claims(proven, tmp_path):
    proven.lesson_records["01_basics/01_adding"].result = "skipped"
    proven.skips = [Skip("01_basics/01_adding", "Ada", "a reason", None)]
    gate.check(proven, tmp_path)


def test_a_claim_whose_proof_did_not_run(proven, tmp_path):
    proven.lesson_records = {}
    assert "docs/claims/basics.yaml, line 1: expected a proof that passed, found no run of 01_basics/01_adding#the-sum" in caught(proven, tmp_path)


@pytest.mark.parametrize("page", ["lessons/01_basics/02_ghost", "cards/basics/ghost", "cards/ghost"])
def test_a_page_that_no_source_stands_behind(proven, tmp_path, page):
    (tmp_path / f"{page}.html").write_text("")
    assert f"{page}.html: expected a lesson or a module of cards behind the page, found none" in caught(proven, tmp_path)


def test_a_card_that_is_not_on_its_page(proven, tmp_path):
    (tmp_path / "cards/basics/adding.html").write_text("")
    assert "cards/basics/adding.html: expected card basics.adding.sums on the page" in caught(proven, tmp_path)


def test_a_lesson_without_a_page(proven, tmp_path):
    (tmp_path / "lessons/01_basics/01_adding.html").unlink()
    assert "lessons/01_basics/01_adding.html: expected the page of the lesson, found none" in caught(proven, tmp_path)
