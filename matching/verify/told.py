"""What every student is told, worked out once more in plain Python, and compared word for word.

Nothing of the explanations of the run is trusted: what fell away by which rule, what became of each wish, whether a lot
decided, why there is no place, and which shortage a student is in, all follow from the instance, the policy and the
verified placements.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from matching.result import RULE_CODES, Explanation, UtilityParts, WishOutcome
from matching.verify.lots import lots_of
from matching.verify.otherwise import Otherwise, promises
from matching.verify.rules import broken_by_kind, broken_by_person, broken_rule
from matching.verify.shortage import Walks, bottlenecks_of
from matching.verify.worth import minutes_of, parts_of, ranks_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from matching.instance import Offer, Pair, Student
    from matching.policy import Policy
    from matching.result import Placement, RuleCode, SettledBy, UnplacedReason, WishFate
    from matching.verify.eligible import Eligible
    from matching.verify.tables import Tables

#: How many offers are possible for a student, and how many each rule takes.
Removed = tuple[int, dict[str, int]]


def untruths(told: Sequence[Explanation], true: Sequence[Explanation]) -> Iterator[tuple[str, str]]:
    """(student number, field) of everything that is told otherwise; a row too many or out of order is one too."""
    for row, right in zip(told, true, strict=False):
        for field in Explanation.__struct_fields__:
            if getattr(row, field) != getattr(right, field):
                yield right.student_number, field
    for row in (*told[len(true) :], *true[len(told) :]):
        yield row.student_number, "student_number"


def explanations_of(
    tables: Tables,
    policy: Policy,
    eligible: Eligible,
    placements: Sequence[Placement],
    decided_by_lot: Mapping[int, set[int]],
    settled_by: Sequence[SettledBy | None],
    seed: str,
) -> list[Explanation]:
    """The true explanations, by student number. ``eligible`` is what the goals see: of a lock only the lock.

    ``decided_by_lot``: for each student for whom a lot decided, the offers that he could get. ``settled_by``: what
    decided about each student.
    """
    got = {placement.student_number: placement for placement in placements}
    placed = [
        -1 if (own := got.get(student.student_number)) is None else tables.offer_index[own.offer_id]
        for student in tables.students
    ]
    lots = lots_of(tables.students, seed)
    told = _Told(tables, policy, eligible, _ranks(tables), placed, decided_by_lot, lots)
    walks, promised = Walks(eligible, [offer.places for offer in tables.offers], placed), promises(tables, policy)
    bottleneck_of = bottlenecks_of(tables, walks, promised=promised) if -1 in placed else {}
    otherwise = Otherwise(tables, walks, promised=promised)
    removed = _removed(tables)
    found = []
    for index, (student, lot) in enumerate(zip(tables.students, lots, strict=True)):
        row = told.of(index, got.get(student.student_number), lot, removed[index])
        if row.offer_id is None:
            row = msgspec.structs.replace(
                row,
                reason_code=_reason(eligible[index], walks.useful[index], in_bottleneck=index in bottleneck_of),
                bottleneck=bottleneck_of.get(index),
                counterfactuals=() if tables.instance.pairs is not None else otherwise.of(index, student, row.removed),
            )
        decided = {"lot_decided": index in decided_by_lot, "settled_by": settled_by[index]}
        found.append(msgspec.structs.replace(row, **decided))
    return found


def _ranks(tables: Tables) -> list[dict[str, int]]:
    """What each student named, most wanted first; the ranks of given pairs stand in the place of preferences."""
    if tables.instance.pairs is None:
        return [ranks_of(student) for student in tables.students]
    ranked: list[list[tuple[int, str]]] = [[] for _ in tables.students]
    for pair in tables.instance.pairs:
        if pair.rank is not None:
            ranked[tables.student_index[pair.student_number]].append((pair.rank, pair.offer_id))
    return [{offer_id: rank for rank, offer_id in sorted(row)} for row in ranked]


def _removed(tables: Tables) -> list[Removed]:
    """For each student how many offers are possible, and how many each rule takes, in the order of the rules."""
    if tables.instance.pairs is not None:
        given = Counter(pair.student_number for pair in tables.instance.pairs)
        return [(given[student.student_number], {}) for student in tables.students]
    usable = [offer for offer in tables.offers if offer.status == "open"]
    by_crebo: dict[str, list[Offer]] = {}
    by_kind: dict[tuple[object, ...], tuple[Counter[str], list[Offer]]] = {}
    found = []
    for student in tables.students:
        kind = tables.kind_of(student)
        if kind not in by_kind:
            accepted = tables.accepted_crebos[student.crebo]
            if student.crebo not in by_crebo:
                by_crebo[student.crebo] = [offer for offer in usable if not accepted.isdisjoint(offer.crebos)]
            own = by_crebo[student.crebo]
            count: Counter[str] = Counter(offer_status=len(tables.offers) - len(usable), crebo=len(usable) - len(own))
            by_kind[kind] = count, _left_by_kind(student, own, accepted, count)
        by_person = by_kind[kind][0].copy()
        for offer in by_kind[kind][1]:
            rule = broken_by_person(student, offer, minutes_of(tables, student, offer))
            if rule is not None:
                by_person[rule] += 1
        removed: dict[str, int] = {code: by_person[code] for code in RULE_CODES if by_person[code]}
        found.append((len(tables.offers) - by_person.total(), removed))
    return found


def _left_by_kind(
    student: Student, offers: Sequence[Offer], accepted: frozenset[str], count: Counter[str]
) -> list[Offer]:
    """The offers that programme and time leave; the others are added to the count of the rule that takes them."""
    left = []
    for offer in offers:
        rule = broken_by_kind(student, offer, accepted)
        if rule is None:
            left.append(offer)
        else:
            count[rule] += 1
    return left


class _Told:
    """What the round looks like to one student after the other."""

    def __init__(
        self,
        tables: Tables,
        policy: Policy,
        eligible: Eligible,
        ranks: list[dict[str, int]],
        placed: list[int],
        decided_by_lot: Mapping[int, set[int]],
        lots: list[int],
    ) -> None:
        self.tables, self.policy, self.eligible, self.ranks = tables, policy, eligible, ranks
        self.decided_by_lot = decided_by_lot
        self.drawn_at: dict[int, list[int]] = {}
        for s in decided_by_lot:
            self.drawn_at.setdefault(placed[s], []).append(lots[s])
        self.named_by = Counter(offer_id for row in ranks for offer_id in row)
        self.competing = Counter(o for row in eligible for o in row)
        self.used = Counter(placed)
        self.given: dict[tuple[str, str], Pair] = {
            (pair.student_number, pair.offer_id): pair for pair in tables.instance.pairs or ()
        }

    def of(self, index: int, placement: Placement | None, lot: int, removed: Removed) -> Explanation:
        """What the student hears; whether a lot decided, and why he has no place, are left open."""
        student = self.tables.students[index]
        possible, by_rule = removed
        told = Explanation(
            student_number=student.student_number,
            offers=possible + sum(by_rule.values()),
            eligible=possible,
            removed=by_rule,
            wishes=tuple(
                [self._wish(index, student, placement, offer_id, rank) for offer_id, rank in self.ranks[index].items()]
            ),
            lot_number=lot,
            lot_decided=False,
            locked=student.locked_offer is not None,
        )
        if placement is None:
            return told
        return msgspec.structs.replace(
            told,
            offer_id=placement.offer_id,
            rank=placement.rank,
            utility=placement.utility,
            parts=self._parts(student, placement),
            travel_minutes=placement.travel_minutes,
            check=self._flags(student, placement),
        )

    def _parts(self, student: Student, placement: Placement) -> UtilityParts | None:
        if self.tables.instance.pairs is not None:
            return None
        offer = self.tables.offers[self.tables.offer_index[placement.offer_id]]
        points = parts_of(self.policy.utility, student, offer, placement.rank, placement.travel_minutes)
        return UtilityParts(preference=points[0], travel=points[1], learning_wishes=points[2])

    def _flags(self, student: Student, placement: Placement) -> tuple[str, ...]:
        if self.tables.instance.pairs is not None:
            return ()
        offer = self.tables.offers[self.tables.offer_index[placement.offer_id]]
        flags = ("recognition_unverified",) if offer.recognition_checked_on is None else ()
        if placement.travel_minutes is None and student.max_travel_minutes is not None:
            return (*flags, "travel_unknown")
        return flags

    def _wish(self, index: int, student: Student, placement: Placement | None, offer_id: str, rank: int) -> WishOutcome:
        o = self.tables.offer_index.get(offer_id)
        if o is None:
            return WishOutcome(offer_id=offer_id, rank=rank, fate="unknown_offer")
        rule = self._rule(student, o) if o not in self.eligible[index] else None
        fate: WishFate = "removed" if rule is not None else self._fate(student, placement, o, rank)
        drawn = self.drawn_at[o] if fate == "taken" and o in self.decided_by_lot.get(index, ()) else None
        return WishOutcome(
            offer_id=offer_id,
            rank=rank,
            fate=fate,
            rule=rule,
            named_by=self.named_by[offer_id],
            eligible=self.competing[o],
            places=self.tables.offers[o].places,
            lots=None if drawn is None else (min(drawn), max(drawn)),
        )

    def _rule(self, student: Student, o: int) -> RuleCode | None:
        if self.tables.instance.pairs is not None:
            return None
        offer = self.tables.offers[o]
        accepted = self.tables.accepted_crebos[student.crebo]
        return broken_rule(student, offer, accepted, minutes_of(self.tables, student, offer))

    def _fate(self, student: Student, placement: Placement | None, o: int, rank: int) -> WishFate:
        offer = self.tables.offers[o]
        if placement is not None and placement.offer_id == offer.offer_id:
            return "obtained"
        if student.locked_offer is not None:
            return "decided"
        if placement is not None and placement.rank is not None and rank >= placement.rank:
            return "not_needed"
        if offer.places == 0:
            return "no_places"
        return "taken" if self.used[o] >= offer.places else "place_left"


def _reason(own: Mapping[int, int], useful: Sequence[int], *, in_bottleneck: bool) -> UnplacedReason:
    if not own:
        return "no_eligible_offer"
    if not useful:
        return "no_places"
    return "more_students_than_places" if in_bottleneck else "other_goal_first"
