"""A miniature site: the real machinery, two cards, one lesson, four claims. Tests and measurements make theirs from it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
MACHINERY = ("pyproject.toml", "docs/conf.py", "docs/_ext", "docs/inventories", "docs/_static", "docs/_templates", "snippets/conftest.py")

CARDS = '''"""Adding numbers

Two cards about sums.
"""


def sums():
    """``torch.add`` adds element by element.

    It takes tensors of one shape.

    >>> import torch
    >>> torch.add(torch.tensor([1, 2]), torch.tensor([3, 5]))
    tensor([4, 7])
    """


def doubled(number: float) -> float:
    """A number added to itself is its double.

    >>> from snippets.basics.adding import doubled
    >>> doubled(2.5)
    5.0
    """
    return number + number
'''

LESSON = '''"""
Adding
======

Two numbers become one.

:Level: beginner
:Before: nothing
:After: nothing
"""

# %%
# The sum
# -------
# It is exact.

import torch

total = torch.add(torch.tensor(2), torch.tensor(3))
print(f"{total = }")
assert total == 5

# %%
# Exercises
# ---------
# Add three numbers.

# %%
# Solution 1
# ^^^^^^^^^^
# Add twice.

thrice = torch.add(total, 4)
print(f"{thrice = }")
assert thrice == 9
'''

CLAIMS = """\
- id: basics.add.elements
  api: [torch.add]
  says: torch.add adds element by element.
  verdict: holds
  truth: ''
  show: one sum
  proof: basics.adding.sums
- id: basics.add.gpu
  api: [torch.add]
  says: torch.add needs a GPU.
  verdict: corrected
  truth: It runs on every device.
  show: one sum
  proof: basics.adding.sums
  needs: gpu
- id: basics.add.lesson
  api: [torch.add]
  says: Two and three are five.
  verdict: concept
  truth: ''
  show: the sum
  proof: 01_basics/01_adding#the-sum
- id: basics.add.plus
  api: [torch.add]
  says: torch.plus adds.
  verdict: removed
  truth: It is torch.add.
  show: the sum
  old: [torch.plus]
  proof: basics.adding.sums
"""


FILES = {"snippets/basics/adding.py": CARDS, "gallery/01_basics/01_adding.py": LESSON, "docs/claims/basics.yaml": CLAIMS,
         "docs/index.md": "# Small\n\n```{course}\n```\n\n```{toctree}\nlessons/index\ncards/index\napis\ngone/index\nclaims/index\ncheatsheet\nproof\n```\n",
         "gallery/GALLERY_HEADER.rst": "Lessons\n=======\n", "gallery/01_basics/GALLERY_HEADER.rst": "Basics\n------\n"}


class Site:
    """A miniature site in a folder of its own."""

    def __init__(self, root, data):
        self.root, self.data = root, data

    @property
    def html(self):
        return self.root / "build" / "html"

    def build(self, *arguments, **variables):
        """Build the site as ``nox -s docs`` does; the finished process, with everything printed in ``stdout``."""
        return self.run("build.py", *arguments, **variables)

    def run(self, script, *arguments, **variables):
        """Run a part of the machinery of this site by itself; the finished process, with everything printed in ``stdout``."""
        return subprocess.run(self.command(*arguments, script=script), env=self.environment(**variables), stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=900)

    def command(self, *arguments, script="build.py"):
        return [sys.executable, str(self.root / "docs" / "_ext" / script), *arguments]

    def environment(self, **variables):
        return {**os.environ, "PROVEN_DATA": str(self.data), "PYTHONDONTWRITEBYTECODE": "1", **variables}

    def copy(self, folder):
        """The same site in another folder, under the same name."""
        return Site(shutil.copytree(self.root, folder / self.root.name), self.data)

    def edit(self, file, old, new):
        """Replace a text that must be there."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


def fill(folder):
    """Fill a data root with the build's own step."""
    subprocess.run([sys.executable, str(REPOSITORY / "docs/_ext/data.py")], check=True, env={**os.environ, "PROVEN_DATA": str(folder)})


def make(root, data, files=FILES):
    """A site of the real machinery and of ``{path: text}``, not built yet."""
    for name in MACHINERY:
        source, target = REPOSITORY / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Site(root, data)
