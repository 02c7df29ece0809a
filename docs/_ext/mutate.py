"""Measures whether the cards and the lessons would notice what they should: ``python docs/_ext/mutate.py [snippets/tensors/shapes.py ...]``.

Every mutant of a card or lesson (see ``mutants``) runs by itself; one that it does not notice is a survivor. Results are kept in
``build/proofs/mutation.json`` for ``proof.html``, and a module or lesson that did not change since is not measured again.
Each is measured in a copy of a process that has imported torch once: a mutant that hangs or ends it takes no other along.
"""

import importlib
import json
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import cards
import course
import data
import ledger
import proofs
from api_usage import short, words_of
from data import ROOT
from equivalents import check_names, equivalents, not_met, without_equivalents
from files import write_beside
from forked import ending
from refusals import Refusal

KINDS = ("output", "deletion", "code", "sabotage")
ENOUGH = {"output": 100, "deletion": 100, "code": 95, "lesson": 75}  # percent, over all modules and over all lessons; of a lesson also by itself
LONGEST = 600  # seconds for one module or lesson
MACHINERY = {"card_mutants": ("card_mutants.py", "doctest_runs.py", "forked.py", "mutants.py", "state.py"),
             "lesson_mutants": ("lesson_mutants.py", "unnoticed.py", "forked.py", "mutants.py", "state.py")}
# Neither threads nor an accelerator survive when a process is copied.
ALONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""}


class MutateError(Refusal):
    """Something the measurement was given that it cannot use; the message says what and what to do."""


def share(results, kind):
    """Percent of the mutants of one kind that were noticed; None where there were none."""
    tried, noticed = (sum(result[key].get(kind, 0) for result in results) for key in ("tried", "noticed"))
    return 100 * noticed / tried if tried else None


def line(name, results):
    shares = {kind: share(results, kind) for kind in ENOUGH | dict.fromkeys(KINDS)}
    return f"{name:42}" + "  ".join(f"{kind} {value:5.1f}" for kind, value in shares.items() if value is not None)


def names_about(modules):
    """{card: last parts of the names that it is about}: those in its first line, and those that its claims are on."""
    about = {card.name: set(map(short, words_of(card.title))) for module in modules for card in module.cards}
    for claim in ledger.load(ROOT / "docs" / "claims"):
        about.get(claim.proof, set()).update(map(short, claim.api))
    return about


def remembered(path, keys):
    """The results of modules that did not change since: {file: result}."""
    results = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {file: result for file, result in results.items() if keys.get(file) == result["key"]}


def measurable(modules, scripts, listed):
    """What there is to measure: {file: (key, program, what the program is told)}."""
    machinery = {program: [Path(__file__).with_name(name).read_bytes() for name in names] for program, names in MACHINERY.items()}
    about, found = names_about(modules), {}
    for module in modules:
        told = {"module_file": module.file, "name": module.name, "about": {card.name: sorted(about[card.name]) for card in module.cards}}
        found[module.file] = proofs.digest(module.digest, *machinery["card_mutants"]), "card_mutants", told
    for script in scripts:
        told = {"script": str(script), "left_out": sorted(what for name, _, what in listed if name == course.name_of(script))}
        key = proofs.digest(script.read_bytes(), told["left_out"], *machinery["lesson_mutants"])
        found[script.relative_to(ROOT).as_posix()] = key, "lesson_mutants", told
    return found


def measured(file, program, told):
    """What one of the two programs finds out about a module or a lesson, in a copy of this process."""
    with tempfile.TemporaryDirectory() as folder:
        result, said = Path(folder, "result.json"), Path(folder, "said.txt")

        def work():
            with said.open("w") as log:
                os.dup2(log.fileno(), 1)
                os.dup2(log.fileno(), 2)
            os.chdir(ROOT)
            try:
                result.write_text(json.dumps(importlib.import_module(program).main(told)), encoding="utf-8")
            except BaseException:
                traceback.print_exc()
                raise

        code = ending(work, LONGEST)
        if result.exists():
            return json.loads(result.read_text(encoding="utf-8"))
        ended = f"it took longer than {LONGEST} s" if code is None else f"its process ended with {code}: {said.read_text()[-500:].strip()}"
        return {"unmeasured": [f"{file}: {ended}"]}


def main(names):
    """Measure these files, or all that changed; print each result as it comes, then the survivors and the whole."""
    wanted = {Path(name).resolve().relative_to(ROOT).as_posix() for name in names}
    listed, target = equivalents(ROOT / "docs" / "equivalents.yaml"), ROOT / "build" / "proofs" / "mutation.json"
    modules, scripts = cards.load(ROOT / "snippets"), course.scripts(ROOT / "gallery")
    check_names(listed, {*(card.name for module in modules for card in module.cards), *map(course.name_of, scripts)})
    known = measurable(modules, scripts, listed)
    if wanted - set(known):
        raise MutateError("expected modules of cards such as snippets/tensors/shapes.py, or lessons such as gallery/01_foundations/01_tensors.py, "
                          f"found {', '.join(sorted(wanted - set(known)))}.")
    results, unmeasured, began = remembered(target, {file: key for file, (key, *_) in known.items()}), [], time.perf_counter()
    waiting = [file for file in known if (not wanted or file in wanted) and file not in results]
    os.environ.update(PROVEN_DATA=data.prepare(False)["root"], **ALONE)
    with ProcessPoolExecutor(proofs.parallel_jobs(), multiprocessing.get_context("spawn"), importlib.import_module, ["lesson_mutants"]) as pool:  # and so torch
        running = {pool.submit(measured, file, *known[file][1:]): file for file in waiting}
        for number, done in enumerate(as_completed(running), start=1):
            file, result = running[done], done.result()
            if result["unmeasured"]:
                unmeasured += result["unmeasured"]
            else:
                results[file] = {**result, "key": known[file][0]}
                write_beside(target, json.dumps(results, indent=1, sort_keys=True).encode())
            said = "; ".join(result["unmeasured"]) or line(file, [without_equivalents(result, listed)])
            print(f"{time.perf_counter() - began:6.0f} s {number:3} of {len(waiting)}  {said}", flush=True)
    shown = {file: without_equivalents(results[file], listed) for file in sorted(results) if not wanted or file in wanted}
    for card, kind, what in (survivor for result in shown.values() for survivor in result["survivors"]):
        print(f"survivor  {card}  {kind}: {what}")
    for card, kind, what in not_met(listed, results.values()) if not wanted and not unmeasured else []:
        print(f"listed in equivalents.yaml, but noticed or gone  {card}  {kind}: {what}")
    print(line(f"{len(shown)} modules and lessons", shown.values()))
    shares = [(kind, kind, share(shown.values(), kind)) for kind in ENOUGH] + [(file, "lesson", share([result], "lesson")) for file, result in shown.items()]
    below = [f"{what} {value:.1f} (at least {ENOUGH[kind]})" for what, kind, value in shares if value is not None and value < ENOUGH[kind]]
    if unmeasured:
        raise MutateError(f"expected every card and every lesson to pass unchanged, found: {'; '.join(unmeasured)}. Build first: nox -s docs")
    if below:
        raise MutateError(f"expected more mutants to be noticed, found, in percent: {', '.join(below)}. The survivors stand above.")
    print("That is enough: " + ", ".join(f"{kind} at least {ENOUGH[kind]} %" for what, kind, value in shares if what == kind and value is not None))


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Refusal as error:
        sys.exit(f"mutate: {error}")
