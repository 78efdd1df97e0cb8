"""Planned looks with an exact level: no normal theory, whole discordant pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from testing_lab.arguments import count, open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result
from testing_lab.stopping.spending_functions import spending_function


class ExactLooks(Result, frozen=True, kw_only=True):
    """At each look: the smallest lead that stops the study, and alpha really spent up to there.

    ``lead``: only-majority pairs minus only-minority pairs (2-sided: either way). ``None``: no lead of so few pairs is
    allowed to stop the study; reason ``too_little_alpha``.
    """

    lead: tuple[int | None, ...]
    cumulative_alpha: tuple[float, ...]


def exact_looks(
    *,
    looks_at: Sequence[int],
    planned: int | None = None,
    alpha: float = 0.05,
    sided: int = 2,
    spending: str = "Lan-DeMets O'Brien-Fleming",
    ended: bool = False,
) -> ExactLooks:
    r"""Boundaries at planned numbers of discordant pairs, never above the level.

    Parameters
    ----------
    looks_at : sequence of int
        Discordant pairs at each look, above 0, rising, at most 20,000.
    planned : int, optional
        Discordant pairs planned, the whole information; by default those at the last look.
    alpha : float
        Level of the whole, between 0 and 1.
    sided : int
        1 (the majority leads) or 2 (symmetric).
    spending : str
        As for :func:`testing_lab.stopping.alpha_spending.alpha_spending`.

    ended : bool
        The last look is the end of the study, whatever was planned: it spends all that is left. Why the study ended may
        not depend on who was favoured.

    Returns
    -------
    ExactLooks
        Under equal chances the study stops at one of the looks with probability ``cumulative_alpha[-1]``, at most
        alpha. What a look cannot spend, because leads are whole numbers, a later look may spend.

    Raises
    ------
    ImpossibleInput
        An argument outside its range.

    Notes
    -----
    The lead is a symmetric random walk; its distribution among studies that have not stopped is followed step by step.
    At look k the boundary is the smallest lead with P(stopped by then) at most the spending function at share
    :math:`m_k` of the plan. The boundaries of normal theory
    (:func:`testing_lab.stopping.looks.group_sequential_mcnemar`) reach a level of 0.066 for two looks up to 50 pairs.

    References
    ----------
    Lan & DeMets (1983), Biometrika 70:659. Jennison & Turnbull (2000), Group Sequential Methods with Applications to
    Clinical Trials, chapter 12 (exact methods for binary data).

    Examples
    --------
    >>> answer = exact_looks(looks_at=[18, 35, 70])
    >>> answer.lead, round(answer.cumulative_alpha[-1], 5)
    ((18, 19, 18), 0.04201)
    """
    at = [count(f"looks_at[{place}]", one) for place, one in enumerate(looks_at)]
    if not at:
        raise ImpossibleInput("looks_at", "is empty")
    for place, pairs in enumerate(at):
        if pairs <= (at[place - 1] if place else 0):
            raise ImpossibleInput(f"looks_at[{place}]", "does not come after the look before it", pairs=pairs)
    if at[-1] > 20_000:
        raise ImpossibleInput("looks_at", "is too large", largest=20_000)
    if sided not in (1, 2):
        raise ImpossibleInput("sided", "must be 1 or 2", value=sided)
    whole = at[-1] if planned is None else count("planned", planned)
    if whole < at[-1]:
        raise ImpossibleInput("planned", "is below the last look", least=at[-1])
    level, spent_by = open_share("alpha", alpha), spending_function(spending)
    alive, spent, before = np.ones(1), 0.0, 0
    leads: list[int | None] = []
    cumulative = []
    for pairs in at:
        for _ in range(before, pairs):
            alive = 0.5 * (np.append(alive, 0.0) + np.append(0.0, alive))
        before = pairs
        time = 1.0 if ended and pairs == at[-1] else pairs / whole
        smallest = smallest_lead(alive, min(sided * spent_by(time, level / sided), level) - spent, sided=sided)
        if smallest is not None:
            crossed = reach_of(pairs, sided=sided) >= smallest
            spent += float(alive[crossed].sum())
            alive = np.where(crossed, 0.0, alive)
        leads.append(smallest)
        cumulative.append(spent)
    return ExactLooks(
        lead=tuple(leads),
        cumulative_alpha=tuple(cumulative),
        undefined={"lead": "too_little_alpha"} if None in leads else {},
    )


def reach_of(pairs: int, *, sided: int) -> NDArray[np.int64]:
    """How far each lead of so many pairs goes: for 0, 1, ... only-majority pairs; two-sided, either way."""
    lead = 2 * np.arange(pairs + 1) - pairs
    return np.abs(lead) if sided == 2 else lead


def smallest_lead(alive: NDArray[np.float64], allowed: float, *, sided: int) -> int | None:
    """The smallest lead that has, with all larger ones, a probability of at most ``allowed``.

    ``alive``: the distribution of the lead under equal chances, among studies that have not stopped.
    """
    reach = reach_of(len(alive) - 1, sided=sided)
    smallest = None
    for one in range(len(alive) - 1, 0, -2):
        if float(alive[reach >= one].sum()) > allowed:
            break
        smallest = one
    return smallest
