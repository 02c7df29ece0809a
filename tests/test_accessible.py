"""What the pages get for readers with a keyboard, a screen reader or a slow line."""

import base64
import hashlib
import re

import accessible
from PIL import Image


def test_figures_get_their_size(tmp_path):
    picture = tmp_path / "figure.png"
    Image.new("L", (640, 480)).save(picture)
    body = '<img src="../_images/figure.png" alt="x"/><img src="other.png" alt="y">'
    made = accessible.with_sizes(body, {"figure.png": picture})
    assert '<img width="640" height="480" loading="lazy" src="../_images/figure.png" alt="x"/>' in made and '<img src="other.png" alt="y">' in made


def test_only_code_that_may_scroll_is_a_stop_of_the_tab_key():
    short, long = "<pre><span>x = 1</span></pre>", f"<pre><span>{'x' * 60}</span></pre>"
    assert accessible.reachable(short) == short
    assert accessible.reachable(long).startswith('<pre tabindex="0">')
    assert accessible.reachable("<pre>" + "&gt;" * 30 + "</pre>").startswith("<pre>")  # thirty characters, whatever their spelling


def test_every_page_has_a_policy_that_knows_the_themes_own_script(built):
    for page in built.html.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
        scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
        hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
        assert scripts and all(f"'sha256-{value}'" in policy for value in hashes), page
        assert "script-src 'self' 'sha256-" in policy and "unsafe-inline" not in policy.split("script-src")[1]
