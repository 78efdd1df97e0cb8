"""The codes of one letter: whose turn it is, and what was decided.

Two coders read the answers to each letter. Where they disagree a third decides, without knowing what they said or that
he is the third. A code counts only while it is about everything there is to read: after a further answer its coder, or
another in his place, reads again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final, Literal

import msgspec

Turn = Literal["first", "second", "third"]
BOTH: Final[tuple[Turn, ...]] = ("first", "second")


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """What one coder said. ``replies_read``: how many answers there were to read, from 1 up."""

    coder: str
    turn: Turn
    outcome: str
    replies_read: int
    at: dt.datetime


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of a letter, and the moment at which it was final."""

    outcome: str
    at: dt.datetime


def counting(codes: Sequence[Code], *, replies: int) -> dict[Turn, Code]:
    """The codes that count while there are so many answers: the first two, and the third where it is about them."""
    fresh = {one.turn: one for one in codes if one.replies_read == replies}
    if not _apart(fresh):
        fresh.pop("third", None)
    return fresh


def decided(codes: Sequence[Code], *, replies: int) -> Decided | None:
    """What two coders agree on, or else what the third said; None while that is open."""
    fresh = counting(codes, replies=replies)
    if len(fresh) < 2:
        return None
    if not _apart(fresh):
        return Decided(outcome=fresh["first"].outcome, at=max(one.at for one in fresh.values()))
    third = fresh.get("third")
    return None if third is None else Decided(outcome=third.outcome, at=max(one.at for one in fresh.values()))


def disagreement(codes: Sequence[Code], *, replies: int) -> bool:
    """Two coders said different things, and no third has decided."""
    fresh = counting(codes, replies=replies)
    return _apart(fresh) and "third" not in fresh


def turn_of(codes: Sequence[Code], *, coder: str, replies: int) -> Turn | None:
    """In which turn this coder has something to read here; None: nothing.

    A coder keeps his turn when he reads again. A turn whose code does not count any more may be taken by another.
    """
    fresh = counting(codes, replies=replies)
    own = next((one for one in codes if one.coder == coder), None)
    if own is not None and own.replies_read == replies:
        return None
    free = [turn for turn in BOTH if turn not in fresh]
    if free:
        if own is not None:
            return own.turn if own.turn in free else None
        nobodys = [turn for turn in free if all(one.turn != turn for one in codes)]
        return (nobodys or free)[0]
    if disagreement(codes, replies=replies) and (own is None or own.turn == "third"):
        return "third"
    return None


def may_change(codes: Sequence[Code], *, coder: str) -> bool:
    """A coder may take back his code until anybody else has read the same letter: from then on it is part of the
    agreement that the report tells.
    """
    return [one.coder for one in codes] == [coder]


def _apart(fresh: dict[Turn, Code]) -> bool:
    return all(turn in fresh for turn in BOTH) and fresh["first"].outcome != fresh["second"].outcome
