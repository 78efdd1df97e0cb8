"""Waiting for what another process does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

Answer = TypeVar("Answer")


async def until(
    ask: Callable[[], Awaitable[Answer]], fits: Callable[[Answer], bool], *, seconds: float = 120
) -> Answer:
    """Ask until the answer fits; :class:`AssertionError` with the last answer after `seconds`."""
    end = time.monotonic() + seconds
    while not fits(answer := await ask()):
        assert time.monotonic() < end, f"still {answer!r} after {seconds} s"
        await asyncio.sleep(0.02)
    return answer
