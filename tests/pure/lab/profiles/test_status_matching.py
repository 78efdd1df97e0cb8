"""The pairs of names are the best there are: against every other choice."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from testing_lab.faults import ImpossibleInput
from testing_lab.profiles.names import Group, Name, NameList, SocialStatus
from testing_lab.profiles.status_matching import StatusMatch, match_status, rotation
from tests.pure.lab.profiles.telling import told


def _name(number: int, group: Group, mean: float | None, *, error: float | None = 0.1, source: str = "p") -> Name:
    status = None if mean is None else SocialStatus(mean=mean, standard_error=error, raters=40, source=source)
    return Name(first=f"N{number}", surname=group, group=group, sex="female", source="t", status=status)


def _list(dutch: list[float | None], polish: list[float | None]) -> NameList:
    return NameList(
        version="t",
        entries=(
            *(_name(number, "dutch", mean) for number, mean in enumerate(dutch)),
            *(_name(number, "polish", mean) for number, mean in enumerate(polish)),
        ),
    )


def _match(names: NameList, pairs: int | None = None) -> StatusMatch:
    match = match_status(names, majority="dutch", minority="polish", sex="female", pairs=pairs)
    told(match.findings)
    return match


def _told(match: StatusMatch) -> list[tuple[str, str]]:
    return [(pair.majority.first, pair.minority.first) for pair in match.pairs]


_STATUSES = st.lists(st.integers(10, 70).map(lambda tenths: tenths / 10), min_size=1, max_size=4)


@given(dutch=_STATUSES, polish=_STATUSES, pairs=st.integers(1, 4))
def test_no_other_choice_is_better_and_the_first_of_equals_is_taken(
    dutch: list[float], polish: list[float], pairs: int
) -> None:
    match = _match(_list([*dutch], [*polish]), pairs)
    number = min(pairs, len(dutch), len(polish))
    choices = [
        list(zip(rows, columns, strict=True))
        for rows in combinations(range(len(dutch)), number)
        for columns in permutations(range(len(polish)), number)
    ]
    totals = [sum(round(abs(dutch[row] - polish[column]) * 10) for row, column in choice) for choice in choices]
    best = min(choice for choice, total in zip(choices, totals, strict=True) if total == min(totals))
    assert _told(match) == [(f"N{row}", f"N{column}") for row, column in best]
    assert match.absolute == pytest.approx(min(totals) / 10 / number)


def test_fewer_pairs_leave_less_difference() -> None:
    names = _list([5.0, 5.5, 6.0, 3.1], [3.0, 4.9, 2.0, 1.0])
    found = [_match(names, pairs).absolute for pairs in (1, 2, 3, 4)]
    assert found == sorted(found, key=lambda one: one or 0)
    assert _told(_match(names, 2)) == [("N0", "N1"), ("N3", "N0")]


def test_intervals_are_welchs() -> None:
    match = _match(_list([4.0], [3.5]))
    (pair,) = match.pairs
    expected = stats.ttest_ind_from_stats(4.0, 0.1 * math.sqrt(40), 40, 3.5, 0.1 * math.sqrt(40), 40, equal_var=False)
    t = stats.t(78)
    assert pair.difference.estimate == pytest.approx(0.5)
    assert pair.difference.lower == pytest.approx(0.5 - t.ppf(0.975) * math.sqrt(0.02))
    assert expected.statistic == pytest.approx(0.5 / math.sqrt(0.02))
    assert match.remaining == pair.difference


def test_a_difference_that_remains_is_told() -> None:
    match = _match(_list([6.0, 6.2], [4.0, 4.1]))
    (found,) = match.findings
    assert (found.code, found.level) == ("status-difference-remains", "warning")
    assert found.facts["difference"] == pytest.approx(2.05)
    assert _match(_list([4.0, 5.0], [4.1, 4.9])).findings == ()


def test_names_without_a_status_do_not_take_part() -> None:
    match = _match(_list([4.0, None, 5.0], [4.0, 5.0]))
    assert _told(match) == [("N0", "N0"), ("N2", "N1")]
    assert [(one.path, one.code, one.facts["names"]) for one in match.findings] == [
        ("dutch", "status-not-measured", "N1 dutch")
    ]


def test_one_pair_is_too_few_and_none_has_no_difference() -> None:
    assert [one.code for one in _match(_list([4.0], [4.0])).findings] == ["status-too-few-pairs"]
    none = _match(_list([None], [4.0]))
    assert (none.pairs, none.absolute, none.remaining.estimate) == ((), None, None)
    assert [one.code for one in none.findings] == ["status-not-measured", "status-too-few-pairs"]
    assert _match(_list([4.0, 5.0], [4.0, 5.0]), 3).findings[0].facts == {"found": 2, "least": 3}


def test_figures_of_two_studies_are_not_compared() -> None:
    names = NameList(version="t", entries=(_name(1, "dutch", 4.0), _name(1, "polish", 4.0, source="other")))
    assert "status-sources-differ" in {one.code for one in _match(names).findings}


def test_no_standard_error_no_interval() -> None:
    names = NameList(version="t", entries=(_name(1, "dutch", 4.0, error=None), _name(1, "polish", 4.5)))
    found = _match(names).remaining
    assert (found.estimate, found.lower, found.undefined["lower"]) == (-0.5, None, "standard_error_unknown")


def test_what_cannot_be_asked() -> None:
    with pytest.raises(ImpossibleInput):
        match_status(_list([4.0], [4.0]), majority="dutch", minority="dutch", sex="female")
    with pytest.raises(ImpossibleInput):
        _match(_list([4.0], [4.0]), -1)
    with pytest.raises(ImpossibleInput):
        rotation((), tests=3, seed=1)


@pytest.mark.parametrize("tests", [0, 1, 7, 300])
def test_names_rotate_evenly_and_replay(tests: int) -> None:
    pairs = _match(_list([4.0, 5.0, 6.0], [4.0, 5.0, 6.0])).pairs
    plan = rotation(pairs, tests=tests, seed="s")
    used = Counter(pair.majority.first for pair in plan)
    assert len(plan) == tests
    assert max(used.values(), default=0) - min((used[pair.majority.first] for pair in pairs), default=0) <= 1
    assert plan == rotation(pairs, tests=tests, seed="s")


def test_every_name_can_be_the_first() -> None:
    pairs = _match(_list([4.0, 5.0, 6.0], [4.0, 5.0, 6.0])).pairs
    first = Counter(rotation(pairs, tests=1, seed=seed)[0].majority.first for seed in range(900))
    assert stats.chisquare(list(first.values())).pvalue > 0.001
    assert len(first) == 3
