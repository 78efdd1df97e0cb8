"""``make evidence``: runs the tier *evidence* and the benchmark, and writes what they print into ``docs/evidence/``."""

from __future__ import annotations

import datetime as dt
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STEPS = (
    (
        "Searches and fault rounds",
        ["-m", "pytest", "-m", "evidence", "-p", "no:cacheprovider", "--durations=20", "-rA"],
    ),
    ("Benchmark", ["-m", "bench.matching"]),
)


def _machine() -> str:
    facts = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    model = re.search(r"model name\s*:\s*(.+)", facts)
    return f"{os.cpu_count()} cores, {model[1] if model else platform.machine()}, Python {platform.python_version()}"


def _commit() -> str:
    done = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.strip() or "unknown"


def main(extra: list[str]) -> int:
    """Run every step (with words for pytest: that one alone) and write one dated file; the worst exit code counts."""
    now = dt.datetime.now(dt.UTC)
    parts = [f"# Evidence of {now:%Y-%m-%d}\n", f"Commit {_commit()}. {_machine()}.\n"]
    worst = 0
    for title, command in STEPS[:1] if extra else STEPS:
        began = dt.datetime.now(dt.UTC)
        words = [sys.executable, *command, *(extra if "pytest" in command else [])]
        told = subprocess.STDOUT if "pytest" in command else None  # the benchmark tells there how far it is
        done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=told, text=True)
        seconds = (dt.datetime.now(dt.UTC) - began).total_seconds()
        worst = max(worst, done.returncode)
        sys.stdout.write(done.stdout)
        shown = done.stdout.replace(f"{ROOT}/", "").strip()
        if "pytest" in command:  # the benchmark prints Markdown
            shown = f"```\n{shown}\n```"
        parts.append(f"## {title}\n\nExit code {done.returncode}, {seconds:.0f} s.\n\n{shown}\n")
    folder = ROOT / "docs" / "evidence"
    name = next(name for name in _names(f"{now:%Y-%m-%d}-evidence") if not (folder / name).exists())
    (folder / name).write_text("\n".join(parts), encoding="utf-8")
    sys.stdout.write(f"docs/evidence/{name}\n")
    return worst


def _names(stem: str) -> list[str]:
    return [f"{stem}.md", *(f"{stem}-{turn}.md" for turn in range(2, 100))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
