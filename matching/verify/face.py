"""The face that a verified level leaves, in plain lists; and what is still open on it.

A face is: pairs that may be used, students that must be placed, offers that must be full. See
``matching.engine.face`` for the proof that the matchings on the next face are exactly the best ones; here it is only
applied. The placements are at every moment a matching on the face.
"""

from __future__ import annotations

from dataclasses import dataclass

from matching.verify.cycles import components


@dataclass(kw_only=True)
class Face:
    """Pairs per student, obligations, and the placements that are being verified."""

    places: list[int]
    offers_of: list[list[int]]  # per student, in key order
    must_student: list[bool]
    must_offer: list[bool]
    placed: list[int]  # per student the offer, -1 = none

    def narrow(self, weights: list[list[int]], student: tuple[int, ...], offer: tuple[int, ...]) -> None:
        """Go to the next face: tight pairs only; a positive price obliges."""
        self.offers_of = [
            [o for o, weight in zip(row, weights[s], strict=True) if student[s] + offer[o] == weight]
            for s, row in enumerate(self.offers_of)
        ]
        self.must_student = [must or price > 0 for must, price in zip(self.must_student, student, strict=True)]
        self.must_offer = [must or price > 0 for must, price in zip(self.must_offer, offer, strict=True)]

    def open_students(self) -> set[int]:
        """Students for whom another matching on the face has another outcome; empty = this is the only matching."""
        return set(self.open_outcomes())

    def open_outcomes(self) -> dict[int, set[int]]:
        """For each of these students every offer that he has in some matching on the face, -1 = none.

        Two matchings differ by cycles of the residual graph, with one node "free" for whoever and whatever is unused.
        """
        free = len(self.places)
        used = [0] * free
        for o in self.placed:
            if o >= 0:
                used[o] += 1
        arcs: list[set[int]] = [set() for _ in range(free + 1)]
        for o, places in enumerate(self.places):
            if used[o] < places:
                arcs[o].add(free)
            if used[o] and not self.must_offer[o]:
                arcs[free].add(o)
        for s, row in enumerate(self.offers_of):
            here = self.placed[s]
            if here < 0:
                arcs[free].update(row)
            else:
                arcs[here].update(row)
                if not self.must_student[s]:
                    arcs[here].add(free)
        component = components(arcs)
        found: dict[int, set[int]] = {}
        for s, row in enumerate(self.offers_of):
            here = self.placed[s]
            at = component[free if here < 0 else here]
            others = {o for o in row if o != here and component[o] == at}
            if here >= 0 and not self.must_student[s] and component[free] == at:
                others.add(-1)
            if others:
                found[s] = {here, *others}
        return found
