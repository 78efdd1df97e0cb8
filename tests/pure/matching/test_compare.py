"""Two runs side by side: effects by hand, identities on drawn rounds, and what differs told as facts."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.compare import Side, compare, side_of
from matching.compare_groups import compare_groups
from matching.comparison import EFFECTS, Effect, Outcome
from matching.instance import Instance
from matching.policy import GoalName, Policy, UtilityWeights
from matching.result import Report
from matching.run import run
from tests.pure.matching.rounds import offer, rounds, student

REPORT = Report(
    status="finished", goals=(), students=1, offers=2, places=2, placed=1, eligible_pairs=2, profile={}, seed="z",
    input_sha256="", policy={}, versions={}, seconds=0.0,
)  # fmt: skip
PLAIN = Instance(students=(student("S1"),), offers=(offer("O1"), offer("O2")))


def side(offer_id: str | None, rank: int | None = None, utility: int | None = None, **facts: object) -> Side:
    """A run in which S1 got this."""
    got = Outcome(
        student_number="S1", offer_id=offer_id, rank=rank, utility=utility, travel_minutes=None,
        reason_code=None if offer_id else "no_places",
    )  # fmt: skip
    plain: dict[str, object] = {"instance": PLAIN, "policy": Policy(), "report": REPORT, "outcomes": (got,)}
    return Side(**(plain | facts))  # type: ignore[arg-type]  # the facts are spelled out above


def finished(instance: Instance, policy: Policy) -> Side:
    result = run(instance, policy, clock=lambda: 0.0)
    return side_of(instance, policy, result.report, result.explanations)


@pytest.mark.parametrize(
    ("left", "right", "effect", "signs"),
    [
        (side(None), side("O1", 1, 900), "got_place", (None, None)),
        (side("O1", 1, 900), side(None), "lost_place", (None, None)),
        (side("O1", 2, 700), side("O2", 1, 900), "better", (1, 1)),
        (side("O1", 2, 700), side("O2", 1, 700), "better", (1, 0)),
        (side("O1", None, 700), side("O2", 3, 700), "better", (1, 0)),
        (side("O1", 1, 700), side("O2", None, 600), "worse", (-1, -1)),
        (side("O1", 1, 700), side("O2", 1, 600), "worse", (0, -1)),
        (side("O1", 1, 700), side("O2", 2, 800), "mixed", (-1, 1)),
        (side("O1", None, 700), side("O2", None, 700), "other", (0, 0)),
    ],
)
def test_the_effect_for_one_student(left: Side, right: Side, effect: Effect, signs: tuple[int | None, ...]) -> None:
    (change,) = compare(left, right).changes
    assert (change.effect, (change.ranks, change.points)) == (effect, signs)


def test_the_same_place_is_no_change_whatever_its_points() -> None:
    found = compare(side("O1", 1, 700), side("O1", 2, 800))
    assert (found.changes, found.unchanged) == ((), 1)


def changed(**facts: object) -> Instance:
    return msgspec.structs.replace(PLAIN, students=(student("S1", **facts),))


def test_ranks_and_points_are_compared_only_where_they_mean_the_same() -> None:
    left = side("O1", 2, 700)
    (change,) = compare(left, side("O2", 1, 900, instance=changed(preferences=(("O2",),)))).changes
    assert (change.effect, change.ranks, change.points, change.fields) == ("other", None, None, ("preferences",))
    (change,) = compare(left, side("O2", 1, 900, instance=changed(max_travel_minutes=30))).changes
    assert (change.effect, change.ranks, change.points) == ("better", 1, None)
    weights = Policy(utility=UtilityWeights(preference=0, travel=850))
    (change,) = compare(left, side("O2", 2, 900, policy=weights)).changes
    assert (change.effect, change.points) == ("other", None)
    more = msgspec.structs.replace(PLAIN, offers=(offer("O1", places=3), offer("O2")))
    (change,) = compare(left, side("O2", 2, 900, instance=more)).changes
    assert (change.effect, change.points, change.offer_changed) == ("better", 1, True)
    tagged = msgspec.structs.replace(PLAIN, offers=(offer("O1", tags=("wood",)), offer("O2")))
    (change,) = compare(left, side("O2", 2, 900, instance=tagged)).changes
    assert change.points is None


def test_who_takes_part_in_one_run_only() -> None:
    nobody = side(None, outcomes=())
    assert [change.effect for change in compare(nobody, side("O1", 1, 900)).changes] == ["joined"]
    assert [change.effect for change in compare(side("O1", 1, 900), nobody).changes] == ["gone"]


def test_what_differs_is_told_by_row_field_and_key() -> None:
    left = side("O1", 1, 900)
    other = Instance(
        students=(student("S1", level=3), student("S2")),
        offers=(offer("O1", places=2, tags=("wood",)),),
        equivalents=(("25998", "25743"),),
    )
    policy = Policy(seed="other", goals=("placed", "worst_off"), utility=UtilityWeights(preference=500, travel=350))
    report = msgspec.structs.replace(REPORT, seed="other", versions={"numpy": "3"})
    why = compare(left, side("O1", 1, 900, instance=other, policy=policy, report=report)).why
    # S2 is nobody of whom an outcome was given: he is not told about.
    assert [(row.kind, row.key, row.state, row.fields) for row in why.rows] == [
        ("students", "S1", "changed", ("level",)),
        ("offers", "O1", "changed", ("places", "tags")),
        ("offers", "O2", "removed", ()),
    ]
    assert why.tables == ("equivalents",)
    assert [(one.key, one.left, one.right) for one in why.policy] == [
        ("goals", ("placed", "satisfaction"), ("placed", "worst_off")),
        ("utility.preference", 600, 500),
        ("utility.travel", 250, 350),
    ]
    assert (why.seed, why.seed_follows_input, why.versions, why.same) == (True, False, ("numpy",), False)


def test_an_empty_seed_follows_the_input() -> None:
    more = msgspec.structs.replace(PLAIN, offers=(offer("O1", places=2), offer("O2")))
    why = compare(finished(PLAIN, Policy()), finished(more, Policy())).why
    assert (why.seed, why.seed_follows_input) == (True, True)
    why = compare(finished(PLAIN, Policy(seed="a")), finished(more, Policy(seed="a"))).why
    assert (why.seed, why.seed_follows_input) == (False, False)


@given(rounds(), st.sampled_from([("placed", "satisfaction"), ("satisfaction", "placed"), ("placed", "worst_off")]))
@settings(max_examples=40)
def test_the_same_twice_differs_in_nothing_and_the_other_way_round_is_the_mirror(
    instance: Instance, goals: tuple[GoalName, ...]
) -> None:
    first, second = finished(instance, Policy(goals=goals, seed="a")), finished(instance, Policy(seed="b"))
    same = compare(first, first)
    assert (same.changes, same.why.same, same.unchanged) == ((), True, len(instance.students))
    there, back = compare(first, second), compare(second, first)
    mirror = {"got_place": "lost_place", "better": "worse", "joined": "gone"}
    mirror |= {value: key for key, value in mirror.items()}
    assert {effect: there.counts[effect] for effect in EFFECTS} == {
        effect: back.counts[mirror.get(effect, effect)] for effect in EFFECTS
    }
    assert sum(there.counts.values()) + there.unchanged == len(instance.students)
    gained = there.counts["got_place"] - there.counts["lost_place"]
    assert gained == second.report.placed - first.report.placed
    assert sum(line.left for line in there.profile) == sum(line.right for line in there.profile)


def grouped(sizes: dict[str, int]) -> tuple[list[object], set[str]]:
    students = [
        student(f"{name}{number}", groups=(("team", name),)) for name, size in sizes.items() for number in range(size)
    ]
    return students, {one.student_number for one in students if one.student_number.endswith(("0", "1"))}


def test_a_small_group_is_hidden_and_never_alone() -> None:
    left, right = grouped({"A": 30, "B": 12, "C": 9}), grouped({"A": 30, "B": 12, "C": 11})
    lines = {line.group: line for line in compare_groups(left, right) if line.grouping == "team"}  # type: ignore[arg-type]  # made here: students
    assert {name for name, line in lines.items() if line.hidden} == {"B", "C"}
    assert (lines["A"].left_students, lines["A"].left_placed, lines["A"].right_placed) == (30, 6, 6)


def test_groups_that_are_large_or_empty_are_shown() -> None:
    lines = [one for one in compare_groups(grouped({"A": 30}), grouped({"A": 30, "B": 12})) if one.grouping == "team"]  # type: ignore[arg-type]  # made here: students
    assert [(one.group, one.left_students, one.right_students) for one in lines] == [("A", 30, 30), ("B", 0, 12)]


def test_all_or_nobody_of_a_small_group_is_hidden_too() -> None:
    sizes = {"A": 60, "B": 40, "C": 15}
    students, _ = grouped(sizes)
    some = {f"{name}{number}" for name in sizes for number in range(5)}
    everybody = some | {f"C{number}" for number in range(15)}
    for placed, hidden in ((some, set()), (everybody, {"B", "C"}), (some - {f"C{n}" for n in range(5)}, {"B", "C"})):
        lines = compare_groups((students, some), (students, placed))  # type: ignore[arg-type]  # made here: students
        assert {one.group for one in lines if one.grouping == "team" and one.hidden} == hidden


def test_a_grouping_with_one_group_says_nothing() -> None:
    one = grouped({"A": 30})
    assert [line for line in compare_groups(one, one) if line.grouping == "team"] == []  # type: ignore[arg-type]  # made here: students
