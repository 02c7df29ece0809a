"""Reading with a keyboard, without scripts, in the dark, and on paper."""

import json
import re

import pytest


@pytest.mark.parametrize("keys", ["/", "Control+k"])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_key_leads_to_the_search_box(page, address, keys, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    page.keyboard.press(keys)
    assert page.evaluate("document.activeElement.name") == "q"
    if keys == "Control+k":
        page.wait_for_timeout(400)  # the menu slides in
        assert page.evaluate("document.activeElement.getBoundingClientRect().right") > 0
    page.keyboard.type("torch.cat\n")
    page.wait_for_url("**/search.html?q=torch.cat*")


def test_the_first_tab_stop_skips_to_the_content_and_can_be_seen(page, address):
    page.goto(address + "lessons/01_foundations/01_tensors.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className").startswith("skip-to-content")
    page.wait_for_timeout(400)
    box = page.evaluate("(({top, left, width}) => [top, left, width])(document.activeElement.getBoundingClientRect())")
    assert min(box[:2]) >= 0 and box[2] > 50


def test_every_stop_of_the_tab_key_is_visible_when_it_has_the_focus(page, address):
    page.goto(address + "cards/tensors/shapes.html")
    for _ in range(40):
        page.keyboard.press("Tab")
        style = page.evaluate("(({outlineStyle, outlineWidth, boxShadow}) => [outlineStyle, outlineWidth, boxShadow])(getComputedStyle(document.activeElement))")
        shown = (style[0] != "none" and style[1] != "0px") or style[2] != "none"
        assert shown, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


def test_the_theme_is_switched_from_the_keyboard(page, address):
    page.goto(address)
    before = page.evaluate("document.body.dataset.theme")
    page.locator(".theme-toggle-content button").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.body.dataset.theme") != before


def test_copying_takes_the_code_without_prompts_and_output(chromium, address):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "cards/tensors/shapes.html")
    block = page.locator("div.highlight-pycon, div.highlight-default").first
    shown = block.locator("pre").inner_text()
    block.hover()
    block.locator("button.copybtn").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    code = [line[4:] for line in shown.splitlines() if line.startswith((">>> ", "... "))]
    assert copied.strip().splitlines() == code and len(code) < len(shown.splitlines())


@pytest.fixture
def without_scripts(chromium):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_without_scripts_the_pages_can_be_read_and_filtered(without_scripts, address):
    page = without_scripts
    page.goto(address)
    page.get_by_role("link", name="Tensors", exact=True).first.click()
    assert page.url.endswith("lessons/01_foundations/01_tensors.html")
    solution = page.locator("details.solution").first
    assert not solution.locator("pre").first.is_visible()
    solution.locator("summary").click()
    assert solution.locator("pre").first.is_visible()
    page.goto(address + "claims/tensors.html")
    assert page.locator(".claim-holds").first.is_visible()
    page.locator('input[value="corrected"]').check()
    assert page.locator(".claim-corrected").first.is_visible() and not page.locator(".claim-holds").first.is_visible()


def test_a_lesson_says_where_it_stands(page, address):
    page.goto(address + "lessons/01_foundations/03_autograd.html")
    text = page.locator("article").inner_text()
    for part in ("Level", "Reading", "Before", "After", "torch 2.", "Notebook", "Script"):
        assert part in text
    assert page.locator("a.next-page").is_visible() and page.locator("a.prev-page").is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_each_lesson_has_its_title_under_its_picture_in_one_frame(page, address, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + "lessons/index.html")
    boxes = page.locator(".sphx-glr-thumbcontainer").evaluate_all("""frames => frames.map(frame =>
        [frame, frame.querySelector("img"), frame.querySelector("a span")].map(part => part.getBoundingClientRect()).map(({top, bottom}) => [top, bottom]))""")
    assert len(boxes) > 20
    for frame, picture, title in boxes:
        assert frame[0] <= picture[0] < picture[1] <= title[0] < title[1] <= frame[1]


def test_names_in_code_lead_to_their_cards(page, address):
    page.goto(address + "lessons/01_foundations/01_tensors.html")
    links = page.locator("pre a.api:not([rel=external])")
    assert links.count() > 5
    page.goto(address + "lessons/01_foundations/" + links.first.get_attribute("href"))
    assert re.search(r"/cards/.*#", page.url) and page.evaluate("document.getElementById(location.hash.slice(1)) !== null")


def test_figures_are_crisp_and_nothing_jumps(chromium, address):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, device_scale_factor=2)
    page = context.new_page()
    page.goto(address + "lessons/05_projects/01_mnist_cnn.html")
    figure = page.locator("img.sphx-glr-single-img").first
    figure.scroll_into_view_if_needed()
    figure.evaluate("image => image.decode()")
    assert "2_00x" in figure.evaluate("image => image.currentSrc")
    natural, shown = figure.evaluate("image => [image.naturalWidth, image.width]")
    assert abs(natural - shown) < 30
    context.close()


def test_solutions_are_folded_on_the_screen_and_open_on_paper(page, address):
    page.goto(address + "lessons/01_foundations/01_tensors.html")
    code = page.locator("details.solution pre").first
    assert not code.is_visible()
    page.emulate_media(media="print")
    assert code.is_visible()


def test_the_cheat_sheet_prints_on_four_sheets_or_two_large_ones(page, address):
    page.goto(address + "cheatsheet.html")
    pdf = page.pdf(format="A4", margin={side: "6mm" for side in ("top", "right", "bottom", "left")})
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 8  # both sides of four sheets of A4; two of these pages are one side of A3


def test_the_search_box_can_be_named_to_a_screen_reader(page, address):
    page.goto(address)
    tree = json.dumps(page.locator("[role=search]").first.aria_snapshot())
    assert "Search" in tree
