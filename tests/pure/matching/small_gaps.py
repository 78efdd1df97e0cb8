"""*Group gap* spelt out by enumeration: what the engine must equal."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction

from matching.engine.counts.atoms import Atoms, atoms_of
from matching.engine.problem import Problem
from matching.engine.worst_off import Classes
from matching.instance import Student
from matching.policy import GroupGap
from tests.pure.matching.small_problems import Choice, Value, drawn, every_matching, lots, worth


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Goals with groupings: ``groups[name][student]``, "" for none."""

    goals: tuple[str, ...]
    policy: GroupGap
    groups: dict[str, tuple[str, ...]]

    def atoms(self, students: int) -> Atoms:
        people = [
            Student(
                student_number=str(s),
                crebo="25998",
                groups=tuple((name, column[s]) for name, column in self.groups.items() if column[s]),
            )
            for s in range(students)
        ]
        return atoms_of(people, self.policy)


def random_groupings(dice: random.Random, problem: Problem) -> dict[str, tuple[str, ...]]:
    names = ("a", "b", "c")[: dice.randint(1, 3)]
    return {
        name: tuple(dice.choice(("x", "y", "z", "")[: dice.randint(2, 4)]) for _ in problem.student_keys)
        for name in names
    }


def gap_of(asked: Asked, choice: Choice) -> Fraction:
    found = Fraction(0)
    for name in asked.policy.groupings:
        column = asked.groups[name]
        rates = []
        for group in set(column) - {""}:
            members = [s for s, own in enumerate(column) if own == group]
            if len(members) >= asked.policy.min_group_size:
                rates.append(Fraction(sum(choice[s] >= 0 for s in members), len(members)))
        if len(rates) > 1:
            found = max(found, max(rates) - min(rates))
    return found


def placed(choice: Choice) -> int:
    return sum(pair >= 0 for pair in choice)


def best_with_gap(problem: Problem, asked: Asked, classes: Classes) -> tuple[list[Choice], list[Value | Fraction]]:
    """The matchings that are best for the goals, and the value of each goal (for the gap: what must be kept)."""
    left = every_matching(problem)
    values: dict[str, Value | Fraction] = {}
    before = left
    goals = list(asked.goals)
    price = asked.policy.price
    for goal in goals:
        if goal == "group_gap":
            if price:
                most = max(map(placed, before))
                left = [c for c in before if placed(c) >= most - price]
            keep = max(min(gap_of(asked, c) for c in left), asked.policy.accepted_gap)
            left = [c for c in left if gap_of(asked, c) <= keep]
            values[goal] = keep
            if price:
                most = max(map(placed, left))
                left = [c for c in left if placed(c) == most]
                values["placed"] = most
            continue
        before = left
        worths = {c: worth(problem, classes, goal, c) for c in left}
        best = min(worths.values()) if goal == "worst_off" else max(worths.values())
        left = [c for c in left if worths[c] == best]
        values[goal] = best
    return left, [values[goal] for goal in goals]


def the_one_with_counts(problem: Problem, asked: Asked, best: list[Choice], like: Choice, seed: str) -> Choice:
    """What the lottery leaves of the matchings with the counts of ``like``: who by lots together, where by draws."""
    atoms = asked.atoms(len(problem.student_keys))

    def counts(choice: Choice) -> list[int]:
        placed_atoms = [int(atoms.of_student[s]) for s, pair in enumerate(choice) if pair >= 0]
        return [placed_atoms.count(a) for a in range(len(atoms.size))]

    if atoms.coupled:
        best = [c for c in best if counts(c) == counts(like)]
    lot = lots(problem, seed)
    worths = {c: sum(len(lot) + 1 - lot[s] for s, pair in enumerate(c) if pair >= 0) for c in best}
    best = [c for c in best if worths[c] == max(worths.values())]
    return drawn(problem, best, seed)
