"""Students with the same file have the same chances; a lottery that favours one is found out. Short version.

``tests/evidence/test_lottery_search.py`` has twenty times as many seeds.
"""

from __future__ import annotations

import random

import msgspec

from matching.commitment import Opening
from tests.pure.matching.exchangeable import (
    EQUALS,
    SIGNIFICANCE,
    a_round_of_equals,
    outcomes,
    p_value,
    p_values_of_pairs,
    result,
)

SEEDS = [Opening(salt=f"{number:064x}", secret="uitwisselbaar").seed() for number in range(400)]


def test_five_equals_have_equal_chances_at_every_outcome() -> None:
    found, kinds = p_value(SEEDS)
    assert kinds >= 3, "places that are wanted more and less, and none"
    assert found > SIGNIFICANCE


def test_each_two_of_them_split_evenly() -> None:
    found = p_values_of_pairs(SEEDS)
    assert len(found) == 10
    assert min(found) > SIGNIFICANCE / 10, "ten pairs: Bonferroni"


def test_seeds_in_a_row_are_as_good_as_any() -> None:
    assert p_value([f"ronde-{number}" for number in range(400)])[0] > SIGNIFICANCE


def test_a_lottery_by_student_number_is_found_out() -> None:
    def by_number(seed: str) -> dict[str, str]:
        got = outcomes(seed)
        return {**got, **dict(zip(EQUALS, sorted((got[number] for number in EQUALS), reverse=True), strict=True))}

    assert p_value(SEEDS[:50], by_number)[0] < 1e-9


def test_a_slight_favour_is_found_out() -> None:
    """One seed in six, the first of the five changes with whoever is better off."""

    def favoured(seed: str) -> dict[str, str]:
        got = dict(outcomes(seed))
        better = max(EQUALS, key=lambda number: (got[number] != "", got[number] == "O1"))
        if random.Random(seed).random() < 1 / 6:
            got[EQUALS[0]], got[better] = got[better], got[EQUALS[0]]
        return got

    assert p_value(SEEDS, favoured)[0] < SIGNIFICANCE


def test_who_stands_first_in_the_file_gains_nothing() -> None:
    turned = EQUALS[1:] + EQUALS[:1]
    changed = 0
    for seed in SEEDS[:50]:
        as_is, other = outcomes(seed), outcomes(seed, a_round_of_equals(turned))
        assert as_is == other
        changed += len({as_is[number] for number in EQUALS}) > 1
    assert changed == 50


def test_two_runs_give_the_same_bytes() -> None:
    for seed in SEEDS[:20]:
        first, second = (msgspec.json.encode(result(seed)) for _ in range(2))
        assert first == second
