"""From a recipe and a frame to every application: the sample, who gets what, when it is due, and its letter and CV.

Nothing but the recipe, the entries and the profiles has a part, so that the same three give the same plan, byte for
byte: the two hashes are proof of it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from testing_lab.findings import Finding
from testing_lab.frame.entries import SIZE_UNKNOWN, FrameEntry
from testing_lab.frame.sampling import Sample, StratumSample, sample
from testing_lab.profiles import applications as letters
from testing_lab.profiles.applications import ApplicationPair, Block, planned_applications
from testing_lab.profiles.forbidden import StudyContacts
from testing_lab.profiles.names import Name
from testing_lab.profiles.pair_linter import differences
from testing_lab.profiles.study_profiles import StudyProfiles, measured_names, names_by_full
from testing_lab.profiles.template_check import QUALITY_POINT
from testing_lab.profiles.templates import Template
from testing_lab.randomisation.assigning import Application, Assignment
from testing_lab.randomisation.balance import BalanceTable, balance
from testing_lab.randomisation.design import Unit
from testing_lab.randomisation.holidays import dutch_holidays
from testing_lab.randomisation.recipe import DAYS_AHEAD, Recipe
from testing_lab.randomisation.rerandomising import rerandomise
from testing_lab.randomisation.scheduling import schedule

#: What stands for the company where a pair is looked at: its name is the same in both, and may hold anything.
_ANY_COMPANY: Final = "uw bedrijf"
#: Shortages that a person can accept.
SHORTAGES: Final = frozenset({"sample-stratum-short", "sample-sector-short", "sample-frame-too-small"})
_encode: Final = msgspec.json.Encoder(order="deterministic").encode


class PlannedDispatch(msgspec.Struct, frozen=True, kw_only=True):
    """One application, ready to be sent at its time. ``email``: the address that it comes from. Of a call there is no
    letter; ``sender`` is who calls.
    """

    dispatch_id: str
    unit_id: str
    place: int
    identity: str
    template: str
    sender: str
    look: str
    name: str
    quality: str
    composition: str
    due: dt.datetime
    email: str
    subject: str
    letter: tuple[Block, ...]
    cv: tuple[Block, ...]


class DrawnPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The plan, or no dispatches and at least one error.

    ``turns``: units in the order of the sample. ``outside``: entries of sectors that the study does not have.
    """

    strata: tuple[StratumSample, ...]
    turns: tuple[str, ...]
    outside: int
    redraws: int
    balance: BalanceTable | None
    dispatches: tuple[PlannedDispatch, ...]
    findings: tuple[Finding, ...]
    plan_hash: str
    letters_hash: str


