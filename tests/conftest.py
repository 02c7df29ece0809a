"""The miniature site, built once. Tests plant their faults in copies of it."""

import shutil

import miniature
import pytest


@pytest.fixture(scope="session")
def data(tmp_path_factory):
    """A data root filled by the build's own step."""
    folder = tmp_path_factory.mktemp("data")
    miniature.fill(folder)
    return folder


@pytest.fixture(scope="session")
def built(tmp_path_factory, data):
    """The miniature site, built once, in a folder whose name has a space and Korean letters in it."""
    site = miniature.make(tmp_path_factory.mktemp("sites") / "작은 site", data)
    done = site.build()
    assert done.returncode == 0, done.stdout
    site.printed = done.stdout
    return site


@pytest.fixture
def site(built, tmp_path):
    """A copy of the built miniature site, to plant a fault in."""
    shutil.copytree(built.root, tmp_path / "site")
    return miniature.Site(tmp_path / "site", built.data)
