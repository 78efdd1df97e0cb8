"""Draw again until criteria hold that were stated beforehand; how often is stored, and nothing else decides."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from testing_lab.arguments import count
from testing_lab.faults import ImpossibleInput
from testing_lab.findings import Finding
from testing_lab.randomisation.assigning import Assignment, assign
from testing_lab.randomisation.balance import BalanceTable, balance, difference
from testing_lab.randomisation.design import PlanDesign, Unit


class Criterion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A crossing of the balance table (``order`` against ``region``) that a plan must meet.

    One of two: its p-value is at least ``least_p``, or the two are at most ``most_difference`` apart
    (:func:`testing_lab.randomisation.balance.difference`).
    """

    factor: str
    against: str
    least_p: float | None = None
    most_difference: float | None = None


class Rerandomised(msgspec.Struct, frozen=True, kw_only=True):
    """The first plan that met every criterion, or none.

    ``seed`` gives that plan from :func:`testing_lab.randomisation.assigning.assign`. ``redraws``: plans put aside.
    """

    seed: str
    redraws: int
    assignments: tuple[Assignment, ...] | None
    findings: tuple[Finding, ...]


def redraw_seed(seed: str, redraw: int) -> str:
    """The seed of a plan that is drawn again; the first plan has the study's own.

    >>> redraw_seed("2026", 0), redraw_seed("2026", 3)
    ('2026', '2026 redraw 3')
    """
    return f"{seed} redraw {redraw}" if redraw else seed


def rerandomise(
    units: Sequence[Unit], *, design: PlanDesign, seed: str, criteria: Sequence[Criterion], most_draws: int = 1000
) -> Rerandomised:
    """Draw until every criterion holds.

    Parameters
    ----------
    units, design, seed
        As for :func:`testing_lab.randomisation.assigning.assign`.
    criteria : sequence of Criterion
        Those of the registered protocol. None: the first plan is the plan.
    most_draws : int
        Plans drawn at most, from 1 up.

    Returns
    -------
    Rerandomised
        Without a plan where a criterion names no crossing of this design, or where none of the plans met them all.

    Notes
    -----
    Stating the criteria beforehand keeps the tests valid; an exact test that uses them must draw its plans by the same
    rule.

    References
    ----------
    Morgan & Rubin (2012), Annals of Statistics 40:1263.
    """
    if count("most_draws", most_draws) == 0:
        raise ImpossibleInput("most_draws", "is 0")
    for redraw in range(most_draws):
        now = redraw_seed(seed, redraw)
        plan = assign(units, design=design, seed=now)
        table = balance(plan)
        findings = _unknown(criteria, table) if redraw == 0 else []
        if findings:
            return Rerandomised(seed=seed, redraws=0, assignments=None, findings=tuple(findings))
        if all(_met(one, table) for one in criteria):
            return Rerandomised(seed=now, redraws=redraw, assignments=plan, findings=())
    facts: dict[str, str | int | float] = {"draws": most_draws, "criteria": len(criteria)}
    never = Finding(path="randomisation.criteria", code="criteria-never-met", facts=facts)
    return Rerandomised(seed=seed, redraws=most_draws, assignments=None, findings=(never,))


def _met(criterion: Criterion, table: BalanceTable) -> bool:
    rows = table.row(criterion.factor, criterion.against)
    if criterion.most_difference is not None:
        return all(difference(row) <= criterion.most_difference for row in rows)
    return all(row.p_value is not None and row.p_value >= (criterion.least_p or 0.0) for row in rows)


def _unknown(criteria: Sequence[Criterion], table: BalanceTable) -> list[Finding]:
    found = []
    for place, one in enumerate(criteria):
        path = f"randomisation.criteria[{place}]"
        if not table.row(one.factor, one.against):
            facts: dict[str, str | int | float] = {"factor": one.factor, "against": one.against}
            found.append(Finding(path=path, code="criterion-unknown", facts=facts))
        if (one.least_p is None) == (one.most_difference is None):
            found.append(Finding(path=path, code="criterion-one-of-two"))
        if one.most_difference is not None and not 0 < one.most_difference <= 1:
            facts = {"value": one.most_difference}
            found.append(Finding(path=path, code="criterion-most-difference", facts=facts))
        if one.least_p is not None and not 0 < one.least_p < 1:
            found.append(Finding(path=path, code="criterion-least-p", facts={"value": one.least_p}))
    return found
