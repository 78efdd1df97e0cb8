"""The whole chain: results that verify, say the same twice, tell their progress, stop on request, and fail loudly."""

from __future__ import annotations

import dataclasses
from itertools import count, pairwise

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import run as room
from matching.eligibility import build
from matching.engine.solve import Solved
from matching.faults import AuditFailed, Cancelled
from matching.instance import Instance, decode
from matching.policy import GoalName, Policy
from matching.result import Result
from matching.run import run
from matching.verify import verify
from tests.pure.matching.rounds import offer, pair, rounds, student

GOALS: list[tuple[GoalName, ...]] = [
    ("placed", "satisfaction"),
    ("satisfaction", "placed"),
    ("placed",),
    ("satisfaction",),
]


def result_of(instance: Instance, policy: Policy | None = None) -> Result:
    return run(instance, policy or Policy(), clock=lambda: 0.0)


def without_locks_that_clash(instance: Instance, locked: list[tuple[int, int]]) -> Instance:
    """The instance with those of the locks that can stand."""
    students = list(instance.students)
    free = {row.offer_id: row.places for row in instance.offers}
    eligibility = build(instance, Policy())
    pairs = set(zip(eligibility.problem.student.tolist(), eligibility.problem.offer.tolist(), strict=True))
    for s, o in locked:
        if (s, o) in pairs and free[instance.offers[o].offer_id] and students[s].locked_offer is None:
            students[s] = msgspec.structs.replace(students[s], locked_offer=instance.offers[o].offer_id)
            free[instance.offers[o].offer_id] -= 1
    return msgspec.structs.replace(instance, students=tuple(students))


@given(rounds(), st.sampled_from(GOALS), st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=4))
def test_every_result_is_proven_again_without_solver_or_arrays(
    instance: Instance, goals: tuple[GoalName, ...], locked: list[tuple[int, int]]
) -> None:
    instance = without_locks_that_clash(instance, locked)
    policy = Policy(goals=goals)
    result = result_of(instance, policy)
    checks = verify(instance, policy, result.placements, result.certificate, result.report)
    assert [(check.goal, check.status) for check in checks] == [(goal, "proven") for goal in (*goals, "lottery")]
    report = result.report
    assert sum(report.profile.values()) == report.students == len(instance.students)
    assert report.placed == len(result.placements) == sum(e.offer_id is not None for e in result.explanations)
    assert report.profile["none"] == report.students - report.placed
    assert report.status == "finished"


@given(rounds())
def test_a_list_of_the_same_pairs_gives_the_same_placements(instance: Instance) -> None:
    eligibility = build(instance, Policy())
    problem = eligibility.problem
    listed = tuple(
        pair(problem.student_keys[s], problem.offer_keys[o], utility)
        for s, o, utility in zip(
            problem.student.tolist(), problem.offer.tolist(), problem.utility.tolist(), strict=True
        )
    )
    policy = Policy(seed="one seed")
    with_pairs = msgspec.structs.replace(instance, pairs=listed[::-1])
    derived, given_list = result_of(instance, policy), result_of(with_pairs, policy)
    assert [(p.student_number, p.offer_id) for p in derived.placements] == [
        (p.student_number, p.offer_id) for p in given_list.placements
    ]
    checks = verify(with_pairs, policy, given_list.placements, given_list.certificate, given_list.report)
    assert {check.status for check in checks} == {"proven"}


@given(rounds())
def test_a_replay_of_the_stored_instance_gives_the_same_bytes(instance: Instance) -> None:
    turned = msgspec.structs.replace(instance, students=instance.students[::-1], offers=instance.offers[::-1])
    first = msgspec.json.encode(result_of(instance))
    assert msgspec.json.encode(result_of(turned)) == first
    assert msgspec.json.encode(result_of(decode(turned.canonical()))) == first


def small() -> Instance:
    people = tuple(student(f"S{number}", preferences=(("O1",), ("O2",))) for number in range(3))
    return Instance(students=people, offers=(offer("O1"), offer("O2"), offer("O3", crebos=("11111",))))


