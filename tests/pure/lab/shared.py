"""Published experiments that this repository may not hold: ``STAGEKANS_SHARED`` names the folder that has them.

Without it a ``shared`` folder beside the checkout is used; without that the tests that need it skip, with the reason.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

_DATA = Path(os.environ.get("STAGEKANS_SHARED", Path(__file__).parents[4] / "shared")) / "lab" / "data"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one file of the folder lab/data."""
    path = _DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not here: set STAGEKANS_SHARED to the folder that holds lab/data")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
