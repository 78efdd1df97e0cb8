"""The stages of one part of the certificate, one after another, against the placements."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from matching.verify.groups import share_of
from matching.verify.lots import DRAW_ROUNDS, draw_of
from matching.verify.side_model import Row
from matching.verify.side_tree import check_tree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from matching.policy import Policy
    from matching.staged_proof import StagedLevel, StagedPart
    from matching.verify.classes import Classes
    from matching.verify.eligible import Eligible
    from matching.verify.side_model import SideModel
    from matching.verify.side_tree import Narrowed


class Found(NamedTuple):
    """``value`` is what the placements have; ``bound`` what the certificate shows that nothing can exceed."""

    value: int
    bound: int

    @property
    def proven(self) -> bool:
        """Whether nothing is better."""
        return self.value == self.bound


class Refused(Exception):
    """The certificate of a stage does not hold."""

    def __init__(self, detail: str, level: str) -> None:
        super().__init__(detail)
        self.detail, self.level = detail, level


class PartLevels:
    """The way through the stages of a part: rows that grow, bounds that shrink."""

    def __init__(self, model: SideModel, part: StagedPart, placed: Sequence[int], policy: Policy) -> None:
        self.model, self.part, self.policy = model, part, policy
        self.left = list(part.levels)
        self.placed = placed
        self.values = self.values_of({s: placed[s] for s in model.students}, "placements")
        self.at_goals: list[Row] = []
        self.held: list[dict[int, int]] = []  # objectives whose value nothing proves to be the best
        self.held_at_goals: list[dict[int, int]] = []
        self.gap_proven = True

    def values_of(self, offers: dict[int, int], what: str) -> list[int]:
        """All variables for a matching.

        Raises
        ------
        Refused
            It uses a pair that is not there, or breaks a row of the moment.
        """
        model = self.model
        values = [0] * len(model.low)
        for s, o in offers.items():
            if o >= 0:
                if (s, o) not in model.at:
                    raise Refused("pair_not_eligible", what)
                values[model.at[s, o]] = 1
        limits = [limit for limit in model.side.reserves if limit.offer in model.by_offer]
        for limit, variable in zip(limits, model.reserves, strict=True):
            values[variable] = min(limit.places, sum(offers.get(s) == limit.offer for s in limit.members))
        used = {o for o in offers.values() if o >= 0}
        opens = [o for o in sorted(model.side.minimum) if o in model.by_offer]
        for n, o in enumerate(opens):
            values[len(model.pairs) + n] = int(o in used)
        both = [
            (model.at[a, o], model.at[b, o])
            for a, b in model.side.wishes
            for o in (model.pairs[n][1] for n in model.by_student.get(a, ()))
            if (b, o) in model.at
        ]
        for (x, y), variable in zip(both, model.wishes, strict=True):
            values[variable] = values[x] * values[y]
        for group, variable in model.counted.items():
            values[variable] = sum(offers.get(s, -1) >= 0 for s in model.groups[group])
        for row in model.rows:
            self._obey(row, values, what)
        return values

    def witness(self, offers: Sequence[int], what: str) -> list[int]:
        """A matching of the certificate, the offer of each student of the part."""
        if len(offers) != len(self.model.students):
            raise Refused("wrong_length", what)
        return self.values_of(dict(zip(self.model.students, offers, strict=True)), what)

    @staticmethod
    def _obey(row: Row, values: list[int], what: str) -> None:
        total = sum(factor * values[n] for n, factor in row.factors.items())
        if total > row.at_most or (row.equal and total != row.at_most):
            raise Refused("row_broken", what)

    def add(self, row: Row, what: str) -> None:
        """One row more, which the placements must obey."""
        self._obey(row, self.values, what)
        self.model.rows.append(row)

    def every(self, weight: int = 1) -> dict[int, int]:
        """The same weight for each pair."""
        return dict.fromkeys(range(len(self.model.pairs)), weight)

    def step(self, goal: str, level_round: int, objective: dict[int, int], best: list[int] | None = None) -> Found:
        """Check a stage. ``best``: a matching that has the value, where the placements need not: not held."""
        model = self.model
        value = sum(weight * (best or self.values)[n] for n, weight in objective.items())
        if not model.is_open(objective):
            return Found(value, value)
        level = self._next(goal, level_round)
        if not isinstance(level.value, int) or not isinstance(level.bound, int):
            raise Refused("value_misstated", goal)
        held = best is None and level.value < level.bound  # then the stages below may have found more
        if level.value != value and not (held and level.value <= value <= level.bound):
            raise Refused("value_misstated", goal)
        found = check_tree(level.tree, model.rows, (model.low, model.high), objective, level.bound + 1, level.value)
        if isinstance(found, str):
            raise Refused(found, goal)
        if best is None:
            self._keep(objective, level.value, found, goal, held=held)
        return Found(value, level.bound)

    def _keep(self, objective: dict[int, int], value: int, found: Narrowed, what: str, *, held: bool) -> None:
        """From now on the objective has this value; or at least this value, where it is not proven (``held``)."""
        model = self.model
        model.low, model.high = found.low, found.high
        if held:
            self.held.append(objective)
        elif found.tight is not None:
            for number in found.tight:
                model.rows[number] = model.rows[number]._replace(equal=True)
            return
        sign = -1 if held else 1
        factors = {n: sign * weight for n, weight in objective.items() if weight}
        self.add(Row(factors, sign * value, equal=not held), what)

    def _next(self, goal: str, level_round: int) -> StagedLevel:
        level = self.left.pop(0) if self.left else None
        if level is None or (level.goal, level.round) != (goal, level_round):
            raise Refused("level_missing", goal)
        return level

    def kept(self) -> Found:
        """How much of the published placement can be kept; the row that limits changes comes with it."""
        objective = self._published()
        best = self.witness(self.part.keeps, "kept")
        found = self.step("kept", 0, objective, best)
        changes = self.policy.rematch.max_changes if self.policy.rematch else 0
        self.add(Row(dict.fromkeys(objective, -1), -max(found.value - changes, 0)), "rematch")
        return found

    def _published(self) -> dict[int, int]:
        published = self.model.side.published
        return {n: 1 for n, (s, o) in enumerate(self.model.pairs) if published.get(s) == o}

    def placed_students(self) -> Found:
        """The goal *placed*; where a price may be paid, what could be placed without it."""
        price = self.policy.group_gap.price if self.model.groups else 0
        if not price:
            return self.step("placed", 0, self.every())
        found = self.step("placed", 0, self.every(), self.witness(self.part.fullest, "placed"))
        self.add(Row(self.every(-1), price - found.value), "price")
        return found

    def gap(self) -> Fraction:
        """The goal *group gap*: the value of the stage."""
        accepted = self.policy.group_gap.accepted_gap
        level = self._next("group_gap", 0)
        value = share_of(str(level.value))
        if value is None:
            raise Refused("value_misstated", "group_gap")
        model = self.model
        self.gap_proven = value <= accepted or level.bound == level.value
        if value > accepted and level.bound == level.value:
            rows = [*model.rows, *model.gap_rows(value, strict=True)]
            found = check_tree(level.tree, rows, (model.low, model.high), {}, 0, 0)
            if isinstance(found, str):
                raise Refused(found, "group_gap")
        for row in model.gap_rows(max(value, accepted), strict=False):
            self.add(row, "group_gap")
        return value

    def worst_off(self, classes: Classes, *, placed_above: bool) -> list[tuple[int, Found]]:
        """The goal *worst off first*, class after class."""
        found = [] if placed_above else [(0, self.step("worst_off", 0, self.every()))]
        of_pair = [classes.of[s][o] for s, o in self.model.pairs]
        for c in range(1, classes.count - 1):
            objective = {n: -1 for n, own in enumerate(of_pair) if own == c}
            if objective:
                found.append((c, self.step("worst_off", c, objective)))
        return found

    def satisfaction(self, eligible: Eligible) -> Found:
        """The goal *satisfaction*."""
        return self.step("satisfaction", 0, {n: eligible[s][o] for n, (s, o) in enumerate(self.model.pairs)})

    def lottery(self, lots: Sequence[int], seed: str) -> bool:
        """Of a re-match the fewest changes; then who, then where; whether one matching is proven to be left."""
        model, proven = self.model, True
        if self.policy.rematch is not None:
            proven &= self.step("kept", 1, self._published()).proven
        self.at_goals, self.held_at_goals = list(model.rows), list(self.held)
        if not model.one_left():
            proven &= self.step("who", 0, {n: len(lots) + 1 - lots[s] for n, (s, _) in enumerate(model.pairs)}).proven
        draw_round = 0
        while not model.one_left():
            draw_round += 1
            proven &= self.step("where", draw_round, self._draws(draw_round, seed)).proven
            if not model.one_left() and self.left and self.left[0].goal == "unique":
                objective = {n: -1 if self.values[n] else 1 for n in range(len(model.pairs))}
                found = self.step("unique", draw_round, objective, self.values)
                return proven and found.proven and not self.left
        if self.left:
            raise Refused("level_unexpected", "lottery")
        return proven

    def _draws(self, draw_round: int, seed: str) -> dict[int, int]:
        model, tables = self.model, self.model.side.tables
        if draw_round > DRAW_ROUNDS:
            own = model.by_student[min(model.open_students())]
            return dict(zip(own, range(len(own), 0, -1), strict=True))
        return {
            n: draw_of(seed, draw_round, tables.students[s].student_number, tables.offers[o].offer_id)
            for n, (s, o) in enumerate(model.pairs)
        }

    def decided_by_lot(self) -> set[int]:
        """Students who have another outcome in a matching that is as good for all goals."""
        rows, self.model.rows = self.model.rows, self.at_goals
        found = set()
        for other in self.part.others:
            values = self.witness(other, "others")
            for objective in self.held_at_goals:  # what no proof ended counts as it came out
                if worth_less(objective, values, self.values):
                    raise Refused("row_broken", "others")
            found |= {s for s, o in zip(self.model.students, other, strict=True) if o != self.placed[s]}
        self.model.rows = rows
        return found


def worth_less(objective: dict[int, int], values: Sequence[int], than: Sequence[int]) -> bool:
    """Whether values are worth less than others."""
    return sum(own * (values[n] - than[n]) for n, own in objective.items()) < 0
