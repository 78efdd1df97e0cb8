"""The processes that help with a run are gone when it is: at its end, by a fault, and when it is killed."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from importlib.metadata import version
from multiprocessing import active_children, util
from pathlib import Path
from pickle import PicklingError

import msgspec
import pytest

from api.services.solve_processes import solve_processes
from api.services.solving_frames import Finished, Progress, Task, decode_message, frame, read_frame
from bench.school import school
from matching.faults import Cancelled
from matching.policy import Policy
from matching.run import run
from tests.cli.test_workers import COMMAND, PLAIN, policy_file, school_files

#: Seconds that a process may be there after its parent.
PATIENCE = 2.0
STUBBORN = """
from api.services.solve_processes import solve_processes

if __name__ == "__main__":
    with solve_processes(2) as processes:
        long = [processes.submit(sum, range(10**12)) for _ in range(4)]  # one call into C: no handler of Python runs
        long[0].result()
"""
#: The stop arrives in the middle of starting the process with the number that it is given.
INTERRUPTED = """
import os
import signal
import sys
from multiprocessing import util

from api.services.solve_processes import solve_processes

start, started = util.spawnv_passfds, []


def start_and_stop(*arguments):
    started.append(start(*arguments))
    if len(started) == int(sys.argv[1]):
        os.kill(os.getpid(), int(sys.argv[2]))
    return started[-1]


util.spawnv_passfds = start_and_stop

if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with solve_processes(2) as processes:
            for future in [processes.submit(sum, range(10**12)) for _ in range(2)]:
                future.result()
    except KeyboardInterrupt:
        sys.exit(3)
"""
SOLVING = """
import api.services.solve_processes as s
import api.services.solving_process as p

s.FROM_PAIRS = 200
p.main()
"""


def ids_of(parent: int) -> list[int]:
    """All that ``parent`` started, and what these started."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            facts = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:  # it ended meanwhile
            continue
        if facts[0] != "Z":
            parents.setdefault(int(facts[1]), []).append(int(folder.name))
    found, waiting = [], [parent]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


def there(ids: list[int]) -> list[int]:
    """Those that run; a zombie is dead."""
    found = []
    for number in ids:
        try:
            state = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            continue
        if state != "Z":
            found.append(number)
    return found


def children_of(process: subprocess.Popen[bytes], least: int) -> list[int]:
    """Wait until it has so many (one of them is multiprocessing's own tracker)."""
    deadline = time.monotonic() + 60
    while len(found := ids_of(process.pid)) < least:
        assert process.poll() is None, "it ended before it had begun"
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return found


def assert_gone(ids: list[int]) -> None:
    deadline = time.monotonic() + PATIENCE
    while left := there(ids):
        assert time.monotonic() < deadline, f"still there after {PATIENCE} seconds: {left}"
        time.sleep(0.01)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_deep_in_a_call_they_die_with_their_parent(tmp_path: Path, number: signal.Signals) -> None:
    program = tmp_path / "stubborn.py"
    program.write_text(STUBBORN)
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    process = subprocess.Popen([sys.executable, program], env=environment, stderr=subprocess.PIPE)
    try:
        ids = children_of(process, 3)
        time.sleep(1.0)  # they are in the call now
        process.send_signal(number)
        process.wait(PATIENCE)
        assert_gone(ids)
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("pause", [0.0, 0.2, 0.5, 1.0])
def test_a_parent_that_is_killed_while_they_start(tmp_path: Path, pause: float) -> None:
    program = tmp_path / "stubborn.py"
    program.write_text(STUBBORN)
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    process = subprocess.Popen([sys.executable, program], env=environment, stderr=subprocess.PIPE)
    try:
        ids = children_of(process, 2)
        time.sleep(pause)
        ids = ids_of(process.pid) or ids
        process.kill()
        process.wait()
        assert_gone(ids)
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("which", [1, 2, 3])  # multiprocessing's tracker, and two that solve
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_while_one_of_them_is_started(tmp_path: Path, which: int, number: signal.Signals) -> None:
    program = tmp_path / "interrupted.py"
    program.write_text(INTERRUPTED)
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, str(program), str(which), str(int(number))]
    told = subprocess.run(command, env=environment, stderr=subprocess.PIPE, timeout=60, check=False)
    assert (told.returncode, told.stderr.decode()) == (3, "")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGTERM, 3), (signal.SIGINT, 3)]
)
def test_a_run_that_is_stopped_takes_them_along(tmp_path: Path, number: signal.Signals, code: int) -> None:
    files = school_files(tmp_path, 5, 4_000)
    out = tmp_path / "result"
    arguments = ["match", *files, "--policy", policy_file(tmp_path, PLAIN), "--workers", "2", "--out", out]
    command = [sys.executable, "-c", COMMAND, *map(str, arguments)]
    # In a group of its own, and the signal for the whole group: so does Ctrl-C in a terminal.
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    try:
        ids = children_of(process, 3)
        if number == signal.SIGINT:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        told = process.communicate(timeout=60)[1].decode()
        assert process.returncode == code, told
        # After SIGKILL a child that was still starting may complain that its parent is gone.
        assert number == signal.SIGKILL or "Traceback" not in told
        assert_gone(ids)
        assert not out.exists()
    finally:
        process.kill()
        process.communicate()


