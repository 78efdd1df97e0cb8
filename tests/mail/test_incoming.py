"""Mailboxes in files: every message is read, repeated or kept unread, whatever somebody sent."""

from __future__ import annotations

import datetime as dt
import mailbox
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.services.lab.addresses import tokens_in
from api.services.lab.delivery_reports import DeliveryReport
from api.services.lab.incoming import Inbox, ReadingLimits, read_mailbox
from api.services.lab.mail_text import FileSeen
from api.services.lab.reading_mail import InboundMessage
from api.services.lab.words import finding_text
from tests.mail.mails import ALTERNATIVE, BOUNCE, OUT_OF_OFFICE, REPLY, mbox, plain


def read(content: bytes, **limits: int) -> Inbox:
    inbox = read_mailbox(content, ReadingLimits(**limits))
    for finding in inbox.findings:
        assert finding_text("nl", finding) != finding_text("en", finding)
    return inbox


def one(mail: bytes) -> InboundMessage:
    (message,) = read(mbox(mail)).messages
    return message


def codes(inbox: Inbox) -> list[tuple[str, str]]:
    return [(finding.path, finding.code) for finding in inbox.findings]


def test_a_reply_of_a_person() -> None:
    reply = one(REPLY)
    assert reply.message_id == "<antwoord-1@bakker.example.com>"
    assert (reply.from_name, reply.from_address) == ("Café ’t Hoekje", "info@bakker.example.com")
    assert reply.subject == "Re: Coördinator stage"
    assert reply.text == "Beste Sanne,\n\nJe bent welkom op het café, dinsdag € 5."
    # Our own server's clock, not the sender's.
    assert reply.received_at == dt.datetime(2026, 7, 2, 7, 0, tzinfo=dt.UTC)
    assert reply.in_reply_to == "<abcdefgh22334455@post.example.org>"
    assert reply.references == ("<eerder@x.example>", "<abcdefgh22334455@post.example.org>")
    assert (reply.auto_submitted, reply.is_bounce, reply.original_message_id) == ("no", False, None)
    ours = [*reply.to_addresses, reply.in_reply_to, *reply.references]
    assert tokens_in(reply.to_addresses, "post.example.org") == {"abcdefgh22334455"}
    assert tokens_in(ours, "post.example.org") == {"abcdefgh22334455"}
    assert tokens_in(ours, "example.org") == frozenset()


def test_a_letter_that_came_back() -> None:
    bounce = one(BOUNCE)
    assert bounce.is_bounce
    assert bounce.delivery == DeliveryReport(
        action="failed",
        status="5.1.1",
        recipient="weg@bakker.example.com",
        diagnostic="550 5.1.1 <weg@bakker.example.com>: Recipient address rejected",
    )
    assert bounce.original_message_id == "<abcdefgh22334455@post.example.org>"
    assert bounce.text.startswith("I'm sorry")
    assert bounce.files == ()


def test_a_letter_that_came_back_with_its_headers_alone() -> None:
    bounce = one(BOUNCE.replace(b"message/rfc822", b"text/rfc822-headers"))
    assert bounce.original_message_id == "<abcdefgh22334455@post.example.org>"


def test_a_letter_that_is_late_did_not_come_back() -> None:
    late = one(BOUNCE.replace(b"Action: failed", b"Action: delayed").replace(b"5.1.1", b"4.4.1"))
    assert not late.is_bounce
    assert late.delivery is not None
    assert (late.delivery.action, late.delivery.status) == ("delayed", "4.4.1")


