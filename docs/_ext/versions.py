"""Checks that the libraries that ``pyproject.toml`` names are installed, in the versions that it names, before anything runs."""

import importlib.metadata
import tomllib

from packaging.requirements import Requirement
from refusals import Refusal


class VersionError(Refusal):
    """A library is missing or has another version; the message names it and what to do."""


def check(pyproject):
    groups = tomllib.loads(pyproject.read_text(encoding="utf-8"))["dependency-groups"]
    for requirement in (Requirement(entry) for group in ("learn", "docs") for entry in groups[group] if isinstance(entry, str)):
        try:
            found = importlib.metadata.version(requirement.name)
        except importlib.metadata.PackageNotFoundError:
            found = None
        if found is None or not requirement.specifier.contains(found, prereleases=True):
            raise VersionError(f"expected {requirement}, as pyproject.toml says, found {found or 'it not installed'}. "
                               "Install what it names: nox -s docs (without -R), or change pyproject.toml.")
