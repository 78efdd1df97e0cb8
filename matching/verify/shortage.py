"""The bottlenecks around students without a place, by walking from them (docs/matching.md, "Bottlenecks")."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from matching.result import Bottleneck
from matching.verify.cycles import components

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matching.verify.eligible import Eligible
    from matching.verify.tables import Tables

#: What a bottleneck names at most.
MOST_OFFERS, MOST_ZONES, MOST_MONTHS, MOST_OPENINGS = 20, 3, 3, 5


class Walks:
    """The placements, and where one can walk from them: an offer, a student placed there, an offer possible for him."""

    def __init__(self, eligible: Eligible, places: Sequence[int], placed: Sequence[int]) -> None:
        self.places, self.placed = places, placed
        self.useful = [[o for o in row if places[o] > 0] for row in eligible]
        self.at: list[list[int]] = [[] for _ in places]
        for s, o in enumerate(placed):
            if o >= 0:
                self.at[o].append(s)

    @cached_property
    def roomy(self) -> set[int]:
        """Offers from which one can walk to a free place."""
        into: list[set[int]] = [set() for _ in self.places]
        for s, here in enumerate(self.placed):
            if here >= 0:
                for o in self.useful[s]:
                    into[o].add(here)
        path = [o for o, places in enumerate(self.places) if len(self.at[o]) < places]
        found = set(path)
        while path:
            more = into[path.pop()] - found
            found |= more
            path += more
        return found

    def waiting(self) -> list[tuple[list[int], list[int]]]:
        """(Students without a place, offers that they walk to), for each set of offers without a free place."""
        arcs = [
            set() if o in self.roomy else {other for s in here for other in self.useful[s]}
            for o, here in enumerate(self.at)
        ]
        knot = components(arcs)
        offers_of: dict[int, list[int]] = {}
        onward: dict[int, set[int]] = {}
        for o, others in enumerate(arcs):
            offers_of.setdefault(knot[o], []).append(o)
            onward.setdefault(knot[o], set()).update(knot[other] for other in others)
        reached: dict[frozenset[int], frozenset[int]] = {}
        same: dict[frozenset[int], frozenset[int]] = {}
        groups: dict[frozenset[int], list[int]] = {}
        for s, o in enumerate(self.placed):
            if o < 0 and self.useful[s] and self.roomy.isdisjoint(self.useful[s]):
                entries = frozenset(knot[own] for own in self.useful[s])
                if entries not in reached:
                    walked = _walked(entries, onward)
                    reached[entries] = same.setdefault(walked, walked)
                groups.setdefault(reached[entries], []).append(s)
        return [(group, sorted(o for one in knots for o in offers_of[one])) for knots, group in groups.items()]


def _walked(entries: Iterable[int], onward: dict[int, set[int]]) -> frozenset[int]:
    found, path = set(entries), list(entries)
    while path:
        more = onward[path.pop()] - found
        found |= more
        path += more
    return frozenset(found)


def bottlenecks_of(tables: Tables, walks: Walks, *, promised: bool) -> dict[int, Bottleneck]:
    """The bottleneck of each student without a place who is in one."""
    found = [(group, _bottleneck(tables, walks, group, offers, promised=promised)) for group, offers in walks.waiting()]
    found.sort(key=lambda one: (one[1].places - one[1].students, one[0][0]))
    return {
        s: msgspec.structs.replace(bottleneck, number=number)
        for number, (group, bottleneck) in enumerate(found, 1)
        for s in group
    }


def _bottleneck(tables: Tables, walks: Walks, group: list[int], offers: list[int], *, promised: bool) -> Bottleneck:
    students = [s for o in offers for s in walks.at[o]] + group
    unplaced = Counter(tables.students[s].crebo for s in group)
    zones: Counter[str] = Counter()
    for o in offers:
        work = tables.offers[o].work
        if work is not None and work.zone:
            zones[work.zone] += walks.places[o]
    return Bottleneck(
        students=len(students),
        places=sum(walks.places[o] for o in offers),
        crebos=tuple(sorted({tables.students[s].crebo for s in students})),
        offers=tuple(tables.offers[o].offer_id for o in offers[:MOST_OFFERS]),
        offer_count=len(offers),
        unplaced=tuple(sorted(unplaced.items(), key=lambda one: (-one[1], one[0]))),
        zones=tuple(sorted(zones, key=lambda zone: (-zones[zone], zone))[:MOST_ZONES]),
        starts=_months(tables, offers),
        opens=_opens(tables, walks, group) if promised else (),
    )


def _months(tables: Tables, offers: list[int]) -> tuple[str, ...]:
    """The months in which the offers start, where that sets them apart from the round."""
    here = {tables.months[o] for o in offers}
    if "" in here or here == set(tables.months) or len(here) > MOST_MONTHS:
        return ()
    return tuple(sorted(here))


def _opens(tables: Tables, walks: Walks, group: list[int]) -> tuple[tuple[str, int], ...]:
    """Again and again the offer that is possible for most of the students for whom none was chosen yet."""
    left = set(group)
    opens: list[tuple[str, int]] = []
    while left and len(opens) < MOST_OPENINGS:
        count = Counter(o for s in left for o in walks.useful[s])
        best = min(count, key=lambda o: (-count[o], o))
        opens.append((tables.offers[best].offer_id, count[best]))
        left = {s for s in left if best not in walks.useful[s]}
    return tuple(opens)
