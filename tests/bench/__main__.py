"""``python -m bench [part ...] [--small]`` in ``tests/``: measures, prints the tables and keeps the figures in ``docs/bench.json``, which the site shows."""

import argparse
import datetime
import json
import platform
import shlex
import sys
from importlib import metadata
from pathlib import Path

import bench_page
import proofs
import psutil
from files import write_beside

from . import ROOT, builds, growth, race, weights

PARTS = {"weights": weights.measure, "builds": builds.measure, "growth": growth.measure, "race": race.measure}
JUDGED = {"builds": builds.problems, "growth": growth.problems, "race": race.problems}
LIBRARIES = ("torch", "sphinx", "sphinx-gallery", "myst-nb")
KEPT = ROOT / "docs" / "bench.json"


def processor():
    """The name of the processor where Linux tells it, else its kind."""
    told = Path("/proc/cpuinfo")
    names = [line.partition(":")[2].strip() for line in told.read_text().splitlines() if line.startswith("model name")] if told.exists() else []
    return names[0] if names else platform.machine()


def run_of(arguments):
    """What the figures of a part depend on: the command, the day, the machine, the versions."""
    return {"command": shlex.join(["nox", "-s", "bench", *(["--", *arguments] if arguments else [])]),
            "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"), "processor": processor(), "cores": psutil.cpu_count(),
            "memory_gib": round(psutil.virtual_memory().total / 2**30), "system": f"{platform.system()} {platform.machine()}", "python": platform.python_version(),
            "jobs": proofs.parallel_jobs(), "versions": {name: metadata.version(name) for name in LIBRARIES}}


def main(arguments):
    parser = argparse.ArgumentParser(prog="nox -s bench --", description="Measure what the site costs.")
    parser.add_argument("parts", nargs="*", help=f"{', '.join(PARTS)}; all of them when none is named")
    parser.add_argument("--small", action="store_true", help="try the measurements at a small size, and keep nothing")
    chosen = parser.parse_args(arguments)
    unknown = [part for part in chosen.parts if part not in PARTS]
    if unknown:
        parser.error(f"expected parts out of {', '.join(PARTS)}, found {', '.join(unknown)}")
    results = {} if chosen.small or not KEPT.exists() else bench_page.read(KEPT)
    for part in chosen.parts or PARTS:
        print(f"{part} ...", flush=True)
        figures = PARTS[part](chosen.small)
        results[part] = {"run": run_of(arguments), "figures": figures}
        print("\n" + bench_page.as_text({part: results[part]}), flush=True)
        if not chosen.small:
            write_beside(KEPT, json.dumps(results, indent=1).encode() + b"\n")
    judged = [] if chosen.small else [part for part in chosen.parts or PARTS if part in JUDGED]
    problems = [problem for part in judged for problem in JUDGED[part](results[part]["figures"])]
    if problems:
        sys.exit("bench: " + "\n".join(problems))


if __name__ == "__main__":
    main(sys.argv[1:])
