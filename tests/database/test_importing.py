"""Import on a real database: counts, twice the same, good rows, permissions, events, and a connection that is cut."""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from collections.abc import Awaitable, Callable

import asyncpg
import pytest

from api.messages.accounts import Actor, Role
from api.messages.faults import Conflict, FileRefused, NotAllowed, NotFound
from api.messages.importing import ApplyImport, ImportKind, ImportView
from api.services import importing, sweeping
from api.services.files import read_students

OFFERS = (
    "offer_id;training_company_id;company;establishment;places;crebos;place;recognition_checked_on;tags\n"
    "O1;L100;Bakkerij De Korst;Winkel;2;25998|25999;Hilversum;01-09-2026;Brood\n"
    "O2;;Garage Snel;;1;25998;Utrecht;;\n"
    "O3;;garage snel;;0;25743;Utrecht;;\n"
)
STUDENTS = (
    "student_number;naam;crebo;preferences;only_preferences;place;days;groups;huisdier\n"
    "1001;Sanne;25998;O2|O1=O3;nee;Hilversum;ma|di;cohort=2025;kat\n"
    "1002;Ali;25998;;;;3;;\n"
    "1003;=cmd;25999;O1;ja;Bussum;;;\n"
)
EQUIVALENTS = "crebo,equivalent_crebo\n25998,25999\n25999,25998\n"


async def make_actor(pool: asyncpg.Pool, *roles: Role, programmes: tuple[str, ...] | None = None) -> Actor:
    account_id = await pool.fetchval(
        "insert into placement.account (sign_in_name, display_name, password_hash) values ($1, 'Test', '-')"
        " returning account_id",
        str(uuid.uuid4()),
    )
    limits = None if programmes is None else frozenset(programmes)
    return Actor(account_id=account_id, display_name="Test", roles=frozenset(roles), language="nl", programmes=limits)


@pytest.fixture
async def coordinator(pool: asyncpg.Pool) -> Actor:
    return await make_actor(pool, "coordinator")


@pytest.fixture
async def round_id(pool: asyncpg.Pool) -> uuid.UUID:
    made: uuid.UUID = await pool.fetchval(
        "insert into placement.placement_round (name, starts_on, ends_on) values ('test', $1, $2) returning round_id",
        dt.date(2027, 2, 1),
        dt.date(2027, 7, 1),
    )
    return made


Bring = Callable[[ImportKind, str], Awaitable[ImportView]]


@pytest.fixture
def bring(pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID) -> Bring:
    """Preview and apply a file in one go."""

    async def both(kind: ImportKind, content: str) -> ImportView:
        view = await importing.preview(pool, coordinator, round_id, kind, f"{kind}.csv", content.encode())
        return await importing.apply(pool, coordinator, view.import_id, ApplyImport())

    return both


async def everything(pool: asyncpg.Pool) -> list[list[asyncpg.Record]]:
    """All rows that an import writes, in a fixed order."""
    tables = ("student", "offer", "preference", "company", "establishment", "recognition", "equivalent_programme")
    return [await pool.fetch(f"select * from placement.{table} t order by t::text") for table in tables]  # noqa: S608  # fixed names


async def test_three_files_go_in_and_a_second_time_nothing_changes(pool: asyncpg.Pool, bring: Bring) -> None:
    first = [await bring("offers", OFFERS), await bring("students", STUDENTS), await bring("equivalents", EQUIVALENTS)]
    assert [(view.state, view.report.added, view.report.changed) for view in first] == [
        ("applied", 3, 0),
        ("applied", 3, 0),
        ("applied", 2, 0),
    ]
    before = await everything(pool)
    again = [await bring("offers", OFFERS), await bring("students", STUDENTS), await bring("equivalents", EQUIVALENTS)]
    assert [(v.report.added, v.report.changed, v.report.unchanged) for v in again] == [(0, 0, 3), (0, 0, 3), (0, 0, 2)]
    assert await everything(pool) == before
    assert await pool.fetchval("select count(*) from placement.company") == 2  # "Garage Snel" and "garage snel" are one
    ranks = await pool.fetch(
        "select o.offer_id, p.rank from placement.preference p join placement.offer o using (offer_uid)"
        " join placement.student s using (student_id) where s.student_number = '1001' order by 1"
    )
    assert [tuple(row) for row in ranks] == [("O1", 2), ("O2", 1), ("O3", 2)]
    sanne = await pool.fetchrow("select * from placement.student where student_number = '1001'")
    assert (sanne["name"], sanne["weekdays"], sanne["groups"], sanne["extra"]) == (
        "Sanne", ["mo", "tu"], {"cohort": "2025"}, {"huisdier": "kat"},
    )  # fmt: skip


