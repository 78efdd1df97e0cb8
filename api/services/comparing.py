"""Two finished runs of a round side by side, as far as the asker sees their students (docs/decisions/0202)."""

from __future__ import annotations

import asyncio
import gzip
import uuid
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from api.messages.comparing import ComparedStudent, ComparisonFilter, ComparisonView, OutcomeSide
from api.messages.faults import NotFound, Unusable
from api.messages.paging import PageOf
from api.services.outcomes import finished_run
from api.services.permissions import SEE_STUDENTS, require, scope
from api.services.runs import view_of
from db import comparing, runs
from matching.compare import Side, compare
from matching.comparison import EFFECTS, GAINS, LOSES, Outcome
from matching.instance import Instance, decode
from matching.policy import Policy
from matching.result import Report

if TYPE_CHECKING:
    from api.messages.accounts import Actor
    from api.services.pool import Pool
    from db.comparing import SideBySideRow
    from db.runs import RunRow
    from matching.comparison import Comparison, StudentChange

_SIDE = ("offer_id", "company", "rank", "utility", "travel_minutes", "reason_code")


async def compare_runs(
    pool: Pool,
    actor: Actor,
    round_id: uuid.UUID,
    left: uuid.UUID,
    right: uuid.UUID,
    chosen: ComparisonFilter,
    *,
    number: int = 1,
    size: int = 50,
) -> ComparisonView:
    """Lay two finished runs side by side, with one page of the students for whom something changes.

    Raises
    ------
    NotFound
        One of the runs is not in this round, or holds no student of the asker's programmes.
    Conflict
        ``run_not_finished``
    Unusable
        ``right``: it is the same run twice.
    """
    require(actor, *SEE_STUDENTS)
    if left == right:
        raise Unusable({"right": "same_run"})
    async with pool.acquire() as connection:
        first = await finished_run(connection, actor, left)
        second = await finished_run(connection, actor, right)
        if {first.round_id, second.round_id} != {round_id}:
            raise NotFound(what="run")
        rows = await comparing.side_by_side(connection, left, right, round_id, scope(actor))
        contents = [await runs.frozen(connection, left)]
        same = first.input_sha256 == second.input_sha256
        contents.append(contents[0] if same else await runs.frozen(connection, right))
    compared = await asyncio.to_thread(_compare, first, second, contents, rows)
    named = {row.student_number: row for row in rows}
    listed = [_student(change, named[change.student_number]) for change in compared.changes]
    wanted = [student for student in listed if _fits(student, chosen)]
    wanted.sort(key=lambda student: student.student_number)
    wanted.sort(key=lambda student: _key(student, chosen), reverse=chosen.descending)
    begin = (number - 1) * size
    return ComparisonView(
        left=view_of(first),
        right=view_of(second),
        counts=msgspec.convert(compared.counts, dict),
        unchanged=compared.unchanged,
        partial=len(rows) < max(first.students, second.students),
        goals=compared.goals,
        profile=compared.profile,
        groups=compared.groups,
        why=compared.why,
        students=PageOf(items=tuple(wanted[begin : begin + size]), number=number, size=size, total=len(wanted)),
    )


@lru_cache(maxsize=4)
def _instance(content: bytes) -> Instance:
    """The frozen round; the last few are kept, for a person turns page after page."""
    return decode(gzip.decompress(content))


def _compare(first: RunRow, second: RunRow, contents: list[bytes], rows: list[SideBySideRow]) -> Comparison:
    sides = [
        Side(
            instance=_instance(content),
            policy=msgspec.convert(run.policy, Policy),
            report=msgspec.convert(run.report, Report),
            outcomes=tuple(_outcome(row, which) for row in rows if getattr(row, f"in_{which}")),
        )
        for run, content, which in ((first, contents[0], "left"), (second, contents[1], "right"))
    ]
    return compare(sides[0], sides[1])


def _outcome(row: SideBySideRow, which: str) -> Outcome:
    facts = {name: getattr(row, f"{which}_{name}") for name in _SIDE if name != "company"}
    return Outcome(student_number=row.student_number, **facts)


def _student(change: StudentChange, row: SideBySideRow) -> ComparedStudent:
    return ComparedStudent(
        student_number=row.student_number,
        name=row.name,
        crebo=row.crebo,
        programme=row.programme,
        team=row.team,
        effect=change.effect,
        left=_side(row, "left"),
        right=_side(row, "right"),
        ranks=change.ranks,
        points=change.points,
        fields=change.fields,
        offer_changed=change.offer_changed,
    )


def _side(row: SideBySideRow, which: str) -> OutcomeSide | None:
    if not getattr(row, f"in_{which}"):
        return None
    return OutcomeSide(**{name: getattr(row, f"{which}_{name}") for name in _SIDE})


def _fits(student: ComparedStudent, chosen: ComparisonFilter) -> bool:
    if chosen.crebo and student.crebo != chosen.crebo:
        return False
    groups = {"gains": GAINS, "loses": LOSES}
    if chosen.effect and student.effect not in groups.get(chosen.effect, (chosen.effect,)):
        return False
    search = chosen.search.strip().lower()
    texts = [student.student_number, student.name]
    texts += [text for side in (student.left, student.right) if side for text in (side.offer_id or "", side.company)]
    return not search or any(search in text.lower() for text in texts)


def _key(student: ComparedStudent, chosen: ComparisonFilter) -> tuple[int, str]:
    if chosen.sort == "effect":
        return EFFECTS.index(student.effect), student.name.lower()
    return 0, str(getattr(student, chosen.sort)).lower()
