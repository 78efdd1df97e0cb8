"""The effect of one study: the log of the callback ratio with its sampling variance, unpaired or from pairs."""

from __future__ import annotations

import math
from typing import Literal

from testing_lab.arguments import count
from testing_lab.faults import ImpossibleInput
from testing_lab.paired.counts import paired_counts
from testing_lab.result import Result

#: Add ½ to every cell of a study that has an empty cell (metafor's default), to every study, or to none.
ZeroCells = Literal["if_needed", "always", "never"]


class LogCallbackRatio(Result, frozen=True, kw_only=True):
    """``yi`` is the log ratio majority over minority, ``vi`` its variance; ``added`` is what every cell got."""

    yi: float | None
    vi: float | None
    added: float


def log_callback_ratio_unpaired(
    *,
    positive_majority: int,
    sent_majority: int,
    positive_minority: int,
    sent_minority: int,
    zero_cells: ZeroCells = "if_needed",
) -> LogCallbackRatio:
    r"""The log callback ratio of two independent groups of applications.

    Parameters
    ----------
    positive_majority, positive_minority : int
        Positive answers, from 0 up to the applications sent.
    sent_majority, sent_minority : int
        Applications sent, each at least 1.
    zero_cells : str
        ``if_needed``: add ½ to all four cells (positive and not, of both) when one of them is 0; ``always``; ``never``:
        then a ratio of 0, of infinity or without variance does not exist.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    :math:`\log\frac{x_1/n_1}{x_2/n_2}` with variance :math:`1/x_1 - 1/n_1 + 1/x_2 - 1/n_2`. Reasons when ``never``:
    ``no_positive_majority``, ``no_positive_minority``, ``no_variance`` (everybody had a positive answer).
    Agrees with R ``metafor::escalc(measure="RR", add=1/2, to="only0")``.

    References
    ----------
    Katz, Baptista, Azen & Pike (1978), Biometrics 34:469-474.

    Examples
    --------
    Bertrand & Mullainathan (2004), white and Black names:

    >>> names = log_callback_ratio_unpaired(
    ...     positive_majority=235, sent_majority=2435, positive_minority=157, sent_minority=2435
    ... )
    >>> round(names.yi, 6), round(names.vi, 6)
    (0.40334, 0.009803)
    """
    x1, n1 = count("positive_majority", positive_majority), count("sent_majority", sent_majority)
    x2, n2 = count("positive_minority", positive_minority), count("sent_minority", sent_minority)
    for name, positive, sent in (("majority", x1, n1), ("minority", x2, n2)):
        if sent == 0:
            raise ImpossibleInput(f"sent_{name}", "must be at least 1")
        if positive > sent:
            raise ImpossibleInput(f"positive_{name}", "is more than was sent", value=positive, sent=sent)
    add = _added(zero_cells, empty=0 in (x1, n1 - x1, x2, n2 - x2))
    variance = _inverse_difference(x1 + add, n1 - x1 + add) + _inverse_difference(x2 + add, n2 - x2 + add)
    return _ratio(x1 + add, n1 + 2 * add, x2 + add, n2 + 2 * add, variance=variance, added=add)


def log_callback_ratio_paired(
    *,
    both: int,
    only_majority: int,
    only_minority: int,
    neither: int,
    zero_cells: ZeroCells = "if_needed",
) -> LogCallbackRatio:
    r"""The log callback ratio of pairs, with the covariance that comes from sharing an offer.

    Parameters
    ----------
    both, only_majority, only_minority, neither : int
        Pairs by who had a positive answer, each from 0 up, at least one pair in all.
    zero_cells : str
        ``if_needed``: add ½ to all four cells when one of them is 0; ``always``; ``never``.

    Raises
    ------
    ImpossibleInput
        A count that cannot be.

    Notes
    -----
    :math:`\log\frac{a+b}{a+c}` with variance :math:`(b + c) / ((a+b)(a+c))`: the variance of independent groups less
    the covariance. Reasons when ``never``: ``no_positive_majority``, ``no_positive_minority``, ``no_discordant_pairs``
    (the variance would be 0). Agrees with R ``metafor::escalc(measure="MPRR", add=1/2, to="only0")``.

    References
    ----------
    Becker & Balagtas (1993), JEBS 18:197-220; Zou (2007), Statistics in Medicine 26:3453-3456.

    Examples
    --------
    Lille in the test in France (Cediey & Foroni 2007, table 16):

    >>> lille = log_callback_ratio_paired(both=6, only_majority=116, only_minority=33, neither=15)
    >>> round(lille.yi, 8), round(lille.vi, 8)
    (1.1404594, 0.03131568)
    """
    pairs = paired_counts(both=both, only_majority=only_majority, only_minority=only_minority, neither=neither)
    add = _added(zero_cells, empty=0 in (pairs.both, pairs.only_majority, pairs.only_minority, pairs.neither))
    first, second = pairs.positive_majority + 2 * add, pairs.positive_minority + 2 * add
    discordant = pairs.discordant + 2 * add
    variance = discordant / first / second if first and second else 0.0
    return _ratio(first, 1, second, 1, variance=variance, added=add, flat="no_discordant_pairs")


def _added(zero_cells: ZeroCells, *, empty: bool) -> float:
    if zero_cells not in ("if_needed", "always", "never"):
        raise ImpossibleInput("zero_cells", "must be if_needed, always or never", value=str(zero_cells))
    return 0.5 if zero_cells == "always" or (zero_cells == "if_needed" and empty) else 0.0


def _inverse_difference(positive: float, negative: float) -> float:
    """1/x - 1/n without loss of digits."""
    return negative / positive / (positive + negative) if positive else 0.0


def _ratio(
    x1: float, n1: float, x2: float, n2: float, *, variance: float, added: float, flat: str = "no_variance"
) -> LogCallbackRatio:
    reason = None
    if not x1:
        reason = "no_positive_majority"
    elif not x2:
        reason = "no_positive_minority"
    elif variance <= 0:
        reason = flat
    if reason is not None:
        return LogCallbackRatio(yi=None, vi=None, added=added, undefined={"yi": reason, "vi": reason})
    return LogCallbackRatio(yi=math.log(x1) - math.log(x2) - math.log(n1) + math.log(n2), vi=variance, added=added)
