"""Who may do what. Every service asks here first."""

from __future__ import annotations

from typing import Final

from api.messages.accounts import Actor, LabRole, Role
from api.messages.faults import NotAllowed

#: Roles that see students by name, within their programmes.
SEE_STUDENTS: Final[tuple[Role, ...]] = ("coordinator", "school_lead")
#: Roles that see rounds and offers.
SEE_OFFERS: Final[tuple[Role, ...]] = ("coordinator", "school_lead", "service_point")


def holds(actor: Actor, *roles: Role | LabRole) -> bool:
    """Whether the actor holds one of the roles."""
    return not actor.roles.isdisjoint(roles)


def require(actor: Actor, *roles: Role | LabRole) -> None:
    """Go on only with one of the roles.

    Raises
    ------
    NotAllowed
        The actor holds none of them.
    """
    if not holds(actor, *roles):
        raise NotAllowed


def scope(actor: Actor) -> list[str] | None:
    """The crebos whose students the actor may see, as SQL takes them; None for all of them."""
    return None if actor.programmes is None else sorted(actor.programmes)
