"""What a run leaves behind. Facts, never sentences: pages, letters and files all tell them from here.

``gc=False``: see :mod:`matching.instance`.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from matching.staged_proof import StagedPart

#: Why an offer is not possible for a student; the first rule that fails, in this order, is the reason given.
RuleCode = Literal[
    "offer_status",  # closed, or blocked by an open case
    "crebo",  # neither the student's programme nor an equivalent one
    "level",
    "learning_path",
    "period",  # the offer does not cover the student's period
    "days",  # the days do not fit
    "travel",  # further than the student can travel
    "support",  # a support need that the offer does not meet
    "forbidden",  # a person ruled this pair out
    "not_named",  # the student accepts only named offers, and did not name this one
]
RULE_CODES: tuple[RuleCode, ...] = RuleCode.__args__  # type: ignore[attr-defined]  # typing gives no public way

#: What became of one wish.
WishFate = Literal[
    "obtained",
    "removed",  # by the hard rule `rule`
    "taken",  # eligible, but all places went to others
    "no_places",  # eligible, but the offer has 0 places
    "unknown_offer",
    "not_needed",  # not more wanted than what the student obtained
    "decided",  # eligible, but an earlier decision gave the student his place
    "place_left",  # more wanted and a place was left, but what the student obtained has more points in total
    "closed_below_minimum",  # the offer has a minimum and did not open
    "share_full",  # the offer holds as many students of one of his groups as it may
    "shared_full",  # the offers that share a capacity hold as many students together as they may
    "mate_elsewhere",  # somebody who must be at the same offer is not there
    "kept_free",  # a place was left, but a rule about several students or a goal did not give it to this student
]

#: Why a student has no place.
UnplacedReason = Literal[
    "no_eligible_offer",  # the hard rules left nothing; `removed` says which
    "no_places",  # eligible offers exist, but none has a place (places 0)
    "more_students_than_places",  # inside the bottleneck: fewer places than students who need them
    "other_goal_first",  # a place was left, but the policy puts a goal above placing as many as possible
    "side_constraint",  # a place was left, but a rule about several students, or a goal, did not give it to him
]


#: What decided: a goal of the policy, or the lots.
SettledBy = Literal["placed", "group_gap", "worst_off", "satisfaction", "lottery"]

#: Whether a relaxation gives a place in this run: always; only if others give way, which goals and lots decide; never.
PlaceThen = Literal["certain", "depends", "no"]


class WishOutcome(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One named offer. ``rule`` where it was removed. ``eligible`` students compete for ``places`` places.

    ``lots`` where the lottery decided that others got it: the lowest and the highest lot number among those of them
    for whom a lot decided as well.
    """

    offer_id: str
    rank: int
    fate: WishFate
    rule: RuleCode | None = None
    named_by: int = 0
    eligible: int = 0
    places: int = 0
    lots: tuple[int, int] | None = None


