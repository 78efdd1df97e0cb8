"""Rules about more than one pair on their way from a file to the database."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable

import asyncpg
import pytest

from api.messages.accounts import Actor
from api.messages.importing import ApplyImport, ImportKind, ImportView
from api.services import importing
from tests.database.a_round import a_round, an_actor

Bring = Callable[[ImportKind, str], Awaitable[ImportView]]


@pytest.fixture
async def coordinator(pool: asyncpg.Pool) -> Actor:
    return await an_actor(pool, "coordinator")


@pytest.fixture
async def round_id(pool: asyncpg.Pool) -> uuid.UUID:
    return await a_round(pool)


@pytest.fixture
def bring(pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID) -> Bring:
    """Preview and apply a file in one go."""

    async def both(kind: ImportKind, content: str) -> ImportView:
        view = await importing.preview(pool, coordinator, round_id, kind, f"{kind}.csv", content.encode())
        return await importing.apply(pool, coordinator, view.import_id, ApplyImport())

    return both


RULED = (
    "offer_id;places;crebos;reserves;maximum_share;minimum;shared_capacity\n"
    "O1;4;25998;level=2:2|cohort=2025:1;level=3:1;2;keuken:6\n"
    "O2;2;25998;;;;keuken:6\n"
)
TOGETHER = "student_number;crebo;level;together_with\n1001;25998;2;1002|!1003\n1002;25998;3;\n1003;25998;3;!1001\n"


async def _rows(pool: asyncpg.Pool) -> list[list[asyncpg.Record]]:
    return [await pool.fetch(f"select * from placement.{table} t order by t::text") for table in ("student", "offer")]  # noqa: S608  # fixed names


async def test_rules_about_more_than_one_pair_are_kept_and_compared(pool: asyncpg.Pool, bring: Bring) -> None:
    await bring("offers", RULED)
    await bring("students", TOGETHER)
    kept = await _rows(pool)
    offer = await pool.fetchrow("select * from placement.offer where offer_id = 'O1'")
    assert offer["reserves"] == [
        {"grouping": "cohort", "value": "2025", "places": 1},
        {"grouping": "level", "value": "2", "places": 2},
    ]
    assert (offer["minimum"], offer["shared_capacity"]) == (2, {"name": "keuken", "places": 6})
    assert await pool.fetchval("select shared_capacity from placement.offer where offer_id = 'O2'") is not None
    marks = await pool.fetchval("select together_with from placement.student where student_number = '1001'")
    assert marks == ["1002", "!1003"]
    again = [(await bring("offers", RULED)).report, (await bring("students", TOGETHER)).report]
    assert [(report.changed, report.unchanged) for report in again] == [(0, 2), (0, 3)]
    assert await _rows(pool) == kept
    changed = await bring("offers", RULED.replace(";2;keuken:6", ";;keuken:6"))
    assert changed.report.changed == 1
    assert await pool.fetchval("select minimum from placement.offer where offer_id = 'O1'") == 0


async def test_a_group_that_nobody_is_in_is_told_once_there_are_students(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID, bring: Bring
) -> None:
    first = await bring("offers", RULED)
    assert first.report.faults == (), "offers come first: nobody can be in a group yet"
    await bring("students", TOGETHER)
    view = await importing.preview(pool, coordinator, round_id, "offers", "o.csv", RULED.encode())
    assert [(f.code, f.row, f.column, f.facts["group"], f.serious) for f in view.report.faults] == [
        ("group_without_students", 2, "reserves", "cohort=2025", False)
    ]
    desk = await an_actor(pool, "service_point")
    view = await importing.preview(pool, desk, round_id, "offers", "o.csv", RULED.encode())
    assert view.report.faults == (), "who sees no students is told nothing about them"


async def test_a_capacity_of_an_offer_outside_the_file_must_agree(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID, bring: Bring
) -> None:
    await bring("offers", RULED)
    more = b"offer_id;places;crebos;shared_capacity\nO3;2;25998;keuken:7\nO4;2;25998;keuken:6\n"
    view = await importing.preview(pool, coordinator, round_id, "offers", "o.csv", more)
    assert [(f.code, f.row, f.facts["number"]) for f in view.report.faults] == [("shared_capacity_differs", 2, 6)]
    whole = await importing.preview(
        pool, coordinator, round_id, "offers", "o.csv", RULED.replace("keuken:6", "keuken:7").encode()
    )
    assert whole.report.faults == ()


async def test_whoever_names_a_student_of_a_rejected_row_is_rejected_too(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID, bring: Bring
) -> None:
    """1 names 2, 2 names 3, and the row of 3 is wrong: nobody is left who names somebody that is not there."""
    await bring("offers", RULED)
    content = "student_number;crebo;together_with\n1;25998;2\n2;25998;!3\n3;2599;\n4;25998;1001\n5;25998;6\n6;25998;\n"
    view = await importing.preview(pool, coordinator, round_id, "students", "s.csv", content.encode())
    assert [(f.row, f.code) for f in view.report.faults] == [
        (2, "unknown_together"), (3, "unknown_together"), (4, "cell_not_crebo"), (5, "unknown_together"),
    ]  # fmt: skip
    taken = await importing.apply(pool, coordinator, view.import_id, ApplyImport(take_good_rows=True))
    assert (taken.report.added, taken.report.rejected) == (2, 4)
    await bring("students", "student_number;crebo\n1001;25998\n")
    assert (await bring("students", "student_number;crebo;together_with\n4;25998;1001\n")).report.added == 1
