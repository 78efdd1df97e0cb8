"""What is deleted on its date: raw replies, and the key file that says who the companies are.

The days of the protocol count from the day on which the fieldwork ended, as people in the Netherlands count days: a
night in which the clock changes makes no difference. What has its day is deleted by ``stagekans lab sweep``, which may
run as often as one likes. While replies are not coded yet nothing goes: deleting them would end the study unseen; the
page says that the day has passed.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Final, Literal, cast

import msgspec

from api.messages.accounts import Actor
from api.messages.lab.results import Deletion, Fate, KeepingView, KeptThing
from api.services import events
from api.services.clock import CLOCK
from api.services.lab.studies import found, take_step, taken, view_of
from api.services.pool import Pool
from db.lab import jobs, retention
from db.lab.retention import KeptRow
from db.pool import transaction
from testing_lab.fieldwork.study_states import ALLOWED

Kind = Literal["replies", "key"]
_DELETE: Final = {"replies": retention.delete_replies, "key": retention.delete_key}


def deletion_day(ended: dt.datetime, days: int) -> dt.date:
    """The day on which something goes: so many calendar days after the day on which the fieldwork ended."""
    day = ended.astimezone(CLOCK).date()
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return dt.date.max


def things_of(row: KeptRow, now: dt.datetime) -> tuple[KeptThing, ...]:
    """What a study still holds, and what becomes of it."""
    # Letters and replies name companies: they never outlive the key file, whatever an old protocol says.
    replies_days = min((one for one in (row.replies_days, row.key_days) if one is not None), default=None)
    held = {
        "replies": (row.replies + row.applications, replies_days),
        "key": (row.companies + row.refusals + row.complaints, row.key_days),
    }
    things = []
    for kind, (rows, days) in held.items():
        on = None if row.fieldwork_ended_at is None or days is None else deletion_day(row.fieldwork_ended_at, days)
        things.append(KeptThing(kind=cast("Kind", kind), rows=rows, on=on, fate=_fate(row, rows, days, on, now)))
    return tuple(things)


async def get_keeping(pool: Pool, actor: Actor, study_id: uuid.UUID, now: dt.datetime) -> KeepingView:
    """What goes when, and what went, for who leads the study."""
    async with pool.acquire() as connection:
        study = await found(connection, actor, study_id, "lead")
        row = await retention.kept_of(connection, study_id)
        log = await retention.deletions(connection, study_id)
    return KeepingView(
        study=view_of(study),
        things=things_of(row, now),
        deletions=tuple(
            msgspec.convert(msgspec.structs.asdict(one), Deletion, builtin_types=(dt.datetime,)) for one in log
        ),
    )


async def sweep(pool: Pool, now: dt.datetime) -> int:
    """Delete everything whose day has come, of every study. How many rows; a second time on one day: none."""
    async with pool.acquire() as connection:
        rows = await retention.kept_by_all(connection)
    gone = 0
    for row in rows:
        for thing in things_of(row, now):
            if thing.fate == "today":
                gone += await _delete(pool, row.study_id, thing.kind, now)
    return gone


async def archive(pool: Pool, actor: Actor, study_id: uuid.UUID) -> None:
    """Put an analysed study away. What is still to be deleted goes on its date all the same.

    Raises
    ------
    StudyRefused
        It is not analysed.
    """
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead")
        await take_step(connection, actor, row, "archive")


def _fate(row: KeptRow, rows: int, days: int | None, on: dt.date | None, now: dt.datetime) -> Fate:
    if row.fieldwork_ended_at is None:
        return "no_end"
    if days is None or on is None:
        return "no_period"
    if on > now.astimezone(CLOCK).date():
        return "later"
    if rows == 0:
        return "gone"
    return "today" if row.state in ALLOWED["delete_raw_replies"] else "waiting"


async def _delete(pool: Pool, study_id: uuid.UUID, kind: Kind, now: dt.datetime) -> int:
    async with transaction(pool) as connection:
        state = await retention.lock(connection, study_id)
        if state not in ALLOWED["delete_raw_replies"]:
            return 0
        rows = await _DELETE[kind](connection, study_id)
        await jobs.forget(connection, study_id)  # mailboxes and letters in the making
        if rows:
            await retention.log_deletion(connection, study_id, kind, rows, now)
            await events.record(connection, None, f"{kind}_deleted", f"study:{study_id}", rows=rows)
    return rows
