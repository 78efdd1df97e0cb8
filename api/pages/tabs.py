"""The parts of a round, as this account may see them."""

from __future__ import annotations

import uuid
from typing import Literal

import msgspec

from api.messages.accounts import Actor
from api.messages.importing import ImportKind

TabName = Literal["overview", "students", "offers", "imports", "lottery", "runs"]

#: Where each part lives below ``/rounds/<id>``.
_PATHS: dict[TabName, str] = {
    "overview": "",
    "students": "/students",
    "offers": "/offers",
    "imports": "/imports",
    "lottery": "/lottery",
    "runs": "/runs",
}


class Tab(msgspec.Struct, frozen=True, kw_only=True):
    """A link to one part of a round."""

    name: TabName
    href: str
    current: bool


def sees_students(actor: Actor) -> bool:
    """Students, lottery and runs are for coordinators and school leads; the service point works with offers only."""
    return bool(actor.roles & {"coordinator", "school_lead"})


def import_kinds(actor: Actor) -> tuple[ImportKind, ...]:
    """The kinds of file that this account may bring in."""
    return ("offers", "students", "equivalents") if "coordinator" in actor.roles else ("offers",)


def tabs_of(actor: Actor, round_id: uuid.UUID, current: TabName) -> tuple[Tab, ...]:
    """The tabs, left to right. Hiding a tab protects nothing: the services refuse."""
    hidden: set[TabName] = set() if sees_students(actor) else {"students", "lottery", "runs"}
    return tuple(
        Tab(name=name, href=f"/rounds/{round_id}{path}", current=name == current)
        for name, path in _PATHS.items()
        if name not in hidden
    )
