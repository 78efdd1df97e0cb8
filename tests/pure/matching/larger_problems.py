"""Problems of some thousands of pairs, with blocks (a programme in a region) and shortages."""

from __future__ import annotations

import numpy as np

from matching.engine.problem import Problem


def block_problem(number: int, *, students: int, named: int = 8, block: int = 60, steps: int = 8) -> Problem:
    """Students name ``named`` offers of their own block; about one place for each student; 3 % have a lock."""
    dice = np.random.default_rng(number)
    offers = max(1, int(students * 0.7))
    places = dice.choice([0, 1, 1, 2, 3], size=offers).astype(np.int64)
    blocks = max(1, students // block)
    student_block = dice.integers(0, blocks, students)
    offers_of = [np.flatnonzero(np.arange(offers) % blocks == b) for b in range(blocks)]
    left = places.copy()
    locked = np.zeros(students, np.bool_)
    student: list[int] = []
    offer: list[int] = []
    for s in range(students):
        possible = offers_of[student_block[s]]
        wanted = np.sort(dice.choice(possible, size=min(named, len(possible)), replace=False))
        with_room = wanted[left[wanted] > 0]
        if dice.random() < 0.03 and with_room.size:
            wanted = with_room[:1]
            left[wanted] -= 1
            locked[s] = True
        student += [s] * len(wanted)
        offer += wanted.tolist()
    return Problem(
        student_keys=tuple(f"{s:06d}" for s in range(students)),
        offer_keys=tuple(f"O{o:06d}" for o in range(offers)),
        places=places,
        student=np.array(student, np.int32),
        offer=np.array(offer, np.int32),
        utility=dice.integers(0, steps + 1, len(student)) * (1000 // steps),
        locked_student=locked,
    )
