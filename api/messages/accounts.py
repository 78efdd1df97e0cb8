"""People who sign in."""

from __future__ import annotations

import uuid
from typing import Literal

import msgspec

#: Roles of the placing half.
Role = Literal["coordinator", "service_point", "school_lead", "privacy_officer", "admin"]
#: Roles of the lab. Nobody has an account in both halves (DESIGN.md §7).
LabRole = Literal["researcher", "coder"]
Language = Literal["nl", "en"]


class SignIn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``code`` is the six-digit code of the authenticator app, for accounts that have one."""

    sign_in_name: str
    password: str
    code: str = ""


class NewAccount(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An account made from the command line. ``programmes`` limits a coordinator; empty with ``all_programmes``."""

    sign_in_name: str
    display_name: str
    password: str
    roles: tuple[Role, ...]
    language: Language = "nl"
    all_programmes: bool = False
    programmes: tuple[str, ...] = ()


class NewLabAccount(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An account of the lab, made from the command line."""

    sign_in_name: str
    display_name: str
    password: str
    roles: tuple[LabRole, ...]
    language: Language = "nl"


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who is asking. ``programmes`` is None where every programme is his."""

    account_id: uuid.UUID
    display_name: str
    roles: frozenset[Role | LabRole]
    language: Language
    programmes: frozenset[str] | None


class AccountView(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's own account. ``second_step``: sign-in asks for a code of his app."""

    actor: Actor
    sign_in_name: str
    second_step: bool


class SignedIn(msgspec.Struct, frozen=True, kw_only=True):
    """A fresh session. ``token`` goes into the cookie and is stored only as a hash."""

    token: str
    csrf_token: str
    actor: Actor
