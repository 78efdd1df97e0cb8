"""How does power grow with the pairs and with the difference, and which difference can a study just find?"""

from __future__ import annotations

import math
from collections.abc import Sequence

from scipy import optimize

from testing_lab.arguments import count, number, open_share, share
from testing_lab.faults import ImpossibleInput
from testing_lab.power.critical import known_test
from testing_lab.power.discordance import Discordance, two_sided_power
from testing_lab.result import Result


class PowerCurve(Result, frozen=True, kw_only=True):
    """``power[i][j]``: the power at ``differences[i]`` and ``n_pairs[j]``."""

    test: str
    differences: tuple[float, ...]
    n_pairs: tuple[int, ...]
    power: tuple[tuple[float, ...], ...]


class DetectableDifference(Result, frozen=True, kw_only=True):
    """The smallest difference (majority minus minority) with the target power, and its share of discordant pairs."""

    difference: float | None
    share_majority: float | None


def power_curve(
    *,
    discordant_share: float,
    differences: Sequence[float],
    n_pairs: Sequence[int],
    alpha_two_sided: float = 0.05,
    test: str = "midp",
) -> PowerCurve:
    """Exact power over numbers of pairs and over differences.

    Parameters
    ----------
    discordant_share : float
        Probability that a pair is discordant, 0 to 1.
    differences : sequence of float
        Chance of a positive answer, majority minus minority; each from minus to plus the discordant share.
    n_pairs : sequence of int
        Numbers of pairs, each from 0 up, in any order.
    alpha_two_sided : float
        Between 0 and 1.
    test : str
        ``midp`` (default), ``exact``, ``asymptotic`` or ``cc``.

    Returns
    -------
    PowerCurve
        At difference 0 the power is the size of the test.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, an empty list, an unknown test.

    Notes
    -----
    As :func:`testing_lab.power.mcnemar_power.mcnemar_power`, with ``p_only_majority = (discordant + difference) / 2``.
    The curve over pairs is saw-toothed: that is no mistake.

    Examples
    --------
    >>> curve = power_curve(discordant_share=0.17, differences=[0.07], n_pairs=[24, 72, 288])
    >>> [round(one, 3) for one in curve.power[0]]
    [0.06, 0.283, 0.836]
    """
    discordant, alpha = share("discordant_share", discordant_share), open_share("alpha_two_sided", alpha_two_sided)
    which = known_test("test", test)
    pairs = tuple(count(f"n_pairs[{place}]", one) for place, one in enumerate(n_pairs))
    gaps = tuple(number(f"differences[{place}]", one) for place, one in enumerate(differences))
    for name, values in (("differences", gaps), ("n_pairs", pairs)):
        if not values:
            raise ImpossibleInput(name, "is empty")
    for place, gap in enumerate(gaps):
        if abs(gap) > discordant:
            raise ImpossibleInput(f"differences[{place}]", "is more than the discordant share", value=gap)
    rows = tuple(
        tuple(two_sided_power(which, pairs=n, chances=_chances(discordant, gap), alpha=alpha) for n in pairs)
        for gap in gaps
    )
    return PowerCurve(test=which, differences=gaps, n_pairs=pairs, power=rows)


def detectable_difference(
    *,
    discordant_share: float,
    n_pairs: int,
    target_power: float = 0.8,
    alpha_two_sided: float = 0.05,
    test: str = "midp",
) -> DetectableDifference:
    """The smallest true difference that a study of so many pairs finds with the target power.

    Parameters
    ----------
    discordant_share : float
        Probability that a pair is discordant, 0 to 1.
    n_pairs : int
        From 0 up.
    target_power, alpha_two_sided : float
        Between 0 and 1; the target above alpha.
    test : str
        ``midp`` (default), ``exact``, ``asymptotic`` or ``cc``.

    Returns
    -------
    DetectableDifference
        ``None``, reason ``too_few_pairs``, where even a difference as large as the discordant share is not enough.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, an unknown test.

    Notes
    -----
    At a given number of pairs and discordant share, power grows with the difference: so the root is the only one.

    Examples
    --------
    A study of 288 pairs, a quarter of them discordant, just finds 8.2 percentage points:

    >>> round(detectable_difference(discordant_share=0.25, n_pairs=288).difference, 3)
    0.082
    """
    discordant, alpha = share("discordant_share", discordant_share), open_share("alpha_two_sided", alpha_two_sided)
    pairs, target = count("n_pairs", n_pairs), open_share("target_power", target_power)
    which = known_test("test", test)
    if target <= alpha:
        raise ImpossibleInput("target_power", "is not above alpha", value=target, alpha=alpha)

    def short(gap: float) -> float:
        return two_sided_power(which, pairs=pairs, chances=_chances(discordant, gap), alpha=alpha) - target

    if short(discordant) < 0:
        undefined = dict.fromkeys(("difference", "share_majority"), "too_few_pairs")
        return DetectableDifference(difference=None, share_majority=None, undefined=undefined)
    if short(0.0) >= 0:  # only the asymptotic test can reject so often without a difference, at a large alpha
        return DetectableDifference(difference=0.0, share_majority=0.5)
    gap = float(optimize.brentq(short, 0.0, discordant, xtol=1e-14, rtol=8.9e-16))
    return DetectableDifference(difference=gap, share_majority=min(1.0, (1 + gap / discordant) / 2))


def _chances(discordant: float, gap: float) -> Discordance:
    more, less = (discordant + abs(gap)) / 2, max((discordant - abs(gap)) / 2, 0.0)
    return Discordance(
        only_majority=more if math.copysign(1.0, gap) > 0 else less,
        only_minority=less if math.copysign(1.0, gap) > 0 else more,
    )
