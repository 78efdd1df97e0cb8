"""The process that solves one run: ``python -m api.services.solving_process``, spoken to over stdin and stdout.

A process of its own, so that heartbeats go on while it computes, a cancelled run can be killed, and a run that eats
all memory takes itself down and not its worker. It knows no database. When its worker is gone, stdin ends, and so
does this process; the kernel ends those that help it (solve_processes.py).
"""

from __future__ import annotations

import gzip
import os
import sys
import threading
import time
import traceback

from api.services import solve_processes
from api.services.solving_frames import (
    Broken,
    Finished,
    Message,
    Progress,
    Refused,
    decode_task,
    frame,
    read_frame,
)
from matching.fair_run import fair_run
from matching.faults import InstanceUnusable, MatchingFault
from matching.instance import decode

#: Rows that clash are told up to this number.
_MOST_ROWS = 100


def _say(message: Message) -> None:
    sys.stdout.buffer.write(frame(message))
    sys.stdout.buffer.flush()


def _end_with_worker() -> None:
    # The raw descriptor: a thread that waits inside sys.stdin would hold its lock when the process ends.
    while os.read(sys.stdin.fileno(), 4096):
        pass
    os._exit(1)


def _answer(content: bytes) -> Message:
    try:
        task = decode_task(content)
        instance = decode(gzip.decompress(task.instance))
        with solve_processes.solve_processes(task.solve_workers) as processes:
            if processes is not None:
                processes.expect(len(instance.students))
            made = fair_run(
                instance,
                task.policy,
                clock=time.perf_counter,
                progress=lambda stage, fraction: _say(Progress(stage=stage, fraction=fraction)),
                versions=task.versions,
                executor=processes,
                executor_from=solve_processes.FROM_PAIRS,
            )
    except InstanceUnusable as fault:
        return Refused(code=fault.code, facts=fault.facts, rows=fault.rows[:_MOST_ROWS])
    except MatchingFault as fault:
        return Refused(code=fault.code, facts=fault.facts, rows=())
    except Exception:  # whatever it is, the worker must hear it
        return Broken(traceback=traceback.format_exc())
    lost = processes is not None and processes.lost
    return Finished(result=made.result, fairness=made.fairness, processes_lost=lost)


def main() -> None:
    """Solve the one task that comes in."""
    content = read_frame(sys.stdin.buffer)
    if content is None:
        return
    threading.Thread(target=_end_with_worker, daemon=True).start()
    _say(_answer(content))


if __name__ == "__main__":
    main()
