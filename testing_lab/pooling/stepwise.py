"""Does the answer hang on one study? Pooling without each effect, and after each effect."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np

from testing_lab.arguments import numbers, open_share, same_length
from testing_lab.pooling.effects import effects
from testing_lab.pooling.heterogeneity import Estimator, known_estimator
from testing_lab.pooling.summary import Pooled, pooled
from testing_lab.result import Result


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """The pooled effect of all but the effect at this place (from 0)."""

    place: int
    pooled: Pooled


class LeaveOneOut(Result, frozen=True, kw_only=True):
    """All effects, each left out once in the order given, and the lowest and highest pooled effect that came of it."""

    all: Pooled
    left_out: tuple[LeftOut, ...]
    lowest: float | None
    highest: float | None


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """The pooled effect of the effects so far; the last one stands at this place (from 0)."""

    place: int
    pooled: Pooled


class Cumulative(Result, frozen=True, kw_only=True):
    """The pooled effect as the effects came in."""

    steps: tuple[Added, ...]


def leave_one_out(
    *,
    yi: Sequence[float],
    vi: Sequence[float],
    estimator: Estimator = "REML",
    hk_ad_hoc: bool = False,
    confidence: float = 0.95,
) -> LeaveOneOut:
    """The pooled effect without each effect in turn.

    Parameters
    ----------
    yi, vi : list of float
        Effects and their sampling variances, above 0.
    estimator : str
        FE, DL, REML, PM, EB, HE or SJ.
    hk_ad_hoc : bool
        Never let the Hartung–Knapp error be smaller than the plain one.
    confidence : float
        Between 0 and 1.

    Raises
    ------
    ImpossibleInput
        Lists of unequal length, empty, or a variance that is not above 0.

    Notes
    -----
    One effect alone leaves nothing (``one_effect``). Agrees with R ``metafor::leave1out``.

    Examples
    --------
    >>> found = leave_one_out(yi=[0.1, 0.3, 0.35, 0.65], vi=[0.03, 0.03, 0.05, 0.01], estimator="DL")
    >>> [round(one.pooled.mu, 4) for one in found.left_out]
    [0.4789, 0.3887, 0.3724, 0.2346]
    """
    open_share("confidence", confidence)
    known_estimator(estimator)
    of = effects(yi=yi, vi=vi)
    every = pooled(of, estimator, hk_ad_hoc=hk_ad_hoc, confidence=confidence)
    if of.k == 1:
        missing = dict.fromkeys(("left_out", "lowest", "highest"), "one_effect")
        return LeaveOneOut(all=every, left_out=(), lowest=None, highest=None, undefined=missing)
    left_out = tuple(
        LeftOut(
            place=place,
            pooled=pooled(
                of.chosen([other for other in range(of.k) if other != place]),
                estimator,
                hk_ad_hoc=hk_ad_hoc,
                confidence=confidence,
            ),
        )
        for place in range(of.k)
    )
    found = [one.pooled.mu for one in left_out]
    return LeaveOneOut(all=every, left_out=left_out, lowest=min(found), highest=max(found))


def cumulative_pooling(
    *,
    yi: Sequence[float],
    vi: Sequence[float],
    order: Sequence[float] | None = None,
    estimator: Estimator = "REML",
    hk_ad_hoc: bool = False,
    confidence: float = 0.95,
) -> Cumulative:
    """The pooled effect as studies came in, for example year after year.

    Parameters
    ----------
    yi, vi : list of float
        Effects and their sampling variances, above 0.
    order : list of float, optional
        What to sort by, such as the year; equal ones keep their order. Without it: as given.
    estimator : str
        FE, DL, REML, PM, EB, HE or SJ.
    hk_ad_hoc : bool
        Never let the Hartung–Knapp error be smaller than the plain one.
    confidence : float
        Between 0 and 1.

    Raises
    ------
    ImpossibleInput
        Lists of unequal length, empty, or a variance that is not above 0.

    Notes
    -----
    The first step is one effect: only FE has an error there. No step is corrected for looking again and again; for
    decisions to stop use the sequential tests. Agrees with R ``metafor::cumul``.

    Examples
    --------
    >>> found = cumulative_pooling(yi=[0.1, 0.3, 0.35], vi=[0.03, 0.03, 0.05], order=[2012, 2004, 2008], estimator="FE")
    >>> [(one.place, round(one.pooled.mu, 4)) for one in found.steps]
    [(1, 0.3), (2, 0.3187), (0, 0.2346)]
    """
    open_share("confidence", confidence)
    known_estimator(estimator)
    of = effects(yi=yi, vi=vi)
    places = list(range(of.k))
    if order is not None:
        same_length(yi=yi, order=order)
        places = [int(place) for place in np.argsort(numbers("order", order), kind="stable")]
    return Cumulative(
        steps=tuple(
            Added(
                place=place,
                pooled=pooled(of.chosen(places[: step + 1]), estimator, hk_ad_hoc=hk_ad_hoc, confidence=confidence),
            )
            for step, place in enumerate(places)
        )
    )
