"""The instance with what the checks look things up in. Nothing is decided here."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching.instance import Instance, Offer, Student, Transport


@dataclass(frozen=True)
class Tables:
    """Look-up tables; students and offers are numbered in the order of their sorted keys."""

    instance: Instance
    students: tuple[Student, ...] = field(init=False)
    offers: tuple[Offer, ...] = field(init=False)

    def __post_init__(self) -> None:
        students = sorted(self.instance.students, key=lambda student: student.student_number)
        offers = sorted(self.instance.offers, key=lambda offer: offer.offer_id)
        object.__setattr__(self, "students", tuple(students))
        object.__setattr__(self, "offers", tuple(offers))

    @cached_property
    def student_index(self) -> dict[str, int]:
        """Number of each student."""
        return {student.student_number: index for index, student in enumerate(self.students)}

    @cached_property
    def offer_index(self) -> dict[str, int]:
        """Number of each offer."""
        return {offer.offer_id: index for index, offer in enumerate(self.offers)}

    @cached_property
    def accepted_crebos(self) -> dict[str, frozenset[str]]:
        """For a student's code: the codes that count, his own included. One step, one way."""
        accepted = {student.crebo: {student.crebo} for student in self.students}
        for crebo, counts_too in self.instance.equivalents:
            accepted.setdefault(crebo, {crebo}).add(counts_too)
        return {crebo: frozenset(codes) for crebo, codes in accepted.items()}

    @cached_property
    def measured(self) -> dict[tuple[str, str, Transport], int]:
        """Measured minutes by home zone, work zone and transport."""
        return {(row.home_zone, row.work_zone, row.transport): row.minutes for row in self.instance.travel}

    @cached_property
    def months(self) -> list[str]:
        """The month in which each offer starts, "" where that is not said."""
        return [offer.start_date.isoformat()[:7] if offer.start_date else "" for offer in self.offers]

    @staticmethod
    def kind_of(student: Student) -> tuple[object, ...]:
        """What the rules about programme and time look at: students who share it share their outcome."""
        return (
            student.crebo,
            student.level,
            student.learning_path,
            student.start_date,
            student.end_date,
            student.days,
            student.days_per_week,
        )
