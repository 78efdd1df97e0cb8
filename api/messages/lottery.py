"""A lottery that can be watched: committed before the round, revealed after it."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec

from api.messages.runs import RunState

LotteryState = Literal["committed", "witnessed", "used", "revealed", "replaced"]


class Commit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Fix the seed of the lottery of a round. ``secret`` empty: the program draws one.

    ``reason``: where the round has a lottery already, why that one is put aside; at least ten characters, and public.
    """

    secret: str = ""
    reason: str = ""


class Witness(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Public randomness that nobody could know when the lottery was committed, and who brought it."""

    public_text: str
    source: str
    witness: str


class LotteryRunView(msgspec.Struct, frozen=True, kw_only=True):
    """A run that used the lottery. ``as_witnessed``: its input is what the witness saw frozen (None: no witness)."""

    run_id: uuid.UUID
    number: int
    state: RunState
    created_at: dt.datetime
    finished_at: dt.datetime | None
    students: int
    input_sha256: str
    as_witnessed: bool | None


class LotteryView(msgspec.Struct, frozen=True, kw_only=True):
    """One lottery. ``salt``, ``secret`` and ``seed`` come when it is revealed, or replaced by another."""

    lottery_id: uuid.UUID
    round_id: uuid.UUID
    number: int
    state: LotteryState
    commitment_sha256: str
    drawn: bool
    earlier_runs: int
    committed_by: str
    committed_at: dt.datetime
    public_text: str | None
    source: str | None
    witness: str | None
    frozen_sha256: str | None
    frozen_students: int | None
    frozen_offers: int | None
    witnessed_by: str | None
    witnessed_at: dt.datetime | None
    used_at: dt.datetime | None
    opened_by: str | None
    opened_at: dt.datetime | None
    reason: str | None
    salt: str | None
    secret: str | None
    seed: str | None
    runs: tuple[LotteryRunView, ...] = ()

    @property
    def finished_runs(self) -> tuple[LotteryRunView, ...]:
        """Runs with a result."""
        return tuple(run for run in self.runs if run.state == "finished")


class RoundLottery(msgspec.Struct, frozen=True, kw_only=True):
    """The lotteries of a round, newest first."""

    lotteries: tuple[LotteryView, ...]

    @property
    def current(self) -> LotteryView | None:
        """The lottery that the next run uses."""
        return next((lottery for lottery in self.lotteries if lottery.state != "replaced"), None)

    @property
    def replaced(self) -> tuple[LotteryView, ...]:
        """The lotteries that were put aside."""
        return tuple(lottery for lottery in self.lotteries if lottery.state == "replaced")


class Lot(msgspec.Struct, frozen=True, kw_only=True):
    """The lot number of a student."""

    student_number: str
    lot_number: int


class LotteryRecord(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about the lottery of a round, with the lots of one finished run.

    ``lots`` are those of the asker's programmes, in the order of the lots; ``fits`` is None until the seed is
    revealed, and then whether the seed gives exactly these lots (None too where the asker does not see all students).
    """

    round_name: str
    lottery: LotteryView
    replaced: tuple[LotteryView, ...]
    run: LotteryRunView | None
    lots: tuple[Lot, ...]
    fits: bool | None


class PublicLottery(msgspec.Struct, frozen=True, kw_only=True):
    """What anybody may see of one lottery: nothing about a person. ``students`` in its last finished run.

    ``earlier_runs``: those that the round had before this was committed.
    """

    number: int
    state: LotteryState
    commitment_sha256: str
    committed_at: dt.datetime
    earlier_runs: int
    public_text: str | None
    source: str | None
    witnessed_at: dt.datetime | None
    used_at: dt.datetime | None
    opened_at: dt.datetime | None
    reason: str | None
    salt: str | None
    secret: str | None
    seed: str | None
    runs: int
    students: int | None
    input_sha256: str | None


class PublicRoundLottery(msgspec.Struct, frozen=True, kw_only=True):
    """The lotteries of a round as anybody may see them, newest first."""

    round_name: str
    lotteries: tuple[PublicLottery, ...]


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    """The draw of a student number by a revealed seed. Worked out, not looked up.

    ``hmac_sha256`` in hexadecimal digits; ``before_percent``: how many of all possible draws are smaller;
    ``about``: the lot number that this means among ``students``, give or take the luck of the others.
    """

    student_number: str
    hmac_sha256: str
    before_percent: float
    about: int | None
    students: int | None
