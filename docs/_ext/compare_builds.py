"""Compares two built sites byte by byte, stamps aside: ``python docs/_ext/compare_builds.py FIRST SECOND`` names two folders of pages.

A lesson that shows measured times cannot be the same twice; ``docs/unsteady.yaml`` lists such lessons, each with its reason.
"""

import io
import json
import sys
import zipfile
from pathlib import Path

import moments
import yaml
from data import ROOT

SEARCH = ("Search.setIndex(", ")")


def unsteady(path=ROOT / "docs" / "unsteady.yaml"):
    """The lessons that may differ: {name: reason}."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    for name, reason in entries.items():
        if not (path.parents[1] / "gallery" / f"{name}.py").exists() or not reason:
            sys.exit(f"docs/{path.name}: expected a lesson and a reason, found {name}: {reason}. Correct or remove the entry.")
    return entries


def files_of(folder):
    """{name: bytes} of a built site; what Sphinx notes for itself is not part of it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file() and not path.name.startswith(".buildinfo")}


def belongs_to(name, lessons):
    """The lesson of the list that a file of the site is the page or a figure of, or nothing."""
    return next((lesson for lesson in lessons if name.endswith(f"lessons/{lesson}.html") or f"_images/sphx_glr_{lesson.rpartition('/')[2]}_" in name), None)


def words_of(content, lessons):
    """A search index without the words of the lessons of the list."""
    index = json.loads(content.decode().removeprefix(SEARCH[0]).removesuffix(SEARCH[1]))
    left_out = {number for number, docname in enumerate(index["docnames"]) if docname.removeprefix("lessons/") in lessons}
    terms = {word: set(pages if isinstance(pages, list) else [pages]) - left_out for word, pages in index.pop("terms").items()}
    return index, {word: pages for word, pages in terms.items() if pages}


def steady(name, content, lessons):
    """What of a file must be the same in every build, in a form that can be compared."""
    if name.endswith(".html"):
        return moments.without(content)
    if name.endswith("searchindex.js") and lessons:
        return words_of(content, lessons)
    return content


def differences(first, second, lessons=()):
    """The names of files that differ though they should not, and the lessons of the list that do differ. ``first``, ``second``: {name: bytes}."""
    wrong, excused = set(first.keys() ^ second.keys()), set()
    for name in first.keys() & second.keys():
        if first[name] == second[name]:
            continue
        if name.endswith(".zip"):
            inner, also = differences(*(unpacked(files[name]) for files in (first, second)), lessons)
            wrong |= {f"{name}, {part}" for part in inner}
            excused |= also
        elif steady(name, first[name], lessons) != steady(name, second[name], lessons):
            lesson = belongs_to(name, lessons)
            (excused if lesson else wrong).add(lesson or name)
    return wrong, excused


def unpacked(content):
    """{name: bytes} of a zip, and its list of what is in it: order, dates and rights."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {"contents": repr([(info.filename, info.date_time, info.external_attr) for info in archive.infolist()]).encode(),
                **{name: archive.read(name) for name in archive.namelist()}}


def main():
    if len(sys.argv) != 3:
        sys.exit("compare_builds: expected two folders of built pages. For instance: python docs/_ext/compare_builds.py build/html ../copy/build/html")
    first, second = (files_of(folder) for folder in sys.argv[1:])
    if not first or not second:
        sys.exit(f"compare_builds: expected pages in {sys.argv[1]} and {sys.argv[2]}, found none in one of them. Build them: nox -s docs")
    listed = unsteady()
    wrong, excused = differences(first, second, listed)
    for name in sorted(listed.keys() - excused):
        print(f"{name} is on the list in docs/unsteady.yaml and was the same in both builds.")
    if wrong:
        sys.exit("compare_builds: expected the same bytes in both builds, found a difference in:\n  " + "\n  ".join(sorted(wrong)) +
                 "\nMake what they show steady; a lesson that shows measured times belongs into docs/unsteady.yaml.")
    print(f"{len(first)} files are the same in both builds, but for dates, seconds and {len(excused)} lessons of docs/unsteady.yaml.")


if __name__ == "__main__":
    main()
