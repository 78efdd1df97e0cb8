"""The first answer to a post, for whoever sends it again."""

from __future__ import annotations

import uuid

import msgspec

from api.messages.faults import Conflict, Unusable
from api.services.pool import Pool
from db import idempotency
from db.pool import transaction


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """A key of an account, and the digest of what it was sent with."""

    account_id: uuid.UUID
    key: str
    request_sha256: str


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer as it went out."""

    status: int
    body: bytes
    media_type: str


async def begin(pool: Pool, claim: Key) -> Answer | None:
    """Take the key; None: go on. The stored answer where this post was answered before.

    Raises
    ------
    Unusable
        The key was used for another post (``idempotency_mismatch``).
    Conflict
        ``in_progress``: the first post with the key is still being answered.
    """
    async with transaction(pool) as connection:
        if await idempotency.claim(connection, claim.account_id, claim.key, claim.request_sha256):
            return None
        stored = await idempotency.answer(connection, claim.account_id, claim.key)
    if stored is None:
        raise Conflict("in_progress")
    if stored.request_sha256 != claim.request_sha256:
        raise Unusable({"Idempotency-Key": "idempotency_mismatch"})
    if stored.status is None or stored.body is None:
        raise Conflict("in_progress")
    return Answer(status=stored.status, body=stored.body, media_type=stored.media_type)


async def finish(pool: Pool, claim: Key, answer: Answer) -> None:
    """Keep the answer for a day."""
    async with transaction(pool) as connection:
        await idempotency.store(connection, claim.account_id, claim.key, answer.status, answer.body, answer.media_type)


async def release(pool: Pool, claim: Key) -> None:
    """Nothing happened: the key is free again."""
    async with transaction(pool) as connection:
        await idempotency.release(connection, claim.account_id, claim.key)
