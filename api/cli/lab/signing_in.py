"""Who acts at the terminal: an account of the lab, with its password or a session; the log of events names a person."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

import click
import msgspec

from api.cli.reader import language, said
from api.messages.accounts import SignedIn, SignIn
from api.services import accounts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from api.messages.accounts import Actor
    from api.services.pool import Pool

#: The variables for scripts. A code of the app counts once: a script with one signs in once, and keeps the session.
PASSWORD: Final = "STAGEKANS_LAB_PASSWORD"  # noqa: S105  # the name of a variable, not a password
CODE: Final = "STAGEKANS_LAB_CODE"
SESSION: Final = "STAGEKANS_LAB_SESSION"


class Credentials(msgspec.Struct, frozen=True):
    """What somebody showed: a session, or a name with password and code."""

    session: str = ""
    attempt: SignIn | None = None


def credentials(sign_in_name: str | None) -> Credentials:
    """What the environment or the person at the terminal says; asked before anything is done.

    Raises
    ------
    click.ClickException
        Nobody says who acts, or there is nobody to ask for the password.
    """
    if sign_in_name is None:
        if session := os.environ.get(SESSION, "").strip():
            return Credentials(session)
        raise click.ClickException(said("cli-study-nobody"))
    password, code = os.environ.get(PASSWORD), os.environ.get(CODE, "")
    if password is None:
        if not sys.stdin.isatty():
            raise click.ClickException(said("cli-study-no-password"))
        password = click.prompt(said("cli-study-ask-password"), hide_input=True, err=True)
        code = click.prompt(said("cli-study-ask-code"), default="", show_default=False, err=True)
    return Credentials(attempt=SignIn(sign_in_name=sign_in_name, password=password, code=code))


async def begin(pool: Pool, attempt: SignIn) -> SignedIn:
    """Sign in, counted and locked out as the website does."""
    return await accounts.sign_in(pool, attempt, address=f"terminal {socket.gethostname()}")


@asynccontextmanager
async def acting(pool: Pool, shown: Credentials) -> AsyncIterator[Actor]:
    """Who acts, in the language of this terminal. A session of our own ends afterwards.

    Raises
    ------
    click.ClickException
        The session has ended.
    SignInFailed, LockedOut, TooManyRequests
        As on the website.
    """
    if shown.attempt is None:
        found = await accounts.session_of(pool, shown.session)
        if found is None:
            raise click.ClickException(said("cli-study-session-ended"))
        yield msgspec.structs.replace(found[0], language=language())
        return
    signed_in = await begin(pool, shown.attempt)
    try:
        yield msgspec.structs.replace(signed_in.actor, language=language())
    finally:
        await accounts.sign_out(pool, signed_in.token)
