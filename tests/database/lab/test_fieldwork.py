"""The steps of the fieldwork, the work list, and the files of a dispatch."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import asyncpg
import pytest

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotAllowed, Unusable
from api.messages.lab.faults import StudyRefused
from api.services.lab import dispatch_files, fieldwork, sending, studies, work_list
from tests.database.lab.a_field import NOON, a_field, the
from tests.database.lab.a_study import START, a_person, a_study

WHY = "De school vraagt een pauze"


async def test_a_study_starts_with_a_plan_and_not_without(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    empty = await a_study(lab_pool, lead, state="registered", name="Leeg")
    with pytest.raises(StudyRefused) as refused:
        await fieldwork.start(lab_pool, lead, empty)
    assert refused.value.reason == "no-plan"
    assert (await studies.get_study(lab_pool, lead, empty)).state == "registered"
    field = await a_field(lab_pool, state="registered")
    await fieldwork.start(lab_pool, field.worker, field.study_id)
    assert (await studies.get_study(lab_pool, field.lead, field.study_id)).state == "running"
    with pytest.raises(StudyRefused) as again:
        await fieldwork.start(lab_pool, field.worker, field.study_id)
    assert again.value.reason == "study-step"


async def test_a_late_start_tells_what_has_passed(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, state="registered")
    planned = await lab_pool.fetchval("select count(*) from lab.dispatch where study_id = $1", field.study_id)
    first = await lab_pool.fetchval("select min(due_at) from lab.dispatch where study_id = $1", field.study_id)
    for now, passed in ((first, 0), (first + dt.timedelta(days=90), planned)):
        assert (await fieldwork.get_fieldwork(lab_pool, field.lead, field.study_id, now=now)).passed == passed
    await fieldwork.start(lab_pool, field.lead, field.study_id, now=first + dt.timedelta(days=90))
    assert await lab_pool.fetchval("select facts from lab.event where kind = 'study_start'") == {
        "dispatches": planned, "passed": planned,
    }  # fmt: skip


async def test_no_draft_is_started(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, state="draft")
    with pytest.raises(StudyRefused) as refused:
        await fieldwork.start(lab_pool, field.lead, field.study_id)
    assert refused.value.facts["state"] == "draft"


async def test_the_stop_button_stops_and_the_lead_goes_on(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    await fieldwork.stop(lab_pool, field.worker, field.study_id, WHY)
    with pytest.raises(StudyRefused) as refused:
        await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    assert (refused.value.reason, refused.value.facts["state"]) == ("study-action", "stopped")
    view = await fieldwork.get_fieldwork(lab_pool, field.worker, field.study_id)
    assert view.last_step is not None
    assert (view.last_step.kind, view.last_step.reason) == ("study_stop", WHY)
    with pytest.raises(NotAllowed):
        await fieldwork.resume(lab_pool, field.worker, field.study_id, "Het mag weer verder")
    await fieldwork.resume(lab_pool, field.lead, field.study_id, "Het mag weer verder")
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    assert (await the(lab_pool, field, "1-1"))["state"] == "sent"


@pytest.mark.parametrize(
    ("reason", "code"),
    [("", "missing"), ("nee", "too_short"), ("x" * 501, "too_long"), ("Klacht van bedrijf  GEHEIM 1.", "names_company"),
     ("mail aan a@b.test", "names_company")],
)  # fmt: skip
async def test_a_reason_is_said_and_names_no_company(lab_pool: asyncpg.Pool, reason: str, code: str) -> None:
    field = await a_field(lab_pool)
    with pytest.raises(Unusable) as refused:
        await fieldwork.stop(lab_pool, field.lead, field.study_id, reason)
    assert refused.value.fields == {"reason": code}
    assert (await studies.get_study(lab_pool, field.lead, field.study_id)).state == "running"


async def test_a_study_closes_when_the_days_are_over(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, dispatches="sent")
    early, late = START + dt.timedelta(days=27), START + dt.timedelta(days=29)
    with pytest.raises(Unusable) as refused:
        await fieldwork.close(lab_pool, field.lead, field.study_id, now=early)
    assert refused.value.fields == {"reason": "close_needs_reason"}
    await fieldwork.close(lab_pool, field.lead, field.study_id, now=late)
    row = await lab_pool.fetchrow("select state, fieldwork_ended_at from lab.study")
    assert (row["state"], row["fieldwork_ended_at"]) == ("closed", late)
    assert await lab_pool.fetch("select distinct state from lab.dispatch") == [("unanswered",)]


async def test_a_study_closes_early_with_a_reason_and_what_was_not_sent_never_is(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    await fieldwork.stop(lab_pool, field.lead, field.study_id, WHY)
    with pytest.raises(NotAllowed):
        await fieldwork.close(lab_pool, field.worker, field.study_id, WHY, now=NOON)
    await fieldwork.close(lab_pool, field.lead, field.study_id, WHY, now=NOON)
    states = await lab_pool.fetch("select state, count(*) from lab.dispatch group by state order by state")
    assert [tuple(row) for row in states] == [("stopped", 3), ("unanswered", 1)]


async def test_a_study_does_not_close_while_nobody_knows_what_was_sent(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    await lab_pool.execute(
        """update lab.dispatch set trouble = '{"what": "letter", "code": "sending-begun", "perhaps_sent": true,
            "at": "2027-02-01T12:00:00Z"}' where dispatch_id = '1-1'"""
    )
    with pytest.raises(Conflict):
        await fieldwork.close(lab_pool, field.lead, field.study_id, WHY, now=NOON)


