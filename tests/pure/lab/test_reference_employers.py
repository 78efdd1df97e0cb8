"""Many comparisons and employers against independent programs."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import Any

import pytest

from testing_lab.employers import kline_rose_walters_grades, normal_normal_linear_shrinkage
from testing_lab.methods import answer
from tests.pure.lab.reference_cases import cases, differences

_DATA = Path(os.environ.get("STAGEKANS_SHARED", Path(__file__).parents[4] / "shared")) / "lab" / "data" / "krw"
_BY_NAME = {case["id"]: case for case in cases("empirical_bayes", "multiple_testing", "report_card")}


def _rows(name: str) -> list[list[str]]:
    if not (_DATA / name).is_file():
        pytest.skip(f"{name} is not here: set STAGEKANS_SHARED to the folder that holds lab/data/krw")
    with (_DATA / name).open(newline="") as file:
        return list(csv.reader(file))


def _firms() -> dict[str, list[float]]:
    head, *rows = _rows("krw_firm_summary.csv")
    return {
        "estimates": [float(row[head.index("theta_white")]) for row in rows],
        "standard_errors": [float(row[head.index("s_white")]) for row in rows],
    }


@pytest.mark.parametrize("name", ["kw_moments_bm", "small20"])
def test_agrees_with_an_independent_program(name: str) -> None:
    case = _BY_NAME[name]
    inputs = {key: value for key, value in case["inputs"].items() if key not in ("rows", "cols")}
    assert not differences(case, answer(case["method"], inputs))


def test_adjusted_p_values_of_97_firms_agree_with_r() -> None:
    """All to 1e-6 but R's smoother: ``smooth.spline`` stops near three degrees of freedom, 2.5e-6 from them."""
    case = _BY_NAME["krw_race_onesided"]
    found = answer(case["method"], case["inputs"])
    wanted = case["outputs"]
    smoother = {name: wanted[name] for name in ("pi0_smoother", "q_smoother")}
    rest = {name: value for name, value in wanted.items() if name not in smoother}
    assert not differences({"outputs": rest}, found)
    assert not differences({"outputs": smoother, "tolerance_rel": 5e-6}, found)


def test_shrinkage_of_97_firms_agrees_with_walters() -> None:
    case = _BY_NAME["krw_linear_shrinkage"]
    found = normal_normal_linear_shrinkage(**_firms())
    wanted = {key: value for key, value in case["outputs"].items() if key != "max_abs_diff_vs_walters_fixture"}
    assert not differences({"outputs": wanted}, found)
    fixture = [float(row[3]) for row in _rows("posteriors_white.csv")]
    assert found.posteriors is not None
    worst = max(abs(a - b) for a, b in zip(found.posteriors, fixture, strict=True))
    assert worst == pytest.approx(case["outputs"]["max_abs_diff_vs_walters_fixture"], rel=1e-6)


@pytest.mark.parametrize("case", cases("report_card"), ids=lambda case: case["id"])
def test_report_card_agrees_with_an_independent_solver(case: dict[str, Any]) -> None:
    rows = case["inputs"]["firm_rows"]
    found = kline_rose_walters_grades(**_firms(), lam=case["inputs"]["lam"], rows=None if rows == "all" else rows)
    assert not differences(case, found)
    assert found.proof == "every_up_set"
