"""The notebooks as a reader downloads them."""

import json

import car_table
import notebooks
import pytest

PROVIDED = {"torchvision": ["torchvision"], "sklearn": ["scikit-learn"], "matplotlib": ["matplotlib"], "torch": ["torch"], "torch_geometric": ["torch-geometric"]}


@pytest.mark.parametrize("source, expected", [
    ("import torch\nimport os\n", set()),
    ("import torch\nfrom torchvision.transforms import v2\nimport matplotlib.pyplot as plt\n", {"torchvision", "matplotlib"}),
    ("def later():\n    from sklearn.metrics import f1_score\n", {"scikit-learn"}),
    ("from torch.utils.tensorboard import SummaryWriter\n", {"tensorboard"}),
    ("from torch_geometric.nn import GCNConv\n", {"torch-geometric"}),
])
def test_what_a_lesson_needs_beyond_torch_is_found_from_its_imports(source, expected):
    assert notebooks.distributions(source, PROVIDED) == expected


def test_the_first_cell_installs_the_versions_of_the_proof():
    cell = notebooks.install_cell("import torchvision\nimport sklearn\n", PROVIDED, {"torch": "2.14.1", "torchvision": "0.29.1", "scikit-learn": "1.8"}.get)
    assert "".join(cell["source"]) == "# This lesson was proven with torch 2.14.1.\n%pip install --quiet scikit-learn==1.8 torchvision==0.29.1"
    assert "%pip" not in "".join(notebooks.install_cell("import torch\n", PROVIDED, lambda name: "2.14.1")["source"])


def test_a_table_that_no_library_downloads_is_written_by_the_notebook_where_it_is_missing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PROVEN_DATA", raising=False)
    (cell,) = notebooks.data_cells('pd.read_csv("data/car_evaluation.csv")')
    exec("".join(cell["source"]), {})
    path = tmp_path / "data" / "car_evaluation.csv"
    assert path.read_bytes() == car_table.car_table()
    path.write_text("a table of my own")
    exec("".join(cell["source"]), {})
    assert path.read_text() == "a table of my own"
    assert notebooks.data_cells("import torch") == []


def test_links_and_fields_read_well_in_markdown():
    text = "x :math:`a^2`\n\n:Level: beginner\n:Before: :doc:`/lessons/01_a/01_b`, :doc:`c </cards/c>`\n"
    titles = {"lessons/01_a/01_b": "B", "cards/c": "C"}.get
    assert notebooks.readable(text, titles, "") == "x $a^2$\n\n**Level:** beginner  \n**Before:** *B*, *C*  \n"
    assert "[B](https://example.org/lessons/01_a/01_b.html)" in notebooks.readable(text, titles, "https://example.org")


def notebook_of(site):
    path = next((site.html / "_downloads").glob("*/01_adding.ipynb"))
    return path, json.loads(path.read_text(encoding="utf-8"))


def test_the_built_notebook_installs_first_and_has_no_markup_of_the_site(built):
    _, notebook = notebook_of(built)
    text = "".join("".join(cell["source"]) for cell in notebook["cells"])
    assert "This lesson was proven with torch" in "".join(notebook["cells"][0]["source"])
    assert ":doc:" not in text and ":Level:" not in text and "**Level:** beginner" in text


def test_a_notebook_runs_and_a_broken_one_is_named_with_its_error(site):
    done = site.run("run_notebooks.py")
    assert done.returncode == 0 and "1 notebooks ran" in done.stdout, done.stdout
    done = site.run("run_notebooks.py", "01_adding", "02_nothing")
    assert done.returncode == 1 and "expected names such as 01_adding, found 02_nothing." in done.stdout
    path, notebook = notebook_of(site)
    notebook["cells"].append({"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": ["1 / 0"]})
    path.write_text(json.dumps(notebook))
    done = site.run("run_notebooks.py")
    assert done.returncode == 1 and "01_adding:" in done.stdout and "ZeroDivisionError" in done.stdout


def test_without_notebooks_the_session_says_to_build_first(site):
    notebook_of(site)[0].unlink()
    done = site.run("run_notebooks.py")
    assert done.returncode == 1 and "found 0. Build the site first: nox -s docs" in done.stdout
