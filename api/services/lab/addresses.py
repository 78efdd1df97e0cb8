"""Mail addresses: what a plain one looks like, and the tag by which a reply finds its dispatch again.

A dispatch has a *token*. It stands in the Message-ID of its letter and, as ``local+token@domain``, in the address that
replies and bounces go to. Message-IDs come back in ``In-Reply-To``; the tag comes back when a mail program drops those.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from typing import Final

import msgspec

#: Lower-case base32: safe in a Message-ID, in a local part and on the telephone. Sixteen letters are 80 bits.
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz234567"
TOKEN: Final = re.compile(r"[a-z2-7]{16,32}")
_LOCAL: Final = re.compile(r"[A-Za-z0-9!#$%&'*/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*/=?^_`{|}~-]+)*")
_LABEL: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
#: RFC 5321 §4.5.3.1.1: "The maximum total length of a user name or other local-part is 64 octets."
_LONGEST_LOCAL: Final = 64
_LONGEST_DOMAIN: Final = 255


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """One mail address, taken apart. The domain is in lower case, and in ASCII where it has other letters."""

    local: str
    domain: str

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    def tagged(self, token: str) -> Address:
        """The same mailbox with the token of a dispatch behind a plus (RFC 5233, "subaddress")."""
        return Address(local=f"{self.local}+{token}", domain=self.domain)


def new_token() -> str:
    """A token for one dispatch: nobody can guess it, and it says nothing about the study."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(16))


def plain_domain(text: str) -> str | None:
    """The domain as mail servers know it, or None where it cannot be one."""
    try:
        domain = text.strip().rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    labels = domain.split(".")
    fits = len(labels) > 1 and len(domain) <= _LONGEST_DOMAIN and all(_LABEL.fullmatch(label) for label in labels)
    return domain if fits else None


def plain_address(text: str) -> Address | None:
    """The address, or None where it is not exactly one plain address (no name, no list, no quotes, no plus)."""
    local, at, rest = text.partition("@")
    domain = plain_domain(rest) if at else None
    if domain is None or not _LOCAL.fullmatch(local) or len(local) > _LONGEST_LOCAL:
        return None
    return Address(local=local, domain=domain)


def recipient_address(text: str) -> Address | None:
    """Like :func:`plain_address`, but a plus may stand in it: other people's tags are theirs."""
    local, at, rest = text.rpartition("@")
    bare = plain_address(f"{local.replace('+', '_')}@{rest}") if at else None
    return None if bare is None else Address(local=local, domain=bare.domain)


def tokens_in(addresses: Iterable[str], own_domain: str) -> frozenset[str]:
    """The tokens that addresses of our own domain carry: tags, and Message-IDs with or without their brackets."""
    found = set()
    for address in addresses:
        local, _, domain = address.strip().strip("<>").rpartition("@")
        if domain.lower() == own_domain.lower():
            token = local.rpartition("+")[2].lower()
            if TOKEN.fullmatch(token):
                found.add(token)
    return frozenset(found)
