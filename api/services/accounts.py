"""Signing in and out, in either half. Making accounts is in ``new_accounts`` and ``lab.accounts``.

Theory of operation. A sign-in is counted as failed before the password is looked at, by the hash of the name typed,
whether or not the name exists; a good one takes the count away. So many attempts at once are still many attempts,
a lock-out tells nobody which names exist, and an unknown name costs as much time as a known one. What was wrong
(name, password or code) is never said.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Final, get_args

from api.messages.accounts import (
    AccountView,
    Actor,
    LabRole,
    Language,
    NewAccount,
    NewLabAccount,
    Role,
    SignedIn,
    SignIn,
)
from api.messages.faults import Conflict, LockedOut, SignInFailed, Unusable
from api.services import events, passwords, rate_limits, totp
from api.services.constraints import translated
from api.services.pool import Pool
from db import accounts, sessions, sign_in_failures
from db.accounts import AccountRow
from db.pool import transaction
from db.sessions import SessionRow

ALLOWED_FAILURES: Final = 5
LOCK_MINUTES: Final = 15
#: Attempts from one address in five minutes. A school shares one address at nine o'clock.
ADDRESS_LIMIT: Final = 60
ADDRESS_WINDOW_SECONDS: Final = 300
#: Passwords that somebody who is signed in may try in five minutes before he must wait.
PASSWORD_LIMIT: Final = 5


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def actor_of(row: AccountRow | SessionRow) -> Actor:
    """Who an account is."""
    return Actor(
        account_id=row.account_id,
        display_name=row.display_name,
        roles=frozenset(role for role in (*get_args(Role), *get_args(LabRole)) if role in row.roles),
        language="en" if row.language == "en" else "nl",
        programmes=None if row.all_programmes else frozenset(row.programmes),
    )


def faults_of_person(account: NewAccount | NewLabAccount) -> dict[str, str]:
    """What is wrong with the person of a new account, in either half."""
    fields: dict[str, str] = {}
    if not 3 <= len(account.sign_in_name.strip()) <= 200 or not account.sign_in_name.isprintable():
        fields["sign_in_name"] = "length"
    if not account.display_name.strip():
        fields["display_name"] = "missing"
    if len(account.password) < passwords.SHORTEST:
        fields["password"] = "password_short"  # noqa: S105  # a code of the catalogue, not a password
    elif len(account.password) > passwords.LONGEST:
        fields["password"] = "too_long"  # noqa: S105  # a code of the catalogue, not a password
    if not account.roles:
        fields["roles"] = "missing"
    return fields


async def name_is_known(pool: Pool, sign_in_name: str) -> bool:
    """Whether this half has an account of that name."""
    async with pool.acquire() as connection:
        return await accounts.by_name(connection, sign_in_name.strip()) is not None


async def sign_in(pool: Pool, attempt: SignIn, *, address: str) -> SignedIn:
    """Begin a session. ``address`` is where the caller comes from.

    Raises
    ------
    SignInFailed
        The name, the password or the code is wrong.
    LockedOut
        Five failures in a row lock the name for fifteen minutes, and each next one for twice as long.
    TooManyRequests
        Too many attempts from this address.
    """
    await rate_limits.spend(pool, f"sign-in:{address}", limit=ADDRESS_LIMIT, window_seconds=ADDRESS_WINDOW_SECONDS)
    name_hash = _hash(attempt.sign_in_name.strip().lower())
    with translated():
        async with transaction(pool) as connection:
            counted = await sign_in_failures.count_attempt(
                connection, name_hash, allowed=ALLOWED_FAILURES, lock_minutes=LOCK_MINUTES
            )
            if counted is None:
                raise LockedOut(minutes=await sign_in_failures.minutes_left(connection, name_hash))
            account = await accounts.by_name(connection, attempt.sign_in_name.strip())
    right = len(attempt.password) <= passwords.LONGEST and await passwords.verify(
        account.password_hash if account else None, attempt.password
    )
    step = totp.step_of(account.totp_secret, attempt.code) if account and account.totp_secret else 0
    if account is None or not right or step is None:
        await _refuse(pool, account)
        raise SignInFailed
    newer_hash = await passwords.hash_password(attempt.password) if passwords.outdated(account.password_hash) else None
    return await _begin(pool, account, name_hash, step, newer_hash)


async def _refuse(pool: Pool, account: AccountRow | None) -> None:
    """Write the failure down, for a name that exists; people type passwords in the field for names."""
    if account is not None:
        async with transaction(pool) as connection:
            await events.record(connection, None, "sign_in_failed", f"account:{account.account_id}")


async def _begin(pool: Pool, account: AccountRow, name_hash: bytes, step: int, newer_hash: str | None) -> SignedIn:
    token, csrf_token = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    actor = actor_of(account)
    async with transaction(pool) as connection:
        if account.totp_secret and not await accounts.take_totp_step(connection, account.account_id, step):
            raise SignInFailed
        if newer_hash is not None:
            await accounts.set_password_hash(connection, account.account_id, newer_hash)
        await sign_in_failures.forget(connection, name_hash)
        await sessions.insert(connection, _hash(token), account.account_id, csrf_token)
        await events.record(connection, actor, "signed_in", f"account:{account.account_id}")
    return SignedIn(token=token, csrf_token=csrf_token, actor=actor)


async def sign_out(pool: Pool, token: str) -> None:
    """End the session of the token; a token that is not known is no fault."""
    async with transaction(pool) as connection:
        account_id = await sessions.remove(connection, _hash(token))
        if account_id is not None:
            await events.record(connection, None, "signed_out", f"account:{account_id}")


async def session_of(pool: Pool, token: str) -> tuple[Actor, str] | None:
    """Who is behind the token, and the token of his forms; None once the session has ended."""
    async with pool.acquire() as connection:
        row = await sessions.live(connection, _hash(token))
        if row is None:
            return None
        if row.stale:
            await sessions.touch(connection, _hash(token))
    return actor_of(row), row.csrf_token


async def set_language(pool: Pool, actor: Actor, language: Language) -> None:
    """Keep the language for this and every later session."""
    async with transaction(pool) as connection:
        await accounts.set_language(connection, actor.account_id, language)


async def own_account(pool: Pool, actor: Actor) -> AccountView:
    """What somebody may see of his own account."""
    async with pool.acquire() as connection:
        own = await accounts.own(connection, actor.account_id)
    return AccountView(actor=actor, sign_in_name=own.sign_in_name, second_step=own.second_step)


async def begin_totp(pool: Pool, actor: Actor) -> totp.Enrolment:
    """A fresh secret for the authenticator app. Nothing is stored until :func:`confirm_totp`."""
    return totp.enrol((await own_account(pool, actor)).sign_in_name)


async def confirm_totp(pool: Pool, actor: Actor, secret: str, code: str) -> None:
    """From now on sign-in asks for a code of ``secret``, which ``code`` shows to be in the app.

    Raises
    ------
    Unusable
        ``code`` does not belong to the secret, or the secret is not one of ours.
    Conflict
        ``second_step_on``: there is an app already; whoever found the session open does not put his own in its place.
    """
    step = totp.step_of(secret, code) if totp.is_secret(secret) else None
    if step is None:
        raise Unusable({"code": "code_wrong"})
    async with transaction(pool) as connection:
        if (await accounts.own(connection, actor.account_id)).second_step:
            raise Conflict("second_step_on")
        await accounts.set_totp(connection, actor.account_id, secret, step)
        await events.record(connection, actor, "second_step_set", f"account:{actor.account_id}")


async def remove_totp(pool: Pool, actor: Actor, password: str) -> None:
    """Sign-in asks for no code any more. Only with the password: an open session is not enough.

    Raises
    ------
    Unusable
        The password is wrong.
    TooManyRequests
        Too many passwords were tried.
    """
    await rate_limits.spend(
        pool, f"password:{actor.account_id}", limit=PASSWORD_LIMIT, window_seconds=ADDRESS_WINDOW_SECONDS
    )
    async with pool.acquire() as connection:
        own = await accounts.own(connection, actor.account_id)
    if len(password) > passwords.LONGEST or not await passwords.verify(own.password_hash, password):
        raise Unusable({"password": "password_wrong"})
    async with transaction(pool) as connection:
        await accounts.remove_totp(connection, actor.account_id)
        await events.record(connection, actor, "second_step_removed", f"account:{actor.account_id}")
