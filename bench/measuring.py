"""One measurement, in this process: a whole run, the bare solve of the same arcs, and the verifier.

    python -m bench.measuring '{"chain": "A", "students": 500, "seed": 1}'

prints two lines of JSON: the run as soon as it is measured, then the verifier, so that a verifier that takes too long
does not cost the figures of the run. Times are cpu seconds of this process, without drawing the round and imports.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any, Final

import msgspec
import numpy as np

from bench.bounds import bounds_left
from bench.cases import Case
from matching.eligibility import build
from matching.run import run
from matching.verify import verify

if TYPE_CHECKING:
    from matching.engine.problem import Problem

#: A bare solve that takes longer than this (seconds) is not repeated.
_ONCE: Final = 5.0
_MEGABYTE: Final = 1024  # of the kilobytes that the kernel counts in


class Ran(msgspec.Struct, frozen=True, kw_only=True):
    """The run. ``stages`` are seconds by the name of the stage, ``left`` the relative bounds of unproven goals."""

    pairs: int
    seconds: float
    bare: float
    stages: dict[str, float]
    left: dict[str, float]
    input_mb: float
    peak_mb: float


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """The verifier. ``failed`` names what it does not accept."""

    seconds: float
    failed: tuple[str, ...]


class StopWatch:
    """Seconds by stage; what comes before the first stage is told of is its own."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self._stage, self._began = "checks", time.process_time()

    def begin(self, stage: str, _fraction: float) -> None:
        """A stage begins (as ``progress`` of a run); the one before it ends."""
        now = time.process_time()
        self.stages[self._stage] = self.stages.get(self._stage, 0.0) + now - self._began
        self._stage, self._began = stage, now


def measure(case: Case) -> None:
    """Measure and print."""
    instance, policy = case.drawn(), case.policy()
    # A first run loads the libraries: that is no part of a run, a server has them loaded.
    run(msgspec.structs.replace(case, students=200, seed=0).drawn(), policy, clock=time.process_time)
    before = _peak()
    watch = StopWatch()
    began = time.process_time()
    result = run(instance, policy, clock=time.process_time, progress=watch.begin)
    seconds = time.process_time() - began
    peak = _peak()
    problem = build(instance, policy).problem
    _tell(
        Ran(
            pairs=len(problem.student),
            seconds=seconds,
            bare=bare_solve(problem),
            stages=watch.stages,
            left=bounds_left(result.report.goals),
            input_mb=before / _MEGABYTE,
            peak_mb=peak / _MEGABYTE,
        )
    )
    began = time.process_time()
    checks = verify(instance, policy, result.placements, result.certificate, result.report, result.explanations)
    spent = time.process_time() - began
    _tell(Checked(seconds=spent, failed=tuple(check.goal for check in checks if check.status == "failed")))


def bare_solve(problem: Problem) -> float:
    """Cpu seconds of one maximum flow of least cost over source, students, offers and sink, building its arcs included.

    Arcs are added in bulk. The median of three, or one where it takes long.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    students, offers = len(problem.student_keys), len(problem.places)
    source, sink = students + offers, students + offers + 1
    seconds: list[float] = []
    while len(seconds) < 3 and max(seconds, default=0.0) < _ONCE:
        began = time.process_time()
        solver: Any = SimpleMinCostFlow()  # its type stubs ask for scalars where arrays go
        people, places = np.arange(students), students + np.arange(offers)
        solver.add_arcs_with_capacity_and_unit_cost(
            np.concatenate([problem.student, np.full(students, source), places]).astype(np.int32),
            np.concatenate([students + problem.offer, people, np.full(offers, sink)]).astype(np.int32),
            np.concatenate([np.ones(len(problem.student) + students, np.int64), problem.places]),
            np.concatenate([-problem.utility, np.zeros(students + offers, np.int64)]),
        )
        solver.set_nodes_supplies(np.array([source, sink], np.int32), np.array([students, -students], np.int64))
        if solver.solve_max_flow_with_min_cost() != solver.OPTIMAL:
            raise RuntimeError("the bare solve failed")
        seconds.append(time.process_time() - began)
    return statistics.median(seconds)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _tell(found: Ran | Checked) -> None:
    sys.stdout.write(msgspec.json.encode(found).decode() + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    measure(msgspec.json.decode(sys.argv[1], type=Case))
