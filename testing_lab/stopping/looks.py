"""Which look is this, and what does it say? A study's information is its discordant pairs, not the pairs it sent."""

from __future__ import annotations

import math
from collections.abc import Sequence

from testing_lab.arguments import count, numbers, same_length
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result
from testing_lab.stopping.alpha_spending import alpha_spending


class LookOfDiscordantPairs(Result, frozen=True, kw_only=True):
    """``information``: discordant pairs seen of planned, at most 1. ``look``: the last planned look that is due, from
    1 on; 0: none yet. ``looks_at``: discordant pairs at which each look falls. ``pairs_to_next_look`` is ``None`` after
    the last one. ``overrun``: discordant pairs beyond the plan.
    """

    information: float
    look: int
    looks_at: tuple[int, ...]
    pairs_to_next_look: int | None
    overrun: int


class GroupSequentialMcNemar(Result, frozen=True, kw_only=True):
    """At each look the information, z, its boundary and whether it is crossed.

    ``decision``: ``stop_majority_favoured``, ``stop_minority_favoured``, ``continue``, or at full information
    ``end_no_difference_shown``. ``stopped_at``: the look that stopped the study, from 1 on.
    """

    information: tuple[float, ...]
    z: tuple[float, ...]
    boundary: tuple[float, ...]
    crossed: tuple[bool, ...]
    decision: str
    stopped_at: int | None


def look_of_discordant_pairs(
    *, discordant_seen: int, discordant_planned: int, looks: Sequence[float]
) -> LookOfDiscordantPairs:
    """Where a study stands between its planned looks.

    Parameters
    ----------
    discordant_seen : int
        Discordant pairs so far, from 0 up; more than planned is allowed.
    discordant_planned : int
        From 1 up.
    looks : sequence of float
        Planned information fractions, above 0, rising, at most 1.

    Returns
    -------
    LookOfDiscordantPairs
        A look falls at the first whole number of discordant pairs that reaches its fraction. Reason after the last
        look: ``no_look_left``.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, or two looks at the same number of pairs.

    Examples
    --------
    >>> answer = look_of_discordant_pairs(discordant_seen=30, discordant_planned=70, looks=[0.25, 0.5, 1])
    >>> answer.look, answer.looks_at, answer.pairs_to_next_look, round(answer.information, 4)
    (1, (18, 35, 70), 5, 0.4286)
    """
    seen, planned = count("discordant_seen", discordant_seen), count("discordant_planned", discordant_planned)
    if planned == 0:
        raise ImpossibleInput("discordant_planned", "is 0")
    fractions = [float(one) for one in numbers("looks", looks)]
    at = []
    for place, fraction in enumerate(fractions):
        if not 0 < fraction <= 1:
            raise ImpossibleInput(f"looks[{place}]", "must be above 0 and at most 1", value=fraction)
        at.append(math.ceil(fraction * planned - 1e-9))
        if place and at[place] <= at[place - 1]:
            raise ImpossibleInput(f"looks[{place}]", "does not come after the look before it", pairs=at[place])
    ahead = [pairs - seen for pairs in at if pairs > seen]
    return LookOfDiscordantPairs(
        information=min(1.0, seen / planned),
        look=len(at) - len(ahead),
        looks_at=tuple(at),
        pairs_to_next_look=ahead[0] if ahead else None,
        overrun=max(0, seen - planned),
        undefined={} if ahead else {"pairs_to_next_look": "no_look_left"},
    )


def group_sequential_mcnemar(
    *,
    only_majority: Sequence[int],
    only_minority: Sequence[int],
    discordant_planned: int,
    alpha: float = 0.05,
    sided: int = 2,
    spending: str = "Lan-DeMets O'Brien-Fleming",
) -> GroupSequentialMcNemar:
    r"""A paired study at its planned looks.

    Parameters
    ----------
    only_majority, only_minority : sequence of int
        Discordant pairs of each kind, all up to each look; one entry for each look so far.
    discordant_planned : int
        From 1 up.
    alpha, sided, spending
        As for :func:`testing_lab.stopping.alpha_spending.alpha_spending`; 1-sided: the majority is favoured.

    Returns
    -------
    GroupSequentialMcNemar
        The first look that crosses decides; later ones are shown, not used. ``stopped_at`` is ``None`` with the reason
        ``no_boundary_crossed``.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, counts that fall from one look to the next, a look without a new discordant
        pair, or a look after the planned information was reached.

    Notes
    -----
    :math:`z = (b - c)/\sqrt{b + c}` at information :math:`(b + c)/m_{\text{planned}}`, at most 1. Normal theory: with
    few discordant pairs at a look the exact level differs a little; the e-process has no such reserve.

    References
    ----------
    Jennison & Turnbull (2000), Group Sequential Methods with Applications to Clinical Trials, chapters 3 and 7.

    Examples
    --------
    >>> answer = group_sequential_mcnemar(only_majority=[20, 46], only_minority=[8, 14], discordant_planned=60)
    >>> answer.decision, answer.stopped_at, [round(one, 3) for one in answer.z]
    ('stop_majority_favoured', 2, [2.268, 4.131])
    """
    looks = same_length(only_majority=only_majority, only_minority=only_minority)
    planned = count("discordant_planned", discordant_planned)
    if looks == 0:
        raise ImpossibleInput("only_majority", "is empty")
    if planned == 0:
        raise ImpossibleInput("discordant_planned", "is 0")
    more = [count(f"only_majority[{place}]", one) for place, one in enumerate(only_majority)]
    less = [count(f"only_minority[{place}]", one) for place, one in enumerate(only_minority)]
    for name, counts in (("only_majority", more), ("only_minority", less)):
        for place in range(1, looks):
            if counts[place] < counts[place - 1]:
                raise ImpossibleInput(f"{name}[{place}]", "is less than at the look before", value=counts[place])
    information = [min(1.0, (b + c) / planned) for b, c in zip(more, less, strict=True)]
    boundary = alpha_spending(information=information, alpha=alpha, sided=sided, spending=spending).z
    z = [(b - c) / math.sqrt(b + c) for b, c in zip(more, less, strict=True)]
    crossed = [(abs(one) if sided == 2 else one) >= edge for one, edge in zip(z, boundary, strict=True)]
    stopped = crossed.index(True) if True in crossed else None
    if stopped is not None:
        decision = "stop_majority_favoured" if z[stopped] > 0 else "stop_minority_favoured"
    else:
        decision = "end_no_difference_shown" if information[-1] >= 1 else "continue"
    return GroupSequentialMcNemar(
        information=tuple(information),
        z=tuple(z),
        boundary=boundary,
        crossed=tuple(crossed),
        decision=decision,
        stopped_at=None if stopped is None else stopped + 1,
        undefined={"stopped_at": "no_boundary_crossed"} if stopped is None else {},
    )
