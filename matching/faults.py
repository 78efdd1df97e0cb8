"""What can be wrong with the input of a run.

Tree::

    MatchingFault                 stable ``code``, typed facts, docstring = default message
    ├── PolicyUnreadable          the policy file
    ├── InstanceUnusable          one or more rows of the instance contradict each other; carries RowFault values
    ├── ChangesUnusable           changes of a what-if that cannot be made; carries RowFault values
    ├── TooManyPairs              the rules leave more pairs than memory can be counted on for
    └── Cancelled                 somebody asked the run to stop; not a fault of the input

    AuditFailed                   the solution breaks its own rules: a fault of ours, never of the input
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from matching.policy_faults import PolicyFault


class RowFault(msgspec.Struct, frozen=True, kw_only=True):
    """One fault in one row. ``column`` and ``row_key`` (student number or offer id) say where."""

    code: str
    kind: str
    row_key: str
    column: str
    facts: dict[str, str | int] = {}


class MatchingFault(Exception):
    """The run cannot be made."""

    code = "matching_fault"

    def __init__(self, **facts: str | int) -> None:
        super().__init__((self.__doc__ or "").splitlines()[0])
        self.facts = facts


class PolicyUnreadable(MatchingFault):
    """The policy cannot be read."""

    code = "policy_unreadable"

    def __init__(self, faults: tuple[PolicyFault, ...]) -> None:
        super().__init__(count=len(faults))
        self.faults = faults


class InstanceUnusable(MatchingFault):
    """Rows of the instance contradict each other."""

    code = "instance_unusable"

    def __init__(self, rows: tuple[RowFault, ...]) -> None:
        super().__init__(count=len(rows))
        self.rows = rows


class ChangesUnusable(MatchingFault):
    """Changes of a what-if cannot be made."""

    code = "changes_unusable"

    def __init__(self, rows: tuple[RowFault, ...]) -> None:
        super().__init__(count=len(rows))
        self.rows = rows


class TooManyPairs(MatchingFault):
    """The rules leave too many pairs."""

    code = "too_many_pairs"


class Cancelled(MatchingFault):
    """The run was stopped on request."""

    code = "cancelled"


class AuditFailed(AssertionError):
    """The audit found a fault in the solution; nothing may be published."""

    code = "audit_failed"

    def __init__(self, violations: tuple[object, ...]) -> None:
        super().__init__(f"{(self.__doc__ or '').splitlines()[0]} {violations[:5]}")
        self.violations = violations
