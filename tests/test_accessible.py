"""What the pages get for readers with a keyboard, a screen reader or a slow line."""

import re
import struct

import accessible
from PIL import Image, ImageChops, ImageDraw


def test_figures_get_their_size(tmp_path):
    picture = tmp_path / "figure.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480))
    body = '<img src="../_images/figure.png" alt="x"/><img src="other.png" alt="y">'
    made = accessible.with_sizes(body, {"figure.png": picture})
    assert '<img width="640" height="480" loading="lazy" src="../_images/figure.png" alt="x"/>' in made and '<img src="other.png" alt="y">' in made


def test_a_figure_becomes_light_and_looks_the_same(tmp_path):
    figure = tmp_path / "figure.png"
    large = Image.new("RGB", (1600, 1200), "white")
    for place, colour in enumerate(["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd"]):
        ImageDraw.Draw(large).ellipse((200 * place, 150 * place, 200 * place + 600, 150 * place + 500), outline=colour, width=30)
    large.paste(Image.merge("RGB", (Image.linear_gradient("L"), Image.new("L", (256, 256), 90), Image.linear_gradient("L").rotate(180))), (1200, 100))
    colours = large.resize((400, 300), Image.Resampling.LANCZOS)  # soft edges, as of a plotted line
    colours.putpixel((20, 250), (255, 0, 255))  # a single point keeps its colour
    colours.convert("RGBA").save(figure)
    before = figure.stat().st_size
    accessible.lighten(figure)
    light = figure.read_bytes()
    assert len(light) < before / 2
    with Image.open(figure) as made:
        found = made.convert("RGB")
    assert max(high for _, high in ImageChops.difference(found, colours).getextrema()) < 24
    accessible.lighten(figure)
    assert figure.read_bytes() == light


def test_what_is_transparent_becomes_white(tmp_path):
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(tmp_path / "figure.png")
    accessible.lighten(tmp_path / "figure.png")
    with Image.open(tmp_path / "figure.png") as made:
        assert made.convert("RGB").getpixel((4, 4)) == (255, 255, 255)


def test_only_code_that_may_scroll_is_a_stop_of_the_tab_key():
    short, long = "<pre><span>x = 1</span></pre>", f"<pre><span>{'x' * 60}</span></pre>"
    assert accessible.reachable(short) == short
    assert accessible.reachable(long).startswith('<pre tabindex="0">')
    assert accessible.reachable("<pre>" + "&gt;" * 30 + "</pre>").startswith("<pre>")  # thirty characters, whatever their spelling


def test_every_page_has_a_policy_that_knows_the_themes_own_script(built):
    import base64
    import hashlib

    for page in built.html.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
        scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
        assert scripts and all(f"'sha256-{value}'" in policy for value in hashes), page
        assert "script-src 'self' 'sha256-" in policy and "unsafe-inline" not in policy.split("script-src")[1]


def test_every_figure_of_a_built_site_is_light(built):
    modes = set()
    for path in built.html.glob("_images/*.png"):
        with Image.open(path) as picture:
            modes.add(picture.mode)
    assert modes == {"P"}
