"""Real student-project allocation (Glasgow, PrefLib 00038): the values that CP-SAT and HiGHS found.

In files 5 and 7 a supervisor has several projects: a shared capacity. The folder is not part of this repository:
``STAGEKANS_SHARED`` names it, else a ``shared`` folder beside the checkout is used.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from matching.instance import Instance, Offer, Pair, SharedCapacity, Student
from matching.policy import GoalName, Policy
from matching.run import run
from matching.verify import verify

SHARED = Path(os.environ.get("STAGEKANS_SHARED", Path(__file__).parents[4] / "shared"))
GLASGOW = SHARED / "matching" / "data" / "glasgow"


def glasgow(number: int) -> Instance:
    """The students of a ``.soi`` file, most wanted project first; a project takes one student."""
    path = GLASGOW / f"00038-{number:08d}.soi"
    if not path.exists():
        pytest.skip(f"{path.name} is not here: set STAGEKANS_SHARED to the folder that holds matching/data/glasgow")
    rankings: list[list[str]] = []
    projects = 0
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# NUMBER ALTERNATIVES:"):
            projects = int(line.rsplit(" ", 1)[1])
        elif line and not line.startswith("#"):
            count, ranking = line.split(":")
            rankings += [ranking.strip().split(",")] * int(count)
    trainers = supervisors(number)
    return Instance(
        students=tuple(
            Student(
                student_number=f"{index:03d}",
                crebo="00000",
                preferences=tuple((f"P{project}",) for project in ranking),
                only_preferences=True,
            )
            for index, ranking in enumerate(rankings)
        ),
        offers=tuple(
            Offer(offer_id=offer_id, places=1, crebos=("00000",), shared_capacity=trainers.get(offer_id))
            for offer_id in (f"P{project}" for project in range(1, projects + 1))
        ),
    )


def supervisors(number: int) -> Mapping[str, SharedCapacity]:
    """Who supervises each project, with his capacity; none where the file of supervisors is not there (file 1)."""
    path = GLASGOW / f"00038-{number:08d}.dat"
    found = {}
    for line in path.read_text("utf-8").splitlines()[1:] if path.exists() else ():
        name, capacity, projects = line.split(",")
        for project in projects.split():
            found[f"P{int(project) + 1}"] = SharedCapacity(name=name, places=int(capacity))
    return found


def by_rank(instance: Instance) -> Instance:
    """The same round as a list of pairs, worth 100 less the rank: most satisfaction is the least sum of ranks."""
    pairs = tuple(
        Pair(student_number=student.student_number, offer_id=offer_id, utility=100 - rank, rank=rank)
        for student in instance.students
        for rank, (offer_id,) in enumerate(student.preferences, 1)
    )
    return msgspec.structs.replace(instance, pairs=pairs)


@pytest.mark.parametrize("goals", [("placed", "worst_off"), ("worst_off",), ("placed", "worst_off", "satisfaction")])
def test_the_generous_profile_of_2007(goals: tuple[GoalName, ...]) -> None:
    instance, policy = glasgow(1), Policy(goals=goals, seed="glasgow")
    result = run(instance, policy, clock=lambda: 0.0)
    values = {goal.name: goal.value for goal in result.report.goals}
    assert result.report.placed == 35
    assert values["worst_off"] == (0, 0, 0, 0, 4, 14, 17)
    checks = verify(instance, policy, result.placements, result.certificate, result.report)
    assert {check.status for check in checks} == {"proven"}


@pytest.mark.parametrize(
    ("number", "students", "generous", "ranks"),
    [(1, 35, (17, 14, 4, 0, 0), 57), (5, 31, (20, 9, 2, 0, 0), 44), (7, 51, (15, 18, 9, 6, 3), 111)],
)
def test_optimal_values_with_supervisors(number: int, students: int, generous: tuple[int, ...], ranks: int) -> None:
    instance = by_rank(glasgow(number))
    assert any(offer.shared_capacity for offer in instance.offers) == (number != 1)
    for goals in (("placed", "worst_off"), ("placed", "satisfaction")):
        policy = Policy(goals=goals, seed="glasgow")  # type: ignore[arg-type]  # names of goals
        result = run(instance, policy, clock=lambda: 0.0)
        placed, second = result.report.goals
        assert placed.value == result.report.placed == students
        if second.name == "worst_off":
            assert second.value == (0, 0, *reversed(generous))
        else:
            assert sum(placement.rank or 0 for placement in result.placements) == ranks
        checks = verify(instance, policy, result.placements, result.certificate, result.report, result.explanations)
        assert {check.status for check in checks} == {"proven"}
