"""Reference values of independent programs (R, mpmath, exact arithmetic) with their origin, and how they compare."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import msgspec

_FOLDER = Path(__file__).with_name("reference")


def cases(*families: str) -> list[dict[str, Any]]:
    """Every case of the families, all without a name."""
    files = sorted(_FOLDER.glob("[a-z]*.json"))
    found = [case for file in files if not families or file.stem in families for case in json.loads(file.read_bytes())]
    assert found
    return found


def differences(case: dict[str, Any], result: msgspec.Struct) -> list[str]:
    """Where the result is not what the independent program said, within the tolerance of the case."""
    return list(_compared(case["outputs"], msgspec.to_builtins(result), case.get("tolerance_rel") or 1e-6, "outputs"))


def _compared(wanted: Any, found: Any, tolerance: float, where: str) -> list[str]:
    if isinstance(wanted, dict):
        if not isinstance(found, dict):
            return [f"{where}: {found!r} is no table"]
        return [
            one
            for name, value in wanted.items()
            for one in (
                _compared(value, found[name], tolerance, f"{where}.{name}")
                if name in found
                else [f"{where}.{name} is missing"]
            )
        ]
    if isinstance(wanted, list):
        if not isinstance(found, list | tuple) or len(found) != len(wanted):
            return [f"{where}: {found!r} instead of {wanted!r}"]
        pairs = enumerate(zip(wanted, found, strict=True))
        return [one for place, (a, b) in pairs for one in _compared(a, b, tolerance, f"{where}[{place}]")]
    wanted, found = (math.inf if one == "inf" else one for one in (wanted, found))
    if isinstance(wanted, int | float) and not isinstance(wanted, bool) and isinstance(found, int | float):
        if math.isclose(wanted, found, rel_tol=tolerance, abs_tol=1e-9):
            return []
    elif wanted == found:
        return []
    return [f"{where}: {found!r} instead of {wanted!r}"]
