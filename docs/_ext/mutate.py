"""Measures whether the cards would notice what they should: ``python docs/_ext/mutate.py [snippets/tensors/shapes.py ...]``.

Every mutant of a card (see ``mutants``) runs by itself; one that the card does not notice is a survivor. Results are kept in
``build/proofs/mutation.json`` for ``proof.html``, and a module that did not change since is not measured again.
Each module has a process of its own: a mutant that hangs or ends it takes no other module along.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import cards
import ledger
import proofs
import yaml
from api_usage import short, words_of
from data import ROOT
from files import write_beside

KINDS = ("output", "deletion", "code", "sabotage")
ENOUGH = {"output": 100, "deletion": 100, "code": 95}  # percent, over all modules
LONGEST_MODULE = 600  # seconds
MACHINERY = ("mutate.py", "card_mutants.py", "doctest_runs.py", "mutants.py", "state.py")


class MutateError(Exception):
    """Something the measurement was given that it cannot use; the message says what and what to do."""


def equivalents(path):
    """The mutants that change nothing a card could notice: {(card, kind, mutant)}. Each must give its reason."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or [] if path.exists() else []
    for entry in entries:
        if set(entry) != {"card", "kind", "mutant", "reason"} or not entry["reason"]:
            raise MutateError(f"{path.name}: expected entries with card, kind, mutant and reason, found {entry}. Complete it.")
    return {(entry["card"], entry["kind"], entry["mutant"]) for entry in entries}


def without_equivalents(result, listed):
    """A result with the listed equivalent mutants taken out of the count."""
    out = Counter(kind for card, kind, what in result["survivors"] if (card, kind, what) in listed)
    return {**result, "survivors": [survivor for survivor in result["survivors"] if tuple(survivor) not in listed],
            "tried": {kind: count - out[kind] for kind, count in result["tried"].items()}}


def share(results, kind):
    """Percent of the mutants of one kind that were noticed; None where there were none."""
    tried, noticed = (sum(result[key].get(kind, 0) for result in results) for key in ("tried", "noticed"))
    return 100 * noticed / tried if tried else None


def line(name, results):
    shares = [(kind, share(results, kind)) for kind in KINDS]
    return f"{name:42}" + "  ".join(f"{kind} {'  -  ' if value is None else f'{value:5.1f}'}" for kind, value in shares)


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


def measured(module, about):
    """What ``card_mutants.measure`` finds out about a module."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        wanted = {"module_file": module.file, "name": module.name, "about": {card.name: sorted(about[card.name]) for card in module.cards}}
        try:
            done = subprocess.run([sys.executable, Path(__file__).with_name("card_mutants.py"), result], cwd=ROOT, input=json.dumps(wanted), text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=LONGEST_MODULE)
            ended = f"its process ended with {done.returncode}: {done.stdout.strip()[-500:]}"
        except subprocess.TimeoutExpired:
            ended = f"it took longer than {LONGEST_MODULE} s"
        return json.loads(result.read_text(encoding="utf-8")) if result.exists() else {"unmeasured": [f"{module.file}: {ended}"]}


def main(names):
    """Measure the modules of these files, or all that changed; print each result as it comes, then the survivors and the whole."""
    wanted = {Path(name).resolve().relative_to(ROOT).as_posix() for name in names}
    modules = cards.load(ROOT / "snippets")
    unknown = wanted - {module.file for module in modules}
    if unknown:
        raise MutateError(f"expected modules of cards such as snippets/tensors/shapes.py, found {', '.join(sorted(unknown))}.")
    listed, about, target = equivalents(ROOT / "docs" / "equivalents.yaml"), names_about(modules), ROOT / "build" / "proofs" / "mutation.json"
    machinery = [Path(__file__).with_name(name).read_bytes() for name in MACHINERY]
    keys = {module.file: proofs.digest(module.digest, *machinery) for module in modules}
    results, unmeasured, began = remembered(target, keys), [], time.perf_counter()
    waiting = [module for module in modules if (not wanted or module.file in wanted) and module.file not in results]
    with ThreadPoolExecutor(proofs.parallel_jobs()) as pool:
        running = {pool.submit(measured, module, about): module.file for module in waiting}
        for number, done in enumerate(as_completed(running), start=1):
            file, result = running[done], done.result()
            if result["unmeasured"]:
                unmeasured += result["unmeasured"]
            else:
                results[file] = {**result, "key": keys[file]}
                write_beside(target, json.dumps(results, indent=1, sort_keys=True).encode())
            said = "; ".join(result["unmeasured"]) or line(file, [without_equivalents(result, listed)])
            print(f"{time.perf_counter() - began:6.0f} s {number:3} of {len(waiting)}  {said}", flush=True)
    shown = [without_equivalents(results[file], listed) for file in sorted(results) if not wanted or file in wanted]
    for card, kind, what in (survivor for result in shown for survivor in result["survivors"]):
        print(f"survivor  {card}  {kind}: {what}")
    print(line(f"{len(shown)} modules", shown))
    shares = {kind: share(shown, kind) for kind in ENOUGH}
    below = [f"{kind} {shares[kind]:.1f} (at least {enough})" for kind, enough in ENOUGH.items() if shares[kind] is not None and shares[kind] < enough]
    if unmeasured:
        raise MutateError(f"expected every card to pass unchanged, found: {'; '.join(unmeasured)}. Build first: nox -s docs")
    if below:
        raise MutateError(f"expected more mutants to be noticed, found, in percent: {', '.join(below)}. The survivors stand above.")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (MutateError, cards.CardError, ledger.LedgerError) as error:
        sys.exit(f"mutate: {error}")
