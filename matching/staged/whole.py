"""The best whole answer, by CP-SAT: one worker, so that it is the same every time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from matching.staged.matrix import Ints, Matrix

#: Work of a stage where nobody set a budget, in CP-SAT's own deterministic seconds.
WORK = 30.0

#: Below every sum.
_FAR = -(1 << 62)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """``values`` is the best that was found, None for none; ``proven``: ``bound`` is its objective, or none exists."""

    values: Ints | None
    bound: int
    proven: bool


def best_whole(
    matrix: Matrix,
    low: Ints,
    high: Ints,
    objective: Ints,
    *,
    hint: Ints | None,
    at_most: int,
    seconds: float | None,
    work: float = WORK,
) -> Answer:
    """The solution of greatest objective; ``at_most`` is a bound that is known, ``seconds`` a limit by the clock."""
    from ortools.sat.python import cp_model  # imported late: it costs a second or two

    model = cp_model.CpModel()
    opened = np.flatnonzero(low < high)
    variables: list[Any] = [
        model.new_int_var(a, b, "") for a, b in zip(low[opened].tolist(), high[opened].tolist(), strict=True)
    ]
    settled = np.where(low < high, 0, low)
    rest = (matrix.at_most - matrix.factors @ settled).tolist()
    factors = matrix.factors[:, opened].tocsr()
    for row, (start, end) in enumerate(zip(factors.indptr[:-1].tolist(), factors.indptr[1:].tolist(), strict=True)):
        used = [variables[column] for column in factors.indices[start:end].tolist()]
        total = cp_model.LinearExpr.weighted_sum(used, factors.data[start:end].tolist())
        least = rest[row] if matrix.equal[row] else _FAR
        model.add_linear_constraint(total, least, rest[row])
    aimed = np.flatnonzero(objective[opened])
    constant = int(objective @ settled)
    goal = cp_model.LinearExpr.weighted_sum([variables[n] for n in aimed.tolist()], objective[opened][aimed].tolist())
    if aimed.size:
        model.add_linear_constraint(goal, _FAR, at_most - constant)
        model.maximize(goal)
    if hint is not None:
        for variable, value in zip(variables, hint[opened].tolist(), strict=True):
            model.add_hint(variable, value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = 1
    solver.parameters.log_search_progress = False
    if seconds is None:
        solver.parameters.max_deterministic_time = work
    else:
        solver.parameters.max_time_in_seconds = max(seconds, 0.01)
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return Answer(values=None, bound=at_most, proven=True)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Answer(values=None, bound=at_most, proven=False)
    values = low.copy()
    values[opened] = [solver.value(variable) for variable in variables]
    proven = status == cp_model.OPTIMAL
    value = int(objective @ values)
    bound = value if proven else min(at_most, int(np.floor(solver.best_objective_bound + 1e-6)) + constant)
    return Answer(values=values, bound=bound, proven=proven)
