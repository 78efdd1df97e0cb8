"""From an empty draft to a registered protocol and an amendment, through the pages."""

from __future__ import annotations

import hashlib
import io
import json

import msgspec
import pytest
from pypdf import PdfReader

from api.application import Application
from api.pages.lab.protocol_form import PARTS, inputs_of
from testing_lab.protocol.canonical import canonical_json
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.gates import gates_of
from testing_lab.protocol.registration import Amendment, Registration, verify
from tests.api.conftest import SignedInCaller
from tests.api.lab.conftest import InLab
from tests.pages.test_protocol_form import typed
from tests.pure.lab.protocol.examples import example_calls, example_protocol


async def a_draft(lead: SignedInCaller, name: str = "Horeca") -> str:
    made = await lead.post("/studies/new", data={"name": name})
    return made.headers["location"].split("?")[0]


async def fill_in(lead: SignedInCaller, address: str, protocol: Protocol) -> None:
    """Type every part as a person does; the kind of study first, since it decides about fields."""
    for version, part in enumerate(("design", *PARTS), 1):
        sent = typed(inputs_of(part, protocol)) | {"version": [str(version)]}
        saved = await lead.post(f"{address}/protocol/{part}", data=sent)
        assert saved.status_code == 303, saved.text


async def pass_gates(lead: SignedInCaller, address: str) -> None:
    for gate in gates_of(example_protocol()):
        passed = await lead.post(f"{address}/gates", data={"gate": gate, "evidence": "Besluit 12, map 3"})
        assert passed.status_code == 303


async def a_registered_study(lead: SignedInCaller, name: str = "Horeca") -> str:
    address = await a_draft(lead, name)
    await fill_in(lead, address, example_protocol())
    await pass_gates(lead, address)
    assert (await lead.post(f"{address}/registration")).status_code == 303
    return address


