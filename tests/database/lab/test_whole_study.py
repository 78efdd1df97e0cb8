"""A study from its first draft to its result, through the services that people use, in a field with a known truth."""

from __future__ import annotations

import datetime as dt
import random
import uuid
from collections.abc import Iterator

import asyncpg
import msgspec
import pytest

from api.messages.accounts import Actor
from api.messages.lab.coding import NewCode, NewUnblinding
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import NewReply
from api.messages.lab.plans import DrawPlan
from api.messages.lab.protocols import SaveProtocol, TickGate
from api.messages.lab.studies import NewMember, NewStudy
from api.services.lab import (
    codes,
    coding,
    fieldwork,
    frame,
    members,
    plans,
    profiles,
    protocols,
    registering,
    replies,
    results,
    sending,
    studies,
    withdrawals,
    work_list,
)
from testing_lab.protocol.gates import gates_of
from tests.database.lab.a_study import a_person
from tests.database.lab.frame_files import a_csv, a_row
from tests.database.lab.test_profiles import to_save
from tests.pure.lab.protocol.examples import changed, example_protocol

#: In the past: how many days are over is counted by the clock of the database.
NOW = dt.datetime(2026, 9, 10, 10, tzinfo=dt.UTC)
PAIRS = 72
#: What companies do, out of 100 vacancies: both answers positive, the majority's alone, the minority's alone, none.
TRUTH = {"both": 20, "majority": 32, "minority": 8, "none": 40}
INVITED = "Beste {name}, wat leuk dat u bij Bedrijf Geheim wilt leren. Komt u dinsdag voor een gesprek?"
REFUSED = "Beste {name}, dank voor de brief. Wij hebben helaas geen plek voor een stagiair."


class People(msgspec.Struct, frozen=True):
    """Who works on the study."""

    lead: Actor
    coders: tuple[Actor, ...]


@pytest.fixture
async def people(lab_pool: asyncpg.Pool) -> People:
    lead = await a_person(lab_pool, "lead", "researcher")
    return People(lead, tuple([await a_person(lab_pool, f"coder-{one}", "coder") for one in (1, 2, 3)]))


async def until_the_field(pool: asyncpg.Pool, people: People) -> uuid.UUID:
    """Draft, gates, registration, frame, profiles, plan, start."""
    lead = people.lead
    study = await studies.create_study(pool, lead, NewStudy(name="Stages in Utrecht"))
    for number, _ in enumerate(people.coders, 1):
        await members.add_member(pool, lead, study, NewMember(sign_in_name=f"coder-{number}", task="coder"))
    protocol = changed(
        example_protocol(),
        {"sampling.pairs": PAIRS, "sampling.p_only_majority": 0.32, "sampling.p_only_minority": 0.08},
    )
    await protocols.save_protocol(pool, lead, study, SaveProtocol(protocol=protocol, version=1))
    with pytest.raises(StudyRefused):  # nothing is sent before the gates
        await fieldwork.start(pool, lead, study)
    for gate in gates_of(protocol):
        await registering.tick_gate(pool, lead, study, TickGate(gate=gate, evidence="Map 3"))
    await registering.register_study(pool, lead, study)
    rows = a_csv(a_row(one) for one in range(1, PAIRS + 11))
    assert (await frame.import_frame(pool, lead, study, "kader.csv", rows, now=NOW)).refused == 0
    await profiles.save_profiles(pool, lead, study, to_save())
    with pytest.raises(StudyRefused):  # nor before the plan
        await fieldwork.start(pool, lead, study)
    await plans.draw(pool, lead, study, DrawPlan(start=dt.date(2026, 10, 1), seed="2026"), now=NOW)
    await fieldwork.start(pool, lead, study)
    return study


def answers(chance: random.Random) -> Iterator[dict[str, bool]]:
    """What each company thinks of the two applicants."""
    while True:
        kind = chance.choices(list(TRUTH), weights=list(TRUTH.values()))[0]
        yield {"majority": kind in ("both", "majority"), "minority": kind in ("both", "minority")}


