"""What a reader takes along."""

import zipfile

import archives


def test_the_same_files_give_the_same_bytes(tmp_path):
    for name in ("b", "a"):
        (tmp_path / name).write_text(name)
    files = {name: tmp_path / name for name in ("b", "a")}
    assert archives.packed(files) == archives.packed(dict(reversed(files.items())))


def test_the_archives_hold_all_notebooks_and_the_whole_site(built):
    assert zipfile.ZipFile(built.html / archives.NOTEBOOKS).namelist() == ["01_basics/01_adding.ipynb"]
    names = set(zipfile.ZipFile(built.html / archives.SITE).namelist())
    pages = {f"proven-pytorch/{path.relative_to(built.html).as_posix()}" for path in built.html.rglob("*.html")}
    assert pages <= names and "proven-pytorch/searchindex.js" in names and not {archives.SITE, archives.NOTEBOOKS} & {name.rpartition("/")[2] for name in names}