def test_the_report_says_what_was_asked_and_with_what() -> None:
    ticks = count(10)
    result = run(small(), Policy(seed="s"), clock=lambda: float(next(ticks)), versions={"stagekans": "0.1.0"})
    report = result.report
    assert (report.students, report.offers, report.places, report.placed, report.eligible_pairs) == (3, 3, 3, 2, 6)
    assert report.profile == {"1": 1, "2": 1, "not_named": 0, "none": 1}
    assert [(goal.name, goal.value, goal.bound, goal.proven) for goal in report.goals[:1]] == [("placed", 2, 2, True)]
    assert (report.seed, report.input_sha256, report.seconds) == ("s", small().sha256(), 1.0)
    assert report.versions == {"stagekans": "0.1.0"}
    assert msgspec.convert(report.policy, Policy) == Policy(seed="s")
    assert sorted(e.lot_number for e in result.explanations) == [1, 2, 3]


def test_without_a_seed_the_hash_of_the_input_is_the_seed() -> None:
    assert result_of(small()).report.seed == small().sha256()


def test_progress_names_every_stage_and_never_goes_back() -> None:
    told: list[tuple[str, float]] = []
    run(small(), Policy(), clock=lambda: 0.0, progress=lambda stage, done: told.append((stage, done)))
    stages = list(dict.fromkeys(stage for stage, _ in told))
    assert stages == ["reading", "eligibility", "placed", "satisfaction", "lottery", "explaining", "auditing"]
    assert all(earlier <= later for (_, earlier), (_, later) in pairwise(told))
    assert told[0][1] == 0.0
    assert told[-1] == ("auditing", 1.0)


def test_stops_wherever_it_is_asked_to() -> None:
    asked = count()
    run(small(), Policy(), clock=lambda: 0.0, stop=lambda: next(asked) < 0)
    times = next(asked)
    assert times >= 7
    for moment in range(times):
        polls = count()
        with pytest.raises(Cancelled):
            run(small(), Policy(), clock=lambda: 0.0, stop=lambda polls=polls, moment=moment: next(polls) >= moment)


@pytest.mark.parametrize(
    "instance",
    [
        Instance(students=(), offers=()),
        Instance(students=(student(),), offers=()),
        Instance(students=(), offers=(offer(),)),
        Instance(students=(student(),), offers=(offer(places=0),)),
        Instance(students=(student(),), offers=(offer(crebos=("11111",)),)),
        Instance(students=(student(),), offers=(offer(),), pairs=()),
        Instance(students=(), offers=(), pairs=()),
    ],
)
def test_nothing_to_match_is_a_result(instance: Instance) -> None:
    result = result_of(instance)
    assert result.placements == ()
    assert (result.report.status, result.report.placed) == ("finished", 0)
    assert len(result.explanations) == len(instance.students)
    checks = verify(instance, Policy(), result.placements, result.certificate, result.report)
    assert {check.status for check in checks} == {"proven"}


def test_everybody_locked_is_a_result() -> None:
    people = tuple(student(f"S{number}", locked_offer=f"O{number}") for number in range(3))
    result = result_of(Instance(students=people, offers=tuple(offer(f"O{number}") for number in range(3))))
    assert [(p.student_number, p.offer_id) for p in result.placements] == [("S0", "O0"), ("S1", "O1"), ("S2", "O2")]
    assert all(e.locked and not e.lot_decided for e in result.explanations)


def test_a_solution_that_breaks_its_own_rules_never_leaves_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    real = room.solve

    def crowded(*arguments: object, **options: object) -> Solved:
        solved = real(*arguments, **options)  # type: ignore[arg-type]  # passed on as it came
        return dataclasses.replace(solved, pair_of_student=np.array([0, 2, 4]))  # three students on the one place of O1

    monkeypatch.setattr(room, "solve", crowded)
    with pytest.raises(AuditFailed) as raised:
        result_of(small())
    assert raised.value.code == "audit_failed"
    assert "over_capacity" in str(raised.value)
