"""The build of the whole site against its lessons as bare scripts and as executed notebooks: cold, unchanged, and after one edit."""

import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import copyfile

import bench_page
import course
import miniature

from . import ROOT, notebooks
from .processes import run

BUILD = ["docs/_ext/build.py"]


def copy_of_the_tree(folder):
    """What git would commit, in a folder of its own: measuring must not touch the tree that someone works in."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            copyfile(ROOT / name, folder / name)


def edit_code(script):
    """Change a line of code, so that whatever looks at code alone must run it again."""
    text = script.read_text(encoding="utf-8")
    if "\nimport torch\n" not in text:
        sys.exit(f"bench: expected 'import torch' on a line of {script.name}, found no such line. Choose another edit in tests/bench/builds.py.")
    script.write_text(text.replace("\nimport torch\n", "\nimport torch  # An edit.\n", 1), encoding="utf-8")


def said(name, seconds):
    print(f"  {name}: {seconds:.1f} s", flush=True)
    return seconds


def of_the_site(folder, data):
    """Seconds and peak memory of the builds of the site in ``folder``."""
    lesson, card = course.scripts(folder / "gallery")[0], sorted((folder / "snippets").glob("*/*.py"))[0]
    cold, peak = run(BUILD, folder, watched=True, PROVEN_DATA=data)
    figures = {"cold": said("the site, cold", cold), "peak_gib": peak}
    figures["unchanged"] = said("the site, unchanged", run(BUILD, folder, PROVEN_DATA=data)[0])
    edit_code(lesson)
    figures["one_lesson"] = said("the site, one lesson edited", run(BUILD, folder, PROVEN_DATA=data)[0])
    card.write_text(card.read_text(encoding="utf-8") + "\n\n# An edit.\n", encoding="utf-8")
    figures["one_card"] = said("the site, one module of cards edited", run(BUILD, folder, PROVEN_DATA=data)[0])
    return figures


def problems(figures):
    """What took more than is allowed."""
    over = bench_page.allowed(figures)[1]
    return [f"expected the builds to take what the page allows, found more: {', '.join(over)}. Profile a build."] if over else []


def measure(small):
    """All three ways to run the same lessons, in one folder, one after the other. Small: those of a miniature site."""
    with tempfile.TemporaryDirectory() as name:
        folder, data = Path(name, "site"), Path(name, "site/build/data")
        data.mkdir(parents=True)
        miniature.make(folder, data) if small else copy_of_the_tree(folder)
        scripts = course.scripts(folder / "gallery")
        as_notebooks = notebooks.Project(Path(name, "notebooks"), scripts)  # before the edits
        figures = {"site": of_the_site(folder, str(data))}
        figures["scripts"] = {course.name_of(script): run([script], folder, PROVEN_DATA=str(data))[0] for script in scripts}
        said(f"{len(scripts)} bare scripts, one after the other", sum(figures["scripts"].values()))
        figures["notebooks"] = {way: said(f"the notebooks, {way}", as_notebooks.build(data)) for way in ("cold", "unchanged")}
        as_notebooks.take(scripts[:1])  # with its edit
        figures["notebooks"]["one_lesson"] = said("the notebooks, one lesson edited", as_notebooks.build(data))
    return figures
