"""The records of runs."""

import proofs
import pytest
from proofs import Record


def record(**changes):
    return Record(**{"name": "basics.adding.sums", "file": "snippets/basics/adding.py", "line": 7, "key": "abc", "seconds": 0.25,
                     "date": "2026-01-02 03:04 UTC", "apis": ["torch.add", "torch.tensor"], **changes})


@pytest.mark.parametrize("result", ["passed", "failed", "skipped"])
def test_a_record_comes_back_as_it_was_written(tmp_path, result):
    written = record(result=result, message="" if result == "passed" else "Expected <1> & found \"2\"\nat line 3")
    proofs.write(tmp_path / "cards.xml", "cards", [written])
    read = proofs.read(tmp_path / "cards.xml")
    assert read == {written.name: written}


def test_the_suite_counts_its_records(tmp_path):
    records = [record(), record(name="b", result="failed", message="no"), record(name="c", result="skipped", message="no")]
    proofs.write(tmp_path / "cards.xml", "cards", records)
    assert 'tests="3" failures="1" errors="0" skipped="1" time="0.750"' in (tmp_path / "cards.xml").read_text()


@pytest.mark.fault("the records of the runs are missing or cut off", "cards and lessons run again")
@pytest.mark.parametrize("content", [None, "", "<testsuite><testcase name='a'"])
def test_a_missing_or_cut_off_file_holds_no_records(tmp_path, content):
    if content is not None:
        (tmp_path / "cards.xml").write_text(content)
    assert proofs.read(tmp_path / "cards.xml") == {}


def test_a_digest_changes_with_every_part():
    assert proofs.digest("a", {"torch": "1"}) == proofs.digest("a", {"torch": "1"})
    assert len({proofs.digest("a"), proofs.digest("b"), proofs.digest("a", "b"), proofs.digest("ab"), proofs.digest(b"a", b"")}) == 5


@pytest.mark.parametrize("asked", ["0", "two", "-1"])
def test_a_wrong_number_of_jobs_is_refused(monkeypatch, asked):
    monkeypatch.setenv("PROVEN_JOBS", asked)
    with pytest.raises(SystemExit, match="PROVEN_JOBS: expected a whole number from 1"):
        proofs.parallel_jobs()


def test_jobs_are_what_was_asked_or_at_most_two(monkeypatch):
    monkeypatch.setenv("PROVEN_JOBS", "5")
    assert proofs.parallel_jobs() == 5
    monkeypatch.delenv("PROVEN_JOBS")
    assert proofs.parallel_jobs() in (1, 2)
