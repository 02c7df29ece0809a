"""Sphinx extension: gives every page's template the stamp of the run behind it, and lessons their downloads."""

import re


def add_stamp(app, pagename, templatename, context, doctree):
    """Fill ``proven_stamp`` (text) and ``downloads`` ([(label, link)]) for ``page.html``."""
    catalogue = app.config.proven_catalogue
    lesson = pagename.removeprefix("lessons/")
    context["proven_stamp"], context["downloads"] = "", []
    if lesson in catalogue.lessons:
        context["proven_stamp"] = catalogue.stamp(catalogue.lesson_records.get(lesson))
        for label, ending in (("Notebook", "ipynb"), ("Script", "py")):
            link = re.search(rf'href="([^"]*_downloads/[^"]*\.{ending})"', context["body"])
            context["downloads"] += [(label, link[1])] if link else []
    elif pagename in ("index", "cards/index"):
        context["proven_stamp"] = catalogue.summary()


def restamped(app, env, added, changed, removed):
    """The pages whose text stayed the same while the run behind them did not."""
    before, env.proven_stamps = getattr(env, "proven_stamps", {}), {}
    for name, record in app.config.proven_catalogue.lesson_records.items():
        env.proven_stamps[f"lessons/{name}"] = app.config.proven_catalogue.stamp(record)
    for page in ("index", "cards/index"):
        env.proven_stamps[page] = app.config.proven_catalogue.summary()
    return [page for page, stamp in env.proven_stamps.items() if before.get(page) != stamp and page in env.found_docs]


def setup(app):
    app.connect("html-page-context", add_stamp)
    app.connect("env-get-outdated", restamped)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
