"""Every card runs in a fresh torch, and pytest notes which PyTorch names it called."""

import datetime

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


@pytest.fixture(autouse=True)
def fresh_torch_and_notes(request):
    with state.fresh_torch(), calls.called_names() as names:
        yield
    now = datetime.datetime.now(datetime.timezone.utc)
    request.node.user_properties += [("date", now.strftime("%Y-%m-%d %H:%M UTC")), ("apis", " ".join(sorted(names)))]
