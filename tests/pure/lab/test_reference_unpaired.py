"""Unpaired groups, several applicants, sites, strata and calls against independent programs."""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from fractions import Fraction
from math import comb
from pathlib import Path
from typing import Any

import pytest

from testing_lab.methods import answer
from testing_lab.strata import cochran_q, mantel_haenszel
from tests.pure.lab.reference_cases import cases, differences

SHARED = Path(os.environ.get("STAGEKANS_SHARED", Path(__file__).parents[4] / "shared"))
_PLAIN = cases("unpaired_2x2", "order_effect", "paired_stratified", "mystery_call")
_BY_UNIROOT = ("exact_conditional_or", "exact_lower", "exact_upper")


@pytest.mark.parametrize("case", _PLAIN, ids=lambda case: case["id"])
def test_agrees_with_an_independent_program(case: dict[str, Any]) -> None:
    assert not differences(case, answer(case["method"], case["inputs"]))


def test_cochran_q_agrees_with_an_independent_program() -> None:
    (case,) = cases("multi_applicant")
    path = SHARED / "lab" / case["inputs"]["data"]
    path = path if path.exists() else SHARED / "lab" / "data" / Path(case["inputs"]["data"]).name
    if not path.exists():
        pytest.skip("inter1.csv is not here: set STAGEKANS_SHARED to the folder that holds lab/data")
    offers: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            offers[row["offer"]][row["gender"], row["origin"]] = int(row["callback"] == "TRUE")
    outcomes = [[answers[one] for one in sorted(answers)] for answers in offers.values()]
    assert not differences(case, cochran_q(outcomes=outcomes))


def test_mantel_haenszel_agrees_with_an_independent_program() -> None:
    (case,) = cases("stratified_unpaired")
    result = answer(case["method"], {"tables": case["inputs"]["tables"]})
    strict = {name: value for name, value in case["outputs"].items() if name not in _BY_UNIROOT}
    assert not differences(case | {"outputs": strict}, result)
    # R looks for these three with uniroot's default tolerance: the next test shows how far off that is.
    loose = {name: case["outputs"][name] for name in _BY_UNIROOT}
    assert not differences(case | {"outputs": loose, "tolerance_rel": 1e-5}, result)


def test_the_exact_odds_ratio_is_nearer_than_that_of_r() -> None:
    (case,) = cases("stratified_unpaired")
    tables, reference = case["inputs"]["tables"], case["outputs"]
    found = mantel_haenszel(tables=tables)
    weights, observed = _integer_weights(tables)

    def chances(odds: float) -> list[Fraction]:
        ratio, power, terms = Fraction(odds).limit_denominator(10**9), Fraction(1), []
        for weight in weights:
            terms.append(weight * power)
            power *= ratio
        total = sum(terms)
        return [term / total for term in terms]

    def off_center(odds: float) -> float:
        return abs(float(sum(place * chance for place, chance in enumerate(chances(odds))) - observed))

    def off_tail(odds: float, *, upper: bool) -> float:
        tail = chances(odds)[: observed + 1] if upper else chances(odds)[observed:]
        return abs(float(sum(tail)) - 0.025)

    assert found.exact_conditional_or is not None
    assert found.exact_lower is not None
    assert found.exact_upper is not None
    assert off_center(found.exact_conditional_or) < 1e-6 < 1e-4 < off_center(reference["exact_conditional_or"])
    assert off_tail(found.exact_lower, upper=False) < 1e-8 < off_tail(reference["exact_lower"], upper=False)
    assert off_tail(found.exact_upper, upper=True) < 1e-8 < off_tail(reference["exact_upper"], upper=True)


def _integer_weights(tables: dict[str, list[int]]) -> tuple[list[int], int]:
    weights, observed = [1], 0
    for a, b, c, d in tables.values():
        low, high = max(0, a - d), min(a + c, a + b)
        own = [comb(a + b, x) * comb(c + d, a + c - x) for x in range(low, high + 1)]
        grown = [0] * (len(weights) + len(own) - 1)
        for i, first in enumerate(weights):
            for j, second in enumerate(own):
                grown[i + j] += first * second
        weights, observed = grown, observed + a - low
    return weights, observed
