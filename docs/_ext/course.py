"""The course as the scripts in ``gallery/`` say it: their order, titles, sections, levels, and the minutes that reading takes."""

import ast
import io
import re
import tokenize
from dataclasses import dataclass
from pathlib import Path

from docutils import nodes
from docutils.utils import column_width
from nearest import hint
from refusals import Refusal

LEVELS = ("beginner", "intermediate", "advanced")
WORDS_A_MINUTE = 200
SECONDS_A_LINE = 6  # of code
TITLE = re.compile(r"^(?:# )?(?P<text>\S.*)\n(?:# )?(?P<line>([=^-])\3+)$", re.MULTILINE)
LINK = re.compile(r":doc:`(?:[^<`]*<)?([^>`]+)>?`")


class LessonError(Refusal):
    """A script that cannot go on the site: file, line, what was expected and what to do."""


@dataclass(frozen=True)
class Lesson:
    name: str
    title: str
    sections: dict  # {slug: heading}: what a claim may name as its proof
    level: str
    minutes: int


def name_of(script):
    """``gallery/01_foundations/01_tensors.py`` is lesson ``01_foundations/01_tensors``."""
    return f"{script.parent.name}/{script.stem}"


def scripts(gallery):
    """Every lesson, in the order of the course."""
    found = sorted(path for path in Path(gallery).glob("*/*.py") if not path.name.startswith("_"))
    names = {}
    for path in found:
        if path.name in names:
            raise LessonError(f"gallery/{name_of(path)}.py: expected a file name of its own, since figures and downloads are called after it, found also gallery/{name_of(names[path.name])}.py. Rename it.")
        names[path.name] = path
    return found


def minutes_to_read(source):
    """Minutes for the prose, at 200 words each, and for the code, at six seconds a line; at least one."""
    comments, code_lines = [], set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            comments.append(token.string)
        elif token.type not in (tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
            code_lines.update(range(token.start[0], token.end[0] + 1))
    header = ast.get_docstring(ast.parse(source)) or ""
    words = len(re.findall(r"\w+", " ".join([header, *comments])))
    return max(1, round(words / WORDS_A_MINUTE + (len(code_lines) - header.count("\n")) * SECONDS_A_LINE / 60))


def read(script):
    """What a script says of itself. ``LessonError`` names what is missing."""
    source = script.read_text(encoding="utf-8")
    where = f"gallery/{name_of(script)}.py, line 1: expected a docstring"
    heading = re.search(r'\A(?:#.*\n|\s)*r?"""\s*(\S.*)\n=+$', source, re.MULTILINE)
    if not heading:
        raise LessonError(f"{where} that begins with a title underlined with =, found none. Write one.")
    header = source[:source.index('"""', heading.end())]
    fields = dict(re.findall(r"^:(Level|Before|After): +(\S.*)$", header, re.MULTILINE))
    missing = [field for field in ("Level", "Before", "After") if field not in fields]
    if missing:
        raise LessonError(f"{where} that ends with the fields :Level:, :Before: and :After:, found no {', '.join(missing)}. "
                          "Write one line each, for example ':Before: nothing'.")
    if fields["Level"] not in LEVELS:
        raise LessonError(f"{where} with a level of {', '.join(LEVELS)}, found {fields['Level']!r}. Choose one of them.")
    for title in TITLE.finditer(source):
        if len(title["line"]) < column_width(title["text"]):
            number = source.count("\n", 0, title.end()) + 1
            raise LessonError(f"gallery/{name_of(script)}.py, line {number}: expected a line as long as {title['text']!r} under it, "
                              f"found {len(title['line'])} of {column_width(title['text'])} characters. Make it longer.")
    sections = {nodes.make_id(section): section for section in re.findall(r"^# (\S.*)\n# -+$", source, re.MULTILINE)}
    return Lesson(name_of(script), heading[1], sections, fields["Level"], minutes_to_read(source))


def check_links(scripts, pages):
    """Refuse a link of a script to a page that is neither a lesson nor a page of cards; ``pages`` are their names."""
    for script in scripts:
        for number, line in enumerate(script.read_text(encoding="utf-8").splitlines(), start=1):
            for name in LINK.findall(line):
                if name.removeprefix("/") not in pages:
                    raise LessonError(f"gallery/{name_of(script)}.py, line {number}: expected a link to a lesson or a page of cards, found {name!r}. "
                                      + hint(name, {f"/{page}" for page in pages}, "Name another."))


def read_section(folder):
    """The title and the sentence of a section, from its ``GALLERY_HEADER.rst``: (title, sentence)."""
    path = folder / "GALLERY_HEADER.rst"
    title, line, *text = [*(path.read_text(encoding="utf-8").splitlines() if path.exists() else []), "", ""]
    if not title or not re.fullmatch("-+", line):
        raise LessonError(f"gallery/{folder.name}/GALLERY_HEADER.rst: expected a title underlined with -, and a sentence about the section, "
                          f"found {repr(title) if path.exists() else 'no such file'}. Write it as in the other sections.")
    return title, " ".join(text).strip()
