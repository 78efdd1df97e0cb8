"""The session of a program, or of a person: /api/v1/session."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Request, Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import JSONBody

from api.messages.accounts import Actor, Language, SignIn
from api.services import accounts
from api.services.pool import Pool
from api.services.totp import Enrolment
from api.web.session import (
    SessionContext,
    client_address,
    session_token,
    settings_of,
    signed_in_cookies,
    signed_out_cookies,
)


class WhoAmI(msgspec.Struct, frozen=True, kw_only=True):
    """Who is signed in. ``csrf_token`` goes into the header ``X-CSRF-Token`` of every call that changes something."""

    actor: Actor
    csrf_token: str


class LanguageChoice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The language of pages, files and messages."""

    language: Language


class ConfirmSecondStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The secret that :func:`begin_second_step` gave, and a code of it."""

    secret: str
    code: str


@post("/session", summary="Sign in", operation_id="sign_in")
async def sign_in(
    request: Request[Any, Any, Any], data: JSONBody[SignIn], pool: NamedDependency[Pool]
) -> Response[WhoAmI]:
    """Begin a session: the answer sets its cookie. A session that the caller had before ends."""
    signed_in = await accounts.sign_in(pool, data, address=client_address(request))
    if earlier := session_token(request):
        await accounts.sign_out(pool, earlier)
    return Response(
        WhoAmI(actor=signed_in.actor, csrf_token=signed_in.csrf_token),
        cookies=signed_in_cookies(settings_of(request), signed_in),
    )


@get("/session", summary="Who am I", operation_id="who_am_i")
async def who_am_i(actor: NamedDependency[Actor], session: NamedDependency[SessionContext]) -> WhoAmI:
    """Who is signed in, and the token for calls that change something."""
    return WhoAmI(actor=actor, csrf_token=session.csrf_token)


@delete(
    "/session",
    summary="Sign out",
    operation_id="sign_out",
    responses={204: ResponseSpec(None, description="The session has ended")},
)
async def sign_out(
    request: Request[Any, Any, Any],
    actor: NamedDependency[Actor],  # noqa: ARG001  # the dependency refuses whoever is not signed in
    pool: NamedDependency[Pool],
) -> Response[None]:
    """End the session."""
    await accounts.sign_out(pool, session_token(request))
    return Response(None, status_code=204, cookies=signed_out_cookies(settings_of(request)))


@put("/session/language", summary="Choose a language", operation_id="set_language", status_code=204)
async def set_language(
    data: JSONBody[LanguageChoice], actor: NamedDependency[Actor], pool: NamedDependency[Pool]
) -> None:
    """Keep the language for this and every later session."""
    await accounts.set_language(pool, actor, data.language)


@post("/session/second-step", summary="Begin with an authenticator app", operation_id="begin_second_step")
async def begin_second_step(actor: NamedDependency[Actor], pool: NamedDependency[Pool]) -> Enrolment:
    """A fresh secret for the app. Nothing changes until a code of it is confirmed."""
    return await accounts.begin_totp(pool, actor)


@put(
    "/session/second-step",
    summary="Confirm the authenticator app",
    operation_id="confirm_second_step",
    status_code=204,
)
async def confirm_second_step(
    data: JSONBody[ConfirmSecondStep], actor: NamedDependency[Actor], pool: NamedDependency[Pool]
) -> None:
    """From now on signing in asks for a code."""
    await accounts.confirm_totp(pool, actor, data.secret, data.code)


router = Router(
    path="/api/v1",
    tags=["session"],
    route_handlers=[sign_in, who_am_i, sign_out, set_language, begin_second_step, confirm_second_step],
)
