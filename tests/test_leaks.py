"""What belongs to the machine that built the site must not stand on it."""

import os
import sys
import tempfile
from pathlib import Path

import leaks
import pytest

SECRET = "a-value-of-this-machine-only"


def found(tmp_path, text, name="page.html"):
    """What is found on a site of one page, in a repository that says "whispered-value"."""
    for path, content in (("repository/docs/index.md", "A whispered-value stands here."), (f"html/{name}", text)):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    return leaks.find(tmp_path / "repository", tmp_path / "html")


PLANTED = {
    "the environment variable A_SECRET": SECRET,
    "the environment variable PROVEN_DATA": "/mnt/my-data/mnist",
    "the environment variable A_PATH": "/opt/second-folder",
    "the path of the home folder": "/houses/ada-lovelace/notes.txt",
    "the path of the packages": f"{Path(os.__file__).parent}/site-packages",
    "the path of a temporary file": f"{tempfile.gettempdir()}/tmpab12/model.pt",
    "an address in its memory, of 'torch._C.Generator object'": "&lt;torch._C.Generator object at 0x7f63f2b37870&gt;",
    "the name of the user": "ada-lovelace",
    "the name of the host": "analytical-engine",
}


@pytest.fixture
def machine(monkeypatch):
    """A machine with names that no page says."""
    for name, value in {"A_SECRET": SECRET, "A_PATH": "/opt/first-folder:/opt/second-folder", "A_SAID": "whispered-value", "A_SHORT": "torch",
                        "PROVEN_DATA": "/mnt/my-data", "PROVEN_SITE": "https://proven.example", "HOME": "/houses/ada-lovelace"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(leaks.getpass, "getuser", lambda: "ada-lovelace")
    monkeypatch.setattr(leaks.socket, "gethostname", lambda: "analytical-engine")
    monkeypatch.setattr(leaks.sysconfig, "get_paths", lambda: {"stdlib": str(Path(os.__file__).parent), "purelib": f"{Path(os.__file__).parent}/site-packages"})


@pytest.mark.parametrize("what", PLANTED)
@pytest.mark.parametrize("name", ["page.html", "_downloads/1/lesson.ipynb"])
def test_each_kind_is_found_and_its_text_is_not_shown(machine, tmp_path, what, name):
    problems = found(tmp_path, f"<p>See {PLANTED[what]} here</p>", name)
    assert problems and problems[0].startswith(f"{name}: expected nothing of the machine that built it, found ")
    assert PLANTED[what] not in "".join(problems)
    if what not in ("the path of the home folder", "the path of the packages"):  # a shorter text of the machine stands in these
        assert what in problems[0]


def test_what_the_sources_say_and_what_is_public_is_no_leak(machine, tmp_path):
    assert found(tmp_path, "whispered-value, torch, https://proven.example, in analytical-engines, /opts/second") == []


def test_a_lesson_that_prints_a_path_and_a_secret_stops_the_build(site):
    site.edit("gallery/01_basics/01_adding.py", "assert total == 5", 'assert total == 5\nimport os, sys\nprint(sys.prefix + os.sep, os.environ["A_SECRET"])')
    done = site.build(A_SECRET=SECRET)
    assert done.returncode != 0
    assert "lessons/01_basics/01_adding.html: expected nothing of the machine that built it, found the environment variable A_SECRET" in done.stdout
    assert SECRET not in done.stdout and f"{sys.prefix}{os.sep} " not in done.stdout
