"""Sphinx extension: what other sites show of a page: its description, and where the site's address is configured, its address and a picture.

A link preview needs absolute addresses, so the picture, one for the whole site, is made only with ``proven_site``.
"""

import re
from html import escape
from pathlib import Path

from code_links import text_of

PICTURE = "_static/preview.png"
WIDTH, HEIGHT = 1200, 630
MOTTO = "Learn PyTorch from pages\nthat ran before you read them"


def description(body):
    """The first paragraph of a page, as plain text of at most 160 characters."""
    body = re.sub(r'<div class="sphx-glr-download-link-note.*?</div>', "", body, flags=re.DOTALL)
    paragraphs = re.findall(r"<p>(.*?)</p>", body, re.DOTALL)
    text = " ".join(text_of(paragraphs[0]).split()) if paragraphs else ""
    return text if len(text) <= 160 else text[:157].rsplit(" ", 1)[0] + " …"


def tags(title, about, project, site, page):
    """The meta tags of a page, as {name: content}; those that need the address of the site only where it is known."""
    found = {"description": about, "og:title": title, "og:description": about, "og:type": "article", "og:site_name": project}
    if site:
        found |= {"og:url": f"{site}/{page}", "og:image": f"{site}/{PICTURE}", "og:image:width": WIDTH, "og:image:height": HEIGHT,
                  "og:image:alt": f"{project}: {' '.join(MOTTO.split())}", "twitter:card": "summary_large_image"}
    return found


def describe(app, pagename, templatename, context, doctree):
    if context.get("body"):
        title, about = text_of(context.get("title", "")), description(context["body"])
        for name, content in tags(title, about, app.config.project, app.config.proven_site, app.builder.get_target_uri(pagename)).items():
            kind = "property" if name.startswith("og:") else "name"
            context["metatags"] = context.get("metatags", "") + f'\n<meta {kind}="{name}" content="{escape(str(content))}">'


def draw(app, error):
    """Draw the picture of the site beside its pages."""
    if error or not app.config.proven_site or app.builder.format != "html":
        return
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), facecolor="#0b6e4f")
    figure.text(0.07, 0.62, app.config.project, fontsize=72, fontweight="bold", color="white")
    figure.text(0.07, 0.34, MOTTO, fontsize=34, color="#d7f5e7", linespacing=1.4)
    figure.savefig(Path(app.outdir, PICTURE), dpi=100, metadata={"Software": None})


def setup(app):
    app.connect("html-page-context", describe, priority=690)
    app.connect("build-finished", draw)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
