"""What shouts on every page of a study: withdrawals that are late, recordings that should be gone, open gates."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import asyncpg
import msgspec

from api.messages.lab.fieldwork import Alarms
from api.services.clock import CLOCK
from api.services.lab.gates import open_again
from db.lab import calls, withdrawals
from db.lab.withdrawals import PositiveRow
from testing_lab.fieldwork.study_states import ALLOWED
from testing_lab.fieldwork.withdrawal import (
    HOURS,
    PositiveReply,
    SentWithdrawal,
    WithdrawalClock,
    withdrawal_clock,
)
from testing_lab.protocol.document import Protocol

#: States of a study in which nobody has answered yet.
_BEFORE = frozenset({"draft", "registered"})
#: States in which an open gate keeps something from going on.
_GUARDED = ALLOWED["amend_protocol"]


def hours_of(protocol: dict[str, Any]) -> int:
    """Within how many hours a company hears that the applicant withdraws."""
    hours: int | None = (protocol.get("ethics") or {}).get("withdrawal_hours")
    return hours or HOURS


def clock_of(rows: list[PositiveRow], protocol: dict[str, Any], now: dt.datetime) -> WithdrawalClock:
    """What is owed at this moment, the most urgent first."""
    sent = {row.dispatch_id: row for row in rows if row.withdrawn_at is not None}
    return withdrawal_clock(
        replies=[
            PositiveReply(dispatch_id=row.dispatch_id, unit_id=str(row.number), received=row.received_at)
            for row in rows
        ],
        withdrawals=[
            # One text for all: that of the protocol.
            SentWithdrawal(dispatch_id=row.dispatch_id, unit_id=str(row.number), sent=row.withdrawn_at, text_sha256="")
            for row in sent.values()
            if row.withdrawn_at is not None
        ],
        now=now,
        hours=hours_of(protocol),
    )


async def alarms(
    connection: asyncpg.Connection, study_id: uuid.UUID, state: str, protocol: dict[str, Any], now: dt.datetime
) -> Alarms:
    """The alarms of a study at this moment."""
    gates = len(await open_again(connection, study_id, msgspec.convert(protocol, Protocol))) if state in _GUARDED else 0
    if state in _BEFORE:
        return Alarms(gates=gates)
    today = now.astimezone(CLOCK).date()
    kept = await calls.recordings(connection, study_id)
    tasks = clock_of(await withdrawals.positive(connection, study_id), protocol, now).tasks
    return Alarms(
        overdue=sum(one.state == "overdue" for one in tasks),
        open=sum(one.state == "open" for one in tasks),
        recordings=sum(one.recording_until < today for one in kept),
        gates=gates,
    )
