"""What other sites show of a page."""

import struct

import sharing


def test_the_description_is_the_first_paragraph_cut_at_a_word():
    assert sharing.description("<h1>T</h1><p>One <b>bold</b>\nword.</p><p>Two.</p>") == "One bold word."
    long = sharing.description(f"<p>{'word ' * 60}</p>")
    assert len(long) <= 160 and long.endswith("word …")
    assert sharing.description("") == ""


def test_pages_say_what_they_are_about(built):
    lesson = (built.html / "lessons/01_basics/01_adding.html").read_text(encoding="utf-8")
    assert '<meta name="description" content="Two numbers become one.">' in lesson and '<meta property="og:title" content="Adding">' in lesson
    assert "og:image" not in lesson and not (built.html / sharing.PICTURE).exists()


def test_tags_with_addresses_need_the_address_of_the_site():
    assert sharing.tags("a", "b", "Small", "", "x.html").keys() == {"description", "og:title", "og:description", "og:type", "og:site_name"}
    assert sharing.tags("a", "b", "Small", "https://example.org/s", "cards/x.html")["og:url"] == "https://example.org/s/cards/x.html"


def test_a_site_with_an_address_has_a_picture_for_other_sites(site):
    done = site.build(PROVEN_SITE="https://example.org/site/")
    assert done.returncode == 0, done.stdout
    card = (site.html / "cards/basics/adding.html").read_text(encoding="utf-8")
    assert '<meta property="og:url" content="https://example.org/site/cards/basics/adding.html">' in card
    assert f'<meta property="og:image" content="https://example.org/site/{sharing.PICTURE}">' in card and 'content="summary_large_image"' in card
    assert struct.unpack(">II", (site.html / sharing.PICTURE).read_bytes()[16:24]) == (sharing.WIDTH, sharing.HEIGHT)
    assert card.count('property="og:title"') == card.count('name="description"') == 1
