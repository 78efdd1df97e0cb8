"""The coders of the demo: they read carefully, and one of them now and then wrongly."""

from __future__ import annotations

import random
import uuid
from typing import Final

from api.messages.accounts import Actor
from api.messages.lab.coding import NewCode
from api.services.lab.coding import get_coding, give_code
from api.services.lab.demo.answers import code_of
from api.services.pool import Pool

_MISREAD: Final = {"asks_information": "waiting_list", "asks_to_call": "invited", "invited": "asks_to_call"}


async def read(pool: Pool, coder: Actor, study_id: uuid.UUID, *, most: int | None = None, misreads: float = 0.0) -> int:
    """Read what lies there, until so many are done; ``misreads`` is the share that goes wrong. How many are done."""
    while True:
        desk = await get_coding(pool, coder, study_id)
        if desk.letter is None or (most is not None and desk.done >= most):
            return desk.done
        letter = desk.letter
        outcome = code_of(letter.replies[-1].text)
        chance = random.Random(f"{coder.display_name} {desk.done}")  # noqa: S311  # a demo keeps no secret
        if chance.random() < misreads:
            outcome = _MISREAD.get(outcome, outcome)
        asked = NewCode(number=letter.number, outcome=outcome, replies_read=len(letter.replies))
        await give_code(pool, coder, study_id, asked)
