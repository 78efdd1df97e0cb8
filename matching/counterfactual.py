"""What one rule less would give a student without a place: computed, not guessed.

For each pair of such a student and an offer with places that is not eligible: is there exactly one rule that stands in
the way, and is it one that people can talk about (``RELAXED``)? Then that rule alone keeps the offer from him. Whether
one of these offers gives him a place in this run follows from where a free place can be reached
(:mod:`matching.openings`; the proof is in docs/matching.md, "What would be different").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from matching.result import RULE_CODES, Counterfactual
from matching.rules import BY_PAIR, BY_SIGNATURE, CREBO, OFFER_STATUS, TRAVEL
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
    found: list[dict[RuleCode, list[Counterfactual]]] = [{} for _ in range(unplaced.size)]
    for block, offers, kept_by in _blocks(columns, unplaced):
        at = np.searchsorted(unplaced, block)
        roomy, movable = opened.roomy[offers], opened.movable[offers]
        for code, kept in kept_by.items():
            if code == "travel":
                row, column = np.nonzero(kept)
                extra = journey_minutes(columns, block[row], offers[column]) - columns.student.max_minutes[block[row]]
                gives_way = movable[column] | contested[block[row]]
                _travel(found, at[row], extra, roomy[column], gives_way, promised=promised)
            else:
                counts = (np.count_nonzero(mask, axis=1).tolist() for mask in (kept, kept & roomy, kept & movable))
                for index, more, room, give in zip(at.tolist(), *counts, strict=True):
                    if more:
                        place = _place(room=room, give=give, promised=promised)
                        found[index][code] = [Counterfactual(rule=code, offers=more, place=place)]
    took = {code: removed[unplaced, RULE_CODES.index(code)] > 0 for code in RELAXED}
    nothing = {code: Counterfactual(rule=code, offers=0, place="no") for code in RELAXED}
    disputed = Counterfactual(rule="travel", offers=0, place="depends")
    told: list[tuple[Counterfactual, ...]] = []
    for index, entries in enumerate(found):
        rules = [code for code in RELAXED if took[code][index]]
        none = {**nothing, "travel": disputed} if contested[unplaced[index]] else nothing
        told.append(tuple([one for code in rules for one in entries.get(code, [none[code]])]))
    return told


def _place(*, room: int, give: int, promised: bool) -> PlaceThen:
    if room and promised:
        return "certain"
    return "depends" if room or give else "no"


def _travel(
    found: list[dict[RuleCode, list[Counterfactual]]],
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
    for first, last in pairwise([*np.flatnonzero(np.diff(at, prepend=-1)).tolist(), at.size]):
        minutes = extra[first:last]
        steps = {int(minutes[0])}
        if promised and roomy[first:last].any():
            steps.add(int(minutes[np.argmax(roomy[first:last])]))
        entries = []
        for some in sorted(steps):
            count = int(np.searchsorted(minutes, some, "right"))
            near = slice(first, first + count)
            place = _place(room=int(roomy[near].sum()), give=int(movable[near].sum()), promised=promised)
            entries.append(Counterfactual(rule="travel", offers=count, place=place, minutes=some))
        found[at[first]]["travel"] = entries


def _blocks(columns: Columns, unplaced: Ints) -> Iterator[tuple[Ints, Ints, dict[RuleCode, Mask]]]:
    """Students, offers, and for each relaxed rule which offers it alone keeps from which student."""
    for block, offers, kind in _candidates(columns, unplaced):
        s, o = block[:, None], offers[None, :]
        refused = {rule.code: ~rule.allows(columns, s, o) for rule in (TRAVEL, *BY_PAIR)}
        in_time = kind < 0
        obstacles = sum((mask.view(np.int8) for mask in refused.values()), np.zeros((), np.int8))
        kept_by = {code: mask & in_time & (obstacles == 1) for code, mask in refused.items()}
        for rule in BY_SIGNATURE:
            if rule.code in RELAXED:
                kept_by[rule.code] = (kind == rule.column) & (obstacles == 0)
        yield block, offers, kept_by


def _candidates(columns: Columns, unplaced: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
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
