"""Words of a person that go into the log of a study: short, and without the name of a company."""

from __future__ import annotations

import uuid
from typing import Final

import asyncpg

from api.messages.faults import Unusable
from api.services.lab.folded_text import fold
from db.lab import dispatches

LONGEST_REASON: Final = 500
LEAST_REASON: Final = 5
#: A name of fewer letters is part of many words.
_SHORTEST_NAME: Final = 4


async def checked_reason(
    connection: asyncpg.Connection, study_id: uuid.UUID, typed: str, *, most: int = LONGEST_REASON
) -> str:
    """The reason on one line.

    Raises
    ------
    Unusable
        It is missing, too short or too long, or it names a company of the study or a mail address: the log is kept when
        the key file is gone.
    """
    reason = " ".join(typed.split())
    if not reason:
        raise Unusable({"reason": "missing"})
    if len(reason) < LEAST_REASON:
        raise Unusable({"reason": "too_short"})
    if len(reason) > most:
        raise Unusable({"reason": "too_long"})
    await check_names(connection, study_id, reason)
    return reason


async def check_names(
    connection: asyncpg.Connection, study_id: uuid.UUID, words: str, *, field: str = "reason"
) -> None:
    """Nothing where the words name no company of the study.

    Raises
    ------
    Unusable
        They name one, or hold a mail address: ``names_company`` at the field.
    """
    said = fold(" ".join(words.split()))
    named = [fold(" ".join(one.split())) for one in await dispatches.companies(connection, study_id)]
    if "@" in said or any(len(one) >= _SHORTEST_NAME and one in said for one in named):
        raise Unusable({field: "names_company"})
