"""Rows that contradict each other have words of their own in both languages, whatever the matcher finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import matching
from api import catalogue

#: Every fact that a RowFault carries.
FACTS = dict.fromkeys(
    ("offer-id", "rule", "places", "locked", "work-zone", "transport", "value", "most", "column"), "1"
)


def codes() -> set[str]:
    """The codes in the source: ``RowFault(code="...")``, and ``_fault("...")`` where a file has its own short form."""
    found: set[str] = set()
    for path in Path(matching.__file__).parent.rglob("*.py"):
        source = path.read_text("utf-8")
        if "RowFault(" in source:
            found |= set(re.findall(r'(?:RowFault\(\s*code=|_fault\()"(\w+)"', source))
    return found


def test_the_source_is_read() -> None:
    assert {"lock_breaks_rule", "pair_duplicate", "duplicate_travel", "travel_minutes_negative"} <= codes()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("code", sorted(codes()))
def test_every_code_has_words(language: catalogue.Language, code: str) -> None:
    message = f"cli-row-{code}".replace("_", "-")
    assert catalogue.has(language, message)
    assert "{" not in catalogue.text(language, message, **FACTS)
