"""Thousands of small problems against enumeration; the short version is in tests/pure/matching."""

from __future__ import annotations

import pytest

from tests.pure.matching import test_engine_worst_off
from tests.pure.matching.test_engine_enumeration import check_against_enumeration


@pytest.mark.evidence
@pytest.mark.parametrize("block", range(12))
def test_six_thousand_problems_equal_enumeration(block: int) -> None:
    for number in range(10_000 + block * 500, 10_000 + block * 500 + 500):
        check_against_enumeration(number)


@pytest.mark.evidence
@pytest.mark.parametrize("block", range(12))
def test_three_thousand_problems_with_classes_equal_enumeration(block: int) -> None:
    for number in range(10_000 + block * 250, 10_000 + block * 250 + 250):
        test_engine_worst_off.check_against_enumeration(number)
