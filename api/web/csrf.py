"""Forms that did not come from our own page are refused.

Whatever changes something must come from this site (``Origin``, ``Sec-Fetch-Site``) and carry the token of the
session: in the field ``_csrf_token`` or the header ``X-CSRF-Token``. Before sign-in the token is that of the form
cookie. Signing in over the JSON API needs no token: another site cannot send JSON here without asking first (CORS),
and we answer no such question.
"""

from __future__ import annotations

import secrets
from typing import Any, Final
from urllib.parse import urlsplit

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from api.messages.faults import CsrfFailed, NotSignedIn
from api.web.session import FORM_COOKIE, SessionContext, cookie_name, session_of, settings_of

HEADER: Final = "X-CSRF-Token"
FIELD: Final = "_csrf_token"
SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
#: Forms for somebody who is not signed in.
WITHOUT_ACTOR: Final = frozenset({"/sign-in", "/sign-out", "/language"})
#: Below this, forms are for anybody.
PUBLIC: Final = "/lottery/"
SIGN_IN_PATH: Final = "/api/v1/session"


async def csrf_guard(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Let through what is safe, or ours."""
    if not isinstance(connection, Request) or connection.method in SAFE_METHODS:
        return
    if not _from_this_site(connection):
        raise CsrfFailed
    session = session_of(connection)
    if connection.url.path == SIGN_IN_PATH and connection.method == "POST":
        if connection.content_type[0] != "application/json":
            raise CsrfFailed
        return
    if session.actor is None and connection.url.path.startswith("/api/"):
        return  # there is nothing to abuse: the handler answers that nobody is signed in
    if session.actor is None and connection.content_type[0] == "multipart/form-data":
        raise NotSignedIn  # nobody sends a file before signing in: not a byte of it is read
    expected = _expected(connection, session)
    if expected is None or not secrets.compare_digest((await _given(connection)).encode(), expected.encode()):
        if connection.content_type[0] == "multipart/form-data":
            await (await connection.form()).close()  # files that came along: no handler will close them now
        elif connection.content_type[0] == "application/x-www-form-urlencoded":
            connection.scope["state"]["typed"] = dict(await connection.form())
        if session.actor is None and not _for_anybody(connection.url.path):
            raise NotSignedIn  # the session ended while somebody was typing
        raise CsrfFailed


def _for_anybody(path: str) -> bool:
    return path in WITHOUT_ACTOR or path.startswith(PUBLIC)


def _from_this_site(request: Request[Any, Any, Any]) -> bool:
    """What the browser says about where the request was made. Programs say nothing."""
    if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    if origin is None:
        return True
    ours = {request.headers.get("host", ""), urlsplit(settings_of(request).public_url).netloc}
    try:
        return urlsplit(origin).netloc in ours - {""}
    except ValueError:
        return False


def _expected(request: Request[Any, Any, Any], session: SessionContext) -> str | None:
    """The token of the session; before sign-in that of the cookie, and nothing fits where there is no cookie."""
    if session.actor is None and not request.cookies.get(cookie_name(settings_of(request), FORM_COOKIE)):
        return None
    return session.csrf_token


async def _given(request: Request[Any, Any, Any]) -> str:
    header = request.headers.get(HEADER)
    if header is not None:
        return header
    if request.content_type[0] in ("application/x-www-form-urlencoded", "multipart/form-data"):
        field = (await request.form()).get(FIELD)
        return field if isinstance(field, str) else ""
    return ""
