"""The page of the proof: what a build ran, on what, with what result."""

from collections import Counter

from faults_page import faults_section
from ledger import VERDICTS
from mutation_page import mutation_section
from rest import escape, heading, table, toctree


def proof_page(catalogue):
    """What this build ran, on what, with what result."""
    environment = catalogue.environment
    parts = [heading("Proof"),
             "Every figure on this page was written by the build. The records themselves are in ``build/proofs/``. What the build costs stands on :doc:`a page of its own </bench>`.\n\n"]
    about = {"torch": environment["torch"], "device": environment["device"], "Python": environment["python"],
             "system": environment["system"], "digits": environment["data"]["mnist"]}
    parts += [heading("On what", "-"), table(["what", "value"], [[name, escape(value)] for name, value in about.items()], "20 80")]
    parts += [heading("Lessons", "-"), table(["lesson", "result", "seconds", "run"], [
        [f":doc:`/lessons/{record.name}`", record.result, f":seconds:`{record.seconds:.1f}`", f":date:`{record.date}`"] for record in catalogue.lesson_records.values()])]
    rows = []
    for module in catalogue.modules:
        records = [catalogue.card_records[card.name] for card in module.cards]
        passed = sum(record.result == "passed" for record in records)
        rows.append([f":doc:`/{module.docname}`", f"{passed} of {len(records)} passed", f":seconds:`{sum(record.seconds for record in records):.2f}`", f":date:`{records[0].date}`"])
    parts += [heading("Cards", "-"), table(["cards", "result", "seconds", "run"], rows)]
    parts += [mutation_section(catalogue), faults_section(catalogue)]
    count = Counter(claim.verdict for claim in catalogue.claims)
    parts += [heading("Claims", "-"), table(["verdict", "meaning", "claims"], [[verdict, VERDICTS[verdict], str(count[verdict])] for verdict in VERDICTS])]
    skips = [[escape(skip.what), escape(skip.reason), escape(skip.owner), str(skip.expires)] for skip in catalogue.skips]
    parts += [heading("Not run", "-"), table(["what", "why", "owner", "until"], skips) if skips else "Nothing was skipped.\n\n"]
    waiting = catalogue.not_run_here()
    if waiting:
        parts += [f"{len(waiting)} claims have a half that needs a GPU, and this build had none; that half was not run here: ",
                  ", ".join(f":ref:`{claim.id} <{claim.anchor}>`" for claim in waiting) + ".\n\n"]
    parts += [heading("Data", "-"), table(["file", "SHA-256"], [[name, f"``{value}``"] for name, value in environment["data"]["files"].items()])]
    parts += [toctree(["survivors", "faults", "bench"], "hidden"), heading("Packages", "-"), ", ".join(f"{escape(name)} {version}" for name, version in environment["packages"].items()) + "\n"]
    return "".join(parts)
