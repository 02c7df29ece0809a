"""The index of public names, as recorded while cards and lessons ran, and the pages of the names that PyTorch has lost."""

from itertools import groupby

from proofs import digest
from rest import escape, fingerprint, heading, toctree


def section_of(name):
    """``torch.nn.functional.relu`` stands under ``torch.nn.functional``, ``torch.optim.Adam.step`` under ``torch.optim``."""
    parts = name.split(".")[:-1]
    while len(parts) > 1 and parts[-1][:1].isupper() and parts[-1] != "Tensor":
        parts.pop()
    return ".".join(parts)


def page_of(section):
    """``torch.nn.functional`` stands on the page of ``torch.nn``, ``sklearn.metrics`` on that of ``sklearn``."""
    return ".".join(section.split(".")[:2 if section.startswith("torch.") else 1])


def apis_pages(catalogue):
    """Every public name that a card or a lesson uses: {document: text}. The lists are made by a directive: as reST, Sphinx would read them for many seconds."""
    sections = {section: list(group) for section, group in groupby(sorted(catalogue.apis, key=lambda name: (section_of(name).lower(), name.lower())), section_of)}
    pages = {}
    for section, names in sections.items():
        pages.setdefault(page_of(section), []).append((section, names))
    ordered = sorted(pages, key=lambda page: (page != "torch", not page.startswith("torch."), page.lower()))
    index = [heading("API index"), "Every public name that a card or a lesson on this site uses. The list was recorded while they ran.\n\n",
             toctree([f"/apis/{page}" for page in ordered], "hidden")]
    index += [f"- :doc:`{page} </apis/{page}>`: {sum(len(names) for _, names in pages[page])} names\n" for page in ordered]
    texts = {"apis": "".join(index)}
    for page in ordered:
        parts = [heading(f"Names in ``{page}``"), "Each name with the cards and lessons that use it; the card that explains it comes first. Beside the name is its library's own documentation, where the address is known.\n\n"]
        for section, names in pages[page]:
            parts += [heading(f"``{section}``", "-"), f".. api-names:: {' '.join(names)}\n\n", f".. evidence {digest({name: (catalogue.apis[name], catalogue.addresses.get(name)) for name in names})}\n\n"]
        texts[f"apis/{page}"] = "".join(parts)
    return texts


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
    return "".join(parts) + toctree([f"/gone/{name}" for name in gone])
