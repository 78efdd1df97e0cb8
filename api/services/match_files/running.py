"""One run in this process, with the clock and the versions that the pure matcher does not know."""

from __future__ import annotations

import time
from importlib.metadata import version
from typing import TYPE_CHECKING

from matching.run import run

if TYPE_CHECKING:
    from collections.abc import Callable

    from matching.instance import Instance
    from matching.policy import Policy
    from matching.result import Result


def versions() -> dict[str, str]:
    """The versions that decide what a run yields."""
    return {name: version(name) for name in ("stagekans", "ortools", "numpy")}


def match(instance: Instance, policy: Policy, *, progress: Callable[[str, float], None]) -> Result:
    """Match the instance; raises what :func:`matching.run.run` raises."""
    return run(instance, policy, clock=time.monotonic, progress=progress, versions=versions())
