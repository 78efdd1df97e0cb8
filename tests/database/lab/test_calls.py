"""A study with mystery calls from its draft to its report, through the services; and what is refused."""

from __future__ import annotations

import asyncio
import datetime as dt
import subprocess
import sys
import uuid
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import asyncpg
import msgspec
import pytest

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.lab.calls import HeardCall, NewCall
from api.messages.lab.coding import NewCode, NewUnblinding
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.fieldwork import Assigned, NewComplaint, NewReply
from api.messages.lab.plans import DrawPlan
from api.messages.lab.protocols import SaveProtocol, TickGate
from api.messages.lab.studies import NewMember, NewStudy, Task
from api.services.lab import (
    calls,
    codes,
    coding,
    complaints,
    fieldwork,
    frame,
    members,
    plans,
    protocols,
    registering,
    replies,
    result_files,
    results,
    retention,
    sending,
    studies,
    work_list,
)
from testing_lab.protocol.gates import gates_of
from tests.database.lab.a_study import a_person
from tests.database.lab.frame_files import a_csv, a_row
from tests.pure.lab.protocol.examples import changed, example_calls

NOW = dt.datetime(2026, 9, 10, 10, tzinfo=dt.UTC)
CALLS = 44
WHOLE = ("1", "2", "3", "4")
#: The truth, call by call: what the agency says.
SAID = ("complies",) * 18 + ("refuses",) * 20 + ("leaves_to_client",) * 3 + ("no_decision",) * 3


class Study(msgspec.Struct, frozen=True):
    """A study with calls, and who works on it."""

    study_id: uuid.UUID
    lead: Actor
    worker: Actor
    reader: Actor
    version: str


async def calls_in_the_field(pool: asyncpg.Pool, lead: Actor, people: Mapping[str, Task]) -> tuple[uuid.UUID, str]:
    """A study with calls, registered, with a plan, in the field; and the version of its script."""
    study_id = await studies.create_study(pool, lead, NewStudy(name="Bureaus in Utrecht"))
    for name, task in people.items():
        await members.add_member(pool, lead, study_id, NewMember(sign_in_name=name, task=task))
    protocol = changed(
        example_calls(),
        {
            "sampling.pairs": CALLS, "sampling.margin": 0.2, "analysis.strata": ["sector"],
            "question.sectors": ["ICT", "care"], "fieldwork.recording_basis": "consent",
            "fieldwork.consent_text": "Mogen wij opnemen?", "outcomes.least_kappa": 0.5,
        },
    )  # fmt: skip
    await protocols.save_protocol(pool, lead, study_id, SaveProtocol(protocol=protocol, version=1))
    with pytest.raises(FindingsRefused):  # nobody calls before the gates
        await registering.register_study(pool, lead, study_id)
    for gate in gates_of(protocol):
        await registering.tick_gate(pool, lead, study_id, TickGate(gate=gate, evidence="Map 3"))
    await registering.register_study(pool, lead, study_id)
    rows = a_csv([a_row(n, phone=f"03012345{n:02d}", vacancy_title="", contact_email="jan@x.test") for n in range(60)])
    assert (await frame.import_frame(pool, lead, study_id, "kader.csv", rows, now=NOW)).refused == 0
    silent = a_csv([a_row(99)])
    assert (await frame.import_frame(pool, lead, study_id, "kader2.csv", silent, now=NOW)).refused == 1
    kept = await pool.fetchval("select count(*) from lab.frame_entry where entry ->> 'contact_email' is not null")
    assert kept == 0  # a mail address may be a person's: calls need none
    await plans.draw(pool, lead, study_id, DrawPlan(start=dt.date(2026, 10, 1), seed="2026"), now=NOW)
    assert (await plans.replay(pool, lead, study_id)).plan_equal
    await fieldwork.start(pool, lead, study_id)
    one = await calls.get_call(pool, lead, study_id, await first(pool, lead, study_id))
    return study_id, one.script.version


