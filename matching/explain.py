"""For every student: what fell away by which rule, what became of each wish, and why there is no place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from matching.bottleneck import bottlenecks
from matching.counterfactual import counterfactuals
from matching.openings import openings
from matching.result import RULE_CODES, Explanation, UtilityParts, WishFate, WishOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.eligibility import Eligibility
    from matching.engine.solve import Solved
    from matching.instance import Offer, Student
    from matching.policy import Policy
    from matching.result import Bottleneck, Counterfactual, SettledBy, UnplacedReason
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
    counterfactuals: tuple[Counterfactual, ...] = ()


def explain(eligibility: Eligibility, solved: Solved, policy: Policy) -> tuple[Explanation, ...]:
    """One explanation a student, in the order of the student numbers."""
    decided_by: tuple[SettledBy | None, ...] = (*policy.goals, "lottery", None)  # -1 = none of them had to
    return tuple(
        [
            Explanation(
                student_number=student_number,
                offers=considered,
                eligible=possible,
                removed=removed,
                wishes=wishes,
                lot_number=lot,
                lot_decided=drawn,
                offer_id=proposal.offer_id,
                rank=proposal.rank,
                utility=proposal.utility,
                parts=proposal.parts,
                travel_minutes=proposal.travel_minutes,
                locked=locked,
                check=proposal.check,
                reason_code=proposal.reason_code,
                bottleneck=proposal.bottleneck,
                settled_by=decided_by[settled],
                counterfactuals=proposal.counterfactuals,
            )
            for student_number, considered, possible, removed, wishes, lot, drawn, settled, locked, proposal in zip(
                eligibility.problem.student_keys,
                (eligibility.possible + eligibility.removed.sum(axis=1)).tolist(),
                eligibility.possible.tolist(),
                _removed(eligibility.removed),
                _wish_outcomes(eligibility, solved),
                solved.lot_numbers.tolist(),
                solved.lot_decided.tolist(),
                solved.settled_by.tolist(),
                eligibility.problem.locked_student.tolist(),
                _proposals(eligibility, solved.pair_of_student, policy),
                strict=True,
            )
        ]
    )


def _removed(counts: Ints) -> list[dict[str, int]]:
    """How many offers each rule took; students who share their counts share the answer."""
    if not counts.any():  # a list of pairs: no rule was asked
        return [{}] * len(counts)
    rows = [tuple(row) for row in counts.tolist()]
    told: dict[tuple[int, ...], dict[str, int]] = {
        row: {code: count for code, count in zip(RULE_CODES, row, strict=True) if count} for row in set(rows)
    }
    return [told[row] for row in rows]


def _proposals(eligibility: Eligibility, pair_of_student: Ints, policy: Policy) -> list[_Proposal]:
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
    got, missed = iter(proposals), iter(_reasons(eligibility, pair_of_student, policy))
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


def _lots(eligibility: Eligibility, solved: Solved, fate: Ints) -> list[tuple[int, int] | None]:
    """Where the lottery decided that others got what was wished: their lowest and highest lot number."""
    drawn = np.isin(eligibility.wish_pair, solved.lot_pairs) & (fate == _FATE["taken"])
    winners = np.flatnonzero(solved.lot_decided & (solved.pair_of_student >= 0))
    works_at = eligibility.problem.offer[solved.pair_of_student[winners]]
    lowest = np.full(len(eligibility.offers), solved.lot_numbers.size, np.int64)
    highest = np.zeros(len(eligibility.offers), np.int64)
    np.minimum.at(lowest, works_at, solved.lot_numbers[winners])
    np.maximum.at(highest, works_at, solved.lot_numbers[winners])
    lots: list[tuple[int, int] | None] = [None] * fate.size
    for index in np.flatnonzero(drawn).tolist():
        offer = eligibility.wishes.offer[index]
        lots[index] = int(lowest[offer]), int(highest[offer])
    return lots


def _wish_outcomes(eligibility: Eligibility, solved: Solved) -> list[tuple[WishOutcome, ...]]:
    """The outcomes of each student's wishes, most wanted first."""
    problem, wishes = eligibility.problem, eligibility.wishes
    # One entry more, for -1: an offer that the round does not have is named by nobody and has no places.
    named_by = np.bincount(wishes.offer[wishes.offer >= 0], minlength=len(problem.offer_keys) + 1)
    competing = np.bincount(problem.offer, minlength=len(problem.offer_keys) + 1)
    places = np.append(problem.places, 0)
    rules = (*RULE_CODES, None)
    fates = _fates(eligibility, solved.pair_of_student)
    outcomes = [
        WishOutcome(
            offer_id=offer_id,
            rank=rank,
            fate=_FATES[fate],
            rule=rules[refusal],
            named_by=named,
            eligible=eligible,
            places=free,
            lots=lots,
        )
        for offer_id, rank, fate, refusal, named, eligible, free, lots in zip(
            wishes.offer_id,
            wishes.rank.tolist(),
            fates.tolist(),
            eligibility.wish_refusal.tolist(),
            named_by[wishes.offer].tolist(),
            competing[wishes.offer].tolist(),
            places[wishes.offer].tolist(),
            _lots(eligibility, solved, fates),
            strict=True,
        )
    ]
    ends = np.searchsorted(wishes.student, np.arange(len(eligibility.students) + 1)).tolist()
    return [tuple(outcomes[start:end]) for start, end in pairwise(ends)]


def _reasons(eligibility: Eligibility, pair_of_student: Ints, policy: Policy) -> list[_Proposal]:
    """Why each unplaced student has no place, in the order of the students."""
    unplaced = np.flatnonzero(pair_of_student < 0)
    if not unplaced.size:
        return []
    problem = eligibility.problem
    opened = openings(problem, pair_of_student)
    promised = promises(eligibility.students, eligibility.offers, policy)
    shortage = bottlenecks(eligibility, opened, promised=promised)
    possible = np.bincount(problem.student, minlength=len(eligibility.students)) > 0
    hopeful = np.bincount(problem.student[opened.useful], minlength=len(eligibility.students)) > 0
    if eligibility.columns is None:
        otherwise: list[tuple[Counterfactual, ...]] = [()] * unplaced.size
    else:
        contested = np.bincount(problem.student, opened.movable[problem.offer], len(eligibility.students)) > 0
        otherwise = counterfactuals(
            eligibility.columns, eligibility.removed, unplaced, opened, contested, promised=promised
        )
    reasons: list[_Proposal] = []
    for index, would in zip(unplaced.tolist(), otherwise, strict=True):
        number = int(shortage.of_student[index])
        reason: UnplacedReason = "no_eligible_offer"
        if possible[index]:
            reason = "no_places" if not hopeful[index] else "other_goal_first"
        if number >= 0:
            reason = "more_students_than_places"
        bottleneck = shortage.found[number] if number >= 0 else None
        reasons.append(_Proposal(reason_code=reason, bottleneck=bottleneck, counterfactuals=would))
    return reasons


def promises(students: Sequence[Student], offers: Sequence[Offer], policy: Policy) -> bool:
    """Whether "one more can be placed" means "one more is placed": nothing goes before it, and nothing else ties."""
    first = policy.goals[0] == "placed" and policy.rematch is None
    price = policy.group_gap.price if "group_gap" in policy.goals else 0
    free = not any(offer.reserves or offer.maximum_share or offer.minimum or offer.shared_capacity for offer in offers)
    return first and not price and free and not any(student.together_with for student in students)
