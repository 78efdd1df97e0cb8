"""Certificates of *group gap* for tiny rounds, made by enumeration: no engine, and no part of the verifier's own check.

A claim states what is best (or, with ``other_counts``, what some other counts leave, honestly with its bounds) and
proves it: cuts exclude counts that no matching has or that are not good enough, trees halve what is left.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import msgspec

from matching.instance import Instance
from matching.policy import Policy
from matching.result import (
    CERTIFICATE_SCHEMA,
    Certificate,
    CountCut,
    CountNode,
    CountsProof,
    CoupledLevel,
    GoalOutcome,
    LevelDuals,
)
from matching.verify.face import Face
from tests.pure.matching.count_prices import goal_levels, lottery_levels, prices, stand_ins
from tests.pure.matching.count_trees import Inequality, TreeMaker
from tests.pure.matching.counted_world import (
    Claim,
    Counts,
    Matching,
    Weights,
    World,
    by_lottery,
    placements_of,
    report_of,
    text,
)


@dataclass
class Level:
    goal: str
    round: int
    weights: Weights

    def of(self, matching: Matching) -> int:
        return sum(self.weights[s][o] for s, o in enumerate(matching) if o >= 0)


def linear_levels(world: World, goals: Sequence[str], *, settled: bool) -> list[Level]:
    found = []
    n = len(world.worth)
    for goal in goals:
        if goal != "worst_off":
            found.append(
                Level(goal, 0, [dict.fromkeys(row, 1) for row in world.worth] if goal == "placed" else world.worth)
            )
        else:
            left = list(range(1 if settled else 0, world.classes - 1))
            k = max(k for k in range(1, 40) if k == 1 or (n + 1) ** k <= 2**12)
            while left:
                level, left = left[:k], left[k:]
                cost = {c: (n + 1) ** (level[-1] - c) for c in level}
                cost |= dict.fromkeys(range(level[0]), cost[level[0]])
                weights = [{o: cost[level[0]] - cost.get(c, 0) for o, c in row.items()} for row in world.of_class]
                found.append(Level(goal, level[0], weights))
        settled = settled or goal == "placed"
    return found


class Maker:
    """All of a claim."""

    def __init__(self, dice: random.Random, instance: Instance, policy: Policy) -> None:
        self.dice = dice
        self.world = World(instance, policy, policy.seed or instance.sha256())
        self.atom, self.labels, self.groupings = self.world.atoms()
        self.sizes = [self.atom.count(a) for a in range(len(self.labels))]
        goals, at = policy.goals, policy.goals.index("group_gap")
        self.price = policy.group_gap.price
        self.above = list(goals[: at - 1 if self.price else at])
        self.below = [*(["placed"] if self.price else []), *goals[at + 1 :]]
        self.on_base = self.world.matchings()
        for goal in self.above:
            self.on_base = self.world.best(goal, self.on_base)
        self.most = max(sum(o >= 0 for o in m) for m in self.on_base)
        self.least = self.most - self.price if self.price else 0
        self.levels = linear_levels(self.world, self.below, settled="placed" in self.above)
        self.cuts: list[CountCut] = []

    def counts(self, matching: Matching) -> Counts:
        found = [0] * len(self.sizes)
        for s, o in enumerate(matching):
            found[self.atom[s]] += o >= 0
        return tuple(found)

    def claim(self, *, other_counts: bool = False) -> Claim:
        """What is best; or, with ``other_counts``, what some other counts leave."""
        world, tolerance = self.world, self.world.policy.group_gap.accepted_gap
        allowed = [m for m in self.on_base if sum(o >= 0 for o in m) >= self.least]
        self.smallest = min(world.gap(m) for m in allowed)
        if other_counts:
            wanted = self.dice.choice(sorted({self.counts(m) for m in allowed}))
            left = [m for m in allowed if self.counts(m) == wanted]
        else:
            left = [m for m in allowed if world.gap(m) <= max(tolerance, self.smallest)]
        for level in self.levels:
            best = max(level.of(m) for m in left)
            left = [m for m in left if level.of(m) == best]
        wanted = self.dice.choice(sorted({self.counts(m) for m in left}))
        left = [m for m in left if self.counts(m) == wanted]
        for goal in self.below:  # the same once more; a test of the definition of the class levels
            assert left == world.best(goal, left)
        self.best = left
        self.placed = by_lottery(world, left)
        self.gap = world.gap(self.placed)
        self.within = [m for m in allowed if world.gap(m) <= max(tolerance, self.gap)]
        self.values = [level.of(self.placed) for level in self.levels]
        before, self.base = self._network_above()
        students = list(zip(self.atom, self.base.must_student, self.base.offers_of, strict=True))
        self.low = [sum(must for atom, must, _ in students if atom == a) for a in range(len(self.sizes))]
        self.high = [sum(bool(row) for atom, _, row in students if atom == a) for a in range(len(self.sizes))]
        coupled = self._coupled()
        face = stand_ins(self.base, self.atom, self.counts(self.placed))
        after = []
        for goal in self.below:
            after += goal_levels(world, face, goal, settled=True)
        after += lottery_levels(world, face)
        proof = CountsProof(cuts=tuple(self.cuts), levels=coupled, counts=self.counts(self.placed))
        sha256 = world.instance.sha256()
        certificate = Certificate(
            input_sha256=sha256, levels=(*before, *after), counts=proof, schema=CERTIFICATE_SCHEMA
        )
        outcomes = self._outcomes(coupled)
        statuses = {goal.name: "proven" if goal.proven else "bound" for goal in outcomes}
        statuses["lottery"] = "proven"
        placements = placements_of(world, self.placed)
        report = report_of(world, self.placed, outcomes, text(self.gap))
        return Claim(
            instance=world.instance,
            policy=world.policy,
            placements=placements,
            certificate=certificate,
            report=report,
            statuses=statuses,
        )

    def _network_above(self) -> tuple[list[LevelDuals], Face]:
        face = self.world.face(self.placed)
        found: list[LevelDuals] = []
        for number, goal in enumerate(self.above):
            found += goal_levels(self.world, face, goal, settled="placed" in self.above[:number])
        if self.price:  # of a matching that places most; the face stays as it is
            best = next(m for m in self.on_base if sum(o >= 0 for o in m) == self.most)
            aside = Face(
                places=face.places,
                offers_of=face.offers_of,
                must_student=face.must_student,
                must_offer=face.must_offer,
                placed=list(best),
            )
            found += goal_levels(self.world, aside, "placed", settled=False)
        return found, face

    # --- cuts -----------------------------------------------------------------------------------------------------

    def _cut(self, level: int, scale: int, above: list[int], atoms: list[int], price: Sequence[int]) -> None:
        """Add a cut, all of it three times where the dice say so."""
        times = self.dice.choice((1, 1, 1, 3)) if level >= 0 else 1
        scale, above = scale * times, [times * own for own in above]
        atoms, price = [times * own for own in atoms], [times * own for own in price]
        constant = sum(p * own for p, own in zip(self.base.places, price, strict=True))
        for s, row in enumerate(self.base.offers_of):
            best = [self._worth(level, scale, above, s, o) - atoms[self.atom[s]] - price[o] for o in row]
            constant += max([*best, *([] if self.base.must_student[s] else [0])])
        self.cuts.append(
            CountCut(
                level=level,
                scale=scale,
                above=tuple(above),
                atoms=tuple(atoms),
                offers=tuple((o, own) for o, own in enumerate(price) if own),
                constant=constant,
            )
        )

    def _worth(self, level: int, scale: int, above: list[int], s: int, o: int) -> int:
        own = scale * self.levels[level].weights[s][o] if level >= 0 else 0
        return own + sum(times * self.levels[j].weights[s][o] for j, times in enumerate(above))

    def exclude(self, counts: Counts, level: int) -> None:
        """Cuts that show why these counts are no good for a level (-1: *group gap*)."""
        there = [m for m in self.on_base if self.counts(m) == counts]
        if not there:
            self._exclude_impossible(counts)
            return
        left = there
        for i in range(min(level + 1, len(self.levels))):
            best = max(self.levels[i].of(m) for m in left)
            if i == level or best < self.values[i]:
                above = [0] * i
                if max(self.levels[i].of(m) for m in there) > best:
                    above = self._so_dear(i)
                sums = [self._sum(i, above, m) for m in there]
                face = stand_ins(self._at(there[sums.index(max(sums))]), self.atom, counts)
                real = len(self.base.places)
                weights = [
                    {o: self._worth(i, 1, above, s, o) if o < real else 0 for o in row}
                    for s, row in enumerate(face.offers_of)
                ]
                _, price = prices(face, weights)
                self._cut(i, 1, above, [-own for own in price[real:]], price[:real])
                return
            left = [m for m in left if self.levels[i].of(m) == self.values[i]]
            assert best == self.values[i]

    def _so_dear(self, level: int) -> list[int]:
        """Each level above weighs more than all below it together can."""
        above: list[int] = [0] * level
        together = 1
        for j in range(level, 0, -1):
            weights = self.levels[j].weights
            together += len(weights) * together * max((w for row in weights for w in row.values()), default=0)
            above[j - 1] = together
        return above

    def _sum(self, level: int, above: list[int], matching: Matching) -> int:
        return self.levels[level].of(matching) + sum(
            times * self.levels[j].of(matching) for j, times in enumerate(above)
        )

    def _exclude_impossible(self, counts: Counts) -> None:
        """A set of atoms of which so many, or so few, cannot have a place."""
        for signs in product((0, 1), repeat=len(counts)):
            for sign in (-1, 1):
                atoms = [sign * own for own in signs]
                sums = [-sum(y * z for y, z in zip(atoms, self.counts(m), strict=True)) for m in self.on_base]
                if -sum(y * z for y, z in zip(atoms, counts, strict=True)) > max(sums):
                    face = self._at(self.on_base[sums.index(max(sums))])
                    weights = [dict.fromkeys(row, -atoms[self.atom[s]]) for s, row in enumerate(face.offers_of)]
                    self._cut(-1, 0, [], atoms, prices(face, weights)[1])
                    return
        raise AssertionError("counts that no set of atoms excludes")

    def _at(self, matching: Matching) -> Face:
        """The base face with another matching on it."""
        base = self.base
        return Face(
            places=base.places,
            offers_of=base.offers_of,
            must_student=base.must_student,
            must_offer=base.must_offer,
            placed=list(matching),
        )

    # --- levels ---------------------------------------------------------------------------------------------------

    def _coupled(self) -> tuple[CoupledLevel, ...]:
        tree = self._tree(-1, self.smallest, strict=True)
        found = [CoupledLevel(goal="group_gap", round=0, value=text(self.gap), bound=text(self.smallest), tree=tree)]
        left, exact = self.within, True
        for number, level in enumerate(self.levels):
            of = level.of
            value = of(self.placed)
            # Given levels that are not proven, what is best is hard to prove by cuts: then of all matchings.
            bound = max(of(m) for m in (left if exact else self.within))
            left = [m for m in left if of(m) == value]
            exact = exact and bound == value
            tree = self._tree(number, bound, strict=False)
            found.append(
                CoupledLevel(goal=level.goal, round=level.round, value=str(value), bound=str(bound), tree=tree)
            )
        return tuple(found)

    def _tree(self, number: int, bound: int | Fraction, *, strict: bool) -> tuple[CountNode, ...]:
        """Of *group gap* (-1), or of a linear level."""

        def known() -> list[Inequality]:
            return self._known(number, bound, strict=strict)

        def exclude(counts: Counts) -> None:
            if number < len(self.levels) and number >= 0 and not self._given(number):
                self._exclude_alone(counts, number)
            else:
                self.exclude(counts, number)

        return TreeMaker(self.dice, self.low, self.high, known, exclude).make()

    def _given(self, number: int) -> bool:
        """Whether all linear levels above are best."""
        left = self.within
        for level, value in zip(self.levels[:number], self.values, strict=False):
            if max(level.of(m) for m in left) != value:
                return False
            left = [m for m in left if level.of(m) == value]
        return True

    def _exclude_alone(self, counts: Counts, number: int) -> None:
        kept, self.values = self.values, [-1] * len(self.values)
        levels = self.levels
        there = [m for m in self.on_base if self.counts(m) == counts]
        if not there:
            self._exclude_impossible(counts)
        else:
            best = max(there, key=levels[number].of)
            face = stand_ins(self._at(best), self.atom, counts)
            real = len(self.base.places)
            weights = [
                {o: levels[number].weights[s][o] if o < real else 0 for o in row}
                for s, row in enumerate(face.offers_of)
            ]
            _, price = prices(face, weights)
            self._cut(number, 1, [0] * number, [-own for own in price[real:]], price[:real])
        self.values = kept

    def _known(self, number: int, bound: int | Fraction, *, strict: bool) -> list[Inequality]:
        found = []
        for c, cut in enumerate(self.cuts):
            if cut.level <= number:
                at_most = cut.constant
                if cut.level >= 0:
                    at_most -= cut.scale * int(bound + 1 if cut.level == number else self.values[cut.level])
                at_most -= sum(times * value for times, value in zip(cut.above, self.values, strict=False))
                found.append(_row([-own for own in cut.atoms], at_most, CountNode(cuts=((c, 1),))))
        if self.price:
            found.append(_row([-1] * len(self.sizes), -self.least, CountNode(total=1)))
        limit = Fraction(bound) if strict else max(self.world.policy.group_gap.accepted_gap, self.gap)
        for g, groups in enumerate(self.groupings):
            for (i, (size, atoms)), (j, (other, others)) in product(enumerate(groups), repeat=2):
                row = [Fraction(a in atoms) / size - Fraction(a in others) / other for a in range(len(self.sizes))]
                uses = CountNode(gaps=((g, i, 1, 0), (g, j, 0, 1)))
                found.append(Inequality(atoms=row, at_most=limit, uses=uses, strict=strict))
        return found

    # --- the report -----------------------------------------------------------------------------------------------

    def _outcomes(self, coupled: tuple[CoupledLevel, ...]) -> tuple[GoalOutcome, ...]:
        world, found = self.world, []
        for goal in world.policy.goals:
            value = world.value(goal, self.placed) if goal != "group_gap" else text(self.gap)
            own = [level for level in coupled if level.goal == goal]
            proven = all(level.value == level.bound for level in own)
            bound = value
            if goal == "group_gap":
                proven = self.gap in (self.smallest, min(self.gap, world.policy.group_gap.accepted_gap))
                bound = value if proven else text(self.smallest)
            elif goal == "placed" and self.price:
                bound = self.most
            elif goal == "worst_off" and not proven:
                bound = self._profile_bound(coupled)
            elif not proven:
                bound = int(own[0].bound)
            outcome = GoalOutcome(name=goal, value=value, bound=bound, proven=proven)
            found.append(outcome if proven else msgspec.structs.replace(outcome, proof="none"))
        return tuple(found)

    def _profile_bound(self, coupled: tuple[CoupledLevel, ...]) -> tuple[int, ...]:
        """The bound of the first class level that is not proven, as a number whose digits are students."""
        obtained = self.world.profile(self.placed)
        own = [
            (level, told) for level, told in zip(self.levels, coupled[1:], strict=False) if level.goal == "worst_off"
        ]
        number = next(n for n, (_, told) in enumerate(own) if told.value != told.bound)
        level, told = own[number]
        last = own[number + 1][0].round if number + 1 < len(own) else self.world.classes - 1
        base = len(self.placed) + 1
        cost = 0
        for c in range(level.round, last):
            cost = cost * base + obtained[c]
        cost = max(0, cost - int(told.bound) + int(told.value))
        digits = [cost // base ** (last - 1 - c) % base for c in range(level.round, last)]
        first = next((c for c in range(level.round, last) if digits[c - level.round] != obtained[c]), None)
        if first is None:  # a bound below no students at all
            return obtained
        return (*obtained[:first], digits[first - level.round], *obtained[first + 1 :])


def _row(atoms: list[int], at_most: int, uses: CountNode) -> Inequality:
    return Inequality(atoms=[Fraction(own) for own in atoms], at_most=Fraction(at_most), uses=uses)
