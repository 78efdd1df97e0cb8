"""Stopping rules against independent programs."""

from __future__ import annotations

from typing import Any

import pytest

from testing_lab.methods import METHODS, answer
from tests.pure.lab.reference_cases import cases, differences


@pytest.mark.parametrize(
    "case", [c for c in cases("sequential") if c["method"] in METHODS], ids=lambda case: case["id"]
)
def test_agrees_with_an_independent_program(case: dict[str, Any]) -> None:
    inputs = {name: value for name, value in case["inputs"].items() if name != "coding"}  # words, no input
    assert not differences(case, answer(case["method"], inputs))
