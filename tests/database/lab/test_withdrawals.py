"""The withdrawal clock, complaints, and companies that found out."""

from __future__ import annotations

import datetime as dt

import asyncpg
import pytest

from api.messages.faults import Conflict, NotAllowed, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import Alarms, NewComplaint, NewReply
from api.services.lab import complaints, fieldwork, replies, sending, studies, withdrawals
from api.services.lab.tokens import withdrawal_token
from tests.database.lab.a_field import DOMAIN, NOON, Field, a_field, a_mail, a_mailbox, server_at, the
from tests.database.lab.a_study import START
from tests.mail.smtp_servers import Letterbox, smtp_server
from tests.pure.lab.protocol.examples import example_protocol

TEXT = example_protocol().ethics.withdrawal_text_nl
#: The clocks go forward in the night before Sunday 28 March 2027, at 02:00 Dutch time.
SATURDAY = dt.datetime(2027, 3, 27, 20, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


async def positive(
    pool: asyncpg.Pool, field: Field, at: dt.datetime = NOON, dispatch_id: str = "1-1", text: str = "Kom maandag"
) -> None:
    """The company calls the applicant."""
    call = NewReply(kind="call", at=at, text=text, positive=True)
    await replies.record_by_hand(pool, field.worker, field.study_id, dispatch_id, call, now=at)


async def test_a_positive_answer_is_owed_a_withdrawal_within_a_day(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, dispatches="sent")
    await positive(lab_pool, field)

    async def state(now: dt.datetime) -> tuple[str, int | None]:
        (task,) = (await withdrawals.list_withdrawals(lab_pool, field.worker, field.study_id, now=now)).tasks
        return task.state, task.minutes_left

    assert await state(NOON + HOUR) == ("open", 23 * 60)
    assert await state(NOON + 24 * HOUR) == ("open", 0)
    assert await state(NOON + 25 * HOUR) == ("overdue", -60)
    await withdrawals.withdraw_by_hand(
        lab_pool, field.worker, field.study_id, "1-1", NOON + 2 * HOUR, now=NOON + 25 * HOUR
    )
    assert await state(NOON + 25 * HOUR) == ("done", None)
    assert (await the(lab_pool, field, "1-1"))["state"] == "withdrawn"
    with pytest.raises(Conflict):
        await withdrawals.withdraw_by_hand(
            lab_pool, field.worker, field.study_id, "1-1", NOON + 3 * HOUR, now=NOON + 25 * HOUR
        )


async def test_a_day_is_twenty_four_real_hours_when_the_clocks_change(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, dispatches="sent", due=SATURDAY - 24 * HOUR)
    await positive(lab_pool, field, SATURDAY)  # 21:00 on Dutch clocks; a day later they show 22:00
    listed = await withdrawals.list_withdrawals(lab_pool, field.worker, field.study_id, now=SATURDAY)
    (task,) = listed.tasks
    assert task.due_at == dt.datetime(2027, 3, 28, 20, 0, tzinfo=dt.UTC)
    assert listed.hours == 24
    for hours, state in ((23.9, "open"), (24.1, "overdue")):
        now = SATURDAY + dt.timedelta(hours=hours)
        assert (await withdrawals.list_withdrawals(lab_pool, field.worker, field.study_id, now=now)).tasks[
            0
        ].state == state


async def test_what_is_late_shouts_on_every_page_of_the_study_but_not_to_coders(lab_pool: asyncpg.Pool) -> None:
    past = dt.datetime.now(dt.UTC) - dt.timedelta(days=5)
    field = await a_field(lab_pool, dispatches="sent", due=past)
    assert (await studies.get_study(lab_pool, field.worker, field.study_id)).alarms == Alarms()
    await positive(lab_pool, field, past + HOUR)
    await positive(lab_pool, field, dt.datetime.now(dt.UTC), "2-1")
    for actor in (field.lead, field.worker):
        assert (await studies.get_study(lab_pool, actor, field.study_id)).alarms == Alarms(overdue=1, open=1)
    assert (await studies.get_study(lab_pool, field.coder, field.study_id)).alarms is None


async def test_the_withdrawal_goes_into_the_thread_with_the_words_of_the_protocol(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, dispatches="sent")
    rows = [await the(lab_pool, field, one) for one in ("1-1", "1-2")]
    mails = [
        a_mail(f"{row['identity']}+{row['token']}@{DOMAIN}", sender="chef@bedrijf-geheim.test", number=str(place),
               at="Wed, 03 Feb 2027 10:00:00 +0100")
        for place, row in enumerate(rows)
    ]  # fmt: skip
    now = START + dt.timedelta(days=3)
    await replies.import_file(lab_pool, field.worker, field.study_id, a_mailbox(*mails), now=now)
    for one in await replies.list_not_judged(lab_pool, field.worker, field.study_id):
        await replies.judge(lab_pool, field.worker, field.study_id, one.reply_id, positive=True)
    box = Letterbox()
    with smtp_server(box) as port:
        for dispatch_id in ("1-1", "1-2"):
            assert await withdrawals.withdraw_now(
                lab_pool, field.worker, field.study_id, dispatch_id, server_at(port), now=now
            ) is None  # fmt: skip
        with pytest.raises(Conflict):
            await withdrawals.withdraw_now(lab_pool, field.worker, field.study_id, "1-1", server_at(port), now=now)
    one, other = box.mails()
    assert one.get_content() == other.get_content()
    assert one.get_content().strip() == TEXT
    assert (one["In-Reply-To"], other["In-Reply-To"]) == ("<0@bedrijf-geheim.test>", "<1@bedrijf-geheim.test>")
    assert (one["To"], one["Subject"]) == ("chef@bedrijf-geheim.test", "Re: Sollicitatie stage")
    assert one["Message-ID"] == f"<{withdrawal_token(rows[0]['token'])}@{DOMAIN}>"
    # An answer to the withdrawal finds the same application.
    thanks = a_mail(
        f"majority+{withdrawal_token(rows[0]['token'])}@{DOMAIN}", number="9", text="Jammer!",
        at="Fri, 05 Feb 2027 10:00:00 +0100", more=f"In-Reply-To: {one['Message-ID']}\n",
    )  # fmt: skip
    done = await replies.import_file(lab_pool, field.worker, field.study_id, thanks, now=now + dt.timedelta(days=2))
    assert done.matched == 1
    assert (await the(lab_pool, field, "1-1"))["state"] == "withdrawn"


async def test_a_second_positive_answer_asks_for_a_second_withdrawal(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, dispatches="sent")
    await withdrawals.withdraw_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    await positive(lab_pool, field, NOON + HOUR)
    (task,) = (await withdrawals.list_withdrawals(lab_pool, field.worker, field.study_id, now=NOON + HOUR)).tasks
    assert task.state == "open"
    await withdrawals.withdraw_by_hand(
        lab_pool, field.worker, field.study_id, "1-1", NOON + 2 * HOUR, now=NOON + 2 * HOUR
    )
    (task,) = (await withdrawals.list_withdrawals(lab_pool, field.worker, field.study_id, now=NOON + HOUR)).tasks
    assert task.state == "done"


async def test_a_withdrawal_that_perhaps_was_sent_waits_for_a_person(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, dispatches="sent")
    await positive(lab_pool, field)
    with smtp_server(Letterbox(content="hang up")) as port:
        trouble = await withdrawals.withdraw_now(
            lab_pool, field.worker, field.study_id, "1-1", server_at(port), now=NOON
        )
        assert trouble is not None
        assert trouble.perhaps_sent
        with pytest.raises(StudyRefused) as refused:
            await withdrawals.withdraw_now(lab_pool, field.worker, field.study_id, "1-1", server_at(port), now=NOON)
    assert refused.value.reason == "dispatch-perhaps-sent"
    await sending.resolve(lab_pool, field.worker, field.study_id, "1-1", arrived=True, now=NOON + HOUR)
    (task,) = (await withdrawals.list_withdrawals(lab_pool, field.worker, field.study_id, now=NOON + HOUR)).tasks
    assert (task.state, task.sent_at) == ("done", NOON)


async def test_withdrawals_go_on_while_the_study_is_stopped(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, dispatches="sent")
    await positive(lab_pool, field)
    await fieldwork.stop(lab_pool, field.lead, field.study_id, "De school vraagt een pauze")
    await withdrawals.withdraw_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    assert (await the(lab_pool, field, "1-1"))["state"] == "withdrawn"


async def test_nobody_withdraws_what_was_not_sent_or_before_it_happens(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    with pytest.raises(StudyRefused) as refused:
        await withdrawals.withdraw_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    assert refused.value.reason == "dispatch-step"
    with pytest.raises(Unusable):
        await withdrawals.withdraw_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON + HOUR, now=NOON)


async def test_nobody_withdraws_before_he_applied(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, dispatches="sent")
    with pytest.raises(Unusable) as refused:
        await withdrawals.withdraw_by_hand(
            lab_pool, field.worker, field.study_id, "1-1", START - dt.timedelta(minutes=1), now=NOON
        )
    assert refused.value.fields == {"at": "before_sent"}


async def test_a_complaint_ends_the_part_of_a_company(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    asked = NewComplaint(received_on=NOON.date(), words="Bedrijf Geheim 1 wil dit niet.")
    assert await complaints.record_complaint(lab_pool, field.worker, field.study_id, "1-1", asked, now=NOON) == 1
    assert [(await the(lab_pool, field, one))["state"] for one in ("1-1", "1-2", "2-1")] == [
        "sent",
        "stopped",
        "planned",
    ]
    blocked = await lab_pool.fetchrow("select identity, reason from lab.blocked_company")
    assert (blocked["identity"]["kvk"], blocked["reason"]) == ("10000001", "Klacht")
    assert "Geheim" not in str(await lab_pool.fetch("select subject, facts from lab.event"))
    # The company is owed a withdrawal of what it has.
    await withdrawals.withdraw_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)


@pytest.mark.parametrize(
    ("day", "words", "fields"),
    [(2, "Stop", {"received_on": "in_future"}), (1, " ", {"words": "missing"}), (1, "x" * 4001, {"words": "too_long"})],
)
async def test_a_complaint_has_words_and_a_day(
    lab_pool: asyncpg.Pool, day: int, words: str, fields: dict[str, str]
) -> None:
    field = await a_field(lab_pool)
    with pytest.raises(Unusable) as refused:
        await complaints.record_complaint(
            lab_pool, field.worker, field.study_id, "1-1",
            NewComplaint(received_on=dt.date(2027, 2, day), words=words), now=NOON,
        )  # fmt: skip
    assert refused.value.fields == fields
    assert (await the(lab_pool, field, "1-2"))["state"] == "planned"


async def test_a_company_that_found_out_gets_nothing_more(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    with pytest.raises(StudyRefused):
        await complaints.record_detection(lab_pool, field.worker, field.study_id, "1-1")
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    await complaints.record_detection(lab_pool, field.worker, field.study_id, "1-1")
    assert [(await the(lab_pool, field, one))["state"] for one in ("1-1", "1-2")] == ["detected", "stopped"]
    await positive(lab_pool, field)
    await withdrawals.withdraw_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    assert (await the(lab_pool, field, "1-1"))["state"] == "detected"


async def test_coders_withdraw_nothing_and_record_no_complaint(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool, dispatches="sent")
    coder, study = field.coder, field.study_id
    for call in (
        withdrawals.list_withdrawals(lab_pool, coder, study),
        withdrawals.withdraw_by_hand(lab_pool, coder, study, "1-1", NOON, now=NOON),
        withdrawals.withdraw_now(lab_pool, coder, study, "1-1", None, now=NOON),
        complaints.record_complaint(
            lab_pool, coder, study, "1-1", NewComplaint(received_on=NOON.date(), words="Stop"), now=NOON
        ),
        complaints.record_detection(lab_pool, coder, study, "1-1"),
    ):
        with pytest.raises(NotAllowed):
            await call
