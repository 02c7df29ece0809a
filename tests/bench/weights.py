"""What a reader's line carries: bytes of a page as served with gzip, with everything that the page names."""

import functools
import gzip
import posixpath
import sys

from bs4 import BeautifulSoup

from . import ROOT

HTML = ROOT / "build" / "html"
KINDS = ["index.html", "running.html", "proof.html", "apis.html", "search.html", "cheatsheet.html", "lessons/index.html", "lessons/01_foundations/01_tensors.html",
         "lessons/05_projects/01_mnist_cnn.html", "cards/index.html", "cards/tensors/shapes.html", "claims/tensors.html", "gone/index.html"]


@functools.cache
def gzipped(path):
    return len(gzip.compress(path.read_bytes(), 6)) if path.is_file() else 0


def named_by(html):
    """The addresses of everything that a page loads: styles, scripts, icons, and all of its figures, also those further down."""
    page = BeautifulSoup(html, "html.parser")
    found = [tag["href"] for tag in page.select("link[rel~=stylesheet][href], link[rel~=icon][href]")]
    found += [tag["src"] for tag in page.select("script[src], img[src]")]
    return {address.partition("?")[0] for address in found if not address.startswith("data:")}


def weight(root, name):
    """Bytes of a page of the site in ``root``, with everything that it names."""
    page = root / name
    files = {posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) for address in named_by(page.read_text(encoding="utf-8"))}
    return gzipped(page) + sum(gzipped(root / file) for file in files)


def measure(small):
    """Some pages of each kind, of the built site."""
    missing = [name for name in KINDS if not (HTML / name).exists()]
    if missing:
        sys.exit(f"bench: expected the built site in build/html, found no {missing[0]}. Build it first: nox -s docs")
    return {name: weight(HTML, name) for name in KINDS}
