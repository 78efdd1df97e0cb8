"""Power against independent programs."""

from __future__ import annotations

from typing import Any

import pytest

from testing_lab.methods import answer
from tests.pure.lab.reference_cases import cases, differences


@pytest.mark.parametrize("case", cases("power"), ids=lambda case: case["id"])
def test_agrees_with_an_independent_program(case: dict[str, Any]) -> None:
    assert not differences({**case, "tolerance_rel": 1e-12}, answer(case["method"], case["inputs"]))
