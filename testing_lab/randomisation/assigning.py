"""The plan: for each unit which applications it gets, and all that varies in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from testing_lab.draws import below
from testing_lab.faults import ImpossibleInput
from testing_lab.randomisation.design import NameList, PlanDesign, Unit, check_design
from testing_lab.randomisation.spreading import spread, turns_of, turns_of_pairs, weighted_turns
from testing_lab.study.rows import Applicant

#: What the applications of a unit can be: the identity of slot A and of slot B. Which slot is first is another draw.
_COMPOSITIONS: Final[dict[str, tuple[Applicant, ...]]] = {
    "two_majority": ("majority", "majority"),
    "one_of_each": ("majority", "minority"),
    "two_minority": ("minority", "minority"),
    "majority": ("majority",),
    "minority": ("minority",),
    # A call: the client asks not to get the minority.
    "request": ("minority",),
}


class Application(msgspec.Struct, frozen=True, kw_only=True):
    """One application: its dispatch, its place in the order of sending (1 or 2), and what chance gave it."""

    dispatch_id: str
    place: int
    identity: Applicant
    template: str
    sender: str
    name: str
    look: str = "A"


class Assignment(msgspec.Struct, frozen=True, kw_only=True):
    """What one unit gets; its applications in the order of sending.

    ``composition``: ``one_of_each``, ``two_majority``, ``two_minority``, in an unpaired design ``majority`` or
    ``minority``, in mystery calls ``request``. ``delay_minutes``: the drawn place within the window, ``None`` for one
    application.
    """

    unit_id: str
    stratum: str
    composition: str
    quality: str
    name_list: str
    delay_minutes: int | None
    applications: tuple[Application, ...]
    covariates: dict[str, str] = {}

    @property
    def first(self) -> Applicant:
        """Who is sent first."""
        return self.applications[0].identity


def assign(units: Sequence[Unit], *, design: PlanDesign, seed: str) -> tuple[Assignment, ...]:
    """Assign everything that varies.

    Parameters
    ----------
    units : sequence of Unit
        Each id once; their order has no part in the plan.
    design : PlanDesign
        Without errors (:func:`testing_lab.randomisation.design.check_design`).
    seed : str
        Not empty. The same seed, units and design give the same plan on any machine (:mod:`testing_lab.draws`).

    Returns
    -------
    tuple of Assignment
        By unit id. In each stratum and in all no level is used more than once more than another, for: who is first,
        the ordered pair of templates (who gets which), the pair of senders, the quality, the list of names, and in the
        other designs the composition or the identity; and the pair of looks. An order that the design fixes is not
        drawn. Within those who are first, templates are spread evenly too. The
        delay is uniform over its window, in whole minutes.

    Raises
    ------
    ImpossibleInput
        A unit comes twice, the design has an error, the seed is empty.

    References
    ----------
    Vuolo, Uggen & Lageson (2016), Sociological Methods & Research 45:260; Phillips (2019), Economic Journal 129:2240
    (randomised composition).
    """
    strata = {one.unit_id: one.stratum for one in units}
    if len(strata) < len(units):
        raise ImpossibleInput("units", "names a unit twice")
    if any(one.level == "error" for one in check_design(design)):
        raise ImpossibleInput("design", "has faults: check it first")
    draws = _Draws(strata, design, seed)
    covariates = {one.unit_id: one.covariates for one in units}
    return tuple(
        msgspec.structs.replace(draws.assignment(unit), covariates=covariates[unit]) for unit in sorted(strata)
    )


class _Draws:
    """All factors over all units, one after the other: each is spread evenly within those drawn before it."""

    def __init__(self, strata: dict[str, str], design: PlanDesign, seed: str) -> None:
        self._strata, self._design, self._seed = strata, design, seed
        groups = {unit: [stratum] for unit, stratum in strata.items()}
        self._composition = spread(groups, self._compositions(), seed=seed, factor="composition")
        for unit in strata:
            groups[unit] = [strata[unit], self._composition[unit]]
        self._first = spread(groups, turns_of("AB", seed=seed, factor="first"), seed=seed, factor="first")
        if design.order != "random":
            fixed = "A" if design.order == "majority_first" else "B"
            self._first |= {unit: fixed for unit in strata if self._composition[unit] == "one_of_each"}
        for unit in strata:
            groups[unit] = [*groups[unit], self._first[unit]]
        self._template = self._pairs(groups, design.templates, "template")
        for unit in strata:
            groups[unit] = [*groups[unit], *self._template[unit]]
        self._sender = self._pairs(groups, design.senders, "sender")
        self._look = self._pairs(groups, design.looks, "look")
        self._quality = spread(
            groups, turns_of(design.qualities, seed=seed, factor="quality"), seed=seed, factor="quality"
        )
        lists = turns_of([one.name for one in design.names] or [""], seed=seed, factor="name list")
        self._list = spread(groups, lists, seed=seed, factor="name list")
        self._name = self._names()

    def assignment(self, unit: str) -> Assignment:
        """All draws for one unit, put together."""
        identities = _COMPOSITIONS[self._composition[unit]]
        order = "AB" if self._first[unit] == "A" or len(identities) == 1 else "BA"
        applications = tuple(
            Application(
                dispatch_id=f"{unit}-{place}",
                place=place,
                identity=identities["AB".index(slot)],
                template=self._template[unit]["AB".index(slot)],
                sender=self._sender[unit]["AB".index(slot)],
                name=self._name[unit]["AB".index(slot)] if self._design.names else "",
                look=self._look[unit]["AB".index(slot)],
            )
            for place, slot in enumerate(order[: len(identities)], start=1)
        )
        least, most = self._design.delay_minutes
        return Assignment(
            unit_id=unit,
            stratum=self._strata[unit],
            composition=self._composition[unit],
            quality=self._quality[unit],
            name_list=self._list[unit],
            delay_minutes=None if len(identities) == 1 else least + below(most - least + 1, self._seed, "delay", unit),
            applications=applications,
        )

    def _compositions(self) -> list[str]:
        if self._design.kind == "paired":
            return ["one_of_each"]
        if self._design.kind == "mystery_call":
            return ["request"]
        if self._design.kind == "unpaired":
            return turns_of(("majority", "minority"), seed=self._seed, factor="composition")
        weights = dict(
            zip(("two_majority", "one_of_each", "two_minority"), self._design.composition_weights, strict=True)
        )
        return weighted_turns(weights, seed=self._seed, factor="composition")

    def _pairs(self, groups: dict[str, list[str]], levels: Sequence[str], factor: str) -> dict[str, tuple[str, ...]]:
        """Levels for slot A and slot B; one application has slot A only."""
        if self._design.applications == 1:
            single = spread(groups, turns_of(levels, seed=self._seed, factor=factor), seed=self._seed, factor=factor)
            return {unit: (level,) for unit, level in single.items()}
        return dict(
            spread(groups, turns_of_pairs(levels, seed=self._seed, factor=factor), seed=self._seed, factor=factor)
        )

    def _names(self) -> dict[str, tuple[str, ...]]:
        """The names of a list take turns over the units of that list, in each stratum; two of one identity differ."""
        names: dict[str, tuple[str, ...]] = {}
        for chosen in self._design.names:
            for composition, identities in _COMPOSITIONS.items():
                groups = {
                    unit: [stratum]
                    for unit, stratum in self._strata.items()
                    if self._list[unit] == chosen.name and self._composition[unit] == composition
                }
                if not groups:
                    continue
                factor = f"name {chosen.name} {composition}"
                if len(set(identities)) < len(identities):
                    turns = turns_of_pairs(_of(chosen, identities[0]), seed=self._seed, factor=factor)
                    names |= spread(groups, turns, seed=self._seed, factor=factor)
                    continue
                slots = [
                    spread(
                        groups,
                        turns_of(_of(chosen, identity), seed=self._seed, factor=f"{factor} {identity}"),
                        seed=self._seed,
                        factor=f"{factor} {identity}",
                    )
                    for identity in identities
                ]
                names |= {unit: tuple(slot[unit] for slot in slots) for unit in groups}
        return names


def _of(names: NameList, identity: Applicant) -> tuple[str, ...]:
    return names.majority if identity == "majority" else names.minority
