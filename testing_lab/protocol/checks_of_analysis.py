"""Is there one test that decides, and is it right for the design and for the moment at which the study stops?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from testing_lab.faults import ImpossibleInput
from testing_lab.findings import Finding
from testing_lab.methods import METHODS
from testing_lab.protocol.checking import filled, needed, once, within
from testing_lab.protocol.fitting import DENOMINATORS, PRIMARY_TESTS, fits
from testing_lab.protocol.sample_size import planned_discordant
from testing_lab.stopping.alpha_spending import alpha_spending
from testing_lab.stopping.looks import look_of_discordant_pairs
from testing_lab.stopping.spending_functions import KNOWN, spending_function

if TYPE_CHECKING:
    from testing_lab.protocol.analysis_plan import Stopping
    from testing_lab.protocol.document import Protocol

MOST_LOOKS: Final = 20


def analysis_findings(protocol: Protocol) -> Iterator[Finding]:
    """Primary test, denominator, secondary family, stopping rule, strata."""
    plan, kind = protocol.analysis, protocol.design.kind
    yield from _primary(protocol)
    yield from within("analysis.confidence", plan.confidence, least=0.5, most=0.999)
    yield from filled("analysis.denominator", plan.denominator)
    if plan.denominator is not None and plan.denominator not in DENOMINATORS[kind]:
        facts: dict[str, str | int | float] = {"denominator": plan.denominator, "kind": kind}
        yield Finding(path="analysis.denominator", code="denominator_not_of_design", facts=facts)
    yield from _secondary(protocol)
    yield from _stopping(plan.stopping, alpha=protocol.sampling.alpha, planned=planned_discordant(protocol))
    yield from once("analysis.strata", plan.strata)
    parts = {"sector": protocol.question.sectors, "ground": protocol.question.traits}
    for place, name in enumerate(plan.strata):
        if name in parts and len(parts[name]) < 2:
            path = f"analysis.strata[{place}]"
            yield Finding(path=path, code="stratum_has_one_level", level="warning", facts={"stratum": name})


def _primary(protocol: Protocol) -> Iterator[Finding]:
    test, kind, rule = protocol.analysis.primary_test, protocol.design.kind, protocol.analysis.stopping.rule
    yield from filled("analysis.primary_test", test)
    if not test.strip():
        return
    if test not in METHODS:
        yield Finding(path="analysis.primary_test", code="test_unknown", facts={"test": test})
    elif not fits(test, kind=kind):
        facts: dict[str, str | int | float] = {"test": test, "kind": kind, "fitting": ", ".join(PRIMARY_TESTS[kind])}
        yield Finding(path="analysis.primary_test", code="test_not_of_design", facts=facts)
    elif PRIMARY_TESTS[kind][test] != rule:
        # A test that is repeated until it rejects errs too often; one that allows it is wasted on one look.
        facts = {"test": test, "rule": rule, "rule_of_test": PRIMARY_TESTS[kind][test]}
        yield Finding(path="analysis.stopping.rule", code="test_not_of_rule", facts=facts)


def _secondary(protocol: Protocol) -> Iterator[Finding]:
    plan = protocol.analysis
    for place, one in enumerate(plan.secondary):
        path = f"analysis.secondary[{place}]"
        yield from filled(f"{path}.name", one.name)
        yield from filled(f"{path}.test", one.test)
        if one.test.strip() and one.test not in METHODS:
            yield Finding(path=f"{path}.test", code="test_unknown", facts={"test": one.test})
        if one.test == plan.primary_test and one.test.strip() and not one.subgroup.strip():
            yield Finding(path=path, code="secondary_is_primary", level="warning", facts={"test": one.test})
    yield from once("analysis.secondary", [one.name for one in plan.secondary])
    if len(plan.secondary) > 1 and plan.correction is None:
        yield Finding(path="analysis.correction", code="correction_missing", facts={"tests": len(plan.secondary)})


def _stopping(stopping: Stopping, *, alpha: float, planned: int | None) -> Iterator[Finding]:
    if stopping.rule == "alpha_spending":
        yield from _spending(stopping, alpha=alpha, planned=planned)
    elif stopping.spending.strip() or stopping.looks:
        yield Finding(path="analysis.stopping.looks", code="looks_without_spending", facts={"rule": stopping.rule})
    if stopping.rule == "e_process":
        yield from needed("analysis.stopping.prior_a", stopping.prior_a, least=1e-6, most=1e6)
        yield from needed("analysis.stopping.prior_b", stopping.prior_b, least=1e-6, most=1e6)
    elif stopping.prior_a is not None or stopping.prior_b is not None:
        yield Finding(path="analysis.stopping.prior_a", code="prior_without_process", facts={"rule": stopping.rule})


def _spending(stopping: Stopping, *, alpha: float, planned: int | None) -> Iterator[Finding]:
    yield from filled("analysis.stopping.spending", stopping.spending)
    known = bool(stopping.spending.strip())
    if known:
        try:
            spending_function(stopping.spending)
        except ImpossibleInput:
            known = False
            facts: dict[str, str | int | float] = {"spending": stopping.spending, "known": "; ".join(KNOWN)}
            yield Finding(path="analysis.stopping.spending", code="spending_unknown", facts=facts)
    looks = stopping.looks
    if not looks:
        yield Finding(path="analysis.stopping.looks", code="looks_missing")
        return
    if len(looks) > MOST_LOOKS:
        facts = {"looks": len(looks), "most": MOST_LOOKS}
        yield Finding(path="analysis.stopping.looks", code="looks_too_many", facts=facts)
        return
    if not all(before < one <= 1 for before, one in zip((0.0, *looks), looks, strict=False)):
        yield Finding(path="analysis.stopping.looks", code="looks_not_rising")
        return
    if looks[-1] != 1:
        yield Finding(path="analysis.stopping.looks", code="looks_end_early", facts={"last": looks[-1]})
    try:
        alpha_spending(information=looks, alpha=alpha if 1e-9 <= alpha <= 0.999 else 0.05)
        if planned is not None:  # two looks at the same pair are one
            look_of_discordant_pairs(discordant_seen=0, discordant_planned=planned, looks=looks)
    except ImpossibleInput:
        yield Finding(path="analysis.stopping.looks", code="looks_too_close")
