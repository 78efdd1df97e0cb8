"""Two runs side by side."""

from __future__ import annotations

from typing import Literal

import msgspec

from api.messages.paging import PageOf
from api.messages.runs import RunView
from matching.comparison import Effect, GoalPair, GroupLine, ProfileLine, Why

#: An effect, or a group of effects: who is better off, who is worse off.
EffectFilter = Literal[
    "", "gains", "loses", "got_place", "lost_place", "better", "worse", "mixed", "other", "joined", "gone"
]
ComparedSort = Literal["effect", "name", "crebo", "student_number"]


class OutcomeSide(msgspec.Struct, frozen=True, kw_only=True):
    """What one run proposes for a student. ``company`` is empty for an offer of a what-if alone."""

    offer_id: str | None
    company: str
    rank: int | None
    utility: int | None
    travel_minutes: int | None
    reason_code: str | None


class ComparedStudent(msgspec.Struct, frozen=True, kw_only=True):
    """A student for whom something changes; see :class:`matching.comparison.StudentChange`."""

    student_number: str
    name: str
    crebo: str
    programme: str
    team: str
    effect: Effect
    left: OutcomeSide | None
    right: OutcomeSide | None
    ranks: int | None
    points: int | None
    fields: tuple[str, ...]
    offer_changed: bool


class ComparisonFilter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``search`` looks in number, name, offers and companies."""

    search: str = ""
    crebo: str = ""
    effect: EffectFilter = ""
    sort: ComparedSort = "effect"
    descending: bool = False


class ComparisonView(msgspec.Struct, frozen=True, kw_only=True):
    """Two runs side by side, as far as the asker sees their students.

    ``counts``: students by effect, and ``unchanged``, whatever the filter. ``partial``: there are students of other
    programmes in it, who are not counted. ``goals`` and ``profile`` are about the whole runs.
    """

    left: RunView
    right: RunView
    counts: dict[Effect, int]
    unchanged: int
    partial: bool
    goals: tuple[GoalPair, ...]
    profile: tuple[ProfileLine, ...]
    groups: tuple[GroupLine, ...]
    why: Why
    students: PageOf[ComparedStudent]
