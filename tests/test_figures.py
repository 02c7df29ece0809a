"""What becomes of the figures that lessons draw."""

import figures
from PIL import Image, ImageChops, ImageDraw


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
    figures.lighten(figure)
    light = figure.read_bytes()
    assert len(light) < before / 2
    with Image.open(figure) as made:
        found = made.convert("RGB")
    assert max(high for _, high in ImageChops.difference(found, colours).getextrema()) < 24
    figures.lighten(figure)
    assert figure.read_bytes() == light


def test_what_is_transparent_becomes_white(tmp_path):
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(tmp_path / "figure.png")
    figures.lighten(tmp_path / "figure.png")
    with Image.open(tmp_path / "figure.png") as made:
        assert made.convert("RGB").getpixel((4, 4)) == (255, 255, 255)


def test_a_lesson_has_its_own_figures_only(tmp_path):
    (tmp_path / "images/thumb").mkdir(parents=True)
    own = ["sphx_glr_01_one_001.png", "sphx_glr_01_one_001_2_00x.png", "thumb/sphx_glr_01_one_thumb.png"]
    for name in [*own, "sphx_glr_01_one_more_001.png", "thumb/sphx_glr_01_one_more_thumb.png", "sphx_glr_02_one_001.png", "sphx_glr_01_one_001.jpg"]:
        (tmp_path / "images" / name).touch()
    assert {path.relative_to(tmp_path / "images").as_posix() for path in figures.of_lesson(tmp_path, "01_one")} == set(own)


def test_every_figure_of_a_built_site_is_light(built):
    modes = set()
    for path in built.html.glob("_images/*.png"):
        with Image.open(path) as picture:
            modes.add(picture.mode)
    assert modes == {"P"}
