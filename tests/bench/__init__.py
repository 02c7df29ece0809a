"""Measures what the site costs: ``nox -s bench`` measures everything, ``nox -s bench -- growth`` one part; ``__main__.py`` names the parts."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "docs" / "_ext"))
