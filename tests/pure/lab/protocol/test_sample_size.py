"""The size of a study: the power room's own numbers, enumeration, and simulation where it may stop early."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pytest

from testing_lab.distributions import two_sided_z
from testing_lab.fieldwork.monitor import DecidedPair, monitor
from testing_lab.fieldwork.registered_rule import registered_rule
from testing_lab.power import mcnemar_power, mcnemar_unconditional_power, power_of_splits, unpaired_power
from testing_lab.proportions import wilson
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.power_of_plan.sequential import claims_of_looks
from testing_lab.protocol.sample_size import planned_discordant, sample_size_of
from testing_lab.stopping.e_process import e_process
from testing_lab.stopping.exact_looks import exact_looks
from tests.pure.lab.protocol.examples import (
    changed,
    example_calls,
    example_composition,
    example_protocol,
    example_unpaired,
)

_LOOKS = (0.25, 0.5, 0.75, 1.0)


def _with(test: str, **plan: object) -> Protocol:
    rule = "alpha_spending" if test == "exact_looks" else "fixed"
    stopping = {"rule": rule, "looks": _LOOKS, "spending": "Lan-DeMets Pocock", "prior_a": 0.5, "prior_b": 0.5}
    values = {"analysis.primary_test": test, "analysis.stopping": stopping}
    return changed(example_protocol(), values | {f"sampling.{name}": value for name, value in plan.items()})


def test_the_utrecht_sized_study_of_the_reference_book() -> None:
    # METHODS of the lab, 3.12: 288 pairs 0.836; 4 sectors 0.283; sector and ground 0.060; mid-p 263, exact 287.
    four = changed(_with("mcnemar_midp", pairs=288), {"question.sectors": ["a", "b", "c", "d"]})
    traits = [{"ground": ground, "majority": "a", "minority": ground} for ground in ("race", "sex", "religion")]
    size = sample_size_of(changed(four, {"question.traits": traits}))
    assert [(one.division, one.pairs_per_cell, round(one.power, 3)) for one in size.divisions] == [
        ("whole", 288, 0.836), ("sector", 72, 0.283), ("ground", 96, 0.376), ("sector_and_ground", 24, 0.06),
    ]  # fmt: skip
    assert (size.smallest, size.enough, size.expected_discordant) == (263, True, pytest.approx(48.96))
    assert [one.severity for one in size.warnings] == ["hopeless"] * 3
    assert sample_size_of(_with("mcnemar_exact")).smallest == 287


@pytest.mark.parametrize(
    ("test", "field"),
    [
        ("mcnemar_midp", "midp"),
        ("mcnemar_exact", "exact"),
        ("mcnemar_asymptotic", "asymptotic"),
        ("mcnemar_continuity_corrected", "cc"),
    ],
)
def test_fixed_tests_have_the_power_rooms_numbers(test: str, field: str) -> None:
    size = sample_size_of(_with(test, pairs=300))
    own = mcnemar_power(p_only_majority=0.12, p_only_minority=0.05, n_pairs=300)
    splits = power_of_splits(p_only_majority=0.12, p_only_minority=0.05, n_pairs=300, sectors=2, test=field)
    assert size.power == pytest.approx(getattr(own, f"power_{field}"), rel=1e-14)
    assert [one.power for one in size.divisions] == [one.power for one in splits.divisions]
    assert size.smallest == splits.divisions[0].pairs_needed_per_cell
    assert size.basis == "exact"


def test_the_unconditional_test() -> None:
    size = sample_size_of(_with("mcnemar_exact_unconditional", pairs=288))
    given = {"p_only_majority": 0.12, "p_only_minority": 0.05}
    assert size.power == mcnemar_unconditional_power(n_pairs=288, **given).power
    assert size.smallest is not None
    assert mcnemar_unconditional_power(n_pairs=size.smallest, **given).power >= 0.8
    assert sample_size_of(_with("mcnemar_exact_unconditional", pairs=1500)).basis == "lower_bound"


def test_unpaired_and_composed_studies() -> None:
    size = sample_size_of(example_unpaired())
    own = unpaired_power(p_majority=0.3, p_minority=0.23, n_majority=650, n_minority=650)
    assert size.power == own.power_pearson
    assert size.smallest is not None
    assert abs(size.smallest - own.n_per_group) < 15
    lower = sample_size_of(changed(example_unpaired(), {"analysis.primary_test": "boschloo_exact"}))
    assert (lower.basis, lower.power) == ("lower_bound", own.power_fisher)
    # With 25, 50 and 25 % two letters to a vacancy are two independent coins: 650 vacancies have 650 of each.
    composed = sample_size_of(changed(example_composition(), {"sampling.pairs": 650}))
    assert (composed.basis, composed.power) == ("approximate", own.power_pearson)


def test_an_e_process_has_the_power_that_simulation_finds() -> None:
    protocol = _with("beta_mixture_evalue_mcnemar", pairs=250, p_only_majority=0.25, p_only_minority=0.1)
    size = sample_size_of(protocol)
    generator, runs, stopped = np.random.default_rng(20261), 2000, 0
    for _ in range(runs):
        outcomes = generator.choice(3, size=250, p=[0.25, 0.1, 0.65])
        state = e_process()
        for one in outcomes[outcomes < 2]:
            state = state.after(only_majority_positive=bool(one == 0))
        stopped += state.rejects()
    assert size.power is not None
    assert abs(stopped / runs - size.power) < 4 * math.sqrt(size.power * (1 - size.power) / runs)
    assert size.smallest is not None
    for pairs, enough in ((size.smallest, True), (size.smallest - 1, False)):
        assert sample_size_of(changed(protocol, {"sampling.pairs": pairs})).enough == enough


def test_planned_looks_have_the_power_that_the_monitor_finds() -> None:
    protocol = _with("exact_looks", pairs=200, p_only_majority=0.25, p_only_minority=0.1)
    size = sample_size_of(protocol)
    rule = registered_rule(protocol)
    generator, runs, stopped = np.random.default_rng(20262), 2000, 0
    for _ in range(runs):
        outcomes = generator.choice(3, size=200, p=[0.25, 0.1, 0.65])
        pairs = [
            DecidedPair(
                pair=f"{number:03d}", decided=dt.datetime(2027, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=number),
                majority=bool(one == 0), minority=bool(one == 1),
            )
            for number, one in enumerate(outcomes)
        ]  # fmt: skip
        stopped += monitor(pairs, rule=rule, ended=True).decision.startswith("stop_")
    assert size.power is not None
    assert size.basis == "exact"
    assert abs(stopped / runs - size.power) < 4 * math.sqrt(size.power * (1 - size.power) / runs)
    one_look = sample_size_of(_with("mcnemar_exact", pairs=200, p_only_majority=0.25, p_only_minority=0.1))
    assert one_look.power is not None
    assert size.power < one_look.power
    assert size.smallest is not None
    assert one_look.smallest is not None
    assert size.smallest > one_look.smallest


@pytest.mark.parametrize("planned", [1, 7, 20, 75])
@pytest.mark.parametrize("spending", ["Lan-DeMets O'Brien-Fleming", "Lan-DeMets Pocock"])
def test_looks_err_at_most_at_the_level_however_many_pairs_come(planned: int, spending: str) -> None:
    claims = claims_of_looks(planned=planned, looks=_LOOKS, share=0.5, alpha=0.05, spending=spending)
    assert len(claims) == planned + 1
    assert max(claims) <= 0.05
    assert planned < 7 or max(claims) > 0.02


@pytest.mark.parametrize("pairs", [13, 25, 30, 50])
def test_the_power_follows_the_boundaries_of_exact_looks(pairs: int) -> None:
    """Every sequence of discordant pairs, weighed: counted by the boundaries that are asked for by name."""
    planned, looks, share = 50, (0.5, 1.0), 0.7
    at = [one for one in (25, 50) if one <= pairs]
    ended = pairs not in at or pairs < planned
    leads = exact_looks(looks_at=sorted({*at, pairs}), planned=planned, spending="Lan-DeMets Pocock", ended=ended).lead
    alive, claimed = {0: 1.0}, 0.0
    for seen in range(1, pairs + 1):
        moved: dict[int, float] = {}
        for lead, chance in alive.items():
            for step, weight in ((1, share), (-1, 1 - share)):
                moved[lead + step] = moved.get(lead + step, 0.0) + chance * weight
        alive = moved
        places = sorted({*at, pairs})
        if seen in places and (needed := leads[places.index(seen)]) is not None:
            claimed += sum(chance for lead, chance in alive.items() if abs(lead) >= needed)
            alive = {lead: chance for lead, chance in alive.items() if abs(lead) < needed}
    found = claims_of_looks(planned=planned, looks=looks, share=share, alpha=0.05, spending="Lan-DeMets Pocock")
    assert found[pairs] == pytest.approx(claimed, abs=1e-12)


def test_the_planned_discordant_pairs_are_those_of_the_looks() -> None:
    assert planned_discordant(example_protocol()) == 51  # 300 pairs, 17 %
    assert planned_discordant(example_unpaired()) is None
    for values in ({"sampling.pairs": 0}, {"sampling.p_only_minority": None}, {"sampling.p_only_minority": 0.95}):
        assert planned_discordant(changed(example_protocol(), values)) is None


def test_calls_are_counted_by_the_width_of_their_interval() -> None:
    size = sample_size_of(example_calls())
    z = two_sided_z(0.95)

    def half(calls: int) -> float:
        lower, upper = wilson(round(0.3 * calls), calls, z=z)
        return (upper - lower) / 2

    assert size.half_width == half(150)
    assert size.smallest is not None
    assert half(size.smallest) <= 0.08
    assert all(half(calls) > 0.08 for calls in range(1, size.smallest))
    assert size.undefined["power"] == "no_test"


def test_strata_are_parts_too() -> None:
    strata = [{"name": "ICT", "pairs": 280}, {"name": "care", "pairs": 20}]
    size = sample_size_of(_with("mcnemar_midp", pairs=300, strata=strata))
    powers = {one.division: one.power for one in size.divisions}
    assert powers["stratum ICT"] > 0.8 > 0.1 > powers["stratum care"]
    assert [one.division for one in size.warnings] == ["stratum care", "sector"]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"sampling.p_only_majority": None}, "not_filled_in"),
        ({"sampling.p_only_majority": 1.5}, "not_filled_in"),
        ({"sampling.pairs": 0}, "not_filled_in"),
        ({"sampling.pairs": 10**9}, "not_filled_in"),
        ({"sampling.power": 0.01}, "not_filled_in"),
        ({"analysis.primary_test": "fisher_exact"}, "not_filled_in"),
        ({"sampling.p_only_majority": 0.05}, "no_difference"),
    ],
)
def test_a_draft_says_why_there_is_no_number(values: dict[str, object], reason: str) -> None:
    size = sample_size_of(changed(example_protocol(), values))
    assert (size.power, size.smallest, size.enough, size.basis) == (None, None, False, None)
    assert set(size.undefined.values()) == {reason}
