"""From the plan to the analysis: what employers were made to do is found again, at the rate that the methods say."""

from __future__ import annotations

import math

import numpy as np
import pytest

from testing_lab.faults import ImpossibleInput
from testing_lab.fieldwork.outcomes import Outcome, outcome_row
from testing_lab.paired.mcnemar_midp import mcnemar_midp
from testing_lab.paired.rd_tango_score import rd_tango_score
from testing_lab.randomisation.assigning import Assignment, assign
from testing_lab.strata.mainland_gart import mainland_gart
from testing_lab.study.analysis import paired_study
from testing_lab.study.order import order_of_sending
from testing_lab.study.rows import OutcomeRow, counts_of, pairs_of
from tests.pure.lab.plans import design, units

PAIRS, STUDIES = 60, 400


def field(plan: tuple[Assignment, ...], effect: float, seed: int) -> list[OutcomeRow]:
    """Employers differ in how open they are; second letters and template b do better; the minority does worse."""
    generator = np.random.default_rng(seed)
    rows = []
    for one in plan:
        openness = generator.uniform(0.1, 0.5)
        for app in one.applications:
            chance = (
                openness + 0.1 * (app.place == 2) + 0.15 * (app.template == "b") - effect * (app.identity == "minority")
            )
            outcome: Outcome = "invited" if generator.random() < chance else "refused"
            rows.append(outcome_row(one, app.dispatch_id, outcome, employer=one.unit_id))
    return rows


def studies(effect: float) -> list[list[OutcomeRow]]:
    chosen, found = design(), units(PAIRS // 2, PAIRS // 2)
    return [field(assign(found, design=chosen, seed=f"{seed}"), effect, seed) for seed in range(STUDIES)]


def counts(rows: list[OutcomeRow]) -> dict[str, int]:
    table = counts_of(pairs_of(rows))
    return {
        "both": table.both, "only_majority": table.only_majority, "only_minority": table.only_minority,
        "neither": table.neither,
    }  # fmt: skip


def four_errors(share: float) -> float:
    return 4 * math.sqrt(share * (1 - share) / STUDIES)


def test_a_known_effect_is_found_again_at_the_stated_rate() -> None:
    """Order and template are spread evenly, so that they cancel: the true difference is the effect."""
    answers = [rd_tango_score(**counts(rows)) for rows in studies(0.1)]
    covered = sum(one.lower <= 0.1 <= one.upper for one in answers) / STUDIES
    assert abs(covered - 0.95) <= four_errors(0.95)
    estimates = [one.estimate for one in answers]
    assert abs(np.mean(estimates) - 0.1) <= 4 * np.std(estimates) / math.sqrt(STUDIES)


def test_without_an_effect_the_analysis_errs_no_more_than_it_says() -> None:
    wrong = sum(mcnemar_midp(**counts(rows)).p_value <= 0.05 for rows in studies(0.0)) / STUDIES
    assert wrong <= 0.05 + four_errors(0.05)


def test_the_rows_are_those_of_the_plan() -> None:
    plan = assign(units(20, 11), design=design(), seed="s")
    rows = field(plan, 0.0, 1)
    found = order_of_sending(pairs_of(rows))
    assert found is not None
    assert {found.majority_first, found.minority_first} == {15, 16}
    assert found.treatment_p == mainland_gart(table=found.table).treatment_p
    study = paired_study(rows=rows)
    assert study.strata is not None
    assert set(study.strata.tables) == {"stratum 0", "stratum 1"}
    assert study.lost.sent == study.lost.analysed == 31
    lost = outcome_row(plan[0], plan[0].applications[1].dispatch_id, "undeliverable")
    assert (lost.positive, lost.sent, lost.pair) == (None, 2, plan[0].unit_id)
    with pytest.raises(ImpossibleInput, match="unknown"):
        outcome_row(plan[0], plan[1].applications[0].dispatch_id, "invited")
