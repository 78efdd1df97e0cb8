"""Published tables: nothing hidden can be worked out, and no more is hidden than that takes. Judged by enumeration."""

from __future__ import annotations

import math
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testing_lab.disclosure import (
    Told,
    capped_count,
    capped_rate,
    differencing_attack,
    rounded_tables,
    suppressed_tables,
    table_attack,
)
from testing_lab.disclosure.publication import Publication, publication
from testing_lab.disclosure.suppression import safely_hidden, told_of
from testing_lab.faults import ImpossibleInput

_TWO_WAY: dict[str, Any] = {
    "dimensions": ["sector", "region"],
    "categories": [[sector, region] for sector in "ab" for region in "xy"],
    "tables": [["sector", "region"]],
}
_LINKED: dict[str, Any] = {
    "dimensions": ["sector", "region", "ground"],
    "categories": [list(one) for one in product(("care", "trade", "building"), ("north", "south"), ("age", "origin"))],
    "tables": [["sector", "region"], ["sector", "ground"]],
    "groups": {"sector": {"not care": ["trade", "building"]}},
}


def _sums(tables: Publication, most: int) -> np.ndarray:
    """The value of every place for every way to fill the smallest cells with 0 to ``most``."""
    fillings = np.array(list(product(range(most + 1), repeat=tables.smallest)))
    return np.stack([fillings[:, list(one.cells)].sum(axis=1) for one in tables.sums], axis=1)


def _possible(sums: np.ndarray, tables: Publication, hidden: frozenset[int]) -> np.ndarray:
    shown = [place for place in range(len(tables.sums)) if place not in hidden]
    return sums[(sums[:, shown] == [tables.sums[place].value for place in shown]).all(axis=1)]


@given(st.lists(st.integers(0, 3), min_size=4, max_size=4), st.sets(st.integers(0, 8)))
@settings(max_examples=60, deadline=None)
def test_the_attack_finds_what_enumeration_finds(counts: list[int], hidden: set[int]) -> None:
    tables = publication(**_TWO_WAY, counts=counts)
    told = told_of(tables, frozenset(hidden))
    possible = _possible(_sums(tables, sum(counts) + 1), tables, frozenset(hidden))
    order = sorted(hidden)
    found = table_attack(smallest=tables.smallest, told=told, targets=[tables.sums[place].cells for place in order])
    bounded = {cell for one in told if one.upper is not None for cell in one.cells}
    for place, lower, upper in zip(order, found.lower, found.upper, strict=True):
        assert lower == possible[:, place].min()
        if set(tables.sums[place].cells) <= bounded:
            assert upper == possible[:, place].max()
        else:
            assert math.isinf(upper)
    assert found.recovered == [
        at for at, place in enumerate(order) if found.lower[at] == found.upper[at] and place in hidden
    ]


@given(st.lists(st.integers(0, 3), min_size=4, max_size=4), st.sampled_from([1, 2, 3]), st.sampled_from([1, 2, 3]))
@settings(max_examples=40, deadline=None)
def test_as_little_as_possible_is_hidden_and_nothing_is_recovered(counts: list[int], k: int, protection: int) -> None:
    found = suppressed_tables(**_TWO_WAY, counts=counts, k=k, protection=protection)
    tables = publication(**_TWO_WAY, counts=counts)
    sums = _sums(tables, sum(counts) + protection)
    small = frozenset(place for place, one in enumerate(tables.sums) if one.value < k)

    def safe(hidden: frozenset[int]) -> bool:
        return bool((np.ptp(_possible(sums, tables, hidden)[:, list(small)], axis=0) >= protection).all())

    hidden = frozenset(place for place, one in enumerate(found.places) if one.value is None)
    assert small <= hidden
    assert safe(hidden)
    spreads = np.ptp(_possible(sums, tables, hidden)[:, sorted(hidden)], axis=0)
    assert (spreads > 0).all(), "a hidden place is recovered"
    others = [place for place in range(len(tables.sums)) if place not in small]
    fewest = next(
        size for size in range(len(others) + 1) if any(safe(small | set(more)) for more in combinations(others, size))
    )
    assert found.hidden == found.hidden_at_least == len(small) + fewest
    assert found.verdict == "not recoverable"


