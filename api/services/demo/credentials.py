"""The accounts of the demo, of either half: what somebody needs to sign in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from api.messages.accounts import LabRole, Role
from api.services.operators import new_password, operator, replace_password

if TYPE_CHECKING:
    from api.services.pool import Pool

AnyRole = TypeVar("AnyRole", Role, LabRole)


class Person(msgspec.Struct, Generic[AnyRole], frozen=True):
    """Somebody who does not exist."""

    role: AnyRole
    sign_in_name: str
    display_name: str


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """``role`` says what he can do there."""

    role: Role | LabRole
    sign_in_name: str
    password: str


async def give(
    pool: Pool, people: Sequence[Person[AnyRole]], create: Callable[[Person[AnyRole], str], Awaitable[object]]
) -> tuple[Credentials, ...]:
    """Each person's account with a fresh password; ``create`` makes it where it is not there yet."""
    given = []
    for one in people:
        password = new_password()
        if await operator(pool, one.sign_in_name) is None:
            await create(one, password)
        else:
            await replace_password(pool, one.sign_in_name, password)
        given.append(Credentials(role=one.role, sign_in_name=one.sign_in_name, password=password))
    return tuple(given)
