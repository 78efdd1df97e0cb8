"""Every eligible pair with its utility, derived once more in plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matching.verify.rules import broken_by_kind, broken_by_person
from matching.verify.worth import minutes_of, ranks_of, utility_of

if TYPE_CHECKING:
    from matching.instance import Offer, Pair, Student
    from matching.policy import Policy
    from matching.verify.tables import Tables

#: For each student: {number of the offer: utility}.
Eligible = list[dict[int, int]]


def eligible_pairs(tables: Tables, policy: Policy) -> Eligible:
    """The pairs that the goals are about. A locked student has his lock and nothing else."""
    return _derived(tables, policy) if tables.instance.pairs is None else _given(tables, tables.instance.pairs)


def _given(tables: Tables, pairs: tuple[Pair, ...]) -> Eligible:
    eligible: Eligible = [{} for _ in tables.students]
    for pair in pairs:
        student_index = tables.student_index[pair.student_number]
        locked = tables.students[student_index].locked_offer
        if locked is None or locked == pair.offer_id:
            eligible[student_index][tables.offer_index[pair.offer_id]] = pair.utility
    return eligible


def _derived(tables: Tables, policy: Policy) -> Eligible:
    by_crebo: dict[str, list[int]] = {}
    for index, offer in enumerate(tables.offers):
        for crebo in set(offer.crebos):
            by_crebo.setdefault(crebo, []).append(index)
    of_kind: dict[tuple[object, ...], list[tuple[int, Offer]]] = {}
    eligible: Eligible = []
    for student in tables.students:
        accepted = tables.accepted_crebos[student.crebo]
        kind = tables.kind_of(student)
        if kind not in of_kind:
            candidates = sorted({index for crebo in accepted for index in by_crebo.get(crebo, ())})
            of_kind[kind] = [
                (index, tables.offers[index])
                for index in candidates
                if broken_by_kind(student, tables.offers[index], accepted) is None
            ]
        eligible.append(_of_student(tables, policy, student, of_kind[kind]))
    return eligible


def _of_student(
    tables: Tables, policy: Policy, student: Student, candidates: list[tuple[int, Offer]]
) -> dict[int, int]:
    ranks = ranks_of(student)
    if student.locked_offer is not None:
        candidates = [(index, offer) for index, offer in candidates if offer.offer_id == student.locked_offer]
    found: dict[int, int] = {}
    for index, offer in candidates:
        minutes = minutes_of(tables, student, offer)
        rule = broken_by_person(student, offer, minutes)
        if rule is None or (rule == "not_named" and student.locked_offer is not None):
            found[index] = utility_of(policy.utility, student, offer, ranks.get(offer.offer_id), minutes)
    return found