def test_a_solving_process_that_is_killed_takes_them_along() -> None:
    process = subprocess.Popen([sys.executable, "-c", SOLVING], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert process.stdin is not None
        process.stdin.write(frame(task(4_000, 2)))
        process.stdin.flush()
        ids = children_of(process, 3)
        process.kill()  # what a worker does with a run that is cancelled
        process.wait()
        assert_gone(ids)
    finally:
        process.kill()
        process.communicate()


def test_a_solving_process_answers_the_same_with_more() -> None:
    answers = []
    for count in (1, 2):
        process = subprocess.Popen([sys.executable, "-c", SOLVING], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(frame(task(1_000, count)))
            process.stdin.flush()
            seen = 0
            while isinstance(message := decode_message(read_frame(process.stdout) or b""), Progress):
                seen = max(seen, len(ids_of(process.pid)))
            assert isinstance(message, Finished)
            assert not message.processes_lost
            assert (seen > 0) == (count == 2)
            answers.append(msgspec.structs.replace(message.result.report, seconds=0.0))
            answers.append(message.result.certificate)
        finally:
            process.kill()
            process.communicate()
    assert answers[:2] == answers[2:]


def task(students: int, workers: int) -> Task:
    """A run of a drawn school."""
    return Task(
        policy=Policy(seed="workers", goals=("placed", "worst_off", "satisfaction")),
        instance=gzip.compress(school(5, students, with_pairs=True).canonical()),
        versions={"stagekans": version("stagekans")},
        solve_workers=workers,
    )


def test_a_fault_in_one_comes_back_as_itself_and_nothing_stays() -> None:
    def ask() -> None:
        with solve_processes(2) as processes:
            assert processes is not None
            processes.submit(sum, range(10**12))  # it would take hours
            processes.submit(int, "nonsense").result()

    with pytest.raises(ValueError, match="invalid literal"):
        ask()
    assert not active_children()


def test_a_run_that_is_cancelled_leaves_nothing() -> None:
    asked = []

    def stop() -> bool:
        asked.append(len(active_children()))
        return asked[-1] > 0  # as soon as others help

    instance = school(5, 1_000, with_pairs=True)
    policy = Policy(seed="workers", goals=("placed", "satisfaction"))

    def ask() -> None:
        with solve_processes(2) as processes:
            run(instance, policy, clock=lambda: 0.0, stop=stop, executor=processes, executor_from=200)

    with pytest.raises(Cancelled):
        ask()
    assert asked[-1] > 0
    assert not active_children()


def test_one_starts_nothing() -> None:
    with solve_processes(1) as processes:
        assert processes is None
    with solve_processes(4) as unused:
        assert unused is not None
    assert not active_children()


@pytest.mark.parametrize("pause", [0.0, 0.01, 0.3])
@pytest.mark.parametrize("idle", [False, True], ids=["starting", "idle"])
def test_a_process_that_dies_while_parts_are_sent(pause: float, *, idle: bool) -> None:
    """Whoever waits hears it, and so does whoever sends the next part."""
    others = set(active_children())
    with solve_processes(3) as processes:
        assert processes is not None
        if idle:
            assert [one.result() for one in [processes.submit(sum, (one, 2)) for one in range(3)]] == [2, 3, 4]
        waiting = [processes.submit(time.sleep, 600)]
        for child in set(active_children()) - others:
            child.kill()
        time.sleep(pause)
        deadline = time.monotonic() + 60
        while not processes.lost:
            assert time.monotonic() < deadline
            with suppress(BrokenExecutor):
                waiting.append(processes.submit(time.sleep, 600))
        assert all(isinstance(one.exception(timeout=60), BrokenExecutor) for one in waiting)
        with pytest.raises(BrokenExecutor):
            processes.submit(sum, (1, 2))
    assert set(active_children()) <= others


@pytest.mark.parametrize("number", [1, 2])
def test_a_process_that_cannot_be_started(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    start, others, tries = util.spawnv_passfds, set(active_children()), [0]

    def refuse(path: bytes, words: list[str], descriptors: object) -> int:
        tries[0] += "--multiprocessing-fork" in words
        if tries[0] == number:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        started: int = start(path, words, descriptors)
        return started

    monkeypatch.setattr(util, "spawnv_passfds", refuse)
    with solve_processes(2) as processes:
        assert processes is not None
        waiting = [processes.submit(time.sleep, 600) for _ in range(number - 1)]
        with pytest.raises(BrokenExecutor):
            processes.submit(sum, (1, 2))
        assert processes.lost
        assert all(isinstance(one.exception(timeout=60), BrokenExecutor) for one in waiting)
    assert set(active_children()) <= others


def test_what_cannot_be_sent_is_told_and_breaks_nothing() -> None:
    with solve_processes(2) as processes:
        assert processes is not None
        with pytest.raises((PicklingError, AttributeError)):
            processes.submit(lambda: 1)
        with pytest.raises((PicklingError, TypeError)):
            processes.submit(iter_of_open_file).result(timeout=60)
        assert processes.submit(sum, (1, 2)).result(timeout=60) == 3
        assert not processes.lost


def iter_of_open_file() -> object:
    return Path(__file__).open()