@pytest.mark.parametrize("seed", range(6))
def test_tables_that_share_sectors_are_safe_together(seed: int) -> None:
    """Sector × region and sector × ground, with a group of sectors: what one table hides the other does not tell."""
    counts = np.random.default_rng(seed).poisson(14, 12).tolist()
    found = suppressed_tables(**_LINKED, counts=counts, k=20, protection=8)
    tables = publication(**_LINKED, counts=counts)
    hidden = frozenset(place for place, one in enumerate(found.places) if one.value is None)
    assert found.hidden == found.hidden_at_least
    attack = table_attack(smallest=12, told=told_of(tables, hidden))
    assert attack.recovered == []
    for place in sorted(hidden):
        if found.places[place].state == "further":  # is needed: shown again, a small count is bounded
            less = hidden - {place}
            small = [at for at, one in enumerate(found.places) if one.state == "small"]
            again = table_attack(
                smallest=12, told=told_of(tables, less), targets=[tables.sums[at].cells for at in small]
            )
            assert again.narrowest is not None
            assert again.narrowest < 8


def test_two_tables_hidden_one_by_one_leak_together() -> None:
    """Alone, each table hides enough; together they do not: why linked tables are one question."""
    counts = [3, 15, 20, 25, 3, 30, 30, 40, 30, 50, 31, 60]
    tables = publication(**_LINKED, counts=counts)
    one = suppressed_tables(**_LINKED | {"tables": [["sector", "region"]]}, counts=counts, k=20)
    other = suppressed_tables(**_LINKED | {"tables": [["sector", "ground"]]}, counts=counts, k=20)
    shown = [place.where for place in (*one.places, *other.places) if place.value is not None]
    apart = frozenset(place for place, each in enumerate(tables.sums) if each.where not in shown)
    small = [each.cells for each in tables.sums if each.value < 20]
    leaking = table_attack(smallest=12, told=told_of(tables, apart), targets=small)
    together = suppressed_tables(**_LINKED, counts=counts, k=20)
    assert together.verdict == "not recoverable"
    assert leaking.narrowest is not None
    assert all(p.upper - p.lower >= 20 for p in together.places if p.state == "small")


def test_a_single_small_cell_takes_three_others_with_it() -> None:
    counts = [4, 40, 50, 60, 70, 80, 30, 90, 100]
    found = suppressed_tables(
        dimensions=["r", "c"],
        categories=[[r, c] for r in "abc" for c in "xyz"],
        counts=counts,
        tables=[["r", "c"]],
        always=[{}, {"r": "a"}, {"c": "x"}],
    )
    assert [place.value for place in found.places if place.state == "small"] == [None]
    assert found.hidden == 4
    assert {tuple(sorted(place.where)) for place in found.places if place.value is None} == {("c", "r")}


def test_what_must_be_shown_can_make_safety_impossible() -> None:
    with pytest.raises(ImpossibleInput, match="small count"):
        suppressed_tables(
            dimensions=["s"],
            categories=[["a"], ["b"]],
            counts=[3, 50],
            tables=[["s"]],
            always=[{}, {"s": "b"}],
        )