async def test_a_changed_row_is_changed_and_its_preferences_are_replaced(pool: asyncpg.Pool, bring: Bring) -> None:
    await bring("offers", OFFERS)
    await bring("students", STUDENTS)
    view = await bring("students", "student_number;crebo;preferences\n1001;25998;O3\n")
    assert (view.report.added, view.report.changed, view.report.not_in_file) == (0, 1, 2)
    assert await pool.fetchval("select count(*) from placement.student") == 3
    wishes = await pool.fetch("select rank from placement.preference join placement.student using (student_id)"
                              " where student_number = '1001'")  # fmt: skip
    assert [row["rank"] for row in wishes] == [1]
    renamed = await bring("offers", OFFERS.replace("Bakkerij De Korst", "Bakkerij De Kruimel"))
    assert renamed.report.changed == 1
    assert await pool.fetchval("select name from placement.company where training_company_id = 'L100'") == (
        "Bakkerij De Kruimel"
    )


async def test_one_wrong_row_refuses_the_file_and_leaves_everything_as_it_was(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID, bring: Bring
) -> None:
    await bring("offers", OFFERS)
    before = await everything(pool)
    wrong = STUDENTS + "1004;Kim;259;;;;;;\n1005;Bo;25998;O9;;;;;\n"
    view = await importing.preview(
        pool, coordinator, round_id, "students", "C:\\map\\stu\x00denten.csv", wrong.encode()
    )
    assert view.file_name == "studenten.csv"
    assert [(f.code, f.row, f.column) for f in view.report.faults if f.serious] == [
        ("cell_not_crebo", 5, "crebo"),
        ("unknown_offer", 6, "preferences"),
    ]
    assert (view.report.rows, view.report.good, view.report.rejected) == (5, 3, 2)
    with pytest.raises(FileRefused) as refused:
        await importing.apply(pool, coordinator, view.import_id, ApplyImport())
    assert refused.value.report.rejected == 2
    assert await everything(pool) == before

    taken = await importing.apply(pool, coordinator, view.import_id, ApplyImport(take_good_rows=True))
    assert (taken.report.added, taken.report.rejected) == (3, 2)
    with pytest.raises(Conflict, match="stands in the way"):
        await importing.apply(pool, coordinator, view.import_id, ApplyImport(take_good_rows=True))
    back = await importing.rejected_rows(pool, coordinator, view.import_id, "csv")
    lines = back.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("1004;Kim;259;")
    assert "O9" in lines[2]
    assert "moet het aanbod er eerst zijn" in lines[2]
    mended = back.content.decode("utf-8-sig").replace(";259;", ";25998;").replace("O9", "O1").replace("reden", "nota")
    assert [r.student_number for r in read_students(mended.encode(), "x.csv").records] == ["1004", "1005"]
    as_workbook = await importing.rejected_rows(pool, coordinator, view.import_id, "xlsx")
    assert len(read_students(as_workbook.content, "x.xlsx").faults) == 1


async def test_a_refused_apply_shows_what_came_between(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID, bring: Bring
) -> None:
    """The stored report is the one of the refusal, not the good one of a preview long ago."""
    await bring("offers", OFFERS)
    view = await importing.preview(pool, coordinator, round_id, "students", "s.csv", STUDENTS.encode())
    assert view.report.rejected == 0
    await pool.execute("delete from placement.offer where offer_id = 'O2'")
    with pytest.raises(FileRefused) as refused:
        await importing.apply(pool, coordinator, view.import_id, ApplyImport())
    stored = await importing.get_import(pool, coordinator, view.import_id)
    assert stored.state == "previewed"
    assert stored.report == refused.value.report
    assert [fault.code for fault in stored.report.faults if fault.serious] == ["unknown_offer"]


async def test_a_number_that_no_address_can_hold_is_refused(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID
) -> None:
    numbers = ["2027/1", "/", "a\\b", ".", "..", "a.b", "50%", "a?b", "a#b", "é & b", "<b>", "-1"]
    content = "student_number;crebo\n" + "".join(f'"{number}";25998\n' for number in numbers)
    view = await importing.preview(pool, coordinator, round_id, "students", "s.csv", content.encode())
    assert [(fault.code, fault.row) for fault in view.report.faults] == [
        ("number_not_in_address", row) for row in (2, 3, 4, 5, 6)
    ]