def test_a_bounce_of_the_old_kind() -> None:
    old = plain(
        b"This address failed:\n  weg@bakker.example.com\n\n> Message-Id: <abcdefgh22334455@post.example.org>\n",
        b"X-Failed-Recipients: weg@bakker.example.com",
    )
    bounce = one(old)
    assert (bounce.is_bounce, bounce.original_message_id) == (True, "<abcdefgh22334455@post.example.org>")
    nobody = one(b"Return-Path: <>\nFrom: Mail Delivery System <x@y.example>\nIn-Reply-To: <a@b.c>\n\nsorry")
    assert (nobody.is_bounce, nobody.original_message_id) == (True, "<a@b.c>")
    # An empty return path alone is what an out-of-office message has too.
    assert not one(b"Return-Path: <>\nFrom: x@y.example\n\nweg").is_bounce


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (b"Auto-Submitted: auto-replied", "auto-replied"),
        (b"Auto-Submitted: Auto-Generated; x=y", "auto-generated"),
        (b"Auto-Submitted: auto-notified", "other"),
        (b"Auto-Submitted: no", "no"),
        (b"X-Autoreply: yes", "auto-replied"),
        (b"Precedence: auto_reply", "auto-replied"),
        (b"Precedence: bulk", "no"),
    ],
)
def test_answers_of_machines(header: bytes, expected: str) -> None:
    assert one(plain(b"weg", header)).auto_submitted == expected


def test_out_of_office_in_html() -> None:
    away = one(OUT_OF_OFFICE)
    assert away.auto_submitted == "auto-replied"
    assert not away.is_bounce
    assert away.text == "Ik ben er niet tot 5 juli.\n\nbel Café\nkijk hier\n> Geachte heer"


def test_the_plain_text_is_taken_and_files_are_named() -> None:
    inbox = read(mbox(ALTERNATIVE))
    (message,) = inbox.messages
    assert message.text == "We kiezen je graag 🙂"
    assert message.files == (FileSeen(name="contract café.pdf", media_type="application/pdf", size=27),)
    assert codes(inbox) == [("message 1", "mail-file-not-kept")]


def test_html_is_taken_where_the_plain_text_is_empty() -> None:
    empty = ALTERNATIVE.replace(b"V2Uga2llemVuIGplIGdyYWFnIPCfmYI=", b"Cg==")
    assert one(empty).text == "niet dit"


@pytest.mark.parametrize(
    ("label", "content", "text", "guessed"),
    [
        (b"iso-8859-1", b"caf\xe9 \x80", "café €", False),
        (b"windows-1252", b"caf\xe9 \x93x\x94", "café “x”", False),
        (b"utf-8", "café".encode(), "café", False),
        (b"utf-8", b"caf\xe9", "café", True),
        (b"us-ascii", "café".encode(), "café", False),
        (b"iso-8859-9", "Işık".encode("iso-8859-9"), "Işık", False),
        (b"x-onbekend", "café".encode(), "café", True),
        (b"rot13", b"caf\xe9", "café", True),
        (b"unicode_escape", b"caf\\xe9 \\q", "caf\\xe9 \\q", True),
        (b"utf-16", b"caf\xe9s", "café".encode().decode("utf-8")[:3] + "és", True),
    ],
)
def test_charsets(label: bytes, content: bytes, text: str, guessed: bool) -> None:
    inbox = read(mbox(plain(content, b"Content-Type: text/plain; charset=" + label)))
    if label != b"utf-16":  # four bytes are two letters of that: garbage in, garbage out, but no fault
        assert inbox.messages[0].text == text
        assert (("message 1", "mail-charset-guessed") in codes(inbox)) is guessed


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (b"=?utf-8?B?w6k=?= =?utf-8?B?w6k=?=", "éé"),
        (b"=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é"),
        (b"a =?utf-8?Q?b_c?= d", "a b c d"),
        (b"=?utf-8?B?kapot!?=", "=?utf-8?B?kapot!?="),
        (b"=?x-onbekend?Q?caf=E9?=", "café"),
        (b"caf\xc3\xa9 en caf\xe9", "cafÃ© en café"),
        (b"caf\xe9", "café"),
        (b"=?utf-8*nl?Q?caf=C3=A9?=", "café"),
    ],
)
def test_subjects(header: bytes, words: str) -> None:
    assert one(plain(b"x", b"Subject: " + header)).subject == words


