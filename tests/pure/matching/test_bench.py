"""The benchmark: its rounds are what they say, and what goes wrong in a measurement is told, not raised."""

from __future__ import annotations

import pytest

from bench.apart import Measured, measured
from bench.bounds import bounds_left
from bench.cases import Case, Groupings
from bench.grouped import GROUPINGS
from bench.measuring import Checked, Ran
from bench.rows import Row
from bench.tables import tables
from matching.engine.counts.atoms import atoms_of
from matching.policy import GroupGap
from matching.result import GoalOutcome

_RAN = Ran(
    pairs=8, seconds=2.0, bare=1.0, stages={"explaining": 0.5}, left={"satisfaction": 2e-6}, input_mb=10, peak_mb=600
)


def _atoms(groupings: Groupings, students: int) -> int:
    drawn = Case(chain="B", students=students, seed=1, places=0.9, groupings=groupings).drawn()
    assert sum(offer.places for offer in drawn.offers) == round(0.9 * len(drawn.students))
    people = sorted(drawn.students, key=lambda student: student.student_number)
    return len(atoms_of(people, GroupGap(groupings=GROUPINGS)).size)


def test_flat_groupings_have_some_hundred_atoms_and_nested_ones_grow() -> None:
    """The number of places is met as well."""
    assert 100 < _atoms("flat", 4_000) <= _atoms("flat", 8_000) <= 240
    assert _atoms("nested", 8_000) > 1.5 * _atoms("nested", 4_000)


def test_a_measurement_in_a_process_of_its_own() -> None:
    """The figures of the run and of the verifier."""
    found = measured(Case(chain="B", students=60, seed=1), limit=120)
    assert found.trouble == ""
    assert found.ran is not None
    assert found.checked is not None
    assert found.checked.failed == ()
    assert found.ran.left == {}
    assert 0 < found.ran.bare < found.ran.seconds
    assert sum(found.ran.stages.values()) == pytest.approx(found.ran.seconds, rel=0.2)


def test_a_measurement_that_fails_or_is_late_is_told() -> None:
    """With the last line of what the process complained of."""
    late = measured(Case(chain="A", students=60, seed=1), limit=0.01)
    assert (late.ran, late.trouble) == (None, "not done in 0.01 s")
    fails = measured(Case(chain="A", students=60, seed=1, places=-1.0), limit=0.3)
    assert fails.ran is None
    row = Row(chain="A", students=20_000, tolerance=0.0, measured=(late,))
    told = tables([row], stages=True)
    assert "| 20,000 | none |" in told
    assert "**missed**: no figures" in told
    assert "- 20,000 students, 1 places a student, seed 1: the run: not done in 0.01 s" in told


def test_figures_and_targets() -> None:
    """Met and missed, a bound that is left, and a result that the verifier refuses."""
    case = Case(chain="B", students=20_000, seed=2, tolerance=0.02)
    one = Measured(case=case, ran=_RAN, checked=Checked(seconds=3.0, failed=("group_gap",)))
    told = tables([Row(chain="B", students=20_000, tolerance=0.02, measured=(one,))], stages=False)
    assert "| **2.0×** | 0 of 1 | satisfaction 2.0e-06 (1×) | 0.50× | 3.0 | 600 (input 10) |" in told
    assert "2.00 s (≤ 4 s): met" in told
    assert "2.0e-06 (≤ 1e-05): met" in told
    assert "0 of 1 proven (all ≤ 60 s): **missed**" in told
    assert "0.60 GB (≤ 0.5 GB): **missed**" in told
    assert "THE VERIFIER REFUSES group_gap" in told


def test_bounds_left() -> None:
    """As a part of the value; of students, where a class has too many."""
    goals = (
        GoalOutcome(name="placed", value=9, bound=9, proven=True),
        GoalOutcome(name="group_gap", value="1/4", bound="1/5", proven=False),
        GoalOutcome(name="worst_off", value=(1, 4, 5), bound=(1, 2, 5), proven=False),
        GoalOutcome(name="satisfaction", value=1000, bound=1001, proven=False),
    )
    assert bounds_left(goals) == pytest.approx({"group_gap": 0.2, "worst_off": 0.2, "satisfaction": 0.001})