async def test_an_empty_draft_shows_what_to_do(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    address = await a_draft(lead)
    for part in PARTS:
        page = await lead.get(f"{address}/protocol/{part}")
        assert page.status_code == 200
        assert "te doen" in page.text
    assert "Dit kan nog niet" in (await lead.get(f"{address}/registration")).text
    refused = await lead.post(f"{address}/registration")
    assert refused.status_code == 422
    assert "Dit moet eerst" in refused.text


async def test_a_study_is_registered_and_its_files_hold_together(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    address = await a_registered_study(lead)
    page = (await lead.get(f"{address}/registration")).text
    given = (await lead.get(f"{address}/registration/protocol.json")).json()
    registration = msgspec.convert(given["registration"], Registration)
    assert verify(registration, ()) == ()
    assert registration.protocol == msgspec.convert(msgspec.to_builtins(example_protocol()), Protocol)
    assert hashlib.sha256(canonical_json(registration.protocol)).hexdigest() == registration.protocol_hash
    assert registration.hash in page
    assert {tick.person for tick in registration.ticks} == {"Test researcher"}
    osf = json.loads((await lead.get(f"{address}/registration/osf.json")).text)
    assert registration.protocol_hash in json.dumps(osf)
    pdf = PdfReader(io.BytesIO((await lead.get(f"{address}/registration/protocol.pdf")).content))
    words = " ".join(page.extract_text() for page in pdf.pages)
    assert example_protocol().question.title in " ".join(words.split())
    assert pdf.trailer["/Root"]["/Lang"] == "nl"
    assert (await lead.get(f"{address}/registration/other.txt")).status_code == 404


async def test_nothing_changes_silently_after_registration(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    address = await a_registered_study(lead)
    version = (await lead.get(f"{address}/protocol/sampling")).text.split('name="version" value="')[1].split('"')[0]
    sent = typed(inputs_of("sampling", example_protocol())) | {"version": [version], "sampling-pairs": ["400"]}
    silent = await lead.post(f"{address}/protocol/sampling", data=sent)
    assert silent.status_code == 422
    assert 'value="400"' in silent.text
    amended = await lead.post(
        f"{address}/protocol/sampling", data=sent | {"reason": ["Er zijn meer vacatures dan gedacht."]}
    )
    assert amended.status_code == 303
    given = (await lead.get(f"{address}/registration/protocol.json")).json()
    chain = [msgspec.convert(one, Amendment) for one in given["amendments"]]
    assert verify(msgspec.convert(given["registration"], Registration), chain) == ()
    assert [(change.path, change.before, change.after) for change in chain[0].changes] == [
        ("sampling.pairs", example_protocol().sampling.pairs, 400)
    ]
    assert "Er zijn meer vacatures dan gedacht." in (await lead.get(f"{address}/registration")).text
    assert "2 poorten staan weer open" in (await lead.get(address)).text, "every page of the study says so"
    named = await lead.post(
        f"{address}/protocol/sampling", data=sent | {"version": ["9"], "reason": ["Vraag het jan@bedrijf.test"]}
    )
    assert named.status_code in (409, 422)
    assert "Vraag het jan@bedrijf.test" in named.text, "nothing that was typed is lost"
    for gate in ("ethics_approval", "power_calculation"):
        again = await lead.post(f"{address}/gates", data={"gate": gate, "evidence": "Besluit 13, map 4"})
        assert again.status_code == 303
    assert "weer open" not in (await lead.get(f"{address}/registration")).text
    given = (await lead.get(f"{address}/registration/protocol.json")).json()
    assert {one["gate"] for one in given["ticks_in_force"] if one["evidence"] == "Besluit 13, map 4"} == {
        "ethics_approval", "power_calculation"
    }  # fmt: skip
    for closed in (
        lead.post(f"{address}/gates", data={"gate": "school_consent", "evidence": "x"}),
        lead.post(f"{address}/gates", data={"gate": "school_consent", "action": "untick"}),
        lead.post(f"{address}/registration"),
    ):
        assert (await closed).status_code == 409


async def test_two_who_save_at_once_lose_nothing(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    address = await a_draft(lead)
    for version, status in ((1, 303), (1, 409), (2, 303)):
        sent = {"version": [str(version)], "question-title": ["Mijn titel"], "question-region": [f"poging {status}"]}
        saved = await lead.post(f"{address}/protocol/question", data=sent)
        assert saved.status_code == status
        if status == 409:
            assert "poging 409" in saved.text


async def test_what_cannot_be_read_comes_back(in_lab: InLab, lab_application: Application) -> None:
    lead = await in_lab("researcher")
    address = await a_draft(lead)
    wrong = await lead.post(f"{address}/protocol/sampling", data={"version": ["1"], "sampling-pairs": ["veel"]})
    assert wrong.status_code == 422
    assert 'value="veel"' in wrong.text
    assert "Dit is geen heel getal" in wrong.text
    assert await lab_application.state.pool.fetchval("select version from lab.study") == 1


async def test_more_lines_and_the_usual_outcomes(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    address = await a_draft(lead)
    more = await lead.post(f"{address}/protocol/question", data={"version": ["1"], "more": ["question-traits"]})
    assert more.headers["location"].endswith("?more=question-traits#question-traits")
    assert "question-traits-2-minority" in (await lead.get(more.headers["location"])).text
    version = (await lead.get(f"{address}/protocol/outcomes")).text.split('name="version" value="')[1].split('"')[0]
    await lead.post(f"{address}/protocol/outcomes", data={"version": [version], "usual": ["yes"]})
    assert "outcomes-codes-8-code" in (await lead.get(f"{address}/protocol/outcomes")).text


async def test_a_gate_needs_evidence_and_can_be_taken_back(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    address = await a_draft(lead)
    for evidence in ("", "   ", "x" * 2001):
        refused = await lead.post(f"{address}/gates", data={"gate": "school_consent", "evidence": evidence})
        assert refused.status_code == 422
        assert 'id="fault-evidence"' in refused.text
    assert (await lead.post(f"{address}/gates", data={"gate": "geen", "evidence": "x"})).status_code == 422
    assert (await lead.post(f"{address}/gates", data={"gate": "recording_rules", "evidence": "x"})).status_code == 422
    await lead.post(f"{address}/gates", data={"gate": "school_consent", "evidence": "Brief van 3 maart"})
    assert "Brief van 3 maart" in (await lead.get(f"{address}/registration")).text
    await lead.post(f"{address}/gates", data={"gate": "school_consent", "action": "untick"})
    assert "Brief van 3 maart" not in (await lead.get(f"{address}/registration")).text


@pytest.mark.parametrize("task", ["field", "coder"])
async def test_only_a_lead_changes_anything(in_lab: InLab, task: str) -> None:
    lead = await in_lab("researcher")
    other = await in_lab("coder" if task == "coder" else "researcher")
    address = await a_draft(lead)
    await lead.post(f"{address}/members", data={"sign_in_name": other.name, "task": task})
    assert (await other.get(f"{address}/protocol/question")).status_code == 200
    assert (await other.get(f"{address}/registration")).status_code == 200
    for refused in (
        other.post(f"{address}/protocol/question", data={"version": ["1"], "question-title": ["x"]}),
        other.post(f"{address}/gates", data={"gate": "school_consent", "evidence": "x"}),
        other.post(f"{address}/registration"),
    ):
        assert (await refused).status_code == 403


async def test_a_part_that_does_not_exist(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    address = await a_draft(lead)
    assert (await lead.get(f"{address}/protocol/anders")).status_code == 404
    assert (await lead.get(f"{address}/protocol")).headers["location"].endswith("/protocol/question")


async def test_the_database_keeps_what_was_registered(in_lab: InLab, lab_application: Application) -> None:
    lead = await in_lab("researcher")
    await a_registered_study(lead)
    for statement in (
        "update lab.registration set hash = 'x'",
        "delete from lab.registration",
        "truncate lab.registration",
    ):
        with pytest.raises(Exception, match="never rewritten"):
            await lab_application.state.pool.execute(statement)


async def test_mystery_calls_are_offered_and_registered(in_lab: InLab) -> None:
    lead = await in_lab("researcher")
    address = await a_draft(lead)
    assert 'value="mystery_call"' in (await lead.get(f"{address}/protocol/design")).text
    await lead.put(f"/api/v1{address}/protocol", json={"protocol": msgspec.to_builtins(example_calls()), "version": 1})
    page = (await lead.get(f"{address}/protocol/fieldwork")).text
    assert "Verzoek: Our clients" in page
    assert "mail_domain" not in page
    for gate in gates_of(example_calls()):
        assert (await lead.post(f"{address}/gates", data={"gate": gate, "evidence": "Map 3"})).status_code == 303
    assert (await lead.post(f"{address}/registration")).status_code == 303
    overview = (await lead.get(address)).text
    assert f"{address}/profiles" not in overview  # nobody applies: there are no letters to write
    assert (await lead.get(f"/api/v1{address}/fieldwork/calls/1-1")).status_code == 404
