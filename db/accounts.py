"""Accounts: who may sign in, with which roles and programmes.

Each half has accounts of its own. ``account_in_full`` is the view of a half that says who an account is there; in the
lab nobody has programmes. Making one is in ``db.new_accounts`` and ``db.lab.accounts``.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import msgspec

from db.query import Query, Statement

if TYPE_CHECKING:
    import asyncpg


class AccountRow(msgspec.Struct, frozen=True, kw_only=True):
    """An account as sign-in needs it. ``totp_last_step`` is the time step of the last code taken."""

    account_id: uuid.UUID
    display_name: str
    password_hash: str
    totp_secret: str | None
    totp_last_step: int
    language: str
    all_programmes: bool
    roles: tuple[str, ...]
    programmes: tuple[str, ...]


_BY_NAME = Query(
    """
    select a.account_id, a.display_name, a.password_hash, a.totp_secret, a.totp_last_step, a.language,
           a.all_programmes, a.roles, a.programmes
    from account_in_full a
    where lower(a.sign_in_name) = lower($1)
    """,
    AccountRow,
)


async def by_name(connection: asyncpg.Connection, sign_in_name: str) -> AccountRow | None:
    """The account with this sign-in name, in whatever case it was typed."""
    return await _BY_NAME.first(connection, sign_in_name)


class OwnAccountRow(msgspec.Struct, frozen=True, kw_only=True):
    """What only its owner's actions need. ``second_step``: sign-in asks for a code."""

    sign_in_name: str
    password_hash: str
    second_step: bool


_OWN = Query(
    """
    select sign_in_name, password_hash, totp_secret is not null as second_step
    from account
    where account_id = $1
    """,
    OwnAccountRow,
)


async def own(connection: asyncpg.Connection, account_id: uuid.UUID) -> OwnAccountRow:
    """The account of somebody who is signed in."""
    return await _OWN.one(connection, account_id)


_SET_LANGUAGE = Statement("update account set language = $2 where account_id = $1")


async def set_language(connection: asyncpg.Connection, account_id: uuid.UUID, language: str) -> None:
    """Keep the language that the person chose."""
    await _SET_LANGUAGE.run(connection, account_id, language)


_SET_PASSWORD_HASH = Statement("update account set password_hash = $2 where account_id = $1")


async def set_password_hash(connection: asyncpg.Connection, account_id: uuid.UUID, password_hash: str) -> None:
    """Replace the hash, for the same password at a newer cost."""
    await _SET_PASSWORD_HASH.run(connection, account_id, password_hash)


_SET_TOTP = Statement("update account set totp_secret = $2, totp_last_step = $3 where account_id = $1")


async def set_totp(connection: asyncpg.Connection, account_id: uuid.UUID, secret: str, step: int) -> None:
    """From now on sign-in asks for a code of this secret, later than ``step``."""
    await _SET_TOTP.run(connection, account_id, secret, step)


_REMOVE_TOTP = Statement("update account set totp_secret = null, totp_last_step = 0 where account_id = $1")


async def remove_totp(connection: asyncpg.Connection, account_id: uuid.UUID) -> None:
    """Sign-in asks for no code any more."""
    await _REMOVE_TOTP.run(connection, account_id)


_TAKE_TOTP_STEP = Statement("update account set totp_last_step = $2 where account_id = $1 and totp_last_step < $2")


async def take_totp_step(connection: asyncpg.Connection, account_id: uuid.UUID, step: int) -> bool:
    """Use up a code. False when it, or a later one, has been used before."""
    return await _TAKE_TOTP_STEP.run(connection, account_id, step) == 1
