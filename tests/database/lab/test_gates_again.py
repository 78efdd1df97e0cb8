"""What an amendment does to the gates: a tick is about what is in force. And what no amendment changes."""

from __future__ import annotations

import uuid
from typing import Any

import asyncpg
import pytest

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.lab.coding import NewUnblinding
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.plans import DrawPlan
from api.messages.lab.protocols import SaveProtocol, TickGate
from api.messages.lab.studies import NewMember
from api.services.lab import codes, fieldwork, members, plans, protocols, registering, sending, studies
from testing_lab.protocol.gates import Gate
from tests.database.lab.a_field import NOON
from tests.database.lab.a_study import a_person, a_registered_study, pairs
from tests.pure.lab.protocol.examples import changed, example_calls

WHY = "De commissie vroeg hierom."


async def amend(pool: asyncpg.Pool, lead: Actor, study_id: uuid.UUID, changes: dict[str, Any], why: str = WHY) -> None:
    """Change the protocol as it stands."""
    protocol, version = await protocols.read_protocol(pool, lead, study_id)
    asked = SaveProtocol(protocol=changed(protocol, changes), version=version, reason=why)
    await protocols.save_protocol(pool, lead, study_id, asked)


async def open_gates(pool: asyncpg.Pool, lead: Actor, study_id: uuid.UUID) -> set[Gate]:
    view = await registering.get_registration(pool, lead, study_id)
    return {one.gate for one in view.gates if one.tick is None}


