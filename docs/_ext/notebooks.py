"""Sphinx extension: makes each lesson's notebook one that a reader can run: it installs what the lesson needs, and its links read well."""

import ast
import inspect
import json
import re
import sys
from importlib import metadata
from pathlib import Path

import car_table
from archives import pack_lessons
from files import write_beside

MARK = "proven"  # in the metadata of a notebook that is finished
WRITE_THE_TABLE = f"""

import os

path = os.path.join(os.environ.get("PROVEN_DATA", "data"), "{car_table.NAME}")
if not os.path.exists(path):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "xb") as file:
        file.write(car_table())
"""


def distributions(source, provided):
    """The distributions that a script needs beyond torch, from its imports: ``{"torchvision", "scikit-learn"}``. ``provided``: {import name: [distribution]}."""
    tree = ast.parse(source)
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    names = {name.split(".")[0] for name in imported} - {"torch"} - set(sys.stdlib_module_names)
    found = {provided[name][0] for name in names if name in provided}
    return found | ({"tensorboard"} if "torch.utils.tensorboard" in imported else set())


def public_version(name):
    """A version as it can be installed anywhere: 2.14.1 of 2.14.1+cpu."""
    return metadata.version(name).partition("+")[0]


def install_cell(source, provided, version):
    """The first cell: one line that installs what the lesson needs, at the versions that it was proven with."""
    pinned = " ".join(f"{name}=={version(name)}" for name in sorted(distributions(source, provided), key=str.lower))
    comment = f"# This lesson was proven with torch {version('torch')}."
    lines = [comment, f"%pip install --quiet {pinned}"] if pinned else [comment + " It needs nothing else."]
    return code_cell("\n".join(lines))


def data_cells(source):
    """The cells that make the data which a reader has to have and no library downloads."""
    return [code_cell((inspect.getsource(car_table) + WRITE_THE_TABLE).strip())] if car_table.NAME in source else []


def code_cell(source):
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": [source]}


def readable(text, title_of, address):
    """Markdown made of a text block: fields of the header as lines, links to pages as links where the site's address is known."""
    text = re.sub(r"^:(Level|Before|After): +(.*)$", r"**\1:** \2  ", text, flags=re.MULTILINE)

    def link(found):
        shown = title_of(found[1].removeprefix("/"))
        return f"[{shown}]({address}{found[1]}.html)" if address else f"*{shown}*"

    text = re.sub(r":doc:`(?:[^<`]*<)?(/[^>`]+)>?`", link, text)
    return re.sub(r":math:`([^`]+)`", r"$\1$", text)


def finish(path, source, title_of, provided, version, address=""):
    """Rewrite one notebook as Sphinx-Gallery made it."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = [readable("".join(cell["source"]), title_of, address)]
    notebook["cells"] = [install_cell(source, provided, version), *data_cells(source), *notebook["cells"]]
    notebook["metadata"][MARK] = True
    write_beside(path, json.dumps(notebook, indent=1).encode())


def finish_all(app):
    catalogue, provided = app.config.proven_catalogue, {}
    for name, script in catalogue.scripts.items():
        path = Path(app.srcdir, "lessons", f"{name}.ipynb")
        if path.exists() and f'"{MARK}": true' not in path.read_text(encoding="utf-8"):
            provided = provided or metadata.packages_distributions()
            finish(path, script.read_text(encoding="utf-8"), catalogue.page_title, provided, public_version, app.config.proven_site)
    pack_lessons(Path(app.srcdir, "lessons"))


def setup(app):
    app.add_config_value("proven_site", "", "env", str)
    app.connect("builder-inited", finish_all, priority=550)  # Sphinx-Gallery is at 500
    return {"parallel_read_safe": True, "parallel_write_safe": True}
