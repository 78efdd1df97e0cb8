"""The six-digit code of an authenticator app (RFC 6238: SHA-1, 30 seconds, six digits)."""

from __future__ import annotations

import re
import time
from typing import Final

import msgspec
import pyotp

ISSUER: Final = "Stagekans"
_SECRET = re.compile(r"[A-Z2-7]{32}")
_SECONDS: Final = 30


class Enrolment(msgspec.Struct, frozen=True, kw_only=True):
    """``uri`` is what the QR code holds; ``secret`` the same for typing."""

    secret: str
    uri: str


def enrol(sign_in_name: str) -> Enrolment:
    """A fresh secret."""
    secret = pyotp.random_base32()
    return Enrolment(secret=secret, uri=address_of(secret, sign_in_name))


def address_of(secret: str, sign_in_name: str) -> str:
    """The ``otpauth:`` address that an app opens."""
    return pyotp.TOTP(secret).provisioning_uri(name=sign_in_name, issuer_name=ISSUER)


def is_secret(text: str) -> bool:
    """Whether it has the form of a secret that :func:`enrol` makes."""
    return _SECRET.fullmatch(text) is not None


def step_of(secret: str, code: str) -> int | None:
    """The time step whose code it is: this one, the one before or the one after; None where it is neither.

    RFC 6238, section 5.2: "at most one time step is allowed as the network delay"; section 6 allows for a clock that
    runs ahead.
    """
    typed = code.replace(" ", "")
    now = int(time.time())
    totp = pyotp.TOTP(secret)
    for drift in (0, -1, 1):
        moment = now + drift * _SECONDS
        if pyotp.utils.strings_equal(typed, totp.at(moment)):
            return moment // _SECONDS
    return None
