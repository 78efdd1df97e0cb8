"""The family of further tests: each in its subgroup, corrected together as registered."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec

from testing_lab.comparisons.adjusted_p import adjusted_p
from testing_lab.faults import LabFault
from testing_lab.methods import answer
from testing_lab.protocol.analysis_plan import Analysis, SecondaryTest
from testing_lab.registered.coded import CodedApplication
from testing_lab.registered.document import SecondaryAnswer

#: How a subgroup is written: ``sector is care``, ``sector = care``; the same in Dutch. A part's name alone will do.
_SUBGROUP: Final = re.compile(r"(?:(?P<by>[\w ]+?)\s*(?:=|:|\bis\b)\s*)?(?P<part>.+)", re.IGNORECASE)
_BY: Final = {
    "sector": "sector", "size": "company_size", "company size": "company_size", "grootte": "company_size",
    "company_size": "company_size", "region": "region", "regio": "region",
}  # fmt: skip


def secondary_answers(
    plan: Analysis,
    applications: Sequence[CodedApplication],
    counts: Callable[[Sequence[CodedApplication]], dict[str, Any]],
) -> tuple[SecondaryAnswer, ...]:
    """Every registered test, in the order of the plan, with adjusted p-values.

    A test that cannot be done counts in the correction with p = 1: the family is as large as it was registered.
    ``counts`` turns applications into the inputs of a test.
    """
    found = [_answered(one, applications, counts) for one in plan.secondary]
    if not found or plan.correction is None:
        return tuple(found)
    adjusted = adjusted_p(p=[1.0 if one.p_value is None else one.p_value for one in found])
    values = adjusted.holm if plan.correction == "holm" else adjusted.bh
    return tuple(
        one if one.p_value is None else msgspec.structs.replace(one, adjusted=value)
        for one, value in zip(found, values, strict=True)
    )


def of_subgroup(words: str, applications: Sequence[CodedApplication]) -> list[CodedApplication]:
    """The applications of a subgroup as a protocol writes it; none where it names no part of the sample."""
    if not words.strip():
        return list(applications)
    read = _SUBGROUP.fullmatch(words.strip())
    if read is None:
        return []
    part = read["part"].strip().casefold()
    by = _BY.get((read["by"] or "").strip().casefold()) if read["by"] else None
    if read["by"] and by is None:
        return []
    return [
        one
        for one in applications
        if any(value.casefold() == part for name, value in one.strata.items() if by in (None, name))
    ]


def _answered(
    asked: SecondaryTest,
    applications: Sequence[CodedApplication],
    counts: Callable[[Sequence[CodedApplication]], dict[str, Any]],
) -> SecondaryAnswer:
    chosen = of_subgroup(asked.subgroup, applications)
    told = SecondaryAnswer(
        name=asked.name, test=asked.test, subgroup=asked.subgroup, pairs=len({one.pair for one in chosen})
    )
    if not chosen:
        return msgspec.structs.replace(told, reason="subgroup_unknown")
    try:
        p_value = getattr(answer(asked.test, counts(chosen)), "p_value", None)
    except LabFault:
        return msgspec.structs.replace(told, reason="test_not_possible")
    if p_value is None:
        return msgspec.structs.replace(told, reason="test_has_no_p")
    return msgspec.structs.replace(told, p_value=float(p_value))
