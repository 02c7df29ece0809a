"""Every page in the browser: accessible, light, no wider than a phone, nothing from elsewhere, no error in the console."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from bench.weights import KINDS, gzipped

from .conftest import HTML

# Every page in each theme and at each width; what depends on both at once is looked at on one page of each kind.
ALL_PAGES = pytest.mark.parametrize("theme, width", [("light", 1280), ("dark", 390)])

# Bytes as served with gzip, with everything that is loaded on first view.
TEXT_PAGE, LESSON = 80_000, 400_000
LONGER = {"cheatsheet.html": 120_000, "search.html": 400_000}  # every card's first sentence; the index of the search


def too_heavy(url, loaded):
    """How much heavier than allowed the first view of a page is, in words, or nothing."""
    root = url[:url.index("/", 8) + 1]
    name = url.removeprefix(root)
    total = sum(gzipped(HTML / path.removeprefix(root).partition("?")[0]) for path in loaded)
    allowed = LESSON if name.startswith("lessons/") else LONGER.get(name, TEXT_PAGE)
    return [f"{total:,} bytes on first view, allowed {allowed:,}"] if total > allowed else []


def faults_of(page, url):
    """What is wrong with one page: axe's violations (best practices included), requests that leave, errors in the console, weight, scrolling sideways."""
    faults, loaded = [], set()
    page.on("request", lambda request: loaded.add(request.url))
    page.on("console", lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("request", lambda request: faults.append(f"request to {request.url}") if not request.url.startswith((url[:url.index("/", 8)], "data:")) else None)
    page.goto(url)
    faults += too_heavy(url, set(loaded))
    for violation in Axe().run(page).response["violations"]:
        where = "; ".join(str(node["target"][0]) for node in violation["nodes"][:3])
        faults.append(f"axe {violation['id']} ({len(violation['nodes'])}): {where}")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    faults += [f"{wide} pixels too wide"] if wide > 0 else []
    return faults


def look_at(chromium, address, names, theme, width):
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme)
    found, looked_at = {}, 0
    for name in names:
        page = context.new_page()
        faults = faults_of(page, address + name)
        looked_at += 1
        found |= {name: faults} if faults else {}
        page.close()
    context.close()
    return found, looked_at


@ALL_PAGES
def test_no_page_has_a_fault(chromium, address, pages, theme, width):
    found, looked_at = look_at(chromium, address, pages, theme, width)
    assert found == {}
    assert looked_at == len(pages) > 100


@pytest.mark.parametrize("theme, width", [("light", 390), ("dark", 1280), ("light", 360)])
def test_no_kind_of_page_has_a_fault_in_any_theme_and_width(chromium, address, theme, width):
    assert look_at(chromium, address, KINDS, theme, width) == ({}, len(KINDS))


def test_a_fault_is_found(chromium, tmp_path, address):
    """The check itself: a planted page with an image without a text, a request that leaves, an error and a line that is too wide."""
    page = chromium.new_page(viewport={"width": 360, "height": 600})
    page.route("**/planted.html", lambda route: route.fulfill(content_type="text/html", body=(
        "<html lang=en><title>x</title><main><h1>x</h1><img src='/_static/site.css'><p style='width:900px'>x</p>"
        "<script>console.error('planted')</script><img alt='' src='http://127.0.0.1:9/x.png'></main>")))
    faults = "\n".join(faults_of(page, address + "planted.html"))
    page.close()
    assert "axe image-alt" in faults and "console: planted" in faults and "request to http://127.0.0.1:9/x.png" in faults and "pixels too wide" in faults
