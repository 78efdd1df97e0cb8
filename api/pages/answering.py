"""From a page to an answer."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from litestar import Request, Response

from api.messages.faults import Refused, Unusable
from api.messages.files import FileFormat, FileOut
from api.pages.contexts.page import Page
from api.pages.notices import Notice
from api.pages.rendering import to_html
from api.web.problems import describe
from api.web.session import session_of, settings_of

AnyRequest = Request[Any, Any, Any]
Html = Response[str]


def show(request: AnyRequest, page: Page, *, status: int = 200) -> Html:
    """The page as an answer, in the language of the session."""
    session = session_of(request)
    path = request.url.path + (f"?{request.url.query}" if request.method == "GET" and request.url.query else "")
    document = to_html(
        page,
        language=session.language,
        csrf_token=session.csrf_token,
        actor=session.actor,
        path=path,
        half=settings_of(request).half,
    )
    return Response(document, status_code=status, media_type="text/html")


def go(path: str, notice: Notice | None = None) -> Html:
    """Lead on after a form: 303, so that reloading does not post again."""
    if notice is not None:
        path += ("&" if "?" in path else "?") + urlencode({"done": notice})
    where = quote(path, safe="%/?&=+:;,@!$'()*~#[]")  # a header holds no letters beyond latin-1
    return Response("", status_code=303, media_type="text/html", headers={"Location": where})


def hand_over(file: FileOut) -> Response[bytes]:
    """A file to save."""
    name = quote(file.name, safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(file.content, media_type=file.media_type, headers=headers)


def format_of(request: AnyRequest) -> FileFormat:
    """The kind of file that an address asks for."""
    return "xlsx" if request.query_params.get("format") == "xlsx" else "csv"


def said(request: AnyRequest, refused: Refused) -> str:
    """Why a service refused, in the reader's language; empty where the fields say it all."""
    if isinstance(refused, Unusable) and refused.fields:
        return ""
    return describe(refused, session_of(request).language).detail


def faults_of(refused: Refused) -> dict[str, str]:
    """The fields that a service refused."""
    return refused.fields if isinstance(refused, Unusable) else {}
