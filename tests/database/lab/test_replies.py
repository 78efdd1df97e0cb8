"""Replies: matched, kept once, redacted; what is unclear waits for a person."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import asyncpg
import pytest

from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import Assigned, Imported, NewReply
from api.services.lab import replies, sending, work_list
from api.services.lab.imap_folder import MailboxClosed
from api.settings import ReplyMailbox
from tests.database.lab.a_field import DOMAIN, NOON, Field, a_field, a_mail, a_mailbox, the
from tests.database.lab.a_study import START
from tests.mail.imap_servers import append, imap_server
from tests.mail.smtp_servers import NOBODY

AFTER = START + dt.timedelta(days=3)


async def sent(pool: asyncpg.Pool, **words: object) -> Field:
    """A study with two pairs, everything sent."""
    return await a_field(pool, dispatches="sent", **words)  # type: ignore[arg-type]  # handed on


async def reply_to(pool: asyncpg.Pool, field: Field, dispatch_id: str) -> str:
    row = await the(pool, field, dispatch_id)
    local = row["from_address"].partition("@")[0]
    return f"{local}+{row['token']}@{DOMAIN}"


async def test_a_reply_finds_its_letter_and_coders_read_it_without_names(lab_pool: asyncpg.Pool) -> None:
    field = await sent(lab_pool)
    mail = a_mail(await reply_to(lab_pool, field, "1-1"))
    done = await replies.import_file(lab_pool, field.worker, field.study_id, a_mailbox(mail), now=AFTER)
    assert (done.matched, done.loose, done.known) == (1, 0, 0)
    assert (await the(lab_pool, field, "1-1"))["state"] == "replied"
    row = await lab_pool.fetchrow("select * from lab.reply")
    assert (row["dispatch_id"], row["kind"], row["received_at"]) == ("1-1", "reply", START.replace(hour=13))
    assert "token" in row["how"]["rules"]
    assert "maandag" in row["redacted"]
    assert all(word not in row["redacted"] for word in ("Geheim", "Tim", "Chef", "geheim"))
    view = await work_list.get_dispatch(lab_pool, field.worker, field.study_id, "1-1")
    assert "Kom maandag langs" in view.replies[0].text
    assert "Geheim" not in str(await lab_pool.fetch("select facts, subject from lab.event"))


async def test_the_same_mailbox_twice_changes_nothing(lab_pool: asyncpg.Pool) -> None:
    field = await sent(lab_pool)
    mailbox = a_mailbox(a_mail(await reply_to(lab_pool, field, "1-1")), a_mail("iemand@elders.test", number="2"))
    await replies.import_file(lab_pool, field.worker, field.study_id, mailbox, now=AFTER)
    again = await replies.import_file(lab_pool, field.lead, field.study_id, mailbox, now=AFTER)
    assert (again.matched, again.loose, again.known) == (0, 0, 2)
    assert await lab_pool.fetchval("select count(*) from lab.reply") == 2


async def test_a_machine_is_no_answer_and_a_bounce_no_refusal(lab_pool: asyncpg.Pool) -> None:
    field = await sent(lab_pool)
    away = a_mail(await reply_to(lab_pool, field, "1-1"), more="Auto-Submitted: auto-replied\n")
    bounce = a_mail(
        await reply_to(lab_pool, field, "2-1"), sender="mailer-daemon@bedrijf-geheim.test", number="2",
        subject="Undelivered Mail Returned to Sender", more="X-Failed-Recipients: werk2@bedrijf-geheim.test\n",
    )  # fmt: skip
    done = await replies.import_file(lab_pool, field.worker, field.study_id, a_mailbox(away, bounce), now=AFTER)
    assert (done.matched, done.automatic, done.bounces) == (0, 1, 1)
    assert (await the(lab_pool, field, "1-1"))["state"] == "sent"
    assert (await the(lab_pool, field, "2-1"))["state"] == "undeliverable"
    # The company answered all the same: kept, and nothing is undone.
    mail = a_mail(await reply_to(lab_pool, field, "2-1"), number="3")
    assert (await replies.import_file(lab_pool, field.worker, field.study_id, mail, now=AFTER)).matched == 1
    assert (await the(lab_pool, field, "2-1"))["state"] == "undeliverable"


async def test_what_matches_nothing_or_two_waits_for_a_person(lab_pool: asyncpg.Pool) -> None:
    field = await sent(lab_pool)
    nothing = a_mail("iemand@elders.test", number="1")
    two = a_mail(
        f"majority@{DOMAIN}",
        sender="iemand@gmail.com",
        subject="Stage",
        number="2",
        at="Tue, 02 Feb 2027 14:00:00 +0100",
    )
    done = await replies.import_file(lab_pool, field.worker, field.study_id, a_mailbox(nothing, two), now=AFTER)
    assert (done.matched, done.loose) == (0, 2)
    loose = await replies.list_loose(lab_pool, field.worker, field.study_id)
    assert [one.candidates for one in loose.items] == [(), ("1-1", "2-2")]
    await replies.assign(lab_pool, field.worker, field.study_id, loose.items[1].reply_id, Assigned(dispatch_id="2-2"))
    assert (await the(lab_pool, field, "2-2"))["state"] == "replied"
    assert "Geheim" not in await lab_pool.fetchval("select redacted from lab.reply where dispatch_id = '2-2'")
    await replies.assign(
        lab_pool, field.worker, field.study_id, loose.items[0].reply_id, Assigned(reason="Reclame voor bloemen")
    )
    assert (await replies.list_loose(lab_pool, field.worker, field.study_id)).total == 0
    aside = await replies.list_loose(lab_pool, field.worker, field.study_id, set_aside=True)
    assert [one.set_aside for one in aside.items] == ["Reclame voor bloemen"]
    # What was set aside can still be given its place.
    await replies.assign(lab_pool, field.worker, field.study_id, loose.items[0].reply_id, Assigned(dispatch_id="1-1"))
    with pytest.raises(Conflict):
        await replies.assign(
            lab_pool, field.worker, field.study_id, loose.items[0].reply_id, Assigned(dispatch_id="1-2")
        )


async def test_a_reply_goes_to_no_letter_that_is_not_there_or_not_sent(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    await replies.import_file(lab_pool, field.worker, field.study_id, a_mail("x@elders.test"), now=AFTER)
    (loose,) = (await replies.list_loose(lab_pool, field.worker, field.study_id)).items
    for dispatch_id, code in (("9-9", "no_such_dispatch"), ("1-1", "dispatch_not_sent")):
        with pytest.raises(Unusable) as refused:
            await replies.assign(
                lab_pool, field.worker, field.study_id, loose.reply_id, Assigned(dispatch_id=dispatch_id)
            )
        assert refused.value.fields == {"dispatch_id": code}
    with pytest.raises(Unusable) as why:
        await replies.assign(lab_pool, field.worker, field.study_id, loose.reply_id, Assigned())
    assert why.value.fields == {"reason": "missing"}


async def test_a_date_to_come_or_none_starts_the_clock_now(lab_pool: asyncpg.Pool) -> None:
    field = await sent(lab_pool)
    later = a_mail(await reply_to(lab_pool, field, "1-1"), at="Mon, 01 Feb 2038 14:00:00 +0100")
    none = a_mail(await reply_to(lab_pool, field, "2-1"), at="ooit", number="2")
    await replies.import_file(lab_pool, field.worker, field.study_id, a_mailbox(later, none), now=AFTER)
    assert await lab_pool.fetch("select distinct received_at from lab.reply") == [(AFTER,)]


async def test_a_file_of_another_kind_says_so(lab_pool: asyncpg.Pool) -> None:
    field = await sent(lab_pool)
    done = await replies.import_file(lab_pool, field.worker, field.study_id, b"PK\x03\x04 is no mailbox", now=AFTER)
    assert [one.code for one in done.findings] == ["mailbox-of-another-kind"]
    assert done.matched == done.loose == 0


@pytest.mark.parametrize("state", ["draft", "registered", "archived"])
async def test_replies_come_in_from_start_to_end(lab_pool: asyncpg.Pool, state: str) -> None:
    field = await a_field(lab_pool, state=state)
    with pytest.raises(StudyRefused) as refused:
        await replies.import_file(lab_pool, field.worker, field.study_id, a_mail("x@elders.test"))
    assert refused.value.facts["action"] == "record_reply"


async def test_a_call_is_written_down_once(lab_pool: asyncpg.Pool) -> None:
    field = await sent(lab_pool)
    call = NewReply(kind="call", at=NOON, text="Bedrijf Geheim 1 belde: Tim mag komen.", positive=True)
    await replies.record_by_hand(lab_pool, field.worker, field.study_id, "1-1", call, now=AFTER)
    row = await lab_pool.fetchrow("select kind, redacted, positive from lab.reply")
    assert (row["kind"], row["positive"]) == ("call", True)
    assert "Geheim" not in row["redacted"]
    assert (await the(lab_pool, field, "1-1"))["state"] == "replied"
    with pytest.raises(Conflict):
        await replies.record_by_hand(lab_pool, field.worker, field.study_id, "1-1", call, now=AFTER)


@pytest.mark.parametrize(
    ("at", "text", "fields"),
    [(AFTER + dt.timedelta(days=1), "Kom langs", {"at": "in_future"}), (NOON, " ", {"text": "missing"}),
     (NOON, "x" * 20_001, {"text": "too_long"}), (START - dt.timedelta(days=1), "Kom", {"at": "before_sent"})],
)  # fmt: skip
async def test_a_call_that_cannot_be_is_not_kept(
    lab_pool: asyncpg.Pool, at: dt.datetime, text: str, fields: dict[str, str]
) -> None:
    field = await sent(lab_pool)
    with pytest.raises(Unusable) as refused:
        await replies.record_by_hand(
            lab_pool, field.worker, field.study_id, "1-1", NewReply(kind="call", at=at, text=text), now=AFTER
        )
    assert refused.value.fields == fields
    assert await lab_pool.fetchval("select count(*) from lab.reply") == 0


async def test_nobody_answers_a_letter_that_was_not_sent(lab_pool: asyncpg.Pool) -> None:
    field = await a_field(lab_pool)
    with pytest.raises(StudyRefused) as refused:
        await replies.record_by_hand(
            lab_pool, field.worker, field.study_id, "1-1", NewReply(kind="call", at=NOON, text="Kom"), now=AFTER
        )
    assert refused.value.reason == "dispatch-step"


async def test_a_fieldworker_says_whether_a_reply_is_positive(lab_pool: asyncpg.Pool) -> None:
    field = await sent(lab_pool)
    await replies.import_file(
        lab_pool, field.worker, field.study_id, a_mail(await reply_to(lab_pool, field, "1-1")), now=AFTER
    )
    (waiting,) = await replies.list_not_judged(lab_pool, field.worker, field.study_id)
    await replies.judge(lab_pool, field.worker, field.study_id, waiting.reply_id, positive=True)
    assert await replies.list_not_judged(lab_pool, field.worker, field.study_id) == ()
    assert await lab_pool.fetchval("select positive from lab.reply")
    assert await lab_pool.fetchval("select facts from lab.event where kind = 'reply_judged'") == {}
    with pytest.raises(NotFound):
        await replies.judge(lab_pool, field.worker, field.study_id, field.study_id, positive=True)


async def test_the_mailbox_on_the_server_is_read_on_from_where_it_was(lab_pool: asyncpg.Pool, tmp_path: Path) -> None:
    july = dt.datetime(2026, 7, 1, 8, tzinfo=dt.UTC)
    field = await sent(lab_pool, due=july)
    await sent(lab_pool, due=july, name="Zorg")
    await lab_pool.execute(
        """update lab.study set protocol = jsonb_set(protocol, '{fieldwork,mail_domain}', '"zorg-post.example"')
        where name = 'Zorg'"""
    )
    with imap_server(tmp_path) as port:
        box = ReplyMailbox(host=NOBODY, port=port, security="none", user="demouser", password="demopass")
        first = await replies.fetch(lab_pool, field.worker, field.study_id, box)
        assert isinstance(first, Imported)
        append(
            port,
            a_mail(await reply_to(lab_pool, field, "1-1")),
            a_mail("iemand@zorg-post.example", number="2"),
            a_mail("iemand@elders.test", number="3"),
        )
        second = await replies.fetch(lab_pool, field.worker, field.study_id, box)
        assert isinstance(second, Imported)
        assert (second.matched, second.elsewhere, second.known) == (1, 1, 0)
        third = await replies.fetch(lab_pool, field.worker, field.study_id, box)
        assert isinstance(third, Imported)
        assert (third.matched, third.loose, third.elsewhere, third.known) == (0, 0, 0, 0)
    assert await lab_pool.fetchval("select count(*) from lab.reply where dispatch_id = '1-1'") == 1
    closed = await replies.fetch(lab_pool, field.worker, field.study_id, box)
    assert isinstance(closed, MailboxClosed)
    assert closed.code == "server-not-reachable"
    off = await replies.fetch(lab_pool, field.worker, field.study_id, None)
    assert isinstance(off, MailboxClosed)
    assert off.code == "reading-is-off"


async def test_coders_see_no_reply_here(lab_pool: asyncpg.Pool) -> None:
    field = await sent(lab_pool)
    coder, study = field.coder, field.study_id
    for call in (
        replies.import_file(lab_pool, coder, study, b""),
        replies.fetch(lab_pool, coder, study, None),
        replies.list_loose(lab_pool, coder, study),
        replies.list_not_judged(lab_pool, coder, study),
        replies.assign(lab_pool, coder, study, study, Assigned()),
        replies.judge(lab_pool, coder, study, study, positive=True),
        replies.record_by_hand(lab_pool, coder, study, "1-1", NewReply(kind="call", at=NOON, text="x"), now=AFTER),
        sending.resolve(lab_pool, coder, study, "1-1", arrived=True),
    ):
        with pytest.raises(NotAllowed):
            await call
