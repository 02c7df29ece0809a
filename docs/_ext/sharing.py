"""Sphinx extension: what other sites show of a page: its description, and where the site's address is configured, its address and a picture.

A link preview needs absolute addresses, so the pictures, one for each page, are drawn only with ``proven_site``.
"""

import io
import re
import textwrap
from html import escape
from pathlib import Path

from code_links import text_of
from files import write_beside

PICTURES = "_static/previews"
WIDTH, HEIGHT = 1200, 630
COLOURS = 32  # of a picture: letters in two tones on one ground


def description(body):
    """The first paragraph of a page, as plain text of at most 160 characters."""
    body = re.sub(r'<div class="sphx-glr-download-link-note.*?</div>', "", body, flags=re.DOTALL)
    paragraphs = re.findall(r"<p>(.*?)</p>", body, re.DOTALL)
    text = " ".join(text_of(paragraphs[0]).split()) if paragraphs else ""
    return text if len(text) <= 160 else text[:157].rsplit(" ", 1)[0] + " …"


def picture_of(pagename):
    """Where the picture of a page stands below the site's root."""
    return f"{PICTURES}/{pagename}.png"


def tags(title, about, project, site, page, picture):
    """The meta tags of a page, as {name: content}; those that need the address of the site only where it is known."""
    found = {"description": about, "og:title": title, "og:description": about, "og:type": "article", "og:site_name": project}
    if site:
        found |= {"og:url": f"{site}/{page}", "og:image": f"{site}/{picture}", "og:image:width": WIDTH, "og:image:height": HEIGHT,
                  "og:image:alt": " · ".join(filter(None, (title, about, project))), "twitter:card": "summary_large_image"}
    return found


def drawn(title, about, project):
    """A picture with the title of a page, what it is about and the name of the site, as the bytes of a PNG file."""
    from matplotlib.figure import Figure
    from PIL import Image

    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), facecolor="#0b6e4f")
    said = {"x": 0.06, "parse_math": False}
    figure.text(y=0.9, s=textwrap.fill(title, 24, max_lines=3, placeholder=" …"), fontsize=48, fontweight="bold", color="white", verticalalignment="top", linespacing=1.2, **said)
    figure.text(y=0.17, s=textwrap.fill(about, 55, max_lines=4, placeholder=" …"), fontsize=25, color="#d7f5e7", linespacing=1.4, **said)
    figure.text(y=0.06, s=project, fontsize=22, fontweight="bold", color="white", **said)
    full, light = io.BytesIO(), io.BytesIO()
    figure.savefig(full, dpi=100)
    Image.open(full).convert("RGB").quantize(COLOURS).save(light, "PNG")
    return light.getvalue()


def describe(app, pagename, templatename, context, doctree):
    if not context.get("body"):
        return
    title, about, site = text_of(context.get("title", "")), description(context["body"]), app.config.proven_site
    for name, content in tags(title, about, app.config.project, site, app.builder.get_target_uri(pagename), picture_of(pagename)).items():
        kind = "property" if name.startswith("og:") else "name"
        context["metatags"] = context.get("metatags", "") + f'\n<meta {kind}="{name}" content="{escape(str(content))}">'
    if site:
        write_beside(Path(app.outdir, picture_of(pagename)), drawn(title, about, app.config.project))


def setup(app):
    app.connect("html-page-context", describe, priority=690)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
