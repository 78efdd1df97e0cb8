"""Are there enough pairs for what the report is meant to say? Computed, exactly, for the registered test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from testing_lab.findings import Finding
from testing_lab.protocol.checking import better_filled, filled, needed, once, unused, within
from testing_lab.protocol.sample_size import (
    LEAST_ALPHA,
    LEAST_DIFFERENCE,
    LEAST_MARGIN,
    LEAST_POWER,
    MOST_ALPHA,
    MOST_PAIRS,
    MOST_POWER,
    SampleSize,
    sample_size_of,
)
from testing_lab.study.warnings import FEW_DISCORDANT

if TYPE_CHECKING:
    from testing_lab.protocol.document import Protocol

#: Below this power a study would rather miss a difference than the reader expects.
USUAL_POWER: Final = 0.8
USUAL_ALPHA: Final = 0.05

Facts = dict[str, str | int | float]


def sampling_findings(protocol: Protocol) -> Iterator[Finding]:
    """Size, expectations, power of the whole and of its parts, frame."""
    plan, kind = protocol.sampling, protocol.design.kind
    if plan.pairs == 0:
        yield Finding(path="sampling.pairs", code="protocol_missing")
    else:
        yield from within("sampling.pairs", plan.pairs, least=1, most=MOST_PAIRS)
    yield from _expected_of_calls(protocol) if kind == "mystery_call" else _expected_of_letters(protocol)
    yield from _levels(protocol)
    yield from better_filled("sampling.basis", plan.basis)
    yield from _strata(protocol)
    yield from _claims(protocol)
    yield from _size(protocol, sample_size_of(protocol))
    yield from filled("sampling.frame", plan.frame)
    yield from filled("sampling.inclusion", plan.inclusion)
    yield from filled("sampling.existing_data", plan.existing_data)
    if plan.existing_data == "seen_not_analysed":
        yield Finding(path="sampling.existing_data", code="data_seen", level="warning")


def _expected_of_letters(protocol: Protocol) -> Iterator[Finding]:
    plan, kind = protocol.sampling, protocol.design.kind
    yield from needed("sampling.p_only_majority", plan.p_only_majority, least=0, most=1)
    yield from needed("sampling.p_only_minority", plan.p_only_minority, least=0, most=1)
    yield from within("sampling.p_both", plan.p_both, least=0, most=1)
    if kind != "paired":
        yield from filled("sampling.p_both", plan.p_both)
    total = sum(one or 0.0 for one in (plan.p_only_majority, plan.p_only_minority, plan.p_both))
    if total > 1 + 1e-12:
        yield Finding(path="sampling.p_only_minority", code="expected_above_one", facts={"sum": round(total, 6)})
    more, less = plan.p_only_majority, plan.p_only_minority
    if more is not None and less is not None and abs(more - less) < LEAST_DIFFERENCE:
        yield Finding(path="sampling.p_only_minority", code="no_difference_expected")
    yield from unused(kind, sampling__expected_share=plan.expected_share, sampling__margin=plan.margin)


def _expected_of_calls(protocol: Protocol) -> Iterator[Finding]:
    plan = protocol.sampling
    yield from needed("sampling.expected_share", plan.expected_share, least=0, most=1)
    yield from needed("sampling.margin", plan.margin, least=LEAST_MARGIN, most=0.5)
    yield from unused(
        "mystery_call",
        sampling__p_only_majority=plan.p_only_majority,
        sampling__p_only_minority=plan.p_only_minority,
        sampling__p_both=plan.p_both,
    )


def _levels(protocol: Protocol) -> Iterator[Finding]:
    plan = protocol.sampling
    yield from within("sampling.alpha", plan.alpha, least=LEAST_ALPHA, most=MOST_ALPHA)
    yield from within("sampling.power", plan.power, least=LEAST_POWER, most=MOST_POWER)
    if plan.power <= plan.alpha:
        yield Finding(path="sampling.power", code="power_not_above_alpha")
    elif LEAST_POWER <= plan.power < USUAL_POWER:
        yield Finding(path="sampling.power", code="power_wanted_low", level="warning", facts={"usual": USUAL_POWER})
    if USUAL_ALPHA < plan.alpha <= MOST_ALPHA:
        yield Finding(path="sampling.alpha", code="alpha_high", level="warning", facts={"usual": USUAL_ALPHA})
    if abs(plan.alpha + protocol.analysis.confidence - 1) > 1e-9:
        facts: Facts = {"alpha": plan.alpha, "confidence": protocol.analysis.confidence}
        yield Finding(path="sampling.alpha", code="alpha_not_confidence", level="warning", facts=facts)


def _strata(protocol: Protocol) -> Iterator[Finding]:
    plan = protocol.sampling
    for place, one in enumerate(plan.strata):
        yield from filled(f"sampling.strata[{place}].name", one.name)
        yield from within(f"sampling.strata[{place}].pairs", one.pairs, least=1, most=MOST_PAIRS)
    yield from once("sampling.strata", [one.name for one in plan.strata])
    total = sum(one.pairs for one in plan.strata)
    if plan.strata and total != plan.pairs:
        yield Finding(path="sampling.strata", code="strata_sum", facts={"sum": total, "pairs": plan.pairs})


def _claims(protocol: Protocol) -> Iterator[Finding]:
    plan, asked = protocol.sampling, protocol.question
    yield from once("sampling.claims", plan.claims)
    parts = {"sector": len(asked.sectors), "ground": len(asked.traits)}
    parts["sector_and_ground"] = min(parts.values())
    for place, claim in enumerate(plan.claims):
        if parts[claim] < 2:
            path = f"sampling.claims[{place}]"
            yield Finding(path=path, code="claim_without_parts", facts={"claim": claim})


def _size(protocol: Protocol, size: SampleSize) -> Iterator[Finding]:
    if size.basis is None:
        return
    plan = protocol.sampling
    if size.half_width is not None:
        if not size.enough:
            facts: Facts = {
                "calls": size.planned,
                "needed": _told(size.smallest),
                "half_width": round(size.half_width, 4),
            }
            yield Finding(path="sampling.pairs", code="margin_not_reached", facts=facts | {"margin": plan.margin or 0})
        return
    power = 0.0 if size.power is None else size.power
    facts = {"pairs": size.planned, "power": round(power, 4), "target": plan.power, "needed": _told(size.smallest)}
    facts |= {"unit": protocol.design.kind}
    if not size.enough and size.basis == "lower_bound":
        yield Finding(path="sampling.pairs", code="power_at_least", level="warning", facts=facts)
    elif not size.enough:
        yield Finding(path="sampling.pairs", code="power_too_low", facts=facts)
    if size.expected_discordant is not None and size.expected_discordant < FEW_DISCORDANT:
        few: Facts = {"discordant": round(size.expected_discordant, 1), "least": FEW_DISCORDANT}
        yield Finding(path="sampling.pairs", code="few_discordant_expected", level="warning", facts=few)
    for one in size.warnings:
        if one.division == "whole":
            continue
        part: Facts = {
            "division": one.division,
            "unit": protocol.design.kind,
            "pairs": one.pairs_per_cell,
            "power": round(one.power, 4),
            "needed": _told(one.pairs_needed_in_all),
        }
        if one.division in plan.claims:
            yield Finding(path="sampling.claims", code="claim_without_power", facts=part)
        else:
            yield Finding(path="sampling.pairs", code="split_too_weak", level="warning", facts=part)


def _told(number: int | None) -> int:
    """0: not known."""
    return number or 0
