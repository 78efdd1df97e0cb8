"""Independent work in other processes: what is large goes to an executor, in groups of about the same size.

The executor is any ``concurrent.futures.Executor``: processes of this machine, or those of a cluster. Which group a job
is in, and who solves it, changes nothing about its answer, so it changes nothing about that of the whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heapreplace
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor

T = TypeVar("T")

#: Pairs from which other processes earn what it costs to send them their part; a group is about half of it.
LEAST_PAIRS: Final = 200_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Spread:
    """An executor and the size of work (pairs) from which it is used."""

    executor: Executor
    least_pairs: int = LEAST_PAIRS

    def each(self, function: Callable[..., T], jobs: Sequence[tuple[Any, ...]], sizes: Sequence[int]) -> list[T]:
        """``function`` of every job, in their order; it must be pure, and known by its name in its module."""
        whole = sum(sizes)
        if whole < self.least_pairs or len(jobs) < 2:
            return _all(function, jobs)
        groups = balanced(sizes, max(2, 2 * whole // self.least_pairs))
        waiting = [self.executor.submit(_all, function, [jobs[job] for job in group]) for group in groups]
        answers: dict[int, T] = {}
        for group, future in zip(groups, waiting, strict=True):
            answers.update(zip(group, future.result(), strict=True))
        return [answers[job] for job in range(len(jobs))]


def balanced(sizes: Sequence[int], count: int) -> list[list[int]]:
    """Divide jobs into at most ``count`` groups of about the same size: the largest first, each to the lightest."""
    groups: list[list[int]] = [[] for _ in range(min(count, len(sizes)))]
    lightest = [(0, number) for number in range(len(groups))]
    heapify(lightest)
    for job in sorted(range(len(sizes)), key=lambda job: -sizes[job]):
        load, number = lightest[0]
        groups[number].append(job)
        heapreplace(lightest, (load + sizes[job], number))
    return groups


def _all(function: Callable[..., T], jobs: Sequence[tuple[Any, ...]]) -> list[T]:
    return [function(*job) for job in jobs]
