"""The same round with a few changes: what would the match be, if ...

Pure: an instance and changes in, another instance out. Nothing of the round itself changes; who is locked stays locked.
A change that cannot be made is a fault that names the change and the row; all faults are told at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from matching.faults import ChangesUnusable, RowFault
from matching.groupings import group_of
from matching.instance import Instance, Offer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matching.changes import Changes, NewOffer, RelaxableRule
    from matching.instance import Spot, Student
    from matching.policy import Policy

    Spots = Callable[[str | None, str], Spot | None]

#: The fields of a student that hold a demand, and what they are without it.
_WITHOUT: dict[RelaxableRule, dict[str, object]] = {
    "level": {"level": None},
    "learning_path": {"learning_path": None},
    "period": {"start_date": None, "end_date": None},
    "days": {"days": (), "days_per_week": None},
    "support": {"support_needs": ()},
    "not_named": {"only_preferences": False},
}
#: Rules whose field is also a grouping: the student stays in his group.
_GROUPED = ("level", "learning_path", "support")


def what_if(instance: Instance, policy: Policy, changes: Changes, seed: str, *, spot: Spots) -> tuple[Instance, Policy]:
    """The instance and the policy with the changes.

    ``seed`` is the one that the parent's report names: the lottery stays the same, so that what differs comes from the
    changes. ``spot`` knows where a postcode or a place is.

    Raises
    ------
    ChangesUnusable
        With every change that cannot be made.
    """
    faults = tuple(_faults(instance, policy, changes))
    if faults:
        raise ChangesUnusable(faults)
    changed = _with_students(_with_offers(instance, changes, spot), changes)
    policy = msgspec.structs.replace(policy, seed=policy.seed or seed)
    return changed, policy if changes.policy is None else changes.policy.applied(policy)


def _with_offers(instance: Instance, changes: Changes, spot: Spots) -> Instance:
    closed = set(changes.closed_offers)
    more: dict[str, int] = {}
    for one in changes.more_places:
        more[one.offer_id] = more.get(one.offer_id, 0) + one.places
    offers = []
    held = {student.locked_offer for student in instance.students}
    for offer in instance.offers:
        facts: dict[str, object] = {}
        if offer.offer_id in more:
            facts["places"] = offer.places + more[offer.offer_id]
        unchecked = changes.only_recognised and offer.recognition_checked_on is None and offer.offer_id not in held
        if offer.status == "open" and (offer.offer_id in closed or unchecked):
            facts["status"] = "closed"
        offers.append(msgspec.structs.replace(offer, **facts) if facts else offer)
    offers += [_offer(new, spot) for new in changes.new_offers]
    pairs = instance.pairs
    if pairs is not None:  # there no rule is asked, so a closed offer has to lose its pairs
        pairs = tuple(pair for pair in pairs if pair.offer_id not in closed)
    return msgspec.structs.replace(instance, offers=tuple(offers), pairs=pairs)


def _offer(new: NewOffer, spot: Spots) -> Offer:
    same = {name: getattr(new, name) for name in new.__struct_fields__ if name not in ("postcode4", "place")}
    return Offer(**same, work=spot(new.postcode4 or None, new.place))


def _with_students(instance: Instance, changes: Changes) -> Instance:
    if not changes.more_travel and not changes.relaxed_rules:
        return instance
    return msgspec.structs.replace(
        instance, students=tuple(_student(student, changes) for student in instance.students)
    )


def _student(student: Student, changes: Changes) -> Student:
    facts: dict[str, object] = {}
    if student.max_travel_minutes is not None:
        longer = sum(one.minutes for one in changes.more_travel if one.crebo in (None, student.crebo))
        facts["max_travel_minutes"] = student.max_travel_minutes + longer
    groups = student.groups
    for relaxed in changes.relaxed_rules:
        if relaxed.crebo in (None, student.crebo):
            facts |= _WITHOUT[relaxed.rule]
            group = group_of(student, relaxed.rule) if relaxed.rule in _GROUPED else None
            if group is not None and (relaxed.rule, group) not in groups:
                groups = tuple(sorted((*groups, (relaxed.rule, group))))
    return msgspec.structs.replace(student, **facts, groups=groups)


def _faults(instance: Instance, policy: Policy, changes: Changes) -> Iterator[RowFault]:
    if changes.empty:
        yield _fault("no_changes", "changes", "")
    offers = {offer.offer_id: offer for offer in instance.offers}
    for number, one in enumerate(changes.more_places, 1):
        if one.offer_id not in offers:
            yield _fault("unknown_offer", f"more_places {number}", "offer_id", offer_id=one.offer_id)
    yield from _faults_of_new(instance, changes, set(offers))
    yield from _faults_of_closed(instance, changes, set(offers))
    crebos = {student.crebo for student in instance.students}
    for name in ("more_travel", "relaxed_rules"):
        for number, change in enumerate(getattr(changes, name), 1):
            if instance.pairs is not None:
                yield _fault("pairs_given", f"{name} {number}", "")
            elif change.crebo is not None and change.crebo not in crebos:
                yield _fault("no_students_of_crebo", f"{name} {number}", "crebo", crebo=change.crebo)
    if instance.pairs is not None and changes.only_recognised:
        yield _fault("pairs_given", "only_recognised", "")
    if changes.policy is not None:
        try:
            changes.policy.applied(policy)
        except ValueError as error:
            yield _fault("policy_contradicts", "policy", "", detail=str(error))


def _faults_of_new(instance: Instance, changes: Changes, offers: set[str]) -> Iterator[RowFault]:
    taken = set(offers)
    for number, new in enumerate(changes.new_offers, 1):
        row = f"new_offers {number}"
        if instance.pairs is not None:
            yield _fault("pairs_given", row, "")
        if new.offer_id in taken:
            yield _fault("offer_there_already", row, "offer_id", offer_id=new.offer_id)
        if new.start_date is not None and new.end_date is not None and new.end_date < new.start_date:
            yield _fault("period_reversed", row, "end_date")
        taken.add(new.offer_id)


def _faults_of_closed(instance: Instance, changes: Changes, offers: set[str]) -> Iterator[RowFault]:
    held: dict[str, int] = {}
    for student in instance.students:
        if student.locked_offer is not None:
            held[student.locked_offer] = held.get(student.locked_offer, 0) + 1
    for number, offer_id in enumerate(changes.closed_offers, 1):
        row = f"closed_offers {number}"
        if offer_id not in offers:
            yield _fault("unknown_offer", row, "offer_id", offer_id=offer_id)
        elif offer_id in held:
            yield _fault("offer_has_locks", row, "offer_id", offer_id=offer_id, students=held[offer_id])


def _fault(code: str, row: str, column: str, **facts: str | int) -> RowFault:
    return RowFault(code=code, kind="changes", row_key=row, column=column, facts=facts)
