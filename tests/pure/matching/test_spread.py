"""Other processes solve a part of the work, and nothing about the result changes."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from bench.school import school
from matching.engine.spread import LEAST_PAIRS, balanced
from matching.policy import Policy
from matching.run import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

POLICY = Policy(seed="spread", goals=("placed", "worst_off", "satisfaction"))


class Counting(ProcessPoolExecutor):
    """Processes that count what they are sent."""

    sent = 0

    def submit(self, *arguments: Any, **named: Any) -> Future[Any]:
        """Send, and count."""
        self.sent += 1
        return super().submit(*arguments, **named)


@pytest.fixture(params=[1, 2, 4])
def processes(request: pytest.FixtureRequest) -> Iterator[Counting]:
    with Counting(max_workers=request.param, mp_context=get_context("spawn")) as executor:
        yield executor


def test_the_bytes_do_not_depend_on_who_solves(processes: Counting) -> None:
    instance = school(5, 1_500, with_pairs=True)
    alone = run(instance, POLICY, clock=lambda: 0.0)
    spread = run(instance, POLICY, clock=lambda: 0.0, executor=processes, executor_from=500)
    assert processes.sent > 1
    assert msgspec.json.encode(spread) == msgspec.json.encode(alone)


def test_small_work_stays_here() -> None:
    with Counting(max_workers=1, mp_context=get_context("spawn")) as executor:
        run(school(5, 300, with_pairs=True), POLICY, clock=lambda: 0.0, executor=executor)
        assert executor.sent == 0
    assert LEAST_PAIRS > 300 * 8


def test_groups_hold_every_job_once_and_are_balanced() -> None:
    sizes = [7, 100, 3, 40, 41, 20, 60, 2]
    groups = balanced(sizes, 3)
    assert sorted(job for group in groups for job in group) == list(range(len(sizes)))
    loads = [sum(sizes[job] for job in group) for group in groups]
    assert max(loads) - min(loads) <= max(sizes) / 3
    assert len(balanced(sizes, 50)) == len(sizes)
