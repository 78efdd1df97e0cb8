"""Making accounts of the placing half. Signing in is alike in both halves (``api.services.accounts``)."""

from __future__ import annotations

import re
import uuid

from api.messages.accounts import NewAccount
from api.messages.faults import Unusable
from api.services import events, passwords
from api.services.accounts import faults_of_person
from api.services.constraints import translated
from api.services.pool import Pool
from db import new_accounts
from db.pool import transaction

_CREBO = re.compile(r"[0-9]{5}")


def _faults(account: NewAccount) -> dict[str, str]:
    """What is wrong with a new account: code by field."""
    fields = faults_of_person(account)
    if not all(_CREBO.fullmatch(crebo) for crebo in account.programmes):
        fields["programmes"] = "not_crebo"
    elif "coordinator" in account.roles and not (account.all_programmes or account.programmes):
        fields["programmes"] = "missing"
    return fields


async def create_account(pool: Pool, account: NewAccount) -> uuid.UUID:
    """Make an account.

    Raises
    ------
    Unusable
        A field is missing or wrong.
    Conflict
        ``name_taken``.
    """
    if fields := _faults(account):
        raise Unusable(fields)
    password_hash = await passwords.hash_password(account.password)
    with translated():
        async with transaction(pool) as connection:
            account_id = await new_accounts.insert(
                connection,
                sign_in_name=account.sign_in_name.strip(),
                display_name=account.display_name.strip(),
                password_hash=password_hash,
                language=account.language,
                all_programmes=account.all_programmes,
                roles=sorted(set(account.roles)),
                programmes=sorted(set(account.programmes)),
            )
            roles = ",".join(sorted(set(account.roles)))
            await events.record(connection, None, "account_created", f"account:{account_id}", roles=roles)
    return account_id
