"""What an entry of the ledger has to be."""

import ledger
import pytest
from ledger import LedgerError

GOOD = """\
- id: basics.add
  api:
  - torch.add
  says: It adds.
  verdict: holds
  truth: ''
  show: a sum
  proof: basics.adding.sums
"""


def load(tmp_path, text):
    (tmp_path / "basics.yaml").write_text(text, encoding="utf-8")
    return ledger.load(tmp_path)


def test_an_entry_is_read(tmp_path):
    (claim,) = load(tmp_path, GOOD)
    assert (claim.id, claim.area, claim.api, claim.verdict, claim.needs) == ("basics.add", "basics", ["torch.add"], "holds", None)
    assert claim.anchor == "claim-basics-add"


BAD = {
    **{f"no {key}": (f"  {key}:", f"  {key[::-1]}:", f"found no {key}") for key in ("says", "verdict", "truth", "show", "proof")},
    "unknown key": ("  show:", "  see: x\n  show:", "found see"),
    "unknown verdict": ("holds", "true-ish", "expected a verdict out of holds, corrected, removed, deprecated, concept, found 'true-ish'"),
    "unknown need": ("  show:", "  needs: tpu\n  show:", "found 'tpu'"),
    "empty statement": ("It adds.", "''", "expected text under says"),
    "api is no list": ("\n  - torch.add", " torch.add", "expected a list of names under api"),
    "not YAML": ("says: It adds.", "says: [It adds.", "expected YAML"),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_entry_is_refused_by_file_line_and_id(tmp_path, fault):
    old, new, message = BAD[fault]
    assert old in GOOD
    with pytest.raises(LedgerError) as error:
        load(tmp_path, GOOD.replace(old, new, 1))
    assert message in str(error.value)
    assert "docs/claims/basics.yaml, line " in str(error.value)
    assert fault == "not YAML" or "claim basics.add" in str(error.value)


def test_a_missing_id_is_refused_by_line(tmp_path):
    with pytest.raises(LedgerError, match=r"line 1, claim \(no id\): .* found no id"):
        load(tmp_path, GOOD.replace("id: basics.add", "name: basics.add"))


@pytest.mark.parametrize("text", ["", "a: b\n", "just text\n"])
def test_a_file_that_is_no_list_is_refused(tmp_path, text):
    with pytest.raises(LedgerError, match="expected a list of claims"):
        load(tmp_path, text)


def test_an_entry_that_is_no_mapping_is_refused(tmp_path):
    with pytest.raises(LedgerError, match="line 9: expected a claim with the keys .* found 'text'"):
        load(tmp_path, GOOD + "- text\n")


def test_two_entries_of_one_id_are_refused(tmp_path):
    with pytest.raises(LedgerError, match=r"line 9, claim basics.add: expected an id of its own, found it at docs/claims/basics.yaml, line 1"):
        load(tmp_path, GOOD + GOOD)


def test_a_misspelt_proof_is_refused_with_a_suggestion(tmp_path):
    claims = load(tmp_path, GOOD)
    ledger.check_proofs(claims, {"basics.adding.sums"})
    with pytest.raises(LedgerError, match="found 'basics.adding.sums'. Is it basics.adding.sum?"):
        ledger.check_proofs(claims, {"basics.adding.sum"})
    with pytest.raises(LedgerError, match="Write the card, or name another."):
        ledger.check_proofs(claims, {"nothing.alike"})
