"""The session of a request: who is asking, in which language, and the token of the forms.

The cookie carries a random token and nothing else. It is ``HttpOnly`` and ``SameSite=Lax``, and over https its name
begins with ``__Host-``, so that no neighbouring site can set it. Somebody who is not signed in has a token for the
sign-in form in a second cookie.
"""

from __future__ import annotations

import ipaddress
import re
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import Any, Final

import msgspec
from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie
from litestar.handlers.base import BaseRouteHandler

from api.messages.accounts import Actor, Language, SignedIn
from api.messages.faults import NotSignedIn
from api.services import accounts
from api.services.pool import Pool
from api.settings import Settings

SESSION_COOKIE: Final = "stagekans_session"
FORM_COOKIE: Final = "stagekans_form"
LANGUAGE_COOKIE: Final = "stagekans_language"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
_LONGEST_SESSION_SECONDS: Final = 24 * 3600


class SessionContext(msgspec.Struct, frozen=True, kw_only=True):
    """What a handler knows about the asker. ``csrf_token`` goes into every form as ``_csrf_token``."""

    actor: Actor | None
    csrf_token: str
    language: Language


def cookie_name(settings: Settings, name: str) -> str:
    """The name as the browser knows it; ``__Host-`` ties a cookie to this host and to https.

    Browsers tell hosts apart and not ports: on one machine the halves must not share a name.
    """
    name = name.replace("stagekans", "stagekans_lab") if settings.half == "lab" else name
    return f"__Host-{name}" if settings.secure_cookies else name


def cookies_of(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """The cookies of a request; none where the header cannot be read."""
    jar: SimpleCookie = SimpleCookie()
    try:
        for name, value in headers:
            if name == b"cookie":
                jar.load(value.decode("latin-1"))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in jar.items()}


def language_of(cookies: dict[str, str], accept_language: str) -> Language:
    """The language for somebody who is not signed in: what he chose, else what his browser asks, else Dutch."""
    chosen = cookies.get(LANGUAGE_COOKIE)
    if chosen in ("nl", "en"):
        return "en" if chosen == "en" else "nl"
    for part in accept_language.lower().split(","):
        wanted = part.split(";")[0].strip()[:2]
        if wanted in ("nl", "en"):
            return "en" if wanted == "en" else "nl"
    return "nl"


async def read_session(pool: Pool, settings: Settings, headers: list[tuple[bytes, bytes]]) -> SessionContext:
    """The session of a request, from its headers. ``csrf_token`` is fresh for somebody without any cookie."""
    cookies = cookies_of(headers)
    token = cookies.get(cookie_name(settings, SESSION_COOKIE), "")
    if _TOKEN.fullmatch(token) and (found := await accounts.session_of(pool, token)) is not None:
        actor, csrf_token = found
        return SessionContext(actor=actor, csrf_token=csrf_token, language=actor.language)
    return anonymous(settings, headers)


def anonymous(settings: Settings, headers: list[tuple[bytes, bytes]]) -> SessionContext:
    """The session of nobody."""
    cookies = cookies_of(headers)
    form_token = cookies.get(cookie_name(settings, FORM_COOKIE), "")
    accept = next((value.decode("latin-1") for name, value in headers if name == b"accept-language"), "")
    return SessionContext(
        actor=None,
        csrf_token=form_token if _TOKEN.fullmatch(form_token) else secrets.token_urlsafe(32),
        language=language_of(cookies, accept),
    )


def settings_of(connection: ASGIConnection[Any, Any, Any, Any]) -> Settings:
    """The settings of the application that handles the request."""
    settings: Settings = connection.app.state.settings
    return settings


def session_of(connection: ASGIConnection[Any, Any, Any, Any]) -> SessionContext:
    """The session of a request, also where no handler was found."""
    session: SessionContext | None = connection.scope["state"].get("session")
    return session or anonymous(settings_of(connection), list(connection.scope["headers"]))


async def session_guard(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Refuse a request whose session could not be read: the database was away."""
    fault: Exception | None = connection.scope["state"].get("session_fault")
    if fault is not None:
        raise fault


def session_token(request: Request[Any, Any, Any]) -> str:
    """The token in the session cookie, for signing out; empty where there is none."""
    return request.cookies.get(cookie_name(settings_of(request), SESSION_COOKIE), "")


def client_address(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """Where the request comes from, as limits count it: an IPv6 caller has a whole /64 to himself, so that is one.

    Of ``X-Forwarded-For`` the last entry of the last line counts: the one that our own proxy wrote. Some proxies add
    a line of their own below what the caller sent.
    """
    address = connection.client.host if connection.client else "local"
    if settings_of(connection).trust_forwarded_for:
        lines = [value.decode("latin-1") for name, value in connection.scope["headers"] if name == b"x-forwarded-for"]
        address = ",".join(lines).split(",")[-1].strip() or address
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4 or found.ipv4_mapped is not None:
        return address
    return str(ipaddress.ip_network((int(found), 64), strict=False))


def signed_in_cookies(settings: Settings, signed_in: SignedIn) -> list[Cookie]:
    """Cookies for the answer to a good sign-in."""
    return [
        _cookie(settings, SESSION_COOKIE, signed_in.token, _LONGEST_SESSION_SECONDS),
        _cookie(settings, FORM_COOKIE, "", 0),
    ]


def signed_out_cookies(settings: Settings) -> list[Cookie]:
    """Cookies for the answer to a sign-out."""
    return [_cookie(settings, SESSION_COOKIE, "", 0)]


def form_cookie(settings: Settings, token: str) -> Cookie:
    """The token of the sign-in form, for as long as the browser is open."""
    return _cookie(settings, FORM_COOKIE, token, None)


def language_cookie(settings: Settings, language: Language) -> Cookie:
    """The language that somebody chose before signing in."""
    return Cookie(
        key=LANGUAGE_COOKIE, value=language, max_age=365 * 24 * 3600, secure=settings.secure_cookies, samesite="lax"
    )


def _cookie(settings: Settings, name: str, value: str, max_age: int | None) -> Cookie:
    return Cookie(
        key=cookie_name(settings, name),
        value=value,
        max_age=max_age,
        path="/",
        secure=settings.secure_cookies,
        httponly=True,
        samesite="lax",
    )


async def provide_session(request: Request[Any, Any, Any]) -> SessionContext:
    """The dependency ``session``."""
    return session_of(request)


async def provide_actor(request: Request[Any, Any, Any]) -> Actor:
    """The dependency ``actor``; refuses where nobody is signed in."""
    actor = session_of(request).actor
    if actor is None:
        raise NotSignedIn
    return actor


async def provide_pool(request: Request[Any, Any, Any]) -> Pool:
    """The dependency ``pool``."""
    pool: Pool = request.app.state.pool
    return pool
