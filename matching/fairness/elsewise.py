"""Other ways of dividing on the same data: one student after another chooses the best that is left.

Such a *serial dictatorship* in random order is what a school does that lets a lot decide who may choose first
(Abdulkadiroglu & Sönmez 1998, Econometrica 66:689-701); in the order of arrival it is first come, first served.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matching.fairness.envy import steps_down

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy.typing as npt

    from matching.eligibility import Eligibility
    from matching.fairness.table import Ints


def in_turn(
    eligibility: Eligibility, orders: Iterator[Ints], stop: Callable[[], bool] = lambda: False
) -> Iterator[npt.NDArray[np.int64]]:
    """For each order of students: the pair that each student ends with, -1 for no place.

    Locks come first. Then each student in turn takes, of the eligible offers that have a place left, the one highest
    on his list; among equals, and among offers that he did not name, the one with most points, then the first by id.
    He takes anything eligible rather than nothing. Ends early where ``stop`` says yes.
    """
    problem = eligibility.problem
    step, _ = steps_down(eligibility)
    best_first = np.lexsort((problem.offer, -problem.utility, step, problem.student))
    offers = problem.offer[best_first].astype(np.int64)
    first = np.searchsorted(problem.student, np.arange(len(problem.student_keys) + 1)).tolist()
    locked = problem.locked_student
    of_locked = np.flatnonzero(locked[problem.student])
    left_by_locks = problem.places - np.bincount(problem.offer[of_locked], minlength=len(problem.offer_keys))
    for order in orders:
        if stop():
            return
        place = np.full(len(problem.student_keys), -1, np.int64)  # in `best_first`
        left = left_by_locks.copy()
        some = left > 0
        for student in order[~locked[order]].tolist():
            row = offers[first[student] : first[student + 1]]
            if not row.size:
                continue
            found = int(some[row].argmax())
            offer = row[found]
            if not some[offer]:
                continue
            place[student] = first[student] + found
            left[offer] -= 1
            some[offer] = left[offer] > 0
        pair = np.append(best_first, -1)[place]
        pair[problem.student[of_locked]] = of_locked
        yield pair
