"""Prices for tiny rounds without any solver: from the differences that they must keep, by Bellman and Ford."""

from __future__ import annotations

from matching.result import LevelDuals
from matching.verify.classes import Classes, next_class_level
from matching.verify.face import Face
from tests.pure.matching.counted_world import Counts, Weights, World, lots, pair_draw


def prices(face: Face, weights: Weights) -> tuple[list[int], list[int]]:
    """Prices that prove ``face.placed`` to be best: the differences that they must keep, by Bellman and Ford.

    With b(o) = -price(o): student(s) - b(o) >= weight, = where used; the ground is 0.
    """
    n, m = len(face.offers_of), len(face.places)
    ground = n + m
    at_least: list[tuple[int, int, int]] = []  # (x, y, w): x >= y + w
    for s, row in enumerate(face.offers_of):
        for o in row:
            at_least.append((s, n + o, weights[s][o]))
            if face.placed[s] == o:
                at_least.append((n + o, s, -weights[s][o]))
        if not face.must_student[s]:
            at_least.append((s, ground, 0))
            if face.placed[s] < 0:
                at_least.append((ground, s, 0))
    for o in range(m):
        if not face.must_offer[o]:
            at_least.append((ground, n + o, 0))
            if face.placed.count(o) < face.places[o]:
                at_least.append((n + o, ground, 0))
    height = [0] * (ground + 1)
    for _ in range(ground + 2):
        changed = False
        for x, y, w in at_least:
            if height[x] < height[y] + w:
                height[x], changed = height[y] + w, True
        if not changed:
            zero = height[ground]
            return [height[s] - zero for s in range(n)], [zero - height[n + o] for o in range(m)]
    raise AssertionError("the placements are not best on this face")


def network_level(face: Face, goal: str, level_round: int, weights: Weights) -> LevelDuals:
    """The level, and the face narrowed by it."""
    student, offer = prices(face, weights)
    value = sum(weights[s][o] for s, o in enumerate(face.placed) if o >= 0)
    face.narrow([[weights[s][o] for o in row] for s, row in enumerate(face.offers_of)], tuple(student), tuple(offer))
    return LevelDuals(goal=goal, round=level_round, value=value, student=tuple(student), offer=tuple(offer))


def goal_levels(world: World, face: Face, goal: str, *, settled: bool) -> list[LevelDuals]:
    real = len(world.places)
    if goal == "placed":
        return [network_level(face, goal, 0, [{o: int(o < real) for o in row} for row in face.offers_of])]
    if goal == "satisfaction":
        rows = zip(face.offers_of, world.worth, strict=True)
        return [network_level(face, goal, 0, [{o: worth.get(o, 0) for o in row} for row, worth in rows])]
    found = []
    of = [{o: row.get(o, 0) for o in offers} for row, offers in zip(world.of_class, face.offers_of, strict=True)]
    classes, last = Classes(of, world.classes), 0 if settled else -1
    while (step := next_class_level(face, classes, last)) is not None:
        weights = [dict(zip(row, own, strict=True)) for row, own in zip(face.offers_of, step.weights, strict=True)]
        found.append(network_level(face, goal, step.first, weights))
        last = step.last
    return found


def lottery_levels(world: World, face: Face) -> list[LevelDuals]:
    real = len(world.places)
    numbers = [student.student_number for student in world.instance.students]
    found: list[LevelDuals] = []
    while face.open_students():
        if not found:
            weights = [
                {o: len(numbers) + 1 - lot if o < real else 0 for o in row}
                for row, lot in zip(face.offers_of, lots(world), strict=True)
            ]
        else:
            weights = [
                {o: pair_draw(world, len(found), s, o) if o < real else 0 for o in row}
                for s, row in enumerate(face.offers_of)
            ]
        found.append(network_level(face, "where" if found else "who", len(found), weights))
    return found


def stand_ins(base: Face, atom: list[int], counts: Counts) -> Face:
    """The base face with these counts."""
    m = len(base.places)
    free = [atom.count(a) - counts[a] for a in range(len(counts))]
    return Face(
        places=[*base.places, *free],
        offers_of=[
            [*row, *([] if must or not free[a] else [m + a])]
            for row, must, a in zip(base.offers_of, base.must_student, atom, strict=True)
        ],
        must_student=[True] * len(atom),
        must_offer=[*base.must_offer, *(True for _ in free)],
        placed=[o if o >= 0 else m + a for o, a in zip(base.placed, atom, strict=True)],
    )
