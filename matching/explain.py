"""For every student: what fell away by which rule, what became of each wish, and why there is no place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from matching.bottleneck import bottlenecks
from matching.result import RULE_CODES, Explanation, UtilityParts, WishFate, WishOutcome

if TYPE_CHECKING:
    from matching.eligibility import Eligibility
    from matching.engine.solve import Solved
    from matching.result import Bottleneck, UnplacedReason
    from matching.rules.columns import Ints

_FATES: tuple[WishFate, ...] = WishFate.__args__  # type: ignore[attr-defined]  # typing gives no public way
_FATE = {fate: number for number, fate in enumerate(_FATES)}


class _Proposal(NamedTuple):
    """What a student got; with the defaults, or a reason, what an unplaced student got."""

    offer_id: str | None = None
    rank: int | None = None
    utility: int | None = None
    parts: UtilityParts | None = None
    travel_minutes: int | None = None
    check: tuple[str, ...] = ()
    reason_code: UnplacedReason | None = None
    bottleneck: Bottleneck | None = None


def explain(eligibility: Eligibility, solved: Solved) -> tuple[Explanation, ...]:
    """One explanation a student, in the order of the student numbers."""
    return tuple(
        [
            Explanation(
                student_number=student_number,
                offers=considered,
                eligible=possible,
                removed=removed,
                wishes=wishes,
                lot_number=lot,
                lot_decided=lot_decided,
                offer_id=proposal.offer_id,
                rank=proposal.rank,
                utility=proposal.utility,
                parts=proposal.parts,
                travel_minutes=proposal.travel_minutes,
                locked=locked,
                check=proposal.check,
                reason_code=proposal.reason_code,
                bottleneck=proposal.bottleneck,
            )
            for student_number, considered, possible, removed, wishes, lot, lot_decided, locked, proposal in zip(
                eligibility.problem.student_keys,
                (eligibility.possible + eligibility.removed.sum(axis=1)).tolist(),
                eligibility.possible.tolist(),
                _removed(eligibility.removed),
                _wish_outcomes(eligibility, solved.pair_of_student),
                solved.lot_numbers.tolist(),
                solved.lot_decided.tolist(),
                eligibility.problem.locked_student.tolist(),
                _proposals(eligibility, solved.pair_of_student),
                strict=True,
            )
        ]
    )


def _removed(counts: Ints) -> list[dict[str, int]]:
    """How many offers each rule took; students who share their counts share the answer."""
    rows = [tuple(row) for row in counts.tolist()]
    told: dict[tuple[int, ...], dict[str, int]] = {
        row: {code: count for code, count in zip(RULE_CODES, row, strict=True) if count} for row in set(rows)
    }
    return [told[row] for row in rows]


def _proposals(eligibility: Eligibility, pair_of_student: Ints) -> list[_Proposal]:
    """What each student got, in the order of the students."""
    problem = eligibility.problem
    pairs = pair_of_student[pair_of_student >= 0]
    placed = zip(
        problem.offer[pairs].tolist(),
        eligibility.rank[pairs].tolist(),
        problem.utility[pairs].tolist(),
        [None] * pairs.size if eligibility.parts is None else eligibility.parts[pairs].tolist(),
        eligibility.travel_minutes[pairs].tolist(),
        eligibility.recognition_unverified[pairs].tolist(),
        eligibility.travel_unknown[pairs].tolist(),
        strict=True,
    )
    proposals = [
        _Proposal(
            offer_id=problem.offer_keys[offer],
            rank=rank if rank > 0 else None,
            utility=utility,
            parts=parts and UtilityParts(preference=parts[0], travel=parts[1], learning_wishes=parts[2]),
            travel_minutes=minutes if minutes >= 0 else None,
            check=("recognition_unverified",) * unverified + ("travel_unknown",) * unknown,
        )
        for offer, rank, utility, parts, minutes, unverified, unknown in placed
    ]
    got, missed = iter(proposals), iter(_reasons(eligibility, pair_of_student))
    return [next(got) if has_place else next(missed) for has_place in (pair_of_student >= 0).tolist()]


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
    fate[problem.locked_student[wishes.student]] = _FATE["decided"]
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


def _reasons(eligibility: Eligibility, pair_of_student: Ints) -> list[_Proposal]:
    """Why each unplaced student has no place, in the order of the students."""
    problem = eligibility.problem
    shortage = bottlenecks(problem, pair_of_student, [student.crebo for student in eligibility.students])
    possible = np.bincount(problem.student, minlength=len(eligibility.students)) > 0
    reasons: list[_Proposal] = []
    for index in np.flatnonzero(pair_of_student < 0).tolist():
        if not possible[index]:
            reasons.append(_Proposal(reason_code="no_eligible_offer"))
        elif shortage.of_student[index] < 0:
            reasons.append(_Proposal(reason_code="no_places"))
        else:
            bottleneck = shortage.found[shortage.of_student[index]]
            short = bottleneck.students > bottleneck.places
            reasons.append(
                _Proposal(reason_code="more_students_than_places", bottleneck=bottleneck)
                if short
                else _Proposal(reason_code="other_goal_first")
            )
    return reasons
