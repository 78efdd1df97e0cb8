"""The audit: do the placements obey the rules, and is everything that they state true?

It looks at placed pairs only, so it is cheap enough to run on every solution before anybody sees it. That the
solution is also the *best* one is for :mod:`matching.verify.verifier`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from matching.verify.lots import lots_of
from matching.verify.rules import broken_rule
from matching.verify.side import Side
from matching.verify.tables import Tables
from matching.verify.worth import minutes_of, ranks_of, utility_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matching.instance import Instance, Offer, Pair, Student
    from matching.policy import Policy
    from matching.result import Placement


class Violation(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong. ``subject`` is a student number, or an offer id for ``over_capacity``.

    Codes: ``unknown_student``, ``unknown_offer``, ``placed_twice``, ``over_capacity``, ``lock_not_kept``,
    ``breaks_rule``, ``not_in_pairs``, ``wrong_rank``, ``wrong_utility``, ``wrong_travel_minutes``,
    ``wrong_lot_number``, ``over_shared_capacity``, ``over_maximum_share``, ``below_minimum``, ``not_together``.
    A shared capacity is told by its name.
    """

    code: str
    subject: str
    facts: dict[str, str | int | None] = {}


def audit(instance: Instance, policy: Policy, placements: Sequence[Placement]) -> tuple[Violation, ...]:
    """Everything that is wrong with the placements; empty = clean."""
    return audit_with(Tables(instance), policy, placements, policy.seed or instance.sha256())


def audit_with(tables: Tables, policy: Policy, placements: Sequence[Placement], seed: str) -> tuple[Violation, ...]:
    """The same, for who has the tables and the seed at hand."""
    return tuple(_violations(tables, policy, placements, lots_of(tables.students, seed)))


def _violations(
    tables: Tables, policy: Policy, placements: Sequence[Placement], lots: list[int]
) -> Iterator[Violation]:
    placed_with = {placement.student_number: placement.offer_id for placement in placements}
    given = _given(tables, placed_with)
    seen: set[str] = set()
    used: Counter[str] = Counter()
    for placement in placements:
        number, offer_id = placement.student_number, placement.offer_id
        student_index, offer_index = tables.student_index.get(number), tables.offer_index.get(offer_id)
        if number in seen:
            yield Violation(code="placed_twice", subject=number)
        seen.add(number)
        used[offer_id] += 1
        if student_index is None:
            yield Violation(code="unknown_student", subject=number)
        elif offer_index is None:
            yield Violation(code="unknown_offer", subject=number, facts={"offer_id": offer_id})
        else:
            student, offer = tables.students[student_index], tables.offers[offer_index]
            if given is None:
                yield from _derived_pair(tables, policy, placement, student, offer)
            else:
                yield from _given_pair(given.get(number), placement)
            if placement.lot_number != lots[student_index]:
                yield _differs("lot_number", placement, placement.lot_number, lots[student_index])
    for offer in tables.offers:
        if used[offer.offer_id] > offer.places:
            facts: dict[str, str | int | None] = {"places": offer.places, "placed": used[offer.offer_id]}
            yield Violation(code="over_capacity", subject=offer.offer_id, facts=facts)
    for student in tables.students:
        obtained = placed_with.get(student.student_number)
        if student.locked_offer is not None and obtained != student.locked_offer:
            facts = {"locked_offer": student.locked_offer, "offer_id": obtained}
            yield Violation(code="lock_not_kept", subject=student.student_number, facts=facts)
    placed = [tables.offer_index.get(placed_with.get(one.student_number, ""), -1) for one in tables.students]
    for broken in Side(tables).broken(placed):
        yield Violation(code=broken.code, subject=broken.subject, facts=broken.facts)


def _given(tables: Tables, placed_with: dict[str, str]) -> dict[str, Pair] | None:
    """Of the given pairs, where they stand in the place of rules and formula, the one of each placed student."""
    if tables.instance.pairs is None:
        return None
    return {
        pair.student_number: pair
        for pair in tables.instance.pairs
        if placed_with.get(pair.student_number) == pair.offer_id
    }


def _given_pair(pair: Pair | None, placement: Placement) -> Iterator[Violation]:
    if pair is None or pair.offer_id != placement.offer_id:
        yield Violation(code="not_in_pairs", subject=placement.student_number, facts={"offer_id": placement.offer_id})
    else:
        yield from _statements(placement, pair.rank, pair.travel_minutes, pair.utility)


def _derived_pair(
    tables: Tables, policy: Policy, placement: Placement, student: Student, offer: Offer
) -> Iterator[Violation]:
    minutes = minutes_of(tables, student, offer)
    rule = broken_rule(student, offer, tables.accepted_crebos[student.crebo], minutes)
    locked = student.locked_offer == offer.offer_id
    if rule is not None and not (locked and rule == "not_named"):
        facts: dict[str, str | int | None] = {"offer_id": offer.offer_id, "rule": rule}
        yield Violation(code="breaks_rule", subject=student.student_number, facts=facts)
    rank = ranks_of(student).get(offer.offer_id)
    yield from _statements(placement, rank, minutes, utility_of(policy.utility, student, offer, rank, minutes))


def _statements(placement: Placement, rank: int | None, minutes: int | None, utility: int) -> Iterator[Violation]:
    if placement.rank != rank:
        yield _differs("rank", placement, placement.rank, rank)
    if placement.travel_minutes != minutes:
        yield _differs("travel_minutes", placement, placement.travel_minutes, minutes)
    if placement.utility != utility:
        yield _differs("utility", placement, placement.utility, utility)


def _differs(what: str, placement: Placement, stated: int | None, true: int | None) -> Violation:
    facts: dict[str, str | int | None] = {"offer_id": placement.offer_id, "stated": stated, "true": true}
    return Violation(code=f"wrong_{what}", subject=placement.student_number, facts=facts)
