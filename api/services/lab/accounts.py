"""Making accounts of the lab. Signing in is alike in both halves (``api.services.accounts``)."""

from __future__ import annotations

import uuid

from api.messages.accounts import NewLabAccount
from api.messages.faults import Unusable
from api.services import events, passwords
from api.services.accounts import faults_of_person
from api.services.constraints import translated
from api.services.pool import Pool
from db.lab import accounts
from db.pool import transaction


async def create_account(pool: Pool, account: NewLabAccount) -> uuid.UUID:
    """Make an account.

    Raises
    ------
    Unusable
        A field is missing or wrong.
    Conflict
        ``name_taken``.
    """
    if fields := faults_of_person(account):
        raise Unusable(fields)
    password_hash = await passwords.hash_password(account.password)
    roles: list[str] = sorted(set(account.roles))
    with translated():
        async with transaction(pool) as connection:
            account_id = await accounts.insert(
                connection,
                sign_in_name=account.sign_in_name.strip(),
                display_name=account.display_name.strip(),
                password_hash=password_hash,
                language=account.language,
                roles=roles,
            )
            await events.record(connection, None, "account_created", f"account:{account_id}", roles=",".join(roles))
    return account_id
