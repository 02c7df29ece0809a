"""Every page in the browser: accessible, light, no wider than a phone, nothing from elsewhere, no error in the console."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from bench.weights import KINDS, gzipped

from .conftest import HTML

# Every page in each theme and at each width, loaded once; what depends on both at once is looked at on one page of each kind.
VIEWS = [("light", 1280), ("dark", 390)]
ALL_VIEWS = [*VIEWS, ("light", 390), ("dark", 1280), ("light", 360)]
NARROWEST = 360  # pixels: where no page may scroll sideways
PARTS = 24  # of all pages, so that several processes share them: page 0, 24, 48 ..., page 1, 25, 49 ...
# No page has frames, and no rule in use reads style sheets that axe would have to load again.
OPTIONS = {"resultTypes": ["violations"], "preload": False, "iframes": False}

# Axe looks at one coloured word of each kind: those in code that have the class, the parent and the kind of block of an earlier one look like it.
ALIKE = """() => {
  const seen = new Set()
  for (const word of document.querySelectorAll("pre span[class]:not(:has(*))")) {
    const kind = [word, word.parentElement, word.closest("pre").parentElement.parentElement].map(element => element.tagName + element.className).join(" in ")
    seen.has(kind) ? word.setAttribute("data-alike", "") : seen.add(kind)
  }
}"""

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


def too_wide(page, width):
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{width}: {wide} pixels too wide"] if wide > 0 else []


def faults_of(page, url, views=VIEWS):
    """What is wrong with one page: requests that leave, errors in the console, weight, scrolling sideways; and in each view axe's violations, best practices included."""
    faults, loaded = [], set()
    page.on("request", lambda request: loaded.add(request.url))
    page.on("console", lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on("request", lambda request: faults.append(f"request to {request.url}") if not request.url.startswith((url[:url.index("/", 8)], "data:")) else None)
    page.goto(url)
    faults += too_heavy(url, set(loaded))
    if views:
        page.evaluate(AXE_SCRIPT)
        page.evaluate(ALIKE)
    for theme, width in views:
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("Promise.allSettled(document.getAnimations().map(animation => animation.finished))")  # the menu slides away
        for violation in page.evaluate("options => axe.run({exclude: [['[data-alike]']]}, options)", OPTIONS)["violations"]:
            where = "; ".join(str(node["target"][0]) for node in violation["nodes"][:3])
            faults.append(f"{theme} {width}: axe {violation['id']} ({len(violation['nodes'])}): {where}")
        faults += too_wide(page, width)
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    return faults + too_wide(page, NARROWEST)


def look_at(chromium, address, names, views=VIEWS):
    """The faults of pages as ``{name: faults}``, and the pages looked at. Each is opened as on a fine display: its figures are the large ones."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, device_scale_factor=2)
    found, looked_at = {}, []
    for name in names:
        page = context.new_page()
        faults = faults_of(page, address + name, views)
        looked_at.append(name)
        found |= {name: faults} if faults else {}
        page.close()
    context.close()
    return found, looked_at


def part(pages, number):
    return pages[number::PARTS]


def test_the_parts_are_all_pages(pages):
    assert sorted(name for number in range(PARTS) for name in part(pages, number)) == pages and len(pages) > 100


@pytest.mark.parametrize("number", range(PARTS))
def test_no_page_is_heavy_or_wide_or_asks_elsewhere_or_reports_an_error(chromium, address, pages, number):
    assert look_at(chromium, address, part(pages, number), views=[]) == ({}, part(pages, number))


@pytest.mark.parametrize("number", range(PARTS))
def test_no_page_has_a_fault(chromium, address, pages, number):
    assert look_at(chromium, address, part(pages, number)) == ({}, part(pages, number))


@pytest.mark.parametrize("name", [*(name for name in KINDS if name != "cheatsheet.html"), "genindex.html"])  # the cheat sheet takes minutes, and is a page among all
def test_no_kind_of_page_has_a_fault_in_any_theme_and_width(chromium, address, name):
    assert look_at(chromium, address, [name], ALL_VIEWS) == ({}, [name])


def test_a_fault_is_found(chromium, tmp_path, address):
    """The check itself: a planted page with an image without a text, a request that leaves, an error, a line that is too wide, and text that is faint in the dark."""
    page = chromium.new_page(viewport={"width": 1280, "height": 600})
    page.route("**/planted.html", lambda route: route.fulfill(content_type="text/html", body=(
        "<html lang=en><title>x</title><style>@media (prefers-color-scheme: dark) { p { color: #eee; background: #fff } }</style>"
        "<main><h1>x</h1><div class=highlight-python><div class=highlight><pre style='background:#fff'><span class=k style='color:#ddd'>if</span> "
        "<span class=k style='color:#ddd'>or</span> <span class=s style='color:#ccc'>not</span></pre></div></div><img src='/_static/site.css'><p style='width:900px'>faint words</p>"
        "<script>console.error('planted')</script><img alt='' src='http://127.0.0.1:9/x.png'></main>")))
    faults = faults_of(page, address + "planted.html")
    page.close()
    text = "\n".join(faults)
    for fault in ("light 1280: axe image-alt", "console: planted", "request to http://127.0.0.1:9/x.png", "390: 518 pixels too wide", "360: 548 pixels too wide"):
        assert fault in text
    assert "light 1280: axe color-contrast (2)" in text  # of three faint words in the code, two look alike
    assert "dark 390: axe color-contrast (3)" in text and text.count("pixels too wide") == 2
