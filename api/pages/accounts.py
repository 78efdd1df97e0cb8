"""Signing in and out, the language, and one's own account."""

from __future__ import annotations

import msgspec
from litestar import get, post
from litestar.di import NamedDependency

from api.messages.accounts import Actor, Language, SignIn
from api.messages.faults import Conflict, LockedOut, SignInFailed, Unusable
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.accounts import AccountPage, SignInPage
from api.pages.forms import read_form
from api.pages.notices import notice_of
from api.services import accounts, totp
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
async def home(request: AnyRequest, session: NamedDependency[SessionContext]) -> Html:
    """The front door."""
    return go(settings_of(request).home if session.actor else "/sign-in")


@get("/sign-in")
async def sign_in_page(request: AnyRequest, session: NamedDependency[SessionContext]) -> Html:
    """The form; whoever is signed in goes straight on."""
    next_path = within_this_site(request.query_params.get("next", ""))
    if session.actor is not None:
        return go(next_path or settings_of(request).home)
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
    if earlier := session_token(request):
        await accounts.sign_out(pool, earlier)
    answer = go(next_path or settings_of(request).home)
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


@get("/account")
async def account_page(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """Who one is here, and two-step sign-in."""
    return show(request, await _account(request, pool, actor))


@post("/account/second-step")
async def begin_second_step(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """From now on signing in asks for a code. A wrong code comes back with the same secret: it is in the app now."""
    form = await read_form(request)
    secret, code = form.values.get("secret", ""), form.words("code", most=20)
    page = await _account(request, pool, actor)
    if page.enrolment is not None and totp.is_secret(secret):
        again = totp.Enrolment(secret=secret, uri=totp.address_of(secret, page.account.sign_in_name))
        page = msgspec.structs.replace(page, enrolment=again)
    if form.faults:
        return show(request, msgspec.structs.replace(page, faults=form.faults), status=422)
    try:
        await accounts.confirm_totp(pool, actor, secret, code)
    except (Unusable, Conflict) as refused:
        page = msgspec.structs.replace(page, faults=faults_of(refused), refusal=said(request, refused))
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go("/account", "second_step_on")


@post("/account/second-step/off")
async def end_second_step(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """Signing in asks for no code any more."""
    form = await read_form(request)
    password = form.words("password", most=1000)
    if not form.faults:
        try:
            await accounts.remove_totp(pool, actor, password)
        except Unusable as refused:
            form.faults.update(refused.fields)
    if form.faults:
        page = msgspec.structs.replace(await _account(request, pool, actor), faults=form.faults)
        return show(request, page, status=422)
    return go("/account", "second_step_off")


async def _account(request: AnyRequest, pool: Pool, actor: Actor) -> AccountPage:
    account = await accounts.own_account(pool, actor)
    return AccountPage(
        account=account,
        enrolment=None if account.second_step else totp.enrol(account.sign_in_name),
        notice=notice_of(request.query_params.get("done")),
    )


def within_this_site(path: str) -> str:
    """The path when it is one of ours, else nothing: a sign-in page that leads elsewhere helps a swindler."""
    ours = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if ours and "\\" not in path else ""


HANDLERS = (
    home,
    sign_in_page,
    sign_in,
    sign_out,
    choose_language,
    account_page,
    begin_second_step,
    end_second_step,
)
