"""The classes of the goal *worst off first* (docs/matching.md, "Classes"): which one each eligible pair is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matching.engine.worst_off import Classes
from matching.faults import InstanceUnusable, RowFault

if TYPE_CHECKING:
    from matching.eligibility import Eligibility
    from matching.instance import Instance
    from matching.policy import Policy

#: A band of utility is this wide; the highest one, 900..1000, takes the 1000 too.
BAND = 100
BANDS = 10

#: Ranks that a list of pairs may have where they are the classes: each class has a number in the report.
MOST_CLASSES = 10_000


def classes_of(instance: Instance, eligibility: Eligibility, policy: Policy) -> Classes:
    """The class of each pair of the problem; 0, "no place", has none.

    By rank: 1 = not named, 2 = the greatest rank R of the round, ..., R + 1 = first choice. By utility: 1 = 0..99,
    ..., 10 = 900..1000.

    Raises
    ------
    InstanceUnusable
        A list of pairs has ranks above ``MOST_CLASSES``, and the classes go by rank.
    """
    if policy.worst_off.classes == "utility":
        return Classes(of_pair=1 + np.minimum(eligibility.problem.utility // BAND, BANDS - 1), count=1 + BANDS)
    last = _last_rank(instance)
    rank = eligibility.rank
    return Classes(of_pair=np.where(rank < 0, 1, last + 2 - rank), count=last + 2)


def _last_rank(instance: Instance) -> int:
    """The length of the longest list of preferences, or the greatest rank in the list of pairs."""
    if instance.pairs is None:
        return max((len(student.preferences) for student in instance.students), default=0)
    ranked = [(pair, pair.rank) for pair in instance.pairs if pair.rank is not None]
    too_high = tuple(
        RowFault(
            code="pair_rank_too_high",
            kind="pairs",
            row_key=pair.student_number,
            column="rank",
            facts={"offer_id": pair.offer_id, "value": rank, "most": MOST_CLASSES},
        )
        for pair, rank in ranked
        if rank > MOST_CLASSES
    )
    if too_high:
        raise InstanceUnusable(too_high)
    return max((rank for _, rank in ranked), default=0)
