"""Brings the demo's people into the lab. Doing it twice changes nothing but their passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.messages.accounts import LabRole, NewLabAccount
from api.services.demo.credentials import Credentials, Person, give
from api.services.lab.accounts import create_account

if TYPE_CHECKING:
    from api.services.pool import Pool

LEAD: Final = "onderzoeker"
#: Two read everything; where they differ, the third decides.
CODERS: Final = ("codeur-1", "codeur-2", "codeur-3")
_PEOPLE: Final[tuple[Person[LabRole], ...]] = (
    Person("researcher", LEAD, "Bo Onderzoeker"),
    Person("coder", CODERS[0], "Kim Codeur"),
    Person("coder", CODERS[1], "Lou Codeur"),
    Person("coder", CODERS[2], "Mo Codeur"),
)


async def give_accounts(pool: Pool) -> tuple[Credentials, ...]:
    """The accounts of the lab."""

    async def create(one: Person[LabRole], password: str) -> None:
        account = NewLabAccount(
            sign_in_name=one.sign_in_name, display_name=one.display_name, password=password, roles=(one.role,)
        )
        await create_account(pool, account)

    return await give(pool, _PEOPLE, create)
