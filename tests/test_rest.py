"""Plain text stays plain text on a generated page."""

import pytest
from docutils.core import publish_doctree
from rest import escape


@pytest.mark.parametrize("text", ["counts.mul_(factor) becomes div_", "__init__ and _private", "a*b* `c` |d| [1]_ :e: x_.", "a\\nb"])
def test_plain_text_is_no_markup(text):
    assert publish_doctree(escape(text), settings_overrides={"report_level": 1, "halt_level": 1}).astext() == text
