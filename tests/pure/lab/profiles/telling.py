"""A finding is of use only when people can be told it."""

from __future__ import annotations

from collections.abc import Iterable

from api.catalogue import text
from testing_lab.findings import Finding


def told(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings themselves, after their texts were made in both languages with the facts that they carry."""
    found = tuple(findings)
    for one in found:
        assert text("nl", f"lab-finding-{one.code}", **one.facts) != text("en", f"lab-finding-{one.code}", **one.facts)
    return found
