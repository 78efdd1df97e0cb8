"""Independent work in other processes: what is large goes to an executor, in groups of about the same size.

The executor is any ``concurrent.futures.Executor``: processes of this machine, or those of a cluster. Which group a job
is in, and who solves it, changes nothing about its answer, so it changes nothing about that of the whole. An executor
that breaks (a process of it was killed) is done without: what it did not answer is worked out here.
"""

from __future__ import annotations

from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from heapq import heapify, heapreplace
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor, Future

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
        work = [[jobs[job] for job in group] for group in groups]
        waiting = self._sent(function, work)
        answers: dict[int, T] = {}
        for number, group in enumerate(groups):
            future = waiting[number] if number < len(waiting) else None
            answers.update(zip(group, _answer(future, function, work[number]), strict=True))
        return [answers[job] for job in range(len(jobs))]

    def _sent(self, function: Callable[..., T], work: Sequence[Sequence[tuple[Any, ...]]]) -> list[Future[list[T]]]:
        """The groups of jobs that the executor took: all, or those before it broke."""
        waiting: list[Future[list[T]]] = []
        for jobs in work:
            try:
                waiting.append(self.executor.submit(_all, function, jobs))
            except BrokenExecutor:
                break
        return waiting


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


def _answer(future: Future[list[T]] | None, function: Callable[..., T], jobs: Sequence[tuple[Any, ...]]) -> list[T]:
    """What the executor answers; worked out here where it broke."""
    if future is not None:
        try:
            return future.result()
        except BrokenExecutor:
            pass
    return _all(function, jobs)


def _all(function: Callable[..., T], jobs: Sequence[tuple[Any, ...]]) -> list[T]:
    return [function(*job) for job in jobs]
