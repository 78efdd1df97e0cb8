"""Two runs side by side, as facts: what differs in the outcome, for whom, and what differs in what they were asked."""

from __future__ import annotations

from typing import Literal

import msgspec

from matching.result import GoalOutcome

#: What the second run means for a student, beside the first.
Effect = Literal[
    "got_place",  # no place first, a place now
    "lost_place",  # a place first, none now
    "better",  # another place: in rank or in points better, in neither worse
    "worse",  # another place: in rank or in points worse, in neither better
    "mixed",  # another place: better in the one, worse in the other
    "other",  # another place: as good, or the two cannot be compared
    "joined",  # takes part in the second run only
    "gone",  # takes part in the first run only
]
EFFECTS: tuple[Effect, ...] = Effect.__args__  # type: ignore[attr-defined]  # typing gives no public way
GAINS: tuple[Effect, ...] = ("got_place", "better")
LOSES: tuple[Effect, ...] = ("lost_place", "worse")

RowState = Literal["added", "removed", "changed"]


class Outcome(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What one run proposes for one student."""

    student_number: str
    offer_id: str | None
    rank: int | None
    utility: int | None
    travel_minutes: int | None
    reason_code: str | None


class StudentChange(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A student to whom the second run proposes something else. ``left`` or ``right`` is None where he takes no part.

    ``ranks`` and ``points``: the sign of the change (1 better, -1 worse, 0 equal); None where they cannot be compared:
    no two places, other preferences, other weights. ``fields``: what differs in his own data. ``offer_changed``: the
    place of the first run is no longer offered as it was.
    """

    student_number: str
    effect: Effect
    left: Outcome | None
    right: Outcome | None
    ranks: int | None = None
    points: int | None = None
    fields: tuple[str, ...] = ()
    offer_changed: bool = False


class GoalPair(msgspec.Struct, frozen=True, kw_only=True):
    """A goal in both runs; None where a run did not have it."""

    name: str
    left: GoalOutcome | None
    right: GoalOutcome | None


class ProfileLine(msgspec.Struct, frozen=True, kw_only=True):
    """Students by the rank they obtained ("1", "2", ..., "not_named", "none") in both runs."""

    rank: str
    left: int
    right: int


class GroupLine(msgspec.Struct, frozen=True, kw_only=True):
    """A group in both runs. All four are None where it is hidden: small, or it would give a small one away."""

    grouping: str
    group: str
    left_students: int | None
    left_placed: int | None
    right_students: int | None
    right_placed: int | None

    @property
    def hidden(self) -> bool:
        """Whether the numbers are kept back."""
        return self.left_students is None


class RowChange(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A row of the input that differs. ``fields``: which, where it is in both."""

    kind: Literal["students", "offers"]
    key: str
    state: RowState
    fields: tuple[str, ...] = ()


class PolicyChange(msgspec.Struct, frozen=True, kw_only=True):
    """A key of the policy that differs ("goals", "group_gap.tolerance"), with both values."""

    key: str
    left: object
    right: object


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """What differs in what the two runs were asked. Nothing at all: the same input and policy.

    ``tables``: "equivalents", "travel", "pairs", "published". ``seed_follows_input``: neither policy names a seed, so
    another input is another lottery.
    """

    rows: tuple[RowChange, ...] = ()
    tables: tuple[str, ...] = ()
    policy: tuple[PolicyChange, ...] = ()
    seed: bool = False
    seed_follows_input: bool = False
    versions: tuple[str, ...] = ()

    @property
    def input_differs(self) -> bool:
        """Whether the two runs worked on different data."""
        return bool(self.rows or self.tables)

    @property
    def same(self) -> bool:
        """Whether the two were asked exactly the same."""
        return not (self.input_differs or self.policy or self.seed)


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Everything. ``counts``: students by effect, all effects. ``unchanged``: students with the same proposal."""

    changes: tuple[StudentChange, ...]
    counts: dict[str, int]
    unchanged: int
    goals: tuple[GoalPair, ...]
    profile: tuple[ProfileLine, ...]
    groups: tuple[GroupLine, ...]
    why: Why