async def test_the_work_list_has_now_today_and_later(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, number=3)

    async def ids(when: work_list.When, now: dt.datetime) -> list[str]:
        listed = await work_list.list_work(lab_pool, field.worker, field.study_id, when, now=now)
        return [one.dispatch_id for one in listed.items]

    before = START - dt.timedelta(minutes=1)
    assert (await ids("now", before), await ids("today", before)) == ([], ["1-1", "2-1", "3-1"])
    assert await ids("now", START) == ["1-1", "2-1", "3-1"]
    assert await ids("later", START) == ["1-2", "2-2", "3-2"]
    # The Dutch day begins at 23:00 UTC in winter.
    evening = dt.datetime(2027, 2, 1, 23, 0, tzinfo=dt.UTC)
    assert await ids("today", evening) == ["1-2", "2-2", "3-2"]
    page = await work_list.list_work(lab_pool, field.worker, field.study_id, "now", number=2, size=2, now=NOON)
    assert (page.total, [one.dispatch_id for one in page.items]) == (3, ["3-1"])
    assert page.items[0].overdue
    assert page.items[0].state == "due"
    on_time = await work_list.list_work(lab_pool, field.worker, field.study_id, "now", now=START)
    assert not on_time.items[0].overdue


async def test_the_calendar_counts_days_and_its_file_names_nobody(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, number=3)
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    days = await work_list.calendar(lab_pool, field.worker, field.study_id)
    assert [(one.day.isoformat(), one.number, one.still_open) for one in days] == [
        ("2027-02-01", 3, 2), ("2027-02-02", 3, 3),
    ]  # fmt: skip
    file = (await work_list.calendar_file(lab_pool, field.worker, field.study_id, now=NOON)).content.decode()
    assert file.count("BEGIN:VEVENT") == 5
    assert "DTSTART:20270202T080000Z" in file
    assert "SUMMARY:B-0002 / 1\r\n" in file
    assert all(word not in file for word in ("Geheim", "geheim", "Murat", "Tim"))


async def test_a_dispatch_is_shown_with_company_and_letter(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    view = await work_list.get_dispatch(lab_pool, field.worker, field.study_id, "2-1", now=NOON)
    assert (view.company, view.contact_email, view.name) == (
        "Bedrijf Geheim 2", "werk2@bedrijf-geheim.test", "Murat Yilmaz",
    )  # fmt: skip
    assert (view.pseudonym, view.state, view.others) == ("B-0002", "due", ("2-2",))
    assert view.letter == ("Ik zoek een stage. (minority)",)


async def test_the_files_of_a_pair_do_not_look_alike(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    for part in ("letter", "cv"):
        one, other = [
            await dispatch_files.one_file(lab_pool, field.worker, field.study_id, dispatch_id, part, "pdf")  # type: ignore[arg-type]  # both parts are
            for dispatch_id in ("1-1", "1-2")
        ]
        assert one.content.startswith(b"%PDF-")
        assert abs(len(one.content) - len(other.content)) > 100
    word = await dispatch_files.one_file(lab_pool, field.worker, field.study_id, "1-1", "cv", "docx")
    assert word.name == "CV Tim van Dijk.docx"
    assert word.content.startswith(b"PK")


async def test_the_documents_of_today_come_in_one_archive(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    file = await dispatch_files.files_of_today(lab_pool, field.worker, field.study_id, now=NOON)
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        names = archive.namelist()
    assert len(names) == 8
    assert "B-0001-1/Brief Tim van Dijk.pdf" in names
    assert "Geheim" not in "".join(names)


async def test_without_the_key_file_there_are_no_documents(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    await lab_pool.execute("update lab.frame_entry set entry = null")
    with pytest.raises(Conflict):
        await dispatch_files.one_file(lab_pool, field.worker, field.study_id, "1-1", "cv", "pdf")
    assert (await work_list.get_dispatch(lab_pool, field.worker, field.study_id, "1-1")).company == ""


async def test_coders_see_none_of_it(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    coder: Actor = field.coder
    for call in (
        fieldwork.get_fieldwork(lab_pool, coder, field.study_id),
        fieldwork.start(lab_pool, coder, field.study_id),
        fieldwork.stop(lab_pool, coder, field.study_id, WHY),
        fieldwork.close(lab_pool, coder, field.study_id, WHY),
        work_list.list_work(lab_pool, coder, field.study_id, "now"),
        work_list.calendar(lab_pool, coder, field.study_id),
        work_list.calendar_file(lab_pool, coder, field.study_id),
        work_list.get_dispatch(lab_pool, coder, field.study_id, "1-1"),
        dispatch_files.one_file(lab_pool, coder, field.study_id, "1-1", "cv", "pdf"),
        dispatch_files.files_of_today(lab_pool, coder, field.study_id),
    ):
        with pytest.raises(NotAllowed):
            await call
