"""Runs the doctests of the cards with pytest, module by module, and only where a record is not fresh."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import proofs
from data import ROOT

MACHINERY = ("state.py", "calls.py", "notes.py", "../../snippets/conftest.py", "../../pyproject.toml")
FLAGS = ["--import-mode=importlib", "--doctest-modules", "--doctest-continue-on-failure", "-W", "error", "-q", "--no-header", "-p", "no:cacheprovider",
         "-o", "doctest_optionflags=DONT_ACCEPT_TRUE_FOR_1", "-o", "addopts=", "-o", "junit_duration_report=call", "--dist", "loadfile", "-o", "faulthandler_exit_on_timeout=true",
         "--max-worker-restart=0"]  # pytest-xdist may wait for ever after it replaced a process that died
NOT_RUN = "pytest did not run it"


def limit():
    """The seconds that one card may take."""
    return proofs.whole_number("PROVEN_CARD_SECONDS", 300)


def run(modules, keys, report):
    """Run the doctests of ``modules`` side by side; return their records and what pytest printed."""
    jobs = min(proofs.parallel_jobs(), len(modules))
    workers = ["-n", str(jobs)] if jobs > 1 else []
    command = [sys.executable, "-m", "pytest", *FLAGS, *workers, "-o", f"faulthandler_timeout={limit()}", f"--junitxml={report}", *(module.file for module in modules)]
    report.unlink(missing_ok=True)
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, close_fds=False)  # it holds the lock of the build too
    if not report.exists():
        raise SystemExit(f"cards: expected pytest to run them, each within {limit()} s (PROVEN_CARD_SECONDS), found:\n{done.stdout}")
    cases = {case.get("name").removeprefix("snippets."): case for case in ElementTree.parse(report).iter("testcase")}
    report.unlink()
    records = [record(card, module, keys[module.name], cases.get(card.name)) for module in modules for card in module.cards]
    return records, done.stdout


def record(card, module, key, case):
    """The record of one card's run, from pytest's own."""
    made = proofs.Record(card.name, module.file, card.line, key)
    if case is None:
        made.result, made.message = "failed", NOT_RUN
        return made
    values = {item.get("name"): item.get("value") for item in case.iter("property")}
    made.seconds, made.date, made.apis = float(case.get("time")), values.get("date", ""), values.get("apis", "").split()
    for problem in case:
        if problem.tag in ("failure", "error", "skipped"):
            made.result = "skipped" if problem.tag == "skipped" else "failed"
            made.message = (problem.text or problem.get("message") or "").strip()
            if "crashed while running" in made.message:  # what pytest-xdist says of a process that died or was ended
                made.message += f". Expected it to end within {limit()} s (PROVEN_CARD_SECONDS) and not to crash; where it was stands above."
    return made


def prove(modules, environment):
    """Bring every card's record up to date in ``build/proofs/cards.xml``; stop the build when a card is false."""
    folder = ROOT / "build" / "proofs"
    machinery = [(Path(__file__).parent / name).read_bytes() for name in MACHINERY]
    versions = {key: value for key, value in environment.items() if key != "data"}
    keys = {module.name: proofs.digest(module.digest, versions, *machinery) for module in modules}
    old = proofs.read(folder / "cards.xml")

    def fresh(module):
        records = [old.get(card.name) for card in module.cards]
        return all(record and record.key == keys[module.name] and record.result == "passed" for record in records)

    records = [old[card.name] for module in modules if fresh(module) for card in module.cards]
    waiting = [module for module in modules if not fresh(module)]
    output = ""
    if waiting:
        print(f"  {len(records)} cards are unchanged; {sum(len(module.cards) for module in waiting)} run", flush=True)
        new, output = run(waiting, keys, folder / "pytest.xml")
        records += new
    proofs.write(folder / "cards.xml", "cards", records)
    false = [record for record in records if record.result == "failed"]
    false = [record for record in false if record.message != NOT_RUN] or false  # when a process dies, the cards after it do not run
    if false:
        lines = "\n".join(f"{record.file}, line {record.line}, card {record.name.rpartition('.')[2]}" + f": {record.message}" * (record.message not in output) for record in false)
        raise SystemExit(f"{output}\ncards that failed, {len(false)} of {len(records)}:\n{lines}")
    return records
