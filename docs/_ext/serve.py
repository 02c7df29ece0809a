"""Builds on every save and serves the site on 127.0.0.1: ``python docs/_ext/serve.py [port]``."""

import functools
import http.server
import subprocess
import sys
import threading
from pathlib import Path

import watchfiles
from data import ROOT

SOURCES = ("docs", "gallery", "snippets")


def build():
    """Build once; a build that fails says why and leaves the last good pages in place."""
    subprocess.run([sys.executable, Path(__file__).with_name("build.py")], cwd=ROOT)


def main():
    port = sys.argv[1] if len(sys.argv) > 1 else "8000"
    if not port.isdigit() or not 0 < int(port) < 65536:
        sys.exit(f"serve: expected a port from 1 to 65535, found {port!r}. Try 8000.")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=ROOT / "build" / "html")
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), handler)
    except OSError as error:
        sys.exit(f"serve: expected port {port} to be free, found: {error.strerror}. Name another: nox -s serve -- 8001")
    build()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Serving on http://127.0.0.1:{port}/ and watching {', '.join(SOURCES)}. Stop with Ctrl-C.", flush=True)
    for _ in watchfiles.watch(*(ROOT / name for name in SOURCES), raise_interrupt=False):
        build()


if __name__ == "__main__":
    main()
