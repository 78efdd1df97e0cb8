"""Headers on every answer: what the browser may load, and what it may keep."""

from __future__ import annotations

from typing import Final

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope, Send

from api.settings import Settings
from api.web.session import FORM_COOKIE, SessionContext, cookie_name, cookies_of, form_cookie

#: Nothing inline, nothing from elsewhere; htmx and our own script come from /static.
CONTENT_SECURITY_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)

SECURITY: Final[tuple[tuple[str, str], ...]] = (
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
)


def with_headers(scope: Scope, send: Send, settings: Settings, session: SessionContext | None) -> Send:
    """A ``send`` that puts the headers on the answer.

    Everything but the files under /static is personal: no browser or proxy keeps it. Somebody without a session gets
    the token of the sign-in form along with his first page.
    """
    path = scope["path"]
    kept = "no-store"
    if path.startswith("/static/"):
        # ``?v=`` is the hash of the file: a new version has a new address.
        kept = (
            "public, max-age=31536000, immutable" if scope["query_string"].startswith(b"v=") else "public, max-age=600"
        )
    cookie: str | None = None
    if session is not None and session.actor is None and not path.startswith(("/api/", "/schema")):
        name = cookie_name(settings, FORM_COOKIE)
        if cookies_of(list(scope["headers"])).get(name) != session.csrf_token:
            cookie = form_cookie(settings, session.csrf_token).to_header(header="")

    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableScopeHeaders.from_message(message)
            for name, value in SECURITY:
                headers.setdefault(name, value)
            if settings.secure_cookies:
                headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
            headers.setdefault("Cache-Control", kept)
            if cookie is not None and headers.get("content-type", "").startswith("text/html"):
                headers.add("Set-Cookie", cookie)
        await send(message)

    return wrapped