@pytest.fixture
async def study(lab_pool: asyncpg.Pool) -> Study:
    """Registered, with a plan, in the field."""
    lead = await a_person(lab_pool, "lead", "researcher")
    worker = await a_person(lab_pool, "worker", "researcher")
    reader = await a_person(lab_pool, "reader", "coder")
    study_id, version = await calls_in_the_field(lab_pool, lead, {"worker": "field", "reader": "coder"})
    return Study(study_id, lead, worker, reader, version)


def recounted(folder: Path) -> subprocess.CompletedProcess[str]:
    """The script of the export, on the export."""
    return subprocess.run([sys.executable, "recount.py"], cwd=folder, capture_output=True, text=True, check=False)


async def first(pool: asyncpg.Pool, actor: Actor, study_id: uuid.UUID) -> str:
    """The call that is due first."""
    return (await work_list.list_work(pool, actor, study_id, "later", now=NOW)).items[0].dispatch_id


def a_call(study: Study, at: dt.datetime, outcome: str = "refuses", **changes: object) -> NewCall:
    made = NewCall(started_at=at, script_version=study.version, said=WHOLE, outcome=outcome, notes="Dat doen wij niet.")
    return msgspec.structs.replace(made, **changes)


async def test_calls_from_draft_to_report(lab_pool: asyncpg.Pool, study: Study, tmp_path: Path) -> None:
    s, work = study, (await work_list.list_work(lab_pool, study.lead, study.study_id, "later", size=99, now=NOW)).items
    assert len(work) == CALLS
    for number, (one, outcome) in enumerate(zip(work, SAID, strict=True)):
        caller, listener = (s.lead, s.worker) if number % 2 else (s.worker, s.lead)
        at = one.due_at + dt.timedelta(minutes=2)
        notes = f"Bedrijf Geheim {number} zegt: {outcome}."
        asked = a_call(s, at, outcome, notes=notes)
        if number == 43:
            asked = a_call(s, at, "undeliverable", said=("1",), notes="")
        await calls.make_call(lab_pool, caller, s.study_id, one.dispatch_id, asked, now=at)
        if number == 43:
            continue
        heard = "no_decision" if number == 0 else outcome
        await calls.hear_call(
            lab_pool, listener, s.study_id, one.dispatch_id, HeardCall(heard="live", notes="Zelfde.", outcome=heard)
        )
    desk = await coding.get_coding(lab_pool, s.reader, s.study_id)
    assert desk.total == 1  # only where the two disagree
    assert desk.letter is not None
    (reply,) = desk.letter.replies
    assert "Geheim" not in reply.text
    assert "Zelfde." in reply.text
    third = NewCode(number=desk.letter.number, outcome="complies", replies_read=1)
    await coding.give_code(lab_pool, s.reader, s.study_id, third)
    await fieldwork.close(lab_pool, s.lead, s.study_id, now=work[-1].due_at + dt.timedelta(days=1))
    stand = await codes.get_codes(lab_pool, s.lead, s.study_id)
    assert (stand.obstacles, stand.by_two, stand.by_third, stand.undeliverable) == ({}, 42, 1, 1)
    assert stand.agreement is not None
    assert stand.agreement.estimate is not None
    assert stand.agreement.estimate > 0.9
    await codes.lock_codes(lab_pool, s.lead, s.study_id)
    with pytest.raises(StudyRefused):  # locked is locked
        await calls.hear_call(
            lab_pool, s.lead, s.study_id, work[0].dispatch_id, HeardCall(heard="live", notes="x", outcome="refuses")
        )
    await codes.unblind(lab_pool, s.lead, s.study_id, NewUnblinding(person="Bo", reason="Alle codes staan vast"))
    await results.run_registered(lab_pool, s.lead, s.study_id)
    document = (await results.get_results(lab_pool, s.lead, s.study_id)).document
    assert document is not None
    assert document.calls is not None
    assert document.calls.main is not None
    assert (document.calls.made, document.calls.main.calls, document.calls.main.of) == (44, 18, 43)
    for language in ("nl", "en"):
        paper = await result_files.result_file(lab_pool, s.lead, s.study_id, "report", language)  # type: ignore[arg-type]  # each is a Language
        assert paper.content.startswith(b"%PDF")
    table = (await result_files.result_file(lab_pool, s.lead, s.study_id, "outcomes", "nl")).content.decode("utf-8-sig")
    assert table.splitlines()[0] == "pair,code,positive,sector,company_size,region,employer"
    assert "Geheim" not in table
    whole = await result_files.result_file(lab_pool, s.lead, s.study_id, "recount", "nl")
    with zipfile.ZipFile(BytesIO(whole.content)) as archive:
        archive.extractall(tmp_path)
    told = await asyncio.to_thread(recounted, tmp_path)
    assert told.returncode == 0, told.stdout
    assert " 0 different." in told.stdout
    # Notes go on their day, as replies do.
    assert await retention.sweep(lab_pool, work[-1].due_at + dt.timedelta(days=400)) > 0
    assert await lab_pool.fetchval("select count(*) from lab.reply where message is not null") == 0


