"""How large are the shares of several outcomes, all at once? Simultaneous intervals."""

from __future__ import annotations

from collections.abc import Sequence

from scipy import special

from testing_lab.arguments import count, open_share
from testing_lab.calls.sison_glaz import sison_glaz_width
from testing_lab.faults import ImpossibleInput
from testing_lab.proportions import wilson
from testing_lab.result import Result

Bounds = tuple[float, float]


class MultinomialIntervals(Result, frozen=True, kw_only=True):
    """The shares, and three sets of intervals that hold for all outcomes together, in the order of the counts."""

    estimates: tuple[float, ...]
    sison_glaz: tuple[Bounds, ...]
    goodman: tuple[Bounds, ...]
    quesenberry_hurst: tuple[Bounds, ...]


def multinomial_ci(*, counts: Sequence[int], confidence: float = 0.95) -> MultinomialIntervals:
    r"""Simultaneous intervals for the shares of several outcomes.

    Parameters
    ----------
    counts : sequence of int
        Calls with each outcome, from 0 up, at least two outcomes and one call.
    confidence : float
        That all intervals hold at once, between 0 and 1.

    Returns
    -------
    MultinomialIntervals
        Shares, 0 to 1.

    Raises
    ------
    ImpossibleInput
        Counts or a confidence that cannot be.

    Notes
    -----
    Goodman: Wilson's interval for each of k outcomes with :math:`\chi^2_{1}` at :math:`1 - \alpha/k`.
    Quesenberry–Hurst: the same with :math:`\chi^2_{k-1}` at :math:`1 - \alpha`. Sison–Glaz: one width for all from
    truncated Poisson variables (:mod:`testing_lab.calls.sison_glaz`), best with many outcomes of like size.
    Agrees with R ``DescTools::MultinomCI`` and, for Goodman and Sison–Glaz, statsmodels.

    References
    ----------
    Sison & Glaz (1995), Journal of the American Statistical Association 90:366-369; Goodman (1965), Technometrics
    7:247-254; Quesenberry & Hurst (1964), Technometrics 6:191-195.

    Examples
    --------
    Radar (AVROTROS) in January 2018: comply, leave it to the client, refuse, none of these (from printed shares of 78):

    >>> found = multinomial_ci(counts=[37, 11, 28, 2])
    >>> [tuple(round(bound, 3) for bound in bounds) for bounds in found.goodman]
    [(0.34, 0.612), (0.069, 0.266), (0.238, 0.5), (0.005, 0.116)]
    """
    outcomes = [count(f"counts[{place}]", value) for place, value in enumerate(counts)]
    if len(outcomes) < 2:
        raise ImpossibleInput("counts", "has fewer than two outcomes", outcomes=len(outcomes))
    calls = sum(outcomes)
    if calls == 0:
        raise ImpossibleInput("counts", "there is no call at all")
    confidence = open_share("confidence", confidence)
    goodman = float(special.ndtri(1 - (1 - confidence) / (2 * len(outcomes))))
    hurst = float(special.chdtri(len(outcomes) - 1, 1 - confidence)) ** 0.5
    below, above = sison_glaz_width(outcomes, confidence)
    return MultinomialIntervals(
        estimates=tuple(one / calls for one in outcomes),
        sison_glaz=tuple((max(0.0, (one - below) / calls), min(1.0, (one + above) / calls)) for one in outcomes),
        goodman=tuple(wilson(one, calls, z=goodman) for one in outcomes),
        quesenberry_hurst=tuple(wilson(one, calls, z=hurst) for one in outcomes),
    )
