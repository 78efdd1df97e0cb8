"""Decisions already taken: which pair each locked student has, and whether those decisions can stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matching.faults import InstanceUnusable, RowFault
from matching.result import RULE_CODES
from matching.rules import NOT_NAMED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from matching.instance import Student
    from matching.rules.columns import Ints

#: In the place of the column of a rule: the pair is not in the list.
NOT_GIVEN = len(RULE_CODES)


def locked_pairs(
    students: Sequence[Student], offer_index: dict[str, int], places: Ints, refusal: Callable[[Ints, Ints], Ints]
) -> tuple[Ints, Ints]:
    """The locked students and their offers, by index.

    ``refusal`` gives for each pair the column of the rule that refuses it, -1 for none, ``NOT_GIVEN`` where a list of
    pairs stands in the place of the rules and does not have it.

    Raises
    ------
    InstanceUnusable
        A lock names an unknown offer, breaks a hard rule other than ``not_named``, is not among the given pairs, or
        asks with other locks more places than the offer has. Every row that clashes is listed.
    """
    locks = [
        (index, student.locked_offer) for index, student in enumerate(students) if student.locked_offer is not None
    ]
    unknown = [(index, offer_id) for index, offer_id in locks if offer_id not in offer_index]
    known = np.array([(i, offer_index[offer_id]) for i, offer_id in locks if offer_id in offer_index], np.int64)
    s, o = known.reshape(-1, 2).T
    faults = [_fault("lock_unknown_offer", students[index], offer_id) for index, offer_id in unknown]
    faults += _clashes(students, places, refusal(s, o), s, o)
    if faults:
        raise InstanceUnusable(tuple(sorted(faults, key=lambda fault: fault.row_key)))
    return s, o


def _clashes(students: Sequence[Student], places: Ints, refusal: Ints, s: Ints, o: Ints) -> Iterator[RowFault]:
    wanted = np.bincount(o, minlength=places.size)
    for index, offer, column in zip(s.tolist(), o.tolist(), refusal.tolist(), strict=True):
        student = students[index]
        offer_id = student.locked_offer or ""
        if column == NOT_GIVEN:
            yield _fault("lock_not_in_pairs", student, offer_id)
        elif column not in (-1, NOT_NAMED.column):
            yield _fault("lock_breaks_rule", student, offer_id, rule=RULE_CODES[column])
        if wanted[offer] > places[offer]:
            yield _fault("lock_exceeds_places", student, offer_id, places=int(places[offer]), locked=int(wanted[offer]))


def _fault(code: str, student: Student, offer_id: str, **facts: str | int) -> RowFault:
    return RowFault(
        code=code,
        kind="students",
        row_key=student.student_number,
        column="locked_offer",
        facts={"offer_id": offer_id, **facts},
    )
