"""What the proof page says of the mutants: how many wrong changes the cards notice, and which they do not."""

import json

from mutate import KINDS, equivalents, share, without_equivalents
from rest import escape, heading, table


def results_of(catalogue):
    """The last measurement of every module that there is: {file: result}, equivalent mutants left out."""
    path = catalogue.root / "build" / "proofs" / "mutation.json"
    known = equivalents(catalogue.root / "docs" / "equivalents.yaml")
    return {} if not path.exists() else {file: without_equivalents(result, known) for file, result in json.loads(path.read_text(encoding="utf-8")).items()}


def percent(results, kind):
    value = share(results, kind)
    return "none tried" if value is None else f"{value:.1f} %"


def mutation_section(catalogue):
    """How well the cards notice mutants, kind by kind and module by module."""
    parts = [heading("What the checks notice", "-"),
             "A check that cannot fail proves nothing. ``nox -s mutate`` makes one small wrong change at a time and runs the card again: a digit, sign or dtype of a shown output changes (output), "
             "a shown output is removed (deletion), a number, an operator or a function in the code changes or a statement is dropped (code), or the function that the card is about returns a wrong result "
             "while it runs (sabotage). Of a slow card only some changes are tried.\n\n"]
    results = results_of(catalogue)
    if not results:
        return "".join(parts) + "This build was made without that measurement. Run ``nox -s mutate``, then ``nox -s docs``.\n\n"
    shown = [(module, results[module.file]) for module in catalogue.modules if module.file in results]
    everything = [result for _, result in shown]
    rows = [["all of them", *(percent(everything, kind) for kind in KINDS), str(sum(sum(result["tried"].values()) for result in everything))]]
    rows += [[f":doc:`/{module.docname}`", *(percent([result], kind) for kind in KINDS), str(sum(result["tried"].values()))] for module, result in shown]
    parts.append(table(["cards", *(f"{kind}, noticed" for kind in KINDS), "tried"], rows))
    missing = len(catalogue.modules) - len(shown)
    parts.append(f"{missing} modules have not been measured. " * bool(missing) + "The changes that were not noticed are on :doc:`their own page </survivors>`.\n\n")
    return "".join(parts)


def survivors_page(catalogue):
    """Every mutant that no card noticed."""
    parts = [heading("Changes that no card noticed"), "Each line is one wrong change with which the card still passed, as ``nox -s mutate`` found it. See :doc:`/proof`.\n\n"]
    results = results_of(catalogue)
    for module in catalogue.modules:
        survivors = results.get(module.file, {}).get("survivors", [])
        if survivors:
            parts.append(heading(f":doc:`{escape(module.title)} </{module.docname}>`", "-"))
            parts += [f"- {escape(card.rpartition('.')[2])}, {kind}: {escape(' '.join(what.split()))}\n" for card, kind, what in survivors] + ["\n"]
    return "".join(parts)
