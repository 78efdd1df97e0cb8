"""Brings the demo's people into the lab. Doing it twice changes nothing but their passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.messages.accounts import LabRole, NewLabAccount
from api.services.demo.credentials import Credentials
from api.services.lab.accounts import create_account
from api.services.operators import new_password, operator, replace_password

if TYPE_CHECKING:
    from api.services.pool import Pool

_PEOPLE: Final[tuple[tuple[LabRole, str, str], ...]] = (
    ("researcher", "onderzoeker", "Bo Onderzoeker"),
    ("coder", "codeur-1", "Kim Codeur"),
    ("coder", "codeur-2", "Lou Codeur"),
)


async def give_accounts(pool: Pool) -> tuple[Credentials, ...]:
    """The accounts of the lab, each with a fresh password; made where they are not there yet."""
    given = []
    for role, sign_in_name, display_name in _PEOPLE:
        password = new_password()
        if await operator(pool, sign_in_name) is None:
            await create_account(
                pool,
                NewLabAccount(sign_in_name=sign_in_name, display_name=display_name, password=password, roles=(role,)),
            )
        else:
            await replace_password(pool, sign_in_name, password)
        given.append(Credentials(role=role, sign_in_name=sign_in_name, password=password))
    return tuple(given)