def draw_plan(entries: Mapping[str, FrameEntry], recipe: Recipe, profiles: StudyProfiles) -> DrawnPlan:
    """Draw the plan.

    Parameters
    ----------
    entries : mapping
        Those that may be tested now, by unit id (the pseudonym's number).
    recipe : Recipe
        From :func:`testing_lab.randomisation.recipe.recipe_of`.
    profiles : StudyProfiles
        Those that the recipe was made with.
    """
    spelled = {one.casefold(): one for one in recipe.sectors}
    inside = {unit: one for unit, one in entries.items() if one.sector.casefold() in spelled}
    outside = len(entries) - len(inside)
    named = {unit: msgspec.structs.replace(one, sector=spelled[one.sector.casefold()]) for unit, one in inside.items()}
    size = msgspec.structs.replace(
        recipe.size,
        by_sector={spelled.get(one.casefold(), one): number for one, number in recipe.size.by_sector.items()},
    )
    drawn = sample(tuple(named.values()), size=size, seed=recipe.seed)
    wrong = [one for one in drawn.findings if one.level == "error"]
    if not drawn.chosen or any(one.code not in SHORTAGES for one in wrong) or (wrong and not recipe.accept_shortage):
        return _nothing(drawn, outside, wrong or [_no_entries(recipe)])
    unit_of = {one.entry_id: unit for unit, one in named.items()}
    chosen = {unit_of[one.entry_id]: one for one in drawn.chosen}
    units = [_unit(unit, entry) for unit, entry in chosen.items()]
    assigned = rerandomise(units, design=recipe.design, seed=recipe.seed, criteria=recipe.criteria)
    if assigned.assignments is None:
        return _nothing(drawn, outside, assigned.findings)
    times = schedule(
        assigned.assignments,
        delay_minutes=recipe.design.delay_minutes,
        hours=recipe.hours,
        holidays=_holidays(recipe),
        start=recipe.start,
        seed=recipe.seed,
        days=DAYS_AHEAD,
    )
    late = [one.due for one in times.due_times if one.local[:10] > recipe.end.isoformat()]
    if times.findings or late:
        return _nothing(drawn, outside, times.findings or [_too_late(recipe, late)])
    due = {one.dispatch_id: one.due for one in times.due_times}
    if recipe.design.kind == "mystery_call":
        dispatches = [_call(each, due) for each in assigned.assignments]
    else:
        written = _Letters(recipe, profiles, assigned.seed)
        dispatches = [one for each in assigned.assignments for one in written.of(each, chosen[each.unit_id], due)]
        if written.wrong:
            return _nothing(drawn, outside, tuple(written.wrong.values()))
    dispatches.sort(key=lambda one: (int(one.unit_id) if one.unit_id.isdigit() else 0, one.unit_id, one.place))
    return DrawnPlan(
        strata=drawn.strata,
        turns=tuple(unit_of[one.entry_id] for one in drawn.chosen),
        outside=outside,
        redraws=assigned.redraws,
        balance=balance(assigned.assignments),
        dispatches=tuple(dispatches),
        findings=drawn.findings,
        plan_hash=_hash([_facts(one) for one in dispatches]),
        letters_hash=_hash([[one.dispatch_id, one.email, one.subject, one.letter, one.cv] for one in dispatches]),
    )


def passed(drawn: DrawnPlan, *, now: dt.datetime) -> tuple[Finding, ...]:
    """An error when part of the plan is due at or before ``now``: that letter could never be sent at its moment."""
    gone = [one.due for one in drawn.dispatches if one.due <= now]
    if not gone:
        return ()
    facts: dict[str, str | int | float] = {"number": len(gone), "day": max(gone).date().isoformat()}
    return (Finding(path="start", code="plan-start-passed", facts=facts),)


def _nothing(drawn: Sample, outside: int, findings: Sequence[Finding]) -> DrawnPlan:
    return DrawnPlan(
        strata=drawn.strata, turns=(), outside=outside, redraws=0, balance=None, dispatches=(),
        findings=tuple(findings), plan_hash="", letters_hash="",
    )  # fmt: skip


def _no_entries(recipe: Recipe) -> Finding:
    asked = recipe.size.total or sum(recipe.size.by_sector.values())
    facts: dict[str, str | int | float] = {"asked": asked, "available": 0}
    return Finding(path="sampling.total", code="sample-frame-too-small", facts=facts)


def _too_late(recipe: Recipe, late: Sequence[dt.datetime]) -> Finding:
    facts: dict[str, str | int | float] = {
        "number": len(late), "end": recipe.end.isoformat(), "most": recipe.hours.most_per_day,
        "last": max(late).date().isoformat(),
    }  # fmt: skip
    return Finding(path="hours.most_per_day", code="plan-after-end", facts=facts)


def _unit(unit: str, entry: FrameEntry) -> Unit:
    size = entry.size_class or SIZE_UNKNOWN
    return Unit(unit_id=unit, stratum=f"{entry.sector} / {size}", covariates={"sector": entry.sector, "size": size})


def _holidays(recipe: Recipe) -> frozenset[dt.date]:
    years = range(recipe.start.year, (recipe.start + dt.timedelta(days=DAYS_AHEAD)).year + 1)
    return frozenset().union(*(dutch_holidays(year) for year in years))


