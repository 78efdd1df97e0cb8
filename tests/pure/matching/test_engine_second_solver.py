"""On larger problems the values of the engine equal those of a second exact solver (HiGHS, through SciPy)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from scipy.optimize import LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

from matching.engine.problem import Problem
from matching.engine.solve import solve
from matching.engine.worst_off import Classes
from tests.pure.matching.larger_problems import block_problem


def highs_values(
    problem: Problem, goals: tuple[str, ...], classes: Classes | None = None
) -> list[int | tuple[int, ...]]:
    """Each goal by HiGHS, with the goals before it as equations; *worst off first* class after class."""
    pairs, students, offers = len(problem.student), len(problem.student_keys), len(problem.offer_keys)
    ones, columns = np.ones(pairs), np.arange(pairs)
    once = csr_array((ones, (problem.student, columns)), shape=(students, pairs))
    room = csr_array((ones, (problem.offer, columns)), shape=(offers, pairs))
    rows = [
        LinearConstraint(once, problem.locked_student.astype(float), np.ones(students)),
        LinearConstraint(room, np.zeros(offers), problem.places.astype(float)),
    ]

    def most(weight: npt.NDArray[np.float64]) -> int:
        found = milp(-weight, constraints=rows, integrality=np.ones(pairs), bounds=(0, 1))
        assert found.status == 0
        rows.append(LinearConstraint(csr_array(weight[None, :]), round(-found.fun), np.inf))
        return round(-found.fun)

    values: list[int | tuple[int, ...]] = []
    for goal in goals:
        if goal == "worst_off":
            assert classes is not None
            unplaced = students - most(ones)
            values.append((unplaced, *[-most(-1.0 * (classes.of_pair == c)) for c in range(1, classes.count)]))
        else:
            values.append(most(ones if goal == "placed" else problem.utility.astype(float)))
    return values


@pytest.mark.parametrize("goals", [("placed", "satisfaction"), ("satisfaction", "placed")])
@pytest.mark.parametrize("number", range(3))
def test_values_equal_those_of_highs(number: int, goals: tuple[str, ...]) -> None:
    problem = block_problem(number, students=400)
    solved = solve(problem, goals, "seed")
    assert [outcome.value for outcome in solved.outcomes] == highs_values(problem, goals)


@pytest.mark.parametrize("goals", [("placed", "worst_off", "satisfaction"), ("satisfaction", "worst_off")])
@pytest.mark.parametrize("number", range(2))
def test_profiles_equal_those_of_highs(number: int, goals: tuple[str, ...]) -> None:
    problem = block_problem(number, students=400)
    classes = Classes(of_pair=np.random.default_rng(number).integers(1, 8, len(problem.student)), count=8)
    solved = solve(problem, goals, "seed", classes=classes)
    assert [outcome.value for outcome in solved.outcomes] == highs_values(problem, goals, classes)


def test_most_utility_equals_the_linear_relaxation_at_three_thousand_students() -> None:
    problem = block_problem(7, students=3_000)
    solved = solve(problem, ("satisfaction",), "seed")
    pairs = np.arange(len(problem.student))
    once = csr_array((np.ones(len(pairs)), (problem.student, pairs)), shape=(3_000, len(pairs)))
    room = csr_array((np.ones(len(pairs)), (problem.offer, pairs)), shape=(len(problem.places), len(pairs)))
    free = ~problem.locked_student
    relaxed = linprog(
        -problem.utility.astype(float),
        A_ub=vstack([once[free], room]),
        b_ub=np.concatenate([np.ones(int(free.sum())), problem.places]),
        A_eq=once[~free],
        b_eq=np.ones(int((~free).sum())),
        method="highs-ds",
    )
    assert relaxed.status == 0
    assert solved.outcomes[0].value == pytest.approx(-relaxed.fun, abs=1e-6)
