"""What a card has to be before it may run."""

import cards
import pytest
from cards import CardError

GOOD = '''"""Adding numbers

About sums.
"""


def sums():
    """One and one is two.

    >>> 1 + 1
    2
    """
'''


def load(tmp_path, source, name="adding"):
    path = tmp_path / "basics" / f"{name}.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(source)
    return cards.load(tmp_path)


def test_a_card_is_read_without_importing_it(tmp_path):
    (module,) = load(tmp_path, GOOD + "\nraise SystemExit('imported')\n")
    assert (module.name, module.title, module.body) == ("basics.adding", "Adding numbers", "About sums.")
    (card,) = module.cards
    assert (card.name, card.title, card.line, card.recipe) == ("basics.adding.sums", "One and one is two.", 7, "")
    assert card.anchor == "basics-adding-sums"
    assert ">>> 1 + 1\n2" in card.body


def test_private_functions_are_no_cards(tmp_path):
    (module,) = load(tmp_path, GOOD + "\n\ndef _help():\n    return 1\n")
    assert [card.name for card in module.cards] == ["basics.adding.sums"]


BAD = {
    "no docstring": ('"""One and one is two.\n\n    >>> 1 + 1\n    2\n    """', "pass", "expected a docstring, found none"),
    "no doctest": (">>> 1 + 1\n    2", "It is so.", "expected a doctest, found none"),
    "no output": ("1 + 1\n    2", "x = 1", "expected a doctest that shows output, found 1 examples without any"),
    "empty first line": ('"""One and', '"""\n    One and', "expected a sentence on the first line of the docstring, found an empty line"),
    "long first line": ("One and one", "One " * 30 + "and", "expected a first line of at most 120 characters, found"),
    "skipped": ("1 + 1", "1 + 1  # doctest: +SKIP", "found +SKIP"),
    "unreadable": (">>> 1 + 1", ">>> if 1:\n    >>>1", "expected a doctest that can be read"),
    "no Python": ("def sums():", "def sums(:", "expected Python"),
    "page without title": ('"""Adding numbers', '"""', "module docstring: expected a sentence on the first line"),
    "no card": ("def sums", "def _sums", "expected at least one card, found no function"),
}


@pytest.mark.parametrize("fault", BAD)
def test_a_card_that_proves_nothing_is_refused(tmp_path, fault):
    old, new, message = BAD[fault]
    assert old in GOOD
    with pytest.raises(CardError) as error:
        load(tmp_path, GOOD.replace(old, new, 1))
    assert message in str(error.value)
    assert "snippets/basics/adding.py, line " in str(error.value)


def test_the_longest_first_line_is_allowed(tmp_path):
    (module,) = load(tmp_path, GOOD.replace("One and one is two.", "x" * 120))
    assert len(module.cards[0].title) == 120


def test_two_cards_of_one_name_are_refused(tmp_path):
    with pytest.raises(CardError, match=r"line 15, card sums: expected a name of its own, found it at line 7 too"):
        load(tmp_path, GOOD + "\n\n" + GOOD.partition("\n\n\n")[2])


def test_two_pages_of_one_title_are_refused(tmp_path):
    load(tmp_path, GOOD)
    with pytest.raises(CardError, match="expected a title of its own, found 'Adding numbers' in snippets/basics/adding.py too"):
        load(tmp_path, GOOD, "summing")
