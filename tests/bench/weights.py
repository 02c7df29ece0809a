"""What a reader's line carries: bytes of a page as served with gzip, with the styles and scripts that it names, and with its figures."""

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


def weight(root, name):
    """Bytes of a page of the site in ``root``: [with its styles, scripts and icons, with all of its figures too]."""
    page = BeautifulSoup((root / name).read_text(encoding="utf-8"), "html.parser")
    needed = [tag["href"] for tag in page.select("link[rel~=stylesheet][href], link[rel~=icon][href]")] + [tag["src"] for tag in page.select("script[src]")]
    figures = [tag["src"] for tag in page.select("img[src]")]

    def together(addresses):
        paths = {address.partition("?")[0] for address in addresses if not address.startswith("data:")}
        return sum(gzipped(root / posixpath.normpath(posixpath.join(posixpath.dirname(name), path))) for path in paths)

    first = gzipped(root / name) + together(needed)
    return [first, first + together(figures)]


def measure(small):
    """Some pages of each kind, of the built site."""
    missing = [name for name in KINDS if not (HTML / name).exists()]
    if missing:
        sys.exit(f"bench: expected the built site in build/html, found no {missing[0]}. Build it first: nox -s docs")
    return {name: weight(HTML, name) for name in KINDS}
