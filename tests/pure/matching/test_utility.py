"""The published utility formula, with pinned points and a plain re-statement."""

from __future__ import annotations

import pytest

from matching.eligibility import build
from matching.instance import Instance, Spot, Travel
from matching.policy import Policy, UtilityWeights
from tests.pure.matching.rounds import offer, student


def parts(person: object, work: object, weights: UtilityWeights | None = None, **facts: object) -> list[int]:
    instance = Instance(students=(person,), offers=(work, offer("O2"), offer("O3")), **facts)
    eligibility = build(instance, Policy(utility=weights or UtilityWeights()))
    assert eligibility.parts is not None
    [first] = [index for index, at in enumerate(eligibility.problem.offer.tolist()) if at == 0]
    points: list[int] = eligibility.parts[first].tolist()
    assert eligibility.problem.utility[first] == sum(points)
    return points


@pytest.mark.parametrize(
    ("preferences", "points"),
    [
        ((), 600),  # a student who named nothing gets the whole weight
        ((("O1",),), 600),
        ((("O1",), ("O2",), ("O3",)), 600),
        ((("O2",), ("O1",), ("O3",)), 400),
        ((("O2",), ("O3",), ("O1",)), 200),
        ((("O2",), ("O3",)), 0),  # not named
        ((("O2", "O1"), ("O3",)), 600),  # equals share a class
        ((("O-gone",), ("O1",)), 300),  # an unknown offer keeps its class
        ((("O1",), ("O2",), ("O1",)), 600),  # named twice: the best one counts
        ((*((f"X{number}",) for number in range(6)), ("O1",)), 600 * 1 // 7),  # rounded down
    ],
)
def test_preference(preferences: tuple[tuple[str, ...], ...], points: int) -> None:
    assert parts(student(preferences=preferences), offer())[0] == points


@pytest.mark.parametrize(
    ("minutes", "maximum", "points"),
    [
        (0, 30, 250),
        (15, 30, 125),
        (29, 30, 250 * 1 // 30),
        (30, 30, 0),
        (30, None, 250 * 90 // 120),
        (120, None, 0),
        (500, None, 0),
        (0, 0, 250),  # a maximum of 0 is measured against 120 minutes
        (None, 30, 125),
        (None, None, 125),
    ],
)
def test_travel(minutes: int | None, maximum: int | None, points: int) -> None:
    table = () if minutes is None else (Travel(home_zone="h", work_zone="w", transport="bike", minutes=minutes),)
    person = student(home=Spot(zone="h"), transport="bike", max_travel_minutes=maximum)
    assert parts(person, offer(work=Spot(zone="w")), travel=table)[1] == points


@pytest.mark.parametrize(
    ("wishes", "tags", "points"),
    [
        ((), ("care",), 150),
        (("care",), ("care", "wood"), 150),
        (("care", "wood"), ("care",), 75),
        (("care", "wood", "code"), ("code",), 50),
        (("care",), (), 0),
        (("care", "care", "wood"), ("care",), 75),  # a wish counts once
    ],
)
def test_learning_wishes(wishes: tuple[str, ...], tags: tuple[str, ...], points: int) -> None:
    assert parts(student(learning_wishes=wishes), offer(tags=tags))[2] == points


def test_hundreds_of_different_wishes() -> None:
    wishes = tuple(f"wish {number}" for number in range(300))
    assert parts(student(learning_wishes=wishes), offer(tags=wishes[:200]))[2] == 100


def test_the_weights_are_those_of_the_policy() -> None:
    weights = UtilityWeights(preference=1000, travel=0, learning_wishes=0)
    person = student(preferences=(("O2",), ("O1",)), learning_wishes=("care",))
    assert parts(person, offer(), weights) == [500, 0, 0]
