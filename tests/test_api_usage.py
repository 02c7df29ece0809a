"""Which card a search for a public name leads to."""

from types import SimpleNamespace

import api_usage


def catalogue(titles, apis):
    """``{card: first line}`` and ``{card: names that it calls}``, as far as the search reads a catalogue; a card ``part.module.name`` is in ``part.module``."""
    cards = {name: (SimpleNamespace(name=name.rpartition(".")[0]), SimpleNamespace(name=name, title=title)) for name, title in titles.items()}
    made = SimpleNamespace(cards=cards, card_records={name: SimpleNamespace(apis=names) for name, names in apis.items()}, claims=[], claims_of={name: [] for name in titles})
    made.names_about = {name: api_usage.names_of(made, card) for name, (_, card) in cards.items()}
    return made


def test_a_name_is_at_home_where_first_lines_open_with_it():
    titles = {"nn.layers.sizes": "``nn.Linear(3, 1)`` has three weights.", "lines.several.model": "A class around ``nn.Linear`` is a model.",
              "lines.several.fit": "It learns the line.", "lines.several.use": "It predicts."}
    assert api_usage.homes(catalogue(titles, {name: ["torch.nn.Linear"] for name in titles})) == {"torch.nn.Linear": "nn.layers.sizes"}


def test_a_name_that_opens_no_first_line_is_at_home_where_most_cards_use_it():
    titles = {"lines.one.model": "A class around ``nn.Linear`` is a model.", "lines.several.model": "A ``nn.Linear`` with three inputs is a model.", "lines.several.fit": "It learns."}
    assert api_usage.homes(catalogue(titles, {name: ["torch.nn.Linear"] for name in titles})) == {"torch.nn.Linear": "lines.several.model"}


def test_a_first_line_opens_with_a_name_not_with_what_is_given_to_it():
    assert [api_usage.opening(title) for title in ("``nn.Linear(3, 1)`` is", "``.grad`` is", "``vmap(grad(loss))`` is", "A ``view`` is")] == ["Linear", "grad", "vmap", ""]
