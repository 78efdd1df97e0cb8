"""The registered analysis finds what was put in, at its nominal rate; and under no effect errs at most so often."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
import pytest

from testing_lab.binomial import at_most
from testing_lab.faults import ImpossibleInput
from testing_lab.protocol.document import Protocol
from testing_lab.registered import small_cells
from testing_lab.registered.analysis import registered_analysis
from testing_lab.registered.answers import Answer
from testing_lab.registered.coded import CodedApplication, positive_of
from testing_lab.registered.document import StudyResult
from testing_lab.registered.secondary import of_subgroup
from testing_lab.registered.small_cells import K
from testing_lab.study.rows import Applicant
from tests.pure.lab.protocol.examples import (
    changed,
    example_calls,
    example_composition,
    example_protocol,
    example_unpaired,
)

#: Shares of all pairs: both, only the majority, only the minority, neither.
EFFECT, NO_EFFECT = (0.18, 0.12, 0.05, 0.65), (0.18, 0.085, 0.085, 0.65)
#: No power and no table of parts is needed of these: only the interval and the test.
PLAIN = changed(example_protocol(), {"analysis.secondary": [], "analysis.strata": []})
UNPAIRED = changed(example_unpaired(), {"analysis.secondary": [], "analysis.strata": []})
COMPOSITION = changed(example_composition(), {"analysis.secondary": [], "analysis.strata": []})


def a_pair(number: int, majority: bool, minority: bool, sector: str = "ICT") -> list[CodedApplication]:
    found = []
    people: tuple[tuple[Applicant, bool], ...] = (("majority", majority), ("minority", minority))
    for place, (who, positive) in enumerate(people if number % 2 else people[::-1]):
        found.append(
            CodedApplication(
                pair=str(number), place=1 if place == 0 else 2, applicant=who,
                code="invited" if positive else "refused", strata={"sector": sector}, employer=str(number),
            )
        )  # fmt: skip
    return found


def simulated(shares: Sequence[float], pairs: int, random: np.random.Generator) -> list[CodedApplication]:
    kinds = random.choice(4, size=pairs, p=shares)
    return [one for number, kind in enumerate(kinds, 1) for one in a_pair(number, kind in (0, 1), kind in (0, 2))]


def alone(applications: list[CodedApplication]) -> list[CodedApplication]:
    """One of each pair: the unpaired study of the same world."""
    return applications[::2]


def composed(applications: list[CodedApplication], random: np.random.Generator) -> list[CodedApplication]:
    """Chance decides what the two of a vacancy are; half of them one of each."""
    found = []
    for first, second in zip(applications[::2], applications[1::2], strict=True):
        drawn = random.random()
        if drawn < 0.5:
            found += [first, second]
        else:
            one = next(x for x in (first, second) if x.applicant == ("majority" if drawn < 0.75 else "minority"))
            found += [one, msgspec.structs.replace(one, place=2 if one.place == 1 else 1)]
    return found


def holds(answer: Answer, truth: float) -> bool:
    assert isinstance(answer.lower, float)
    assert isinstance(answer.upper, float)
    return answer.lower <= truth <= answer.upper


def at_least_nominal(hits: int, trials: int, share: float) -> bool:
    """Not so few hits that a share this high would give them less than once in 10,000 times."""
    return at_most(hits, trials=trials, share=share) > 1e-4


@pytest.fixture
def unpublished(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the search for what may be shown: nine tenths of the time, and it comes after every answer.

    `test_no_small_count_is_shown_and_every_hidden_one_has_company` is about that search.
    """
    monkeypatch.setattr(small_cells, "_safe", lambda *_: ())


@pytest.mark.usefixtures("unpublished")
@pytest.mark.parametrize(("shares", "truth"), [(EFFECT, 0.07), (NO_EFFECT, 0.0)], ids=["effect", "none"])
def test_a_known_effect_is_within_its_interval_at_the_nominal_rate(shares: Sequence[float], truth: float) -> None:
    random = np.random.default_rng(20270601)
    found = [registered_analysis(PLAIN, simulated(shares, 100, random)) for _ in range(200)]
    inside = sum(holds(one.difference, truth) for one in found)
    assert at_least_nominal(inside, 200, 0.95), inside
    assert inside < 200, "an interval that always holds the truth says little"


@pytest.mark.usefixtures("unpublished")
def test_without_an_effect_the_registered_test_errs_at_most_in_five_percent() -> None:
    random = np.random.default_rng(20270602)
    results = [registered_analysis(PLAIN, simulated(NO_EFFECT, 100, random)) for _ in range(300)]
    errors = sum(one.rejects is True for one in results)
    assert at_least_nominal(300 - errors, 300, 0.95), errors
    assert errors > 2, "a test that never rejects is no test"


