"""Sphinx extension: what a search of the site finds beyond Sphinx's own.

Sphinx reads the words and titles of pages that a build did not write again back from the last search index, but not their index
entries, and a search for a public name would no longer lead to its card after the first edit. They are kept.

Sphinx finds a part of a word only if the part has three letters, and only if it is no word by itself. A Korean noun often has two, stands
inside a compound, and is followed by a particle. So Korean is indexed and searched for by pairs of neighbouring syllables, apart from Latin letters.
"""

import re

from sphinx.search.en import SearchEnglish


def pairs(word):
    """``손실함수`` by its pairs of neighbours: 손실, 실함, 함수. A word without Korean stays whole."""
    found = []
    for run in re.findall("[가-힣]+|[^가-힣]+", word):
        found += [run[i:i + 2] for i in range(len(run) - 1)] if "가" <= run[0] <= "힣" and len(run) > 1 else [run]
    return found


class SearchEnglishAndKorean(SearchEnglish):
    # The words as Sphinx's own ``splitQuery`` finds them, and then as ``pairs`` does.
    js_splitter_code = r"""
var splitQuery = (query) => query.split(/[^\p{Letter}\p{Number}_\p{Emoji_Presentation}]+/gu).filter((term) => term)
  .flatMap((term) => term.match(/[가-힣]+|[^가-힣]+/g))
  .flatMap((run) => /[가-힣]{2}/.test(run) ? [...run].slice(1).map((syllable, i) => run[i] + syllable) : [run]);
"""

    def split(self, input):
        return [part for word in super().split(input) for part in pairs(word)]


class SearchKorean(SearchEnglishAndKorean):
    lang = "ko"


def keep_entries(app):
    indexer = getattr(app.builder, "indexer", None)
    if indexer is not None:
        for docname, entries in app.env.domains["index"].data["entries"].items():
            if docname not in indexer._index_entries:
                indexer._index_entries[docname] = sorted({(value, target, main) for _, value, target, main, _ in entries})
    return []


def setup(app):
    app.add_search_language(SearchEnglishAndKorean)
    app.add_search_language(SearchKorean)
    app.connect("html-collect-pages", keep_entries)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
