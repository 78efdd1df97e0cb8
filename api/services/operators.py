"""Acting for an account from the machine itself: whoever may run a command here owns the database anyway."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from api.services import events, passwords
from api.services.accounts import actor_of
from db import accounts, sessions
from db.pool import transaction

if TYPE_CHECKING:
    from api.messages.accounts import Actor
    from api.services.pool import Pool

#: Letters and digits that nobody mistakes for each other.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """Sixteen random letters and digits in groups of four: about 79 bits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))


async def operator(pool: Pool, sign_in_name: str) -> Actor | None:
    """The actor of this account, without a session; None where there is no such account."""
    async with pool.acquire() as connection:
        row = await accounts.by_name(connection, sign_in_name)
    return None if row is None else actor_of(row)


async def replace_password(pool: Pool, sign_in_name: str, password: str) -> None:
    """Give an account another password and end its sessions; an event tells that it happened.

    Raises
    ------
    LookupError
        There is no such account.
    """
    password_hash = await passwords.hash_password(password)
    async with transaction(pool) as connection:
        row = await accounts.by_name(connection, sign_in_name)
        if row is None:
            raise LookupError(sign_in_name)
        await accounts.set_password_hash(connection, row.account_id, password_hash)
        await sessions.remove_all_of(connection, row.account_id)
        await events.record(connection, None, "password_replaced", f"account:{row.account_id}")