async def test_what_a_call_is_refused_for(lab_pool: asyncpg.Pool, study: Study) -> None:
    s = study
    one = (await work_list.list_work(lab_pool, s.lead, s.study_id, "later", now=NOW)).items[0]
    at = one.due_at + dt.timedelta(minutes=2)

    async def make(actor: Actor = s.worker, started: dt.datetime = at, **changes: object) -> None:
        await calls.make_call(lab_pool, actor, s.study_id, one.dispatch_id, a_call(s, started, **changes), now=at)

    with pytest.raises(NotAllowed):  # a coder reads, and knows no company
        await make(s.reader)
    with pytest.raises(StudyRefused, match=r".") as early:
        await make(started=one.due_at - dt.timedelta(hours=1))
    assert early.value.reason == "not-due-yet"
    for changes, code in (
        ({"said": ("1", "4")}, "call-without-request"),
        ({"said": ("2", "1")}, "call-other-order"),
        ({"script_version": "0"}, "call-other-script"),
        ({"outcome": "undeliverable"}, "call-came-to-request"),
        ({"recording_place": "De kluis", "consent": "refused"}, "call-recorded-without-consent"),
        ({"recording_place": "De kluis"}, "call-recorded-without-consent"),
    ):
        with pytest.raises(FindingsRefused) as refused:
            await make(**changes)
        assert [each.code for each in refused.value.findings] == [code]
    for changes, field in (
        ({"outcome": "invited"}, "outcome"), ({"notes": " "}, "notes"),
        ({"recording_place": "Bij Bedrijf Geheim 1", "consent": "given"}, "recording_place"),
    ):  # fmt: skip
        with pytest.raises(Unusable) as wrong:
            await make(**changes)
        assert list(wrong.value.fields) == [field]
    assert await lab_pool.fetchval("select count(*) from lab.call") == 0  # nothing half-written
    await make(recording_place="De kluis", consent="given")
    with pytest.raises(StudyRefused):  # a call is made once
        await make(s.lead)
    # Letters have no part in it, and would show what the other wrote.
    with pytest.raises(StudyRefused):
        await work_list.get_dispatch(lab_pool, s.lead, s.study_id, one.dispatch_id)
    with pytest.raises(StudyRefused):
        await sending.send_by_hand(lab_pool, s.lead, s.study_id, one.dispatch_id, at, now=at)
    asked = NewReply(kind="call", at=at, text="Nog iets", positive=None)
    with pytest.raises(StudyRefused):
        await replies.record_by_hand(lab_pool, s.lead, s.study_id, one.dispatch_id, asked, now=at)


