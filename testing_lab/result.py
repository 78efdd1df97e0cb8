"""What every answer of the lab has: its numbers, and why some of them do not exist."""

from __future__ import annotations

import msgspec


class Result(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer. A quantity that does not exist is ``None``, and ``undefined`` says why, by the name of its field.

    An endless bound is ``math.inf``. No field is ever NaN.
    """

    undefined: dict[str, str] = {}


class Interval(Result, frozen=True, kw_only=True):
    """An estimate and its two-sided confidence interval."""

    estimate: float | None
    lower: float | None
    upper: float | None