async def test_a_lock_that_breaks_a_rule_is_told_at_the_preview(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID, bring: Bring
) -> None:
    """O1 is for 25998 and 25999, O3 for 25743; 25999 may also go to 25998, whose O2 is then fine."""
    await bring("offers", OFFERS)
    await bring("equivalents", "crebo,equivalent_crebo\n25999,25998\n")
    content = "Nummer;crebo;locked_offer\n1;25998;O1\n2;25998;O3\n3;25999;O2\n4;25998;O9\n5;25999;\n"
    view = await importing.preview(pool, coordinator, round_id, "students", "s.csv", content.encode())
    assert [(fault.code, fault.row, fault.column, fault.facts) for fault in view.report.faults] == [
        ("lock_breaks_rule", 3, "locked_offer", {"offer": "O3", "rule": "crebo"}),
        ("lock_exceeds_places", 3, "locked_offer", {"offer": "O3", "places": 0, "locked": 1}),
        ("unknown_offer", 5, "locked_offer", {"offer": "O9"}),
    ]
    assert (view.report.good, view.report.rejected) == (3, 2)


async def test_a_forbidden_file_is_never_stored(pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID) -> None:
    content = b"student_number;crebo;nationaliteit\n1;25998;Ruritaans\n"
    view = await importing.preview(pool, coordinator, round_id, "students", "x.csv", content)
    assert view.report.fatal
    assert view.report.sample == ()
    with pytest.raises(FileRefused):
        await importing.apply(pool, coordinator, view.import_id, ApplyImport(take_good_rows=True))
    stored = await pool.fetchval("select content || convert_to(report::text, 'UTF8') from placement.import_file")
    assert b"Ruritaans" not in stored
    with pytest.raises(Conflict):
        await importing.rejected_rows(pool, coordinator, view.import_id, "csv")


async def test_a_cancelled_file_changes_nothing_and_its_bytes_are_gone(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID
) -> None:
    view = await importing.preview(pool, coordinator, round_id, "offers", "o.csv", OFFERS.encode())
    assert len(view.report.sample) == 3
    cancelled = await importing.cancel(pool, coordinator, view.import_id)
    assert (cancelled.state, cancelled.report.sample) == ("cancelled", ())
    assert await pool.fetchval("select content from placement.import_file") == b""
    assert await pool.fetchval("select count(*) from placement.offer") == 0
    with pytest.raises(Conflict):
        await importing.apply(pool, coordinator, view.import_id, ApplyImport())


async def test_who_may_import_what(pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID, bring: Bring) -> None:
    service_point = await make_actor(pool, "service_point")
    researcher = await make_actor(pool, "admin")
    ours = await importing.preview(pool, service_point, round_id, "offers", "o.csv", OFFERS.encode())
    for kind, content in (("students", STUDENTS), ("equivalents", EQUIVALENTS)):
        with pytest.raises(NotAllowed):
            await importing.preview(pool, service_point, round_id, kind, "x.csv", content.encode())  # type: ignore[arg-type]  # a str of the two kinds
    with pytest.raises(NotAllowed):
        await importing.preview(pool, researcher, round_id, "offers", "x.csv", OFFERS.encode())
    with pytest.raises(NotAllowed):
        await importing.list_imports(pool, researcher, round_id)
    await bring("offers", OFFERS)
    students = await importing.preview(pool, coordinator, round_id, "students", "s.csv", STUDENTS.encode())
    with pytest.raises(NotFound):
        await importing.get_import(pool, service_point, students.import_id)
    assert {view.kind for view in await importing.list_imports(pool, service_point, round_id)} == {"offers"}
    assert len(await importing.list_imports(pool, coordinator, round_id)) == 3
    assert (await importing.get_import(pool, coordinator, ours.import_id)).kind == "offers"
    with pytest.raises(NotFound):
        await importing.preview(pool, coordinator, uuid.uuid4(), "offers", "x.csv", OFFERS.encode())