async def test_two_people_hear_it_and_neither_sees_the_other(lab_pool: asyncpg.Pool, study: Study) -> None:
    s = study
    one, other, third = (await work_list.list_work(lab_pool, s.lead, s.study_id, "later", now=NOW)).items[:3]
    at = third.due_at + dt.timedelta(minutes=2)
    heard = HeardCall(heard="live", notes="Ik hoorde nee.", outcome="refuses")

    async def hear(actor: Actor, asked: HeardCall = heard, dispatch_id: str = one.dispatch_id) -> None:
        await calls.hear_call(lab_pool, actor, s.study_id, dispatch_id, asked)

    with pytest.raises(NotFound):  # not made yet
        await hear(s.lead)
    notes = "De beller hoorde ja."
    asked = a_call(s, at, "complies", notes=notes, recording_place="De kluis", consent="given")
    await calls.make_call(lab_pool, s.worker, s.study_id, one.dispatch_id, asked, now=at)
    with pytest.raises(Conflict) as own:
        await hear(s.worker)
    assert own.value.what == "call_own"
    seen = await calls.get_call(lab_pool, s.lead, s.study_id, one.dispatch_id)
    assert (seen.stage, seen.may_hear, seen.own) == ("wants_listener", True, None)
    assert notes not in msgspec.json.encode(seen).decode()
    todo = (await fieldwork.get_fieldwork(lab_pool, s.lead, s.study_id)).calls
    assert todo is not None
    assert [each.dispatch_id for each in todo.unheard] == [one.dispatch_id]
    assert (await coding.get_coding(lab_pool, s.reader, s.study_id)).letter is None  # nothing to decide yet
    await hear(s.lead, msgspec.structs.replace(heard, heard="recording"))
    with pytest.raises(Conflict) as twice:
        await hear(s.lead)
    assert twice.value.what == "call_heard_already"
    caller = await calls.get_call(lab_pool, s.worker, s.study_id, one.dispatch_id)
    assert (caller.stage, caller.own and caller.own.outcome) == ("coded", "complies")
    await calls.make_call(lab_pool, s.worker, s.study_id, third.dispatch_id, a_call(s, at, "refuses"), now=at)
    await hear(s.lead, dispatch_id=third.dispatch_id)
    alike = await calls.get_call(lab_pool, s.worker, s.study_id, third.dispatch_id)
    assert alike.stage == caller.stage, "whether they agree would tell the caller what the listener said"
    assert "Ik hoorde nee" not in msgspec.json.encode(caller).decode()
    with pytest.raises(asyncpg.CheckViolationError):  # nor by a road around the service
        await lab_pool.execute("update lab.call set listener_id = account_id")
    # The recording is kept elsewhere, until its day; then it shouts until somebody says that it is gone.
    await lab_pool.execute("update lab.call set recording_until = '2026-10-05' where dispatch_id = $1", one.dispatch_id)
    shouting = (await studies.get_study(lab_pool, s.lead, s.study_id)).alarms
    assert shouting is not None
    assert shouting.recordings == (dt.date(2026, 10, 5) < dt.datetime.now(dt.UTC).date())
    await calls.recording_gone(lab_pool, s.lead, s.study_id, one.dispatch_id)
    with pytest.raises(Conflict):
        await calls.recording_gone(lab_pool, s.lead, s.study_id, one.dispatch_id)
    await calls.make_call(lab_pool, s.worker, s.study_id, other.dispatch_id, a_call(s, at), now=at)
    with pytest.raises(Unusable):
        await hear(s.lead, msgspec.structs.replace(heard, heard="recording"), other.dispatch_id)
    with pytest.raises(Conflict) as open_still:
        await codes.begin_again(lab_pool, s.lead, s.study_id, coding_again())
    assert open_still.value.what == "calls_still_made"


def coding_again() -> codes.NewRoundOfCoding:
    return codes.NewRoundOfCoding(reason="Opnieuw")


