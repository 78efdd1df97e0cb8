"""Gates, and the registration that they guard.

A gate is ticked by a named person, with what was seen and where it is kept. Registration freezes the protocol and
hashes it; what changes afterwards is an amendment (``api.services.lab.protocols``).
"""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid

import msgspec

from api.messages.accounts import Actor
from api.messages.faults import NotFound, Unusable
from api.messages.lab.faults import FindingsRefused
from api.messages.lab.protocols import GateView, RegistrationView, TickGate
from api.services import events
from api.services.clock import CLOCK
from api.services.lab.chain import chain_of, protocol_of
from api.services.lab.gates import open_again, ticks_of
from api.services.lab.log_words import check_names
from api.services.lab.studies import check_state, found, take_step, taken
from api.services.pool import Pool
from db.lab import registrations, studies
from db.pool import transaction
from testing_lab.protocol.checks import findings_of
from testing_lab.protocol.gates import Gate, gates_of
from testing_lab.protocol.registration import Refused, Registration, register, verify

LONGEST_EVIDENCE = 2000


async def get_registration(pool: Pool, actor: Actor, study_id: uuid.UUID) -> RegistrationView:
    """Where registration stands."""
    async with pool.acquire() as connection:
        row = await found(connection, actor, study_id)
        registration, amendments = await chain_of(connection, study_id)
        ticks = await ticks_of(connection, study_id)
    protocol = protocol_of(row)
    return RegistrationView(
        findings=await asyncio.to_thread(findings_of, protocol),
        gates=tuple(
            GateView(gate=gate, tick=next((one for one in ticks if one.gate == gate), None))
            for gate in gates_of(protocol)
        ),
        registration=registration,
        amendments=amendments,
        broken=() if registration is None else verify(registration, amendments),
    )


async def tick_gate(
    pool: Pool, actor: Actor, study_id: uuid.UUID, asked: TickGate, *, now: dt.datetime | None = None
) -> None:
    """Say that a gate is passed, under the actor's own name and today's date. Once the study is registered: one that
    an amendment opened again.

    Raises
    ------
    Unusable
        The evidence is empty or endless, or names a company of the study: it stands in files that are given out. Or
        this kind of study has no such gate.
    StudyRefused
        The study is registered, and this gate is not open.
    """
    evidence = asked.evidence.strip()
    if not evidence or len(evidence) > LONGEST_EVIDENCE:
        raise Unusable({"evidence": "too_long" if evidence else "missing"})
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead")
        if asked.gate not in gates_of(protocol_of(row)):
            raise Unusable({"gate": "not_a_choice"})
        if asked.gate not in await open_again(connection, study_id, protocol_of(row)):
            check_state("edit_protocol", row.state)
        elif row.state != "draft":
            check_state("amend_protocol", row.state)
        await check_names(connection, study_id, evidence, field="evidence")
        await registrations.tick(
            connection,
            study_id,
            gate=asked.gate,
            person=actor.display_name,
            on=(now or dt.datetime.now(dt.UTC)).astimezone(CLOCK).date(),
            evidence=evidence,
            account_id=actor.account_id,
        )
        await events.record(connection, actor, "gate_ticked", f"study:{study_id}", gate=asked.gate)


async def untick_gate(pool: Pool, actor: Actor, study_id: uuid.UUID, gate: Gate) -> None:
    """Take a tick back, while nothing is registered."""
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead")
        check_state("edit_protocol", row.state)
        if not await registrations.untick(connection, study_id, gate):
            raise NotFound(what="gate")
        await events.record(connection, actor, "gate_opened", f"study:{study_id}", gate=gate)


async def register_study(
    pool: Pool, actor: Actor, study_id: uuid.UUID, *, now: dt.datetime | None = None
) -> Registration:
    """Freeze and hash the protocol.

    Raises
    ------
    FindingsRefused
        The protocol still has an error, or a gate is open.
    StudyRefused
        It is registered already.
    """
    async with transaction(pool) as connection:
        row = await taken(connection, actor, study_id, "lead")
        check_state("edit_protocol", row.state)
        moment = (now or dt.datetime.now(dt.UTC)).astimezone(CLOCK)
        made = await asyncio.to_thread(
            register, protocol_of(row), await ticks_of(connection, study_id), at=moment, by=actor.display_name
        )
        if isinstance(made, Refused):
            raise FindingsRefused(made.findings)
        await registrations.append(
            connection, study_id, number=0, document=made, hash_of_it=made.hash, account_id=actor.account_id
        )
        await studies.set_protocol(connection, study_id, msgspec.to_builtins(made.protocol))
        await take_step(connection, actor, row, "register", hash=made.hash)
    return made
