"""Long work as jobs: asked here, done by a worker of the lab (``job_running``).

What a request may not wait for (``python -m bench.lab`` measures it): letters of many applications, a mailbox with many
messages, the plan of a large study. Less than that is done at once, by the same services.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final

import msgspec

from api.messages.accounts import Actor
from api.messages.faults import NotFound
from api.messages.files import FileOut
from api.messages.lab.jobs import JobKind, JobView
from api.messages.lab.plans import DrawPlan
from api.messages.lab.studies import Task
from api.services import events
from api.services.lab.studies import check_state, found
from api.services.pool import Pool
from db.lab import jobs
from db.pool import transaction
from testing_lab.fieldwork.study_states import StudyAction

#: What takes three to four seconds of a processor.
MOST_MESSAGES: Final = 500
MOST_VACANCIES: Final = 500
#: How long what came of a job can be fetched.
KEPT: Final = dt.timedelta(days=1)
_TASKS: Final[dict[JobKind, tuple[Task, ...]]] = {
    "letters": ("lead", "field"), "replies": ("lead", "field"), "plan": ("lead",)
}  # fmt: skip
_NEEDS: Final[dict[JobKind, StudyAction]] = {"replies": "record_reply", "plan": "draw_plan"}


def is_large(mailbox: bytes) -> bool:
    """Whether a mailbox has more messages than a request reads in."""
    return mailbox.count(b"\nFrom ") >= MOST_MESSAGES


async def ask_letters(pool: Pool, actor: Actor, study_id: uuid.UUID) -> uuid.UUID:
    """Make letters and CVs of all that is to be sent before the day is over."""
    return await _ask(pool, actor, study_id, "letters", {})


async def ask_replies(pool: Pool, actor: Actor, study_id: uuid.UUID, mailbox: bytes) -> uuid.UUID:
    """Read in a mailbox.

    Raises
    ------
    StudyRefused
        The study has not begun.
    """
    return await _ask(pool, actor, study_id, "replies", {}, mailbox)


async def ask_plan(pool: Pool, actor: Actor, study_id: uuid.UUID, asked: DrawPlan) -> uuid.UUID:
    """Draw the plan.

    Raises
    ------
    StudyRefused
        The study is not registered, or has gone on.
    """
    return await _ask(pool, actor, study_id, "plan", msgspec.to_builtins(asked))


async def _ask(
    pool: Pool, actor: Actor, study_id: uuid.UUID, kind: JobKind, asked: object, mailbox: bytes | None = None
) -> uuid.UUID:
    async with transaction(pool) as connection:
        row = await found(connection, actor, study_id, *_TASKS[kind])
        if kind in _NEEDS:
            check_state(_NEEDS[kind], row.state)
        await jobs.expire(connection, KEPT)
        job_id = await jobs.insert(connection, study_id, actor.account_id, kind, asked, mailbox)
        await events.record(connection, actor, "job_asked", f"study:{study_id}", job=kind)
    return job_id


async def clean(pool: Pool) -> int:
    """Delete the jobs that ended more than a day ago, with what they made. How many."""
    async with transaction(pool) as connection:
        return await jobs.expire(connection, KEPT)


async def get_job(pool: Pool, actor: Actor, study_id: uuid.UUID, job_id: uuid.UUID) -> JobView:
    """How it stands.

    Raises
    ------
    NotFound
        There is none, or it ended more than a day ago.
    """
    async with pool.acquire() as connection:
        study = await found(connection, actor, study_id, "lead", "field")
        row = await jobs.by_id(connection, study_id, job_id)
    if row is None or study.task not in _TASKS[row.kind]:  # type: ignore[index]  # the database holds no other kind
        raise NotFound(what="job")
    facts = msgspec.structs.asdict(row)
    return msgspec.convert(
        facts | {"imported": row.answer}, JobView, builtin_types=(uuid.UUID, dt.datetime)
    )  # fmt: skip


async def job_file(pool: Pool, actor: Actor, study_id: uuid.UUID, job_id: uuid.UUID) -> FileOut:
    """The letters that were made.

    Raises
    ------
    NotFound
        There are none, or no more.
    """
    async with pool.acquire() as connection:
        await found(connection, actor, study_id, *_TASKS["letters"])
        content = await jobs.file_of(connection, study_id, job_id)
    if content is None:
        raise NotFound(what="file")
    return FileOut(name="brieven-vandaag.zip", media_type="application/zip", content=content)