def test_the_same_mail_twice_is_once() -> None:
    inbox = read(mbox(REPLY, BOUNCE, b"X-Extra: passed another server\n" + REPLY))
    assert len(inbox.messages) == 2
    assert inbox.repeated == ("message 3",)
    again = read_mailbox(mbox(REPLY), known=frozenset(message.fingerprint for message in inbox.messages))
    assert (again.messages, again.repeated) == ((), ("message 1",))


def test_one_id_for_two_mails_loses_neither() -> None:
    other = REPLY.replace(b"Je bent welkom", b"Je bent toch niet welkom")
    inbox = read(mbox(REPLY, other))
    assert len(inbox.messages) == 2
    assert codes(inbox) == [("message 2", "mail-id-used-twice")]


def test_a_mail_without_id_is_known_by_what_it_says() -> None:
    inbox = read(mbox(plain(b"een"), plain(b"twee"), plain(b"een")))
    assert [message.text for message in inbox.messages] == ["een", "twee"]
    assert inbox.repeated == ("message 3",)


def test_malformed_mails_are_read_as_far_as_they_go_and_named() -> None:
    broken = b"Content-Type: multipart/mixed; boundary=x\n\nwat er staat\n--x\n\nde tekst\n"
    inbox = read(mbox(REPLY, broken, b"geen kop\n\nwel tekst"))
    assert [message.place for message in inbox.messages] == ["message 1", "message 2", "message 3"]
    assert inbox.messages[1].text == "de tekst"
    assert "wel tekst" in inbox.messages[2].text
    assert ("message 2", "mail-malformed") in codes(inbox)
    assert ("message 3", "mail-malformed") in codes(inbox)
    assert ("message 3", "mail-without-sender") in codes(inbox)
    assert ("message 3", "mail-without-date") in codes(inbox)


def test_what_python_itself_cannot_read_is_kept() -> None:
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=x%d\n\n--x%d\n" % (n, n) for n in range(2000))
    inbox = read(mbox(REPLY, b"From: a@b.example\n" + nested, BOUNCE))
    assert [message.place for message in inbox.messages] == ["message 1", "message 3"]
    assert codes(inbox) == [("message 2", "mail-unreadable")]
    assert inbox.unreadable[0].content.startswith(b"From: a@b.example\nContent-Type")


def test_a_mail_of_many_layers() -> None:
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=x%d\n\n--x%d\n" % (n, n) for n in range(60))
    inbox = read(mbox(b"From: a@b.example\n" + nested + b"\ndiep"))
    assert ("message 1", "mail-too-deep") in codes(inbox)


def test_a_huge_file_goes_and_the_words_stay() -> None:
    huge = ALTERNATIVE.replace(b"JVBERi0x", b"JVBERi0x\n" * 50_000)
    inbox = read(mbox(huge, REPLY), message_bytes=100_000)
    assert [message.text[:8] for message in inbox.messages] == ["We kieze", "Beste Sa"]
    cut = next(finding for finding in inbox.findings if finding.code == "mail-cut")
    assert cut.path == "message 1"
    assert cut.facts["kept"] == 100_000
    assert int(cut.facts["bytes"]) > 400_000


def test_limits_of_a_mailbox() -> None:
    assert codes(read(mbox(REPLY), file_bytes=100)) == [("file", "mailbox-too-large")]
    three = read(mbox(REPLY, BOUNCE, OUT_OF_OFFICE), messages=2)
    assert len(three.messages) == 2
    assert ("message 3", "mailbox-too-long") in codes(three)
    long = read(mbox(plain(b"woord " * 40_000)))
    assert len(long.messages[0].text) == 200_000
    assert codes(long) == [("message 1", "mail-text-cut")]


def test_what_is_no_mailbox() -> None:
    assert codes(read(b"")) == [("file", "mailbox-empty")]
    assert codes(read(b"\r\n \n")) == [("file", "mailbox-empty")]
    assert codes(read(b"%PDF-1.7\n%\xff")) == [("file", "mailbox-of-another-kind")]
    assert codes(read(b"PK\x03\x04")) == [("file", "mailbox-of-another-kind")]


