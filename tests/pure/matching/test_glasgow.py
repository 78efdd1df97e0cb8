"""Real student-project allocation (Glasgow, PrefLib 00038): the values that CP-SAT and HiGHS found for file 1.

Files 5 and 7 need shared capacities (a supervisor over several projects), which the instance cannot say yet. The folder
is not part of this repository: ``STAGEKANS_SHARED`` names it, else a ``shared`` folder beside the checkout is used.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from matching.instance import Instance, Offer, Student
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
        offers=tuple(Offer(offer_id=f"P{project}", places=1, crebos=("00000",)) for project in range(1, projects + 1)),
    )


@pytest.mark.parametrize("goals", [("placed", "worst_off"), ("worst_off",), ("placed", "worst_off", "satisfaction")])
def test_the_generous_profile_of_2007(goals: tuple[GoalName, ...]) -> None:
    instance, policy = glasgow(1), Policy(goals=goals, seed="glasgow")
    result = run(instance, policy, clock=lambda: 0.0)
    values = {goal.name: goal.value for goal in result.report.goals}
    assert result.report.placed == 35
    assert values["worst_off"] == (0, 0, 0, 0, 4, 14, 17)
    checks = verify(instance, policy, result.placements, result.certificate, result.report)
    assert {check.status for check in checks} == {"proven"}
