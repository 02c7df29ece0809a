"""Sphinx extension: in code, the name of an API leads to the card that explains it, or else to its library's own documentation."""

import re
from html import escape, unescape
from pathlib import Path

from evidence import address, host

LINKED = ("lessons/", "cards/", "gone/")
NAME = re.compile(r'<span class="n[a-z]*">\w+</span>(?:<span class="o">\.</span><span class="n[a-z]*">\w+</span>)*')
IMPORTED = re.compile(r"^(?:>>> |\.\.\. )?from (\S+) import ([\w, ]+)$", re.MULTILINE)
RENAMED = re.compile(r"^(?:>>> |\.\.\. )?import (\S+) as (\w+)$", re.MULTILINE)


def text_of(html):
    """What a reader sees of a piece of HTML."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def meanings(code):
    """What the names of a page stand for, from its own imports: ``{"F": "torch.nn.functional"}``."""
    found = {short: name for name, short in RENAMED.findall(code)}
    for module, names in IMPORTED.findall(code):
        for name in names.split(","):
            old, _, new = name.strip().partition(" as ")
            found[new or old] = f"{module}.{old}"
    return found


def linked(body, target_of):
    """The body of a page with links in its code; ``target_of(name)`` gives the address and the title of where a name leads, or None."""
    blocks = re.findall(r"<pre[^>]*>.*?</pre>", body, re.DOTALL)
    stands_for = meanings("\n".join(map(text_of, blocks)))

    def link(found):
        written = text_of(found[0])
        root, dot, rest = written.partition(".")
        target = target_of(stands_for.get(root, root) + dot + rest)
        if not target:
            return found[0]
        kind = 'class="api" rel="external"' if target[0].startswith("https://") else 'class="api"'
        return f'<a {kind} href="{escape(target[0])}" title="{escape(target[1])}">{found[0]}</a>'

    return re.sub(r"(<pre[^>]*>)(.*?)(</pre>)", lambda block: block[1] + NAME.sub(link, block[2]) + block[3], body, flags=re.DOTALL)


def link_code(app, pagename, templatename, context, doctree):
    catalogue = app.config.proven_catalogue

    def target_of(name):
        card, documented = catalogue.home_of.get(name), catalogue.addresses.get(name)
        if card is None:
            return (documented, f"{name} on {host(documented)}") if documented else None
        page, anchor = catalogue.place(card)
        return (address(page, pagename, anchor), catalogue.proof_title(card)) if page != pagename else None

    if context.get("body") and pagename.startswith(LINKED):
        context["body"] = linked(context["body"], target_of)


def relinked(app, env, added, changed, removed):
    """The pages with code that names an API whose card or address moved, came or went."""
    catalogue = app.config.proven_catalogue
    before = getattr(env, "proven_homes", {})
    now = {name: catalogue.addresses.get(name) for name in catalogue.apis}
    now |= {name: (catalogue.place(card), catalogue.proof_title(card)) for name, card in catalogue.home_of.items()}
    env.proven_homes = now
    moved = {name.rpartition(".")[2] for name in before.keys() | now.keys() if before.get(name) != now.get(name)}
    if not before or not moved:
        return []
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(moved)))})\b")
    return [page for page in env.found_docs if page.startswith(LINKED) and words.search(Path(env.doc2path(page)).read_text(encoding="utf-8"))]


def setup(app):
    app.connect("html-page-context", link_code, priority=650)
    app.connect("env-get-outdated", relinked)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
