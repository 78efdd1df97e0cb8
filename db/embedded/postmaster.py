"""Reading ``postmaster.pid``: which server holds a data folder, and whether it lives."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec


class Postmaster(msgspec.Struct, frozen=True, kw_only=True):
    """The first process of a server, as its own file describes it."""

    pid: int
    socket_folder: str
    port: int
    status: str
    """``starting``, ``ready``, ``stopping`` or ``standby``; empty while the file is still being written."""


def read(data: Path) -> Postmaster | None:
    """The server that says it holds `data`, alive or not; None when there is no (readable) such file."""
    try:
        lines = (data / "postmaster.pid").read_text(encoding="utf-8", errors="replace").splitlines()
        lines += [""] * (8 - len(lines))
        return Postmaster(
            pid=abs(int(lines[0])), port=int(lines[3] or 0), socket_folder=lines[4].strip(), status=lines[7].strip()
        )
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None


def is_alive(pid: int, data: Path) -> bool:
    """Is `pid` a process at work in `data`? A zombie is dead; a process elsewhere got a recycled number."""
    if not Path("/proc/self/stat").exists():
        return _answers(pid)
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[0]
        return state not in "ZX" and _works_in(pid, data)
    except (OSError, IndexError):
        return False


def processes_in(data: Path) -> list[int]:
    """Every living process whose working folder is `data`: a postmaster and its children. Linux only."""
    return [
        int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and is_alive(int(entry.name), data)
    ]


def _works_in(pid: int, data: Path) -> bool:
    # PostgreSQL changes to its data folder before it writes postmaster.pid, and its children inherit that.
    try:
        return Path(f"/proc/{pid}/cwd").samefile(data)
    except OSError:
        return False  # gone, or of another user: then it is no server of ours


def _answers(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
