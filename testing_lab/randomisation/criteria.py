"""The balance that a protocol asks for, in words, as criteria of the balance table.

A protocol says ``order`` or ``template by sector`` and a threshold: how far the two applicants may be apart. In Dutch
or in English; whatever else is written is no measure, and said so before anything is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from testing_lab.findings import Finding
from testing_lab.protocol.document import Balance
from testing_lab.randomisation.rerandomising import Criterion

#: What people write for what can differ between the two, and for what it can be crossed with.
FACTORS: Final = {
    "order": "order", "volgorde": "order", "share majority first": "order", "aandeel meerderheid eerst": "order",
    "group": "identity", "groep": "identity",
    "template": "template", "brief": "template", "sender": "sender", "afzender": "sender",
    "look": "look", "opmaak": "look",
}  # fmt: skip
AGAINST: Final = {
    "stratum": "stratum", "deelgroep": "stratum", "sector": "sector", "size": "size", "grootte": "size",
    "quality": "quality", "niveau": "quality", "names": "name_list", "namen": "name_list", "template": "template",
    "brief": "template", "sender": "sender", "afzender": "sender",
}  # fmt: skip


def criterion_of(measure: str, threshold: float) -> Criterion | None:
    """The criterion that the words mean, or ``None``.

    >>> criterion_of("Volgorde per sector", 0.1)
    Criterion(factor='order', against='sector', least_p=None, most_difference=0.1)
    >>> criterion_of("share majority first", 0.1).against, criterion_of("geluk", 0.1)
    ('identity', None)
    """
    what, _, crossed = re.sub(r" (?:per|by) ", "|", " ".join(measure.casefold().split())).partition("|")
    factor = FACTORS.get(what)
    against = AGAINST.get(crossed) if crossed else "identity"
    if factor is None or against is None:
        return None
    return Criterion(factor=factor, against=against, most_difference=threshold)


def criteria_of(stated: Sequence[Balance]) -> tuple[tuple[Criterion, ...], tuple[Finding, ...]]:
    """The criteria of a protocol, and a finding for each measure that is none."""
    found, wrong = [], []
    for place, one in enumerate(stated):
        criterion = criterion_of(one.measure, one.threshold)
        if criterion is None:
            facts: dict[str, str | int | float] = {"measure": one.measure[:80]}
            path = f"design.rerandomisation[{place}].measure"
            wrong.append(Finding(path=path, code="plan-measure-unknown", facts=facts))
        else:
            found.append(criterion)
    return tuple(found), tuple(wrong)
