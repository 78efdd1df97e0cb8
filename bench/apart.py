"""A measurement in a process of its own, so that its peak memory is its own, and that ends when its time is up."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec

from bench.measuring import Checked, Ran

if TYPE_CHECKING:
    from bench.cases import Case


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one measurement. ``trouble`` says why something is missing; "" when nothing is."""

    case: Case
    ran: Ran | None = None
    checked: Checked | None = None
    trouble: str = ""


def measured(case: Case, limit: float) -> Measured:
    """Measure; after ``limit`` seconds (by the clock) what is known by then."""
    command = [sys.executable, "-m", "bench.measuring", msgspec.json.encode(case).decode()]
    trouble = ""
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit, check=False)
        printed, complaint = done.stdout, done.stderr.decode(errors="replace").strip()
        if done.returncode:
            trouble = complaint.splitlines()[-1] if complaint else f"ended with code {done.returncode}"
    except subprocess.TimeoutExpired as late:
        printed, trouble = late.stdout or b"", f"not done in {limit:g} s"
    lines = printed.splitlines()
    return Measured(
        case=case,
        ran=msgspec.json.decode(lines[0], type=Ran) if lines else None,
        checked=msgspec.json.decode(lines[1], type=Checked) if len(lines) > 1 else None,
        trouble=trouble,
    )
