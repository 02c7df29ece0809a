"""The index of public names, as recorded while cards and lessons ran, and the pages of the names that PyTorch has lost."""

from itertools import groupby

from proofs import digest
from rest import escape, fingerprint, heading

def section_of(name):
    """``torch.nn.functional.relu`` stands under ``torch.nn.functional``, ``torch.optim.Adam.step`` under ``torch.optim``."""
    parts = name.split(".")[:-1]
    while len(parts) > 1 and parts[-1][:1].isupper() and parts[-1] != "Tensor":
        parts.pop()
    return ".".join(parts)


def apis_page(catalogue):
    """Every public name that a card or a lesson uses. The lists are made by a directive: as reST, Sphinx would read them for many seconds."""
    parts = [heading("API index"), "Every public name that a card or a lesson on this site uses. The list was recorded while they ran; ",
             "the card that explains a name comes first.\n\n"]
    names = sorted(catalogue.apis, key=lambda name: (not name.startswith("torch."), section_of(name).lower(), name.lower()))
    for section, group in groupby(names, key=section_of):
        group = list(group)
        parts += [heading(f"``{section}``", "-"), f".. api-names:: {' '.join(group)}\n\n", f".. evidence {digest({name: catalogue.apis[name] for name in group})}\n\n"]
    return "".join(parts)


def gone_page(name, claims, catalogue):
    """What happens today with a name from old notes, and what to write instead."""
    verdict = "removed" if any(claim.verdict == "removed" for claim in claims) else "deprecated"
    parts = [f".. index:: ! {name}\n\n", heading(f"``{name}`` is {verdict}"), "What learners still write about it, what is so, and what happens when it runs.\n\n"]
    for claim in claims:
        parts += [f".. claim:: {claim.id}\n\n", fingerprint(catalogue, claim.proof)]
    for proof in dict.fromkeys(claim.proof for claim in claims):
        if proof in catalogue.cards:
            card = catalogue.cards[proof][1]
            parts += [heading(escape(card.title.rstrip(".").replace("``", "")), "-"), card.body, "\n\n"]
    return "".join(parts)


def gone_index(gone):
    parts = [heading("Removed and deprecated"), "Names from older notes and tutorials. Each page shows what happens today when the name is used, and what to write instead.\n\n"]
    return "".join(parts) + ".. toctree::\n   :maxdepth: 1\n   :titlesonly:\n\n" + "".join(f"   /gone/{name}\n" for name in gone)
