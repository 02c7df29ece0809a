"""The check of external links, against a small server on this machine."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest


class Pages(BaseHTTPRequestHandler):
    """Has a page with anchors for torch.add and torch.tensor, and a file of the repository, but nothing called ``gone``."""

    def do_GET(self):
        if self.command == "GET":
            self.server.asked.append(self.path)  # before the answer, which may end who asked
        known = "gone" not in self.path
        body = b'<html><p id="torch.add"></p><p id="torch.tensor"></p></html>' if known else b"nothing"
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, *arguments): ...


@pytest.fixture
def server():
    server = HTTPServer(("127.0.0.1", 0), Pages)
    server.asked, server.address = [], f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def lead_to(site, address):
    """Let the inventories of a miniature site lead to an address."""
    plan = site.root / "docs/inventories/addresses.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("https://docs.pytorch.org", address).replace("https://lightning.ai", address), encoding="utf-8")


def test_a_broken_link_and_a_broken_anchor_are_found(site, server):
    lead_to(site, server.address)
    site.edit("build/source/index.md", "# Small", f"# Small\n\n[Here]({server.address}/here), [gone]({server.address}/gone), [no anchor]({server.address}/docs/stable/generated/torch.add.html#no).")
    done = site.run("check_links.py")
    assert done.returncode == 1, done.stdout
    *broken, summary = done.stdout.splitlines()
    assert [line.split(": ")[:2] for line in sorted(broken)] == [["index.md:3", f"{server.address}/docs/stable/generated/torch.add.html#no"], ["index.md:3", f"{server.address}/gone"]]
    assert summary == "5 external links: 2 broken, 3 working"
    assert server.asked.count("/docs/stable/generated/torch.tensor.html") == 1  # the index of names and the lesson's code need it


def test_without_a_network_it_says_so(site):
    lead_to(site, "http://127.0.0.1:9")  # nobody listens there
    done = site.run("check_links.py")
    assert done.returncode == 1 and "expected a network, found no answer from http://127.0.0.1:9/" in done.stdout


def test_without_a_built_site_it_says_what_to_do(site):
    (site.root / "build/source").rename(site.root / "build/elsewhere")
    done = site.run("check_links.py")
    assert done.returncode == 1 and "Build it with nox -s docs" in done.stdout
