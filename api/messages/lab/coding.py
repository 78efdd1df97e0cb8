"""Coding: what a coder reads and says, and how far the coding is for who leads the study."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

LONGEST_PERSON = 200

ReplyKind = Literal["reply", "automatic", "call", "letter"]


class BlindReply(msgspec.Struct, frozen=True, kw_only=True):
    """A reply without who wrote to whom. ``day``: whole days after the letter was sent."""

    kind: ReplyKind
    day: int
    text: str


class BlindLetter(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that came on one letter. ``number`` is known to this coder alone. ``chosen``: his code, to change."""

    number: str
    replies: tuple[BlindReply, ...]
    chosen: str | None = None


class OwnCode(msgspec.Struct, frozen=True, kw_only=True):
    """The code that this coder gave last."""

    number: str
    outcome: str


class CodingView(msgspec.Struct, frozen=True, kw_only=True):
    """The work of one coder. ``letter``: what he reads next; None: nothing now.

    ``open``: codes can be given in this state of the study. ``outcomes``: the codes of the protocol, in its order.
    ``changeable``: the code given last, while he may take it back. ``round`` counts from 1.
    """

    open: bool
    round: int
    done: int
    total: int
    outcomes: tuple[str, ...]
    letter: BlindLetter | None = None
    changeable: OwnCode | None = None


class NewCode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a coder says. ``replies_read``: how many there were on his page. ``change``: in the place of his last."""

    number: str
    outcome: str
    replies_read: int
    change: bool = False


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How far two coders agree beyond chance, over the letters that two have read.

    ``method``: Cohen's kappa where two people read everything, else Fleiss's. ``estimate`` is None where it does not
    exist: both used one code for everything.
    """

    method: Literal["cohen_kappa", "fleiss_kappa"]
    letters: int
    agreed: int
    estimate: float | None
    lower: float | None
    upper: float | None
    confidence: float


class CodingRound(msgspec.Struct, frozen=True, kw_only=True):
    """One round of coding. ``reason`` and ``at`` say why it began; the first needs none."""

    round: int
    reason: str | None
    at: dt.datetime | None
    agreement: Agreement | None


#: What stands in the way of the lock, in this order.
Obstacle = Literal["days_running", "unreadable", "uncoded", "disagreements", "kappa_too_low"]


class CodesView(msgspec.Struct, frozen=True, kw_only=True):
    """How far the coding is; no outcome of any applicant.

    ``sent`` letters are: ``days_running`` (no answer yet, the days of the protocol are not over), ``no_answer``,
    ``undeliverable``, ``detected`` (by rule), ``unknown`` (withdrawn before the days were over, without an answer) and
    ``to_read``. Of these ``unreadable`` wait for their redaction, ``by_none``, ``by_one`` and ``by_two`` count coders,
    ``disagreements`` wait for a third, ``by_third`` had one. ``homeless`` replies belong to no letter yet.
    """

    round: int
    coders: int
    sent: int
    days_running: int
    no_answer: int
    undeliverable: int
    detected: int
    unknown: int
    to_read: int
    unreadable: int
    by_none: int
    by_one: int
    by_two: int
    disagreements: int
    by_third: int
    homeless: int
    least_kappa: float | None
    rounds: tuple[CodingRound, ...]
    obstacles: dict[Obstacle, int]
    unblinding: Unblinding | None = None

    @property
    def agreement(self) -> Agreement | None:
        """Of the round that counts."""
        return self.rounds[-1].agreement


class Unblinding(msgspec.Struct, frozen=True, kw_only=True):
    """Who decided that the trait is revealed, and why then."""

    person: str
    reason: str
    at: dt.datetime


class NewRoundOfCoding(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Code everything again, and why."""

    reason: str


class NewUnblinding(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Reveal the trait. ``person``: who decided it."""

    person: str
    reason: str
