"""What one rule less would give a student without a place: computed, not guessed.

For each pair of such a student and an offer with places that is not eligible: is there exactly one rule that stands in
the way, and is it one that people can talk about (``RELAXED``)? Then that rule alone keeps the offer from him. Whether
one of these offers gives him a place in this run follows from where a free place can be reached
(:mod:`matching.openings`; the proof is in docs/matching.md, "What would be different").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matching.result import RULE_CODES, Counterfactual
from matching.rules import BY_SIGNATURE, CREBO, FORBIDDEN, NOT_NAMED, OFFER_STATUS, SUPPORT, TRAVEL
from matching.rules.travel import journey_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matching.openings import Openings
    from matching.result import PlaceThen, RuleCode
    from matching.rules.columns import Columns, Ints, Mask

#: Rules that a talk can change, in the order of the rules. Programme, level and learning path are what they are.
RELAXED: tuple[RuleCode, ...] = ("period", "days", "travel", "support", "forbidden", "not_named")
#: Pairs that are looked at at once.
_TOGETHER = 1 << 18


def counterfactuals(
    columns: Columns, removed: Ints, unplaced: Ints, opened: Openings, contested: Mask, *, promised: bool
) -> list[tuple[Counterfactual, ...]]:
    """For each of the ``unplaced`` students (ascending): an entry for every relaxed rule that took something from him.

    *travel* has one for the fewest minutes that give more offers, and one for the fewest that give a certain place
    where those are more. ``contested``: students who have an offer already at which somebody can give way; with another
    maximum of minutes their points there change too. ``promised``: a place is certain where a free one can be reached.
    """
    rule, student, offer = _single_obstacles(columns, unplaced)
    at = np.searchsorted(unplaced, student)
    roomy, movable = opened.roomy[offer], opened.movable[offer]
    found: list[list[Counterfactual]] = [[] for _ in range(unplaced.size)]
    for code in RELAXED:
        column = RULE_CODES.index(code)
        took = np.flatnonzero(removed[unplaced, column] > 0).tolist()
        chosen = rule == column
        if code == "travel":
            extra = journey_minutes(columns, student[chosen], offer[chosen])
            extra -= columns.student.max_minutes[student[chosen]]
            gives_way = movable[chosen] | contested[student[chosen]]
            _travel(found, took, at[chosen], extra, roomy[chosen], gives_way, promised=promised)
            for index in took:
                if not found[index] or found[index][-1].rule != "travel":  # no journey is long enough
                    place = _place(0, int(contested[unplaced[index]]), promised=promised)
                    found[index].append(Counterfactual(rule="travel", offers=0, place=place))
            continue
        more, room, give = (
            np.bincount(at[mask], minlength=unplaced.size).tolist()
            for mask in (chosen, chosen & roomy, chosen & movable)
        )
        for index in took:
            place = _place(room[index], give[index], promised=promised)
            found[index].append(Counterfactual(rule=code, offers=more[index], place=place))
    return [tuple(entries) for entries in found]


def _place(room: int, give: int, *, promised: bool) -> PlaceThen:
    if room and promised:
        return "certain"
    return "depends" if room or give else "no"


def _travel(
    found: list[list[Counterfactual]],
    took: list[int],
    at: Ints,
    extra: Ints,
    roomy: Mask,
    movable: Mask,
    *,
    promised: bool,
) -> None:
    """The entries of the journey. Offers in order of their minutes, student after student."""
    order = np.lexsort((extra, at))
    at, extra, roomy, movable = at[order], extra[order], roomy[order], movable[order]
    for index in took:
        first, last = np.searchsorted(at, (index, index + 1)).tolist()
        minutes = extra[first:last]
        if not minutes.size:
            continue
        fewest = minutes[:1].tolist()
        if promised and roomy[first:last].any():
            fewest.append(int(minutes[np.argmax(roomy[first:last])]))
        for some in sorted(set(fewest)):
            count = int(np.searchsorted(minutes, some, "right"))
            near = slice(first, first + count)
            place = _place(int(roomy[near].any()), int(movable[near].any()), promised=promised)
            found[index].append(Counterfactual(rule="travel", offers=count, place=place, minutes=int(some)))


def _single_obstacles(columns: Columns, unplaced: Ints) -> tuple[Ints, Ints, Ints]:
    """Column of the rule, student and offer of every pair that one relaxed rule, and no other rule, takes away."""
    rules, students, offers = [], [], []
    for block, candidates, kind in _blocks(columns, unplaced):
        s, o = block[:, None], candidates[None, :]
        far, unsupported = ~TRAVEL.allows(columns, s, o), ~SUPPORT.allows(columns, s, o)
        obstacles = far.astype(np.int8) + unsupported + (kind >= 0)
        row, column = np.nonzero(obstacles <= 1)
        s, o = block[row], candidates[column]
        banned, unnamed = ~FORBIDDEN.allows(columns, s, o), ~NOT_NAMED.allows(columns, s, o)
        single = obstacles[row, column] + banned + unnamed == 1
        reason = np.where(far[row, column], TRAVEL.column, np.where(unsupported[row, column], SUPPORT.column, -1))
        reason = np.where(kind[column] >= 0, kind[column], reason)
        reason = np.where(banned, FORBIDDEN.column, np.where(unnamed, NOT_NAMED.column, reason))
        rules.append(reason[single])
        students.append(s[single])
        offers.append(o[single])
    nothing = np.zeros(0, np.int64)
    rule, student, offer = (np.concatenate([nothing, *found]) for found in (rules, students, offers))
    return rule, student, offer


def _blocks(columns: Columns, unplaced: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
    """Students who are equal to the rules of ``BY_SIGNATURE``, a few at a time, with the offers that at most one of
    these rules takes from them, and the column of that rule; -1 = none."""
    nobody, everything = np.zeros(1, np.int64), np.arange(columns.offer.places.size)
    usable = everything[OFFER_STATUS.allows(columns, nobody, everything) & (columns.offer.places > 0)]
    of_programme: dict[int, Ints] = {}
    signature = columns.student.signature[unplaced]
    order = np.argsort(signature, kind="stable")
    for group in np.split(unplaced[order], np.flatnonzero(np.diff(signature[order])) + 1):
        someone = group[:1]
        programme = int(columns.student.crebo[someone[0]]) if group.size else -1
        if programme < 0:
            continue
        if programme not in of_programme:
            of_programme[programme] = usable[CREBO.allows(columns, someone, usable)]
        candidates = of_programme[programme]
        kind, broken = np.full(candidates.size, -1, np.int64), np.zeros(candidates.size, np.int64)
        for rule in BY_SIGNATURE:
            refused = ~rule.allows(columns, someone, candidates)
            kind[refused] = rule.column
            broken += refused if rule.code in RELAXED else 2 * refused
        candidates, kind = candidates[broken <= 1], kind[broken <= 1]
        step = max(1, _TOGETHER // max(candidates.size, 1))
        for start in range(0, group.size, step):
            yield group[start : start + step], candidates, kind