async def test_a_coordinator_imports_students_of_his_own_programmes_only(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID, bring: Bring
) -> None:
    await bring("offers", OFFERS)
    await bring("students", STUDENTS)
    limited = await make_actor(pool, "coordinator", programmes=("25998",))
    view = await importing.preview(pool, limited, round_id, "students", "s.csv", STUDENTS.encode())
    assert [(f.code, f.row) for f in view.report.faults if f.serious] == [("outside_programmes", 4)]
    taking_over = "student_number;crebo\n1003;25998\n"
    view = await importing.preview(pool, limited, round_id, "students", "s.csv", taking_over.encode())
    assert [f.code for f in view.report.faults] == ["outside_programmes"]
    assert view.report.not_in_file == 2
    theirs = await importing.preview(pool, coordinator, round_id, "students", "s.csv", STUDENTS.encode())
    with pytest.raises(NotFound):
        await importing.rejected_rows(pool, limited, theirs.import_id, "csv")


async def test_every_import_is_in_the_event_log(pool: asyncpg.Pool, bring: Bring) -> None:
    await bring("offers", OFFERS)
    await bring("offers", OFFERS)
    log = await pool.fetch("select kind, facts from placement.event where kind like 'import%' order by event_number")
    assert [row["kind"] for row in log] == ["import_previewed", "import_applied"] * 2
    assert log[1]["facts"]["added"] == 3
    assert (log[3]["facts"]["added"], log[3]["facts"]["unchanged"]) == (0, 3)


async def test_a_connection_that_is_cut_half_way_leaves_nothing_behind(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID, bring: Bring
) -> None:
    await bring("offers", OFFERS)
    before = await everything(pool)
    view = await importing.preview(pool, coordinator, round_id, "students", "s.csv", STUDENTS.encode())
    async with pool.acquire() as blocker, blocker.transaction():
        # Students can be written, their preferences must wait: the import stands still in the middle of its work.
        await blocker.execute("lock table placement.preference in share mode")
        applying = asyncio.create_task(importing.apply(pool, coordinator, view.import_id, ApplyImport()))
        waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
        while (pid := await blocker.fetchval(waiting)) is None:
            assert not applying.done()
            await asyncio.sleep(0.01)
        assert await blocker.fetchval("select pg_terminate_backend($1)", pid)
        with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, ConnectionError)):
            await applying
    assert await everything(pool) == before
    assert (await importing.get_import(pool, coordinator, view.import_id)).state == "previewed"
    again = await importing.apply(pool, coordinator, view.import_id, ApplyImport())
    assert again.report.added == 3


async def test_two_people_apply_two_files_at_once(pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID) -> None:
    other = await make_actor(pool, "coordinator")
    views = [
        await importing.preview(pool, who, round_id, "offers", "o.csv", OFFERS.encode()) for who in (coordinator, other)
    ]
    done = await asyncio.gather(*(importing.apply(pool, coordinator, view.import_id, ApplyImport()) for view in views))
    assert sorted(view.report.added for view in done) == [0, 3]
    assert await pool.fetchval("select count(*) from placement.offer") == 3


async def test_a_forgotten_file_is_deleted_after_two_weeks(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID
) -> None:
    old = await importing.preview(pool, coordinator, round_id, "offers", "o.csv", OFFERS.encode())
    await pool.execute("update placement.import_file set created_at = now() - interval '15 days'")
    new = await importing.preview(pool, coordinator, round_id, "offers", "o.csv", OFFERS.encode())
    for _ in range(2):
        await sweeping.sweep(pool)
    assert (await importing.get_import(pool, coordinator, old.import_id)).state == "cancelled"
    assert (await importing.get_import(pool, coordinator, new.import_id)).state == "previewed"
    kept = await pool.fetch("select content = '' as gone, report->'sample' = '[]' as bare from placement.import_file"
                            " order by created_at")  # fmt: skip
    assert [tuple(row) for row in kept] == [(True, True), (False, False)]
    told = await pool.fetch("select facts->>'files' from placement.event where kind = 'imports_expired'")
    assert [row[0] for row in told] == ["1"]


@pytest.mark.parametrize("kind", ["offers", "students"])
async def test_the_planner_knows_at_once_what_came_in(
    pool: asyncpg.Pool, coordinator: Actor, round_id: uuid.UUID, kind: ImportKind
) -> None:
    content = {"offers": OFFERS, "students": "student_number;crebo\n1;25180\n2;25180"}[kind]
    view = await importing.preview(pool, coordinator, round_id, kind, "f.csv", content.encode())
    await importing.apply(pool, coordinator, view.import_id, ApplyImport())
    rows = await pool.fetchval("select reltuples from pg_class where oid = $1::regclass", f"placement.{kind[:-1]}")
    assert rows == view.report.added
