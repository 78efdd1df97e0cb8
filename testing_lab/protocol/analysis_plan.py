"""The plan of the analysis and the size of the study, fixed before the first outcome is seen."""

from __future__ import annotations

from typing import Literal

import msgspec

from testing_lab.paired.discrimination_rates import Counted

#: What the main rate is divided by: the denominators of :mod:`testing_lab.paired.discrimination_rates`, and those of
#: designs without pairs.
RateOf = Literal[Counted, "all_applications", "valid_calls", "decided_calls"]


class SecondaryTest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A test of the family that is corrected together. ``test`` is a name of :mod:`testing_lab.methods`; ``subgroup``
    says for which pairs; empty: all of them.
    """

    name: str = ""
    test: str = ""
    subgroup: str = ""


class Stopping(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When the study ends.

    ``fixed``: after all planned pairs. ``alpha_spending``: at one of the ``looks`` (fractions of the planned discordant
    pairs, rising, the last 1), by the function ``spending``. ``e_process``: whenever the evidence is enough, with a
    Beta prior of ``prior_a`` and ``prior_b``.
    """

    rule: Literal["fixed", "alpha_spending", "e_process"] = "fixed"
    spending: str = ""
    looks: tuple[float, ...] = ()
    prior_a: float | None = None
    prior_b: float | None = None


class Analysis(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``primary_test``: the one test that decides, a name of :mod:`testing_lab.methods`. ``confidence``: of every
    interval, between 0 and 1. ``strata``: by what the results are stratified.
    """

    primary_test: str = ""
    confidence: float = 0.95
    denominator: RateOf | None = None
    secondary: tuple[SecondaryTest, ...] = ()
    correction: Literal["holm", "bh"] | None = None
    stopping: Stopping = Stopping()
    strata: tuple[Literal["sector", "ground", "region", "company_size"], ...] = ()


class Stratum(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the sample, and the pairs (or calls) planned in it, from 1 up."""

    name: str = ""
    pairs: int = 0


class Sampling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many, and why so many.

    ``pairs``: pairs planned, 1 to 100,000; unpaired: applications of each group; in a randomised composition vacancies,
    in mystery calls calls.
    ``p_only_majority``, ``p_only_minority``, ``p_both``: expected shares of all pairs in which only that applicant, or
    both, have a positive answer, each 0 to 1; ``p_both`` counts where there are no pairs. ``expected_share``,
    ``margin``: of mystery calls, the share of companies expected to go along, and the half width of its interval.
    ``power``, ``alpha``: wanted power and two-sided level, between 0 and 1. ``basis``: what the expectations rest on.
    ``strata``: together all pairs.
    ``claims``: for which parts the report will say that there is or is not a difference, beside the whole.
    ``frame``: where vacancies come from; ``inclusion``, ``exclusion``: which count. ``existing_data``: what exists of
    the data on the day of registration; only a person can say this.
    """

    pairs: int = 0
    p_only_majority: float | None = None
    p_only_minority: float | None = None
    p_both: float | None = None
    expected_share: float | None = None
    margin: float | None = None
    power: float = 0.8
    alpha: float = 0.05
    basis: str = ""
    strata: tuple[Stratum, ...] = ()
    claims: tuple[Literal["sector", "ground", "sector_and_ground"], ...] = ()
    frame: str = ""
    inclusion: str = ""
    exclusion: str = ""
    existing_data: Literal["none_exist", "not_seen", "seen_not_analysed"] | None = None