def test_the_nearly_cheapest_choice_is_safe_too(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = [4, 40, 50, 60, 70, 80, 30, 90, 9]
    question: dict[str, Any] = {
        "dimensions": ["r", "c"],
        "categories": [[r, c] for r in "abc" for c in "xyz"],
        "tables": [["r", "c"]],
    }
    tables = publication(**question, counts=counts)
    small = frozenset(place for place, one in enumerate(tables.sums) if one.value < 10)
    best, cost, bound = safely_hidden(tables, small, width=10, always=frozenset())
    assert cost == bound
    monkeypatch.setattr("testing_lab.disclosure.suppression._ROUNDS", 1)
    hidden, spent, least = safely_hidden(tables, small, width=10, always=frozenset())
    assert least <= cost <= spent
    assert len(best) <= len(hidden)
    targets = [tables.sums[place].cells for place in small]
    attack = table_attack(smallest=9, told=told_of(tables, hidden), targets=targets)
    assert attack.narrowest is not None
    assert attack.narrowest >= 10


@given(st.lists(st.integers(0, 60), min_size=4, max_size=4), st.integers(2, 6), st.integers(0, 9))
@settings(max_examples=15, deadline=None)
def test_rounded_tables_add_up(counts: list[int], to: int, seed: int) -> None:
    found = rounded_tables(**_TWO_WAY, counts=counts, to=to, seed=seed)
    tables = publication(**_TWO_WAY, counts=counts)
    by_place = {tuple(sorted(one.where.items())): one.value for one in found.places}
    for one in tables.sums:
        value = by_place[tuple(sorted(one.where.items()))]
        assert value % to == 0
        assert abs(value - one.value) < to, "two dimensions can always be rounded to a neighbouring multiple"
        cells = [tuple(sorted(tables.sums[at].where.items())) for at in range(len(tables.sums))]
        parts = [at for at in range(len(cells)) if len(cells[at]) == 2 and set(tables.sums[at].cells) <= set(one.cells)]
        assert value == sum(by_place[cells[at]] for at in parts)
    assert found.verdict == "not recoverable"
    assert found == rounded_tables(**_TWO_WAY, counts=counts, to=to, seed=seed)


def test_the_seed_decides_which_way_and_the_nearer_multiple_is_likelier() -> None:
    """Over 40 seeds 12 becomes 10 and 15, and no mean is a third of the multiple away from its count."""
    drawn = [[p.value for p in rounded_tables(**_TWO_WAY, counts=[12, 33, 24, 41], seed=s).places] for s in range(40)]
    assert {values[0] for values in drawn} == {10, 15}
    means = np.mean(drawn, axis=0)
    exact = [one.value for one in publication(**_TWO_WAY, counts=[12, 33, 24, 41]).sums]
    assert np.abs(means - exact).max() < 5 / 3


def test_a_capped_count_beside_its_total_is_recovered_and_the_attack_says_so() -> None:
    assert capped_count(value=80, at=50).value is None
    shown = [Told(cells=(1,), lower=30, upper=30), Told(cells=(0,), lower=50)]
    assert table_attack(smallest=2, told=shown).verdict == "not recoverable"
    total = Told(cells=(0, 1), lower=110, upper=110)
    attack = table_attack(smallest=2, told=[*shown, total])
    assert (attack.verdict, attack.lower, attack.upper) == ("recoverable", [80], [80])


def test_capped_rates() -> None:
    assert capped_rate(positive=29, of=30).lower == 0.95
    assert capped_rate(positive=30, of=60).value == 0.5
    assert capped_rate(positive=0, of=0).state == "hidden"
    with pytest.raises(ImpossibleInput):
        capped_rate(positive=3, of=2)


def test_what_came_in_between_is_given_away_by_two_safe_publications() -> None:
    first = suppressed_tables(**_TWO_WAY, counts=[30, 40, 50, 60])
    second = suppressed_tables(**_TWO_WAY, counts=[32, 40, 50, 90])
    assert first.hidden == second.hidden == 0
    tables = [publication(**_TWO_WAY, counts=counts) for counts in ([30, 40, 50, 60], [32, 40, 50, 90])]
    told = [told_of(one, frozenset()) for one in tables]
    found = differencing_attack(smallest=4, first=told[0], second=told[1])
    assert {(leak.kind, leak.cells, leak.lower) for leak in found.leaks} == {
        ("growth", (0,), 2),
        ("growth", (0, 1), 2),
        ("growth", (0, 2), 2),
    }
    same = differencing_attack(smallest=4, first=told[0], second=told[0])
    assert same.verdict == "not recoverable"


def test_a_later_table_gives_away_what_an_earlier_one_hid() -> None:
    """Only growth: a cell that is 0 later was 0 before."""
    first = [Told(cells=(0,)), Told(cells=(1,)), Told(cells=(0, 1), lower=20, upper=20)]
    second = [Told(cells=(0,), lower=1, upper=1), Told(cells=(0, 1), lower=60, upper=60)]
    found = differencing_attack(smallest=2, first=first, second=second, k=10)
    assert ("first", (0,), 0, 1) in {(leak.kind, leak.cells, leak.lower, leak.upper) for leak in found.leaks}
    with pytest.raises(ImpossibleInput, match="no whole numbers"):
        differencing_attack(smallest=2, first=second, second=first)


def test_huge_counts() -> None:
    """At 10⁹ the search is still exact to one."""
    billion = 10**9
    found = suppressed_tables(**_TWO_WAY, counts=[4, billion, billion + 1, billion + 3], always=[{}])
    assert found.verdict == "not recoverable"
    small = next(place for place in found.places if place.state == "small")
    assert small.lower == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"counts": [1, 2, 3]},
        {"counts": [1, 2, 3, -1]},
        {"tables": []},
        {"tables": [["sector", "colour"]]},
        {"categories": [["a", "x"]] * 4},
        {"groups": {"sector": {"a": ["a"]}}},
        {"k": 0},
        {"protection": 0},
        {"always": [{"sector": "z"}]},
        {"always": [{"sector": "a", "region": "x"}]},
    ],
)
def test_what_cannot_be_asked(wrong: dict[str, Any]) -> None:
    with pytest.raises(ImpossibleInput):
        suppressed_tables(**_TWO_WAY | {"counts": [1, 20, 30, 40]} | wrong)
