"""Fill ``api/static/vendor/`` from ``node_modules``: run it after ``npm ci --ignore-scripts``.

What goes where stands in ``package.json`` under ``stagekans.assets``: a name that ends in ``/`` is a folder that the
files are copied into, any other name is one file made of the files one after another. The folder is built beside the
old one and then takes its place, so that a broken copy leaves no half.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def fill(root: Path = ROOT) -> list[str]:
    """Copy the assets and return their names, sorted.

    Raises
    ------
    FileNotFoundError
        A pattern of ``package.json`` meets no file: ``npm ci`` has not run, or a package changed its files.
    """
    assets: dict[str, list[str]] = json.loads((root / "package.json").read_text("utf-8"))["stagekans"]["assets"]
    vendor = root / "api" / "static" / "vendor"
    fresh = vendor.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    for name, patterns in assets.items():
        sources = [source for pattern in patterns for source in _matches(root / "node_modules", pattern)]
        target = fresh / name
        (target if name.endswith("/") else target.parent).mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            for source in sources:
                shutil.copyfile(source, target / _file_name(source))
        else:
            target.write_bytes(b"\n".join(source.read_bytes() for source in sources))
    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)
    return sorted(str(path.relative_to(vendor)) for path in vendor.rglob("*") if path.is_file())


def _matches(modules: Path, pattern: str) -> list[Path]:
    found = sorted(modules.glob(pattern))
    if not found:
        raise FileNotFoundError(f"{pattern} is not in node_modules: run npm ci --ignore-scripts first")
    return found


def _file_name(source: Path) -> str:
    """Licences share one name: say whose it is."""
    return f"{source.parent.name}-{source.name}" if source.name.startswith("LICENSE") else source.name


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{len(fill())} files in api/static/vendor\n")
    except FileNotFoundError as error:
        sys.exit(str(error))
