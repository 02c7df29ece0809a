"""The pieces that generated pages are made of: reST as text."""

import re

from api_usage import lessons_using
from proofs import digest


def escape(text):
    """Plain text as reST: every character that could be markup gets a backslash."""
    return re.sub(r"([^\w\s.,;()/-]|_(?!\w))", r"\\\1", text)


def rest_link(title):
    """A card's sentence as the text of a link, in which no markup can stand."""
    return escape(title.rstrip(".").replace("``", ""))


def heading(text, mark="="):
    return f"{text}\n{mark * max(len(text), 4)}\n\n"


def toctree(entries, *options):
    lines = [".. toctree::", "   :maxdepth: 1", "   :titlesonly:", *(f"   :{option}:" for option in options), "", *(f"   {entry}" for entry in entries)]
    return "\n".join(lines) + "\n\n"


def table(head, rows, widths=""):
    """A list table; the cells are reST on one line."""
    lines = [".. list-table::", "   :header-rows: 1", *([f"   :widths: {widths}"] if widths else []), ""]
    for row in [head, *rows]:
        lines += [f"   {'*' if not index else ' '} - {cell}" for index, cell in enumerate(row)]
    return "\n".join(lines) + "\n\n"


def fingerprint(catalogue, proof):
    """A comment that changes with what the page says of a proof beside its text, so that Sphinx reads the page again."""
    card = catalogue.cards.get(proof)
    used_in = lessons_using(catalogue, card[1]) if card else []
    documented = [catalogue.addresses.get(name) for name in catalogue.names_about.get(proof, ())]
    return f".. evidence {digest(documented, catalogue.stamp(catalogue.record_of(proof)), [vars(claim) for claim in catalogue.claims_of[proof]], used_in)}\n\n"
