"""Starting a program of PostgreSQL as the right user, bound to the life of this process."""

from __future__ import annotations

import ctypes
import os
import pwd
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import msgspec

from db.embedded.faults import EmbeddedFault

_PR_SET_PDEATHSIG = 1
#: Loaded before any fork: between fork and exec nothing may be loaded.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

_NOBODY = 65534


class ServerUser(msgspec.Struct, frozen=True, kw_only=True):
    """Who runs the server: ourselves, or ``nobody`` when we are root."""

    uid: int
    gid: int
    switched: bool

    @classmethod
    def current(cls) -> ServerUser:
        """The user for a server started by this process."""
        if os.geteuid() != 0:
            return cls(uid=os.geteuid(), gid=os.getegid(), switched=False)
        try:
            entry = pwd.getpwnam("nobody")
        except KeyError:
            return cls(uid=_NOBODY, gid=_NOBODY, switched=True)
        return cls(uid=entry.pw_uid, gid=entry.pw_gid, switched=True)

    def own(self, folder: Path) -> None:
        """Make `folder` theirs alone."""
        if self.switched:
            os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)


def spawn(
    user: ServerUser,
    command: Sequence[str | Path],
    *,
    death_signal: signal.Signals,
    output: int | IO[bytes],
    standard_input: int | IO[bytes] = subprocess.DEVNULL,
    inherited: tuple[int, ...] = (),
) -> subprocess.Popen[bytes]:
    """Run `command` as `user`, in a session of its own (Ctrl-C is for us to pass on), with `death_signal` when we die.

    The death signal follows the calling thread: that thread must outlive the program.
    """
    parent = os.getpid()

    def bind_to_parent() -> None:
        # After setuid, which would clear it, and before exec, which keeps it.
        if _libc is not None:
            _libc.prctl(_PR_SET_PDEATHSIG, int(death_signal))
            if os.getppid() != parent:
                os._exit(1)

    try:
        return subprocess.Popen(  # noqa: S603  # our own binaries, with arguments that nobody types
            [str(part) for part in command],
            stdin=standard_input,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            env={"LC_ALL": "C", "PATH": os.defpath},
            user=user.uid if user.switched else None,
            group=user.gid if user.switched else None,
            extra_groups=[] if user.switched else None,
            umask=0o077,
            pass_fds=inherited,
            start_new_session=True,
            preexec_fn=bind_to_parent,  # noqa: PLW1509  # calls two system calls only; nothing else sets the signal
        )
    except PermissionError as fault:
        raise EmbeddedFault(
            "start_failed", f"Cannot run {command[0]} ({fault}). Run as a normal user, or set DATABASE_URL."
        ) from fault


def run(user: ServerUser, command: Sequence[str | Path], *, feed: bytes = b"") -> tuple[int, str]:
    """Run `command` to its end with `feed` as input; its exit code and everything it wrote."""
    process = spawn(user, command, death_signal=signal.SIGKILL, output=subprocess.PIPE, standard_input=subprocess.PIPE)
    written, _ = process.communicate(feed)
    return process.returncode, written.decode(errors="replace")


class Keeper:
    """A thread that starts the server and stays with it: it carries the death signal, and reaps the process."""

    def __init__(self, user: ServerUser, command: Sequence[str | Path], *, log: Path, in_use: IO[str]) -> None:
        """Start `command`, which inherits the lock on `in_use` and writes to `log`."""
        self._user, self._command, self._log, self._in_use = user, command, log, in_use
        self._process: subprocess.Popen[bytes] | None = None
        self._fault: BaseException | None = None
        self._started, self.ended = threading.Event(), threading.Event()
        threading.Thread(target=self._stay, name="postgresql-keeper", daemon=True).start()
        self._started.wait()
        if self._fault is not None:
            raise self._fault

    def _stay(self) -> None:
        try:
            with self._log.open("ab") as output:
                self._process = spawn(
                    self._user,
                    self._command,
                    death_signal=signal.SIGINT,
                    output=output,
                    inherited=(self._in_use.fileno(),),
                )
        except BaseException as fault:  # handed to the thread that waits for us
            self._fault = fault
            self._started.set()
            return
        self._started.set()
        self._process.wait()
        self.ended.set()

    @property
    def pid(self) -> int:
        """Process number of the server."""
        if self._process is None:
            raise RuntimeError("the keeper has not started its server")
        return self._process.pid

    def stop(self, *, patience: float) -> None:
        """Fast shutdown (clients are cut off, data written); after `patience` seconds an immediate one."""
        for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if self.ended.is_set():
                return
            if self._process is not None:
                self._process.send_signal(how)
            if self.ended.wait(patience):
                return
