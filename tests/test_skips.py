"""The skip list: complete, about something that exists, and not over its date."""

import datetime

import pytest
import skips
from skips import SkipError

GOOD = "- {what: basics.adding.sums, owner: Ada, reason: a bug upstream, expires: 2026-12-31}\n"
NAMES = {"basics.adding.sums"}
TODAY = datetime.date(2026, 12, 31)


def load(tmp_path, text, names=NAMES, today=TODAY):
    (tmp_path / "skips.yaml").write_text(text)
    return skips.load(tmp_path / "skips.yaml", names, today)


def test_an_entry_is_good_until_its_last_day(tmp_path):
    (skip,) = load(tmp_path, GOOD)
    assert (skip.what, skip.owner, skip.reason, skip.expires) == ("basics.adding.sums", "Ada", "a bug upstream", TODAY)


def test_an_expired_entry_is_refused(tmp_path):
    with pytest.raises(SkipError, match="basics.adding.sums was to be skipped until 2026-12-31, which is over. Ada: mend it"):
        load(tmp_path, GOOD, today=TODAY + datetime.timedelta(days=1))


@pytest.mark.parametrize("text", ["", "[]\n", "# nothing\n"])
def test_an_empty_list_skips_nothing(tmp_path, text):
    assert load(tmp_path, text) == []


def test_a_missing_file_skips_nothing(tmp_path):
    assert skips.load(tmp_path / "none.yaml", NAMES) == []


@pytest.mark.parametrize("old, new, message", [
    ("owner: Ada, ", "", "expected owner"),
    ("2026-12-31", "soon", "expected expires"),
    ("reason: a bug upstream", "reason: 3", "expected reason"),
    ("sums", "sum", "expected the name of a card or lesson, found 'basics.adding.sum'"),
    ("- {", "{", "expected a list of entries, found dict"),
    ("}", "", "expected YAML"),
])
def test_a_bad_entry_is_refused(tmp_path, old, new, message):
    assert old in GOOD
    with pytest.raises(SkipError, match=message):
        load(tmp_path, GOOD.replace(old, new))
