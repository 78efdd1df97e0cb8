"""A study in the state that a test needs, with as many pairs as it asks for, written as its own services write it."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import asyncpg
import msgspec

from api.messages.accounts import Actor, LabRole, NewLabAccount, SignIn
from api.messages.lab.protocols import SaveProtocol, TickGate
from api.messages.lab.studies import NewStudy
from api.services.accounts import sign_in
from api.services.lab.accounts import create_account
from api.services.lab.protocols import save_protocol
from api.services.lab.registering import register_study, tick_gate
from api.services.lab.studies import create_study
from testing_lab.frame.entries import FrameEntry
from testing_lab.protocol.gates import gates_of
from tests.pure.lab.protocol.examples import example_protocol

PASSWORD = "een lang wachtwoord"
START = dt.datetime(2027, 2, 1, 8, 0, tzinfo=dt.UTC)


async def a_person(pool: asyncpg.Pool, name: str, *roles: LabRole) -> Actor:
    """An account of the lab, signed in."""
    account = NewLabAccount(sign_in_name=name, display_name=name.title(), password=PASSWORD, roles=roles)
    await create_account(pool, account)
    return (await sign_in(pool, SignIn(sign_in_name=name, password=PASSWORD), address=name)).actor


async def a_study(pool: asyncpg.Pool, lead: Actor, *, state: str = "draft", name: str = "Horeca") -> uuid.UUID:
    """A study with a whole protocol, led by ``lead``."""
    protocol = msgspec.to_builtins(example_protocol())
    study_id: uuid.UUID = await pool.fetchval(
        "insert into lab.study (name, state, protocol, created_by) values ($1, $2, $3, $4) returning study_id",
        name, state, protocol, lead.account_id,
    )  # fmt: skip
    await a_task(pool, study_id, lead, "lead")
    return study_id


async def a_task(pool: asyncpg.Pool, study_id: uuid.UUID, actor: Actor, task: str) -> None:
    """Somebody works on the study."""
    await pool.execute("insert into lab.study_member values ($1, $2, $3)", study_id, actor.account_id, task)


def an_entry(number: int, *, sector: str = "horeca") -> FrameEntry:
    """A vacancy of the frame."""
    return FrameEntry(
        entry_id=f"V{number}", row=number + 1, company=f"Bedrijf Geheim {number}", establishment=None,
        kvk=f"{10_000_000 + number}", establishment_number=None, postcode4="3511", place="Utrecht", sector=sector,
        size_class="klein", vacancy_title="Stagiair keuken", contact_email=f"werk{number}@bedrijf-geheim.test",
        phone=None, source="stagemarkt", found_on=dt.date(2027, 1, 11),
    )  # fmt: skip


async def pairs(
    pool: asyncpg.Pool, study_id: uuid.UUID, number: int, *, state: str = "planned", due: dt.datetime = START
) -> list[tuple[str, str]]:
    """So many vacancies with two applications each, the majority first where the number is odd; ids by pair."""
    made = []
    for one in range(1, number + 1):
        entry = an_entry(one)
        await pool.execute(
            """
            insert into lab.frame_entry (study_id, number, entry_id, entry, stratum, file_name, turn)
            values ($1, $2, $3, $4, $5, 'kader.csv', $2)
            """,
            study_id, one, entry.entry_id, msgspec.to_builtins(entry), entry.sector,
        )  # fmt: skip
        order = ("majority", "minority") if one % 2 else ("minority", "majority")
        ids = []
        for place, identity in enumerate(order, 1):
            dispatch_id = f"{one}-{place}"
            await pool.execute(
                """
                insert into lab.dispatch (dispatch_id, study_id, number, place, identity, template, sender, name,
                    quality, composition, application, due_at, state, token, from_address, sent_at, sent_how)
                values ($1, $2, $3, $4, $5, $6, 'post-1', $7, 'standard', 'one_of_each', $8, $9, $10, $11, $12,
                    $13, $14)
                """,
                dispatch_id, study_id, one, place, identity, "AB"[place - 1],
                "Tim van Dijk" if identity == "majority" else "Murat Yilmaz", an_application(identity),
                due + dt.timedelta(days=place - 1), state, f"{study_id.hex}{one:04d}{place}",
                f"{identity}@stages-utrecht.test", due if state != "planned" else None,
                "hand" if state != "planned" else None,
            )  # fmt: skip
            ids.append(dispatch_id)
        made.append((ids[0], ids[1]))
    return made


def an_application(identity: str) -> dict[str, Any]:
    """Letter and CV, in a few words."""
    block = {"kind": "paragraph", "text": f"Ik zoek een stage. ({identity})"}
    return {"subject": "Sollicitatie stage", "letter": [block], "cv": [block]}


async def a_registered_study(pool: asyncpg.Pool, lead: Actor, name: str = "Horeca") -> uuid.UUID:
    """The example, registered by the services, every gate ticked."""
    study_id = await create_study(pool, lead, NewStudy(name=name))
    await save_protocol(pool, lead, study_id, SaveProtocol(protocol=example_protocol(), version=1))
    for gate in gates_of(example_protocol()):
        await tick_gate(pool, lead, study_id, TickGate(gate=gate, evidence="Besluit 12, map 3"))
    await register_study(pool, lead, study_id)
    return study_id
