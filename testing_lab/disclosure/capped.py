"""How a count or a rate is told when the exact one would say too much about a few."""

from __future__ import annotations

from testing_lab.arguments import count, open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result


class Capped(Result, frozen=True, kw_only=True):
    """What is told: a value, or only that it is at most ``upper`` or at least ``lower``."""

    value: float | None
    lower: float
    upper: float | None
    state: str


def capped_count(*, value: int, at: int) -> Capped:
    """A count of ``at`` or more is told as "at least ``at``" (top-coding).

    Whether it can be worked out from its neighbours and their total is for
    :func:`~testing_lab.disclosure.attack.table_attack`: a capped count is ``Told(lower=at)``.

    Examples
    --------
    >>> capped_count(value=80, at=50).state, capped_count(value=20, at=50).value
    ('at_least', 20.0)
    """
    if count("at", at) < 1:
        raise ImpossibleInput("at", "must be at least 1", value=at)
    if count("value", value) >= at:
        return Capped(value=None, lower=at, upper=None, state="at_least", undefined={"value": "capped"})
    return Capped(value=float(value), lower=value, upper=value, state="shown")


def capped_rate(*, positive: int, of: int, k: int = 10, small: int = 50, cap: float = 0.05) -> Capped:
    """A rate under the small-number rule: hidden under ``k``, capped in a group under ``small``.

    Parameters
    ----------
    positive, of : int
        How many of how many; ``positive`` is at most ``of``.
    k, small : int
        Fewer than ``k``: nothing is told. Fewer than ``small``: a rate below ``cap`` is told as "at most ``cap``", one
        above 1 - ``cap`` as "at least 1 - ``cap``".
    cap : float
        Between 0 and 0.5.

    Raises
    ------
    ImpossibleInput
        An argument that cannot be.

    Notes
    -----
    DESIGN.md, section 5.5: k = 10, percentages capped to 5-95 % where the group is small.

    Examples
    --------
    >>> capped_rate(positive=1, of=30).upper, capped_rate(positive=1, of=9).state, capped_rate(positive=0, of=80).value
    (0.05, 'hidden', 0.0)
    """
    if count("positive", positive) > count("of", of):
        raise ImpossibleInput("positive", "is more than there are", positive=positive, of=of)
    if open_share("cap", cap) >= 0.5:
        raise ImpossibleInput("cap", "must be below 0.5", value=cap)
    if not 1 <= count("k", k) <= count("small", small):
        raise ImpossibleInput("k and small", "must be at least 1, and small not below k", k=k, small=small)
    if of < k:
        return Capped(value=None, lower=0.0, upper=1.0, state="hidden", undefined={"value": "small_group"})
    rate = positive / of
    if of < small and rate < cap:
        return Capped(value=None, lower=0.0, upper=cap, state="at_most", undefined={"value": "capped"})
    if of < small and rate > 1 - cap:
        return Capped(value=None, lower=1 - cap, upper=1.0, state="at_least", undefined={"value": "capped"})
    return Capped(value=rate, lower=rate, upper=rate, state="shown")
