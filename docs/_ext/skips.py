"""Reads the skip list: the cards and lessons that may stay unproven for a while, each with an owner, a reason and a last day."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from refusals import Refusal, read_yaml

KEYS = {"what": str, "owner": str, "reason": str, "expires": datetime.date}


class SkipError(Refusal):
    """An entry of the skip list that is incomplete, names nothing, or is over its date."""


@dataclass
class Skip:
    """One card or lesson that does not run until ``expires``."""

    what: str
    owner: str
    reason: str
    expires: datetime.date


def load(path, names=None, today=None):
    """The entries of the skip list; ``names``, where given, are the cards and lessons that exist."""
    path = Path(path)
    entries = []
    for value in read_yaml(path, list, SkipError):
        for key, kind in KEYS.items():
            if not isinstance(value, dict) or not isinstance(value.get(key), kind):
                raise SkipError(f"docs/{path.name}: expected {key} ({kind.__name__}) in every entry, found {value!r}. Add it.")
        skip = Skip(*(value[key] for key in KEYS))
        if names is not None and skip.what not in names:
            raise SkipError(f"docs/{path.name}: expected the name of a card or lesson, found {skip.what!r}. Correct or remove the entry.")
        if skip.expires < (today or datetime.date.today()):
            raise SkipError(f"docs/{path.name}: {skip.what} was to be skipped until {skip.expires}, which is over. "
                            f"{skip.owner}: mend it, or give a new reason and date.")
        entries.append(skip)
    return entries