async def in_the_field(pool: asyncpg.Pool, people: People, study: uuid.UUID) -> dict[str, dict[str, bool]]:
    """Everything is sent when it is due and answered two days later; who invites gets a withdrawal in time."""
    lead, chance = people.lead, random.Random(2027)
    thought = answers(chance)
    truth: dict[str, dict[str, bool]] = {}
    work = (await work_list.list_work(pool, lead, study, "later", size=500, now=NOW)).items
    assert len(work) == 2 * PAIRS
    rows = await pool.fetch("select dispatch_id, identity from lab.dispatch where study_id = $1", study)
    identity = {row["dispatch_id"]: row["identity"] for row in rows}
    for one in work:
        moment = one.due_at + dt.timedelta(minutes=3)
        await sending.send_by_hand(pool, lead, study, one.dispatch_id, moment, now=moment)
    for one in work:
        wanted = truth.setdefault(one.pseudonym, next(thought))
        positive = wanted[identity[one.dispatch_id]]
        if not positive and chance.random() < 0.5:
            continue  # no answer at all
        at = one.due_at + dt.timedelta(days=2)
        text = (INVITED if positive else REFUSED).format(name=one.name)
        asked = NewReply(kind="reply", at=at, text=text, positive=positive)
        await replies.record_by_hand(pool, lead, study, one.dispatch_id, asked, now=at)
        if positive:
            soon = at + dt.timedelta(hours=3)
            await withdrawals.withdraw_by_hand(pool, lead, study, one.dispatch_id, soon, now=soon)
    end = work[-1].due_at + dt.timedelta(days=40)
    owed = await withdrawals.list_withdrawals(pool, lead, study, now=end)
    assert {one.state for one in owed.tasks} <= {"done"}
    await fieldwork.close(pool, lead, study, now=end)
    return truth


async def coded(pool: asyncpg.Pool, people: People, study: uuid.UUID) -> None:
    """Two coders read everything, one of them now and then wrongly; a third decides."""
    for number, coder in enumerate(people.coders):
        chance = random.Random(number)
        while (letter := (await coding.get_coding(pool, coder, study)).letter) is not None:
            text = " ".join(one.text for one in letter.replies)
            assert "Geheim" not in text
            right = "invited" if "gesprek" in text else "refused"
            wrong = number == 1 and chance.random() < 0.04
            asked = NewCode(
                number=letter.number,
                outcome="waiting_list" if wrong else right,
                replies_read=len(letter.replies),
            )
            await coding.give_code(pool, coder, study, asked)


async def test_a_study_from_draft_to_result(lab_pool: asyncpg.Pool, people: People) -> None:
    lead = people.lead
    study = await until_the_field(lab_pool, people)
    truth = await in_the_field(lab_pool, people, study)
    with pytest.raises(StudyRefused):  # codes lock before the trait is revealed
        await codes.unblind(lab_pool, lead, study, NewUnblinding(person="Bo", reason="Nieuwsgierig"))
    await coded(lab_pool, people, study)
    stand = await codes.get_codes(lab_pool, lead, study)
    assert stand.obstacles == {}
    await codes.lock_codes(lab_pool, lead, study)
    with pytest.raises(StudyRefused):  # and nothing is counted by applicant before that
        await results.run_registered(lab_pool, lead, study)
    await codes.unblind(lab_pool, lead, study, NewUnblinding(person="Bo", reason="Alle codes staan vast"))
    await results.run_registered(lab_pool, lead, study)
    counted = dict.fromkeys(TRUTH, 0)
    for wanted in truth.values():
        kind = {(True, True): "both", (True, False): "majority", (False, True): "minority", (False, False): "none"}
        counted[kind[wanted["majority"], wanted["minority"]]] += 1
    stored = await lab_pool.fetchval("select document from lab.analysis where study_id = $1", study)
    table = stored["result"]["table"]
    assert (
        table["both"], table["only_majority"], table["only_minority"], table["neither"]
    ) == (counted["both"], counted["majority"], counted["minority"], counted["none"])  # fmt: skip
    await plans.replay(lab_pool, lead, study)
    assert (await plans.replay(lab_pool, lead, study)).plan_equal
