"""The miniature site, built once. Tests plant their faults in copies of it."""

import miniature
import pytest


@pytest.hookimpl(tryfirst=True)  # pytest-xdist reads the groups in the same hook
def pytest_collection_modifyitems(items):
    """What a test's mark ``fault`` says goes into pytest's JUnit XML, which the page of faults is made of."""
    for item in items:
        for mark in item.iter_markers("fault"):
            item.user_properties += list(zip(("fault", "must"), mark.args, strict=True))
        for name in ("bare", "misbehaved", "hung"):  # sites that several tests look at: with ``--dist loadgroup`` one process builds them
            if name in item.fixturenames:
                item.add_marker(pytest.mark.xdist_group(name))


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
    return built.copy(tmp_path)
