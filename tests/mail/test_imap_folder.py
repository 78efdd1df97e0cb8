"""A folder on a real IMAP server: read once, left as it was, and every way it can stay closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from api.services.lab.imap_folder import (
    FolderRead,
    FolderSettings,
    FolderState,
    MailboxClosed,
    mailbox_name,
    read_folder,
)
from api.services.lab.incoming import ReadingLimits, read_mailbox
from api.services.lab.telling import words_of
from tests.mail.certificates import authority_file
from tests.mail.imap_servers import append, imap_server, unseen
from tests.mail.mails import ALTERNATIVE, BOUNCE, OUT_OF_OFFICE, REPLY, mbox
from tests.mail.smtp_servers import NOBODY, closed_port, rude_server


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    with imap_server(tmp_path) as port:
        yield port


def at(port: int, **settings: object) -> FolderSettings:
    return msgspec.convert(
        {
            "host": NOBODY,
            "port": port,
            "security": "none",
            "user": "demouser",
            "password": "demopass",
            "timeout": 10.0,
            **settings,
        },
        FolderSettings,
    )


async def read(settings: FolderSettings, state: FolderState | None = None, **limits: int) -> FolderRead:
    outcome = await read_folder(settings, state, ReadingLimits(**limits))
    assert isinstance(outcome, FolderRead), outcome
    return outcome


async def closed(settings: FolderSettings | None) -> MailboxClosed:
    outcome = await read_folder(settings)
    assert isinstance(outcome, MailboxClosed)
    assert words_of(outcome, "nl") != words_of(outcome, "en")
    return outcome


async def test_what_is_new_is_read_once_and_left_unseen(port: int) -> None:
    empty = await read(at(port))
    assert (empty.inbox.messages, empty.more, empty.state.last_uid) == ((), False, 0)
    append(port, REPLY, BOUNCE)
    first = await read(at(port), empty.state)
    assert [message.fingerprint for message in first.inbox.messages] == [
        message.fingerprint for message in read_mailbox(mbox(REPLY, BOUNCE)).messages
    ]
    assert first.inbox.messages[0].received_at == dt.datetime(2026, 7, 2, 8, 0, tzinfo=dt.UTC)
    assert unseen(port) == 2
    nothing = await read(at(port), first.state)
    assert (nothing.inbox.messages, nothing.state) == ((), first.state)
    append(port, OUT_OF_OFFICE)
    second = await read(at(port), first.state)
    assert [message.auto_submitted for message in second.inbox.messages] == ["auto-replied"]
    assert second.inbox.messages[0].place == f"uid {second.state.last_uid}"


async def test_a_folder_that_was_made_anew_is_read_again(port: int) -> None:
    append(port, REPLY)
    first = await read(at(port))
    other = FolderState(uid_validity=first.state.uid_validity + 1, last_uid=first.state.last_uid)
    again = await read(at(port), other)
    assert len(again.inbox.messages) == 1
    assert again.state == first.state
    known = frozenset(message.fingerprint for message in first.inbox.messages)
    outcome = await read_folder(at(port), other, known=known)
    assert isinstance(outcome, FolderRead)
    assert (outcome.inbox.messages, len(outcome.inbox.repeated)) == ((), 1)


async def test_limits(port: int) -> None:
    append(port, REPLY, ALTERNATIVE.replace(b"JVBERi0x", b"JVBERi0x\n" * 20_000), OUT_OF_OFFICE)
    part = await read(at(port), messages=2, message_bytes=10_000)
    assert part.more
    assert [message.text[:8] for message in part.inbox.messages] == ["Beste Sa", "We kieze"]
    assert [finding.code for finding in part.inbox.findings if finding.code == "mail-cut"] == ["mail-cut"]
    rest = await read(at(port), part.state, messages=2)
    assert (len(rest.inbox.messages), rest.more) == (1, False)


async def test_a_folder_of_another_name(port: int) -> None:
    append(port, REPLY, folder=mailbox_name("Antwoorden"))
    assert len((await read(at(port, folder="Antwoorden"))).inbox.messages) == 1
    assert await closed(at(port, folder="Weg")) == MailboxClosed(code="mailbox-unknown", facts={"folder": "Weg"})
    nasty = await closed(at(port, folder='x" (MESSAGES)\r\nA1 LOGOUT'))
    assert nasty.code == "mailbox-unknown"


def test_names_of_folders() -> None:
    # RFC 3501 §5.1.3 has this one.
    assert mailbox_name("~peter/mail/台北/日本語") == '"~peter/mail/&U,BTFw-/&ZeVnLIqe-"'
    assert mailbox_name('R&D "x"\\') == '"R&-D \\"x\\"\\\\"'
    assert mailbox_name("Sollicitaties café") == '"Sollicitaties caf&AOk-"'


async def test_starttls(port: int, tmp_path: Path) -> None:
    append(port, REPLY)
    trusted = authority_file(tmp_path)
    encrypted = await read(at(port, security="starttls", certificates=trusted))
    assert len(encrypted.inbox.messages) == 1
    assert (await closed(at(port, security="starttls"))).code == "certificate-not-trusted"


async def test_a_wrong_password(port: int) -> None:
    refused = await closed(at(port, password="mis"))
    assert (refused.code, refused.later) == ("mailbox-refused", False)
    assert "mis" not in str(refused.facts["words"]).split()
    assert "demopass" not in repr(at(port))


async def test_mailboxes_that_stay_closed() -> None:
    assert (await closed(None)).code == "reading-is-off"
    nobody = await closed(at(closed_port()))
    assert (nobody.code, nobody.later) == ("server-not-reachable", True)
    assert (await closed(at(143, host="mail.example.com"))).code == "password-in-the-open"
    assert (await closed(at(143, password="geheím"))).code == "login-not-ascii"
    with rude_server(b"220 this is SMTP\r\n") as wrong:
        assert (await closed(at(wrong))).code in ("mailbox-refused", "server-not-reachable")
    with rude_server(b"* OK hello\r\n") as gone:
        assert (await closed(at(gone))).later
