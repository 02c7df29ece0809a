"""Sphinx extension: mends the pages for readers with a keyboard, a screen reader or a slow line.

Code and tables that may scroll can be reached by keyboard, figures have their size so that nothing jumps while they load, and a
Content-Security-Policy lets no script run but the site's own files and the theme's one inline script, known by its hash.
"""

import base64
import functools
import hashlib
import re
from html import escape
from pathlib import Path

import furo
from code_links import text_of
from figures import figures, size_of

LONG = 40  # characters: on a phone, longer lines of code scroll
POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' {hashes}; base-uri 'self'; form-action 'self'; object-src 'none'"


@functools.cache
def inline_script_hashes():
    """The hashes of the theme's inline scripts, from its own template."""
    template = (Path(furo.__file__).parent / "theme" / "furo" / "base.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", template, re.DOTALL)
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts)


def with_sizes(body, images):
    """Every figure with its width and height; ``images``: {file name: path}."""
    def sized(found):
        name = re.search(r'src="[^"]*/([^/"]+\.png)"', found[0])
        if not name or name[1] not in images or " width=" in found[0]:
            return found[0]
        width, height = size_of(images[name[1]])
        return found[0].replace("<img", f'<img width="{width}" height="{height}" loading="lazy"', 1)

    return re.sub(r"<img [^>]+>", sized, body)


def reachable(body):
    """Code with long lines and tables get a place in the order of the Tab key."""
    def code(found):
        longest = max(map(len, text_of(found[1]).splitlines()), default=0)
        return f'<pre tabindex="0">{found[1]}</pre>' if longest > LONG else found[0]

    body = re.sub(r"<pre>(.*?)</pre>", code, body, flags=re.DOTALL)
    return body.replace('<div class="table-wrapper docutils container">', '<div class="table-wrapper docutils container" tabindex="0">')


def mend(app, pagename, templatename, context, doctree):
    policy = POLICY.format(hashes=inline_script_hashes())
    context["metatags"] = context.get("metatags", "") + f'\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
    if pagename == "404" and app.config.proven_site:  # it is served at any depth
        context["metatags"] = f'<base href="{escape(app.config.proven_site)}/">' + context["metatags"]
    if context.get("body"):
        context["body"] = reachable(with_sizes(context["body"], figures(Path(app.srcdir))))


def setup(app):
    app.connect("html-page-context", mend, priority=700)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
