"""Every card runs in a fresh torch, and pytest notes which PyTorch names it called."""

import datetime
import importlib
import re
import warnings

import calls
import pytest
import skips
import state
import torch
from data import ROOT

torch.overrides.resolve_name(torch.add)  # torch makes its list of functions now, so that its seconds do not count as the first card's


def pytest_collection_modifyitems(items):
    listed = {skip.what: skip for skip in skips.load(ROOT / "docs" / "skips.yaml")}
    for item in items:
        skip = listed.get(item.name.removeprefix("snippets."))
        if skip:
            item.add_marker(pytest.mark.skip(reason=f"{skip.reason} ({skip.owner}, until {skip.expires})"))


@pytest.fixture(autouse=True, scope="module")
def libraries(request):
    """Import the libraries that a module's examples import, so that their seconds do not count as the first card's."""
    text = request.path.read_text(encoding="utf-8")
    names = re.findall(r"^ *>>> (?:import|from) (lightning|torchvision|torchaudio|torchmetrics|torch_geometric|ignite|onnx|sklearn|pandas|seaborn)\b",
                       text, re.MULTILINE)
    names += [library for used, library in (("torch.onnx.export", "onnxscript"), ("torch.compile", "torch._dynamo")) if used in text]  # as they do themselves
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in dict.fromkeys(names):
            importlib.import_module(name)


@pytest.fixture(autouse=True)
def fresh_torch_and_notes(request):
    with state.fresh_torch(), calls.called_names() as names:
        yield
    now = datetime.datetime.now(datetime.timezone.utc)
    request.node.user_properties += [("date", now.strftime("%Y-%m-%d %H:%M UTC")), ("apis", " ".join(sorted(names)))]
