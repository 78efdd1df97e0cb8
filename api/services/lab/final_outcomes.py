"""What came of every letter: by the protocol's rules, or by its coders; fixed for good when the codes are locked.

Before the lock it is worked out anew each time, so that a reply that comes in counts at once. The lock writes it down
once (``lab.final_outcome``); from then on nothing that comes in changes it, and the analysis reads that.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Final

import asyncpg
import msgspec

from db.lab import coding
from db.lab.coding import CodeRow, FinalRow, LetterRow
from testing_lab.coding.by_rule import Fate, SentLetter, fate_of
from testing_lab.coding.codes import Code, Decided, decided
from testing_lab.protocol.document import Protocol

LOCKED_STATES: Final = frozenset({"coded", "unblinded", "analysed", "archived"})


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that was sent, what the rules say of it, and its codes of this round."""

    row: LetterRow
    fate: Fate
    codes: tuple[Code, ...]

    @property
    def decided(self) -> Decided | None:
        """What its coders decided; None where they have nothing to read, or are not done."""
        if self.fate.status != "to_read" or self.row.unreadable:
            return None
        return decided(self.codes, replies=self.row.replies)


async def letters_of(
    connection: asyncpg.Connection, study_id: uuid.UUID, protocol: Protocol, *, number: int, now: dt.datetime
) -> tuple[Letter, ...]:
    """Every letter that was sent, with the codes of one round."""
    by_letter: dict[str, list[Code]] = {}
    for one in await coding.codes(connection, study_id, number):
        by_letter.setdefault(one.dispatch_id, []).append(code_of(one))
    return tuple(
        Letter(
            row=row,
            fate=fate_of(sent_letter(row), no_answer_days=protocol.outcomes.no_answer_days, now=now),
            codes=tuple(by_letter.get(row.dispatch_id, ())),
        )
        for row in await coding.letters(connection, study_id)
    )


async def final_outcomes(
    connection: asyncpg.Connection, study_id: uuid.UUID, protocol: Protocol, *, state: str, now: dt.datetime
) -> list[FinalRow]:
    """What is final by now: as it was locked, or else as it stands."""
    if state in LOCKED_STATES:
        return await coding.locked(connection, study_id)
    number = await coding.current_round(connection, study_id)
    return final_of(await letters_of(connection, study_id, protocol, number=number, now=now))


def final_of(letters: Sequence[Letter]) -> list[FinalRow]:
    """The letters of which the outcome is final; an outcome that nobody can know is final too."""
    final = []
    for one in letters:
        if one.fate.status in ("by_rule", "unknown") and one.fate.at is not None:
            said_by = "rule" if one.fate.outcome else "nobody"
            final.append(_row(one, one.fate.outcome, said_by, one.fate.at))
        elif (found := one.decided) is not None:
            final.append(_row(one, found.outcome, "coders", found.at))
    return final


def sent_letter(row: LetterRow) -> SentLetter:
    """The letter as the rules want it."""
    return SentLetter(
        state=row.state,  # type: ignore[arg-type]  # the database holds no other state
        sent=row.sent_at, first_reply=row.first_reply_at, bounced=row.bounced_at, withdrawn=row.withdrawn_at,
    )  # fmt: skip


def code_of(row: CodeRow) -> Code:
    """The code as the rules want it."""
    return Code(
        coder=str(row.account_id),
        turn=row.turn,  # type: ignore[arg-type]  # the database holds no other turn
        outcome=row.outcome, replies_read=row.replies_read, at=row.coded_at,
    )  # fmt: skip


def _row(letter: Letter, outcome: str | None, said_by: str, at: dt.datetime) -> FinalRow:
    return FinalRow(dispatch_id=letter.row.dispatch_id, outcome=outcome, said_by=said_by, decided_at=at)
