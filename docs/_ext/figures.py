"""The figures of lessons: a palette so that they load soon, and their size so that nothing jumps while they load."""

import functools
import io
import re

from files import write_beside
from PIL import Image, ImageChops

CLOSE = 24  # of 255: a colour that differs by so much in a few points looks the same


@functools.cache
def figures(source):
    """The figures and thumbnails of all lessons: {file name: path}. Names begin with the script's, so each stands once."""
    return {path.name: path for path in source.glob("lessons/*/images/**/*.png")}


def draw_soon(block, block_vars, gallery_conf):
    """Sphinx-Gallery's way to keep a figure, little compressed: ``lighten`` writes it again."""
    from sphinx_gallery.scrapers import matplotlib_scraper

    return matplotlib_scraper(block, block_vars, gallery_conf, pil_kwargs={"compress_level": 1})


def _get_sg_image_scraper():
    """What Sphinx-Gallery asks for when a configuration names this module, which it can write down, other than a function."""
    return draw_soon


def of_lesson(folder, stem):
    """The figures and the thumbnail of one lesson, in the folder of its section."""
    name = re.compile(rf"sphx_glr_{re.escape(stem)}_(\d+(_2_00x)?|thumb)\.png")
    return [path for path in folder.glob("images/**/*.png") if name.fullmatch(path.name)]


def with_palette(picture):
    """A picture with the 256 colours that cover it best: chosen by a ninth of its points, which is soon done, or by all where that is not close enough."""
    few = picture.resize((-(-picture.width // 3), -(-picture.height // 3)), Image.Resampling.NEAREST)
    light = picture.quantize(palette=few.quantize(256, Image.Quantize.MAXCOVERAGE), dither=Image.Dither.NONE)
    farthest = max(high for _, high in ImageChops.difference(picture, light.convert("RGB")).getextrema())
    return light if farthest < CLOSE else picture.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def lighten(png):
    """Write a figure with a palette: a third of the bytes, and no difference that a reader sees."""
    with Image.open(png) as picture:
        if picture.mode == "P":
            return
        picture.load()
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        if picture.getchannel("A").getextrema()[0] < 255:
            picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    light = io.BytesIO()
    with_palette(picture.convert("RGB")).save(light, "PNG", compress_level=7)  # 9 takes four times as long and saves a tenth
    write_beside(png, light.getvalue())


def size_of(png):
    """Width and height of a PNG file; only its header is read."""
    with Image.open(png) as picture:
        return picture.size
