"""Unpaired groups, several applicants, sites, strata and calls against independent programs."""

from __future__ import annotations

from typing import Any

import pytest

from testing_lab.methods import answer
from tests.pure.lab.reference_cases import cases, differences


@pytest.mark.parametrize("case", cases("unpaired_2x2"), ids=lambda case: case["id"])
def test_agrees_with_an_independent_program(case: dict[str, Any]) -> None:
    assert not differences(case, answer(case["method"], case["inputs"]))
