"""The files that would be committed: what the tests of the house look at."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_BUILT = {
    ".venv",
    ".tools",
    ".cache",
    ".git",
    "node_modules",
    "vendor",
    "__pycache__",
    "demo-files",
    "artefacts",
    "dist",
}


@cache
def files() -> tuple[Path, ...]:
    """Every file of ours, relative to the root; from git where there is one, else from the folder."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode == 0:
        names = [Path(name) for name in listed.stdout.split("\0") if name]
        return tuple(sorted(path for path in names if (ROOT / path).is_file()))
    found = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return tuple(sorted(path for path in found if not _BUILT & set(path.parts) and "cache" not in str(path)))


def python_files() -> tuple[Path, ...]:
    """Every Python file of ours."""
    return tuple(path for path in files() if path.suffix == ".py")


def text_of(path: Path) -> str:
    """The text of a file; bytes that are no text are replaced."""
    return (ROOT / path).read_text("utf-8", "replace")
