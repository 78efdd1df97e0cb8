"""The classes of *worst off first*: what a rank, a missing rank and a utility are worth, and how lists compare."""

from __future__ import annotations

import pytest

from matching.faults import InstanceUnusable
from matching.instance import Instance
from matching.policy import Policy, WorstOff
from matching.result import Result
from matching.run import run
from tests.pure.matching.rounds import offer, pair, student


def result_of(instance: Instance, policy: Policy) -> Result:
    return run(instance, policy, clock=lambda: 0.0)


def profile(instance: Instance, classes: str = "rank") -> object:
    policy = Policy(goals=("placed", "worst_off"), seed="s", worst_off=WorstOff(classes=classes))  # type: ignore[arg-type]  # spelled out by the tests
    return result_of(instance, policy).report.goals[1].value


def test_classes_go_by_the_number_of_the_rank_however_long_the_list_is() -> None:
    """The third of three choices is worse than the second of two; the longest list gives the number of classes."""
    long, short = (("O1",), ("O2",), ("O3",)), (("O1",), ("O3",))
    people = (student("S1", preferences=long), student("S2", preferences=short))
    offers = (offer("O1"), offer("O2", places=0), offer("O3"))
    assert profile(Instance(students=people, offers=offers)) == (0, 0, 0, 1, 1)
    without = (student("S1", preferences=long[:2]), people[1])
    assert profile(Instance(students=without, offers=offers)) == (0, 0, 1, 1)


def test_equals_share_a_class() -> None:
    people = (student("S1", preferences=(("O1", "O2"),)), student("S2", preferences=(("O1", "O2"),)))
    assert profile(Instance(students=people, offers=(offer("O1"), offer("O2")))) == (0, 0, 2)


def test_any_place_of_a_student_without_preferences_is_one_that_he_did_not_name() -> None:
    people = (student("S1"), student("S2", preferences=(("O1",),)))
    assert profile(Instance(students=people, offers=(offer("O1"),))) == (1, 0, 1)
    assert profile(Instance(students=people[:1], offers=(offer("O1"),))) == (0, 1)


def test_a_lock_keeps_its_class() -> None:
    people = (
        student("S1", preferences=(("O1",), ("O2",)), locked_offer="O2"),
        student("S2", preferences=(("O2",), ("O1",))),
    )
    assert profile(Instance(students=people, offers=(offer("O1"), offer("O2")))) == (0, 0, 2, 0)


def test_fewest_in_the_worst_class_even_where_the_sum_is_smaller() -> None:
    """Two second choices rather than a first and a third: that is what sets the goal apart from satisfaction."""
    people = (student("S1"), student("S2"))
    offers = (offer("O1"), offer("O2"), offer("O3"))
    pairs = (
        pair("S1", "O1", 1000, rank=1),
        pair("S1", "O2", 300, rank=2),
        pair("S2", "O1", 500, rank=2),
        pair("S2", "O3", 400, rank=3),
    )
    instance = Instance(students=people, offers=offers, pairs=pairs)
    assert profile(instance) == (0, 0, 0, 2, 0)
    satisfied = result_of(instance, Policy(goals=("placed", "satisfaction", "worst_off")))
    assert satisfied.report.goals[2].value == (0, 0, 1, 0, 1)


def test_pairs_without_a_rank_are_not_named() -> None:
    pairs = (pair("S1", "O1", rank=4), pair("S2", "O2"))
    instance = Instance(students=(student("S1"), student("S2")), offers=(offer("O1"), offer("O2")), pairs=pairs)
    assert profile(instance) == (0, 1, 1, 0, 0, 0)


@pytest.mark.parametrize(("utility", "band"), [(0, 1), (99, 1), (100, 2), (899, 9), (900, 10), (1000, 10)])
def test_bands_of_a_hundred_points(utility: int, band: int) -> None:
    instance = Instance(students=(student("S1"),), offers=(offer("O1"),), pairs=(pair("S1", "O1", utility),))
    assert profile(instance, "utility") == tuple(int(c == band) for c in range(11))


def test_nobody_is_a_profile_of_zeros() -> None:
    assert profile(Instance(students=(), offers=())) == (0, 0)
    assert profile(Instance(students=(student(),), offers=()), "utility") == (1, *[0] * 10)


def test_ranks_beyond_all_lists_are_refused_only_where_they_are_classes() -> None:
    pairs = (pair("S1", "O1", rank=10_001), pair("S1", "O2", rank=10_000))
    instance = Instance(students=(student("S1"),), offers=(offer("O1"), offer("O2")), pairs=pairs)
    with pytest.raises(InstanceUnusable) as raised:
        profile(instance)
    assert [(row.code, row.row_key, row.facts["value"]) for row in raised.value.rows] == [
        ("pair_rank_too_high", "S1", 10_001)
    ]
    assert profile(instance, "utility") == (0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0)
