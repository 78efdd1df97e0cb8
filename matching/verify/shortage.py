"""The shortages around students without a place, by walking from them (see ``matching.bottleneck`` for why)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.verify.eligible import Eligible

#: Students and offers, both ascending.
Shortage = tuple[list[int], list[int]]


def shortages(eligible: Eligible, places: Sequence[int], placed: Sequence[int]) -> dict[int, Shortage]:
    """For each student without a place who has offers with places: the students and the offers of his shortage.

    The region is everybody and everything that can be walked to: student, offer that is possible for him, student who
    was placed there, and so on. Its connected parts are separate shortages.
    """
    at: list[list[int]] = [[] for _ in places]
    for s, o in enumerate(placed):
        if o >= 0:
            at[o].append(s)
    waiting = [s for s, o in enumerate(placed) if o < 0 and any(places[p] > 0 for p in eligible[s])]
    inside, reached, path = set(waiting), set[int](), list(waiting)
    while path:
        for o in eligible[path.pop()]:
            if places[o] > 0 and o not in reached:
                reached.add(o)
                path += [s for s in at[o] if s not in inside]
                inside.update(at[o])
    hopeful: dict[int, list[int]] = {o: [] for o in reached}
    for s in inside:
        for o in eligible[s]:
            if o in reached:
                hopeful[o].append(s)
    found: dict[int, Shortage] = {}
    for first in waiting:
        if first not in found:
            part = _part(first, eligible, hopeful)
            found |= dict.fromkeys((s for s in part[0] if placed[s] < 0), part)
    return found


def _part(first: int, eligible: Eligible, hopeful: dict[int, list[int]]) -> Shortage:
    """The connected part of the region that a student is in."""
    students, offers, path = {first}, set[int](), [first]
    while path:
        for o in eligible[path.pop()]:
            if o in hopeful and o not in offers:
                offers.add(o)
                path += [s for s in hopeful[o] if s not in students]
                students.update(hopeful[o])
    return sorted(students), sorted(offers)
