"""For every student: what fell away by which rule, what became of each wish, and why there is no place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from matching.bottleneck import bottlenecks
from matching.result import RULE_CODES, Explanation, UtilityParts, WishFate, WishOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.eligibility import Eligibility
    from matching.engine.solve import Solved
    from matching.result import Bottleneck, UnplacedReason
    from matching.rules.columns import Ints

_FATES: tuple[WishFate, ...] = (
    "obtained",
    "removed",
    "taken",
    "no_places",
    "unknown_offer",
    "not_needed",
    "place_left",
)
_FATE = {fate: number for number, fate in enumerate(_FATES)}
_FLAGS: dict[tuple[bool, bool], tuple[str, ...]] = {
    (False, False): (),
    (True, False): ("recognition_unverified",),
    (False, True): ("travel_unknown",),
    (True, True): ("recognition_unverified", "travel_unknown"),
}


def explain(eligibility: Eligibility, solved: Solved) -> tuple[Explanation, ...]:
    """One explanation a student, in the order of the student numbers."""
    problem = eligibility.problem
    pair = solved.pair_of_student
    placed = pair >= 0
    offers = problem.offer[pair[placed]].tolist()
    explained: list[Explanation] = []
    rows = zip(
        eligibility.students,
        (eligibility.possible + eligibility.removed.sum(axis=1)).tolist(),
        eligibility.possible.tolist(),
        eligibility.removed.tolist(),
        _wish_outcomes(eligibility, pair),
        solved.lot_numbers.tolist(),
        solved.lot_decided.tolist(),
        problem.locked_student.tolist(),
        placed.tolist(),
        strict=True,
    )
    obtained = zip(
        [problem.offer_keys[offer] for offer in offers],
        [rank if rank > 0 else None for rank in eligibility.rank[pair[placed]].tolist()],
        problem.utility[pair[placed]].tolist(),
        _parts(eligibility, pair[placed]),
        [minutes if minutes >= 0 else None for minutes in eligibility.travel_minutes[pair[placed]].tolist()],
        zip(
            eligibility.recognition_unverified[pair[placed]].tolist(),
            eligibility.travel_unknown[pair[placed]].tolist(),
            strict=True,
        ),
        strict=True,
    )
    reasons = iter(_reasons(eligibility, pair))
    for student, considered, possible, removed, wishes, lot, lot_decided, locked, has_place in rows:
        fell_away: dict[str, int] = {code: count for code, count in zip(RULE_CODES, removed, strict=True) if count}
        if has_place:
            offer_id, rank, utility, parts, minutes, flags = next(obtained)
            explained.append(
                Explanation(
                    student_number=student.student_number,
                    offers=considered,
                    eligible=possible,
                    removed=fell_away,
                    wishes=wishes,
                    lot_number=lot,
                    lot_decided=lot_decided,
                    offer_id=offer_id,
                    rank=rank,
                    utility=utility,
                    parts=parts,
                    travel_minutes=minutes,
                    locked=locked,
                    check=_FLAGS[flags],
                )
            )
        else:
            reason, bottleneck = next(reasons)
            explained.append(
                Explanation(
                    student_number=student.student_number,
                    offers=considered,
                    eligible=possible,
                    removed=fell_away,
                    wishes=wishes,
                    lot_number=lot,
                    lot_decided=lot_decided,
                    reason_code=reason,
                    bottleneck=bottleneck,
                )
            )
    return tuple(explained)


def _parts(eligibility: Eligibility, pairs: Ints) -> Sequence[UtilityParts | None]:
    if eligibility.parts is None:
        return [None] * pairs.size
    return [
        UtilityParts(preference=preference, travel=travel, learning_wishes=wishes)
        for preference, travel, wishes in eligibility.parts[pairs].tolist()
    ]


def _fates(eligibility: Eligibility, pair_of_student: Ints) -> Ints:
    """What became of each wish; a later line overrules an earlier one."""
    problem, wishes = eligibility.problem, eligibility.wishes
    placed = pair_of_student >= 0
    filled = np.bincount(problem.offer[pair_of_student[placed]], minlength=len(problem.offer_keys))
    obtained = pair_of_student[wishes.student]
    rank_obtained = np.where(obtained >= 0, eligibility.rank[obtained] if problem.offer.size else -1, -1)
    fate = np.full(wishes.student.size, _FATE["place_left"])
    known = wishes.offer >= 0
    places, taken = problem.places[wishes.offer[known]], filled[wishes.offer[known]]
    fate[known] = np.where(
        places == 0, _FATE["no_places"], np.where(taken >= places, _FATE["taken"], _FATE["place_left"])
    )
    fate[(rank_obtained > 0) & (wishes.rank >= rank_obtained)] = _FATE["not_needed"]
    fate[eligibility.wish_refusal >= 0] = _FATE["removed"]
    fate[(eligibility.wish_pair >= 0) & (eligibility.wish_pair == obtained)] = _FATE["obtained"]
    fate[~known] = _FATE["unknown_offer"]
    return fate


def _wish_outcomes(eligibility: Eligibility, pair_of_student: Ints) -> list[tuple[WishOutcome, ...]]:
    """The outcomes of each student's wishes, most wanted first."""
    problem, wishes = eligibility.problem, eligibility.wishes
    # One entry more, for -1: an offer that the round does not have is named by nobody and has no places.
    named_by = np.bincount(wishes.offer[wishes.offer >= 0], minlength=len(problem.offer_keys) + 1)
    competing = np.bincount(problem.offer, minlength=len(problem.offer_keys) + 1)
    places = np.append(problem.places, 0)
    rules = (*RULE_CODES, None)
    outcomes = [
        WishOutcome(
            offer_id=offer_id,
            rank=rank,
            fate=_FATES[fate],
            rule=rules[refusal],
            named_by=named,
            eligible=eligible,
            places=free,
        )
        for offer_id, rank, fate, refusal, named, eligible, free in zip(
            wishes.offer_id,
            wishes.rank.tolist(),
            _fates(eligibility, pair_of_student).tolist(),
            eligibility.wish_refusal.tolist(),
            named_by[wishes.offer].tolist(),
            competing[wishes.offer].tolist(),
            places[wishes.offer].tolist(),
            strict=True,
        )
    ]
    ends = np.searchsorted(wishes.student, np.arange(len(eligibility.students) + 1)).tolist()
    return [tuple(outcomes[start:end]) for start, end in pairwise(ends)]


def _reasons(eligibility: Eligibility, pair_of_student: Ints) -> list[tuple[UnplacedReason, Bottleneck | None]]:
    """Why each unplaced student has no place, in the order of the students."""
    problem = eligibility.problem
    shortage = bottlenecks(problem, pair_of_student, [student.crebo for student in eligibility.students])
    count = len(eligibility.students)
    possible = np.bincount(problem.student, minlength=count).tolist()
    with_places = np.bincount(problem.student[problem.places[problem.offer] > 0], minlength=count).tolist()
    reasons: list[tuple[UnplacedReason, Bottleneck | None]] = []
    for index in np.flatnonzero(pair_of_student < 0).tolist():
        if not possible[index]:
            reasons.append(("no_eligible_offer", None))
            continue
        if not with_places[index]:
            reasons.append(("no_places", None))
            continue
        bottleneck = shortage.found[shortage.of_student[index]]
        if bottleneck.students > bottleneck.places:
            reasons.append(("more_students_than_places", bottleneck))
        else:
            reasons.append(("other_goal_first", None))
    return reasons
