"""Real SMTP servers on this machine (aiosmtpd), with a mind of their own where a test asks for it."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

NOBODY = "127.0.0.1"


class Letterbox:
    """Keeps what it gets; ``answers`` says what the server replies to a step instead of yes."""

    def __init__(self, **answers: str) -> None:
        self.answers = answers
        self.envelopes: list[Envelope] = []
        self.greeted_by: list[str] = []
        self.encrypted: list[bool] = []
        self.logged_in: list[str] = []

    def mails(self) -> list[EmailMessage]:
        found = []
        for envelope in self.envelopes:
            assert isinstance(envelope.content, bytes)
            mail = message_from_bytes(envelope.content, policy=default)
            assert isinstance(mail, EmailMessage)
            found.append(mail)
        return found

    def contents(self) -> list[bytes]:
        return [envelope.content for envelope in self.envelopes if isinstance(envelope.content, bytes)]

    async def handle_EHLO(  # noqa: N802  # the server's own naming
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.greeted_by.append(hostname)
        return responses

    async def handle_MAIL(  # noqa: N802  # the server's own naming
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if "sender" in self.answers:
            return self.answers["sender"]
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802  # the server's own naming
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if "recipient" in self.answers:
            return self.answers["recipient"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # the server's own naming
        self.envelopes.append(envelope)
        assert server.transport is not None
        self.encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        if self.answers.get("content") == "hang up":
            server.transport.abort()
            return "250 nobody reads this"
        return self.answers.get("content", "250 OK")

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        good = (data.login, data.password) == (b"studie", b"geheim")
        if good:
            self.logged_in.append(mechanism)
        return AuthResult(success=good, handled=False)


class _OnThisMachine(Controller):
    """The port is the one that the system gave: two tests at a time do not want the same."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextlib.contextmanager
def smtp_server(
    box: Letterbox, *, tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None, login: bool = False
) -> Iterator[int]:
    """The port of a running server."""
    server = _OnThisMachine(
        box,
        hostname=NOBODY,
        port=0,
        ssl_context=tls,
        tls_context=starttls,
        require_starttls=False,
        authenticator=box.authenticate if login else None,
        auth_require_tls=False,
        server_hostname="server.test",
    )
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


@contextlib.contextmanager
def rude_server(*lines: bytes) -> Iterator[int]:
    """A port that says each line after the one it hears, and then hangs up."""
    with socket.create_server((NOBODY, 0)) as listening:

        def talk() -> None:
            with contextlib.suppress(OSError):
                heard, _ = listening.accept()
                with heard:
                    for place, line in enumerate(lines):
                        if place:
                            heard.recv(4096)
                        heard.sendall(line)

        talking = threading.Thread(target=talk)
        talking.start()
        try:
            yield listening.getsockname()[1]
        finally:
            listening.shutdown(socket.SHUT_RDWR) if talking.is_alive() else None
            talking.join(5)


def closed_port() -> int:
    """A port where nobody listens."""
    with socket.create_server((NOBODY, 0)) as listening:
        port: int = listening.getsockname()[1]
    return port
