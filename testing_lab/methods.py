"""Every question that can be asked by name: the function's name is the method's, its arguments are the inputs.

One name can stand for two questions that differ in their inputs (a difference of pairs, a difference of two groups):
the inputs decide. ``confidence`` is allowed everywhere; a test has no use for it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, Final, get_type_hints

import msgspec

from testing_lab import (
    calls,
    coding,
    comparisons,
    disclosure,
    employers,
    models,
    paired,
    pooling,
    power,
    stopping,
    strata,
    study,
    unpaired,
)
from testing_lab.arguments import open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.result import Result

Question = Callable[..., Result]

_ROOMS: Final = (
    paired,
    unpaired,
    strata,
    models,
    power,
    stopping,
    comparisons,
    employers,
    pooling,
    coding,
    calls,
    disclosure,
    study,
)

#: Every method by its name, with each function that answers to it.
METHODS: Final[Mapping[str, tuple[Question, ...]]] = {
    name: tuple(one for room in _ROOMS for one in room.METHODS if one.__name__ == name)
    for name in sorted({one.__name__ for room in _ROOMS for one in room.METHODS})
}


class UnknownMethod(ImpossibleInput):
    """There is no method of that name."""

    code = "unknown_method"


def answer(method: str, inputs: Mapping[str, Any]) -> Result:
    """The answer of ``method`` to ``inputs``: plain values, as decoded from JSON.

    Raises
    ------
    UnknownMethod
        No method of that name.
    ImpossibleInput
        An input is missing, unknown, of another type, or has a value that cannot be.
    """
    if method not in METHODS:
        raise UnknownMethod("method", "is unknown", value=method)
    question = _chosen(METHODS[method], inputs)
    given = dict(inputs)
    if "confidence" in given and "confidence" not in inspect.signature(question).parameters:
        open_share("confidence", given.pop("confidence"))
    return question(**_typed(question, given))


def _chosen(questions: tuple[Question, ...], inputs: Mapping[str, Any]) -> Question:
    """The one whose arguments have most in common with the inputs."""
    return max(questions, key=lambda one: len(set(inspect.signature(one).parameters) & set(inputs)))


def _typed(question: Question, given: dict[str, Any]) -> dict[str, Any]:
    parameters = inspect.signature(question).parameters
    for name in given:
        if name not in parameters:
            raise ImpossibleInput(name, "is no input of this method", known=", ".join(parameters))
    for name, parameter in parameters.items():
        if name not in given and parameter.default is inspect.Parameter.empty:
            raise ImpossibleInput(name, "is missing")
    hints = get_type_hints(question)
    typed: dict[str, Any] = {}
    for name, value in given.items():
        if hints[name] is int and isinstance(value, float):  # 43.0 is a count; the question itself refuses 2.5
            typed[name] = value
            continue
        try:
            typed[name] = msgspec.convert(value, hints[name])
        except msgspec.ValidationError as error:
            raise ImpossibleInput(name, "has another type than this method takes", detail=str(error)) from error
    return typed
