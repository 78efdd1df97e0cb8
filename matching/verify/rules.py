"""The hard rules, said once more in plain Python for one student and one offer (docs/matching.md, "Hard rules")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching.instance import Offer, Student
    from matching.result import RuleCode


def broken_rule(
    student: Student, offer: Offer, accepted_crebos: frozenset[str], minutes: int | None
) -> RuleCode | None:
    """The first rule that takes the pair away, None where it is eligible."""
    return broken_by_kind(student, offer, accepted_crebos) or broken_by_person(student, offer, minutes)


def broken_by_kind(student: Student, offer: Offer, accepted_crebos: frozenset[str]) -> RuleCode | None:
    """The rules that look at programme and time only."""
    if offer.status != "open":
        return "offer_status"
    if accepted_crebos.isdisjoint(offer.crebos):
        return "crebo"
    if student.level is not None and offer.levels and student.level not in offer.levels:
        return "level"
    if student.learning_path and offer.learning_path and student.learning_path != offer.learning_path:
        return "learning_path"
    if student.end_date and offer.start_date and offer.start_date > student.end_date:
        return "period"
    if student.start_date and offer.end_date and offer.end_date < student.start_date:
        return "period"
    if student.days and offer.days and not set(student.days) & set(offer.days):
        return "days"
    free = student.days_per_week if student.days_per_week is not None else len(set(student.days)) or None
    if offer.days_per_week is not None and free is not None and offer.days_per_week > free:
        return "days"
    return None


def broken_by_person(student: Student, offer: Offer, minutes: int | None) -> RuleCode | None:
    """The rules that look at this student: journey, support, bans, wishes."""
    if minutes is not None and student.max_travel_minutes is not None and minutes > student.max_travel_minutes:
        return "travel"
    if student.support_needs and not set(student.support_needs) <= set(offer.support_offered):
        return "support"
    if offer.offer_id in student.forbidden_offers:
        return "forbidden"
    if student.only_preferences and not any(offer.offer_id in equals for equals in student.preferences):
        return "not_named"
    return None
