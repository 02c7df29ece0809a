"""A search finds words inside Korean compounds, on a small site of its own; and nothing changes for English."""

import subprocess
import sys
from pathlib import Path

import pytest

EXTENSIONS = Path(__file__).parents[2] / "docs" / "_ext"
PAGES = {
    "index": "Start\n=====\n\n.. toctree::\n   :hidden:\n\n   losses\n   networks\n   layers\n   devices\n   lists\n",
    "losses": "손실함수\n========\n\n모델은 손실함수를 최소화합니다.\n",
    "networks": "합성곱신경망\n============\n\n이미지에는 합성곱신경망을 씁니다.\n",
    "layers": "층\n==\n\n신경망 하나에는 층이 여럿 있습니다. A layer of torch.nn has weights.\n",
    "devices": "장치\n====\n\n텐서를 GPU로 옮깁니다. 심층신경망을 배우는 학습률스케줄러입니다. A tensor moves to the device.\n",
    "lists": "Lists\n=====\n\nA list of layers on a GPU runs on its device.\n",
}
FOUND = {
    "함수": {"losses"}, "손실": {"losses"}, "손실함수": {"losses"}, "최소화": {"losses"},
    "학습": {"devices"}, "스케줄러": {"devices"}, "신경망": {"networks", "layers", "devices"}, "합성곱": {"networks"}, "합성곱 신경망": {"networks"}, "신경망을": {"networks", "devices"}, "손실신경망": set(),
    "층": {"layers"}, "텐서": {"devices"}, "GPU": {"devices", "lists"}, "GPU로": {"devices", "lists"},
    "layer": {"layers", "lists"}, "layers": {"layers", "lists"}, "device": {"devices", "lists"}, "torch.nn": {"layers"}, "weigh": {"layers"},
}


def build(folder, language, extensions, pages):
    folder.mkdir()
    for name, text in pages.items():
        (folder / f"{name}.rst").write_text(text, encoding="utf-8")
    (folder / "conf.py").write_text(f"import sys\nsys.path.insert(0, {str(EXTENSIONS)!r})\nextensions = {extensions}\nlanguage = {language!r}\nhtml_theme = 'furo'\n", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-b", "html", folder, folder / "html"], check=True)
    return folder / "html"


@pytest.fixture(scope="module", params=["en", "ko"])
def site(request, tmp_path_factory):
    return build(tmp_path_factory.mktemp("korean") / "site", request.param, ["search_entries"], PAGES)


def results(page, site, query):
    """The pages that a search lists."""
    page.goto((site / "search.html").as_uri() + f"?q={query.replace(' ', '+')}")
    page.wait_for_selector("#search-results h2:not(:has(span))")  # the title is without moving dots when the search has ended, in each language
    return {link.get_attribute("href").partition(".html")[0] for link in page.locator("ul.search li a").all()}


def test_words_inside_compounds_are_found(page, site):
    assert {query: results(page, site, query) for query in FOUND} == FOUND


def test_english_has_the_index_that_sphinx_makes(tmp_path):
    english = {"index": "Layers\n======\n\nThe weights of a layer, naïvely: x_1, 3 GPUs, don't, RuntimeError and torch.nn.Linear.\n"}
    plain, ours = (build(tmp_path / name, "en", extensions, english) for name, extensions in (("plain", []), ("ours", ["search_entries"])))
    assert (plain / "searchindex.js").read_bytes() == (ours / "searchindex.js").read_bytes()
