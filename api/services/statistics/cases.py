"""A file of cases: ``[{"id", "method", "inputs"}, …]`` in, ``[{"id", "outputs"} or {"id", "error"}, …]`` out."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from api.catalogue import Language, text
from api.services.statistics.data_inputs import DataFiles, plain_inputs
from api.services.statistics.telling import tell
from testing_lab.faults import LabFault
from testing_lab.methods import answer


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One question. What else stands beside it (a source, a remark) is the writer's and is left alone."""

    id: str | int
    method: str
    inputs: dict[str, Any]


class CaseFault(msgspec.Struct, frozen=True, kw_only=True):
    """Why a file of cases cannot be used. ``case`` counts from 1; None: the file as a whole."""

    code: str
    case: int | None = None
    detail: str = ""


class CasesUnusable(ValueError):
    """A file of cases with faults: all of them, and nothing was asked."""

    def __init__(self, faults: tuple[CaseFault, ...]) -> None:
        super().__init__(", ".join(f"{fault.code} {fault.case}" for fault in faults))
        self.faults = faults


def read_cases(content: bytes) -> list[Case]:
    """The cases of a file: a list, or an object with a list ``cases``.

    Raises
    ------
    CasesUnusable
        No JSON, no list, or cases without id, method or inputs, or with the same id: every fault.
    """
    try:
        read = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CasesUnusable((CaseFault(code="not_json", detail=str(error)),)) from error
    if isinstance(read, dict):
        read = read.get("cases")
    if not isinstance(read, list):
        raise CasesUnusable((CaseFault(code="no_list"),))
    cases, faults = [], []
    first_place: dict[str, int] = {}
    for place, raw in enumerate(read, 1):
        try:
            case = msgspec.convert(raw, Case)
        except msgspec.ValidationError as error:
            faults.append(CaseFault(code="wrong_form", case=place, detail=str(error)))
            continue
        if (before := first_place.setdefault(str(case.id), place)) != place:
            faults.append(CaseFault(code="id_twice", case=place, detail=f"{case.id} ({before})"))
        cases.append(case)
    if faults:
        raise CasesUnusable(tuple(faults))
    return cases


def answers(
    cases: Iterable[Case], data: DataFiles, language: Language, told: Callable[[int], None] = lambda _: None
) -> list[dict[str, Any]]:
    """An answer to each case, in their order; ``told`` hears how many are ready."""
    found = []
    for number, case in enumerate(cases, 1):
        found.append(_answered(case, data, language))
        told(number)
    return found


def _answered(case: Case, data: DataFiles, language: Language) -> dict[str, Any]:
    try:
        result = answer(case.method, plain_inputs(case.method, case.inputs, data))
    except LabFault as fault:
        error = {"code": fault.code, "message": tell(language, fault), **fault.where}
        return {"id": case.id, "error": error}
    except (ArithmeticError, ValueError, IndexError, MemoryError, RecursionError) as broken:
        # A fault of ours at extreme inputs; the other questions keep their answers.
        message = text(language, "lab-not-computed", detail=f"{type(broken).__name__}: {broken}")
        return {"id": case.id, "error": {"code": "not_computed", "message": message}}
    return {"id": case.id, "outputs": with_words_for_endless(msgspec.to_builtins(result))}


def with_words_for_endless(value: Any) -> Any:
    """JSON has no infinity: ``"inf"`` and ``"-inf"`` stand for it."""
    if isinstance(value, dict):
        return {name: with_words_for_endless(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [with_words_for_endless(one) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        if math.isnan(value):
            raise ArithmeticError("an answer of the lab is not a number")
        return "inf" if value > 0 else "-inf"
    return value


def written(found: list[dict[str, Any]]) -> bytes:
    """The answers as a JSON list, one a line."""
    return b"[\n" + b",\n".join(msgspec.json.encode(one) for one in found) + b"\n]\n"
