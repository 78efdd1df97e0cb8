"""What is told about one bottleneck: how many, for which programmes, where, from when, and what would open places."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from matching.result import Bottleneck

if TYPE_CHECKING:
    from matching.eligibility import Eligibility
    from matching.rules.columns import Ints

#: Offers that are named in one bottleneck; more than a person reads.
MOST_OFFERS = 20

#: Zones, and months, that are named at most: more say nothing about where and when.
MOST_ZONES = MOST_MONTHS = 3

#: Offers that are named as an opening.
MOST_OPENINGS = 5


class Surroundings:
    """The round by the numbers of its students and offers."""

    def __init__(self, eligibility: Eligibility, works_at: Ints) -> None:
        self.keys = eligibility.problem.offer_keys
        self.places = eligibility.problem.places
        self.crebo_names, self.crebo = _numbered([student.crebo for student in eligibility.students])
        self.zone_names, self.zone = _numbered([offer.work.zone if offer.work else "" for offer in eligibility.offers])
        self.month_names, self.month = _numbered(
            [offer.start_date.strftime("%Y-%m") if offer.start_date else "" for offer in eligibility.offers]
        )
        # The students of each offer, one after the other.
        self.placed = np.argsort(works_at, kind="stable")
        self.first = np.searchsorted(works_at[self.placed], np.arange(len(self.keys) + 1))


def described(
    round_: Surroundings, offers: Ints, waiting: Ints, student: Ints, offer: Ints, *, promised: bool
) -> Bottleneck:
    """The facts. ``student`` and ``offer`` are the pairs of the students who wait."""
    counts = round_.first[offers + 1] - round_.first[offers]
    starts = round_.first[offers] - np.concatenate([[0], np.cumsum(counts)[:-1]])
    placed = round_.placed[np.repeat(starts, counts) + np.arange(counts.sum())]
    return Bottleneck(
        students=waiting.size + placed.size,
        places=int(round_.places[offers].sum()),
        crebos=tuple([round_.crebo_names[n] for n in np.unique(round_.crebo[np.concatenate([placed, waiting])])]),
        offers=tuple([round_.keys[index] for index in offers[:MOST_OFFERS].tolist()]),
        offer_count=offers.size,
        unplaced=_most_first(round_.crebo_names, np.bincount(round_.crebo[waiting])),
        zones=_zones(round_, offers),
        starts=_months(round_, offers),
        opens=tuple([(round_.keys[index], count) for index, count in _opens(student, offer)]) if promised else (),
    )


def _numbered(values: list[str]) -> tuple[list[str], Ints]:
    """The values, sorted, and the number of each."""
    names = sorted(set(values))
    number = {name: index for index, name in enumerate(names)}
    return names, np.array([number[value] for value in values], np.int64)


def _zones(round_: Surroundings, offers: Ints) -> tuple[str, ...]:
    """The zones with most places, most first; equals by name."""
    places = np.bincount(round_.zone[offers], round_.places[offers])
    return tuple([zone for zone, _ in _most_first(round_.zone_names, places) if zone][:MOST_ZONES])


def _most_first(names: list[str], count: Ints) -> tuple[tuple[str, int], ...]:
    """The names that count for something, with their counts; equals by name."""
    found = [(names[number], int(count[number])) for number in np.flatnonzero(count).tolist()]
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


def _months(round_: Surroundings, offers: Ints) -> tuple[str, ...]:
    """The months in which these offers start, where all of them say so and other offers start in other months."""
    months = np.unique(round_.month[offers]).tolist()
    names = [round_.month_names[month] for month in months]
    tells = len(months) < len(round_.month_names) and len(months) <= MOST_MONTHS and all(names)
    return tuple(names) if tells else ()


def _opens(student: Ints, offer: Ints) -> list[tuple[int, int]]:
    """Offers that would take most of the students who wait: each time the one that is possible for most of the rest."""
    pairs = np.stack([student, offer], axis=1).tolist()
    offers_of: dict[int, list[int]] = {}
    students_of: dict[int, list[int]] = {}
    for one, at in pairs:
        offers_of.setdefault(one, []).append(at)
        students_of.setdefault(at, []).append(one)
    left = Counter({at: len(students) for at, students in students_of.items()})
    opens: list[tuple[int, int]] = []
    while offers_of and len(opens) < MOST_OPENINGS:
        best = min(left, key=lambda at: (-left[at], at))
        opens.append((best, left[best]))
        for one in students_of[best]:
            for at in offers_of.pop(one, ()):
                left[at] -= 1
    return opens
