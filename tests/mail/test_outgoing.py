"""Letters to real SMTP servers on this machine: what arrives, what is refused, and what nobody can know."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from api.services.lab.composing import MOST_ATTACHED, Attached, OutgoingLetter, Refused
from api.services.lab.outgoing import MailSettings, Outcome, Sent, TryLater, send_letter
from api.services.lab.telling import words_of
from tests.mail.certificates import authority_file, server_context
from tests.mail.smtp_servers import NOBODY, Letterbox, closed_port, rude_server, smtp_server

TOKEN = "abcdefgh22334455"
LETTER = OutgoingLetter(
    token=TOKEN,
    from_address="sanne.devries@post.example.org",
    from_name="Sanne de Vries",
    to_address="stage@bakker.example.com",
    to_name="Bakkerij Test",
    subject="Sollicitatie stage",
    text="Geachte heer of mevrouw,\n\nGraag loop ik stage bij u.",
    date=dt.datetime(2026, 7, 1, 10, 0, tzinfo=dt.UTC),
)


def to(port: int, **settings: object) -> MailSettings:
    return msgspec.convert(
        {
            "host": NOBODY,
            "port": port,
            "security": "none",
            "own_domain": "post.example.org",
            "timeout": 5.0,
            "allowed_recipient_domains": ["bakker.example.com"],
            **settings,
        },
        MailSettings,
    )


async def sent(letter: OutgoingLetter = LETTER, **answers: str) -> tuple[Outcome, Letterbox]:
    box = Letterbox(**answers)
    with smtp_server(box) as port:
        return await send(to(port), letter), box


async def send(settings: MailSettings | None, letter: OutgoingLetter) -> Outcome:
    """As the program sends; and whatever comes of it can be told to a person."""
    outcome = await send_letter(settings, letter)
    if not isinstance(outcome, Sent):
        assert words_of(outcome, "nl") != words_of(outcome, "en")
    return outcome


def changed(**fields: object) -> OutgoingLetter:
    return msgspec.structs.replace(LETTER, **fields)


async def test_nothing_is_sent_before_somebody_fills_in_a_server() -> None:
    assert await send(None, LETTER) == Refused(code="sending-is-off")


async def test_a_letter_arrives_as_it_was_meant() -> None:
    outcome, box = await sent()
    assert outcome == Sent(message_id=f"<{TOKEN}@post.example.org>")
    (mail,) = box.mails()
    assert mail["Message-ID"] == f"<{TOKEN}@post.example.org>"
    assert mail["From"] == "Sanne de Vries <sanne.devries@post.example.org>"
    assert mail["Reply-To"] == f"Sanne de Vries <sanne.devries+{TOKEN}@post.example.org>"
    assert mail["To"] == "Bakkerij Test <stage@bakker.example.com>"
    assert mail.get_content().splitlines() == LETTER.text.splitlines()
    # Bounces come back to the tag as well.
    assert box.envelopes[0].mail_from == f"sanne.devries+{TOKEN}@post.example.org"
    assert box.envelopes[0].rcpt_tos == ["stage@bakker.example.com"]
    assert box.greeted_by == ["post.example.org"]


@pytest.mark.parametrize(("month", "offset"), [(7, "+0200"), (1, "+0100")], ids=["summer", "winter"])
async def test_the_clock_is_that_of_amsterdam(month: int, offset: str) -> None:
    _, box = await sent(changed(date=dt.datetime(2026, month, 1, 10, 0, tzinfo=dt.UTC)))
    (mail,) = box.mails()
    assert str(mail["Date"]).endswith(offset)
    assert mail["Date"].datetime == dt.datetime(2026, month, 1, 10, 0, tzinfo=dt.UTC)


async def test_letters_of_every_language_and_of_any_length() -> None:
    text = "Šárka İnan-Çelik schrijft: " + "een heel lange zin zonder einde " * 200 + "\n.\n..\nFrom hier verder\n"
    letter = changed(
        from_name="Zoë İnan-Çelik", to_name="Café ’t Hoekje", subject="Sollicitatie – coördinator " * 4, text=text
    )
    outcome, box = await sent(letter)
    assert isinstance(outcome, Sent)
    (mail,) = box.mails()
    assert mail["From"].addresses[0].display_name == "Zoë İnan-Çelik"
    assert mail["To"].addresses[0].display_name == "Café ’t Hoekje"
    assert mail["Subject"] == letter.subject
    assert mail.get_content().splitlines() == text.splitlines()
    assert max(map(len, box.contents()[0].splitlines())) <= 78
    assert box.contents()[0].isascii()


async def test_files_go_along() -> None:
    files = (
        Attached(name="Brief Zoë.pdf", content=b"%PDF-1.7\n\x00\xff"),
        Attached(name="cv.DOCX", content=b"PK\x03\x04"),
    )
    _, box = await sent(changed(attachments=files))
    (mail,) = box.mails()
    there = [(part.get_filename(), part.get_content_type(), part.get_content()) for part in mail.iter_attachments()]
    assert there == [
        ("Brief Zoë.pdf", "application/pdf", b"%PDF-1.7\n\x00\xff"),
        ("cv.DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    ]
    body = mail.get_body()
    assert body is not None
    assert body.get_content().startswith("Geachte")


async def test_the_same_letter_is_the_same_mail() -> None:
    letter = changed(attachments=(Attached(name="cv.pdf", content=b"%PDF"),))
    first, box = await sent(letter)
    again, other = await sent(letter)
    assert first == again
    assert box.contents() == other.contents()


async def test_nothing_tells_what_made_the_mail() -> None:
    _, box = await sent()
    (mail,) = box.mails()
    ours = {"Message-ID", "From", "To", "Reply-To", "Subject", "Date", "MIME-Version"}
    added_by_the_server = {"X-Peer", "X-MailFrom", "X-RcptTo"}
    assert set(mail.keys()) - added_by_the_server == ours | {"Content-Type", "Content-Transfer-Encoding"}
    for word in (b"stagekans", b"python", b"localhost"):
        assert word not in box.contents()[0].lower()


async def test_an_answer_stands_in_its_thread_however_long_the_id_is() -> None:
    long_id = "<AM0PR04MB1234" + "ABCDEF0123456789" * 6 + "@AM0PR04MB1234.eurprd04.prod.outlook.com>"
    _, box = await sent(changed(answers=long_id))
    assert f"In-Reply-To: {long_id}\r\n".encode() in box.contents()[0]
    assert f"References: {long_id}\r\n".encode() in box.contents()[0]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"to_address": "stage@ander.example.com"}, "recipient-not-allowed"),
        ({"to_address": "stage@sub.bakker.example.com"}, "recipient-not-allowed"),
        ({"to_address": "stage@bakker.example.com, ook@bakker.example.com"}, "several-recipients"),
        ({"to_address": "stage@bakker.example.com;ook@bakker.example.com"}, "several-recipients"),
        ({"to_address": "stage@bakker.example.com@ander.example.com"}, "several-recipients"),
        ({"to_address": "bakker.example.com"}, "recipient-unreadable"),
        ({"to_address": "stagé@bakker.example.com"}, "recipient-unreadable"),
        ({"to_address": "stage@bakker"}, "recipient-unreadable"),
        ({"from_address": "sanne@gmail.example"}, "sender-of-another-domain"),
        ({"from_address": "sanne+x@post.example.org"}, "sender-unreadable"),
        ({"from_address": "s" * 60 + "@post.example.org"}, "sender-too-long"),
        ({"subject": "Stage\r\nBcc: iedereen@bakker.example.com"}, "line-break-in-header"),
        ({"to_name": "Bakker\nBcc: x@bakker.example.com"}, "line-break-in-header"),
        ({"from_name": "Sanne\x00"}, "line-break-in-header"),
        ({"from_name": "Sanne\u2028Bcc: x"}, "line-break-in-header"),
        ({"to_address": "stage@bakker.example.com\r\nDATA"}, "line-break-in-header"),
        ({"subject": "x" * 201}, "header-too-long"),
        ({"answers": "<een>\r\nBcc: x@y.nl"}, "answered-message-unreadable"),
        ({"token": "1"}, "token-guessable"),
        ({"token": "abcdefgh22334455>\r\n"}, "token-guessable"),
        ({"attachments": (Attached(name="cv.exe", content=b""),)}, "attachment-of-another-kind"),
        ({"attachments": (Attached(name="../cv.pdf", content=b""),)}, "attachment-of-another-kind"),
        ({"attachments": (Attached(name="cv\n.pdf", content=b""),)}, "line-break-in-header"),
        ({"attachments": (Attached(name="cv.pdf", content=b"x" * (MOST_ATTACHED + 1)),)}, "attachments-too-large"),
    ],
)
async def test_what_never_reaches_a_server(fields: dict[str, object], code: str) -> None:
    outcome, box = await sent(changed(**fields))
    assert isinstance(outcome, Refused)
    assert outcome.code == code
    assert box.greeted_by == []


async def test_a_moment_without_a_time_zone_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="time zone"):
        await sent(changed(date=dt.datetime(2026, 7, 1)))  # noqa: DTZ001  # that is the point


@pytest.mark.parametrize("step", ["sender", "recipient", "content"])
async def test_the_server_says_no_for_good_or_for_now(step: str) -> None:
    facts = {"words": "5.1.1 geen brievenbus" if step == "recipient" else "nee", "step": step}
    never, _ = await sent(**{step: f"550 {facts['words']}"})
    assert never == Refused(code="server-refused", facts={**facts, "reply": "550"})
    later, _ = await sent(**{step: f"451 {facts['words']}"})
    assert later == TryLater(code="server-busy", facts={**facts, "reply": "451"})


async def test_a_line_that_breaks_after_the_letter_leaves_a_doubt() -> None:
    outcome, box = await sent(content="hang up")
    assert isinstance(outcome, TryLater)
    assert (outcome.code, outcome.perhaps_sent) == ("line-broke-after-letter", True)
    assert len(box.envelopes) == 1


async def test_nobody_there() -> None:
    outcome = await send(to(closed_port()), LETTER)
    assert isinstance(outcome, TryLater)
    assert (outcome.code, outcome.perhaps_sent) == ("server-not-reachable", False)
    assert outcome.facts["why"] == "Connection refused"


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ((b"554 no\r\n",), Refused(code="server-refused", facts={"reply": "554", "words": "no", "step": "greeting"})),
        ((b"421 busy\r\n",), TryLater(code="server-busy", facts={"reply": "421", "words": "busy", "step": "greeting"})),
    ],
)
async def test_a_server_that_does_not_want_to_talk(lines: tuple[bytes, ...], outcome: Outcome) -> None:
    with rude_server(*lines) as port:
        assert await send(to(port), LETTER) == outcome


@pytest.mark.parametrize("lines", [(b"SSH-2.0-x\r\n",), (b"220 hello\r\n",), (b"",)])
async def test_a_port_that_speaks_no_smtp(lines: tuple[bytes, ...]) -> None:
    with rude_server(*lines) as port:
        outcome = await send(to(port), LETTER)
    assert isinstance(outcome, TryLater)
    assert not outcome.perhaps_sent


async def test_starttls_with_a_password(tmp_path: Path) -> None:
    box = Letterbox()
    trusted = authority_file(tmp_path)
    with smtp_server(box, starttls=server_context(), login=True) as port:
        settings = to(port, security="starttls", user="studie", password="geheim", certificates=trusted)
        assert isinstance(await send(settings, LETTER), Sent)
        wrong = msgspec.structs.replace(settings, password="mis")
        refused = await send(wrong, LETTER)
        untrusted = await send(msgspec.structs.replace(settings, certificates=None), LETTER)
    assert box.encrypted == [True]
    assert len(box.logged_in) == 1
    assert isinstance(refused, Refused)
    assert (refused.code, refused.facts["reply"], refused.facts["step"]) == ("server-refused", "535", "login")
    assert isinstance(untrusted, Refused)
    assert untrusted.code == "certificate-not-trusted"
    assert "geheim" not in repr(settings)
    assert "mis" not in str(refused.facts)


async def test_a_server_of_another_name_is_not_trusted(tmp_path: Path) -> None:
    with smtp_server(Letterbox(), starttls=server_context("mail.example.com")) as port:
        outcome = await send(to(port, security="starttls", certificates=authority_file(tmp_path)), LETTER)
    assert isinstance(outcome, Refused)
    assert outcome.code == "certificate-not-trusted"


async def test_tls_from_the_first_byte(tmp_path: Path) -> None:
    box = Letterbox()
    with smtp_server(box, tls=server_context()) as port:
        outcome = await send(to(port, security="tls", certificates=authority_file(tmp_path)), LETTER)
    assert isinstance(outcome, Sent)
    assert box.encrypted == [True]


async def test_what_the_server_cannot_do_is_not_done_without() -> None:
    box = Letterbox()
    with smtp_server(box) as port:
        plain = await send(to(port, security="starttls"), LETTER)
    assert isinstance(plain, Refused)
    assert plain.code == "server-cannot"
    assert box.envelopes == []


@pytest.mark.parametrize("offers", [b"250 server.test\r\n", b"250-server.test\r\n250 AUTH GSSAPI\r\n"])
async def test_a_server_without_a_way_to_log_in(offers: bytes) -> None:
    with rude_server(b"220 hello\r\n", offers) as port:
        outcome = await send(to(port, user="studie", password="geheim"), LETTER)
    assert isinstance(outcome, Refused)
    assert outcome.code == "server-cannot"


async def test_an_answer_outside_the_protocol_after_the_letter_leaves_a_doubt() -> None:
    with rude_server(*[b"220 x\r\n", b"250 x\r\n", b"250 x\r\n", b"250 x\r\n", b"354 x\r\n", b"what?\r\n"]) as port:
        outcome = await send(to(port), LETTER)
    assert isinstance(outcome, TryLater)
    assert (outcome.code, outcome.perhaps_sent) == ("server-busy", True)


async def test_no_password_goes_over_the_network_in_the_open() -> None:
    settings = to(25, host="mail.example.com", user="studie", password="geheim")
    assert await send(settings, LETTER) == Refused(code="password-in-the-open", facts={"host": "mail.example.com"})
    odd = await send(to(25, user="studie", password="geheím"), LETTER)
    assert odd == Refused(code="login-not-ascii")


async def test_without_the_test_mode_any_domain_will_do() -> None:
    box = Letterbox()
    with smtp_server(box) as port:
        settings = to(port, allowed_recipient_domains=None)
        outcome = await send(settings, changed(to_address="stage+mbo@Bäckerei.example.net"))
    assert isinstance(outcome, Sent)
    assert box.envelopes[0].rcpt_tos == ["stage+mbo@xn--bckerei-5wa.example.net"]
