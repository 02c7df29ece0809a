"""Sphinx extension: keeps the index entries of pages that a build did not write again in the search index.

Sphinx reads the words and titles of such pages back from the last search index, but not their entries, and a search for a
public name would no longer lead to its card after the first edit.
"""


def keep_entries(app):
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        for docname, entries in app.env.domains["index"].data["entries"].items():
            if docname not in indexer._index_entries:
                indexer._index_entries[docname] = sorted({(value, target, main) for _, value, target, main, _ in entries})
    return []


def setup(app):
    app.connect("html-collect-pages", keep_entries)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
