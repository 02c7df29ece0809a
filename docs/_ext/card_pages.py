"""The pages of the cards: one for each module, and their index."""

from itertools import groupby

from api_usage import short
from rest import fingerprint, heading, rest_link, toctree


def card_page(module, catalogue):
    """One module of cards."""
    parts = [heading(module.title), module.body, "\n\n"]
    for card in module.cards:
        parts += [f".. _{card.name}:\n\n", heading(card.title.rstrip("."), "-")]
        parts += [index_entries(card, catalogue), card.body, "\n\n"]
        if card.recipe:
            parts += [".. code-block:: python\n\n", "\n".join(f"   {line}" for line in card.recipe.splitlines()), "\n\n"]
        parts += [f".. card-evidence:: {card.name}\n\n", fingerprint(catalogue, card.name)]
    return "".join(parts)


def index_entries(card, catalogue):
    """What Sphinx's search and index know the card by: the names that it is the home of, in full and by their last part."""
    entries = {}
    for api in catalogue.names_about[card.name]:
        home = catalogue.home_of.get(api) == card.name
        entries[api] = "! " if home or entries.get(api) else ""
        if home and catalogue.home_of_short[short(api)] == card.name:
            entries[short(api)] = "! "
    return "".join(f".. index:: {main}{name}\n" for name, main in entries.items()) + "\n" * bool(entries)


def by_area(catalogue):
    """{area: [modules]}, in the order of the site."""
    return {area: list(modules) for area, modules in groupby(catalogue.modules, key=lambda module: module.name.split(".")[0])}


def area_page(area, modules):
    """The modules of one area, with the sentences of their cards."""
    parts = [heading(f"Cards on {area}"), toctree([f"/{module.docname}" for module in modules], "hidden")]
    for module in modules:
        parts += [heading(f":doc:`{rest_link(module.title)} </{module.docname}>`", "-")]
        parts += [f"- :ref:`{rest_link(card.title)} <{card.name}>`\n" for card in module.cards] + ["\n"]
    return "".join(parts)


def cards_index(areas):
    parts = [heading("Cards"), "One idea each: a sentence that can be true or false, a short explanation, and the example that proves it.\n\n",
             toctree([f"/cards/{area}/index" for area in areas], "hidden")]
    for area, modules in areas.items():
        parts += [heading(f":doc:`{area.capitalize()} </cards/{area}/index>`", "-")]
        parts += [f"- :doc:`{rest_link(module.title)} </{module.docname}>`\n" for module in modules] + ["\n"]
    return "".join(parts)


def cheat_sheet(areas):
    """The first sentence of every card, to be printed."""
    parts = [heading("Cheat sheet"), "The first sentence of every card, in the order of the site. Each was proven when this site was built. Print this page: it becomes small and narrow, and fits on four sheets of A4, or on two of A3 with two pages to a side.\n\n"]
    for area, modules in areas.items():
        parts.append(heading(area.capitalize(), "-"))
        for module in modules:
            parts += [heading(f":doc:`{rest_link(module.title)} </{module.docname}>`", "^"), *(f"- {card.title}\n" for card in module.cards), "\n"]
    return "".join(parts)
