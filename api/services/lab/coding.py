"""The work of a coder: he reads what came on a letter without knowing whose letter it was, and says what it is.

A code is given once. Its coder may take back the one he gave last, until somebody else has read the same letter; then
it is part of the agreement that the report tells. Where another reply came in since his page was made, he reads first.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import get_args

import asyncpg
import msgspec

from api.messages.accounts import Actor
from api.messages.faults import Conflict, NotFound, Unusable
from api.messages.lab.coding import BlindLetter, BlindReply, CodingView, NewCode, OwnCode
from api.services import events
from api.services.lab.chain import protocol_of
from api.services.lab.final_outcomes import Letter, letters_of
from api.services.lab.studies import check_state, found, taken
from api.services.pool import Pool
from db.lab import coding
from db.lab.studies import StudyRow
from db.pool import transaction
from testing_lab.coding.blind import Unread, blind_number, next_letter
from testing_lab.coding.codes import Code, Turn, may_change, turn_of
from testing_lab.fieldwork.study_states import ALLOWED
from testing_lab.protocol.document import Protocol


class _Desk(msgspec.Struct, frozen=True, kw_only=True):
    """What lies before one coder."""

    coder: str
    protocol: Protocol
    round: int
    letters: tuple[Letter, ...]
    turns: frozenset[Turn]

    def number(self, letter: Letter) -> str:
        return blind_number(letter.row.token, coder=self.coder, turn=self.round)

    def own(self, letter: Letter) -> Code | None:
        return next((one for one in letter.codes if one.coder == self.coder), None)

    def waiting(self) -> list[Letter]:
        return [one for one in self.letters if self.turn(one) is not None]

    def turn(self, letter: Letter) -> Turn | None:
        """In which turn he reads it; None: not he, or not now."""
        turn = turn_of(letter.codes, coder=self.coder, replies=letter.row.replies)
        return turn if turn in self.turns else None

    def done(self) -> list[tuple[Code, Letter]]:
        """Read by this coder, the last first; what he has to read again is not done."""
        mine = [(own, one) for one in self.letters if (own := self.own(one)) and own.replies_read == one.row.replies]
        return sorted(mine, key=lambda pair: pair[0].at, reverse=True)

    def changeable(self) -> tuple[Code, Letter] | None:
        done = self.done()
        return done[0] if done and may_change(done[0][1].codes, coder=self.coder) else None


async def get_coding(pool: Pool, actor: Actor, study_id: uuid.UUID, *, change: bool = False) -> CodingView:
    """What this coder reads next; with ``change`` the letter of the code that he gave last, while he may change it.

    Raises
    ------
    NotAllowed
        The actor does not code in this study.
    """
    async with pool.acquire() as connection:
        study = await found(connection, actor, study_id, "coder")
        if study.state not in ALLOWED["code_reply"]:
            return CodingView(open=False, round=1, done=0, total=0, outcomes=())
        desk = await _desk(connection, actor, study)
        waiting, done, changeable = desk.waiting(), desk.done(), desk.changeable()
        chosen: Letter | None = None
        if change and changeable is not None:
            chosen = changeable[1]
        elif waiting:
            chosen = _next(desk, waiting, str(done[0][1].row.number) if done else None)
        letter = None
        if chosen is not None:
            replies = await coding.readable(connection, study_id, chosen.row.dispatch_id)
            own = desk.own(chosen)
            letter = BlindLetter(
                number=desk.number(chosen),
                replies=tuple(_blind(one, chosen.row.sent_at) for one in replies),
                chosen=own.outcome if change and own is not None else None,
            )
    return CodingView(
        open=True,
        round=desk.round,
        done=len(done),
        total=len(done) + len(waiting),
        outcomes=tuple(one.code for one in desk.protocol.outcomes.codes),
        letter=letter,
        changeable=None
        if changeable is None
        else OwnCode(number=desk.number(changeable[1]), outcome=changeable[0].outcome),
    )


async def give_code(pool: Pool, actor: Actor, study_id: uuid.UUID, asked: NewCode) -> None:
    """Keep what a coder says of a letter, or what he says now in the place of his last code.

    Raises
    ------
    StudyRefused
        The study is not in the field any more, or not yet: locked codes do not change.
    NotFound
        This coder knows no letter by that number.
    Unusable
        The code is none of the protocol.
    Conflict
        ``coded_already``: he has said it, and does not ask to change it. ``code_is_paired``: somebody else has read the
        letter. ``code_not_last``: he has given another code since. ``letter_is_decided``: others were before him.
        ``replies_changed``: there is more, or less, to read than was on his page.
    """
    async with transaction(pool) as connection:
        study = await taken(connection, actor, study_id, "coder")
        check_state("code_reply", study.state)
        desk = await _desk(connection, actor, study)
        letter = next((one for one in desk.letters if desk.number(one) == asked.number), None)
        if letter is None:
            raise NotFound(what="letter")
        if asked.outcome not in {one.code for one in desk.protocol.outcomes.codes}:
            raise Unusable({"outcome": "not_a_choice" if asked.outcome else "missing"})
        if asked.replies_read != letter.row.replies:
            raise Conflict("replies_changed")
        turn = _turn(desk, letter, change=asked.change)
        await coding.give(
            connection, study_id, letter.row.dispatch_id, number=desk.round, turn=turn, account_id=actor.account_id,
            outcome=asked.outcome, replies_read=letter.row.replies,
        )  # fmt: skip
        kind = "code_changed" if asked.change else "code_given"
        await events.record(connection, actor, kind, f"study:{study_id}", letter=asked.number, round=desk.round)


def _turn(desk: _Desk, letter: Letter, *, change: bool) -> str:
    own = desk.own(letter)
    if own is not None and own.replies_read == letter.row.replies:
        if not change:
            raise Conflict("coded_already")
        if not may_change(letter.codes, coder=desk.coder):
            raise Conflict("code_is_paired")
        if desk.done()[0][1] is not letter:
            raise Conflict("code_not_last")
        return own.turn
    turn = desk.turn(letter)
    if turn is None:
        raise Conflict("letter_is_decided")
    return turn


async def _desk(connection: asyncpg.Connection, actor: Actor, study: StudyRow) -> _Desk:
    protocol = protocol_of(study)
    number = await coding.current_round(connection, study.study_id)
    everything = await letters_of(
        connection, study.study_id, protocol, number=number, now=dt.datetime.now(dt.UTC)
    )  # fmt: skip
    readable = tuple(one for one in everything if one.fate.status == "to_read" and not one.row.unreadable)
    return _Desk(
        coder=str(actor.account_id), protocol=protocol, round=number, letters=readable, turns=_turns(protocol, number)
    )


def _turns(protocol: Protocol, number: int) -> frozenset[Turn]:
    """Of a call caller and second listener give the first two codes; who only reads the notes decides between them.

    Without a second listener a reader gives the second code, and once all is coded again readers give all of them.
    """
    if protocol.design.kind != "mystery_call" or number > 1:
        return frozenset(get_args(Turn))
    return frozenset({"third"} if protocol.fieldwork.second_listener else {"second", "third"})


def _next(desk: _Desk, waiting: list[Letter], last_unit: str | None) -> Letter:
    unread = {
        one.row.dispatch_id: Unread(letter=one.row.dispatch_id, unit=str(one.row.number), secret=one.row.token)
        for one in waiting
    }
    chosen = next_letter(tuple(unread.values()), coder=desk.coder, turn=desk.round, last_unit=last_unit)
    return next(one for one in waiting if chosen is not None and one.row.dispatch_id == chosen.letter)


def _blind(reply: coding.ReadableRow, sent: dt.datetime) -> BlindReply:
    return BlindReply(
        kind=reply.kind,  # type: ignore[arg-type]  # the query leaves bounces out
        day=max(0, (reply.received_at - sent) // dt.timedelta(days=1)),
        text=reply.redacted,
    )
