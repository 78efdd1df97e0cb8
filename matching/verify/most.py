"""How many students can have a place on a face, by making the placements longer until nobody can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching.verify.face import Face


def most_placed(face: Face) -> int:
    """The most that any matching on the face places.

    An added student takes a free place, or that of somebody who moves on. Nobody loses a place and no offer gets less
    full, so every matching on the way is one on the face; and where nobody can be added, none has more (Berge 1957).
    """
    placed = list(face.placed)
    at: list[list[int]] = [[] for _ in face.places]
    for s, o in enumerate(placed):
        if o >= 0:
            at[o].append(s)
    waiting = [s for s, o in enumerate(placed) if o < 0]
    while True:
        seen = [False] * len(face.places)
        left = [s for s in waiting if not _add(s, face, placed, at, seen)]
        if len(left) == len(waiting):
            return len(placed) - len(left)
        waiting = left


def _add(newcomer: int, face: Face, placed: list[int], at: list[list[int]], seen: list[bool]) -> bool:
    """Give the newcomer a place along offers that nobody of this round has looked at yet."""
    came_by: dict[int, int] = {}  # offer: the student who would move there
    to_do = [newcomer]
    while to_do:
        s = to_do.pop()
        for o in face.offers_of[s]:
            if seen[o]:
                continue
            seen[o] = True
            came_by[o] = s
            if len(at[o]) < face.places[o]:
                _move(o, came_by, placed, at)
                return True
            to_do += at[o]
    return False


def _move(free: int, came_by: dict[int, int], placed: list[int], at: list[list[int]]) -> None:
    o = free
    while o >= 0:
        s = came_by[o]
        before = placed[s]
        placed[s] = o
        at[o].append(s)
        if before >= 0:
            at[before].remove(s)
        o = before
