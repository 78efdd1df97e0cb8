"""Other processes of this machine that solve parts of one run, as an executor for the matcher.

They are started with *spawn*: OR-Tools and numpy have threads, which a fork would copy half; and a fork server would
stand between them and us. They begin when the first part is sent, so a small round costs nothing; for a
large round they begin at once, and load the solver while this process reads and applies the rules. They are ours alone:

- The kernel kills them (``PR_SET_PDEATHSIG``) when we end, also after ``kill -9``; one that starts while we end sees
  that its parent changed. So the first part must be sent from a thread that stays, such as the main thread.
- Leaving the block by an error (Ctrl-C, SIGTERM, a fault) kills them at once; otherwise they end by themselves.
- Ctrl-C in a terminal is for us alone: they begin with it blocked.
- A stop that arrives while one of them is being started waits until it is: half a process is one that nobody kills.

When one of them is killed, say because memory ran out, the matcher solves what is left here, one part after the
other: the result is the same. ``lost`` tells it afterwards. Python's own pool does not lock what it does on such a
death against a part that is sent at that moment (3.11): the part may fail with any error, or never be answered. So
whoever waits here is told by us: after every part is sent we look whether all processes are alive.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from concurrent.futures import BrokenExecutor, Executor, Future, InvalidStateError, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait as ended
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

from matching.engine.spread import LEAST_PAIRS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Arguments = ParamSpec("Arguments")
Value = TypeVar("Value")

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

#: Open pairs of a goal from which its parts are sent to other processes.
FROM_PAIRS: Final = LEAST_PAIRS
#: Students from which a round is expected to have so many.
_LARGE: Final = 20_000
_GONE: Final = "a solving process was killed"


class SolveProcesses(Executor):
    """At most ``count`` processes. ``lost``: one of them was killed, and the rest was solved here."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool: ProcessPoolExecutor | None = None
        self._started = _Started()
        self._waiting: set[Future[Any]] = set()
        self.lost = False

    def expect(self, students: int) -> None:
        """A run of so many students begins: where it is large, the processes start already."""
        if students >= _LARGE and self._pool is None:
            for _ in range(self._count):
                self.submit(_load)

    def submit(
        self, function: Callable[Arguments, Value], /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Future[Value]:
        """Send a call; the first one starts the processes. ``BrokenExecutor`` when one of them is gone."""
        if self.lost:
            raise BrokenExecutor(_GONE)
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=self._count,
                mp_context=self._started,
                initializer=_end_with_parent,
                initargs=(os.getpid(),),
            )
        answer: Future[Value] = Future()
        self._waiting.add(answer)
        with _stops_wait():
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # what starts here inherits it
            try:
                self._pool.submit(function, *args, **kwargs).add_done_callback(lambda done: self._note(answer, done))
            except (BrokenExecutor, OSError) as error:  # OSError: no process can be started, or the pool just broke
                self._lose()
                raise BrokenExecutor(_GONE) from error
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
            if self._started.dead():
                self._lose()
                raise BrokenExecutor(_GONE)
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  # as Executor has it
        """Let the processes end."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def kill(self) -> None:
        """End the processes at once, whatever they are doing, and wait until they are gone."""
        self._started.kill()
        self.shutdown(cancel_futures=True)

    def _note(self, answer: Future[Value], done: Future[Value]) -> None:
        """Pass on what the pool answered, unless we told already that it is lost."""
        self._waiting.discard(answer)
        if done.cancelled():
            answer.cancel()
            return
        error = done.exception()
        self.lost |= isinstance(error, BrokenExecutor)
        with suppress(InvalidStateError):
            if error is None:
                answer.set_result(done.result())
            else:
                answer.set_exception(error)

    def _lose(self) -> None:
        """A process is gone: the others end too, and nobody waits for an answer any more."""
        self.lost = True
        self._started.kill()
        while self._waiting:
            with suppress(InvalidStateError):
                self._waiting.pop().set_exception(BrokenExecutor(_GONE))


class _Started(SpawnContext):
    """How processes are started, and all that were."""

    def __init__(self) -> None:
        super().__init__()
        self._processes: list[SpawnProcess] = []

    def Process(self, *args: Any, **named: Any) -> SpawnProcess:  # type: ignore[override]  # noqa: N802  # the pool's name for it
        process = SpawnProcess(*args, **named)
        self._processes.append(process)
        return process

    def dead(self) -> bool:
        """Whether one of them ended."""
        return bool(ended([one.sentinel for one in self._running()], timeout=0))

    def kill(self) -> None:
        for one in self._running():
            one.kill()

    def _running(self) -> list[SpawnProcess]:
        return [one for one in self._processes if one.pid is not None]


@contextmanager
def solve_processes(count: int) -> Iterator[SolveProcesses | None]:
    """Processes for one run or several; None for ``count`` 1: this process does it all."""
    if count == 1:
        yield None
        return
    processes = SolveProcesses(count)
    try:
        yield processes
    except BaseException:
        processes.kill()
        raise
    processes.shutdown()


@contextmanager
def _stops_wait() -> Iterator[None]:
    """Ctrl-C and SIGTERM that arrive in this block are handled at its end.

    To block the signals is not enough: the kernel may pick another thread, and the handler runs in the main one.
    """
    arrived: list[int] = []
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    held = {number: handler for number, handler in before.items() if callable(handler)}
    if current_thread() is not main_thread():
        held = {}
    for number in held:
        signal.signal(number, lambda number, _frame: arrived.append(number))
    try:
        yield
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)
        for stop in arrived[:1]:
            signal.raise_signal(stop)


def _load() -> None:

    import matching.engine.flow  # noqa: F401  # loading is all that is wanted


def _end_with_parent(parent: int) -> None:
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(1)
