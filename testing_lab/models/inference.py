"""From an estimate and its standard error to a test and an interval, coefficient by coefficient."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from scipy import special

from testing_lab.distributions import student_p, two_sided_z
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Inference(Result, frozen=True, kw_only=True):
    """Tests of "this coefficient is 0" and two-sided intervals; ``df`` is ``None`` where the normal curve is used.

    A coefficient without a standard error above 0 has no test and no interval: ``None`` at its place.
    """

    se: list[float | None]
    df: list[float | None] | None
    statistic: list[float | None]
    p_value: list[float | None]
    lower: list[float | None]
    upper: list[float | None]


def inference(
    coef: Sequence[float | None] | NDArray[np.float64],
    se: Sequence[float | None] | NDArray[np.float64],
    *,
    df: Sequence[float | None] | NDArray[np.float64] | None = None,
    confidence: float,
    reason: str = "no_standard_error",
) -> Inference:
    """Student's t with ``df`` degrees of freedom each, or the normal curve."""
    rows = [
        _one(b, s, df=None if df is None else df[place], normal=df is None, confidence=confidence)
        for place, (b, s) in enumerate(zip(coef, se, strict=True))
    ]
    statistic, p_value, lower, upper = ([row[place] for row in rows] for place in range(4))
    missing = ("statistic", "p_value", "lower", "upper") if None in statistic else ()
    return Inference(
        se=[None if s is None else float(s) for s in se],
        df=None if df is None else [None if one is None else float(one) for one in df],
        statistic=statistic,
        p_value=p_value,
        lower=lower,
        upper=upper,
        undefined=dict.fromkeys(missing, reason),
    )


def _one(
    coef: float | None, se: float | None, *, df: float | None, normal: bool, confidence: float
) -> tuple[float | None, float | None, float | None, float | None]:
    if coef is None or se is None or not se > 0 or not np.isfinite(coef) or (df is None and not normal):
        return None, None, None, None
    statistic = float(coef / se)
    if df is None:
        p_value, quantile = float(2 * special.ndtr(-abs(statistic))), two_sided_z(confidence)
    else:
        p_value, quantile = student_p(statistic, df), student_quantile(confidence, df)
    return statistic, p_value, float(coef - quantile * se), float(coef + quantile * se)


def student_quantile(confidence: float, df: float) -> float:
    """The t with this much probability between -t and t."""
    inside = float(special.betaincinv(0.5, df / 2, confidence))
    outside = float(special.betaincinv(df / 2, 0.5, 1 - confidence))
    return float(np.sqrt(df * (inside / outside)))


def chi_square_p(statistic: float, df: int) -> float:
    """Upper tail of the chi-square distribution."""
    return float(special.chdtrc(df, max(0.0, statistic)))
