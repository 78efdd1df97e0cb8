"""No more requests from one account, or one address, than people and their programs need."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from api.services.rate_limits import spend
from api.web.csrf import SAFE_METHODS
from api.web.session import client_address, session_of, settings_of


async def rate_limit_guard(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Count requests of the API, and whatever changes something. Reading pages is free."""
    limit = settings_of(connection).requests_per_minute
    if not isinstance(connection, Request) or limit == 0:
        return
    if connection.method in SAFE_METHODS and not connection.url.path.startswith("/api/"):
        return
    actor = session_of(connection).actor
    caller = f"account:{actor.account_id}" if actor else f"address:{client_address(connection)}"
    await spend(connection.app.state.pool, caller, limit=limit, window_seconds=60)
