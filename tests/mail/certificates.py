"""A certificate for this machine, by an authority that nobody else trusts."""

from __future__ import annotations

import ssl
from functools import cache
from pathlib import Path

import trustme


@cache
def _authority() -> trustme.CA:
    return trustme.CA()


def server_context(*names: str) -> ssl.SSLContext:
    """For a server of the tests."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    _authority().issue_cert(*(names or ("localhost", "127.0.0.1"))).configure_cert(context)
    return context


def authority_file(folder: Path) -> str:
    """For a client that must trust it."""
    path = folder / "authority.pem"
    _authority().cert_pem.write_to_path(path)
    return str(path)


def key_and_certificate(folder: Path) -> tuple[str, str]:
    """For a server that wants files."""
    issued = _authority().issue_cert("localhost", "127.0.0.1")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    issued.private_key_pem.write_to_path(key)
    issued.cert_chain_pems[0].write_to_path(certificate)
    return str(key), str(certificate)
