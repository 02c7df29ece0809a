"""Reads ``docs/equivalents.yaml``: the mutants that change nothing a card or lesson could notice, each with its reason."""

from collections import Counter

from nearest import hint
from refusals import Refusal, read_yaml


class EquivalentsError(Refusal):
    """An entry that lacks something; the message says what it needs."""


def equivalents(path):
    """What changes nothing a card or lesson could notice: {(card, kind, mutant)}. Each entry names one ``mutant`` or several ``mutants``, and its reason."""
    entries = read_yaml(path, list, EquivalentsError)
    for entry in entries:
        if not isinstance(entry, dict) or set(entry) not in ({"card", "kind", "mutant", "reason"}, {"card", "kind", "mutants", "reason"}) or not entry["reason"]:
            raise EquivalentsError(f"{path.name}: expected entries with card, kind, mutant (or a list of mutants) and reason, found {entry}. Complete it.")
    return {(entry["card"], entry["kind"], mutant) for entry in entries for mutant in entry.get("mutants", [entry.get("mutant")])}


def check_names(listed, names):
    """Refuse an entry for a card or lesson that does not exist; ``names`` are all there are."""
    for name in sorted({name for name, _, _ in listed} - names):
        raise EquivalentsError(f"docs/equivalents.yaml: expected the name of a card or lesson, found {name!r}. {hint(name, names, 'Remove the entry.')}")


def not_met(listed, results):
    """The listed mutants of cards that are no survivors: noticed since, gone with a change of the card, or not tried because the card is slow here."""
    survivors = {tuple(survivor) for result in results for survivor in result["survivors"]}
    return sorted(entry for entry in listed - survivors if entry[1] != "lesson")  # those of lessons are not tried at all


def without_equivalents(result, listed):
    """A result with the listed equivalent mutants taken out of the count."""
    out = Counter(kind for card, kind, what in result["survivors"] if (card, kind, what) in listed)
    return {**result, "survivors": [survivor for survivor in result["survivors"] if tuple(survivor) not in listed],
            "tried": {kind: count - out[kind] for kind, count in result["tried"].items()}}
