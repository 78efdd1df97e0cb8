"""Which of many p-values still stand: family-wise error, false discovery rate, q-values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec import field

from testing_lab.arguments import numbers, share
from testing_lab.comparisons.smoother import THRESHOLDS, weights_of_the_last_place
from testing_lab.result import Result

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

_LEVEL: Final = 0.05


class AdjustedP(Result, frozen=True, kw_only=True):
    """Adjusted p-values and q-values in the order of the p-values; ``pi0`` are estimated shares of true nulls."""

    bonferroni: list[float]
    holm: list[float]
    hochberg: list[float]
    bh: list[float] = field(name="BH")
    by: list[float] = field(name="BY")
    pi0_storey_lambda_0_5: float | None
    q_storey_lambda_0_5: list[float] | None
    pi0_smoother: float | None
    q_smoother: list[float] | None
    pi0_bootstrap: float | None
    q_bootstrap: list[float] | None
    n_q_le_05: dict[str, int]


def adjusted_p(*, p: Sequence[float]) -> AdjustedP:
    r"""Adjusted p-values of Bonferroni, Holm, Hochberg, Benjamini-Hochberg and Benjamini-Yekutieli; Storey's q-values.

    Parameters
    ----------
    p : sequence of float
        p-values, each from 0 to 1, at least one.

    Returns
    -------
    AdjustedP
        Lists in the order of ``p``; ``n_q_le_05`` counts values of at most 0.05.

    Raises
    ------
    ImpossibleInput
        No p-value, or one that is no probability.

    Notes
    -----
    Storey's :math:`\hat\pi_0(\lambda) = \#\{p_i > \lambda\} / (m (1 - \lambda))`, at most 1: at λ = 0.5 (our default:
    it can be done by hand), smoothed over λ = 0.05 ... 0.95, and at the λ with the smallest bootstrap error. A
    :math:`\hat\pi_0` that is not above 0 would make every q-value 0: it is ``None``
    (``no_p_value_above_lambda``, ``smoother_not_above_zero``). R ``p.adjust`` agrees, and R ``qvalue`` except that it
    counts :math:`p_i \ge \lambda`; its smoother differs by a few :math:`10^{-6}`
    (:mod:`testing_lab.comparisons.smoother`). Hochberg and BH want p-values that are independent or positively
    dependent; Bonferroni, Holm and BY want nothing.

    References
    ----------
    Holm (1979), Scandinavian Journal of Statistics 6:65-70. Hochberg (1988), Biometrika 75:800-802.
    Benjamini & Hochberg (1995), JRSS B 57:289-300. Benjamini & Yekutieli (2001), Annals of Statistics 29:1165-1188.
    Storey (2002), JRSS B 64:479-498, equation 6. Storey, Taylor & Siegmund (2004), JRSS B 66:187-205.

    Examples
    --------
    >>> found = adjusted_p(p=[0.01, 0.02, 0.03, 0.9])
    >>> [round(value, 4) for value in found.holm], [round(value, 4) for value in found.bh]
    ([0.04, 0.06, 0.06, 0.9], [0.04, 0.04, 0.04, 0.9])
    """
    values = numbers("p", p)
    for place, value in enumerate(values):
        share(f"p[{place}]", float(value))
    m = len(values)
    ranks = np.arange(1, m + 1)
    order = np.argsort(values, kind="stable")
    low_first = values[order]

    def down(scaled: Numbers) -> Numbers:
        """Each at most the next larger one."""
        return _back(np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1]), order)

    bh = down(low_first * m / ranks)
    lists = {
        "bonferroni": np.minimum(1.0, values * m),
        "holm": _back(np.minimum(1.0, np.maximum.accumulate(low_first * (m + 1 - ranks))), order),
        "hochberg": down(low_first * (m + 1 - ranks)),
        "bh": bh,
        "by": down(low_first * m / ranks * float(np.sum(1 / ranks))),
    }
    undefined: dict[str, str] = {}
    shares: dict[str, float | None] = {}
    qs: dict[str, Numbers | None] = {}
    for name, pi0, reason in (
        ("storey_lambda_0_5", _share_of_nulls(values, 0.5), "no_p_value_above_lambda"),
        ("smoother", _smoothed(values), "smoother_not_above_zero"),
        ("bootstrap", _bootstrap(values), "no_p_value_above_lambda"),
    ):
        exists = pi0 > 0
        shares[f"pi0_{name}"] = min(1.0, pi0) if exists else None
        qs[f"q_{name}"] = min(1.0, pi0) * bh if exists else None
        if not exists:
            undefined |= {f"pi0_{name}": reason, f"q_{name}": reason}
    counted = {"BH": lists["bh"], "BY": lists["by"], "holm": lists["holm"]}
    for short, name in (("lambda05", "storey_lambda_0_5"), ("smoother", "smoother"), ("bootstrap", "bootstrap")):
        q = qs[f"q_{name}"]
        if q is not None:
            counted[short] = q

    def told(q: Numbers | None) -> list[float] | None:
        return None if q is None else q.tolist()

    return AdjustedP(
        bonferroni=lists["bonferroni"].tolist(),
        holm=lists["holm"].tolist(),
        hochberg=lists["hochberg"].tolist(),
        bh=lists["bh"].tolist(),
        by=lists["by"].tolist(),
        pi0_storey_lambda_0_5=shares["pi0_storey_lambda_0_5"],
        q_storey_lambda_0_5=told(qs["q_storey_lambda_0_5"]),
        pi0_smoother=shares["pi0_smoother"],
        q_smoother=told(qs["q_smoother"]),
        pi0_bootstrap=shares["pi0_bootstrap"],
        q_bootstrap=told(qs["q_bootstrap"]),
        n_q_le_05={name: int(np.sum(one <= _LEVEL)) for name, one in counted.items()},
        undefined=undefined,
    )


def _back(sorted_values: Numbers, order: NDArray[np.intp]) -> Numbers:
    """From the order of size to the order of the question."""
    given = np.empty_like(sorted_values)
    given[order] = sorted_values
    return given


def _share_of_nulls(values: Numbers, threshold: float) -> float:
    return float(np.mean(values > threshold)) / (1 - threshold)


def _smoothed(values: Numbers) -> float:
    estimates = np.array([_share_of_nulls(values, threshold) for threshold in THRESHOLDS])
    return float(weights_of_the_last_place() @ estimates)


def _bootstrap(values: Numbers) -> float:
    """The estimate at the λ of the smallest mean squared error, in its closed form (Storey, Taylor & Siegmund)."""
    m = len(values)
    thresholds = np.array(THRESHOLDS)
    above = np.array([np.sum(values > threshold) for threshold in THRESHOLDS])
    estimates = above / m / (1 - thresholds)
    target = np.quantile(estimates, 0.1)
    error = above / (m * (1 - thresholds)) ** 2 * (1 - above / m) + (estimates - target) ** 2
    return float(estimates[np.argmin(error)])
