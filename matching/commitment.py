"""A seed that is fixed before anybody knows it: its commitment, and the seed of the runs (docs/lottery.md).

Two texts in UTF-8, each line ended by one line feed. The first line names the form and its version.

The commitment is the SHA-256 of::

    stagekans lottery commitment 1
    <salt>
    <secret>

and the seed of the runs is the SHA-256, as 64 hexadecimal digits, of::

    stagekans lottery seed 1
    <salt>
    <secret>
    <public text, empty where there was no witness>

The salt is 32 random bytes as 64 hexadecimal digits and stays as secret as the secret until both are revealed: a
secret that a person made up can then not be guessed from its hash, nor from lot numbers that somebody knows.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

import msgspec

COMMITMENT_FORM = "stagekans lottery commitment 1"
SEED_FORM = "stagekans lottery seed 1"
SHORTEST_SECRET, LONGEST_SECRET = 8, 100
LONGEST_PUBLIC_TEXT = 500

#: A report or policy of a run whose seed is not revealed has this before the commitment, in the place of the seed.
SEALED = "sha256:"

_HEX = re.compile(r"[0-9a-f]{64}")


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """What the commitment hides: the salt and the secret.

    Raises
    ------
    ValueError
        The salt is not 64 hexadecimal digits (lower case), or the secret is not one line of 8 to 100 characters
        without a blank at an end.
    """

    salt: str
    secret: str

    def __post_init__(self) -> None:
        if not is_sha256(self.salt):
            raise ValueError("the salt must be 64 hexadecimal digits")
        if not is_secret(self.secret):
            raise ValueError("the secret must be one line of 8 to 100 characters")

    @property
    def commitment(self) -> str:
        """What is published before the round."""
        return _sha256(COMMITMENT_FORM, self.salt, self.secret)

    def seed(self, public_text: str = "") -> str:
        """The seed of the runs. ``public_text`` as :func:`one_line` makes it."""
        return _sha256(SEED_FORM, self.salt, self.secret, public_text)


def is_sha256(text: str) -> bool:
    """Whether the text is 64 hexadecimal digits in lower case: a salt, a commitment or a seed of this form."""
    return _HEX.fullmatch(text) is not None


def is_secret(text: str) -> bool:
    """Whether a person may have this as a secret."""
    return SHORTEST_SECRET <= len(text) <= LONGEST_SECRET and text == text.strip() and text.isprintable()


def one_line(text: str) -> str:
    """A text as it goes into a form: Unicode NFC, white space in a row as one blank, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def sealed(commitment: str) -> str:
    """What stands in the place of a seed that is not revealed yet."""
    return SEALED + commitment


def _sha256(*lines: str) -> str:
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
