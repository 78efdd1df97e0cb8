"""How exactly a difference may be told where small counts are hidden.

An exact interval or p-value is as good as the counts that it is made of: whoever knows the method tries all of them. So
beside hidden counts an interval is rounded outward, and of a test only the verdict is told. How coarsely is decided by
proof: there must be other tables, so different that no small count is known to within ``K``, of which everything that
is told would be the same.

The other tables of pairs lie on one line: ``t`` pairs more in which only one was answered positively, on either side,
and ``t`` fewer with both and with neither. Everything else that is published stays as it is on that line: the pairs,
the positive answers of both, and so the difference itself. Where the positive answers are hidden too, the line is
longer: both and neither need not give up the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final

import msgspec

from testing_lab.faults import LabFault
from testing_lab.methods import answer
from testing_lab.paired.counts import PairedCounts
from testing_lab.registered.answers import Answer, Number, answer_of
from testing_lab.registered.document import Groups, StudyResult
from testing_lab.registered.small_cells import K, value_at

#: To what intervals are rounded, as shares: 5, 10 and 20 percentage points.
STEPS: Final = (0.05, 0.1, 0.2)
#: As far as anybody looks for other tables.
_FAR: Final = 4 * K

Reach = tuple[int, int]
Verdict = Callable[[PairedCounts], bool | None]


class Exactness(msgspec.Struct, frozen=True, kw_only=True):
    """What may be told. ``whole``: all counts of the whole, and with them its p-values and ratios.

    ``step``, and by its name that of each part in ``parts``: an interval is rounded outward to a multiple of it. 0:
    it is told exactly; None: it is not told.
    """

    whole: bool
    step: float | None
    parts: dict[str, float | None] = {}

    @property
    def everything(self) -> bool:
        """Nothing needs to be rounded."""
        return self.whole and all(one == 0.0 for one in self.parts.values())


def exactness(result: StudyResult) -> Exactness:
    """The most that may be told of a result."""
    return _of_groups(result) if result.table is None else _of_pairs(result, result.table)


def outward(lower: Number, upper: Number, step: float) -> tuple[Number, Number]:
    """An interval of shares, rounded outward."""
    down = math.floor(lower / step + 1e-9) * step if isinstance(lower, float) else lower
    up = math.ceil(upper / step - 1e-9) * step if isinstance(upper, float) else upper
    return down, up


# --- pairs ------------------------------------------------------------------------------------------------------------


def _of_pairs(result: StudyResult, table: PairedCounts) -> Exactness:
    answers = ("yes", "no")
    whole = all(value_at(result.shown, majority=one, minority=two) is not None for one in answers for two in answers)
    parts = _parts(result)
    open_to_all = None not in (value_at(result.shown, majority="yes"), value_at(result.shown, minority="yes"))
    ends = _ends(table) if open_to_all else _longer(table)
    if whole and not any(_small(one) for one in parts.values()):
        return Exactness(whole=True, step=0.0, parts=dict.fromkeys(parts, 0.0))
    for step in (0.0,) if whole else (*STEPS, None):
        of_whole = _reach(table, step, result.confidence, _verdict(result), ends=ends)
        for coarser in range(len(STEPS) + 1) if parts else (0,):
            steps = {name: _step(one, result, coarser) if _told(result, name) else None for name, one in parts.items()}
            reach = {name: _reach(one, steps[name], result.confidence) for name, one in parts.items()}
            if _hides(of_whole, ends, parts, reach):
                return Exactness(whole=whole, step=step, parts=steps)
    return Exactness(whole=whole, step=0.0 if whole else None, parts=dict.fromkeys(parts))


def _step(table: PairedCounts, result: StudyResult, coarser: int) -> float | None:
    """The finest step that leaves a part room on its own, or one that is so many steps coarser."""
    steps = (*STEPS, None)
    fine = next(
        number for number, one in enumerate(steps) if _wide(_reach(table, one, result.confidence), _ends(table))
    )
    return steps[min(fine + coarser, len(STEPS))]


def _parts(result: StudyResult) -> dict[str, PairedCounts]:
    split = next((one for one in result.splits if one.by == result.shown_by), None) if result.shown_by else None
    return {} if split is None else {one.name: one.table for one in split.parts}


def _told(result: StudyResult, part: str) -> bool:
    """Whether the difference of a part is told at all."""
    return None not in (
        value_at(result.shown, part=part),
        value_at(result.shown, part=part, majority="yes"),
        value_at(result.shown, part=part, minority="yes"),
    )


def _small(table: PairedCounts) -> bool:
    return bool(min(msgspec.structs.astuple(table)) < K)


def _hides(of_whole: Reach, ends: Reach, parts: Mapping[str, PairedCounts], reach: Mapping[str, Reach]) -> bool:
    """Whether every small count may be any of ``K`` and more, as far as its own table leaves room for it."""
    least, most = sum(one[0] for one in reach.values()), sum(one[1] for one in reach.values())
    if not parts:
        return _wide(of_whole, ends)
    if of_whole != (0, 0) and not _wide((max(of_whole[0], least), min(of_whole[1], most)), ends):
        return False
    return all(
        not _small(one)
        or _wide(
            (
                max(reach[name][0], of_whole[0] - (most - reach[name][1])),
                min(reach[name][1], of_whole[1] - (least - reach[name][0])),
            ),
            _ends(one),
        )
        for name, one in parts.items()
    )


def _wide(reach: Reach, ends: Reach) -> bool:
    return reach[1] - reach[0] >= min(K, ends[1] - ends[0])


def _ends(table: PairedCounts) -> Reach:
    """How far the line goes before a count would be less than nothing."""
    return -min(table.only_majority, table.only_minority, _FAR), min(table.both, table.neither, _FAR)


def _longer(table: PairedCounts) -> Reach:
    """The same where nobody knows how many positive answers there were."""
    return -min(table.only_majority, table.only_minority, _FAR), min((table.both + table.neither) // 2, _FAR)


def _reach(
    table: PairedCounts,
    step: float | None,
    confidence: float,
    verdict: Verdict | None = None,
    *,
    ends: Reach | None = None,
) -> Reach:
    """How far along the line everything told stays the same, in both directions."""
    if step == 0.0:
        return 0, 0

    def said(counts: PairedCounts) -> tuple[object, ...]:
        interval = (None, None) if step is None else outward(*_interval(counts, confidence), step)
        return (*interval, None if verdict is None else verdict(counts))

    here, (least, most) = said(table), ends or _ends(table)
    down = next((t + 1 for t in range(-1, least - 1, -1) if said(_moved(table, t)) != here), least)
    up = next((t - 1 for t in range(1, most + 1) if said(_moved(table, t)) != here), most)
    return down, up


def _moved(table: PairedCounts, t: int) -> PairedCounts:
    left = table.both + table.neither - 2 * t
    both = min(max(table.both - t, 0), left)
    return PairedCounts(
        both=both, only_majority=table.only_majority + t, only_minority=table.only_minority + t, neither=left - both
    )


@lru_cache(maxsize=4096)
def _interval(table: PairedCounts, confidence: float) -> tuple[Number, Number]:
    found = _answer("rd_tango_score", msgspec.structs.asdict(table) | {"confidence": confidence})
    return found.lower, found.upper


def _verdict(result: StudyResult) -> Verdict | None:
    """The verdict of the registered test; None where it rests on more than the counts, such as their order."""

    def of(table: PairedCounts) -> bool | None:
        inputs = msgspec.structs.asdict(table) | {"confidence": result.confidence}
        p_value = _answer(result.primary.method, inputs).p_value
        return None if not isinstance(p_value, float) else p_value < result.alpha

    return of if result.table is not None and of(result.table) is result.rejects else None


def _answer(method: str, inputs: dict[str, float]) -> Answer:
    """What a method says of other counts; nothing where it cannot be done of them."""
    try:
        return answer_of(method, answer(method, inputs))
    except LabFault:
        return Answer(method=method)


# --- groups -----------------------------------------------------------------------------------------------------------


def _of_groups(result: StudyResult) -> Exactness:
    """Groups of different sizes have no such line: all counts near by are tried, and the difference is rounded too."""
    x = [value_at(result.shown, applicant=who, answer="yes") for who in ("majority", "minority")]
    if None not in x:
        return Exactness(whole=True, step=0.0)
    groups = result.groups
    found = [(one, _told_of(one, result)) for one in _near(groups)]
    here = _told_of(groups, result)
    for step in STEPS:
        same = [one for one, told in found if told.rounded(step) == here.rounded(step)]
        spread = [
            max(getattr(one, name) for one in same) - min(getattr(one, name) for one in same)
            for name in ("majority_positive", "minority_positive")
        ]
        if spread[0] >= min(K, groups.majority) and spread[1] >= min(K, groups.minority):
            return Exactness(whole=False, step=step)
    return Exactness(whole=False, step=None)


def _near(groups: Groups) -> Iterator[Groups]:
    for first in range(max(0, groups.majority_positive - K), min(groups.majority, groups.majority_positive + K) + 1):
        for second in range(
            max(0, groups.minority_positive - K), min(groups.minority, groups.minority_positive + K) + 1
        ):
            yield msgspec.structs.replace(groups, majority_positive=first, minority_positive=second)


class _GroupsTold(msgspec.Struct, frozen=True):
    """What follows from counts of groups. ``verdict`` None: the interval and the test rest on more than these."""

    difference: float
    lower: Number = None
    upper: Number = None
    verdict: bool | None = None

    def rounded(self, step: float) -> tuple[object, ...]:
        """As it would be told."""
        rounded = round(self.difference / step)
        return rounded, *outward(self.lower, self.upper, step), self.verdict


def _told_of(groups: Groups, result: StudyResult) -> _GroupsTold:
    """The difference, and where it follows from the counts its interval and the verdict."""
    difference = groups.majority_positive / groups.majority - groups.minority_positive / groups.minority
    if result.difference.method != "rd_newcombe_hybrid":
        return _GroupsTold(difference)
    inputs = {
        "callbacks_majority": groups.majority_positive,
        "n_majority": groups.majority,
        "callbacks_minority": groups.minority_positive,
        "n_minority": groups.minority,
        "confidence": result.confidence,
    }
    found = _answer(result.difference.method, inputs)
    p_value = _answer(result.primary.method, inputs).p_value
    verdict = isinstance(p_value, float) and p_value < result.alpha
    return _GroupsTold(difference, found.lower, found.upper, verdict)
