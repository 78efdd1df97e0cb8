"""The run beside other ways of dividing, in the same figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from matching.engine.lottery import lot_numbers
from matching.fairness.elsewise import in_turn
from matching.fairness.gaps import largest_gap, points
from matching.fairness.small_numbers import RULE
from matching.fairness.words import Spread, Way
from matching.faults import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    from matching.eligibility import Eligibility
    from matching.fairness.table import GroupTable

#: The seeds of the random orders, fixed and published: nobody can choose a favourable one.
SEEDS: Final = tuple(f"stagekans-comparison-{number}" for number in range(1, 21))
#: Choices 1, 2, 3; later; not named; no place.
CHOICES: Final = 6
#: Those that are choices of a list; the last two are numbers of the run's own report.
LATER: Final = 4


def ways_of(
    eligibility: Eligibility,
    table: GroupTable,
    pair_of_student: npt.NDArray[np.int64],
    groupings: Sequence[int],
    least: int,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[Way, ...]:
    """The run; random order over ``SEEDS``; the order of the student numbers, as stand-in for first come, first served.

    Raises
    ------
    Cancelled
        ``stop`` said yes.
    """
    keys = eligibility.problem.student_keys
    # The place of each student in a lot order, turned round: the student at each place.
    drawn = list(in_turn(eligibility, (np.argsort(lot_numbers(keys, seed)) for seed in SEEDS), stop))
    in_order = list(in_turn(eligibility, iter([np.arange(len(keys))]), stop))
    if stop():
        raise Cancelled

    def way(name: Literal["run", "random_order", "student_number"], draws: list[npt.NDArray[np.int64]]) -> Way:
        gaps = [largest_gap(table, table.count(pairs >= 0), groupings, least) for pairs in draws]
        told = [points(gap) for gap in gaps if gap is not None]
        exact = [gap for gap in gaps if gap is not None]
        choices = [_choices(eligibility, pairs) for pairs in draws]
        untold = _untold(choices[0][:LATER]) if name == "run" else set()
        return Way(
            name=name,
            draws=len(draws),
            placed=_spread([int((pairs >= 0).sum()) for pairs in draws]),
            satisfaction=_spread([int(eligibility.problem.utility[pairs[pairs >= 0]].sum()) for pairs in draws]),
            gap_points=Spread(mean=points(sum(exact, Fraction(0)) / len(exact)), least=min(told), most=max(told))
            if exact
            else None,
            choices=tuple(
                None if choice in untold else _spread([one[choice] for one in choices]) for choice in range(CHOICES)
            ),
        )

    return way("run", [pair_of_student]), way("random_order", drawn), way("student_number", in_order)


def _choices(eligibility: Eligibility, pairs: npt.NDArray[np.int64]) -> list[int]:
    rank = eligibility.rank[pairs[pairs >= 0]]
    named = rank > 0
    kinds = np.where(named, np.minimum(rank, 4) - 1, 4)
    return [*np.bincount(kinds, minlength=CHOICES - 1).tolist(), int((pairs < 0).sum())]


def _untold(counts: Sequence[int], least: int = RULE.least) -> set[int]:
    """Small numbers, and the next smallest until what is left out is no small number either."""
    untold = {choice for choice, count in enumerate(counts) if 0 < count < least}
    others = sorted((count, choice) for choice, count in enumerate(counts) if count >= least)
    while untold and others and (len(untold) < 2 or sum(counts[choice] for choice in untold) < least):
        untold.add(others.pop(0)[1])
    return untold


def _spread(values: Sequence[int]) -> Spread:
    return Spread(mean=round(sum(values) / len(values), 1), least=min(values), most=max(values))
