"""The reading order of the card pages."""

from types import SimpleNamespace

import pytest
from order import OrderError, in_reading_order


def order(tmp_path, *names, text="b: [two, one]\na: []\n"):
    path = tmp_path / "order.yaml"
    if text is not None:
        path.write_text(text)
    return [module.name for module in in_reading_order([SimpleNamespace(name=name) for name in names], path)]


def test_areas_and_modules_stand_as_they_are_listed(tmp_path):
    assert order(tmp_path, "a.x", "b.one", "b.two") == ["b.two", "b.one", "a.x"]


def test_what_is_not_listed_comes_after_by_name(tmp_path):
    assert order(tmp_path, "d.x", "c.y", "c.x", "b.zero", "b.one", "b.alpha") == ["b.one", "b.alpha", "b.zero", "c.x", "c.y", "d.x"]


@pytest.mark.parametrize("text, found", [("b: [two\n", "expected YAML, found"), ("- b\n", "expected a dict of entries, found list")])
def test_another_kind_of_file_is_refused(tmp_path, text, found):
    with pytest.raises(OrderError, match=f"docs/order.yaml: {found}"):
        order(tmp_path, "b.one", text=text)


def test_without_a_list_names_decide(tmp_path):
    assert order(tmp_path, "b.x", "a.z", "a.y", text=None) == ["a.y", "a.z", "b.x"]
