"""What chance may vary in a study: the part of the protocol that the randomisation reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from testing_lab.findings import Finding

Kind = Literal["paired", "unpaired", "randomised_composition", "mystery_call"]


class NameList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names that may stand beside each other, as ids of the study's own: one sex, one status.

    Both applicants to a vacancy get their names from one list, so that they differ in the trait alone.
    """

    name: str
    majority: tuple[str, ...]
    minority: tuple[str, ...]


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A vacancy to be tested. ``stratum``: within it everything is spread evenly (sector × size).

    ``covariates``: further labels, for the balance table only.
    """

    unit_id: str
    stratum: str
    covariates: dict[str, str] = {}


class PlanDesign(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What varies.

    ``paired``: one majority and one minority application for each unit. ``unpaired``: one application for each unit.
    ``randomised_composition``: two, of which both, one or none is the majority's; ``composition_weights`` are the
    shares of 2 majority, 1 + 1, 2 minority, as whole numbers (1 : 2 : 1).

    ``mystery_call``: one call to each unit; chance decides who calls (``senders``) and when, there are no names and no
    letters.

    ``templates``, ``senders``: the two applications of a unit get different ones where there are two or more.
    ``looks``: how letter and CV are laid out, likewise. ``qualities``: one level for a unit, the same for both.
    ``delay_minutes``: least and most real time between the two. ``order``: who of a majority and a minority applicant
    is first; anything but chance makes order and identity one.
    """

    kind: Kind
    templates: tuple[str, ...]
    names: tuple[NameList, ...]
    senders: tuple[str, ...]
    qualities: tuple[str, ...] = ("standard",)
    delay_minutes: tuple[int, int] = (24 * 60, 48 * 60)
    composition_weights: tuple[int, int, int] = (1, 2, 1)
    looks: tuple[str, ...] = ("A", "B")
    order: Literal["random", "majority_first", "minority_first"] = "random"

    @property
    def applications(self) -> int:
        """Applications for each unit."""
        return 1 if self.kind in ("unpaired", "mystery_call") else 2


def check_design(design: PlanDesign) -> tuple[Finding, ...]:
    """Everything that is wrong or doubtful in a design."""
    return tuple(_faults(design))


def _faults(design: PlanDesign) -> Iterator[Finding]:
    yield from _levels("templates", design.templates, design.applications)
    yield from _levels("senders", design.senders, 1)
    yield from _levels("looks", design.looks, 1)
    yield from _levels("qualities", design.qualities, 1)
    if design.kind != "mystery_call":
        yield from _names(design)
    least, most = design.delay_minutes
    if design.applications == 2 and not 0 < least <= most:
        facts: dict[str, str | int | float] = {"least": least, "most": most}
        yield Finding(path="delay_minutes", code="design-delay", facts=facts)
    weights = design.composition_weights
    if design.kind == "randomised_composition" and not (min(weights) >= 0 and 0 < sum(weights) <= 100):
        yield Finding(path="composition_weights", code="design-weights", facts={"most": 100})
    if len(design.qualities) == 1 and design.kind != "mystery_call":
        # METHODS 4.2 (Neumark 2012): the correction is identified by a quality that varies.
        yield Finding(path="qualities", code="design-one-quality", level="warning")


def _levels(path: str, levels: Sequence[str], least: int) -> Iterator[Finding]:
    if len(levels) < least:
        facts: dict[str, str | int | float] = {"part": path, "number": len(levels), "least": least}
        yield Finding(path=path, code="design-too-few", facts=facts)
    if len(set(levels)) < len(levels):
        yield Finding(path=path, code="design-twice", facts={"part": path})


def _names(design: PlanDesign) -> Iterator[Finding]:
    yield from _levels("names", [one.name for one in design.names], 1)
    for place, names in enumerate(design.names):
        for identity, chosen in (("majority", names.majority), ("minority", names.minority)):
            path = f"names[{place}].{identity}"
            # Two applicants of one identity need two names.
            yield from _levels(path, chosen, 2 if design.kind == "randomised_composition" else 1)
            if len(chosen) == 1:
                # METHODS 4.2: a design with a single name cannot tell the name from the group.
                facts: dict[str, str | int | float] = {"list": names.name, "identity": identity}
                yield Finding(path=path, code="design-one-name", level="warning", facts=facts)
        both = sorted(set(names.majority) & set(names.minority))
        if both:
            facts = {"list": names.name, "name": both[0]}
            yield Finding(path=f"names[{place}]", code="design-name-on-both-sides", facts=facts)
