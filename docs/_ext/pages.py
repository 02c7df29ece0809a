"""Sphinx extension: writes the pages of cards, claims and proof into the source tree before Sphinx reads it."""

import re
from collections import Counter
from itertools import groupby
from pathlib import Path

from catalogue import Catalogue
from files import write_beside
from ledger import VERDICTS
from proofs import digest


def escape(text):
    """Plain text as reST: every character that could be markup gets a backslash."""
    return re.sub(r"([^\w\s.,;()/-])", r"\\\1", text)


def heading(text, mark="="):
    return f"{text}\n{mark * max(len(text), 4)}\n\n"


def write_page(path, text):
    """Write a page if it changed, so that Sphinx reads again only what did."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        write_beside(path, text.encode())


def toctree(entries, *options):
    lines = [".. toctree::", *(f"   :{option}:" for option in ("maxdepth: 1", *options)), "", *(f"   {entry}" for entry in entries)]
    return "\n".join(lines).replace("maxdepth: 1:", "maxdepth: 1") + "\n\n"


def table(head, rows, widths=""):
    """A list table; the cells are reST on one line."""
    lines = [".. list-table::", "   :header-rows: 1", *([f"   :widths: {widths}"] if widths else []), ""]
    for row in [head, *rows]:
        lines += [f"   {'*' if not index else ' '} - {cell}" for index, cell in enumerate(row)]
    return "\n".join(lines) + "\n\n"


def fingerprint(catalogue, proof):
    """A comment that changes with what the page says of a proof beside its text, so that Sphinx reads the page again."""
    card = catalogue.cards.get(proof)
    used_in = catalogue.lessons_using(card[1]) if card else []
    return f".. evidence {digest(catalogue.stamp(catalogue.record_of(proof)), [vars(claim) for claim in catalogue.claims_of[proof]], used_in)}\n\n"


def card_page(module, catalogue):
    """One module of cards."""
    parts = [heading(module.title), module.body, "\n\n"]
    for card in module.cards:
        parts += [f".. _{card.name}:\n\n", heading(card.title.rstrip("."), "-"), card.body, "\n\n"]
        if card.recipe:
            parts += [".. code-block:: python\n\n", "\n".join(f"   {line}" for line in card.recipe.splitlines()), "\n\n"]
        parts += [f".. card-evidence:: {card.name}\n\n", fingerprint(catalogue, card.name)]
    return "".join(parts)


def cards_index(catalogue):
    parts = [heading("Cards"), "One idea each: a sentence that can be true or false, a short explanation, and the example that proves it.\n\n"]
    for area, modules in groupby(catalogue.modules, key=lambda module: module.name.split(".")[0]):
        modules = list(modules)
        parts += [heading(area.capitalize(), "-"), toctree([f"/{module.docname}" for module in modules], "hidden")]
        for module in modules:
            parts += [f":doc:`{escape(module.title)} </{module.docname}>`\n"]
            parts += [f"   - :ref:`{rest_link(card.title)} <{card.name}>`\n" for card in module.cards] + ["\n"]
    return "".join(parts)


def rest_link(title):
    """A card's sentence as the text of a link, in which no markup can stand."""
    return escape(title.rstrip(".").replace("``", ""))


def claims_page(area, claims, catalogue):
    """One area of the ledger, in the order of the site's cards."""
    order = {name: index for index, name in enumerate([*catalogue.cards, *catalogue.sections])}
    parts = [heading(f"Claims about {area}"), "What learners say and write, and what is so. Every entry links to the run that settles it.\n\n"]
    by_page = groupby(sorted(claims, key=lambda claim: order[claim.proof]), key=lambda claim: catalogue.place(claim.proof)[0])
    for docname, group in by_page:
        parts += [heading(escape(catalogue.page_title(docname)), "-")]
        for claim in group:
            parts += [f".. _{claim.anchor}:\n\n.. claim:: {claim.id}\n\n", fingerprint(catalogue, claim.proof)]
    return "".join(parts)


