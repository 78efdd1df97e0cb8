"""The two studies of the demo: one that is finished, and one that is halfway in the field.

Both begin some time before ``now``. The finished one is coded, locked, unblinded and analysed; what companies thought
is :data:`FINISHED` ``.truth``, and so is what it finds. In the other one letters are still to be sent, two withdrawals
are due and one is late, and its coders are somewhere in the middle.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import AsyncIterator
from typing import Final, Literal

import msgspec

from api.messages.accounts import Actor
from api.messages.lab.coding import NewUnblinding
from api.messages.lab.fieldwork import NewComplaint
from api.messages.lab.plans import DrawPlan
from api.messages.lab.protocols import SaveProtocol, TickGate
from api.messages.lab.studies import NewMember, NewStudy
from api.messages.paging import LARGEST_SIZE
from api.services import events
from api.services.clock import CLOCK
from api.services.lab import (
    codes,
    complaints,
    fieldwork,
    frame,
    members,
    plans,
    profiles,
    protocols,
    registering,
    results,
    studies,
)
from api.services.lab.demo import coders, field
from api.services.lab.demo.accounts import CODERS, LEAD
from api.services.lab.demo.answers import Truth
from api.services.lab.demo.companies import frame_file
from api.services.lab.demo.protocols import profiles_of, protocol_of
from api.services.operators import operator
from api.services.pool import Pool
from db import events as rows
from db.pool import transaction
from testing_lab.profiles.names import Group
from testing_lab.protocol.gates import gates_of

#: Of how many replies a coder of the running study has read, and how often the second one reads wrongly.
_READ: Final = (22, 15)
_MISREADS: Final = 0.04
#: What the log says of a study of the demo that is there, whole: it is never made or mended again.
_MADE: Final = "demo_study_made"


class DemoStudy(msgspec.Struct, frozen=True, kw_only=True):
    """A study of the demo. ``began``: days before ``now`` on which sending began; ``days``: until it ends.

    ``first``: the number of its first company, so that two studies never write to the same one. ``spare``: vacancies
    in the frame beyond those of the sample.
    """

    name: str
    minority: Group
    sectors: tuple[str, ...]
    truth: Truth
    began: int
    days: int
    a_day: int
    first: int
    spare: int = 10


#: Difference in positive answers: (34 - 13) of 160 vacancies, 13.1 percentage points.
FINISHED: Final = DemoStudy(
    name="Stages in zorg en ICT (afgerond)",
    minority="moroccan",
    sectors=("zorg", "ict"),
    truth=Truth(both=33, only_majority=34, only_minority=13, neither=80),
    began=105,
    days=60,
    a_day=20,
    first=0,
)
HALFWAY: Final = DemoStudy(
    name="Stages in techniek en handel (halverwege)",
    minority="turkish",
    sectors=("techniek", "handel"),
    truth=Truth(both=30, only_majority=33, only_minority=12, neither=75),
    began=21,
    days=75,
    a_day=8,
    first=180,
)


async def make_studies(pool: Pool, *, now: dt.datetime) -> AsyncIterator[tuple[str, Literal["making", "ready"]]]:
    """Make both studies, or what is missing of them; tells when one begins and when it is ready.

    ``now``: the moment from which every other one is counted; a study that was begun keeps its own days.

    Raises
    ------
    LookupError
        The accounts of the demo are not there.
    """
    for one in (FINISHED, HALFWAY):
        lead = await _actor(pool, LEAD)
        study_id = await _begun(pool, lead, one)
        async with pool.acquire() as connection:
            if await rows.is_recorded(connection, kind=_MADE, subject=f"study:{study_id}"):
                continue
        yield one.name, "making"
        await _until_the_field(pool, lead, study_id, one, now)
        await (_finish if one is FINISHED else _halfway)(pool, lead, study_id, one, now)
        async with transaction(pool) as connection:
            await events.record(connection, None, _MADE, f"study:{study_id}")
        yield one.name, "ready"


async def _actor(pool: Pool, name: str) -> Actor:
    actor = await operator(pool, name)
    if actor is None:
        raise LookupError(name)
    return actor


async def _begun(pool: Pool, lead: Actor, one: DemoStudy) -> uuid.UUID:
    there = (await studies.list_studies(pool, lead, size=LARGEST_SIZE)).items
    known = next((row.study_id for row in there if row.name == one.name), None)
    return known or await studies.create_study(pool, lead, NewStudy(name=one.name))


async def _until_the_field(pool: Pool, lead: Actor, study_id: uuid.UUID, one: DemoStudy, now: dt.datetime) -> None:
    """Draft, gates, registration, frame, profiles, plan, start: each a few days before the first letter."""
    here = {member.sign_in_name for member in await members.list_members(pool, lead, study_id)}
    for coder in CODERS:
        if coder not in here:
            await members.add_member(pool, lead, study_id, NewMember(sign_in_name=coder, task="coder"))
    protocol, version = await protocols.read_protocol(pool, lead, study_id)
    if protocol.fieldwork.start is None:
        start = now.astimezone(CLOCK).date() - dt.timedelta(days=one.began)
        protocol = protocol_of(
            title=one.name, minority=one.minority, sectors=one.sectors, pairs=one.truth.pairs, start=start,
            end=start + dt.timedelta(days=one.days),
        )  # fmt: skip
        await protocols.save_protocol(pool, lead, study_id, SaveProtocol(protocol=protocol, version=version))
    start = protocol.fieldwork.start or now.date()
    before = dt.datetime.combine(start, dt.time(10), CLOCK)
    if (await studies.get_study(pool, lead, study_id)).state == "draft":
        asked = before - dt.timedelta(days=8)
        for number, gate in enumerate(gates_of(protocol), 1):
            ticked = TickGate(gate=gate, evidence=f"Gezien in map {number} van de demo")
            await registering.tick_gate(pool, lead, study_id, ticked, now=asked)
        await registering.register_study(pool, lead, study_id, now=before - dt.timedelta(days=7))
    if (await studies.get_study(pool, lead, study_id)).state != "registered":
        return
    soon = before - dt.timedelta(days=4)
    content = frame_file(
        one.sectors, one.truth.pairs + one.spare, first=one.first, found_on=start - dt.timedelta(days=6)
    )
    if not (await plans.before_plan(pool, lead, study_id, now=soon)).entries:
        await frame.import_frame(pool, lead, study_id, "vacatures.csv", content, now=soon)
    if not (await profiles.get_profiles(pool, lead, study_id)).version:
        await profiles.save_profiles(pool, lead, study_id, profiles_of(one.minority, one.sectors))
    if (await plans.before_plan(pool, lead, study_id, now=soon)).may_draw:
        wanted = DrawPlan(start=start, seed=f"demo {one.first}", most_per_day=one.a_day)
        await plans.draw(pool, lead, study_id, wanted, now=soon)
    await fieldwork.start(pool, lead, study_id, now=soon)


async def _letters(pool: Pool, lead: Actor, study_id: uuid.UUID, one: DemoStudy) -> list[field.Letter]:
    names = (await profiles.get_profiles(pool, lead, study_id)).document.names
    return await field.letters_of(pool, lead, study_id, truth=one.truth, names=names, seed=f"demo {one.first}")


async def _finish(pool: Pool, lead: Actor, study_id: uuid.UUID, one: DemoStudy, now: dt.datetime) -> None:
    """Everything was sent and answered; read by two and a third; locked, unblinded, analysed."""
    state = (await studies.get_study(pool, lead, study_id)).state
    if state == "running":
        letters = await _letters(pool, lead, study_id, one)
        await field.live_until(pool, lead, study_id, letters, now)
        after = max(letter.sent for letter in letters) + dt.timedelta(days=29)
        await fieldwork.close(pool, lead, study_id, now=after)
        state = "closed"
    if state == "closed":
        for name, misreads in zip(CODERS, (0.0, _MISREADS, 0.0), strict=True):
            await coders.read(pool, await _actor(pool, name), study_id, misreads=misreads)
        await codes.lock_codes(pool, lead, study_id)
        state = "coded"
    if state == "coded":
        said = NewUnblinding(person=lead.display_name, reason="Alle codes staan vast")
        await codes.unblind(pool, lead, study_id, said)
        state = "unblinded"
    if state == "unblinded":
        await results.run_registered(pool, lead, study_id)


async def _halfway(pool: Pool, lead: Actor, study_id: uuid.UUID, one: DemoStudy, now: dt.datetime) -> None:
    """All before today was sent and answered; some answers wait for a person, and one has waited too long."""
    protocol, _ = await protocols.read_protocol(pool, lead, study_id)
    start = protocol.fieldwork.start or now.date()
    today = dt.datetime.combine(start + dt.timedelta(days=one.began), dt.time(), CLOCK)
    letters = await _letters(pool, lead, study_id, one)
    # The ones that would have been answered last: they are answered now instead.
    long_sent = [one for one in letters if one.answered and one.sent < today - dt.timedelta(days=5)]
    last = sorted(long_sent, key=lambda one: (one.answered or today, one.item.dispatch_id), reverse=True)
    waiting = [letter for letter in last if letter.answer.positive][:3]
    unread = [letter for letter in last if not letter.answer.positive][:2]
    aside = {letter.item.dispatch_id for letter in (*waiting, *unread)}
    silent = [field.silent(one) if one.item.dispatch_id in aside else one for one in letters]
    await field.live_until(pool, lead, study_id, silent, today)
    letters = await _letters(pool, lead, study_id, one)
    stands = {letter.item.dispatch_id: letter for letter in letters}
    for hours, letter in zip((31, 9, 2), waiting, strict=True):
        await _answer_now(pool, lead, study_id, stands[letter.item.dispatch_id], now, hours)
    for hours, letter in zip((20, 4), unread, strict=True):
        await _answer_now(pool, lead, study_id, stands[letter.item.dispatch_id], now, hours, judged=False)
    await _found_out(pool, lead, study_id, letters, today)
    for name, most in zip(CODERS, _READ, strict=False):
        await coders.read(pool, await _actor(pool, name), study_id, most=most, misreads=_MISREADS)


async def _answer_now(
    pool: Pool, lead: Actor, study_id: uuid.UUID, letter: field.Letter, now: dt.datetime, hours: int, *,
    judged: bool = True,
) -> None:  # fmt: skip
    if letter.item.state == "sent":
        moment = now - dt.timedelta(hours=hours)
        await field.answer(pool, lead, study_id, letter, moment, now=now, judged=judged)


async def _found_out(
    pool: Pool, lead: Actor, study_id: uuid.UUID, letters: list[field.Letter], today: dt.datetime
) -> None:
    """One company understood that it was a test, and complained: its part ends."""
    if any(letter.item.state == "detected" for letter in letters):
        return
    first = next(letter for letter in letters if letter.item.state == "sent" and not letter.answer.words)
    await complaints.record_detection(pool, lead, study_id, first.item.dispatch_id)
    said = NewComplaint(
        received_on=(today - dt.timedelta(days=2)).date(), words=f"{first.item.company} wil niet meedoen aan een proef."
    )
    await complaints.record_complaint(pool, lead, study_id, first.item.dispatch_id, said, now=today)
