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
    key = seed.encode()
    drawn = [hmac.digest(key, f"lot|{student.student_number}".encode(), "sha256") for student in students]
    lots = [0] * len(drawn)
    for lot, index in enumerate(sorted(range(len(drawn)), key=drawn.__getitem__), 1):
        lots[index] = lot
    return lots


def draw_of(seed: str, draw_round: int, student_number: str, offer_id: str) -> int:
    """The draw of a pair in a round: 20 bits."""
    message = f"pair|{draw_round}|{student_number}|{offer_id}"
    return int.from_bytes(hmac.digest(seed.encode(), message.encode(), "sha256")[:3], "big") >> 4