def claims_index(by_area):
    parts = [heading("Claims"), "Statements about PyTorch that learners meet in notes and blogs, right and wrong. Each has a verdict, "
             "and each verdict has a run behind it.\n\n"]
    rows = []
    for area, claims in by_area.items():
        count = Counter(claim.verdict for claim in claims)
        rows.append([f":doc:`{area} </claims/{area}>`", *(str(count[verdict]) for verdict in VERDICTS), str(len(claims))])
    parts += [table(["area", *VERDICTS, "all"], rows)]
    parts += [f"{verdict}\n   {meaning}\n\n" for verdict, meaning in VERDICTS.items()]
    return "".join(parts) + toctree([f"/claims/{area}" for area in by_area], "hidden")


def proof_page(catalogue):
    """What this build ran, on what, with what result."""
    environment = catalogue.environment
    parts = [heading("Proof"), escape(catalogue.summary()) + "\n\n",
             "Every figure on this page was written by the build. The records themselves are in ``build/proofs/``.\n\n"]
    about = {"torch": environment["torch"], "device": environment["device"], "Python": environment["python"],
             "system": environment["system"], "digits": environment["data"]["mnist"]}
    parts += [heading("On what", "-"), table(["what", "value"], [[name, escape(value)] for name, value in about.items()], "20 80")]
    parts += [heading("Lessons", "-"), table(["lesson", "result", "seconds", "run"], [
        [f":doc:`/lessons/{record.name}`", record.result, f"{record.seconds:.1f}", record.date] for record in catalogue.lesson_records.values()])]
    rows = []
    for module in catalogue.modules:
        records = [catalogue.card_records[card.name] for card in module.cards]
        passed = sum(record.result == "passed" for record in records)
        rows.append([f":doc:`/{module.docname}`", f"{passed} of {len(records)} passed", f"{sum(record.seconds for record in records):.2f}", records[0].date])
    parts += [heading("Cards", "-"), table(["cards", "result", "seconds", "run"], rows)]
    count = Counter(claim.verdict for claim in catalogue.claims)
    parts += [heading("Claims", "-"), table(["verdict", "meaning", "claims"], [[verdict, VERDICTS[verdict], str(count[verdict])] for verdict in VERDICTS])]
    skips = [[escape(skip.what), escape(skip.reason), escape(skip.owner), str(skip.expires)] for skip in catalogue.skips]
    parts += [heading("Not run", "-"), table(["what", "why", "owner", "until"], skips) if skips else "Nothing was skipped.\n\n"]
    waiting = catalogue.not_run_here()
    if waiting:
        parts += [f"{len(waiting)} claims have a half that needs a GPU, and this build had none; that half was not run here: ",
                  ", ".join(f":ref:`{claim.id} <{claim.anchor}>`" for claim in waiting) + ".\n\n"]
    parts += [heading("Data", "-"), table(["file", "SHA-256"], [[name, f"``{value}``"] for name, value in environment["data"]["files"].items()])]
    parts += [heading("Packages", "-"), ", ".join(f"{escape(name)} {version}" for name, version in environment["packages"].items()) + "\n"]
    return "".join(parts)


def write_pages(app):
    """Write every generated page, and remove those whose source is gone."""
    catalogue = app.config.proven_catalogue = Catalogue(Path(app.confdir).parent, app.config.proven_environment)
    by_area = {area: list(claims) for area, claims in groupby(catalogue.claims, key=lambda claim: claim.area)}
    pages = {module.docname: card_page(module, catalogue) for module in catalogue.modules}
    pages |= {f"claims/{area}": claims_page(area, claims, catalogue) for area, claims in by_area.items()}
    pages |= {"cards/index": cards_index(catalogue), "claims/index": claims_index(by_area), "proof": proof_page(catalogue)}
    for folder in ("cards", "claims"):
        for path in Path(app.srcdir, folder).rglob("*.rst"):
            if path.relative_to(app.srcdir).with_suffix("").as_posix() not in pages:
                path.unlink()
    for docname, text in pages.items():
        write_page(Path(app.srcdir, f"{docname}.rst"), text)


def setup(app):
    app.connect("builder-inited", write_pages, priority=450)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
