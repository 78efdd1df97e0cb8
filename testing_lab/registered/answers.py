"""Answers in one plain form, as they are stored and shown: value, bounds, p-value, and the method that gave them."""

from __future__ import annotations

import math
from typing import Any

import msgspec

#: JSON has no infinity: ``inf`` and ``-inf`` stand for it.
Number = float | str | None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a method of :mod:`testing_lab.methods` said; ``undefined`` says why a number is not there."""

    method: str
    estimate: Number = None
    lower: Number = None
    upper: Number = None
    p_value: Number = None
    undefined: dict[str, str] = {}


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """A rate with what it is divided by; ``registered``: the one that the protocol named."""

    name: str
    value: float | None
    counted: str
    number: int
    registered: bool


def answer_of(method: str, result: Any) -> Answer:
    """The plain form of a result."""
    said = {name: plain(getattr(result, name, None)) for name in ("estimate", "lower", "upper", "p_value")}
    return Answer(method=method, undefined=dict(getattr(result, "undefined", {})), **said)


def plain(value: Any) -> Number:
    """A number that JSON can hold."""
    if value is None or isinstance(value, str):
        return value
    number = float(value)
    return number if math.isfinite(number) else "inf" if number > 0 else "-inf"
