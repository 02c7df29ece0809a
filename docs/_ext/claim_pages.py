"""The pages of the ledger: one for each area, and their index."""

from collections import Counter
from itertools import groupby

from ledger import VERDICTS
from rest import escape, fingerprint, heading, table, toctree


def verdict_filter(claims):
    """Radio buttons that ``site.css`` reads: they show the claims of one verdict, without a script."""
    count = Counter(claim.verdict for claim in claims)
    choices = [("all", f"all {len(claims)}"), *((verdict, f"{verdict} {count[verdict]}") for verdict in VERDICTS if count[verdict])]
    buttons = [f'<label><input type="radio" name="verdict" value="{value}"{" checked" * (value == "all")}> {text}</label>' for value, text in choices]
    return ".. raw:: html\n\n   <fieldset class=\"verdict-filter\"><legend>Show</legend>" + "".join(buttons) + "</fieldset>\n\n"


def claims_page(area, claims, catalogue):
    """One area of the ledger, in the order of the site's cards."""
    order = {name: index for index, name in enumerate([*catalogue.cards, *catalogue.sections])}
    parts = [heading(f"Claims about {area}"), "What learners say and write, and what is so. Every entry links to the run that settles it.\n\n", verdict_filter(claims)]
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