async def test_a_complaint_and_a_stop_end_the_calls(lab_pool: asyncpg.Pool, study: Study) -> None:
    s = study
    one, other = (await work_list.list_work(lab_pool, s.lead, s.study_id, "later", now=NOW)).items[:2]
    at = other.due_at + dt.timedelta(minutes=2)
    words = NewComplaint(received_on=NOW.date(), words="Bel ons niet.")
    assert await complaints.record_complaint(lab_pool, s.lead, s.study_id, one.dispatch_id, words, now=at) == 1
    assert (await calls.get_call(lab_pool, s.lead, s.study_id, one.dispatch_id)).stage == "stopped"
    with pytest.raises(StudyRefused):
        await calls.make_call(lab_pool, s.worker, s.study_id, one.dispatch_id, a_call(s, at), now=at)
    await fieldwork.stop(lab_pool, s.lead, s.study_id, "Even wachten")
    late = max(at, dt.datetime.now(dt.UTC))
    with pytest.raises(StudyRefused):
        await calls.make_call(lab_pool, s.worker, s.study_id, other.dispatch_id, a_call(s, late), now=late)


async def test_a_reader_who_was_the_second_is_not_overwritten(lab_pool: asyncpg.Pool, study: Study) -> None:
    """The protocol asked for no listener, a reader gave the second code; then an amendment asks for one."""
    s = study
    one = (await work_list.list_work(lab_pool, s.lead, s.study_id, "later", now=NOW)).items[0]
    at = one.due_at + dt.timedelta(minutes=2)
    await calls.make_call(lab_pool, s.worker, s.study_id, one.dispatch_id, a_call(s, at), now=at)
    await lab_pool.execute(
        "insert into lab.outcome_code (study_id, dispatch_id, account_id, turn, outcome) "
        "values ($1, $2, $3, 'second', 'complies')",
        s.study_id, one.dispatch_id, s.reader.account_id,
    )  # fmt: skip
    heard = HeardCall(heard="live", outcome="refuses", notes="Nee.")
    with pytest.raises(Conflict) as refused:
        await calls.hear_call(lab_pool, s.lead, s.study_id, one.dispatch_id, heard)
    assert refused.value.what == "call_heard_already"
    assert await lab_pool.fetchval("select outcome from lab.outcome_code where turn = 'second'") == "complies"


async def test_a_call_of_before_the_stop_is_written_down_after_it(lab_pool: asyncpg.Pool, study: Study) -> None:
    s = study
    one = (await work_list.list_work(lab_pool, s.lead, s.study_id, "later", now=NOW)).items[0]
    at = one.due_at + dt.timedelta(minutes=2)
    await fieldwork.stop(lab_pool, s.lead, s.study_id, "Even wachten")
    await lab_pool.execute("alter table lab.event disable trigger event_append_only")
    await lab_pool.execute("update lab.event set at = $1 where kind = 'study_stop'", at + dt.timedelta(minutes=5))
    await calls.make_call(lab_pool, s.worker, s.study_id, one.dispatch_id, a_call(s, at), now=at)
    assert (await calls.get_call(lab_pool, s.lead, s.study_id, one.dispatch_id)).stage == "wants_listener"


async def test_nobody_gives_a_call_a_loose_reply(lab_pool: asyncpg.Pool, study: Study) -> None:
    s = study
    one = (await work_list.list_work(lab_pool, s.lead, s.study_id, "later", now=NOW)).items[0]
    at = one.due_at + dt.timedelta(minutes=2)
    await calls.make_call(lab_pool, s.worker, s.study_id, one.dispatch_id, a_call(s, at), now=at)
    reply_id = await lab_pool.fetchval(
        "insert into lab.reply (study_id, fingerprint, kind, how, received_at) "
        "values ($1, 'x', 'reply', '{}', now()) returning reply_id",
        s.study_id,
    )
    with pytest.raises(StudyRefused) as refused:
        await replies.assign(lab_pool, s.worker, s.study_id, reply_id, Assigned(dispatch_id=one.dispatch_id))
    assert refused.value.reason == "study-of-calls"
