"""Is the question answerable by the design?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from testing_lab.findings import Finding
from testing_lab.protocol.checking import filled, needed, once, texts, unused, within

if TYPE_CHECKING:
    from testing_lab.protocol.document import Design, Kind, Protocol, Trait

#: "One pair per vacancy" (ILO manual; METHODS of the lab, 4.5): more burdens employers, and is found out.
APPLICATIONS: Final[dict[Kind, int]] = {"paired": 2, "unpaired": 1, "randomised_composition": 2, "mystery_call": 1}

#: Hours between two applications: up to a month.
LONGEST_DELAY: Final = 720


def question_findings(protocol: Protocol) -> Iterator[Finding]:
    """Title, question, hypotheses, traits, sectors, region."""
    asked = protocol.question
    yield from filled("question.title", asked.title)
    yield from filled("question.question", asked.question)
    yield from filled("question.hypotheses", asked.hypotheses)
    yield from texts("question.hypotheses", asked.hypotheses)
    yield from filled("question.traits", asked.traits)
    for place, trait in enumerate(asked.traits):
        yield from _trait(trait, path=f"question.traits[{place}]", kind=protocol.design.kind)
    for place, trait in enumerate(asked.traits):
        if trait in asked.traits[:place]:
            yield Finding(path=f"question.traits[{place}]", code="protocol_twice", facts={"value": trait.minority})
    yield from filled("question.sectors", asked.sectors)
    yield from texts("question.sectors", asked.sectors)
    yield from filled("question.region", asked.region)


def _trait(trait: Trait, *, path: str, kind: Kind) -> Iterator[Finding]:
    calls = kind == "mystery_call"
    yield from filled(f"{path}.minority", trait.minority)
    if not calls:
        yield from filled(f"{path}.majority", trait.majority)
    if calls != (trait.carrier == "request"):
        yield Finding(
            path=f"{path}.carrier", code="carrier_not_of_kind", facts={"carrier": trait.carrier, "kind": kind}
        )
    if trait.minority.strip() and trait.minority.strip().casefold() == trait.majority.strip().casefold():
        yield Finding(path=f"{path}.minority", code="signals_equal", facts={"signal": trait.minority.strip()})
    yield from within(f"{path}.names_per_group", trait.names_per_group, least=0, most=1000)
    if trait.carrier != "name":
        if trait.names_per_group:
            yield Finding(path=f"{path}.names_per_group", code="names_without_name", facts={"carrier": trait.carrier})
        return
    # "Rotate names: several names per group": one name cannot be told from its group.
    if trait.names_per_group == 0:
        yield Finding(path=f"{path}.names_per_group", code="protocol_missing")
    elif trait.names_per_group == 1:
        yield Finding(path=f"{path}.names_per_group", code="names_too_few", level="warning", facts={"names": 1})
    if not trait.pretest.strip():
        yield Finding(path=f"{path}.pretest", code="signal_not_tested", level="warning")


def design_findings(protocol: Protocol) -> Iterator[Finding]:
    """Kind, number of applications, what chance decides."""
    design, expected = protocol.design, APPLICATIONS[protocol.design.kind]
    if design.applications_per_vacancy != expected:
        facts: dict[str, str | int | float] = {"kind": design.kind, "expected": expected}
        yield Finding(
            path="design.applications_per_vacancy",
            code="applications_not_of_kind",
            facts=facts | {"value": design.applications_per_vacancy},
        )
    yield from once("design.crossed_factors", design.crossed_factors)
    yield from texts("design.senders", design.senders)
    yield from _two_applications(design) if expected == 2 else _one_application(design)
    yield from _composition(design)
    yield from _factors(design)
    for place, one in enumerate(design.rerandomisation):
        yield from filled(f"design.rerandomisation[{place}].measure", one.measure)
        if not 0 < one.threshold < float("inf"):
            yield Finding(path=f"design.rerandomisation[{place}].threshold", code="threshold_not_above_zero")
    yield from once("design.rerandomisation", [one.measure for one in design.rerandomisation])


def _two_applications(design: Design) -> Iterator[Finding]:
    if design.order != "random":
        # "Order of sending (50/50 within stratum)": else order and trait are one.
        yield Finding(path="design.order", code="order_not_random", facts={"order": design.order})
    if "template" not in design.crossed_factors:
        yield Finding(path="design.crossed_factors", code="template_not_crossed")
    yield from needed("design.delay_hours_min", design.delay_hours_min, least=0, most=LONGEST_DELAY)
    yield from needed("design.delay_hours_max", design.delay_hours_max, least=0, most=LONGEST_DELAY)
    shortest, longest = design.delay_hours_min, design.delay_hours_max
    if shortest is not None and longest is not None and shortest > longest:
        facts: dict[str, str | int | float] = {"shortest": shortest, "longest": longest}
        yield Finding(path="design.delay_hours_max", code="delay_reversed", facts=facts)
    if longest == 0:
        yield Finding(path="design.delay_hours_max", code="delay_none", level="warning")


def _one_application(design: Design) -> Iterator[Finding]:
    yield from unused(
        design.kind,
        design__delay_hours_min=design.delay_hours_min,
        design__delay_hours_max=design.delay_hours_max,
        design__order=None if design.order == "random" else design.order,
    )


def _composition(design: Design) -> Iterator[Finding]:
    shares = {
        "design.share_two_majority": design.share_two_majority,
        "design.share_mixed": design.share_mixed,
        "design.share_two_minority": design.share_two_minority,
    }
    if design.kind != "randomised_composition":
        yield from unused(design.kind, **{name.replace(".", "__"): value for name, value in shares.items()})
        return
    for path, value in shares.items():
        yield from needed(path, value, least=0, most=1)
    given = [value for value in shares.values() if value is not None and 0 <= value <= 1]
    if len(given) < 3:
        return
    if abs(sum(given) - 1) > 1e-9:
        yield Finding(path="design.share_mixed", code="shares_not_one", facts={"sum": round(sum(given), 6)})
    elif min(given) == 0:
        # All three are needed to tell what a second applicant does to the first (Phillips 2019).
        if max(given[0], given[2]) == 1:
            yield Finding(path="design.share_mixed", code="composition_one_sided")
        else:
            yield Finding(path="design.share_mixed", code="composition_incomplete", level="warning")


def _factors(design: Design) -> Iterator[Finding]:
    if "sender" in design.crossed_factors and len(design.senders) < 2:
        yield Finding(path="design.senders", code="factor_has_one_level", facts={"factor": "sender"})
    same = design.delay_hours_min is not None and design.delay_hours_min == design.delay_hours_max
    if "delay" in design.crossed_factors and same:
        yield Finding(path="design.delay_hours_max", code="factor_has_one_level", facts={"factor": "delay"})
    if ("quality" in design.crossed_factors) != design.quality_varied:
        yield Finding(path="design.quality_varied", code="quality_contradicts")
    if design.kind == "mystery_call":
        yield from unused(design.kind, design__quality_varied=design.quality_varied)
    elif not design.quality_varied:
        # "The design must vary quality": without it Neumark's correction has nothing to hold on to.
        yield Finding(path="design.quality_varied", code="quality_not_varied", level="warning")
