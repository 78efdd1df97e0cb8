"""Pooling against R metafor 3.8-1 and clubSandwich 0.5.8.

Three of the searches in metafor stop early, and so do ours by default. Where its value is such a stop, the converged
one (``roots="exact"``) differs by more than 1e-5.
"""

from __future__ import annotations

from typing import Any

import pytest

from testing_lab.methods import METHODS, answer
from testing_lab.pooling import random_effects
from tests.pure.lab.reference_cases import cases, differences
from tests.pure.lab.shared import rows

_CASES = [case for case in cases("meta_analysis") if case["method"] in METHODS]
_EARLY_STOPS = ("outputs.PM.", "outputs.tau2_QProfile_CI_REML", "outputs.egger_rma.")


def columns(inputs: dict[str, Any]) -> dict[str, Any]:
    """The inputs with the columns of the data file that they name."""
    if "data" not in inputs:
        return inputs
    table = rows(inputs["data"].removeprefix("data/"))
    return {name: [float(row[inputs[name]]) for row in table] for name in ("yi", "vi")}


def test_all_cases_are_here() -> None:
    assert len(_CASES) == 5


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["id"])
def test_agrees_with_an_independent_program(case: dict[str, Any]) -> None:
    assert not differences(case, answer(case["method"], columns(case["inputs"])))


@pytest.mark.parametrize(
    "case", [case for case in _CASES if case["method"] == "random_effects"], ids=lambda case: case["id"]
)
def test_without_early_stops_only_those_values_move(case: dict[str, Any]) -> None:
    found = answer("random_effects", columns(case["inputs"]) | {"roots": "exact"})
    moved = differences(case, found)
    assert all(one.startswith(_EARLY_STOPS) for one in moved)
    # Morris' empirical Bayes is the same equation, and metafor's Fisher scoring does converge on it.
    converged = {"outputs": {"PM": case["outputs"]["EB"]}, "tolerance_rel": 1e-9}
    assert not differences(converged, found)


def test_effects_of_one_control_group_are_warned_of() -> None:
    [case] = [case for case in _CASES if case["id"] == "meta_lippens_NL"]
    [warning] = random_effects(**case["inputs"]).warnings
    assert warning.warning == "shared_control_group"
    assert warning.groups == ((0, 6, 7, 8, 10, 12),)
