"""What a reader types into the search box, and the page that must come first."""

import pytest

FIRST = {
    # a name in full, or its last part
    "torch.cat": "cards/tensors/joining.html", "cat": "cards/tensors/joining.html", "torch.stack": "cards/tensors/joining.html",
    "torch.topk": "cards/tensors/sorting.html", "torch.where": "cards/tensors/indexing.html", "torch.einsum": "cards/tensors/einsum.html",
    "einsum": "cards/tensors/einsum.html", "torch.nn.Linear": "cards/nn/layers.html", "torch.nn.Conv2d": "cards/cnn/layers.html",
    "Conv2d": "cards/cnn/layers.html", "torch.nn.LSTM": "cards/nn/recurrent.html", "LSTM": "cards/nn/recurrent.html",
    "torch.nn.Embedding": "cards/nn/embedding.html", "torch.nn.Dropout": "cards/nn/", "torch.nn.CrossEntropyLoss": "cards/losses/",
    "torch.nn.BCEWithLogitsLoss": "cards/losses/", "torch.optim.Adam": "cards/optim/", "Adam": "cards/optim/", "torch.optim.lr_scheduler.StepLR": "cards/schedulers/",
    "StepLR": "cards/schedulers/", "torch.utils.data.DataLoader": "cards/data/", "DataLoader": "cards/data/", "WeightedRandomSampler": "cards/data/samplers.html",
    "torch.no_grad": "cards/autograd/", "torch.Tensor.backward": "cards/autograd/", "torch.manual_seed": "cards/", "torch.save": "cards/serialization/",
    "torch.load": "cards/serialization/", "torch.compile": "cards/training/compiling.html", "torch.autocast": "cards/training/precision.html",
    "clip_grad_norm_": "cards/nn/clipping.html", "torchvision.datasets.MNIST": "cards/vision/datasets.html", "torch.linalg.solve": "cards/tensors/linear_algebra.html",
    # a name that is gone, by its old name
    "torchtext.data.Field": "gone/torchtext.data.Field.html", "torch.symeig": "gone/torch.symeig.html", "torch.FloatTensor": "gone/torch.FloatTensor.html",
    "validation_epoch_end": "gone/validation_epoch_end.html",
    # the text of an error
    "mat1 and mat2 shapes cannot be multiplied": "cards/", "view size is not compatible": "cards/tensors/", "Expected all tensors to be on the same device": ("cards/", "lessons/"),
    # a topic
    "overfitting": "lessons/04_training/04_overfitting.html", "transfer learning": "lessons/07_beyond/02_transfer_learning.html",
}


def first_result(page, address, query):
    page.goto(f"{address}search.html?q={query.replace(' ', '+')}")
    page.wait_for_function("!document.querySelector('#search-progress') || document.querySelector('#search-results .search-summary')?.textContent.match(/found|did not/)",
                           timeout=30_000)
    found = page.locator("ul.search li a").first
    return found.get_attribute("href", timeout=10_000)


@pytest.mark.parametrize("query", FIRST)
def test_a_search_leads_to_its_page_first(page, address, query):
    first = first_result(page, address, query)
    expected = FIRST[query] if isinstance(FIRST[query], tuple) else (FIRST[query],)
    assert first.startswith(expected), first


def test_there_are_forty_queries():
    assert len(FIRST) >= 40


def test_search_works_from_the_file_system(chromium, pages):
    from .conftest import HTML

    page = chromium.new_page()
    assert first_result(page, (HTML / "index.html").as_uri().removesuffix("index.html"), "torch.einsum").startswith("cards/tensors/einsum.html")
    page.close()
