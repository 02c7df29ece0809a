"""Every page in the browser: accessible, light, no wider than a phone, nothing from elsewhere, no error in the console."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from bench.weights import KINDS, gzipped

from .conftest import HTML

# Rules of axe that depend on colours. The two themes differ in nothing else, so all rules are looked at in each theme and at each width, and these in both themes at both widths.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
VIEWS = [("light", 1280, {}), ("dark", 390, {}), ("light", 390, COLOURS), ("dark", 1280, COLOURS)]
ALL_VIEWS = [(theme, width, {}) for theme in ("light", "dark") for width in (1280, 390, 360)]
NARROWEST = 360  # pixels: where no page may scroll sideways
PARTS = 24  # of all pages, so that several processes share them: page 0, 24, 48 ..., page 1, 25, 49 ...
# No page has frames, and no rule in use reads style sheets that axe would have to load again.
OPTIONS = {"resultTypes": ["violations"], "preload": False, "iframes": False}

# Contrast is looked at in one text of each kind: texts with the same elements, classes, colours and letters around them, up to the root, look alike.
# A text of one letter or sign is a kind of its own, since axe does not judge it. All other rules look at every element.
ALIKE = """() => {
  const kinds = new Map(), seen = new Set(), kind_of = new Map()
  for (const element of document.querySelectorAll("*")) {
    const style = getComputedStyle(element)
    const look = [kind_of.get(element.parentElement), element.tagName, element.className, style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.fontSize, style.fontWeight, style.textShadow].join()
    if (!kinds.has(look)) kinds.set(look, kinds.size)
    kind_of.set(element, kinds.get(look))
    const text = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join("").trim()
    const kind = `${kinds.get(look)} ${/[\\p{L}\\p{N}].*[\\p{L}\\p{N}]/su.test(text)}`
    element.toggleAttribute("data-alike", text !== "" && seen.has(kind))
    if (text && element.checkVisibility({opacityProperty: true, visibilityProperty: true}) && element.getClientRects().length) seen.add(kind)
  }
  axe.configure({rules: [{id: "color-contrast", selector: ":not([data-alike])"}]})
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
    page.evaluate(AXE_SCRIPT)
    for theme, width, rules in views:
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("Promise.allSettled(document.getAnimations().map(animation => animation.finished))")  # the menu slides away
        page.evaluate(ALIKE)
        for violation in page.evaluate("options => axe.run(options)", OPTIONS | rules)["violations"]:
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
def test_no_page_has_a_fault(chromium, address, pages, number):
    assert look_at(chromium, address, part(pages, number)) == ({}, part(pages, number))


@pytest.mark.parametrize("name", [*(name for name in KINDS if name != "cheatsheet.html"), "genindex.html"])  # the cheat sheet takes minutes, and is a page among all
def test_no_kind_of_page_has_a_fault_in_any_theme_and_width(chromium, address, name):
    assert look_at(chromium, address, [name], ALL_VIEWS) == ({}, [name])


def test_a_fault_is_found(chromium, address):
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
    assert "light 1280: axe color-contrast (2)" in text and "light 390: axe color-contrast (2)" in text  # of three faint words in the code, two look alike
    assert "dark 390: axe color-contrast (3)" in text and "dark 1280: axe color-contrast (3)" in text and text.count("pixels too wide") == 3


def test_a_faint_text_is_found_beside_one_that_has_its_name(chromium):
    """One text of each kind is looked at: another colour, ground, opacity or place is another kind, and so is a text after one of a single letter or one that is hidden."""
    page = chromium.new_page()
    page.set_content("<html lang=en><title>x</title><main><h1>x</h1><p>words</p><p style='color:#ccc'>words</p><p style='background:#555'>words</p><p style='opacity:.2'>words</p>"
                     "<div style='color:#ddd'><b>i</b><b hidden>hidden</b><b>words</b><b>alike</b></div></main>")
    page.evaluate(AXE_SCRIPT)
    page.evaluate(ALIKE)
    violation, = page.evaluate("options => axe.run(options)", OPTIONS | COLOURS)["violations"]
    page.close()
    assert [node["html"] for node in violation["nodes"]] == [
        '<p style="color:#ccc">words</p>', '<p style="background:#555">words</p>', '<p style="opacity:.2">words</p>', "<b>words</b>"]
