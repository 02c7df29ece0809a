"""Sphinx extension: gives every page's template the stamp of the run behind it, lessons their downloads, and pages the roles ``date`` and ``seconds``."""

import re
from urllib.parse import quote, urlencode

import moments
from evidence import stamp
from proofs import digest

GITHUB = "https://github.com/"
SUMMED = ("index", "cards/index", "proof")  # pages that say what the whole build proved


def lesson_stamp(catalogue, name):
    """A lesson's stamp also names the data: a hash of all files, and what the digits are where it reads them."""
    record, data = catalogue.lesson_records.get(name), catalogue.environment["data"]
    digits = f", {data['mnist']}" if record and "torchvision.datasets.MNIST" in record.apis else ""
    return f"{catalogue.stamp(record)} · data {digest(data['files'])[:8]}{digits}"


def report_link(config, pagename):
    """Where a reader reports something wrong on a page: a new issue with the page and the versions; nothing without a repository."""
    environment = config.proven_environment
    body = f"Page: {pagename}\ntorch {environment['torch']}, Python {environment['python']}, device {environment['device']}\n"
    query = urlencode({"title": f"Something wrong on {pagename}", "body": body}, quote_via=quote)
    return f"{config.proven_repository}/issues/new?{query}" if config.proven_repository else ""


def add_stamp(app, pagename, templatename, context, doctree):
    """Fill ``proven_stamp`` (HTML) and ``downloads`` ([(label, link)]) for ``page.html``."""
    catalogue = app.config.proven_catalogue
    lesson = pagename.removeprefix("lessons/")
    context["proven_stamp"], context["downloads"], context["proven_issue"] = "", [], report_link(app.config, pagename)
    if lesson in catalogue.lessons:
        context["proven_stamp"] = lesson_stamp(catalogue, lesson)
        for label, ending in (("Notebook", "ipynb"), ("Script", "py")):
            link = re.search(rf'href="([^"]*_downloads/[^"]*\.{ending})"', context["body"])
            context["downloads"] += [(label, link[1])] if link else []
        if app.config.proven_repository.startswith(GITHUB):
            notebook = f"{app.config.proven_repository.removeprefix(GITHUB)}/blob/notebooks/{lesson}.ipynb"
            context["downloads"].append(("Open in Colab", f"https://colab.research.google.com/github/{notebook}"))
    elif pagename in SUMMED:
        context["proven_stamp"] = catalogue.summary()


def restamped(app, env, added, changed, removed):
    """The pages whose text stayed the same while the run behind them did not."""
    before, env.proven_stamps = getattr(env, "proven_stamps", {}), {}
    for name in app.config.proven_catalogue.lesson_records:
        env.proven_stamps[f"lessons/{name}"] = lesson_stamp(app.config.proven_catalogue, name)
    for page in SUMMED:
        env.proven_stamps[page] = app.config.proven_catalogue.summary()
    return [page for page, stamp in env.proven_stamps.items() if before.get(page) != stamp and page in env.found_docs]


def date_role(role, rawtext, text, lineno, inliner, options=None, content=()):
    return [stamp(html=moments.when(text))], []


def seconds_role(role, rawtext, text, lineno, inliner, options=None, content=()):
    return [stamp(html=moments.took(float(text), text))], []


def setup(app):
    app.add_role("date", date_role)
    app.add_role("seconds", seconds_role)
    app.connect("html-page-context", add_stamp)
    app.connect("env-get-outdated", restamped)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
