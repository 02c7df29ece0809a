"""Checks every external link of the built site, with Sphinx's own linkcheck: ``python docs/_ext/check_links.py``. ``nox -s links`` runs this.

It needs a network, and a site that was built before. The index of API names stands on pages of the site, so each address of the
inventories that the site uses is checked too, with its anchor; an address is asked for once, however many pages link to it.
"""

import json
import subprocess
import sys
from collections import Counter
from urllib.parse import urlsplit

import data
import inventory
import requests
from build import BUILD, run_sphinx

SETTINGS = {"linkcheck_timeout": 20, "linkcheck_retries": 3, "linkcheck_workers": 4, "linkcheck_rate_limit_timeout": 120,
            "linkcheck_ignore": "^(?!https?:)"}  # links within the site have a check of their own


def without_network(addresses):
    """The hosts, where none of them answers anything at all."""
    hosts = sorted({f"{urlsplit(address).scheme}://{urlsplit(address).netloc}/" for address in addresses})
    for host in hosts:
        try:
            requests.head(host, timeout=10)
        except requests.RequestException:
            continue
        return []
    return hosts


def main():
    if not (BUILD / "source").exists():
        sys.exit("links: expected a site that was built, found no build/source. Build it with nox -s docs.")
    hosts = without_network(plan["address"] for plan in inventory.plans().values())
    if hosts:
        sys.exit(f"links: expected a network, found no answer from {', '.join(hosts)}. Run this where they can be reached.")
    options = [option for name, value in SETTINGS.items() for option in ("-D", f"{name}={value}")]
    done = run_sphinx("linkcheck", BUILD / "links" / "doctrees", BUILD / "links", str(data.root()), *options, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    checked = BUILD / "links" / "output.json"
    results = [json.loads(line) for line in checked.read_text(encoding="utf-8").splitlines()] if checked.exists() else []
    if done.returncode and not any(result["status"] in ("broken", "timeout") for result in results):
        sys.exit(f"{done.stdout}\nlinks: Sphinx stopped; the reason stands above.")
    for result in results:
        if result["status"] in ("broken", "timeout"):
            print(f"{result['filename']}:{result['lineno']}: {result['uri']}: {result['info']}")
    counts = Counter(result["status"] for result in results if result["status"] not in ("ignored", "unchecked"))
    print(f"{sum(counts.values())} external links: {', '.join(f'{count} {status}' for status, count in sorted(counts.items()))}")
    sys.exit(bool(counts["broken"] + counts["timeout"]))


if __name__ == "__main__":
    main()
