"""A study with sent pairs, replies and codes, ready to be analysed."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable

import asyncpg
import msgspec

from api.messages.accounts import Actor
from testing_lab.protocol.document import Protocol
from tests.database.lab.a_study import START, a_person, a_study, a_task, pairs
from tests.pure.lab.protocol.examples import example_protocol, registered

#: Of each ten vacancies: two both, two only the majority, one only the minority.
_POSITIVE = {0: (1, 1), 1: (1, 1), 2: (1, 0), 3: (1, 0), 4: (0, 1)}

LOST = ("undeliverable", "detected")


def usual(number: int, identity: str) -> str | None:
    """The final code of an application; None: no reply."""
    majority, minority = _POSITIVE.get(number % 10, (0, 0))
    if (majority, minority)[identity == "minority"]:
        return "invited"
    return "refused" if number % 3 else None


async def an_unblinded_study(
    pool: asyncpg.Pool,
    lead: Actor,
    *,
    number: int = 60,
    protocol: Protocol | None = None,
    outcome: Callable[[int, str], str | None] = usual,
    state: str = "unblinded",
    name: str = "Horeca",
) -> uuid.UUID:
    """Registered, sent, answered, coded by two people who agree, and locked; of an ``open`` letter nothing was."""
    study_id = await a_study(pool, lead, state="closed", name=name)
    plan = protocol or example_protocol()
    link = registered(plan)
    await pool.execute(
        "insert into lab.registration (study_id, number, document, hash, account_id) values ($1, 0, $2, $3, $4)",
        study_id, msgspec.to_builtins(link), link.hash, lead.account_id,
    )  # fmt: skip
    made = await pairs(pool, study_id, number, state="sent")
    coders = []
    for one in ("codeur-1", "codeur-2"):
        coder = await a_person(pool, f"{one}-{study_id.hex[:6]}", "coder")
        await a_task(pool, study_id, coder, "coder")
        coders.append(coder)
    for place, (first, second) in enumerate(made, 1):
        order = ("majority", "minority") if place % 2 else ("minority", "majority")
        for dispatch_id, identity in ((first, order[0]), (second, order[1])):
            code = outcome(place, identity)
            if code in LOST:
                await pool.execute(
                    "update lab.dispatch set state = $3 where (study_id, dispatch_id) = ($1, $2)",
                    study_id, dispatch_id, code,
                )  # fmt: skip
            elif code is not None:
                await a_reply(pool, study_id, dispatch_id)
            if code == "open":
                continue
            if code is not None and code not in LOST:
                for turn, coder in zip(("first", "second"), coders, strict=True):
                    await pool.execute(
                        "insert into lab.outcome_code (study_id, dispatch_id, account_id, turn, outcome)"
                        " values ($1, $2, $3, $4, $5)",
                        study_id, dispatch_id, coder.account_id, turn, code,
                    )  # fmt: skip
            by_coders = code is not None and code not in LOST
            await pool.execute(
                "insert into lab.final_outcome values ($1, $2, $3, $4, $5)",
                study_id, dispatch_id, code or "no_answer", "coders" if by_coders else "rule",
                START + dt.timedelta(days=3 if code else 28),
            )  # fmt: skip
    await pool.execute("update lab.study set state = $2 where study_id = $1", study_id, state)
    return study_id


async def a_reply(pool: asyncpg.Pool, study_id: uuid.UUID, dispatch_id: str) -> None:
    """What a company wrote, with its name in it."""
    await pool.execute(
        """
        insert into lab.reply (study_id, dispatch_id, fingerprint, kind, how, received_at, message, redacted)
        values ($1, $2, $3, 'reply', $4, $5, $6, 'Beste [naam]')
        """,
        study_id, dispatch_id, f"f-{dispatch_id}", {"from": "werk@bedrijf-geheim.test"}, START + dt.timedelta(days=3),
        {"text": "Groeten van Bedrijf Geheim"},
    )  # fmt: skip