class UtilityParts(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The points of each part of the formula; they add up to the utility."""

    preference: int
    travel: int
    learning_wishes: int


class Bottleneck(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """A smallest set of students with too few places (docs/matching.md, "Bottlenecks"); ``students`` > ``places``.

    ``offers`` names the first ones of ``offer_count``. ``unplaced``: who has no place, by crebo, most first; they
    are ``students`` - ``places`` together. ``zones``: where most of the places are. ``starts``: the months
    ("2027-02") in which the offers start, where that tells something. ``opens``: (offer, extra places): all of these
    together place exactly so many more students; empty where that cannot be promised. ``number``: 1 = the largest
    shortage of the run; 0 in results from before there were numbers.
    """

    students: int
    places: int
    crebos: tuple[str, ...]
    offers: tuple[str, ...]
    number: int = 0
    offer_count: int = 0
    unplaced: tuple[tuple[str, int], ...] = ()
    zones: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    opens: tuple[tuple[str, int], ...] = ()

    @property
    def shortage(self) -> int:
        """How many places are missing."""
        return self.students - self.places


class Counterfactual(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """What would be different for an unplaced student if one rule let everything through, and all else stayed.

    ``offers``: how many more offers with places that gives. ``place``: would that give a place in this run. ``minutes``
    (``travel`` only): with so many more minutes of travel.
    """

    rule: RuleCode
    offers: int
    place: PlaceThen
    minutes: int | None = None


class Explanation(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """Everything that is said to and about one student.

    ``offers`` = ``eligible`` + the sum of ``removed``. ``lot_decided`` is True where the goals above the lottery left
    more than one best outcome for this student. ``check`` holds flags for a person ("recognition_unverified",
    "travel_unknown"). ``settled_by``: the first goal that left one outcome; None where the rules and the locks did.
    """

    student_number: str
    offers: int
    eligible: int
    removed: dict[str, int]
    wishes: tuple[WishOutcome, ...]
    lot_number: int
    lot_decided: bool
    offer_id: str | None = None
    rank: int | None = None
    utility: int | None = None
    parts: UtilityParts | None = None
    travel_minutes: int | None = None
    locked: bool = False
    check: tuple[str, ...] = ()
    reason_code: UnplacedReason | None = None
    bottleneck: Bottleneck | None = None
    settled_by: SettledBy | None = None
    counterfactuals: tuple[Counterfactual, ...] = ()


class Placement(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A proposed pair. ``rank`` is None for an offer that the student did not name."""

    student_number: str
    offer_id: str
    rank: int | None
    utility: int
    travel_minutes: int | None
    lot_number: int


#: Who says that something is the best: the certificate to anybody, the solver alone, or nobody.
Proof = Literal["certificate", "solver", "none"]


class GoalOutcome(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The value of a goal and the best that any solution could have under the goals above it.

    For ``worst_off`` both are the number of students in each class, from the worst class to the best. For ``group_gap``
    both are exact fractions, as "p/q" in lowest terms. ``proof``: the certificate proves it to anybody, or only the
    solver says so.
    """

    name: str
    value: int | str | tuple[int, ...]
    bound: int | str | tuple[int, ...]
    proven: bool
    price: dict[str, int | str] | None = None
    proof: Proof = "certificate"


def proof_of(*, proven: bool, certified: bool) -> Proof:
    """Who says so: the certificate, else the solver, else nobody."""
    return "certificate" if certified else "solver" if proven else "none"


class LevelDuals(msgspec.Struct, frozen=True, kw_only=True):
    """Dual prices of one level; row order = sorted student numbers, sorted offer ids. Integers.

    For every pair on the face of the level: weight <= student + offer. Students and offers that the levels above
    oblige to be used may have a negative price; all others are >= 0. value = sum of student prices + sum of
    places x offer price. ``round`` tells levels of one goal apart: the worst class that the level settles
    (``worst_off``), the round of draws (``where``).
    """

    goal: str
    round: int
    value: int
    student: tuple[int, ...]
    offer: tuple[int, ...]


class CountCut(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An inequality that every matching on the base face obeys (docs/matching.md, "Group gap").

    scale x (objective of level ``level``) + sum of above[j] x (objective of coupled level j)
        <= constant + sum of atoms[a] x (placed students of atom a).

    ``offers`` are the prices that prove it, (number of the offer, price) where the price is not 0, ascending.
    ``level`` is the number of a coupled level; -1 (with scale 0) for a cut that speaks of counts alone.
    """

    level: int
    scale: int
    above: tuple[int, ...]
    atoms: tuple[int, ...]
    offers: tuple[tuple[int, int], ...]
    constant: int


class CountNode(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """A node of the proof that no counts do better. Inner: ``atoms`` together place at most ``at_most`` students
    (go to ``fewer``), or more than that (go to ``more``); or, with a ``rate``, the lowest rate of a ``grouping`` is
    below it (``fewer``) or not (``more``). Leaf: whole multipliers >= 0 that contradict themselves.

    ``cuts``: (number of the cut, multiplier). ``gaps``: (number of the grouping, number of the group, multiplier of
    "its rate is at most the lowest plus the gap", multiplier of "its rate is at least the lowest"); in each grouping
    the two kinds add up to the same. ``branches``: multipliers of the branches over atoms on the way from the root.
    ``windows``: (grouping, group, multipliers of the most and of the least whole number of students that the rates on
    the way leave the group). ``total``: multiplier of "at least so many are placed".
    """

    atoms: tuple[int, ...] = ()
    at_most: int = -1
    grouping: int = -1
    rate: str = ""
    fewer: int = -1
    more: int = -1
    cuts: tuple[tuple[int, int], ...] = ()
    gaps: tuple[tuple[int, int, int, int], ...] = ()
    branches: tuple[int, ...] = ()
    total: int = 0
    windows: tuple[tuple[int, int, int, int], ...] = ()


class CoupledLevel(msgspec.Struct, frozen=True, kw_only=True):
    """A level that is tied together by the counts of placed students per atom: ``group_gap`` or a goal below it.

    ``value`` is that of the placements, ``bound`` one that nothing on the base face exceeds given the levels above.
    Both are whole numbers as text; fractions for ``group_gap``.

    ``tree[0]`` is the root; it proves that nothing is better than ``bound``.
    """

    goal: str
    round: int
    value: str
    bound: str
    tree: tuple[CountNode, ...]


class CountsProof(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about *group gap* and the goals below it. ``counts`` = placed students per atom in the end."""

    cuts: tuple[CountCut, ...]
    levels: tuple[CoupledLevel, ...]
    counts: tuple[int, ...]


#: The form of :class:`Certificate`; another number is not read.
CERTIFICATE_SCHEMA = 1


class Certificate(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What ``verify`` needs besides the instance, the policy and the placements.

    ``levels`` are the network levels in order. With ``counts``, those of the goals above *group gap* come first, then
    (on the face with fixed counts) those of the goals below it, then the lottery. With ``parts`` they are the levels of
    the students whom no side constraint touches.
    """

    input_sha256: str
    levels: tuple[LevelDuals, ...]
    counts: CountsProof | None = None
    parts: tuple[StagedPart, ...] = ()
    schema: int  # without a default, so that it always stands there


class RematchOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the ``published`` places. ``forced``: the least number that could not be kept, whatever one does,
    because the student, the pair or the places are gone; ``chosen``: changes beyond those, ``max_changes`` at most.
    ``proof``: who says that no fewer are forced, where the certificate does not prove it; with "none" the run is
    ``unproven``, and ``least_forced`` is what is known: so many at least.
    """

    published: int
    forced: int
    chosen: int
    max_changes: int
    proof: Literal["solver", "none"] | msgspec.UnsetType = msgspec.UNSET
    least_forced: int | msgspec.UnsetType = msgspec.UNSET


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The summary of a run. ``profile``: number of students by rank obtained ("1", "2", ..., "not_named", "none").

    ``lottery``: in stages, who says that the lots decided exactly this, where the certificate does not prove it. With
    "none" the run is ``unproven``, as with a goal.
    """

    status: Literal["finished", "unproven"]
    goals: tuple[GoalOutcome, ...]
    students: int
    offers: int
    places: int
    placed: int
    eligible_pairs: int
    profile: dict[str, int]
    seed: str
    input_sha256: str
    policy: dict[str, object]
    versions: dict[str, str]
    seconds: float
    groupings: dict[str, object] = {}
    gap: str | None = None
    rematch: RematchOutcome | msgspec.UnsetType = msgspec.UNSET
    lottery: Literal["solver", "none"] | msgspec.UnsetType = msgspec.UNSET


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a run yields, ready to be stored or written to files."""

    placements: tuple[Placement, ...]
    explanations: tuple[Explanation, ...]
    report: Report
    certificate: Certificate
