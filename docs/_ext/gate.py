"""The last step of a build: nothing stands on the site without a run behind it, and nothing that belongs to the machine."""

from collections import Counter
from pathlib import Path

import leaks
from refusals import Refusal


class GateError(Refusal):
    """Something on the site has no proof; the message names it."""


def unproven(catalogue):
    """Cards and lessons without a run that passed, and claims whose proof is one of them."""
    excused = {skip.what for skip in catalogue.skips}
    problems = []
    for kind, names, records in (("card", catalogue.cards, catalogue.card_records), ("lesson", catalogue.lessons, catalogue.lesson_records)):
        for name in names:
            record = records.get(name)
            if record is None:
                problems.append(f"{kind} {name}: expected a run, found none. Build again from a clean tree: rm -r build.")
            elif record.result == "failed":
                problems.append(f"{kind} {name}: expected a run that passed, found: {record.message}")
            elif record.result == "skipped" and name not in excused:
                problems.append(f"{kind} {name}: expected a run or an entry in docs/skips.yaml, found it skipped: {record.message}")
    for claim in catalogue.claims:
        record = catalogue.record_of(claim.proof)
        if record is None or (record.result != "passed" and claim.proof.partition("#")[0] not in excused):
            problems.append(f"{claim.where}: expected a proof that passed, found {'no run' if record is None else record.result} of {claim.proof}")
    return problems


def strangers(catalogue, html):
    """Pages below ``lessons/`` and ``cards/`` that no script and no module of cards stands behind."""
    known = {f"lessons/{name}" for name in catalogue.lessons} | {module.docname for module in catalogue.modules}
    problems = []
    for page in sorted([*Path(html).glob("lessons/**/*.html"), *Path(html).glob("cards/**/*.html")]):
        name = page.relative_to(html).with_suffix("").as_posix()
        if name not in known and page.stem != "index":
            problems.append(f"{name}.html: expected a lesson or a module of cards behind the page, found none. Remove the page.")
    for module in catalogue.modules:
        page = Path(html, f"{module.docname}.html")
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        problems += [f"{module.docname}.html: expected card {card.name} on the page, found none. Build again." for card in module.cards
                     if f'id="{card.anchor}"' not in text]
    problems += [f"lessons/{name}.html: expected the page of the lesson, found none. Build again." for name in catalogue.lessons
                 if not Path(html, f"lessons/{name}.html").exists()]
    return problems


def check(catalogue, html):
    problems = unproven(catalogue) + strangers(catalogue, html) + leaks.find(catalogue.root, html)
    if problems:
        raise GateError("\n".join(problems))


def report(catalogue, seconds):
    """What was proven, and what was not run and why; the last words of a build."""
    verdicts = Counter(claim.verdict for claim in catalogue.claims)
    lines = [f"\nProven in {seconds:.0f} s on {catalogue.environment['device']}, torch {catalogue.environment['torch']}:",
             f"  {len(catalogue.cards)} cards, {len(catalogue.lessons)} lessons, {len(catalogue.claims)} claims "
             f"({', '.join(f'{count} {verdict}' for verdict, count in verdicts.items())})"]
    lines += [f"  not run: {skip.what}, {skip.reason} ({skip.owner}, until {skip.expires})" for skip in catalogue.skips]
    waiting = catalogue.not_run_here()
    if waiting:
        lines.append(f"  not run here: the GPU half of {len(waiting)} claims, this machine has no accelerator")
    return "\n".join(lines)
