"""Reads the cards out of ``snippets/`` without importing them, and refuses what could not prove anything."""

import ast
import doctest
import inspect
from dataclasses import dataclass, field
from pathlib import Path

from proofs import digest
from refusals import Refusal

LONGEST_TITLE = 120


class CardError(Refusal):
    """A card that cannot go on the site: file, line, what was expected and what to do."""


@dataclass
class Card:
    """One function of a card module: a sentence, its explanation, its doctest."""

    name: str  # "tensors.shapes.view_or_reshape"
    title: str
    body: str
    line: int
    recipe: str = ""  # the function's own code, where it has any

    @property
    def anchor(self):
        return self.name.replace(".", "-").replace("_", "-")


@dataclass
class Module:
    """One file of cards, one page of the site."""

    name: str  # "tensors.shapes"
    title: str
    body: str
    file: str  # "snippets/tensors/shapes.py"
    digest: str
    cards: list[Card] = field(default_factory=list)

    @property
    def docname(self):
        return "cards/" + self.name.replace(".", "/")


def check_title(title, where):
    if not title:
        raise CardError(f"{where}: expected a sentence on the first line of the docstring, found an empty line. Write what the example proves.")
    if len(title) > LONGEST_TITLE:
        raise CardError(f"{where}: expected a first line of at most {LONGEST_TITLE} characters, found {len(title)}. Shorten it.")


def check_evidence(body, where):
    try:
        examples = doctest.DocTestParser().get_examples(body)
    except ValueError as error:
        raise CardError(f"{where}: expected a doctest that can be read, found: {error}. Correct it.") from error
    if not examples:
        raise CardError(f"{where}: expected a doctest, found none. Add an example (>>>) that would fail if the first line were false.")
    if not any(example.want for example in examples):
        raise CardError(f"{where}: expected a doctest that shows output, found {len(examples)} examples without any. Show the result.")
    if any(example.options.get(doctest.SKIP) for example in examples):
        raise CardError(f"{where}: expected every example to run, found +SKIP. Remove it, or name the card in docs/skips.yaml.")


def card(function, module, source, file):
    """The card that a function definition (an ``ast`` node) holds."""
    where = f"{file}, line {function.lineno}, card {function.name}"
    raw = ast.get_docstring(function, clean=False)
    if raw is None:
        raise CardError(f"{where}: expected a docstring, found none. Explain one idea in it and prove it with a doctest.")
    title, _, body = inspect.cleandoc(raw).partition("\n")
    check_title(raw.split("\n", 1)[0].strip(), where)
    check_evidence(body, where)
    code = function.body[1:]
    recipe = ""
    if code:
        lines = source.splitlines()
        head = lines[function.lineno - 1:function.body[0].lineno - 1]
        recipe = inspect.cleandoc("\n".join(head + lines[code[0].lineno - 1:function.end_lineno]))
    return Card(f"{module}.{function.name}", title.strip(), body.strip("\n"), function.lineno, recipe)


def read_module(path, folder):
    """One file of cards."""
    file = f"snippets/{path.relative_to(folder).as_posix()}"
    source = path.read_text(encoding="utf-8")
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise CardError(f"{file}, line {error.lineno}: expected Python, found: {error.msg}. Correct it.") from error
    raw = ast.get_docstring(tree, clean=False) or ""
    check_title(raw.split("\n", 1)[0].strip(), f"{file}, line 1, module docstring")
    title, _, body = inspect.cleandoc(raw).partition("\n")
    name = ".".join(path.relative_to(folder).with_suffix("").parts)
    module = Module(name, title.strip(), body.strip("\n"), file, digest(source))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            new = card(node, name, source, file)
            twin = next((old for old in module.cards if old.name == new.name), None)
            if twin:
                raise CardError(f"{file}, line {new.line}, card {node.name}: expected a name of its own, found it at line {twin.line} too. Rename one.")
            module.cards.append(new)
    if not module.cards:
        raise CardError(f"{file}, line 1: expected at least one card, found no function. Add one or remove the file.")
    return module


def load(folder):
    """Every module of cards below ``folder``, by name."""
    folder = Path(folder)
    paths = sorted(path for path in folder.rglob("*.py") if path.name not in ("conftest.py", "__init__.py"))
    modules = [read_module(path, folder) for path in paths]
    titles = {}
    for module in modules:
        twin = titles.setdefault(module.title, module)
        if twin is not module:
            raise CardError(f"{module.file}, line 1: expected a title of its own, found {module.title!r} in {twin.file} too. Rename one.")
    return modules
