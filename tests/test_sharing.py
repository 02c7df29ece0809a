"""What other sites show of a page."""

import io
import zipfile

import archives
import sharing
from PIL import Image


def test_the_description_is_the_first_paragraph_cut_at_a_word():
    assert sharing.description("<h1>T</h1><p>One <b>bold</b>\nword.</p><p>Two.</p>") == "One bold word."
    long = sharing.description(f"<p>{'word ' * 60}</p>")
    assert len(long) <= 160 and long.endswith("word …")
    assert sharing.description("") == ""


def test_pages_say_what_they_are_about(built):
    lesson = (built.html / "lessons/01_basics/01_adding.html").read_text(encoding="utf-8")
    assert '<meta name="description" content="Two numbers become one.">' in lesson and '<meta property="og:title" content="Adding">' in lesson
    assert "og:image" not in lesson and not (built.html / sharing.PICTURES).exists()


def test_tags_with_addresses_need_the_address_of_the_site():
    assert sharing.tags("a", "b", "Small", "", "x.html", "x.png").keys() == {"description", "og:title", "og:description", "og:type", "og:site_name"}
    known = sharing.tags("a", "", "Small", "https://example.org/s", "cards/x.html", "cards/x.png")
    assert known["og:url"] == "https://example.org/s/cards/x.html" and known["og:image"] == "https://example.org/s/cards/x.png" and known["og:image:alt"] == "a · Small"


def test_a_picture_holds_a_long_title_and_what_looks_like_a_formula():
    for title in ("x" * 300, "Of $x$ and $", "Statements about automatic differentiation"):
        with Image.open(io.BytesIO(sharing.drawn(title, "word " * 31, "Small"))) as picture:
            assert picture.size == (sharing.WIDTH, sharing.HEIGHT)
            ground = picture.convert("RGB").crop((1190, 0, 1200, sharing.HEIGHT)).getextrema()
            assert all(high - low < 9 for low, high in ground), f"letters of {title[:20]} reach the edge"


def test_every_page_of_a_site_with_an_address_has_a_picture_of_its_own_for_other_sites(site):
    done = site.build(PROVEN_SITE="https://example.org/site/")
    assert done.returncode == 0, done.stdout
    card = (site.html / "cards/basics/adding.html").read_text(encoding="utf-8")
    assert '<meta property="og:url" content="https://example.org/site/cards/basics/adding.html">' in card
    assert f'<meta property="og:image" content="https://example.org/site/{sharing.picture_of("cards/basics/adding")}">' in card and 'content="summary_large_image"' in card
    pages = {path.relative_to(site.html).with_suffix("").as_posix() for path in site.html.rglob("*.html") if 'property="og:image"' in path.read_text(encoding="utf-8")}
    pictures = {path.relative_to(site.html / sharing.PICTURES).with_suffix("").as_posix(): path.read_bytes() for path in (site.html / sharing.PICTURES).rglob("*.png")}
    assert pictures.keys() == pages > {"index", "cards/basics/adding", "lessons/01_basics/01_adding"} and len(set(pictures.values())) == len(pictures)
    with zipfile.ZipFile(site.html / archives.SITE) as archive:
        assert not [name for name in archive.namelist() if sharing.PICTURES in name]
    assert card.count('property="og:title"') == card.count('name="description"') == 1
