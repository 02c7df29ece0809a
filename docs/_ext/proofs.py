"""The records of runs: what was run, on what, with what result. ``build/proofs/*.xml`` holds them as JUnit XML.

A record is fresh while its key, a hash of everything that can change the run's result, stays the same.
"""

import hashlib
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field

from files import write_beside

DETECT = """
import json, torch
device = torch.accelerator.current_accelerator() if torch.accelerator.is_available() else torch.device("cpu")
name = torch.get_device_module(device).get_device_name() if device.type == "cuda" else device.type
print(json.dumps({"torch": torch.__version__, "device": name}))
"""


@dataclass
class Record:
    """One run of one card or lesson."""

    name: str  # "tensors.shapes.view_or_reshape" for a card, "01_foundations/01_tensors" for a lesson
    file: str  # relative to the repository
    line: int
    key: str
    result: str = "passed"  # passed, failed or skipped
    message: str = ""
    seconds: float = 0.0
    date: str = ""  # "2026-11-21 05:49 UTC"
    apis: list[str] = field(default_factory=list)


def digest(*parts):
    """One hash over strings, bytes and JSON-able values."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part if isinstance(part, bytes) else json.dumps(part, sort_keys=True).encode())
        whole.update(b"\0")
    return whole.hexdigest()[:16]


def detect():
    """A process that imports torch and prints what it is and which device it has; it takes seconds, so it is started early."""
    return subprocess.Popen([sys.executable, "-c", DETECT], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def environment(data, detecting):
    """What the runs of this build depend on besides their own source: versions, device, data."""
    answer, errors = detecting.communicate()
    if detecting.returncode:
        problem = (errors.strip().splitlines() or ["no message"])[-1]
        raise SystemExit(f"torch: expected to import it, found: {problem}. Install it again: nox -s docs (without -R).")
    installed = {distribution.name.lower(): distribution.version for distribution in importlib.metadata.distributions()}
    return {
        **json.loads(answer),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "packages": dict(sorted(installed.items())),
        "data": data,
    }


def read(path):
    """The records of a file, {name: Record}; none when the file is missing or cut off."""
    try:
        cases = ElementTree.parse(path).iter("testcase")
    except (OSError, ElementTree.ParseError):
        return {}
    records = {}
    for case in cases:
        values = {item.get("name"): item.get("value") for item in case.iter("property")}
        problem = next((child for child in case if child.tag in ("failure", "skipped")), None)
        result = "passed" if problem is None else {"failure": "failed"}.get(problem.tag, problem.tag)
        records[case.get("name")] = Record(
            case.get("name"), case.get("file"), int(case.get("line")), values["key"], result,
            "" if problem is None else problem.get("message"), float(case.get("time")), values["date"], values["apis"].split(),
        )
    return records


def write(path, suite, records):
    """Write the records as JUnit XML, whole or not at all."""
    count = {result: sum(record.result == result for record in records) for result in ("failed", "skipped")}
    total = sum(record.seconds for record in records)
    tree = ElementTree.Element("testsuite", name=suite, tests=str(len(records)), failures=str(count["failed"]), errors="0",
                               skipped=str(count["skipped"]), time=f"{total:.3f}")
    for record in sorted(records, key=lambda record: (record.file, record.line)):
        case = ElementTree.SubElement(tree, "testcase", classname=suite, name=record.name, file=record.file,
                                      line=str(record.line), time=f"{record.seconds:.3f}")
        properties = ElementTree.SubElement(case, "properties")
        for name, value in (("key", record.key), ("date", record.date), ("apis", " ".join(record.apis))):
            ElementTree.SubElement(properties, "property", name=name, value=value)
        if record.result != "passed":
            tag = {"failed": "failure"}.get(record.result, record.result)
            ElementTree.SubElement(case, tag, message=record.message)
    ElementTree.indent(tree)
    write_beside(path, ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True) + b"\n")


def whole_number(variable, default):
    """A setting: what the environment variable says, else ``default``."""
    asked = os.environ.get(variable, "")
    if asked and (not asked.isdigit() or asked == "0"):
        raise SystemExit(f"{variable}: expected a whole number from 1, found {asked!r}. Correct it or unset it.")
    return int(asked or default)


def parallel_jobs():
    """How many cards or lessons run side by side: ``PROVEN_JOBS``, else two, so that a build stays under 3 GiB."""
    return whole_number("PROVEN_JOBS", min(2, os.cpu_count() or 1))
