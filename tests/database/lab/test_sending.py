"""Sending: by hand, and by a real mail server; what nobody knows is never sent twice."""

from __future__ import annotations

import asyncio
import datetime as dt

import asyncpg
import pytest

from api.messages.faults import NotAllowed, NotFound, Unusable
from api.messages.lab.faults import StudyRefused
from api.services.lab import fieldwork, sending, tries
from api.services.lab.addresses import new_token
from tests.database.lab.a_field import DOMAIN, NOON, Field, a_field, server_at, the
from tests.database.lab.a_study import START
from tests.mail.smtp_servers import Letterbox, closed_port, smtp_server

DAY = dt.timedelta(days=1)


async def refusal(pool: asyncpg.Pool, field: Field, dispatch_id: str, at: dt.datetime) -> str:
    """Why it may not be sent by hand at a moment."""
    with pytest.raises(StudyRefused) as refused:
        await sending.send_by_hand(pool, field.worker, field.study_id, dispatch_id, at, now=at)
    return refused.value.reason


async def test_sent_by_hand_at_its_moment(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", START, now=NOON)
    row = await the(lab_pool, field, "1-1")
    assert (row["state"], row["sent_at"], row["sent_how"], row["sent_by"]) == (
        "sent", START, "hand", field.worker.account_id,
    )  # fmt: skip
    event = await lab_pool.fetchrow("select kind, subject, facts from lab.event order by event_number desc limit 1")
    assert tuple(event) == ("dispatch_sent", f"dispatch:{field.study_id}:1-1", {"how": "hand"})


async def test_each_moment_that_is_wrong_has_its_own_reason(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    assert await refusal(lab_pool, field, "1-1", START - dt.timedelta(minutes=1)) == "not-due-yet"
    assert await refusal(lab_pool, field, "1-2", START + DAY) == "first-not-sent"
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", START + DAY, now=START + DAY)
    assert await refusal(lab_pool, field, "1-1", START + DAY) == "dispatch-step"
    # The first went late: the second keeps its distance of twenty hours all the same.
    assert await refusal(lab_pool, field, "1-2", START + DAY + dt.timedelta(hours=19)) == "delay-too-short"
    await lab_pool.execute("update lab.dispatch set from_address = 'x@elders.test' where dispatch_id = '2-1'")
    assert await refusal(lab_pool, field, "2-1", NOON) == "sender-outside-domain"


@pytest.mark.parametrize("state", ["draft", "registered", "stopped", "closed", "coded", "archived"])
async def test_nothing_goes_before_the_gates_or_after_the_end(lab_pool: asyncpg.Pool, state: str) -> None:
    field = await a_field(lab_pool, state=state)
    assert await refusal(lab_pool, field, "1-1", NOON) == "study-action"


async def test_what_went_before_the_stop_is_written_down_after_it(lab_pool: asyncpg.Pool) -> None:
    """Else a company that answers could never get its withdrawal."""
    field = await a_field(lab_pool)
    await fieldwork.stop(lab_pool, field.worker, field.study_id, "Even wachten")
    await lab_pool.execute("alter table lab.event disable trigger event_append_only")
    await lab_pool.execute("update lab.event set at = $1 where kind = 'study_stop'", NOON)
    before, after = NOON - dt.timedelta(hours=1), NOON + dt.timedelta(minutes=1)
    with pytest.raises(StudyRefused) as refused:
        await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", after, now=after)
    assert refused.value.reason == "study-action"
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", before, now=after)
    assert (await the(lab_pool, field, "1-1"))["sent_at"] == before


async def test_a_moment_to_come_is_none(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    for at, code in ((NOON + DAY, "in_future"), (NOON.replace(tzinfo=None), "not_moment")):
        with pytest.raises(Unusable) as refused:
            await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", at, now=NOON)
        assert refused.value.fields == {"at": code}
    with pytest.raises(NotFound):
        await sending.send_by_hand(lab_pool, field.worker, field.study_id, "9-9", NOON, now=NOON)


async def test_an_establishment_is_tested_once_a_pair(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-1", NOON, now=NOON)
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "1-2", NOON + DAY, now=NOON + DAY)
    (row,) = await lab_pool.fetch("select identity, on_day from lab.tested_establishment")
    assert (row["identity"]["kvk"], row["on_day"]) == ("10000001", NOON.date())


async def test_a_company_that_is_left_alone_gets_nothing(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    await lab_pool.execute(
        "insert into lab.blocked_company (identity, reason, account_id) values ($1, 'Klacht', $2)",
        {"company": "Elders", "kvk": "10000001"}, field.lead.account_id,
    )  # fmt: skip
    assert await refusal(lab_pool, field, "1-1", NOON) == "dispatch-company-left-alone"
    await sending.send_by_hand(lab_pool, field.worker, field.study_id, "2-1", NOON, now=NOON)


async def test_a_letter_goes_by_mail(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    box = Letterbox()
    with smtp_server(box) as port:
        assert await sending.send_now(
            lab_pool, field.worker, field.study_id, "1-1", server_at(port), now=NOON
        ) is None  # fmt: skip
    (mail,) = box.mails()
    row = await the(lab_pool, field, "1-1")
    assert mail["To"] == "werk1@bedrijf-geheim.test"
    assert mail["From"] == f"Tim van Dijk <majority@{DOMAIN}>"
    assert mail["Message-ID"] == row["message_id"] == f"<{row['token']}@{DOMAIN}>"
    assert [part.get_filename() for part in mail.iter_attachments()] == [
        "Brief Tim van Dijk.pdf",
        "CV Tim van Dijk.pdf",
    ]
    assert (row["state"], row["sent_at"], row["sent_how"], row["trouble"]) == ("sent", NOON, "smtp", None)


async def test_two_clicks_send_one_letter(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    box = Letterbox()
    with smtp_server(box) as port:
        ends = await asyncio.gather(
            *(
                sending.send_now(lab_pool, who, field.study_id, "1-1", server_at(port), now=NOON)
                for who in (field.lead, field.worker, field.worker)
            ),
            return_exceptions=True,
        )
    assert len(box.envelopes) == 1
    assert ends.count(None) == 1
    refused = [end for end in ends if isinstance(end, StudyRefused)]
    assert {one.reason for one in refused} <= {"dispatch-perhaps-sent", "dispatch-step"}
    assert len(refused) == 2


async def test_outside_the_allowed_domains_nothing_goes(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    box = Letterbox()
    with smtp_server(box) as port:
        server = server_at(port, domains=("proef.test",))
        trouble = await sending.send_now(lab_pool, field.worker, field.study_id, "1-1", server, now=NOON)
    assert trouble is not None
    assert (trouble.code, trouble.perhaps_sent) == ("recipient-not-allowed", False)
    assert box.envelopes == []
    assert (await the(lab_pool, field, "1-1"))["state"] == "planned"


async def test_what_failed_for_sure_may_be_tried_again(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    server = server_at(closed_port())
    trouble = await sending.send_now(lab_pool, field.worker, field.study_id, "1-1", server, now=NOON)
    assert trouble is not None
    assert trouble.code == "server-not-reachable"
    box = Letterbox()
    with smtp_server(box) as port:
        await sending.send_now(lab_pool, field.worker, field.study_id, "1-1", server_at(port), now=NOON)
    assert len(box.envelopes) == 1
    assert "bedrijf" not in str(await lab_pool.fetch("select facts from lab.event"))


async def test_what_perhaps_was_sent_waits_for_a_person(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    box = Letterbox(content="hang up")
    with smtp_server(box) as port:
        for dispatch_id in ("1-1", "2-1"):
            trouble = await sending.send_now(
                lab_pool, field.worker, field.study_id, dispatch_id, server_at(port), now=NOON
            )
            assert trouble is not None
            assert trouble.perhaps_sent
            with pytest.raises(StudyRefused) as refused:
                await sending.send_now(lab_pool, field.lead, field.study_id, dispatch_id, server_at(port), now=NOON)
            assert refused.value.reason == "dispatch-perhaps-sent"
            assert await refusal(lab_pool, field, dispatch_id, NOON) == "dispatch-perhaps-sent"
    assert len(box.envelopes) == 2
    await sending.resolve(lab_pool, field.worker, field.study_id, "1-1", arrived=True, now=NOON + DAY)
    row = await the(lab_pool, field, "1-1")
    assert (row["state"], row["sent_at"], row["message_id"]) == ("sent", NOON, f"<{row['token']}@{DOMAIN}>")
    await sending.resolve(lab_pool, field.worker, field.study_id, "2-1", arrived=False, now=NOON + DAY)
    assert (await the(lab_pool, field, "2-1"))["trouble"] is None
    with pytest.raises(StudyRefused) as again:
        await sending.resolve(lab_pool, field.worker, field.study_id, "2-1", arrived=True, now=NOON + DAY)
    assert again.value.reason == "dispatch-not-unclear"


async def test_a_program_that_died_in_between_leaves_its_mark(
    lab_pool: asyncpg.Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = await a_field(lab_pool)

    async def dies(*_: object) -> None:
        raise SystemError("the power went")

    monkeypatch.setattr(sending, "send_letter", dies)
    with pytest.raises(SystemError):
        await sending.send_now(lab_pool, field.worker, field.study_id, "1-1", server_at(25), now=NOON)
    assert (await the(lab_pool, field, "1-1"))["trouble"]["code"] == tries.BEGUN
    assert await refusal(lab_pool, field, "1-1", NOON) == "dispatch-perhaps-sent"
    with pytest.raises(StudyRefused) as early:
        await sending.resolve(lab_pool, field.worker, field.study_id, "1-1", arrived=True, now=NOON)
    assert early.value.reason == "dispatch-being-sent"
    await sending.resolve(lab_pool, field.worker, field.study_id, "1-1", arrived=False, now=NOON + tries.A_TRY)


async def test_without_a_server_or_an_address_nothing_is_tried(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    with pytest.raises(StudyRefused) as off:
        await sending.send_now(lab_pool, field.worker, field.study_id, "1-1", None, now=NOON)
    assert off.value.reason == "dispatch-sending-off"
    await lab_pool.execute("update lab.frame_entry set entry = entry || '{\"contact_email\": null}'")
    with pytest.raises(StudyRefused) as nowhere:
        await sending.send_now(lab_pool, field.worker, field.study_id, "1-1", server_at(25), now=NOON)
    assert nowhere.value.reason == "dispatch-without-address"
    assert (await the(lab_pool, field, "1-1"))["trouble"] is None


async def test_a_token_that_can_be_guessed_is_refused(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    await lab_pool.execute("update lab.dispatch set token = 'kort' where dispatch_id = '1-1'")
    trouble = await sending.send_now(lab_pool, field.worker, field.study_id, "1-1", server_at(25), now=NOON)
    assert trouble is not None
    assert trouble.code == "token-guessable"
    assert len(new_token()) == 16


async def test_coders_send_nothing(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    for call in (
        sending.send_by_hand(lab_pool, field.coder, field.study_id, "1-1", NOON, now=NOON),
        sending.send_now(lab_pool, field.coder, field.study_id, "1-1", server_at(25), now=NOON),
        sending.resolve(lab_pool, field.coder, field.study_id, "1-1", arrived=True),
    ):
        with pytest.raises(NotAllowed):
            await call
