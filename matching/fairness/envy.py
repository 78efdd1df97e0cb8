"""Envy: who would rather have had whose place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.eligibility import Eligibility
    from matching.fairness.table import Ints


@dataclass(frozen=True, kw_only=True, slots=True)
class EnvyCount:
    """Numbers of pairs, and of students who stand first in one."""

    pairs: int
    students: int
    pairs_by_lot: int
    students_by_lot: int


def steps_down(eligibility: Eligibility) -> tuple[Ints, int]:
    """How far down his list each pair is for its student, 1 = first choice; and the number for "no place".

    What he did not name comes after all that anybody named, and before no place.
    """
    rank = eligibility.rank
    not_named = int(rank.max(initial=0)) + 1
    return np.where(rank < 0, not_named, rank), not_named + 1


def count_envy(eligibility: Eligibility, pair_of_student: npt.NDArray[np.int64], lots: Ints) -> EnvyCount:
    """Count the pairs (one, other) in which one prefers the offer of the other, for which he is eligible.

    He prefers an offer that he named higher to what he has; any eligible offer to no place; equals are not preferred.
    By lot: the lot of one comes before that of the other, and the place of the other was no lock. (Whoever divides by
    lot order alone leaves no such pair.) A locked student prefers nothing: his lock is the one pair that he has.
    """
    problem = eligibility.problem
    step, no_place = steps_down(eligibility)
    has = np.append(step, no_place)[pair_of_student]  # -1 takes the last: no place
    wanted = np.flatnonzero(step < has[problem.student])
    s, o = problem.student[wanted].astype(np.int64), problem.offer[wanted].astype(np.int64)

    placed = np.flatnonzero(pair_of_student >= 0)
    held = problem.offer[pair_of_student[placed]].astype(np.int64)
    holders = np.bincount(held, minlength=len(problem.offer_keys))[o]

    free = ~problem.locked_student[placed]
    width = len(problem.student_keys) + 1
    taken = np.sort(held[free] * width + lots[placed[free]])  # by offer, then by lot
    later = np.searchsorted(taken, (o + 1) * width) - np.searchsorted(taken, o * width + lots[s])
    return EnvyCount(
        pairs=int(holders.sum()),
        students=np.unique(s[holders > 0]).size,
        pairs_by_lot=int(later.sum()),
        students_by_lot=np.unique(s[later > 0]).size,
    )
