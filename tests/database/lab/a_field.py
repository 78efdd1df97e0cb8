"""A study in the field: pairs with addresses and tokens that mail can use."""

from __future__ import annotations

import datetime as dt
import uuid

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.services.lab.addresses import new_token
from api.settings import MailServer
from tests.database.lab.a_study import START, a_person, a_study, a_task, pairs
from tests.mail.smtp_servers import NOBODY

DOMAIN = "stage-post.example"
#: Noon of the first day: everything of that day is due.
NOON = START.replace(hour=12)


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A study and the people who work on it."""

    study_id: uuid.UUID
    lead: Actor
    worker: Actor
    coder: Actor


async def a_field(
    pool: asyncpg.Pool,
    *,
    number: int = 2,
    state: str = "running",
    dispatches: str = "planned",
    due: dt.datetime = START,
    name: str = "Horeca",
) -> Field:
    """So many pairs, the first due at ``due`` and the second a day later."""
    lead = await a_person(pool, f"lead {name}", "researcher")
    worker = await a_person(pool, f"worker {name}", "researcher")
    coder = await a_person(pool, f"coder {name}", "coder")
    study_id = await a_study(pool, lead, state=state, name=name)
    await a_task(pool, study_id, worker, "field")
    await a_task(pool, study_id, coder, "coder")
    await pairs(pool, study_id, number, state=dispatches, due=due)
    for row in await pool.fetch("select dispatch_id from lab.dispatch where study_id = $1", study_id):
        await pool.execute(
            """
            update lab.dispatch set token = $3, from_address = identity || '@' || $4
            where study_id = $1 and dispatch_id = $2
            """,
            study_id, row["dispatch_id"], new_token(), DOMAIN,
        )  # fmt: skip
    return Field(study_id=study_id, lead=lead, worker=worker, coder=coder)


async def the(pool: asyncpg.Pool, field: Field, dispatch_id: str) -> asyncpg.Record:
    """A dispatch as it stands."""
    return await pool.fetchrow(
        "select * from lab.dispatch where study_id = $1 and dispatch_id = $2", field.study_id, dispatch_id
    )


def server_at(port: int, *, domains: tuple[str, ...] | None = ("bedrijf-geheim.test",)) -> MailServer:
    """The settings of a mail server on this machine."""
    return MailServer(host=NOBODY, port=port, security="none", allowed_recipient_domains=domains)


def a_mail(
    to: str,
    *,
    sender: str = "werk1@bedrijf-geheim.test",
    subject: str = "Re: Sollicitatie stage",
    text: str = "Beste Tim,\n\nKom maandag langs.\n\nBedrijf Geheim 1",
    at: str = "Mon, 01 Feb 2027 14:00:00 +0100",
    number: str = "1",
    more: str = "",
) -> bytes:
    """A message as a company sends it."""
    return (
        f"From: Chef <{sender}>\nTo: {to}\nSubject: {subject}\nDate: {at}\nMessage-ID: <{number}@bedrijf-geheim.test>\n"
        f"{more}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    ).encode()


def a_mailbox(*mails: bytes) -> bytes:
    """Messages as one mbox file."""
    return b"".join(b"From someone Mon Feb  1 14:00:00 2027\n" + mail + b"\n" for mail in mails)
