"""A declared paired design: what is sent, what employers do, what goes missing, and what is therefore true."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import msgspec
import numpy as np
from scipy import special

from testing_lab.arguments import count, number, open_share, share
from testing_lab.faults import ImpossibleInput

if TYPE_CHECKING:
    from numpy.typing import NDArray


class DesignStratum(msgspec.Struct, frozen=True, kw_only=True):
    """A sector or site: its pairs, and the chance of a positive answer at a typical employer there."""

    name: str
    pairs: int
    p_majority: float
    p_minority: float


class StudyDesign(msgspec.Struct, frozen=True, kw_only=True):
    """All of it; effects are on the log-odds scale.

    ``employer_sd``: how much employers differ in answering at all; ``effect_sd``: in the gap between the applicants.
    ``pairs_per_employer``: pairs that one employer gets, which share both. ``template_effects``: of each CV template;
    the two applicants get two different ones at random. ``order_effect``: of being second; a coin decides who is.
    ``missing_*``: replies that never reach the study; they count as ``negative``, or the pair is ``dropped``.
    """

    strata: tuple[DesignStratum, ...]
    employer_sd: float = 0.0
    effect_sd: float = 0.0
    pairs_per_employer: int = 1
    template_effects: tuple[float, ...] = ()
    order_effect: float = 0.0
    missing_majority: float = 0.0
    missing_minority: float = 0.0
    missing_counts_as: Literal["negative", "dropped"] = "negative"


class Truth(msgspec.Struct, frozen=True, kw_only=True):
    """What the design would show without end and without missing replies, over all strata by their pairs."""

    p_both: float
    p_only_majority: float
    p_only_minority: float
    difference: float
    ratio: float
    conditional_odds_ratio: float


def checked(design: StudyDesign) -> StudyDesign:
    """The design, if it can be.

    Raises
    ------
    ImpossibleInput
        No stratum, or a number outside its range.
    """
    if not design.strata:
        raise ImpossibleInput("strata", "is empty")
    for place, one in enumerate(design.strata):
        if count(f"strata[{place}].pairs", one.pairs) == 0:
            raise ImpossibleInput(f"strata[{place}].pairs", "is 0")
        open_share(f"strata[{place}].p_majority", one.p_majority)
        open_share(f"strata[{place}].p_minority", one.p_minority)
    for name, spread in (("employer_sd", design.employer_sd), ("effect_sd", design.effect_sd)):
        if not 0 <= number(name, spread) <= 10:
            raise ImpossibleInput(name, "must be from 0 to 10", value=spread)
    if count("pairs_per_employer", design.pairs_per_employer) == 0:
        raise ImpossibleInput("pairs_per_employer", "is 0")
    if len(design.template_effects) == 1 or len(design.template_effects) > 20:
        raise ImpossibleInput("template_effects", "are none, or 2 to 20", number=len(design.template_effects))
    for place, effect in enumerate(design.template_effects):
        number(f"template_effects[{place}]", effect)
    number("order_effect", design.order_effect)
    share("missing_majority", design.missing_majority)
    share("missing_minority", design.missing_minority)
    return design


def truth(design: StudyDesign) -> Truth:
    """By Gauss-Hermite quadrature over employers and enumeration of templates and order."""
    places, weights = np.polynomial.hermite_e.hermegauss(60)
    weights = weights / weights.sum()
    employer = design.employer_sd * places[:, None]
    gap = design.effect_sd * places[None, :] / 2
    mass = weights[:, None] * weights[None, :]
    pairs = sum(one.pairs for one in design.strata)
    cells = np.zeros(3)
    shifts = _shifts(design)
    for one in design.strata:
        for more, less in shifts:
            first = special.expit(special.logit(one.p_majority) + employer + gap + more)
            second = special.expit(special.logit(one.p_minority) + employer - gap + less)
            outcomes = (first * second, first * (1 - second), (1 - first) * second)
            cells += one.pairs / pairs / len(shifts) * np.array([float((mass * cell).sum()) for cell in outcomes])
    both, more, less = (float(cell) for cell in cells)
    return Truth(
        p_both=both,
        p_only_majority=more,
        p_only_minority=less,
        difference=more - less,
        ratio=(both + more) / (both + less) if both + less > 0 else math.inf,
        conditional_odds_ratio=more / less if less > 0 else math.inf,
    )


def _shifts(design: StudyDesign) -> list[tuple[float, float]]:
    """What template and order add to the log-odds of the two applicants, in every combination: all are as likely."""
    effects: Sequence[float] = design.template_effects
    templates = [(a, b) for i, a in enumerate(effects) for j, b in enumerate(effects) if i != j] or [(0.0, 0.0)]
    orders = [(0.0, design.order_effect), (design.order_effect, 0.0)] if design.order_effect else [(0.0, 0.0)]
    return [(a + first, b + second) for a, b in templates for first, second in orders]


def simulated_counts(design: StudyDesign, *, generator: np.random.Generator) -> tuple[int, int, int, int]:
    """One study: both, only majority, only minority, neither."""
    shifts = np.array(_shifts(design))
    total = np.zeros(4, dtype=np.int64)
    for one in design.strata:
        first, second, kept = _pairs(design, one, shifts, generator)
        cell = (2 * ~first + ~second)[kept]
        total += np.bincount(cell, minlength=4)
    both, more, less, neither = (int(cell) for cell in total)
    return both, more, less, neither


def _pairs(
    design: StudyDesign, stratum: DesignStratum, shifts: NDArray[np.float64], generator: np.random.Generator
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    n = stratum.pairs
    employers = -(-n // design.pairs_per_employer)
    owner = np.arange(n) // design.pairs_per_employer
    level = design.employer_sd * generator.standard_normal(employers)[owner]
    gap = design.effect_sd / 2 * generator.standard_normal(employers)[owner]
    shift = shifts[generator.integers(len(shifts), size=n)]
    chances = (
        special.expit(special.logit(stratum.p_majority) + level + gap + shift[:, 0]),
        special.expit(special.logit(stratum.p_minority) + level - gap + shift[:, 1]),
    )
    answers = [generator.random(n) < chance for chance in chances]
    seen = [generator.random(n) >= lost for lost in (design.missing_majority, design.missing_minority)]
    kept = seen[0] & seen[1] if design.missing_counts_as == "dropped" else np.ones(n, dtype=np.bool_)
    return answers[0] & seen[0], answers[1] & seen[1], kept
