"""Decisions are numbered once, titled, and short enough to be read."""

from __future__ import annotations

import re

from tests.house.repository import ROOT

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


def test_decisions_are_numbered_once() -> None:
    numbers = [path.name[:4] for path in DECISIONS]
    assert len(numbers) > 5
    assert all(re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name) for path in DECISIONS)
    assert sorted(set(numbers)) == numbers


def test_a_decision_has_a_context_a_choice_and_what_was_rejected() -> None:
    for path in DECISIONS:
        text = path.read_text("utf-8")
        assert text.startswith("# "), path.name
        assert len(text.splitlines()) <= 60, path.name
        assert re.search(r"\bRejected\b", text), path.name
