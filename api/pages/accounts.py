"""Signing in and out, and the language."""

from __future__ import annotations

from litestar import get, post
from litestar.di import NamedDependency

from api.messages.accounts import Language, SignIn
from api.messages.faults import LockedOut, SignInFailed
from api.pages.answering import AnyRequest, Html, go, said, show
from api.pages.contexts.accounts import SignInPage
from api.pages.forms import read_form
from api.pages.notices import notice_of
from api.services import accounts
from api.services.pool import Pool
from api.web.session import (
    SessionContext,
    client_address,
    language_cookie,
    session_token,
    settings_of,
    signed_in_cookies,
    signed_out_cookies,
)


@get("/")
async def home(session: NamedDependency[SessionContext]) -> Html:
    """The front door."""
    return go("/rounds" if session.actor else "/sign-in")


@get("/sign-in")
async def sign_in_page(request: AnyRequest, session: NamedDependency[SessionContext]) -> Html:
    """The form; whoever is signed in goes straight on."""
    next_path = within_this_site(request.query_params.get("next", ""))
    if session.actor is not None:
        return go(next_path or "/rounds")
    return show(request, SignInPage(next_path=next_path, notice=notice_of(request.query_params.get("done"))))


@post("/sign-in")
async def sign_in(request: AnyRequest, pool: NamedDependency[Pool]) -> Html:
    """Begin a session. The answer never tells which of name, password and code was wrong."""
    form = await read_form(request)
    attempt = SignIn(
        sign_in_name=form.words("sign_in_name", most=200),
        password=form.words("password", most=1000),
        code=form.words("code", least=0, most=20).replace(" ", ""),
    )
    next_path = within_this_site(form.values.get("next", ""))
    page = SignInPage(sign_in_name=attempt.sign_in_name, next_path=next_path, faults=form.faults)
    if form.faults:
        return show(request, page, status=422)
    try:
        signed_in = await accounts.sign_in(pool, attempt, address=client_address(request))
    except (SignInFailed, LockedOut) as refused:
        again = SignInPage(sign_in_name=attempt.sign_in_name, next_path=next_path, refusal=said(request, refused))
        return show(request, again, status=429 if isinstance(refused, LockedOut) else 401)
    answer = go(next_path or "/rounds")
    for cookie in signed_in_cookies(settings_of(request), signed_in):
        answer.set_cookie(cookie)
    return answer


@post("/sign-out")
async def sign_out(request: AnyRequest, pool: NamedDependency[Pool]) -> Html:
    """End the session."""
    await accounts.sign_out(pool, session_token(request))
    answer = go("/sign-in", "signed_out")
    for cookie in signed_out_cookies(settings_of(request)):
        answer.set_cookie(cookie)
    return answer


@post("/language")
async def choose_language(
    request: AnyRequest, session: NamedDependency[SessionContext], pool: NamedDependency[Pool]
) -> Html:
    """Change the language and come back to the same page."""
    form = await read_form(request)
    language: Language = "en" if form.values.get("language") == "en" else "nl"
    if session.actor is not None:
        await accounts.set_language(pool, session.actor, language)
    answer = go(within_this_site(form.values.get("next", "")) or "/")
    answer.set_cookie(language_cookie(settings_of(request), language))
    return answer


def within_this_site(path: str) -> str:
    """The path when it is one of ours, else nothing: a sign-in page that leads elsewhere helps a swindler."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if ours and "\\" not in path else ""


HANDLERS = (home, sign_in_page, sign_in, sign_out, choose_language)
