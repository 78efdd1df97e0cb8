"""The values of goals in words, for pages and command line."""

from __future__ import annotations

import msgspec

from api.services.goal_values import outcome_texts
from matching.result import GoalOutcome
from tests.pages.samples import REPORT

PROFILE = GoalOutcome(name="worst_off", value=(0, 2, 0, 14, 1700), bound=(0, 2, 0, 14, 1700), proven=True)


def test_a_number_is_written_as_the_reader_writes_it() -> None:
    placed = GoalOutcome(name="placed", value=1050, bound=1051, proven=False)
    assert outcome_texts("nl", placed, REPORT) == ("1.050", "1.051")
    assert outcome_texts("en", placed, REPORT) == ("1,050", "1,051")


def test_classes_are_told_from_worst_to_best_without_the_empty_ones() -> None:
    value, bound = outcome_texts("en", PROFILE, REPORT)
    assert value == "No place: 0 · Not chosen, but fitting: 2 · Choice 2: 14 · Choice 1: 1,700"
    assert bound == "The same"


def test_bands_of_utility_have_their_limits() -> None:
    report = msgspec.structs.replace(REPORT, policy={"worst_off": {"classes": "utility"}})
    outcome = msgspec.structs.replace(PROFILE, value=(3, 1, 0, 0, 0, 0, 0, 0, 0, 2, 9), bound=(0,) * 11)
    value, bound = outcome_texts("nl", outcome, report)
    assert value == "Geen plek: 3 · 0–99 punten: 1 · 800–899 punten: 2 · 900–1.000 punten: 9"
    assert bound == "Geen plek: 0"
