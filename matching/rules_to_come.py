"""Rules about more than one pair that this version reads and cannot obey yet: such an instance is refused, never bent.

Whoever brings a rule takes its column out of here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matching.faults import InstanceUnusable, RowFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matching.instance import Instance


def refuse_rules_to_come(instance: Instance) -> None:
    """Go on only with rules that the engine obeys.

    Raises
    ------
    InstanceUnusable
        With every row that has a value in a column of such a rule. A minimum of one student is what every offer asks.
    """
    faults = tuple(_faults(instance))
    if faults:
        raise InstanceUnusable(faults)


def _faults(instance: Instance) -> Iterator[RowFault]:
    for student in instance.students:
        if student.together_with:
            yield _to_come("students", student.student_number, "together_with")
    for offer in instance.offers:
        filled = {
            "reserves": bool(offer.reserves),
            "maximum_share": bool(offer.maximum_share),
            "minimum": offer.minimum > 1,
            "shared_capacity": offer.shared_capacity is not None,
        }
        for column, has_rule in filled.items():
            if has_rule:
                yield _to_come("offers", offer.offer_id, column)


def _to_come(kind: str, row_key: str, column: str) -> RowFault:
    return RowFault(code="rule_to_come", kind=kind, row_key=row_key, column=column, facts={"column": column})
