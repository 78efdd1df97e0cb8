"""What a coder may know of the letters: a number that means nothing, in an order that tells nothing.

Both come from the secret of a letter and the coder, so that two coders cannot compare notes by number, and nobody who
knows how letters are named can find out which one he reads.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from typing import Final

import msgspec

#: 50 bits: two of 100,000 letters share a number in one study of 200.
_LETTERS: Final = 10


class Unread(msgspec.Struct, frozen=True, kw_only=True):
    """A letter with answers to read. ``secret`` is known to no coder; ``unit`` is the vacancy: two letters share it."""

    letter: str
    unit: str
    secret: str


def blind_number(secret: str, *, coder: str, turn: int) -> str:
    """The number under which this coder sees the letter, such as ``K7Q2M-D4XP3``; another in each round of coding."""
    digest = hashlib.sha256("\x1f".join(("stagekans coding", secret, coder, str(turn))).encode()).digest()
    number = base64.b32encode(digest).decode()[:_LETTERS]
    return f"{number[:5]}-{number[5:]}"


def next_letter(unread: Sequence[Unread], *, coder: str, turn: int, last_unit: str | None) -> Unread | None:
    """What this coder reads next: by his own numbers, so neither by pair nor in the order of sending.

    The other letter to the vacancy that he read last waits while there is anything else.
    """
    return min(
        unread,
        key=lambda one: (one.unit == last_unit, blind_number(one.secret, coder=coder, turn=turn)),
        default=None,
    )