async def test_nothing_is_sent_until_somebody_looked_at_the_amendment(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await a_registered_study(lab_pool, lead)
    await pairs(lab_pool, study_id, 1)
    await lab_pool.execute("update lab.dispatch set from_address = 'tim@stage-post.example'")
    await amend(lab_pool, lead, study_id, {"fieldwork.end": "2027-03-26"})
    assert await open_gates(lab_pool, lead, study_id) == set()
    await fieldwork.start(lab_pool, lead, study_id)
    await amend(lab_pool, lead, study_id, {"ethics.withdrawal_text_nl": "Dank u. Ik heb al iets anders."})
    assert await open_gates(lab_pool, lead, study_id) == {"ethics_approval", "withdrawal_plan"}
    shouting = (await studies.get_study(lab_pool, lead, study_id)).alarms
    assert shouting is not None
    assert shouting.gates == 2
    with pytest.raises(StudyRefused) as refused:
        await sending.send_by_hand(lab_pool, lead, study_id, "1-1", NOON, now=NOON)
    assert (refused.value.reason, refused.value.facts["count"]) == ("gates-open", 2)
    with pytest.raises(StudyRefused):  # a gate that is passed stays as it was registered
        await registering.tick_gate(lab_pool, lead, study_id, TickGate(gate="school_consent", evidence="Map 9"))
    with pytest.raises(StudyRefused):
        await registering.untick_gate(lab_pool, lead, study_id, "school_consent")
    for gate in ("ethics_approval", "withdrawal_plan"):
        await registering.tick_gate(lab_pool, lead, study_id, TickGate(gate=gate, evidence="Besluit 13, map 4"))  # type: ignore[arg-type]  # each is a Gate
    await sending.send_by_hand(lab_pool, lead, study_id, "1-1", NOON, now=NOON)
    view = await registering.get_registration(lab_pool, lead, study_id)
    assert view.registration is not None
    assert view.broken == ()
    assert {one.evidence for one in view.registration.ticks} == {"Besluit 12, map 3"}, "what was registered stays"
    logged = await lab_pool.fetch("select facts from lab.event where kind = 'gate_opened' order by event_number")
    assert [row["facts"]["gate"] for row in logged] == ["ethics_approval", "withdrawal_plan"]


async def test_nothing_else_goes_on_at_an_open_gate(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await a_registered_study(lab_pool, lead)
    await pairs(lab_pool, study_id, 1)
    await amend(lab_pool, lead, study_id, {"sampling.basis": "Een nieuw onderzoek"})
    asked = DrawPlan(start=NOON.date(), seed="2026")
    steps = {
        "registered": lambda: plans.draw(lab_pool, lead, study_id, asked, now=NOON),
        "stopped": lambda: fieldwork.resume(lab_pool, lead, study_id, "Het kan weer."),
        "coded": lambda: codes.unblind(lab_pool, lead, study_id, NewUnblinding(person="Bo", reason="Alles is af.")),
    }
    for state, step in steps.items():
        await lab_pool.execute("update lab.study set state = $1", state)
        with pytest.raises(StudyRefused) as refused:
            await step()
        assert refused.value.reason == "gates-open", state
    await lab_pool.execute("update lab.study set state = 'registered'")
    with pytest.raises(StudyRefused) as refused:
        await fieldwork.start(lab_pool, lead, study_id)
    assert refused.value.reason == "gates-open"


async def test_a_draft_that_changes_after_its_tick_is_looked_at_again(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await a_registered_study(lab_pool, lead)
    await lab_pool.execute("update lab.study set state = 'draft'")
    protocol, version = await protocols.read_protocol(lab_pool, lead, study_id)
    asked = SaveProtocol(protocol=changed(protocol, {"ethics.retention_key_days": 200}), version=version)
    await protocols.save_protocol(lab_pool, lead, study_id, asked)
    with pytest.raises(FindingsRefused) as refused:
        await registering.register_study(lab_pool, lead, study_id)
    assert {one.path for one in refused.value.findings} == {
        "gates.ethics_approval", "gates.data_protection_assessment", "gates.retention_plan"
    }  # fmt: skip


async def test_neither_amendment_nor_evidence_names_a_company(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await a_registered_study(lab_pool, lead)
    await pairs(lab_pool, study_id, 1)
    with pytest.raises(Unusable) as refused:
        await amend(lab_pool, lead, study_id, {"sampling.basis": "Anders"}, "Bedrijf  Geheim 1 klaagde hierover.")
    assert refused.value.fields == {"reason": "names_company"}
    assert await open_gates(lab_pool, lead, study_id) == set(), "nothing is half-written"
    await amend(lab_pool, lead, study_id, {"sampling.basis": "Anders"})
    asked = TickGate(gate="power_calculation", evidence="Gezien bij\nBedrijf\nGeheim 1")
    with pytest.raises(Unusable) as refused:
        await registering.tick_gate(lab_pool, lead, study_id, asked)
    assert refused.value.fields == {"evidence": "names_company"}


async def test_an_amendment_keeps_the_kind_and_the_codes_that_were_given(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await a_registered_study(lab_pool, lead)
    await pairs(lab_pool, study_id, 1, state="sent")
    await lab_pool.execute("update lab.study set state = 'running'")
    await lab_pool.execute(
        "insert into lab.outcome_code (study_id, dispatch_id, account_id, turn, outcome) "
        "values ($1, '1-1', $2, 'first', 'invited')",
        study_id, lead.account_id,
    )  # fmt: skip
    protocol, version = await protocols.read_protocol(lab_pool, lead, study_id)
    codes_left = [one for one in protocol.outcomes.codes if one.code != "invited"]
    with pytest.raises(FindingsRefused) as refused:
        await amend(lab_pool, lead, study_id, {"outcomes.codes": codes_left})
    assert [one.code for one in refused.value.findings] == ["outcome_was_given"]
    asked = SaveProtocol(protocol=example_calls(), version=version, reason=WHY)
    with pytest.raises(FindingsRefused) as refused:
        await protocols.save_protocol(lab_pool, lead, study_id, asked)
    assert "kind_is_registered" in {one.code for one in refused.value.findings}


async def test_who_saw_the_applicants_never_codes(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    both = await a_person(lab_pool, "both", "researcher", "coder")
    maker = await a_person(lab_pool, "maker", "researcher", "coder")
    study_id = await a_registered_study(lab_pool, maker)
    for name, task in (("lead", "lead"), ("both", "field")):
        await members.add_member(lab_pool, maker, study_id, NewMember(sign_in_name=name, task=task))  # type: ignore[arg-type]  # each is a Task
    for person in (both, maker):
        await members.remove_member(lab_pool, lead, study_id, person.account_id)
        asked = NewMember(sign_in_name="both" if person is both else "maker", task="coder")
        with pytest.raises(Conflict) as refused:
            await members.add_member(lab_pool, lead, study_id, asked)
        assert refused.value.what == "member_saw_names"
    await members.add_member(lab_pool, lead, study_id, NewMember(sign_in_name="both", task="field"))
