"""Sphinx extension: a sidebar that shows the way to the page and its neighbours, not all pages.

The theme asks for the whole tree on each of several hundred pages, which made most of the time of a build and of the weight of a page.
"""

from html import escape


def branch(env, parent, way, pathto, level=1):
    """The children of ``parent`` as the nested list that the theme expects; opened only where ``way``, the way to the page, goes on."""
    items = []
    for child in env.toctree_includes.get(parent, []):
        if child not in env.titles:
            continue
        current = " current" if child in way else ""
        link = f'<a class="reference internal{current}" href="{escape(pathto(child))}">{escape(env.titles[child].astext())}</a>'
        below = branch(env, child, way, pathto, level + 1) if current else ""
        items.append(f'<li class="toctree-l{level}{current}">{link}{below}</li>')
    return f"<ul{' class=current' * (parent in way and level == 1)}>{''.join(items)}</ul>" if items else ""


def way_to(env, page):
    """The page and what it lies in, up to the root."""
    parents = {child: parent for parent, children in env.toctree_includes.items() for child in children}
    way = [page]
    while parents.get(way[-1]) and parents[way[-1]] not in way:
        way.append(parents[way[-1]])
    return way


def use_branch(app, pagename, templatename, context, doctree):
    def toctree(**options):
        return branch(app.env, app.config.root_doc, way_to(app.env, pagename), context["pathto"])

    context["toctree"] = toctree


def setup(app):
    app.connect("html-page-context", use_branch, priority=100)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
