"""Replies to the letters of a study, as the fieldwork keeps them, and coders who say what they are told to say."""

from __future__ import annotations

import datetime as dt
import uuid

import asyncpg

from api.messages.accounts import Actor
from api.messages.lab.coding import CodingView, NewCode
from api.services.lab.coding import get_coding, give_code
from api.services.lab.known_strings import KnownStrings
from api.services.lab.redaction import redact
from tests.database.lab.a_study import a_person, a_study, a_task, pairs

LONG_AGO = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
#: What the fieldworker sees of a reply; nothing of it may reach a coder but "Kom langs" and what kind it is.
MAIL = (
    "Beste Murat Yilmaz,\n\nKom langs voor een gesprek ({kind}).\n\nGroet,\n"
    "Bedrijf Geheim {number}\nwerk{number}@bedrijf-geheim.test"
)


async def a_reply(
    pool: asyncpg.Pool, study_id: uuid.UUID, dispatch_id: str, *, kind: str = "reply", after_days: float = 3.0,
    readable: bool = True, says: str = "invited",
) -> None:  # fmt: skip
    """A reply so many days after its letter, redacted as the import of mail does it."""
    number = dispatch_id.split("-")[0]
    text = MAIL.format(kind=says, number=number)
    known = KnownStrings(companies=(f"Bedrijf Geheim {number}",), names=("Murat Yilmaz", "Tim van Dijk"))
    await pool.execute(
        """
        insert into lab.reply (study_id, dispatch_id, fingerprint, kind, how, received_at, message, redacted)
        select $1, $2, $3, $4, '[]', sent_at + $5::interval, $6, $7 from lab.dispatch
        where study_id = $1 and dispatch_id = $2
        """,
        study_id, dispatch_id, uuid.uuid4().hex, kind, dt.timedelta(days=after_days), {"body": text},
        redact(text, known).text if readable else None,
    )  # fmt: skip
    await pool.execute(
        "update lab.dispatch set state = 'replied' where study_id = $1 and dispatch_id = $2 and state = 'sent'",
        study_id, dispatch_id,
    )  # fmt: skip


class Field:
    """A study in the field: who leads it, three coders, and its letters, all sent."""

    def __init__(self, pool: asyncpg.Pool, study_id: uuid.UUID, lead: Actor, coders: list[Actor]) -> None:
        self.pool, self.study_id, self.lead, self.coders = pool, study_id, lead, coders

    async def state(self, state: str) -> None:
        await self.pool.execute("update lab.study set state = $2 where study_id = $1", self.study_id, state)

    async def next(self, coder: Actor) -> CodingView:
        return await get_coding(self.pool, coder, self.study_id)

    async def code(self, coder: Actor, outcome: str) -> str:
        """The coder says this of his next letter; its number."""
        letter = (await self.next(coder)).letter
        assert letter is not None
        asked = NewCode(number=letter.number, outcome=outcome, replies_read=len(letter.replies))
        await give_code(self.pool, coder, self.study_id, asked)
        return letter.number

    async def code_all(self, coder: Actor) -> int:
        """The coder says of every letter what stands between brackets in it; how many there were."""
        for done in range(1000):
            letter = (await self.next(coder)).letter
            if letter is None:
                return done
            said = letter.replies[-1].text.split("(")[1].split(")")[0]
            asked = NewCode(number=letter.number, outcome=said, replies_read=len(letter.replies))
            await give_code(self.pool, coder, self.study_id, asked)
        raise AssertionError("no end to the letters")


async def a_field(
    pool: asyncpg.Pool, number: int, *, state: str = "running", coders: int = 3, sent: dt.datetime = LONG_AGO
) -> Field:
    """A study with so many pairs, every letter sent long ago."""
    lead = await a_person(pool, "lead", "researcher")
    study_id = await a_study(pool, lead, state=state)
    people = [await a_person(pool, f"coder-{one}", "coder") for one in range(coders)]
    for person in people:
        await a_task(pool, study_id, person, "coder")
    await pairs(pool, study_id, number, state="sent", due=sent)
    return Field(pool, study_id, lead, people)
