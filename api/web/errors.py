"""Errors as answers: problem+json for programs, a page for people.

Who gets which: an address under ``/api/`` answers problem+json; elsewhere a page, unless the caller asks for JSON and
not for HTML.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any, Final
from urllib.parse import urlencode

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ExceptionHandlersMap

from api.web.problems import Problem, describe
from api.web.session import session_of

PROBLEM_JSON: Final = "application/problem+json"
SIGN_IN_PAGE: Final = "/sign-in"

log: structlog.stdlib.BoundLogger = structlog.get_logger("stagekans.web")

AnyRequest = Request[Any, Any, Any]
#: Makes the page of a problem. The pages give it; this room knows no template.
ShowPage = Callable[[AnyRequest, Problem], str]


def _spec(description: str) -> ResponseSpec:
    return ResponseSpec(Problem, description=description, media_type=PROBLEM_JSON, generate_examples=False)


#: What every operation of the JSON API may answer besides its own; ``api.application`` adds it to the OpenAPI document.
PROBLEM_RESPONSES: Final[dict[int, ResponseSpec]] = {
    400: _spec("The request cannot be read"),
    401: _spec("Nobody is signed in"),
    403: _spec("This account may not do this, or the CSRF token is missing"),
    404: _spec("This does not exist, or this account may not see it"),
    409: _spec("Something stands in the way"),
    413: _spec("The request is too large"),
    422: _spec("Fields are missing or wrong"),
    429: _spec("Too many requests"),
    503: _spec("The database cannot be reached now"),
}


def exception_handlers(show_page: ShowPage) -> ExceptionHandlersMap:
    """Handlers for everything that can be raised."""

    def answer(request: AnyRequest, error: Exception) -> Response[Any]:
        problem = describe(error, session_of(request).language)
        extra = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
        if problem.status == 429:
            extra["Retry-After"] = str(_seconds(problem))
        if wants_json(request):
            return Response(
                msgspec.json.encode(problem), status_code=problem.status, media_type=PROBLEM_JSON, headers=extra
            )
        if problem.code == "not_signed_in" and not request.scope["state"].get("typed"):
            return _to_sign_in(request)
        return Response(
            _page(show_page, request, problem), status_code=problem.status, media_type="text/html", headers=extra
        )

    return {HTTPException: answer, Exception: answer}


def _page(show_page: ShowPage, request: AnyRequest, problem: Problem) -> str:
    """The page of a problem; a bare one where the page itself is what broke."""
    try:
        return show_page(request, problem)
    except Exception as fault:
        log.exception("error_page_broken", incident=problem.incident, exc_info=fault)
        title, detail = escape(problem.title), escape(problem.detail)
        return (
            f'<!doctype html><html lang="{session_of(request).language}"><head><meta charset="utf-8">'
            f'<title>{title}</title></head><body><main><h1>{title}</h1><p>{detail}</p><p><a href="/">Stagekans</a></p>'
            "</main></body></html>"
        )


def _seconds(problem: Problem) -> int:
    """When to try again."""
    facts = problem.facts
    return int(facts["seconds"]) if "seconds" in facts else 60 * int(facts.get("minutes", 1))


def wants_json(request: AnyRequest) -> bool:
    """Whether the caller is a program."""
    if request.url.path.startswith("/api/"):
        return True
    accept = request.headers.get("accept", "")
    return "json" in accept and "text/html" not in accept


def _to_sign_in(request: AnyRequest) -> Response[Any]:
    """The sign-in page, and afterwards back to the page asked for; htmx follows a header, not a redirect."""
    wanted = request.url.path
    if request.url.query:
        wanted += f"?{request.url.query}"
    target = SIGN_IN_PAGE
    if request.method == "GET" and wanted != "/":
        target += "?" + urlencode({"next": wanted})
    if request.headers.get("hx-request"):
        return Response(b"", status_code=401, media_type="text/html", headers={"HX-Redirect": target})
    return Response(b"", status_code=303, media_type="text/html", headers={"Location": target})
