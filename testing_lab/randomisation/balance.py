"""Is the plan balanced? Every crossing is reported with its counts and an exact test; none is chosen.

The plan is even by construction, so that p-values lie near 1 and none of them is a reason to draw again
(:mod:`testing_lab.randomisation.rerandomising` is, if the protocol says so). A low one says that the plan is not the
one that was drawn, or that a covariate outside the strata fell unevenly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import msgspec

from testing_lab.paired.mcnemar_exact import mcnemar_exact
from testing_lab.randomisation.assigning import Assignment
from testing_lab.result import Result
from testing_lab.strata.exact_homogeneity import exact_homogeneity
from testing_lab.study.rows import Applicant


class BalanceRow(Result, frozen=True, kw_only=True):
    """One crossing.

    ``counts``: for each level units of the majority, units of the minority. ``order`` against something: units where
    the majority, the minority is first; ``template``, ``sender``, ``look`` against ``identity``: units where only
    the majority's application, only the minority's has that level; ``identity``: units that get the majority's, the
    minority's only.
    ``p_value``: ``mcnemar_exact`` or ``fisher_exact`` (of the whole table); ``None`` with ``too_many_tables``.
    """

    factor: str
    against: str
    counts: dict[str, tuple[int, int]]
    test: str
    p_value: float | None


def difference(row: BalanceRow) -> float:
    """How far the two are apart, as a share from 0 to 1.

    One level: the difference between the two counts, as a share of both together. More levels: the largest difference
    between the two distributions over them; 1 where one of the two has no unit at all.
    """
    majority, minority = (sum(both[side] for both in row.counts.values()) for side in (0, 1))
    if len(row.counts) == 1:
        return abs(majority - minority) / max(1, majority + minority)
    if not majority or not minority:
        return 1.0
    return max(abs(one / majority - other / minority) for one, other in row.counts.values())


class BalanceTable(msgspec.Struct, frozen=True, kw_only=True):
    """Every crossing, in a fixed order."""

    units: int
    rows: tuple[BalanceRow, ...]

    def row(self, factor: str, against: str) -> tuple[BalanceRow, ...]:
        """The rows of one crossing: one for each level where levels are tested one by one; none if it is not there."""
        return tuple(one for one in self.rows if (one.factor, one.against) == (factor, against))


def balance(assignments: Sequence[Assignment]) -> BalanceTable:
    """The balance table of a plan.

    Notes
    -----
    A level of a template within pairs: given the units in which one of the two has it, each of the two has it with
    probability 1/2 (McNemar's exact test). Order or identity against a label with K levels: Fisher's exact test of the
    K × 2 table. Tests treat units as drawn one by one; the plan is more even than that, so that they are conservative.
    """
    both = [one for one in assignments if one.composition == "one_of_each"]
    # In mystery calls every unit is asked the same: there is nothing to compare.
    alike = [
        one
        for one in assignments
        if len({app.identity for app in one.applications}) == 1 and one.composition != "request"
    ]
    return BalanceTable(units=len(assignments), rows=(*_of_pairs(both), *_of_alike(alike)))


def _of_pairs(units: Sequence[Assignment]) -> Iterator[BalanceRow]:
    if not units:
        return
    first = Counter(one.first for one in units)
    yield _mcnemar("order", "all", first["majority"], first["minority"])
    for factor in ("template", "sender", "look"):
        levels = sorted({getattr(app, factor) for one in units for app in one.applications})
        for level in levels if len(levels) > 1 else ():
            uses = [{app.identity for app in one.applications if getattr(app, factor) == level} for one in units]
            yield _mcnemar(factor, level, uses.count({"majority"}), uses.count({"minority"}))
    for against, label in _labels(units):
        yield _fisher("order", against, [(label(one), one.first) for one in units])
    for factor in ("template", "sender", "look"):
        pairs = [(_used(one, factor, "majority"), one.first) for one in units]
        if len({level for level, _ in pairs}) > 1:
            yield _fisher("order", factor, pairs)


def _of_alike(units: Sequence[Assignment]) -> Iterator[BalanceRow]:
    if not units:
        return
    given = Counter(one.first for one in units)
    yield _mcnemar("identity", "all", given["majority"], given["minority"])
    for against, label in _labels(units):
        yield _fisher("identity", against, [(label(one), one.first) for one in units])
    if all(len(one.applications) == 1 for one in units):
        for factor in ("template", "sender", "look"):
            pairs = [(_used(one, factor, one.first), one.first) for one in units]
            if len({level for level, _ in pairs}) > 1:
                yield _fisher("identity", factor, pairs)


def _labels(units: Sequence[Assignment]) -> list[tuple[str, Callable[[Assignment], str]]]:
    """What every unit has one of, if it varies."""
    labels: list[tuple[str, Callable[[Assignment], str]]] = [
        ("stratum", lambda one: one.stratum),
        ("quality", lambda one: one.quality),
        ("name_list", lambda one: one.name_list),
    ]
    covariates = sorted({name for one in units for name in one.covariates})
    labels.extend((name, _covariate(name)) for name in covariates)
    return [(name, label) for name, label in labels if len({label(one) for one in units}) > 1]


def _covariate(name: str) -> Callable[[Assignment], str]:
    return lambda one: one.covariates.get(name, "")


def _used(unit: Assignment, factor: str, identity: Applicant) -> str:
    return next(str(getattr(app, factor)) for app in unit.applications if app.identity == identity)


def _mcnemar(factor: str, level: str, majority: int, minority: int) -> BalanceRow:
    p = mcnemar_exact(both=0, only_majority=majority, only_minority=minority, neither=1).p_value
    counts = {level: (majority, minority)}
    return BalanceRow(factor=factor, against="identity", counts=counts, test="mcnemar_exact", p_value=p)


def _fisher(factor: str, against: str, pairs: Sequence[tuple[str, Applicant]]) -> BalanceRow:
    found = Counter(pairs)
    counts = {
        level: (found[level, "majority"], found[level, "minority"]) for level in sorted({one for one, _ in pairs})
    }
    p = exact_homogeneity(first=[a for a, _ in counts.values()], second=[b for _, b in counts.values()])
    return BalanceRow(
        factor=factor, against=against, counts=counts, test="fisher_exact", p_value=p,
        undefined={"p_value": "too_many_tables"} if p is None else {},
    )  # fmt: skip
