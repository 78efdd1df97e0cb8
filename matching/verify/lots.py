"""Lot numbers and draws, recomputed from the seed (docs/matching.md, "Lottery")."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.instance import Student

#: Rounds of draws before the key order decides.
DRAW_ROUNDS = 8


def lots_of(students: Sequence[Student], seed: str) -> list[int]:
    """The lot number of each student, 1 = first."""
    return lots_of_numbers([student.student_number for student in students], seed)


def lots_of_numbers(student_numbers: Sequence[str], seed: str) -> list[int]:
    """The lot number of each student number, 1 = first, among all of them."""
    drawn = [ticket_of(number, seed) for number in student_numbers]
    lots = [0] * len(drawn)
    for lot, index in enumerate(sorted(range(len(drawn)), key=drawn.__getitem__), 1):
        lots[index] = lot
    return lots


def ticket_of(student_number: str, seed: str) -> bytes:
    """The draw of a student: 32 bytes. In their order, smallest first, stand the lot numbers."""
    return hmac.digest(seed.encode(), f"lot|{student_number}".encode(), "sha256")


def draw_of(seed: str, draw_round: int, student_number: str, offer_id: str) -> int:
    """The draw of a pair in a round: 20 bits."""
    message = f"pair|{draw_round}|{student_number}|{offer_id}"
    return int.from_bytes(hmac.digest(seed.encode(), message.encode(), "sha256")[:3], "big") >> 4
