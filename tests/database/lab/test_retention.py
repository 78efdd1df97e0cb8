"""Raw replies and the key file go on their day, whatever the clock did; once; with a log."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import subprocess
import sys
import uuid

import asyncpg
import msgspec
import pytest

from api.messages.accounts import Actor
from api.messages.faults import NotAllowed
from api.messages.lab.faults import StudyRefused
from api.services.lab.results import run_registered
from api.services.lab.retention import archive, deletion_day, get_keeping, sweep
from tests.database.lab.a_result import an_unblinded_study
from tests.database.lab.a_study import a_person, a_task
from tests.pure.lab.protocol.examples import example_protocol

ENDED = dt.datetime(2027, 2, 26, 16, tzinfo=dt.UTC)
REPLIES_DAY, KEY_DAY = dt.date(2027, 8, 25), dt.date(2028, 2, 26)


@pytest.mark.parametrize(
    ("ended", "days", "day"),
    [
        ("2027-02-26T16:00:00+00:00", 180, REPLIES_DAY),  # over the begin of summer time
        ("2027-10-30T21:30:00+00:00", 1, dt.date(2027, 10, 31)),  # 23:30 in summer, before the night of 25 hours
        ("2027-10-30T22:30:00+00:00", 1, dt.date(2027, 11, 1)),  # half past midnight there: already the 31st
        ("2027-03-27T23:30:00+00:00", 0, dt.date(2027, 3, 28)),
        ("2028-02-28T12:00:00+00:00", 1, dt.date(2028, 2, 29)),
        ("2027-02-26T16:00:00+00:00", 10**9, dt.date.max),
    ],
)
def test_days_are_those_of_a_calendar(ended: str, days: int, day: dt.date) -> None:
    assert deletion_day(dt.datetime.fromisoformat(ended), days) == day


async def a_closed_study(pool: asyncpg.Pool, lead: Actor, state: str = "coded") -> uuid.UUID:
    study_id = await an_unblinded_study(pool, lead, number=6, state=state)
    await pool.execute("update lab.study set fieldwork_ended_at = $2 where study_id = $1", study_id, ENDED)
    await pool.execute(
        """
        insert into lab.frame_refusal (study_id, file_name, row_number, cells, findings)
        values ($1, 'a', 1, '{"naam": "Bedrijf Geheim"}', '[]')
        """,
        study_id,
    )
    await pool.execute(
        """
        insert into lab.complaint (study_id, number, received_on, words, account_id)
        values ($1, 1, '2027-02-20', 'Bedrijf Geheim wil dit niet', $2)
        """,
        study_id, lead.account_id,
    )  # fmt: skip
    return study_id


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


async def test_letters_never_outlive_the_key(lab_pool: asyncpg.Pool) -> None:
    """A protocol of before the check kept them longer: they name companies, so they go on the day of the key."""
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await a_closed_study(lab_pool, lead)
    await lab_pool.execute(
        "update lab.study set protocol = jsonb_set(protocol, '{ethics,retention_replies_days}', '900')"
    )
    view = await get_keeping(lab_pool, lead, study_id, noon(KEY_DAY))
    assert [(one.fate, one.on) for one in view.things] == [("today", KEY_DAY), ("today", KEY_DAY)]


async def test_replies_go_first_and_the_key_later(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await a_closed_study(lab_pool, lead)
    replies = await lab_pool.fetchval("select count(*) from lab.reply")
    assert replies > 0
    await lab_pool.execute(
        "update lab.dispatch set trouble = $1 where dispatch_id = '1-1'",
        {"facts": {"said": "werk1@bedrijf-geheim.test"}},
    )
    assert await sweep(lab_pool, noon(REPLIES_DAY - dt.timedelta(days=1))) == 0
    before = await get_keeping(lab_pool, lead, study_id, noon(REPLIES_DAY))
    assert [(one.fate, one.on) for one in before.things] == [("today", REPLIES_DAY), ("later", KEY_DAY)]
    assert await sweep(lab_pool, noon(REPLIES_DAY)) == replies + 12
    assert await sweep(lab_pool, noon(REPLIES_DAY)) == 0, "a second time on one day there is nothing to do"
    left = "select count(*) from lab.reply where message is not null or redacted is not null or how <> '{}'"
    assert await lab_pool.fetchval(left) == 0
    assert await lab_pool.fetchval("select count(*) from lab.reply") == replies, "that there was a reply stays"
    assert await lab_pool.fetchval("select count(*) from lab.frame_entry where entry is not null") == 6
    assert await sweep(lab_pool, noon(KEY_DAY + dt.timedelta(days=3))) == 9
    for table in ("frame_entry", "frame_refusal", "complaint", "reply", "dispatch"):
        rows = await lab_pool.fetch(f"select to_jsonb(t)::text as told from lab.{table} t")  # noqa: S608  # names of our own
        assert [row["told"] for row in rows if "eheim" in row["told"]] == []
    after = await get_keeping(lab_pool, lead, study_id, noon(KEY_DAY + dt.timedelta(days=4)))
    assert [one.fate for one in after.things] == ["gone", "gone"]
    assert [(one.kind, one.rows_deleted) for one in after.deletions] == [("replies", replies + 12), ("key", 9)]
    events = await lab_pool.fetch("select kind, facts from lab.event where kind like '%deleted' order by event_number")
    assert [row["kind"] for row in events] == ["replies_deleted", "key_deleted"]


async def test_a_reply_that_comes_after_its_day_goes_at_the_next_sweep(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    await a_closed_study(lab_pool, lead)
    await sweep(lab_pool, noon(REPLIES_DAY))
    await lab_pool.execute("update lab.reply set message = '{}' where dispatch_id = '1-1'")
    assert await sweep(lab_pool, noon(REPLIES_DAY)) == 1


@pytest.mark.parametrize("state", ["running", "stopped", "closed"])
async def test_nothing_goes_before_it_is_coded_and_the_page_says_so(lab_pool: asyncpg.Pool, state: str) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await a_closed_study(lab_pool, lead, state)
    assert await sweep(lab_pool, noon(KEY_DAY)) == 0
    kept = await get_keeping(lab_pool, lead, study_id, noon(KEY_DAY))
    assert [one.fate for one in kept.things] == ["waiting", "waiting"]


async def test_a_study_without_an_end_keeps_everything(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await an_unblinded_study(lab_pool, lead, number=2)
    assert await sweep(lab_pool, noon(dt.date(2090, 1, 1))) == 0
    kept = await get_keeping(lab_pool, lead, study_id, noon(KEY_DAY))
    assert [(one.fate, one.on) for one in kept.things] == [("no_end", None), ("no_end", None)]


async def test_a_result_outlives_what_it_rests_on(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await a_closed_study(lab_pool, lead, "unblinded")
    await run_registered(lab_pool, lead, study_id)
    before = await lab_pool.fetchval("select document from lab.analysis")
    await archive(lab_pool, lead, study_id)
    assert await sweep(lab_pool, noon(KEY_DAY)) > 0
    assert await lab_pool.fetchval("select document from lab.analysis") == before


async def test_who_may_archive_and_when(lab_pool: asyncpg.Pool) -> None:
    lead, field = await a_person(lab_pool, "lead", "researcher"), await a_person(lab_pool, "field", "researcher")
    study_id = await a_closed_study(lab_pool, lead, "unblinded")
    await a_task(lab_pool, study_id, field, "field")
    with pytest.raises(StudyRefused):
        await archive(lab_pool, lead, study_id)
    for refused in (archive(lab_pool, field, study_id), get_keeping(lab_pool, field, study_id, ENDED)):
        with pytest.raises(NotAllowed):
            await refused


def test_the_periods_are_those_of_the_plan() -> None:
    ethics = msgspec.to_builtins(example_protocol())["ethics"]
    assert (ethics["retention_replies_days"], ethics["retention_key_days"]) == (180, 365)


async def test_the_command_deletes_and_says_how_many(lab_pool: asyncpg.Pool, lab_url: str) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    await a_closed_study(lab_pool, lead)
    await lab_pool.execute("update lab.study set fieldwork_ended_at = now() - interval '400 days'")
    command = [sys.executable, "-m", "api.cli", "lab", "sweep"]
    environment = os.environ | {"LAB_DATABASE_URL": lab_url, "STAGEKANS_LANGUAGE": "nl", "LANG": "nl_NL.UTF-8"}
    for rest in (True, False):
        done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, env=environment)
        assert done.returncode == 0, done.stderr
        assert any(one.isdigit() for one in done.stdout) is rest, done.stdout
    assert await lab_pool.fetchval("select count(*) from lab.deletion") == 2
