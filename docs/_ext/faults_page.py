"""The page of the planted faults: what each is, what must happen, and what happened when ``nox -s faults`` or ``nox -s tests`` last tried it.

pytest writes ``build/proofs/faults.xml``; a test is in the table when it carries the mark ``fault`` (see ``tests/conftest.py``).
"""

import xml.etree.ElementTree as ElementTree
from collections import defaultdict

from rest import escape, heading, table

ABOUT = ("A build must survive what happens to machines and to scripts, or say clearly what is wrong; nothing may be lost, and the next build must be good. "
         "Each of these faults was planted on a small site, and the build was run on it.\n\n")
NOT_RUN = "This build was made without that trial. Run ``nox -s faults``, then ``nox -s docs``.\n\n"


def trials(path):
    """The last trial of every fault: ({(fault, what must happen): [results]}, when); a result is "passed", "failed" or why it was skipped."""
    found, when = defaultdict(list), ""
    try:
        suites = ElementTree.parse(path).iter("testsuite")
    except (OSError, ElementTree.ParseError):
        return {}, ""
    for suite in suites:
        when = suite.get("timestamp", "")[:10]
        for case in suite.iter("testcase"):
            values = {item.get("name"): item.get("value") for item in case.iter("property")}
            if "fault" in values:
                problems = {child.tag: child.get("message") for child in case}
                result = "failed" if {"failure", "error"} & set(problems) else f"skipped, {problems['skipped']}" if "skipped" in problems else "passed"
                found[values["fault"], values["must"]].append(result)
    return dict(sorted(found.items())), when


def happened(results):
    """What a row says: "passed", or of several trials "9 of 10 passed, 1 failed"."""
    if len(results) == 1:
        return results[0]
    parts = [f"{results.count('passed')} of {len(results)} passed"]
    parts += [f"{results.count(result)} {result}" for result in sorted(set(results) - {"passed"})]
    return ", ".join(parts)


def faults_section(catalogue):
    """What the proof page says of the faults, with the link to their page."""
    found, when = catalogue.faults
    every = [result for results in found.values() for result in results]
    text = f"{len(found)} faults were planted in {len(every)} trials on {when}; {happened(every)}. See :doc:`their table </faults>`.\n\n" if found else NOT_RUN
    return heading("Planted faults", "-") + ABOUT + text


def faults_page(catalogue):
    """The table of faults and results."""
    found, when = catalogue.faults
    rows = [[escape(fault), escape(must), escape(happened(results))] for (fault, must), results in found.items()]
    return heading("Planted faults") + ABOUT + (f"Last tried on {when}. See :doc:`/proof`.\n\n" + table(["fault", "what must happen", "what happened"], rows, "30 50 20") if rows else NOT_RUN)
