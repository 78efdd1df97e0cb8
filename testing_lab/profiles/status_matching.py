"""Names of two groups with the same sex and nearly the same social status, so that the pair differs in origin only.

Minority names are heard as lower in status (in the Dutch survey on average 0.54 to 0.58 against 0.76; METHODS §0.5). A
gap between names that were not matched on it is partly a gap between classes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
import numpy as np
from scipy import special
from scipy.optimize import linear_sum_assignment

from testing_lab.arguments import count, open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.findings import Finding
from testing_lab.profiles.names import LEAST_NAMES, Group, Name, NameList, Sex, SocialStatus
from testing_lab.profiles.seeded import Seed, shuffled
from testing_lab.result import Interval, Result

#: Differences are compared in millionths of a point: whole numbers, so that equal means equal.
_GRAIN: Final = 1_000_000

Measured = tuple[Name, SocialStatus]


class NamePair(msgspec.Struct, frozen=True, kw_only=True):
    """Two names for one pair of applications; ``difference`` is majority minus minority, in points of status."""

    majority: Name
    minority: Name
    difference: Interval


class StatusMatch(Result, frozen=True, kw_only=True):
    """The chosen pairs in the order of the list, and what difference in status remains.

    ``remaining`` is the mean difference (majority minus minority) over the pairs, ``absolute`` the mean of the
    differences without their signs: the pairs were chosen for the least ``absolute``.
    """

    pairs: tuple[NamePair, ...]
    remaining: Interval
    absolute: float | None
    findings: tuple[Finding, ...]


def match_status(
    names: NameList,
    *,
    majority: Group,
    minority: Group,
    sex: Sex,
    pairs: int | None = None,
    young_only: bool = False,
    confidence: float = 0.95,
) -> StatusMatch:
    r"""Which names of two groups go together.

    Parameters
    ----------
    names : NameList
        A list whose names carry a status, all from one source (:func:`testing_lab.profiles.pretest.measured_list`).
    majority, minority : Group
        Two different groups.
    sex : Sex
        The sex of all names.
    pairs : int, optional
        How many pairs, from 0 up; by default as many as there can be.
    young_only : bool
        Only names that are believable for an applicant of 17 to 19.
    confidence : float
        Two-sided, between 0 and 1.

    Returns
    -------
    StatusMatch
        The pairs with the least total absolute difference in mean status. Of several best choices: the one in which
        the earliest majority name has the earliest partner, and so on; nothing depends on chance.

    Raises
    ------
    ImpossibleInput
        The groups are the same, or a number cannot be.

    Notes
    -----
    Exact assignment with a fixed number of pairs (a square problem with idle rows and columns; scipy's
    ``linear_sum_assignment``). Intervals are Welch's, with Satterthwaite's degrees of freedom
    :math:`(\sum v_j)^2 / \sum v_j^2/(n_j - 1)`, :math:`v_j` the squared standard error of a name's mean. They take
    raters as different people for each name: where the same people rated both, the true interval is narrower.

    References
    ----------
    Kuhn (1955), Naval Research Logistics Quarterly 2:83-97; Welch (1947), Biometrika 34:28-35.

    Examples
    --------
    >>> def rated(first, group, mean):
    ...     status = SocialStatus(mean=mean, standard_error=0.2, raters=40, source="example")
    ...     return Name(first=first, surname="X", group=group, sex="female", source="example", status=status)
    >>> names = NameList(version="example", entries=(
    ...     rated("Sanne", "dutch", 4.8), rated("Lotte", "dutch", 5.6), rated("Fleur", "dutch", 4.1),
    ...     rated("Elif", "turkish", 4.2), rated("Esra", "turkish", 4.6)))
    >>> match = match_status(names, majority="dutch", minority="turkish", sex="female")
    >>> [(pair.majority.first, pair.minority.first) for pair in match.pairs], round(match.absolute, 2)
    ([('Sanne', 'Esra'), ('Fleur', 'Elif')], 0.15)
    """
    if majority == minority:
        raise ImpossibleInput("minority", "is the same group as the majority", group=minority)
    open_share("confidence", confidence)
    wanted = None if pairs is None else count("pairs", pairs)
    offered = {group: names.of(group, sex, young_only=young_only) for group in (majority, minority)}
    first, second = (_measured(offered[group]) for group in (majority, minority))
    found = min(len(first), len(second), math.inf if wanted is None else wanted)
    chosen = _assignment(first, second, int(found))
    remaining = _difference(chosen, confidence)
    return StatusMatch(
        pairs=tuple(
            NamePair(majority=one[0], minority=other[0], difference=_difference([(one, other)], confidence))
            for one, other in chosen
        ),
        remaining=remaining,
        absolute=math.fsum(abs(one[1].mean - other[1].mean) for one, other in chosen) / len(chosen) if chosen else None,
        undefined={} if chosen else {"absolute": "no_pair"},
        findings=(
            *_of_measures(offered),
            *_of_sources(first, second),
            *_of_pairs(len(chosen), wanted),
            *_of_remaining(remaining),
        ),
    )


def _measured(names: Sequence[Name]) -> list[Measured]:
    return [(name, name.status) for name in names if name.status is not None]


def _assignment(first: Sequence[Measured], second: Sequence[Measured], pairs: int) -> list[tuple[Measured, Measured]]:
    """The cheapest pairs; of equally cheap ones the first in the order of both lists."""
    costs = [[round(abs(one[1].mean - other[1].mean) * _GRAIN) for other in second] for one in first]
    chosen: list[tuple[Measured, Measured]] = []
    free = list(range(len(second)))
    left = _least(costs, free, pairs)
    for row in range(len(first)):
        for column in free:
            others = [other for other in free if other != column]
            wanted = pairs - len(chosen) - 1
            rest = _least(costs[row + 1 :], others, wanted) if wanted >= 0 else None
            if rest is not None and left is not None and costs[row][column] + rest == left:
                chosen.append((first[row], second[column]))
                free, left = others, rest
                break
    return chosen


def _least(costs: Sequence[Sequence[int]], columns: Sequence[int], pairs: int) -> int | None:
    """The least total of exactly so many pairs, or None where there are not so many.

    Idle rows and columns take up what stays without a partner; they may not take each other.
    """
    rows = len(costs)
    if pairs > min(rows, len(columns)):
        return None
    size = rows + len(columns) - pairs
    square = np.zeros((size, size))
    square[:rows, : len(columns)] = [[row[column] for column in columns] for row in costs] if pairs else 0
    square[rows:, len(columns) :] = square.sum() + 1
    if not pairs:
        return 0
    return round(float(square[linear_sum_assignment(square)].sum()))


def _difference(chosen: Sequence[tuple[Measured, Measured]], confidence: float) -> Interval:
    if not chosen:
        return Interval(
            estimate=None, lower=None, upper=None, undefined=dict.fromkeys(("estimate", "lower", "upper"), "no_pair")
        )
    mean = math.fsum(one[1].mean - other[1].mean for one, other in chosen) / len(chosen)
    errors: list[tuple[float, int]] = []
    for _, status in (name for pair in chosen for name in pair):
        if status.standard_error is None or status.raters is None or status.raters < 2:
            reason = dict.fromkeys(("lower", "upper"), "standard_error_unknown")
            return Interval(estimate=mean, lower=None, upper=None, undefined=reason)
        errors.append((status.standard_error**2, status.raters))
    variance = math.fsum(square for square, _ in errors)
    if variance == 0:
        return Interval(estimate=mean, lower=mean, upper=mean)
    df = variance**2 / math.fsum(square**2 / (raters - 1) for square, raters in errors)
    half = float(special.stdtrit(df, (1 + confidence) / 2)) * math.sqrt(variance) / len(chosen)
    return Interval(estimate=mean, lower=mean - half, upper=mean + half)


def _of_measures(offered: dict[Group, tuple[Name, ...]]) -> Iterator[Finding]:
    for group, names in offered.items():
        without = [name.full for name in names if name.status is None]
        if without:
            facts: dict[str, str | int | float] = {"group": group, "names": ", ".join(without), "number": len(without)}
            yield Finding(path=group, code="status-not-measured", level="warning", facts=facts)


def _of_sources(first: Sequence[Measured], second: Sequence[Measured]) -> Iterator[Finding]:
    sources = sorted({status.source for _, status in (*first, *second)})
    if len(sources) > 1:
        yield Finding(path="sources", code="status-sources-differ", facts={"sources": ", ".join(sources)})


def _of_pairs(found: int, wanted: int | None) -> Iterator[Finding]:
    least = max(LEAST_NAMES, wanted or 0)
    if found < least:
        yield Finding(path="pairs", code="status-too-few-pairs", facts={"found": found, "least": least})


def _of_remaining(remaining: Interval) -> Iterator[Finding]:
    if remaining.lower is None or remaining.upper is None or remaining.estimate is None:
        return
    if remaining.lower > 0 or remaining.upper < 0:
        facts: dict[str, str | int | float] = {
            "difference": remaining.estimate, "lower": remaining.lower, "upper": remaining.upper
        }  # fmt: skip
        yield Finding(path="pairs", code="status-difference-remains", level="warning", facts=facts)


def rotation(pairs: Sequence[NamePair], *, tests: int, seed: Seed) -> tuple[NamePair, ...]:
    """Which pair of names goes to which test: each equally often, one more at most, in a drawn order.

    The order is drawn anew for every round through all pairs, so that no name is bound to a part of the fieldwork.

    Raises
    ------
    ImpossibleInput
        No pairs, or a number of tests that cannot be.
    """
    if not pairs:
        raise ImpossibleInput("pairs", "is empty")
    rounds = range(-(-count("tests", tests) // len(pairs)))
    return tuple(pair for number in rounds for pair in shuffled(seed, "names", number, items=pairs))[:tests]
