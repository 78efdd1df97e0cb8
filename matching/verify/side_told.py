"""What students are told in a round with side constraints: a free place may not be one that they can have.

The plain explanations say "a place was left" as if only points or goals stood in the way. Here it may be a minimum, a
share, a shared capacity or a student who must come along; the first of these that holds is told, else only that a rule
about several students, or a goal, did not give the place (``kept_free``, ``side_constraint``).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from matching.verify.side import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matching.result import Explanation, Placement, WishFate, WishOutcome
    from matching.verify.tables import Tables


def told_with_side(tables: Tables, placements: Sequence[Placement], told: Iterable[Explanation]) -> list[Explanation]:
    """The explanations with the fates and the reasons that side constraints bring."""
    teller = _Teller(tables, placements)
    return [teller.of(s, row) for s, row in enumerate(told)]


class _Teller:
    def __init__(self, tables: Tables, placements: Sequence[Placement]) -> None:
        self.tables, self.side = tables, Side(tables)
        self.placed = [-1] * len(tables.students)
        for placement in placements:
            self.placed[tables.student_index[placement.student_number]] = tables.offer_index[placement.offer_id]
        self.used = Counter(self.placed)
        self.mates: dict[int, list[int]] = {}
        for a, b in self.side.musts:
            self.mates.setdefault(a, []).append(b)
            self.mates.setdefault(b, []).append(a)
        self.full_shares: dict[int, list[frozenset[int]]] = {}
        for limit in self.side.shares:
            if sum(self.placed[s] == limit.offer for s in limit.members) >= limit.places:
                self.full_shares.setdefault(limit.offer, []).append(limit.members)
        self.full_shared: dict[int, list[int]] = {}
        for offers, places in self.side.shared.values():
            if sum(self.used[o] for o in offers) >= places:
                self.full_shared |= dict.fromkeys(offers, offers)

    def of(self, s: int, row: Explanation) -> Explanation:
        """One student's."""
        if row.reason_code == "other_goal_first":
            row = msgspec.structs.replace(row, reason_code="side_constraint")
        if all(wish.fate != "place_left" for wish in row.wishes):
            return row
        return msgspec.structs.replace(row, wishes=tuple([self._wish(s, wish) for wish in row.wishes]))

    def _wish(self, s: int, wish: WishOutcome) -> WishOutcome:
        if wish.fate != "place_left":
            return wish
        return msgspec.structs.replace(wish, fate=self._fate(s, self.tables.offer_index[wish.offer_id]))

    def _fate(self, s: int, o: int) -> WishFate:
        if o in self.side.minimum and not self.used[o]:
            return "closed_below_minimum"
        if any(s in members for members in self.full_shares.get(o, ())):
            return "share_full"
        if o in self.full_shared and self.placed[s] not in self.full_shared[o]:
            return "shared_full"
        if any(self.placed[mate] != o for mate in self.mates.get(s, ())):
            return "mate_elsewhere"
        return "kept_free"
