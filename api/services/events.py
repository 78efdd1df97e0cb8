"""The account of who did what, when and why: append-only and hash-chained, written in the caller's transaction."""

from __future__ import annotations

import asyncpg

from api.messages.accounts import Actor
from db import events


async def record(
    connection: asyncpg.Connection,
    actor: Actor | None,
    kind: str,
    subject: str,
    **facts: str | int | bool | None,
) -> int:
    """Append an event; its number. ``actor`` is None for the program itself. ``subject`` is like ``run:<id>``."""
    account_id = None if actor is None else actor.account_id
    return await events.append(connection, account_id=account_id, kind=kind, subject=subject, facts=facts)
