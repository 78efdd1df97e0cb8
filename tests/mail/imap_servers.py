"""A real IMAP server on this machine (pymap, in memory), filled by its own APPEND."""

from __future__ import annotations

import contextlib
import imaplib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.mail.certificates import key_and_certificate
from tests.mail.smtp_servers import NOBODY, closed_port


@contextlib.contextmanager
def imap_server(folder: Path) -> Iterator[int]:
    """The port of a running server that offers STARTTLS, with the user demouser / demopass."""
    key, certificate = key_and_certificate(folder)
    port = closed_port()
    words = ["--host", NOBODY, "--port", str(port), "--key", key, "--cert", certificate, "dict"]
    with subprocess.Popen([sys.executable, "-c", "from pymap.main import main; main()", *words]) as process:
        try:
            _wait(port, process)
            yield port
        finally:
            process.terminate()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 300
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError), imaplib.IMAP4(NOBODY, port, timeout=60):
            return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


def append(port: int, *mails: bytes, folder: str = "INBOX") -> None:
    """Put mails into a folder, as seen by nobody."""
    with imaplib.IMAP4(NOBODY, port, timeout=60) as client:
        client.login("demouser", "demopass")
        if folder != "INBOX":
            client.create(folder)
        for mail in mails:
            when = '"02-Jul-2026 10:00:00 +0200"'
            answer, words = client.append(folder, "", when, mail.replace(b"\n", b"\r\n"))
            assert answer == "OK", words


def unseen(port: int) -> int:
    """How many mails of the inbox nobody has opened."""
    with imaplib.IMAP4(NOBODY, port, timeout=60) as client:
        client.login("demouser", "demopass")
        client.select("INBOX", readonly=True)
        _, found = client.search(None, "UNSEEN")
        return len(found[0].split())
