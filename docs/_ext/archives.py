"""Packs what a reader takes along: all notebooks, and the whole site, which opens from the file system."""

import io
import zipfile
from pathlib import Path

import sharing
from files import write_beside

NOTEBOOKS, SITE = "proven-pytorch-notebooks.zip", "proven-pytorch-site.zip"


def packed(files):
    """A zip of ``{name: path}`` as bytes; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for name, path in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), Path(path).read_bytes(), zipfile.ZIP_DEFLATED, 3)
    return buffer.getvalue()


def pack_lessons(lessons):
    """Pack again what Sphinx-Gallery packed while it ran the lessons: the finished notebooks, and without the time of the build."""
    archives = {path.with_suffix(".zip"): [path, path.with_suffix(".ipynb")] for path in lessons.glob("*/*.py")}
    archives |= {lessons / f"lessons_{kind}.zip": lessons.glob(f"*/*.{ending}") for kind, ending in (("python", "py"), ("jupyter", "ipynb"))}
    for archive, paths in archives.items():
        content = packed({path.relative_to(archive.parent).as_posix(): path for path in paths})
        if not archive.exists() or archive.read_bytes() != content:
            write_beside(archive, content)


def pack(source, html):
    """Write both archives beside the pages. ``source``: Sphinx's source tree, where each notebook lies in its section."""
    notebooks = {path.relative_to(source / "lessons").as_posix(): path for path in (source / "lessons").glob("*/*.ipynb")}
    site = {f"proven-pytorch/{path.relative_to(html).as_posix()}": path for path in html.rglob("*")
            if path.is_file() and path.name not in (NOTEBOOKS, SITE, ".buildinfo", ".buildinfo.bak", "objects.inv") and html / sharing.PICTURES not in path.parents}
    write_beside(html / NOTEBOOKS, packed(notebooks))
    write_beside(html / SITE, packed(site))
