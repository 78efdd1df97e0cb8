"""A registered protocol and its profiles become a recipe: all that, with a frame, makes one plan and no other."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence

import msgspec

from testing_lab.findings import Finding
from testing_lab.frame.sampling import SampleSize
from testing_lab.profiles.names import SEXES
from testing_lab.profiles.study_profiles import StudyProfiles, profile_findings, usual_senders
from testing_lab.profiles.template_check import QUALITY_POINT
from testing_lab.protocol.document import Design, Protocol
from testing_lab.randomisation.criteria import criteria_of
from testing_lab.randomisation.design import Kind, NameList, PlanDesign, check_design
from testing_lab.randomisation.office_hours import OfficeHours, check_hours
from testing_lab.randomisation.rerandomising import Criterion

#: Days ahead in which there must be room; a study that needs more sends too little a day.
DAYS_AHEAD = 366


class PlanRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person decides at the draw: the seed, when things are sent, and whether a sample may be too small."""

    seed: str
    start: dt.date
    hours: OfficeHours = OfficeHours()
    accept_shortage: bool = False


class Recipe(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that a plan is drawn from beside the frame and the profiles. ``sectors``: others are not drawn from."""

    seed: str
    size: SampleSize
    sectors: tuple[str, ...]
    design: PlanDesign
    criteria: tuple[Criterion, ...]
    hours: OfficeHours
    start: dt.date
    end: dt.date
    domain: str
    accept_shortage: bool


def labels_of(protocol: Protocol) -> tuple[str, ...]:
    """The senders of a study: those of the protocol, and as many more as two applications need."""
    return usual_senders(protocol.design.senders, applications=_applications(protocol.design))


def findings_of_profiles(profiles: StudyProfiles, protocol: Protocol) -> tuple[Finding, ...]:
    """What the profiles lack for this protocol; mystery calls have none."""
    if protocol.design.kind == "mystery_call":
        return ()
    return profile_findings(
        profiles,
        sectors=[" ".join(one.split()) for one in protocol.question.sectors],
        labels=labels_of(protocol),
        names_per_group=next((one.names_per_group for one in protocol.question.traits if one.carrier == "name"), 0),
        least_names=2 if protocol.design.kind == "randomised_composition" else 1,
        domain=protocol.fieldwork.mail_domain,
    )


def recipe_of(
    protocol: Protocol, profiles: StudyProfiles, request: PlanRequest, *, today: dt.date
) -> tuple[Recipe | None, tuple[Finding, ...]]:
    """The recipe, or ``None`` with at least one error among the findings.

    ``today``: no earlier day can be the first one.
    """
    criteria, unknown = criteria_of(protocol.design.rerandomisation)
    found = [*_of_kind(protocol), *_of_days(protocol, request, today), *check_hours(request.hours), *unknown]
    if not request.seed.strip():
        found.append(Finding(path="seed", code="plan-seed-missing"))
    found += findings_of_profiles(profiles, protocol)
    if any(one.level == "error" for one in found):
        return None, tuple(found)
    kind = protocol.design.kind
    design = calls_of(protocol.design) if kind == "mystery_call" else design_of(protocol.design, profiles, kind)
    found += check_design(design)
    start, end = protocol.fieldwork.start, protocol.fieldwork.end
    if any(one.level == "error" for one in found) or start is None or end is None:
        return None, tuple(found)
    recipe = Recipe(
        seed=request.seed.strip(),
        size=sample_size(protocol),
        sectors=tuple(" ".join(one.split()) for one in protocol.question.sectors),
        design=design,
        criteria=criteria,
        hours=request.hours if protocol.design.office_hours else whole_days(request.hours),
        start=request.start,
        end=end,
        domain=protocol.fieldwork.mail_domain.strip().lower(),
        accept_shortage=request.accept_shortage,
    )
    return recipe, tuple(found)


def sample_size(protocol: Protocol) -> SampleSize:
    """How many vacancies: in all, or of each part that the protocol names. Unpaired: one for each application."""
    times = 2 if protocol.design.kind == "unpaired" else 1
    if protocol.sampling.strata:
        return SampleSize(by_sector={" ".join(one.name.split()): one.pairs * times for one in protocol.sampling.strata})
    return SampleSize(total=protocol.sampling.pairs * times)


def design_of(design: Design, profiles: StudyProfiles, kind: Kind) -> PlanDesign:
    """What chance varies, from what the protocol says and what the profiles hold."""
    levels = _quality_levels(profiles)
    chosen = [(sex, profiles.of(sex)) for sex in SEXES]
    least, most = ((design.delay_hours_min or 0) * 60, (design.delay_hours_max or 0) * 60)
    return PlanDesign(
        kind=kind,
        templates=tuple(one.name for one in profiles.chosen_templates()),
        names=tuple(
            NameList(name=sex, majority=one.majority, minority=one.minority)
            for sex, one in chosen
            if one.majority and one.minority
        ),
        senders=usual_senders(design.senders, applications=_applications(design)),
        # Without a quality that varies all applications are the better ones.
        qualities=levels if design.quality_varied else levels[:1],
        # Two letters at one moment have no order: there is a minute between them at least.
        delay_minutes=(max(1, least), max(1, least, most)),
        composition_weights=weights_of(design),
        order=design.order,
    )


def calls_of(design: Design) -> PlanDesign:
    """What chance varies in mystery calls: who calls, and when."""
    callers = usual_senders(design.senders, applications=0) or ("1",)
    return PlanDesign(kind="mystery_call", templates=("script",), names=(), senders=callers, looks=("A",))


def weights_of(design: Design) -> tuple[int, int, int]:
    """The shares of a randomised composition as whole numbers, in hundredths, as small as they can be.

    >>> weights_of(Design(share_two_majority=0.25, share_mixed=0.5, share_two_minority=0.25))
    (1, 2, 1)
    """
    shares = (design.share_two_majority, design.share_mixed, design.share_two_minority)
    if any(one is None for one in shares):
        return 1, 2, 1
    first, mixed, last = (round(100 * (one or 0.0)) for one in shares)
    shared = math.gcd(first, mixed, last) or 1
    return first // shared, min(mixed, 100 - first - last) // shared, last // shared


def whole_days(hours: OfficeHours) -> OfficeHours:
    """Every minute of every day, for a protocol that does not ask for office hours."""
    every = OfficeHours(opens=dt.time(0), closes=dt.time(23, 59), weekdays=tuple(range(7)))
    return msgspec.structs.replace(every, most_per_day=hours.most_per_day)


def _quality_levels(profiles: StudyProfiles) -> tuple[str, ...]:
    points = [point for one in profiles.chosen_templates() for point in one.points if point.name == QUALITY_POINT]
    return tuple(one.key for one in points[0].alternatives) if points else ("standard",)


def _applications(design: Design) -> int:
    return 2 if design.kind in ("paired", "randomised_composition") else 1


def _of_kind(protocol: Protocol) -> Iterator[Finding]:
    traits: Sequence[object] = protocol.question.traits
    if protocol.design.kind == "mystery_call":
        if len(traits) != 1:
            # One script has one request: what was asked must be the same in every call.
            yield Finding(path="question.traits", code="plan-trait-not-one-request", facts={"number": len(traits)})
        return
    if len(traits) != 1 or any(one.carrier != "name" for one in protocol.question.traits):
        yield Finding(path="question.traits", code="plan-trait-not-one-name", facts={"number": len(traits)})
    if _applications(protocol.design) == 2 and protocol.design.delay_hours_max is None:
        yield Finding(path="design.delay_hours_max", code="plan-delay-missing")


def _of_days(protocol: Protocol, request: PlanRequest, today: dt.date) -> Iterator[Finding]:
    start, end = protocol.fieldwork.start, protocol.fieldwork.end
    if start is None or end is None:
        yield Finding(path="fieldwork.start", code="plan-days-missing")
        return
    earliest = max(start, today)
    if not earliest <= request.start <= end:
        facts: dict[str, str | int | float] = {
            "day": request.start.isoformat(), "earliest": earliest.isoformat(), "end": end.isoformat(),
        }  # fmt: skip
        yield Finding(path="start", code="plan-start-outside", facts=facts)