def _facts(one: PlannedDispatch) -> list[object]:
    return [
        one.dispatch_id, one.unit_id, one.place, one.identity, one.template, one.sender, one.look, one.name,
        one.quality, one.composition, one.due,
    ]  # fmt: skip


def _hash(facts: object) -> str:
    return hashlib.sha256(_encode(facts)).hexdigest()


def _call(assignment: Assignment, due: Mapping[str, dt.datetime]) -> PlannedDispatch:
    planned = assignment.applications[0]
    return PlannedDispatch(
        dispatch_id=planned.dispatch_id, unit_id=assignment.unit_id, place=1, identity=planned.identity,
        template=planned.template, sender=planned.sender, look="", name="", quality="",
        composition=assignment.composition, due=due[planned.dispatch_id], email="", subject="", letter=(), cv=(),
    )  # fmt: skip


class _Letters:
    """Writes the letters of every unit, and keeps each error that the last look finds, once."""

    def __init__(self, recipe: Recipe, profiles: StudyProfiles, seed: str) -> None:
        self._recipe, self._profiles, self._seed = recipe, profiles, seed
        self._templates: dict[str, Template] = {one.name: one for one in profiles.chosen_templates()}
        self._names: Mapping[str, Name] = names_by_full(measured_names(profiles))
        self._contacts = StudyContacts(domain=recipe.domain, phones=tuple(one.phone for one in profiles.senders))
        self.wrong: dict[tuple[str, str], Finding] = {}

    def of(self, assignment: Assignment, entry: FrameEntry, due: Mapping[str, dt.datetime]) -> list[PlannedDispatch]:
        """The dispatches of one unit."""
        self._look_at(assignment, self._write(assignment, entry, company=_ANY_COMPANY))
        return [
            self._dispatch(assignment, one, made, due[one.dispatch_id])
            for one, made in zip(
                assignment.applications, self._write(assignment, entry, company=entry.company), strict=True
            )
        ]

    def _write(self, assignment: Assignment, entry: FrameEntry, *, company: str) -> tuple[letters.Application, ...]:
        return planned_applications(
            [self._templates[one.template] for one in assignment.applications],
            [
                self._profiles.applicant(
                    self._names[one.name], self._profiles.sender(one.sender), domain=self._recipe.domain
                )
                for one in assignment.applications
            ],
            study_words=self._profiles.words_for(entry.sector, company=company),
            seed=f"{self._seed} letters {assignment.unit_id}",
            given={QUALITY_POINT: assignment.quality},
        )

    def _look_at(self, assignment: Assignment, written: Sequence[letters.Application]) -> None:
        if assignment.composition != "one_of_each":
            return
        made = dict(zip((one.identity for one in assignment.applications), written, strict=True))
        points = self._templates[assignment.applications[0].template].points
        pair = ApplicationPair(
            majority=made["majority"], minority=made["minority"],
            shared_points=tuple(point.name for point in points if point.across == "same"),
        )  # fmt: skip
        for one in differences(pair, self._contacts):
            if one.level == "error":
                self.wrong.setdefault((one.path, one.code), one)

    def _dispatch(
        self, assignment: Assignment, planned: Application, made: letters.Application, due: dt.datetime
    ) -> PlannedDispatch:
        subject = made.letter[0].text if made.letter[0].kind == "heading" else planned.name
        return PlannedDispatch(
            dispatch_id=planned.dispatch_id, unit_id=assignment.unit_id, place=planned.place,
            identity=planned.identity, template=planned.template, sender=planned.sender, look=planned.look,
            name=planned.name, quality=assignment.quality, composition=assignment.composition, due=due,
            email=made.applicant.email, subject=subject,
            letter=made.letter[1:] if made.letter[0].kind == "heading" else made.letter, cv=made.cv,
        )  # fmt: skip
