"""The programs that the demo starts: they end when it ends, however it ends."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_PR_SET_PDEATHSIG = 1
#: Loaded before any fork: between fork and exec nothing may be loaded.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
_PATIENCE = 15.0


def start(arguments: Sequence[str], *, environment: Mapping[str, str], log: Path | None) -> subprocess.Popen[bytes]:
    """Run ``stagekans ARGUMENTS`` in a session of its own: Ctrl-C is for us to pass on.

    Its words go to ``log``; None: to where ours go.
    """
    parent = os.getpid()

    def bind_to_parent() -> None:
        # Even when we are killed with -9, no website may stay behind without its database.
        if _libc is not None:
            _libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGTERM))
            if os.getppid() != parent:
                os._exit(1)

    with nullcontext() if log is None else log.open("ab") as output:
        return subprocess.Popen(  # noqa: S603  # our own program, with arguments that nobody types
            [sys.executable, "-m", "api.cli", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=None if log is None else subprocess.STDOUT,
            env={**os.environ, **environment},
            start_new_session=True,
            preexec_fn=bind_to_parent,  # noqa: PLW1509  # two system calls only; nothing else sets the signal
        )


def stop_all(children: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask every child to end, and kill those that have not ended after fifteen seconds, with all that they started."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + _PATIENCE
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
