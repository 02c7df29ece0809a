"""Sphinx's configuration. What the site does beyond Sphinx and Sphinx-Gallery is in ``_ext``; what it needs to know of a run is in ``build/proofs``."""

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs" / "_ext"))

project = "Proven PyTorch"
author = "The Proven PyTorch contributors"
extensions = ["myst_parser", "sphinx_gallery.gen_gallery", "sphinx_copybutton", "formulas", "lessons", "pages",
              "evidence", "course_pages", "accessible", "sharing", "code_links", "notebooks", "stamps", "navigation", "search_entries"]
html_math_renderer = "mathml"
templates_path = ["_templates"]
nitpicky = True
smartquotes = False  # quotation marks stay as they are written, also around code
# A repository may lie in a folder with a space in its name; the names of lessons hold none.
suppress_warnings = ["sphinx_gallery.space_in_filename"]

# The address of the repository, where the site is hosted from one: links to sources and notebooks appear only with it.
proven_repository = os.environ.get("PROVEN_REPOSITORY", "").rstrip("/")
# The address that the site is hosted at, where it is: notebooks link to its pages.
proven_site = os.environ.get("PROVEN_SITE", "").rstrip("/")
proven_environment = json.loads((ROOT / "build" / "proofs" / "environment.json").read_text(encoding="utf-8"))

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_favicon = "_static/favicon.svg"
html_css_files = ["site.css"]
html_js_files = [("site.js", {"defer": "defer"})]
html_show_copyright = False
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "navigation_with_keys": True,
    "top_of_page_buttons": [],
    "light_css_variables": {"color-brand-primary": "#0b6e4f", "color-brand-content": "#0b6e4f"},
    "dark_css_variables": {"color-brand-primary": "#7fdcb0", "color-brand-content": "#7fdcb0"},
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
copybutton_prompt_text = r">>> |\.\.\. "
copybutton_prompt_is_regexp = True

sphinx_gallery_conf = {
    "examples_dirs": str(ROOT / "gallery"),
    "gallery_dirs": "lessons",
    "filename_pattern": r"\.py$",
    "within_subsection_order": "FileNameSortKey",
    "image_scrapers": ("figures",),
    "image_srcset": ["2x"],
    "inspect_global_variables": False,
    "min_reported_time": 10_000,
    "remove_config_comments": True,
    "show_signature": False,
    "thumbnail_size": (320, 224),
    "write_computation_times": False,
}