@pytest.mark.parametrize(
    "separator",
    [
        b"From - Thu Jul 02 09:00:00 2026",
        b"From 1834567890@xxx Thu Jul 02 09:00:00 +0000 2026",
        b"From MAILER-DAEMON Thu Jul  2 09:00:00 2026",
        b"From x@y.example Thu, 2 Jul 2026 09:00:00 +0200",
    ],
)
def test_separators_of_other_programs(separator: bytes) -> None:
    content = mbox(REPLY, OUT_OF_OFFICE, separator=separator)
    assert len(read(content).messages) == 2
    assert len(read(content.replace(b"\n", b"\r\n")).messages) == 2
    assert read(content.replace(b"\n", b"\r\n")).messages[0].text == one(REPLY).text


def test_a_saved_message_is_a_mailbox_of_one() -> None:
    assert read(REPLY).messages[0].text == one(REPLY).text
    assert read(b"\xef\xbb\xbf" + REPLY).messages[0].message_id == one(REPLY).message_id


def test_a_line_that_begins_with_from_ends_no_mail() -> None:
    body = b"Dag,\n\nFrom mijn kant is het goed.\n\n>From hier gaat het verder.\n"
    inbox = read(b"From x@y.example Thu Jul  2 09:00:00 2026\n" + plain(body))
    assert inbox.messages[0].text == "Dag,\n\nFrom mijn kant is het goed.\n\nFrom hier gaat het verder."


def test_python_writes_the_same_mailbox(tmp_path: Path) -> None:
    path = tmp_path / "in.mbox"
    box = mailbox.mbox(path)
    for mail in (REPLY, BOUNCE, OUT_OF_OFFICE, ALTERNATIVE):
        box.add(mail)
    box.flush()
    box.close()
    from_disk = read_mailbox(path)
    assert [message.fingerprint for message in from_disk.messages] == [
        one(mail).fingerprint for mail in (REPLY, BOUNCE, OUT_OF_OFFICE, ALTERNATIVE)
    ]


def test_html_that_is_broken_still_has_words() -> None:
    def read_html(html: bytes) -> str:
        return one(plain(html, b"Content-Type: text/html")).text

    assert read_html(b"<p>tekst<script>weg</script> meer") == "tekst meer"
    assert read_html(b"<p>tekst<style>toch") == "teksttoch"
    assert read_html(b"<!-- weg <p> --> 3 < 4 &amp; 5 > 4 <!-- toch") == "3 < 4 & 5 > 4 <!-- toch"
    assert read_html(b"<table><tr><td>a</td><td>b</td></tr><tr><td>c") == "a b\nc"


def test_html_of_unclosed_brackets_takes_no_time() -> None:
    """Python's own parser takes eight minutes for these."""
    for piece in (b"<!", b"<![", b"<a ", b"</", b"&", b"<!--", b"<style>", b"<a><style", b"<blockquote>"):
        began = time.process_time()
        one(plain(piece * 50_000, b"Content-Type: text/html"))
        assert time.process_time() - began < 5


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reading(content: bytes) -> None:
    inbox = read(b"From x@y.example Thu Jul  2 09:00:00 2026\n" + content)
    assert len(inbox.messages) + len(inbox.unreadable) >= 1


@given(
    st.sampled_from([REPLY, BOUNCE, OUT_OF_OFFICE, ALTERNATIVE]),
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 255)), max_size=12),
)
def test_no_damage_loses_a_mail(mail: bytes, changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(mail)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    inbox = read(mbox(REPLY, bytes(damaged), BOUNCE))
    places = {message.place for message in inbox.messages} | {raw.place for raw in inbox.unreadable}
    assert {"message 1", "message 2", "message 3"} <= places | set(inbox.repeated)
