"""The paired 2×2 table against independent programs."""

from __future__ import annotations

from typing import Any

import pytest

from testing_lab.methods import METHODS, answer
from tests.pure.lab.reference_cases import cases, differences

_CASES = [
    case for case in cases("paired_2x2", "paired_2x2_optional", "ilo_net_discrimination") if case["method"] in METHODS
]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["id"])
def test_agrees_with_an_independent_program(case: dict[str, Any]) -> None:
    assert not differences(case, answer(case["method"], case["inputs"]))
