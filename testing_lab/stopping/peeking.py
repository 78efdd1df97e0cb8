"""What does looking often do to a test? Exactly, by following every path of discordant pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import special

from testing_lab.arguments import count, open_share, share
from testing_lab.faults import ImpossibleInput
from testing_lab.power.critical import TESTS, critical_counts
from testing_lab.result import Result
from testing_lab.stopping.beta_mixture import prior_parameter

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Rejected = Callable[[int], NDArray[np.bool_]]

_E_PROCESSES = ("e_process", "one_sided_e_process")


class PeekingMcNemar(Result, frozen=True, kw_only=True):
    """``p_reject``: that the study ever stops with a rejection; ``p_reject_majority``: for the majority.

    ``median_pairs``, ``quartile_pairs``: discordant pairs by which half, a quarter of all studies have stopped.
    ``mean_pairs``: over all studies, those that go to the end included. ``p_reject_by_look``: up to each look.
    """

    p_reject: float
    p_reject_majority: float
    quartile_pairs: int | None
    median_pairs: int | None
    mean_pairs: float
    looks: tuple[int, ...]
    p_reject_by_look: tuple[float, ...]


def peeking_mcnemar(
    *,
    rule: str,
    share_majority: float = 0.5,
    discordant_pairs: int,
    every: int = 1,
    alpha: float = 0.05,
    prior_a: float = 0.5,
    prior_b: float = 0.5,
) -> PeekingMcNemar:
    r"""Error of the first kind, power and stopping times of a test that is repeated while pairs come in.

    Parameters
    ----------
    rule : str
        ``midp``, ``exact``, ``asymptotic``, ``cc`` (each time p is at most alpha, the study stops), ``e_process`` or
        ``one_sided_e_process`` (it stops when the e-value reaches 1/alpha).
    share_majority : float
        True share of the discordant pairs with only the majority positive, 0 to 1. 1/2: no difference.
    discordant_pairs : int
        The study ends there, 1 to 20,000.
    every : int
        Look after so many discordant pairs, and at the end.
    alpha : float
        Between 0 and 1.
    prior_a, prior_b : float
        Beta prior of the e-processes, each above 0.

    Returns
    -------
    PeekingMcNemar
        ``None`` with the reason ``too_few_stop`` for a quartile or median that fewer studies reach.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, an unknown rule.

    Notes
    -----
    Dynamic programming over (pairs, of the majority's kind): no simulation, no error but rounding.

    References
    ----------
    Armitage, McPherson & Rowe (1969), Journal of the Royal Statistical Society A 132:235.

    Examples
    --------
    The mid-p test after every discordant pair up to 200, without any difference; the e-process up to 1,000:

    >>> round(peeking_mcnemar(rule="midp", discordant_pairs=200).p_reject, 3)
    0.372
    >>> round(peeking_mcnemar(rule="e_process", discordant_pairs=1000).p_reject, 3)
    0.037
    """
    pairs, step = count("discordant_pairs", discordant_pairs), count("every", every)
    theta, level = share("share_majority", share_majority), open_share("alpha", alpha)
    if not 1 <= pairs <= 20_000:
        raise ImpossibleInput("discordant_pairs", "must be from 1 to 20000", value=pairs)
    if step == 0:
        raise ImpossibleInput("every", "is 0")
    a, b0 = prior_parameter("prior_a", prior_a), prior_parameter("prior_b", prior_b)
    rejected = _rule(rule, pairs, level, a, b0)
    alive = np.ones(1)
    stops, favoured = [], 0.0
    looks = [m for m in range(1, pairs + 1) if m % step == 0 or m == pairs]
    due = set(looks)
    for m in range(1, pairs + 1):
        ahead = np.zeros(m + 1)
        ahead[:-1] += alive * (1 - theta)
        ahead[1:] += alive * theta
        alive = ahead
        if m in due:
            leaves = np.where(rejected(m), alive, 0.0)
            stops.append(float(leaves.sum()))
            favoured += float(leaves[m // 2 + 1 :].sum())
            alive = alive - leaves
    by_look = np.minimum(np.cumsum(stops), 1.0)
    quartile, median = (_reached(looks, by_look, part) for part in (0.25, 0.5))
    undefined = {
        name: "too_few_stop" for name, one in (("quartile_pairs", quartile), ("median_pairs", median)) if one is None
    }
    return PeekingMcNemar(
        p_reject=float(by_look[-1]),
        p_reject_majority=min(1.0, favoured),
        quartile_pairs=quartile,
        median_pairs=median,
        mean_pairs=float(np.dot(stops, looks) + max(0.0, 1 - sum(stops)) * pairs),
        looks=tuple(looks),
        p_reject_by_look=tuple(float(one) for one in by_look),
        undefined=undefined,
    )


def _reached(looks: list[int], by_look: NDArray[np.float64], part: float) -> int | None:
    reached = np.flatnonzero(by_look >= part)
    return looks[int(reached[0])] if len(reached) else None


def _rule(rule: str, pairs: int, alpha: float, prior_a: float, prior_b: float) -> Rejected:
    """At m discordant pairs: is each number of the majority's kind, 0 to m, rejected?"""
    for test in TESTS:
        if rule == test:
            critical = critical_counts(test, discordant=np.arange(pairs + 1), alpha=alpha)
            return lambda m: np.minimum(np.arange(m + 1), np.arange(m, -1, -1)) <= critical[m]
    if rule not in _E_PROCESSES:
        raise ImpossibleInput("rule", "is not known here", value=rule, known=", ".join((*TESTS, *_E_PROCESSES)))
    counts = np.arange(pairs + 1)
    rising_a = special.gammaln(prior_a + counts) - special.gammaln(prior_a)
    rising_b = special.gammaln(prior_b + counts) - special.gammaln(prior_b)
    both = prior_a + prior_b
    rising = special.gammaln(both + counts) - special.gammaln(both)
    needed = -np.log(alpha) - 1e-9
    before = float(special.betaincc(prior_a, prior_b, 0.5))

    def reached(m: int) -> NDArray[np.bool_]:
        b = np.arange(m + 1)
        log_e = m * np.log(2.0) + rising_a[: m + 1] + rising_b[m::-1] - rising[m]
        if rule == "one_sided_e_process":
            above = special.betaincc(prior_a + b, prior_b + m - b, 0.5)
            log_e = log_e + np.log(np.maximum(above, 1e-300) / before)
        return np.asarray(log_e >= needed, dtype=np.bool_)

    return reached
