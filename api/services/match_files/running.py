"""One run in this process, with the clock and the versions that the pure matcher does not know."""

from __future__ import annotations

import time
from importlib.metadata import version
from typing import TYPE_CHECKING

from api.services import solve_processes
from matching.fair_run import fair_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.services.solve_processes import SolveProcesses
    from matching.fair_run import FairRun
    from matching.instance import Instance
    from matching.policy import Policy


def versions() -> dict[str, str]:
    """The versions that decide what a run yields."""
    return {name: version(name) for name in ("stagekans", "ortools", "numpy")}


def match(
    instance: Instance,
    policy: Policy,
    *,
    progress: Callable[[str, float], None],
    with_prices: bool | None = None,
    executor: SolveProcesses | None = None,
) -> FairRun:
    """Match the instance and report on fairness; raises what :func:`matching.run.run` raises."""
    if executor is not None:
        executor.expect(len(instance.students))
    return fair_run(
        instance,
        policy,
        clock=time.monotonic,
        with_prices=with_prices,
        progress=progress,
        versions=versions(),
        executor=executor,
        executor_from=solve_processes.FROM_PAIRS,
    )
