"""What can be said of the pages from their text: links and anchors, titles, headings, figures."""

import json
import re
from collections import defaultdict
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin

import pytest

from .conftest import HTML


class Page(HTMLParser):
    """The ids, links, headings and images of a page, each with its line."""

    def __init__(self, name):
        super().__init__()
        self.ids, self.links, self.headings, self.images, self.title, self.current = {""}, [], [], [], "", None
        self.feed((HTML / name).read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        line = self.getpos()[0]
        self.current = tag
        self.ids |= {values[name] for name in ("id", "name") if values.get(name)}
        if tag == "a" and values.get("href"):
            self.links.append((line, values["href"]))
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append((line, int(tag[1])))
        elif tag == "img":
            self.images.append((line, values))

    def handle_data(self, data):
        if self.current == "title" and not self.title:
            self.title = data

    def handle_endtag(self, tag):
        self.current = None


@pytest.fixture(scope="session")
def parsed(pages):
    return {name: Page(name) for name in pages}


def is_outside(link):
    return re.match(r"[a-z]+:", link) is not None


def test_every_link_and_anchor_leads_somewhere(parsed):
    broken = []
    for name, page in parsed.items():
        for line, link in page.links:
            if is_outside(link):
                continue
            path, _, anchor = unquote(urljoin(name, link)).partition("#")
            path = path.partition("?")[0] or name
            if path in parsed:
                if anchor not in parsed[path].ids:
                    broken.append(f"{name}, line {line}: no anchor {link}")
            elif not (HTML / path).is_file():
                broken.append(f"{name}, line {line}: no page {link}")
    assert broken == []


def test_no_two_pages_have_one_title(parsed):
    titles = defaultdict(list)
    for name, page in parsed.items():
        titles[page.title.strip()].append(name)
    assert {title: names for title, names in titles.items() if len(names) > 1 or not title} == {}


def test_each_page_has_one_h1_and_skips_no_level_of_headings(parsed):
    faults = []
    for name, page in parsed.items():
        levels = [level for _, level in page.headings]
        faults += [f"{name}: {levels.count(1)} headings of level 1"] if levels.count(1) != 1 else []
        faults += [f"{name}, line {line}: level {after} after {before}" for before, (line, after) in zip(levels, page.headings[1:]) if after > before + 1]
    assert faults == []


def test_each_figure_says_what_it_shows_and_has_its_size(parsed):
    faults = []
    for name, page in parsed.items():
        for line, image in page.images:
            beside_its_title = image["src"].endswith("_thumb.png")  # the link under it says the same
            missing = [key for key in ("alt", "width", "height") if not image.get(key) and not (key == "alt" and beside_its_title)]
            faults += [f"{name}, line {line}: {image.get('src')} has no {' and '.join(missing)}"] if missing else []
    assert faults == []


def test_the_search_index_knows_every_page(parsed):
    index = json.loads(re.search(r"\{.*\}", (HTML / "searchindex.js").read_text(encoding="utf-8"), re.DOTALL)[0])
    generated = {"genindex", "search", "404"}
    assert {name.removesuffix(".html") for name in parsed} - generated == set(index["docnames"]) - generated
