"""Policies: checked, saved under a name, chosen for a run."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any, Literal

import msgspec

from matching.policy import Policy
from matching.policy_faults import PolicyFaultCode

PolicyScope = Literal["round", "school"]


class PolicyView(msgspec.Struct, frozen=True, kw_only=True):
    """A saved policy. ``scope``: of this round, or of every round of the school. ``sentences``: what it says."""

    policy_id: uuid.UUID
    scope: PolicyScope
    name: str
    policy: Policy
    is_default: bool
    changed_by: str
    changed_at: dt.datetime
    sentences: tuple[str, ...] = ()


class NewPolicy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A policy to be kept under a name, over one of the same name. ``is_default``: a new run begins with it."""

    name: str
    policy: dict[str, Any]
    scope: PolicyScope = "round"
    is_default: bool = False


class PolicyToCheck(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A policy as JSON, or as the text of a policy file (TOML)."""

    policy: dict[str, Any] | None = None
    toml: str | None = None


class FaultTold(msgspec.Struct, frozen=True, kw_only=True):
    """A fault of a policy in the reader's language. ``key`` as in a policy file."""

    code: PolicyFaultCode
    key: str
    facts: dict[str, str | int]
    wrong: str
    remedy: str


class PolicyCheck(msgspec.Struct, frozen=True, kw_only=True):
    """``policy`` and what it says, where it has no faults. ``warnings``: it can be followed, but look at this."""

    valid: bool
    faults: tuple[FaultTold, ...] = ()
    warnings: tuple[str, ...] = ()
    policy: Policy | None = None
    sentences: tuple[str, ...] = ()


class GroupingView(msgspec.Struct, frozen=True, kw_only=True):
    """A grouping of a round: the size of each group, the largest first."""

    name: str
    groups: tuple[int, ...]

    @property
    def students(self) -> int:
        """Students in a group of it."""
        return sum(self.groups)

    def counting(self, least: int) -> int:
        """Groups that count where a group must have at least ``least`` students."""
        return sum(size >= least for size in self.groups)