@pytest.mark.usefixtures("unpublished")
@pytest.mark.parametrize("protocol", [UNPAIRED, COMPOSITION], ids=["unpaired", "composition"])
def test_the_other_designs_keep_their_level(protocol: Protocol) -> None:
    random = np.random.default_rng(20270603)
    inside = errors = 0
    for _ in range(300):
        applications = simulated(NO_EFFECT, 120, random)
        applications = alone(applications) if protocol is UNPAIRED else composed(applications, random)
        one = registered_analysis(protocol, applications)
        inside += holds(one.difference, 0.0)
        errors += one.rejects is True
    assert at_least_nominal(inside, 300, 0.95), inside
    assert at_least_nominal(300 - errors, 300, 0.95), errors


@pytest.mark.parametrize(
    ("rule", "test"),
    [("e_process", "beta_mixture_evalue_mcnemar"), ("alpha_spending", "group_sequential_mcnemar")],
)
def test_a_study_that_was_watched_is_decided_by_its_own_rule(rule: str, test: str) -> None:
    import datetime as dt

    values = {"analysis.stopping.rule": rule, "analysis.primary_test": test}
    if rule == "alpha_spending":
        values |= {"analysis.stopping.looks": [0.5, 1.0], "analysis.stopping.spending": "Lan-DeMets O'Brien-Fleming"}
    protocol = changed(PLAIN, values)
    begin = dt.datetime(2027, 2, 1, tzinfo=dt.UTC)

    def told(applications: list[CodedApplication]) -> StudyResult:
        dated = [
            msgspec.structs.replace(one, decided=begin + dt.timedelta(hours=int(one.pair))) for one in applications
        ]
        return registered_analysis(protocol, dated)

    strong = [one for number in range(60) for one in a_pair(number, True, number % 6 == 0)]
    even = [one for number in range(60) for one in a_pair(number, number % 2 == 0, number % 2 == 1)]
    assert told(strong).rejects is True
    assert told(even).rejects is False
    with pytest.raises(ImpossibleInput, match="no moment"):
        registered_analysis(protocol, strong)


def test_a_family_counts_what_could_not_be_tested() -> None:
    tests = [
        {"name": "ICT", "test": "mcnemar_midp", "subgroup": "sector is ICT"},
        {"name": "nowhere", "test": "mcnemar_midp", "subgroup": "sector is fishing"},
        {"name": "interval", "test": "rd_tango_score", "subgroup": ""},
        {"name": "wrong", "test": "cohen_kappa", "subgroup": ""},
    ]
    protocol = changed(example_protocol(), {"analysis.secondary": tests, "analysis.correction": "holm"})
    applications = [one for number in range(1, 61) for one in a_pair(number, number % 3 > 0, number % 3 == 1)]
    found = registered_analysis(protocol, applications).secondary
    assert [one.reason for one in found] == ["", "subgroup_unknown", "test_has_no_p", "test_not_possible"]
    assert found[0].p_value is not None
    assert found[0].adjusted == pytest.approx(4 * found[0].p_value)


@pytest.mark.parametrize(
    ("words", "number"),
    [("", 4), ("sector is ICT", 2), ("Sector = ict", 2), ("care", 2), ("colour is ICT", 0), ("sector is sea", 0)],
)
def test_a_subgroup_is_read_as_people_write_it(words: str, number: int) -> None:
    applications = [*a_pair(1, True, True, "ICT"), *a_pair(2, True, True, "care")]
    assert len(of_subgroup(words, applications)) == number


def test_no_small_count_is_shown_and_every_hidden_one_has_company() -> None:
    random = np.random.default_rng(7)
    for pairs in (12, 40, 90, 250):
        applications = [
            msgspec.structs.replace(one, strata={"sector": "care" if int(one.pair) % 4 else "ICT"})
            for one in simulated(EFFECT, pairs, random)
        ]
        shown = registered_analysis(example_protocol(), applications).shown
        assert shown
        assert all(one.value is None or one.value >= K for one in shown)


def test_what_counts_as_positive_is_the_plans_to_say() -> None:
    one = a_pair(1, True, False)[0]
    unanswered = msgspec.structs.replace(one, code="no_answer")
    assert positive_of(one, PLAIN) is True
    assert positive_of(unanswered, PLAIN) is False
    assert positive_of(unanswered, changed(PLAIN, {"outcomes.no_reply": "left_out"})) is None
    assert positive_of(msgspec.structs.replace(one, code="detected"), PLAIN) is None


def test_what_cannot_be_analysed_is_refused() -> None:
    with pytest.raises(ImpossibleInput):
        registered_analysis(PLAIN, [])
    with pytest.raises(ImpossibleInput, match="invited"):
        registered_analysis(example_calls(), a_pair(1, True, False))
    with pytest.raises(ImpossibleInput, match="group"):
        registered_analysis(UNPAIRED, [a_pair(1, True, False)[0]])
