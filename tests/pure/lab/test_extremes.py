"""Inputs at the edge of what numbers can hold: an answer or a typed fault, found by a fresh reader with a fuzzer."""

from __future__ import annotations

import contextlib
import re
from typing import Any

import pytest

from testing_lab.faults import LabFault
from testing_lab.methods import answer

EXTREMES: list[tuple[str, dict[str, Any]]] = [
    ("mantel_haenszel", {"tables": {"t0": [3, 0, 0, 3], "t1": [1, 0, 284, 1_000_000_000]}}),
    ("mantel_haenszel", {"tables": {"t0": [2, 0, 58, 1000], "t1": [10**9, 241, 1, 1]}}),
    ("leave_one_out", {"yi": [0.987, -1e9], "vi": [0.62, 0.01]}),
    (
        "three_level_REML_CR2",
        {"yi": [0.2466, -0.2091, -1.4358, 0.1732], "vi": [0.655, 1e-18, 0.01, 0.0195], "study": ["0", "1", "3", "1"]},
    ),
    ("employer_gap_p_values", {"employer": [0, 10**9], "gap": [0.5, 0.1]}),
    ("classical_pocock", {"information": [0.5, 1.0], "alpha": 1e-12}),
    ("classical_obrien_fleming", {"information": [0.2, 0.4, 0.6, 0.8, 1.0], "alpha": 1 - 1e-12, "sided": 1}),
    ("multinomial_ci", {"counts": [19, 1, 5, 13, 13, 3], "confidence": 1 - 1e-12}),
    ("beta_mixture_confidence_sequence", {"only_majority": 4, "only_minority": 3, "prior": 1e30}),
    ("beta_mixture_evalue_mcnemar", {"sequence": "1101", "prior_a": 5e-324}),
]


@pytest.mark.parametrize(("method", "inputs"), EXTREMES)
def test_extremes(method: str, inputs: dict[str, Any]) -> None:
    found = ""
    with contextlib.suppress(LabFault):
        found = repr(answer(method, inputs))
    assert re.search(r"\bnan\b", found) is None
