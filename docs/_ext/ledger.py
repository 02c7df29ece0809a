"""Reads the ledger: what learners say about PyTorch, with a verdict and the name of the proof. One YAML file per area."""

from dataclasses import dataclass
from pathlib import Path

import yaml
from nearest import hint
from refusals import Refusal

KEYS = ("id", "api", "says", "verdict", "truth", "show", "proof")
VERDICTS = {
    "holds": "True as it stands.",
    "corrected": "Wrong or imprecise; what is so stands beside it.",
    "removed": "About something that PyTorch has removed.",
    "deprecated": "About something that PyTorch still has and advises against.",
    "concept": "An idea rather than an API, shown at work.",
}
OPTIONAL = ("needs", "old")
NEEDS = (None, "gpu")


class LedgerError(Refusal):
    """An entry of the ledger that cannot be used: file, line, id, what was expected and what to do."""


@dataclass
class Claim:
    """One statement about PyTorch."""

    id: str
    area: str
    api: list[str]
    says: str
    verdict: str
    truth: str
    show: str
    proof: str
    where: str
    needs: str | None = None
    old: tuple[str, ...] = ()

    @property
    def anchor(self):
        return "claim-" + self.id.replace(".", "-").replace("_", "-")


def entries(path):
    """The entries of one file, each with its line number."""
    file = f"docs/claims/{path.name}"
    try:
        tree = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        values = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise LedgerError(f"{file}{line}: expected YAML, found: {getattr(error, 'problem', error)}. Correct the file.") from error
    if not isinstance(values, list) or not values:
        raise LedgerError(f"{file}: expected a list of claims, found {type(values).__name__}. Begin every claim with '- id:'.")
    return [(node.start_mark.line + 1, value) for node, value in zip(tree.value, values)]


def claim(value, area, line):
    """One entry, checked."""
    where = f"docs/claims/{area}.yaml, line {line}"
    if not isinstance(value, dict):
        raise LedgerError(f"{where}: expected a claim with the keys {', '.join(KEYS)}, found {value!r}. Write one.")
    where += f", claim {value.get('id', '(no id)')}"
    missing = [key for key in KEYS if key not in value]
    if missing:
        raise LedgerError(f"{where}: expected the keys {', '.join(KEYS)}, found no {', '.join(missing)}. Add what is missing.")
    unknown = sorted(set(value) - {*KEYS, *OPTIONAL})
    if unknown:
        raise LedgerError(f"{where}: expected the keys {', '.join((*KEYS, *OPTIONAL))}, found {', '.join(unknown)}. Remove or rename it.")
    if value["verdict"] not in VERDICTS:
        raise LedgerError(f"{where}: expected a verdict out of {', '.join(VERDICTS)}, found {value['verdict']!r}. Correct it.")
    if value.get("needs") not in NEEDS:
        raise LedgerError(f"{where}: expected needs: gpu or no such key, found {value['needs']!r}. Correct it.")
    for key in ("id", "says", "proof"):
        if not isinstance(value[key], str) or not value[key].strip():
            raise LedgerError(f"{where}: expected text under {key}, found {value[key]!r}. Write it.")
    for key in ("api", "old"):
        if not isinstance(value.get(key, []), list):
            raise LedgerError(f"{where}: expected a list of names under {key}, found {value[key]!r}. Write one name a line.")
    if "old" in value and value["verdict"] not in ("removed", "deprecated"):
        raise LedgerError(f"{where}: expected old only with the verdict removed or deprecated, found {value['verdict']}. Correct one of them.")
    return Claim(area=area, where=where, **{key: value[key] for key in KEYS}, needs=value.get("needs"), old=tuple(value.get("old", ())))


def load(folder):
    """Every claim of every area, in the order of the files."""
    claims, seen = [], {}
    for path in sorted(Path(folder).glob("*.yaml")):
        for line, value in entries(path):
            new = claim(value, path.stem, line)
            if new.id in seen:
                raise LedgerError(f"{new.where}: expected an id of its own, found it at {seen[new.id]} too. Rename one.")
            seen[new.id] = new.where
            claims.append(new)
    return claims


def check_proofs(claims, names):
    """Refuse a claim whose proof is not among ``names``, the cards and lesson sections of the site."""
    for each in claims:
        if each.proof not in names:
            raise LedgerError(f"{each.where}: expected proof to name a card or lesson section, found {each.proof!r}. {hint(each.proof, names, 'Write the card, or name another.')}")
