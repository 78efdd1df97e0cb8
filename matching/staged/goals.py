"""One part of the round: the stages of the goals and of the lottery, in the order of the policy."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.face import Face
from matching.engine.lottery import pair_draws
from matching.staged.budget import NO_CLOCK
from matching.staged.gap import groups_that_count, settle_gap
from matching.staged.model import Row
from matching.staged.stage import Impossible, Stages
from matching.staged_proof import StagedPart

if TYPE_CHECKING:
    from collections.abc import Callable

    from matching.policy import Policy
    from matching.staged.budget import Budget
    from matching.staged.model import Ints, Model
    from matching.staged.solve import Asked
    from matching.staged.stage import Reached

#: Questions about who could have had another outcome, fewer where the part is large; who has not shown up in them by
#: then is told that no lot decided.
MOST_OTHERS = 60
_OTHERS_WORK = 100_000

#: Less than every value.
_NOTHING = -(1 << 62)


def goals_in_stages(policy: Policy, *, reserves: bool, together: bool) -> tuple[str, ...]:
    """The goals of the policy with those that the side constraints bring."""
    goals: list[str] = list(policy.goals)
    if reserves:
        after = "group_gap" if policy.group_gap.price and "group_gap" in goals else "placed"
        goals.insert(goals.index(after) + 1 if after in goals else 0, "reserves")
    if together:
        goals.insert(goals.index("satisfaction") if "satisfaction" in goals else len(goals), "together")
    return tuple(goals)


@dataclass(kw_only=True, slots=True)
class Totals:
    """What a goal came to in a part; ``better``: for *worst off*, by class, how many fewer there might be."""

    value: int = 0
    bound: int = 0
    proven: bool = True
    certified: bool = True
    better: dict[int, int] = field(default_factory=dict)

    open: list[tuple[int, Ints, Reached]] = field(default_factory=list)

    def add(self, reached: Reached, objective: Ints, c: int = 0) -> None:
        """A stage of the goal, ``c`` of *worst off*."""
        self.value, self.bound = reached.value, reached.bound
        self.again(reached, objective, c)

    def again(self, reached: Reached, objective: Ints, c: int = 0) -> None:
        """The same, where the bound stays that of an earlier stage."""
        self.value = reached.value
        if not reached.certified:
            self.open.append((c, objective, reached))

    def settle(self, final: Ints, least: int = _NOTHING) -> None:
        """How well it is known in the end: the stages below may have found more than the stage itself.

        ``least``: a value that was found, where the matching of the end need not have it.
        """
        for c, objective, reached in self.open:
            self.value = max(least, int(objective @ final))
            self.bound = max(self.bound, self.value)
            self.proven &= self.value >= reached.bound
            self.certified &= self.value >= reached.most
            self.better[c] = max(0, reached.bound - self.value)


class PartSolver:
    """The way through the stages of one part."""

    def __init__(
        self, asked: Asked, model: Model, budget: Budget, stop: Callable[[], bool], start: Ints | None = None
    ) -> None:
        """``start``: pairs of the problem, a matching of the round that the goals begin with."""
        self.asked, self.model, self.start = asked, model, start
        self.stages = Stages(model, budget, stop)
        self.totals: dict[str, Totals] = {}
        self.drawn = Totals()
        self.kept = Totals()  # with a re-match: the most published places that anything keeps
        self.keeps: tuple[int, ...] = ()
        self.fullest: tuple[int, ...] = ()
        self.others: list[tuple[int, ...]] = []
        self.at_goals: Stages | None = None
        self.pairs = np.arange(model.pair.size)

    def before(self) -> None:
        """A first matching; with a re-match one that keeps as much as can be kept, and the limit that follows."""
        policy = self.asked.policy
        if policy.rematch is None:
            self.stages.begin()
            self._start_from()
            return
        here = self._published()
        objective = self.model.objective(here)
        first = self.stages.under(NO_CLOCK)  # everything else rests on this number
        reached = first.level("kept", 0, objective, fix=False)
        self.stages = first.under(self.stages.budget)
        self.kept.add(reached, objective)
        self.keeps = self.offers_of(self.values())
        least = reached.value - policy.rematch.max_changes
        self.stages.add(Row(columns=here, factors=np.full(here.size, -1), at_most=-max(least, 0)))
        self._start_from()  # only now, so that the number kept is the same wherever one begins

    def _start_from(self) -> None:
        if self.start is not None:
            used = np.isin(self.model.pair, self.start).astype(np.int64)
            rest = np.zeros(self.model.low.size - used.size, np.int64)
            self.stages.start = self.model.counted(np.append(used, rest))

    def _published(self) -> Ints:
        """The pairs that were published."""
        published = self.asked.side.published
        pairs = zip(self.model.student.tolist(), self.model.offer.tolist(), strict=True)
        return np.array([column for column, (s, o) in enumerate(pairs) if published.get(s) == o], np.int64)

    def fewest_changes(self) -> int:
        """After the goals: of the matchings that are best for all of them those that keep most of what was published.

        Tells how many places that keeps.
        """
        if self.asked.policy.rematch is None:
            return 0
        objective = self.model.objective(self._published())
        reached = self.stages.level("kept", 1, objective)
        self.drawn.add(reached, objective)
        return reached.value

    def goal(self, goal: str) -> None:
        """The stages of one goal."""
        model, stages, policy = self.model, self.stages, self.asked.policy
        total = self.totals.setdefault(goal, Totals())
        if goal == "placed":
            price = policy.group_gap.price if model.groups else 0
            every = model.objective(self.pairs)
            reached = stages.level("placed", 0, every, fix=not price)
            total.add(reached, every)
            if price:
                total.open.clear()  # not held: what it came to is final
                total.proven, total.certified = reached.value == reached.bound, reached.certified
                self.fullest = self.offers_of(self.values())
                stages.add(Row(columns=self.pairs, factors=np.full(self.pairs.size, -1), at_most=price - total.value))
        elif goal == "group_gap":
            if model.groups:
                found = settle_gap(stages, policy.group_gap.accepted_gap)
                total.proven, total.certified = found.proven, found.certified
                if policy.group_gap.price:
                    self._placed_again()
        elif goal == "worst_off":
            self._worst_off(total)
        else:
            objective = {
                "reserves": lambda: model.objective(model.reserves),
                "together": lambda: model.objective(model.wishes),
                "satisfaction": lambda: model.objective(self.pairs, self.asked.problem.utility[model.pair]),
            }[goal]()
            total.add(stages.level(goal, 0, objective), objective)

    def _placed_again(self) -> None:
        """After the price was paid: as many as the gap allows. The bound stays what could be placed without it."""
        total = self.totals["placed"]
        every = self.model.objective(self.pairs)
        total.again(self.stages.level("placed", 1, every), every)

    def _worst_off(self, total: Totals) -> None:
        classes, goals = self.asked.classes, self.asked.policy.goals
        if classes is None:
            return
        of_pair = classes.of_pair[self.model.pair]
        if "placed" not in goals[: goals.index("worst_off")]:
            self._class(total, 0, self.model.objective(self.pairs))
        for c in range(1, classes.count - 1):
            inside = np.flatnonzero(of_pair == c)
            if inside.size:
                self._class(total, c, self.model.objective(inside, -1))

    def _class(self, total: Totals, c: int, objective: Ints) -> None:
        total.add(self.stages.level("worst_off", c, objective), objective, c)

    def lottery(self, lots: Ints) -> None:
        """Who, then where, until one matching is left; then who could have had another outcome before."""
        model, stages = self.model, self.stages
        self.at_goals = stages.fork()
        if not model.whole_pairs_in(stages.low, stages.high):
            by_lot = model.objective(self.pairs, (lots.size + 1 - lots)[model.student])
            self.drawn.add(stages.level("who", 0, by_lot), by_lot)
        draw_round = 0
        while not model.whole_pairs_in(stages.low, stages.high):
            draw_round += 1
            draws = self._draws(draw_round)
            self.drawn.add(stages.level("where", draw_round, draws), draws)
            if model.whole_pairs_in(stages.low, stages.high) or self._unique(draw_round):
                break
        self._look_for_others()

    def _draws(self, draw_round: int) -> Ints:
        """Draws of the pairs; after the last round the first student with a choice takes the first offer."""
        model, problem = self.model, self.asked.problem
        if draw_round > self.asked.draw_rounds:
            opened = self.stages.low[self.pairs] < self.stages.high[self.pairs]
            own = model.pairs_of[int(model.student[opened][0])]
            return model.objective(own, np.arange(own.size, 0, -1))
        none = np.zeros(0, np.bool_)
        face = Face(
            places=problem.places,
            pair=model.pair,
            student=model.student,
            offer=model.offer,
            must_student=none,
            must_offer=none,
            taken=none,
        )
        return model.objective(self.pairs, pair_draws(problem, face, self.asked.seed, draw_round))

    def _unique(self, draw_round: int) -> bool:
        """Whether no other matching is left: forbid the one that was found, by counting what is otherwise."""
        other = self.stages.fork()
        taken = self.values()[self.pairs] > 0
        objective = self.model.objective(self.pairs, np.where(taken, -1, 1))
        own = int(taken.sum())
        reached = other.level("unique", draw_round, objective, fix=False)
        if reached.value > -own:
            return False
        self.stages.levels += other.levels
        self.drawn.proven &= reached.value == reached.bound
        self.drawn.certified &= reached.certified
        return True

    def _look_for_others(self) -> None:
        """Other matchings that are best for all goals, until every student who has another outcome had it once."""
        asked = self.at_goals
        if asked is None:
            return
        final = self.model.counted(self.values())
        for objective in asked.held:  # what no proof ended counts as it came out
            columns = np.flatnonzero(objective)
            asked.add(Row(columns=columns, factors=-objective[columns], at_most=-int(objective @ final)))
        undecided = {int(s) for s in self.model.student[asked.low[self.pairs] < asked.high[self.pairs]]}
        mine = self.offers_by_student(final)
        asked.values = final
        opened = max(1, int(np.count_nonzero(asked.low < asked.high)))
        for _ in range(max(3, min(MOST_OTHERS, _OTHERS_WORK // opened))):
            if asked.budget.over:
                return
            objective = np.zeros(asked.low.size, np.int64)
            for s in undecided:
                own = self.model.pairs_of[s]
                objective[own] = np.where(final[own] > 0, -1, 0) if s in mine else 1
            kept = int(objective @ final)
            asked.best(asked.matrix, objective)
            if asked.values is None or int(objective @ asked.values) <= kept:
                return
            theirs = self.offers_by_student(asked.values)
            undecided -= {s for s in undecided if theirs.get(s) != mine.get(s)}
            self.others.append(self.offers_of(asked.values))
            if not undecided:
                return

    def settle(self) -> None:
        """What every goal and the lottery came to with the matching of the end."""
        final = self.model.counted(self.values())
        for total in (*self.totals.values(), self.drawn):
            total.settle(final)
        if self.asked.policy.rematch is not None:  # where that is not proven, the stages may have kept more
            self.kept.settle(final, least=self.kept.value)

    def values(self) -> Ints:
        """The matching of the moment.

        Raises
        ------
        Impossible
            There is none.
        """
        if self.stages.values is None:
            raise Impossible
        return self.stages.values

    def offers_by_student(self, values: Ints) -> dict[int, int]:
        """The offer of each placed student."""
        used = np.flatnonzero(values[self.pairs] > 0)
        return dict(zip(self.model.student[used].tolist(), self.model.offer[used].tolist(), strict=True))

    def offers_of(self, values: Ints) -> tuple[int, ...]:
        """The offer of each student of the part, -1 = none."""
        placed = self.offers_by_student(values)
        return tuple([placed.get(s, -1) for s in self.model.pairs_of])

    def chosen(self) -> Ints:
        """The pairs of the problem that are used."""
        return self.model.pair[self.values()[self.pairs] > 0]

    def decided_by_lot(self) -> list[int]:
        """Students who have another outcome in a matching that is as good for all goals."""
        final = self.offers_of(self.values())
        return [
            s
            for s, mine, *theirs in zip(self.model.pairs_of, final, *self.others, strict=True)
            if any(other != mine for other in theirs)
        ]

    def proof(self) -> StagedPart:
        """The certificate of the part."""
        return StagedPart(
            levels=tuple(self.stages.levels), others=tuple(self.others), keeps=self.keeps, fullest=self.fullest
        )


def gap_of_round(asked: Asked, pair_of_student: Ints) -> Fraction:
    """The gap of a matching of the whole round."""
    rates: dict[str, list[Fraction]] = {}
    for (grouping, _), members in groups_that_count(asked.students, asked.policy.group_gap).items():
        placed = int((pair_of_student[members] >= 0).sum())
        rates.setdefault(grouping, []).append(Fraction(placed, len(members)))
    return max([max(found) - min(found) for found in rates.values()], default=Fraction(0))
