"""Find a Chromium for the journeys, or install one, or say why there is none.

``python -m tests.journeys.chromium`` prints its path. The order: ``$CHROMIUM``; a browser on the path; Playwright's
own; a download by Playwright; as root, the package of the distribution with a font (without fonts axe silently skips
colour contrast).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ON_THE_PATH = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN_PACKAGES = ("chromium-headless-shell", "libatomic1", "fonts-dejavu-core")
LONGEST_INSTALL_SECONDS = 600


class NoBrowser(RuntimeError):
    """No Chromium was found and none could be installed."""


def find() -> Path:
    """The path of a browser that starts.

    Raises
    ------
    NoBrowser
        Every way failed; the message says how each did.
    """
    reasons: list[str] = []
    for name, attempt in WAYS.items():
        try:
            for path in attempt():
                if _starts(path):
                    return path
                reasons.append(f"{name}: {path} does not start")
        except (OSError, subprocess.SubprocessError) as error:
            reasons.append(f"{name}: {_told(error)}")
    raise NoBrowser(
        "No Chromium for the journeys. Install one, or set CHROMIUM to its path.\n"
        + "\n".join(reasons or ["none found"])
    )


def _from_environment() -> Iterator[Path]:
    if named := os.environ.get("CHROMIUM"):
        yield Path(named)


def _on_the_path() -> Iterator[Path]:
    for name in ON_THE_PATH:
        if found := shutil.which(name):
            yield Path(found)


def _in_playwrights_cache() -> Iterator[Path]:
    cache = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright")
    for pattern in ("chromium_headless_shell-*/**/headless_shell", "chromium_headless_shell-*/**/chrome-headless-shell",
                    "chromium-*/**/chrome"):  # fmt: skip
        yield from sorted(cache.glob(pattern), reverse=True)


def _by_playwright() -> Iterator[Path]:
    _run([sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"])
    yield from _in_playwrights_cache()


def _by_the_distribution() -> Iterator[Path]:
    if not shutil.which("apt-get"):
        return
    if os.geteuid() != 0:
        raise OSError(f"only root can: apt-get install {' '.join(DEBIAN_PACKAGES)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *DEBIAN_PACKAGES]
    try:
        _run(install, environment)
    except subprocess.CalledProcessError:
        _run(["apt-get", "update"], environment)
        _run(install, environment)
    yield from _on_the_path()


#: Every way, the cheapest first.
WAYS: dict[str, Callable[[], Iterator[Path]]] = {
    "CHROMIUM": _from_environment,
    "PATH": _on_the_path,
    "Playwright's cache": _in_playwrights_cache,
    "playwright install": _by_playwright,
    "apt-get install": _by_the_distribution,
}


def _run(command: list[str], environment: dict[str, str] | None = None) -> None:
    subprocess.run(
        command, env=environment, check=True, capture_output=True, text=True, timeout=LONGEST_INSTALL_SECONDS
    )


def _starts(path: Path) -> bool:
    """Whether it is a browser: it tells its version."""
    try:
        told = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=30, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return False
    return any(word in told for word in ("Chrom", "HeadlessShell"))


def _told(error: Exception) -> str:
    """The line that says what went wrong: installers end with a stack trace as often as with a reason."""
    lines = [line.strip() for line in (getattr(error, "stderr", None) or str(error)).splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("E: ", "Error:", "OSError:"))]
    return (telling or lines or [type(error).__name__])[-1]


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{find()}\n")
    except NoBrowser as missing:
        sys.exit(str(missing))
