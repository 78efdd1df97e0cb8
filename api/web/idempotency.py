"""A post that is sent twice happens once.

A program that posts to the API with the header ``Idempotency-Key`` may send the same post again when it did not hear
the answer: it gets the first answer, with ``Idempotency-Replayed: true``. The same key with another post is refused.
While the first is still being answered, a second gets 409. Only a post that did something keeps its key: one that was
refused may be mended and sent again under the same key. Keys are kept for a day.
"""

from __future__ import annotations

import hashlib
from typing import Final

from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.middleware import ASGIMiddleware
from litestar.types import (
    ASGIApp,
    HTTPReceiveMessage,
    HTTPRequestEvent,
    HTTPScope,
    Message,
    Receive,
    Scope,
    Send,
    WebSocketReceiveMessage,
)

from api.messages.faults import Conflict, Unusable
from api.services.idempotency import Answer, Key, begin, finish, release

HEADER: Final = b"idempotency-key"
PREFIX: Final = "/api/v1/"


class IdempotencyMiddleware(ASGIMiddleware):
    """Keeps the first answer to a post with a key, for the account that sent it."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, *, largest_body: int) -> None:
        self.largest_body = largest_body

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Answer from the store, or let the handler answer and store that."""
        key = next((value.decode("latin-1") for name, value in scope["headers"] if name == HEADER), None)
        session = scope["state"].get("session")
        actor = session.actor if session is not None else None
        if scope["type"] != ScopeType.HTTP or key is None or actor is None:
            await next_app(scope, receive, send)
            return
        if scope["method"] != "POST" or not scope["path"].startswith(PREFIX):
            await next_app(scope, receive, send)
            return
        if not 1 <= len(key) <= 200 or not key.isascii() or not key.isprintable():
            raise Unusable({"Idempotency-Key": "length"})
        body = await _read(receive, self.largest_body)
        pool = scope["litestar_app"].state.pool
        claim = Key(account_id=actor.account_id, key=key, request_sha256=_digest(scope, body))
        if (stored := await begin(pool, claim)) is not None:
            await _replay(stored, send)
            return
        kept = _Kept()
        try:
            await next_app(scope, _again(body, receive), kept.receive)
        except BaseException:
            await release(pool, claim)
            raise
        if 200 <= kept.status < 300:
            await finish(pool, claim, Answer(status=kept.status, body=kept.body, media_type=kept.media_type))
        else:
            await release(pool, claim)
        for message in kept.messages:
            await send(message)


async def _read(receive: Receive, largest: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise Conflict("client_gone")
        chunks.append(message["body"])
        size += len(message["body"])
        if size > largest:
            raise HTTPException(status_code=413)
        if not message["more_body"]:
            return b"".join(chunks)


def _digest(scope: HTTPScope, body: bytes) -> str:
    """What makes two posts the same: address and content. The boundary of a form with files is new each time."""
    kind = next((value for name, value in scope["headers"] if name == b"content-type"), b"")
    before, _, boundary = kind.partition(b"boundary=")
    if boundary:
        body = body.replace(boundary.strip(b'"'), b"-")
    digest = hashlib.sha256()
    for part in (scope["path"].encode(), scope["query_string"], before, body):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _again(body: bytes, receive: Receive) -> Receive:
    """The body once more, then whatever the connection says."""
    given = False

    async def once_more() -> HTTPReceiveMessage | WebSocketReceiveMessage:
        nonlocal given
        if given:
            return await receive()
        given = True
        return HTTPRequestEvent(type="http.request", body=body, more_body=False)

    return once_more


async def _replay(answer: Answer, send: Send) -> None:
    headers = [
        (b"content-type", answer.media_type.encode()),
        (b"content-length", str(len(answer.body)).encode()),
        (b"idempotency-replayed", b"true"),
    ]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body, "more_body": False})


class _Kept:
    """The answer of the handler, held back until it is stored."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.status = 500
        self.body = b""
        self.media_type = "application/json"

    async def receive(self, message: Message) -> None:
        self.messages.append(message)
        if message["type"] == "http.response.start":
            self.status = message["status"]
            found = [value for name, value in message["headers"] if name.lower() == b"content-type"]
            self.media_type = found[0].decode("latin-1") if found else self.media_type
        elif message["type"] == "http.response.body":
            self.body += message["body"]
