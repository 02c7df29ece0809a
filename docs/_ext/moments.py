"""The two things on a page that differ from build to build: when a run was and how long it took. Each stands in an element of its own.

Both come from the records in ``build/proofs``; a comparison of two builds leaves these elements out, and nothing else.
"""

import re

PATTERN = re.compile(rb'<time datetime="[\dT:Z-]+">\d{4}-\d\d-\d\d( \d\d:\d\d UTC)?</time>|<data value="[\d.]+">(under )?[\d.]+( s| seconds)?</data>')


def when(date):
    """A date of a record, ``2026-11-21 05:49 UTC`` or its first ten letters, as HTML."""
    machine = date.replace(" UTC", "Z").replace(" ", "T")
    return f'<time datetime="{machine}">{date}</time>'


def took(seconds, shown):
    """Seconds as HTML; ``shown`` is what the reader sees of them."""
    return f'<data value="{seconds:.3f}">{shown}</data>'


def without(content):
    """A page, as bytes, without these elements."""
    return PATTERN.sub(b"", content)
