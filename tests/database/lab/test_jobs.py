"""Long work of the lab: asked once, done by one worker, given back, taken over, told to who asked; gone in a day."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import uuid
import zipfile

import asyncpg
import pytest

from api.messages.faults import NotFound, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.jobs import JobView
from api.messages.lab.plans import DrawPlan
from api.services.lab import job_running, jobs, retention
from api.services.lab.job_running import do_one, stored, told_again
from db.lab import jobs as rows
from tests.database.lab.a_field import Field, a_field, a_mail, a_mailbox
from tests.database.lab.a_study import a_person

NOW = dt.datetime.now(dt.UTC)


@pytest.fixture
async def field(lab_pool: asyncpg.Pool) -> Field:
    return await a_field(lab_pool, due=NOW - dt.timedelta(days=3))


async def ended(pool: asyncpg.Pool, field: Field, job_id: uuid.UUID) -> JobView:
    """The job, after a worker came by."""
    assert (await jobs.get_job(pool, field.worker, field.study_id, job_id)).state == "waiting"
    assert await do_one(pool)
    assert not await do_one(pool)
    return await jobs.get_job(pool, field.worker, field.study_id, job_id)


async def test_letters_are_made_and_gone_the_next_day(lab_pool: asyncpg.Pool, field: Field) -> None:
    job = await ended(lab_pool, field, await jobs.ask_letters(lab_pool, field.worker, field.study_id))
    assert (job.state, job.has_file) == ("done", True)
    made = await jobs.job_file(lab_pool, field.worker, field.study_id, job.job_id)
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert len(archive.namelist()) == 4 * 4  # four applications, two documents, two formats
    await lab_pool.execute("update lab.job set ended_at = now() - interval '25 hours'")
    assert await jobs.clean(lab_pool) == 1
    with pytest.raises(NotFound):
        await jobs.get_job(lab_pool, field.worker, field.study_id, job.job_id)


async def test_a_mailbox_is_read_in_and_not_kept(lab_pool: asyncpg.Pool, field: Field) -> None:
    await lab_pool.execute("update lab.dispatch set state = 'sent', sent_at = due_at, sent_how = 'hand'")
    row = await lab_pool.fetchrow("select from_address, token from lab.dispatch where dispatch_id = '1-1'")
    mail = a_mail(row["from_address"].replace("@", f"+{row['token']}@"), at="Mon, 01 Feb 2016 14:00:00 +0100")
    job_id = await jobs.ask_replies(lab_pool, field.worker, field.study_id, a_mailbox(mail))
    job = await ended(lab_pool, field, job_id)
    assert job.imported is not None
    assert job.imported.matched + job.imported.loose == 1
    assert await lab_pool.fetchval("select mailbox is null from lab.job")
    assert await lab_pool.fetchval("select count(*) from lab.reply") == 1


async def test_a_refusal_is_told_as_if_it_came_at_once(lab_pool: asyncpg.Pool, field: Field) -> None:
    with pytest.raises(StudyRefused):  # the state says so already
        await jobs.ask_plan(lab_pool, field.lead, field.study_id, DrawPlan(start=NOW.date()))
    await lab_pool.execute("update lab.study set state = 'registered'")
    job_id = await jobs.ask_plan(lab_pool, field.lead, field.study_id, DrawPlan(start=NOW.date()))
    with pytest.raises(NotFound):  # a plan is for who leads the study
        await jobs.get_job(lab_pool, field.worker, field.study_id, job_id)
    assert await do_one(lab_pool)
    job = await jobs.get_job(lab_pool, field.lead, field.study_id, job_id)
    assert job.state == "refused"
    assert job.refusal is not None
    again = told_again(job.refusal)
    assert stored(again)["code"] == job.refusal.code
    assert stored(told_again(job_running.StoredRefusal(**stored(Unusable({"at": "missing"})))))["fields"] == {
        "at": "missing"
    }


async def test_two_workers_never_do_one_job_and_a_dead_one_is_taken_over(
    lab_pool: asyncpg.Pool, field: Field
) -> None:  # fmt: skip
    job_id = await jobs.ask_letters(lab_pool, field.worker, field.study_id)
    async with lab_pool.acquire() as connection:
        first = await rows.claim(connection, job_running.STALE)
        assert first is not None
        assert await rows.claim(connection, job_running.STALE) is None
        await connection.execute("update lab.job set beat_at = now() - interval '31 seconds'")
        second = await rows.claim(connection, job_running.STALE)
        assert second is not None
        assert second.tries == first.tries + 1
        assert not await rows.beat(connection, job_id, first.tries)
        assert not await rows.end(connection, job_id, first.tries, "done")
        assert await rows.end(connection, job_id, second.tries, "done")


async def test_a_worker_that_is_told_to_stop_gives_the_job_back(
    lab_pool: asyncpg.Pool, field: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()

    async def endless(*_: object, **__: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(job_running.dispatch_files, "files_of_today", endless)
    job_id = await jobs.ask_letters(lab_pool, field.worker, field.study_id)
    working = asyncio.create_task(do_one(lab_pool))
    await begun.wait()
    assert (await jobs.get_job(lab_pool, field.worker, field.study_id, job_id)).state == "running"
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert (await jobs.get_job(lab_pool, field.worker, field.study_id, job_id)).state == "waiting"


async def test_a_fault_of_ours_is_tried_three_times(
    lab_pool: asyncpg.Pool, field: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(job_running.dispatch_files, "files_of_today", broken)
    job_id = await jobs.ask_letters(lab_pool, field.worker, field.study_id)
    for _ in range(3):
        assert await do_one(lab_pool)
    assert not await do_one(lab_pool)
    assert (await jobs.get_job(lab_pool, field.worker, field.study_id, job_id)).state == "failed"


async def test_who_has_no_task_sees_no_job_and_the_key_takes_them_along(lab_pool: asyncpg.Pool, field: Field) -> None:
    job_id = await jobs.ask_letters(lab_pool, field.worker, field.study_id)
    stranger = await a_person(lab_pool, "stranger", "researcher")
    with pytest.raises(NotFound):
        await jobs.get_job(lab_pool, stranger, field.study_id, job_id)
    await lab_pool.execute("update lab.study set state = 'analysed', fieldwork_ended_at = now() - interval '10 years'")
    await retention.sweep(lab_pool, NOW)
    assert await lab_pool.fetchval("select count(*) from lab.job") == 0
