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
other: the result is the same. ``lost`` tells it afterwards. Python's own ``ProcessPoolExecutor`` does not lock what it
does on such a death against a part that is sent at that moment (3.11): the part may fail with any error, or never be
answered. So each process has a pipe and a thread of its own here, which hears its end and nothing else
(docs/decisions/0251).
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.reduction import ForkingPickler
from queue import Empty, SimpleQueue
from threading import Lock, Thread, current_thread, main_thread
from traceback import format_exc
from typing import TYPE_CHECKING, Any, Final, NamedTuple, ParamSpec, TypeVar

from matching.engine.spread import LEAST_PAIRS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Arguments = ParamSpec("Arguments")
Value = TypeVar("Value")

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

#: Open pairs of a goal from which its parts are sent to other processes.
FROM_PAIRS: Final = LEAST_PAIRS
#: Students from which a round is expected to have so many.
_LARGE: Final = 20_000
_GONE: Final = "a solving process was killed"


class _Part(NamedTuple):
    """A call, pickled, and where its answer goes."""

    call: memoryview
    answer: Future[Any]


class _Helper(NamedTuple):
    """A process, and the thread that hands it parts."""

    process: SpawnProcess
    thread: Thread


class SolveProcesses(Executor):
    """At most ``count`` processes. ``lost``: one of them was killed, and the rest was solved here."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._helpers: list[_Helper] = []
        self._parts: SimpleQueue[_Part | None] = SimpleQueue()
        self._lock = Lock()  # between the end of a process and a part that is sent
        self.lost = False

    def expect(self, students: int) -> None:
        """A run of so many students begins: where it is large, the processes start already."""
        if students >= _LARGE and not self._helpers:
            for _ in range(self._count):
                self.submit(_load)

    def submit(
        self, function: Callable[Arguments, Value], /, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> Future[Value]:
        """Send a call; the first ones start the processes. ``BrokenExecutor`` when one of them is gone."""
        part = _Part(ForkingPickler.dumps((function, args, kwargs)), Future())
        if not self.lost and len(self._helpers) < self._count:
            self._start()
        with self._lock:
            if self.lost:
                raise BrokenExecutor(_GONE)
            self._parts.put(part)
        return part.answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  # as Executor has it
        """Let the processes end."""
        if cancel_futures:
            for part in self._left():
                part.answer.cancel()
        for _ in self._helpers:
            self._parts.put(None)
        for helper in self._helpers if wait else ():
            helper.thread.join()

    def kill(self) -> None:
        """End the processes at once, whatever they are doing, and wait until they are gone."""
        for helper in self._helpers:
            helper.process.kill()
        self.shutdown(cancel_futures=True)

    def _start(self) -> None:
        with _stops_wait():
            resource_tracker.ensure_running()  # it would let Ctrl-C through again for what starts after it
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # what starts here inherits it
            try:
                self._helpers.append(self._helper())
            except OSError as error:  # no process can be started
                self._lose()
                raise BrokenExecutor(_GONE) from error
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _helper(self) -> _Helper:
        context = get_context("spawn")
        here, there = context.Pipe()
        with there:  # with our copy closed, its end is heard as the end of the pipe
            process = context.Process(target=_solve, args=(there, os.getpid()), daemon=True)
            process.start()
        thread = Thread(target=self._hand_on, args=(here, process), daemon=True)
        thread.start()
        return _Helper(process, thread)

    def _hand_on(self, pipe: Connection, process: SpawnProcess) -> None:
        """Give the process a part after another, until there are no more or it is gone."""
        with pipe:
            while (part := self._parts.get()) is not None:
                if not part.answer.set_running_or_notify_cancel():
                    continue
                try:
                    pipe.send_bytes(part.call)
                    fine, answer = pipe.recv()
                except (EOFError, OSError):
                    self._lose()
                    part.answer.set_exception(BrokenExecutor(_GONE))
                    break
                if fine:
                    part.answer.set_result(answer)
                else:
                    part.answer.set_exception(answer)
        process.join()

    def _lose(self) -> None:
        """A process is gone: the others end too, and nobody waits for an answer any more."""
        with self._lock:
            self.lost = True
        for helper in self._helpers:
            helper.process.kill()
        for part in self._left():
            if part.answer.set_running_or_notify_cancel():
                part.answer.set_exception(BrokenExecutor(_GONE))
        for _ in self._helpers:
            self._parts.put(None)

    def _left(self) -> Iterator[_Part]:
        """The parts that no process has."""
        while True:
            try:
                part = self._parts.get_nowait()
            except Empty:
                return
            if part is not None:
                yield part


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


def _solve(pipe: Connection, parent: int) -> None:
    """What a process does: answer parts until the pipe ends."""
    _end_with_parent(parent)
    while True:
        try:
            function, args, kwargs = pipe.recv()
        except EOFError:
            return
        try:
            answer = ForkingPickler.dumps((True, function(*args, **kwargs)))
        except Exception as error:  # whoever waits for the answer gets it
            error.add_note(format_exc())
            answer = ForkingPickler.dumps((False, error))
        pipe.send_bytes(answer)


def _end_with_parent(parent: int) -> None:
    if _libc is not None:
        _libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(1)
