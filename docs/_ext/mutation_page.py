"""What the proof page says of the mutants: how many wrong changes the cards and the lessons notice, and which they do not."""

from equivalents import without_equivalents
from mutate import KINDS, measurable, remembered, share
from rest import escape, heading, table


def results_of(root, modules, scripts, listed):
    """The measurements of the modules and lessons as they are now: {file: result}, equivalent mutants left out. What was measured of another text says nothing of this one."""
    keys = {file: key for file, (key, *_) in measurable(modules, scripts, listed).items()}
    return {file: without_equivalents(result, listed) for file, result in remembered(root / "build" / "proofs" / "mutation.json", keys).items()}


def percent(results, kind):
    value = share(results, kind)
    return "none tried" if value is None else f"{value:.1f} %"


def mutation_section(catalogue):
    """How well the cards notice mutants, kind by kind and module by module, and how well the lessons do."""
    parts = [heading("What the checks notice", "-"),
             "A check that cannot fail proves nothing. ``nox -s mutate`` makes one small wrong change at a time and runs the card again: a digit, sign or dtype of a shown output changes (output), "
             "a shown output is removed (deletion), a number, an operator or a function in the code changes or a statement is dropped (code), or the function that the card is about returns a wrong result "
             "while it runs (sabotage). A lesson runs again from the cell that changed, and notices a change of its code when one of its checks fails. What only draws or prints is not changed, "
             "nor are the checks. Of a slow card or lesson only some changes are tried.\n\n"]
    results = catalogue.mutation
    if not results:
        return "".join(parts) + "This build was made without that measurement. Run ``nox -s mutate``, then ``nox -s docs``.\n\n"
    shown = [(module, results[module.file]) for module in catalogue.modules if module.file in results]
    everything = [result for _, result in shown]
    rows = [["all of them", *(percent(everything, kind) for kind in KINDS), str(sum(sum(result["tried"].values()) for result in everything))]]
    rows += [[f":doc:`/{module.docname}`", *(percent([result], kind) for kind in KINDS), str(sum(result["tried"].values()))] for module, result in shown]
    parts.append(table(["cards", *(f"{kind}, noticed" for kind in KINDS), "tried"], rows))
    lessons = [(name, results[file]) for name, file in lesson_files(catalogue) if file in results]
    rows = [["all of them", percent([result for _, result in lessons], "lesson"), str(sum(result["tried"]["lesson"] for _, result in lessons))]]
    rows += [[f":doc:`/lessons/{name}`", percent([result], "lesson"), str(result["tried"]["lesson"])] for name, result in lessons]
    parts.append(table(["lessons", "code, noticed", "tried"], rows))
    missing = len(catalogue.modules) - len(shown), len(catalogue.lessons) - len(lessons)
    parts.append(f"{missing[0]} modules of cards and {missing[1]} lessons have not been measured. " * any(missing)
                 + "The changes that were not noticed are on :doc:`their own page </survivors>`.\n\n")
    return "".join(parts)


def lesson_files(catalogue):
    return [(name, script.relative_to(catalogue.root).as_posix()) for name, script in catalogue.scripts.items()]


def survivors_page(catalogue):
    """Every mutant that no card or lesson noticed."""
    parts = [heading("Changes that nothing noticed"), "Each line is one wrong change with which the card or the lesson still passed, as ``nox -s mutate`` found it. See :doc:`/proof`.\n\n"]
    results = catalogue.mutation
    pages = [(module.title, module.docname, module.file) for module in catalogue.modules]
    pages += [(catalogue.lessons[name].title, f"lessons/{name}", file) for name, file in lesson_files(catalogue)]
    for title, docname, file in pages:
        survivors = results.get(file, {}).get("survivors", [])
        if survivors:
            parts.append(heading(f":doc:`{escape(title)} </{docname}>`", "-"))
            for card, kind, what in survivors:
                where = "" if kind == "lesson" else f"{card.rpartition('.')[2]}, {kind}: "
                parts.append(f"- {escape(where + ' '.join(what.split()))}\n")
            parts.append("\n")
    return "".join(parts)
