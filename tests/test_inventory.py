"""The addresses of names in the libraries' own documentation."""

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import inventory
import pytest

REPOSITORY = Path(__file__).parents[1]
PINNED = dict(line.split("==") for line in (REPOSITORY / "constraints.txt").read_text().splitlines() if "==" in line and ";" not in line)


@pytest.fixture(scope="module")
def addresses():
    return inventory.load()


@pytest.mark.parametrize("library", inventory.plans())
def test_the_lists_were_checked_for_the_version_that_is_pinned(library):
    assert inventory.plans()[library]["version"] == PINNED[library] == importlib.metadata.version(library).partition("+")[0]


def test_every_name_in_the_inventories_exists_in_the_installed_packages():
    """In a process of its own: it imports every library."""
    check = ("import inventory, warnings\nwarnings.simplefilter('ignore')\nfor name in inventory.load():\n    try:\n        inventory.find(name)\n"
             "    except AttributeError:\n        print(name)\n")
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(REPOSITORY / "docs/_ext")}, check=True)
    assert done.stdout == ""


@pytest.mark.parametrize(("name", "address"), [
    ("torch.add", "docs/stable/generated/torch.add.html#torch.add"),
    ("torch.nn.Linear", "docs/stable/generated/torch.nn.Linear.html#torch.nn.Linear"),
    ("torch.nn.Linear.to", "docs/stable/generated/torch.nn.Module.html#torch.nn.Module.to"),
    ("torch.nn.Parameter.view", "docs/stable/generated/torch.Tensor.view.html#torch.Tensor.view"),
    ("torch.utils.data.DataLoader", "docs/stable/data.html#torch.utils.data.DataLoader"),
    ("torch.distributions.Normal", "docs/stable/distributions.html#torch.distributions.normal.Normal"),
    ("torch.optim.Adam.step", "docs/stable/generated/torch.optim.Adam.html#torch.optim.Adam.step"),
    ("torch.set_grad_enabled", "docs/stable/generated/torch.autograd.grad_mode.set_grad_enabled.html#torch.autograd.grad_mode.set_grad_enabled"),
    ("torch.nn.utils.prune.identity", "docs/stable/generated/torch.nn.utils.prune.identity_function.html#torch.nn.utils.prune.identity"),
    ("torchvision.transforms.v2.Resize", "vision/stable/generated/torchvision.transforms.v2.Resize.html#torchvision.transforms.v2.Resize"),
])
def test_addresses_follow_the_rules_of_each_documentation(addresses, name, address):
    assert addresses[name] == f"https://docs.pytorch.org/{address}"


@pytest.mark.parametrize("name", ["torch.symeig", "torch.nn.NLLLoss2d", "torch.Tensor.__getitem__", "torch.export.export", "torch.version.git_version", "sklearn.metrics.f1_score"])
def test_a_name_without_a_known_address_has_none(addresses, name):
    assert name not in addresses


def test_a_listed_name_that_the_package_lacks_stays_out():
    addresses, _ = inventory.listed([{"page": "generated/{name}.html", "names": {"torch": "add not_there"}}])
    assert addresses == {"torch.add": "generated/torch.add.html#torch.add"}


def test_members_are_those_that_the_page_shows():
    class Base:
        def old(self):
            """Inherited."""

    class Child(Base):
        def new(self):
            """Own."""

        def bare(self): ...

        def _hidden(self):
            """Private."""

    shown = {kind: set(inventory.shown_members(Child, kind)) for kind in ("own", "inherited", "undocumented", None)}
    assert shown == {"own": {"new"}, "inherited": {"new", "old"}, "undocumented": {"new", "bare"}, None: set()}


def test_the_index_and_the_card_lead_to_the_documentation(built):
    link = '<a class="reference external" href="https://docs.pytorch.org/docs/stable/generated/torch.add.html#torch.add">'
    assert f"{link}docs.pytorch.org</a>" in (built.html / "apis/torch.html").read_text(encoding="utf-8")
    assert f"On docs.pytorch.org: {link}<code" in (built.html / "cards/basics/adding.html").read_text(encoding="utf-8")


def test_a_name_in_code_without_a_card_leads_to_the_documentation(built):
    page = (built.html / "lessons/01_basics/01_adding.html").read_text(encoding="utf-8")
    assert 'rel="external" href="https://docs.pytorch.org/docs/stable/generated/torch.tensor.html#torch.tensor" title="torch.tensor on docs.pytorch.org"' in page
