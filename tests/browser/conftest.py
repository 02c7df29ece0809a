"""The built site, served on this machine and opened in headless Chromium. ``nox -s browser`` runs these tests; ``nox -s docs`` comes first."""

import functools
import http.server
import os
import shutil
import threading
from pathlib import Path

import pytest

HTML = Path(__file__).parents[2] / "build" / "html"
INSTALL = "Install Debian's package chromium, or set PROVEN_CHROMIUM to the path of a Chromium or Chrome."


@pytest.fixture(scope="session")
def pages():
    """Every page of the site, as paths below its root."""
    found = sorted(path.relative_to(HTML).as_posix() for path in HTML.rglob("*.html") if "_static" not in path.parts and "_downloads" not in path.parts)
    if not found:
        pytest.exit(f"browser: expected a built site in {HTML}, found no page. Build it first: nox -s docs", returncode=1)
    return found


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def address(pages):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=HTML))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    named = os.environ.get("PROVEN_CHROMIUM")
    path = named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not path or not Path(path).exists():
        pytest.exit(f"browser: expected Chromium, found {f'no file {named}' if named else 'none'}. {INSTALL}", returncode=1)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A desktop page of its own."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
