"""Thousands of small problems against enumeration; the short version is in tests/pure/matching."""

from __future__ import annotations

import pytest

from tests.pure.matching.test_engine_enumeration import check_against_enumeration


@pytest.mark.evidence
@pytest.mark.parametrize("block", range(12))
def test_six_thousand_problems_equal_enumeration(block: int) -> None:
    for number in range(10_000 + block * 500, 10_000 + block * 500 + 500):
        check_against_enumeration(number)
