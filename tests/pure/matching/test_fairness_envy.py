"""Envy and other ways of dividing, against counting by hand in plain Python."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matching.eligibility import Eligibility, build
from matching.engine.lottery import lot_numbers
from matching.fairness.elsewise import in_turn
from matching.fairness.envy import EnvyCount, count_envy
from matching.instance import Instance
from matching.policy import Policy
from tests.pure.matching.rounds import offer, pair, rounds, student
from tests.pure.matching.test_run import without_locks_that_clash

LOCKS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=3)


def _value(rank: int | None) -> int:
    """The greater, the better; None = not named."""
    return 0 if rank is None else 1000 - rank


def _possible(eligibility: Eligibility) -> dict[str, dict[str, tuple[int | None, int]]]:
    """For each student the eligible offers with rank and points."""
    problem = eligibility.problem
    found: dict[str, dict[str, tuple[int | None, int]]] = {key: {} for key in problem.student_keys}
    for at, (s, o) in enumerate(zip(problem.student.tolist(), problem.offer.tolist(), strict=True)):
        rank = int(eligibility.rank[at])
        found[problem.student_keys[s]][problem.offer_keys[o]] = (rank if rank > 0 else None, int(problem.utility[at]))
    return found


def _by_hand(eligibility: Eligibility, has: dict[str, str], lots: dict[str, int]) -> EnvyCount:
    possible = _possible(eligibility)
    locked = {row.student_number for row in eligibility.students if row.locked_offer is not None}
    envious, by_lot = [], []
    for one in possible:
        for other, theirs in has.items():
            if one == other or theirs not in possible[one]:
                continue
            own = has.get(one)
            if own is None or _value(possible[one][theirs][0]) > _value(possible[one][own][0]):
                envious.append(one)
                if lots[one] < lots[other] and other not in locked:
                    by_lot.append(one)
    return EnvyCount(
        pairs=len(envious), students=len(set(envious)), pairs_by_lot=len(by_lot), students_by_lot=len(set(by_lot))
    )


def _has(eligibility: Eligibility, pairs: np.ndarray) -> dict[str, str]:
    problem = eligibility.problem
    return {
        problem.student_keys[s]: problem.offer_keys[problem.offer[at]] for s, at in enumerate(pairs.tolist()) if at >= 0
    }


@given(rounds(), LOCKS, st.randoms(use_true_random=False))
def test_envy_as_counted_by_hand(instance: Instance, locked: list[tuple[int, int]], dice: object) -> None:
    eligibility = build(without_locks_that_clash(instance, locked), Policy())
    keys = eligibility.problem.student_keys
    order = np.array(dice.sample(range(len(keys)), len(keys)))  # type: ignore[attr-defined]  # a random.Random
    [pairs] = in_turn(eligibility, iter([order]))
    lots = lot_numbers(keys, "x")
    counted = count_envy(eligibility, pairs, lots)
    assert counted == _by_hand(eligibility, _has(eligibility, pairs), dict(zip(keys, lots.tolist(), strict=True)))


@given(rounds(), LOCKS, st.text(max_size=3))
def test_in_the_order_of_the_lots_nobody_envies_a_worse_lot(
    instance: Instance, locked: list[tuple[int, int]], seed: str
) -> None:
    eligibility = build(without_locks_that_clash(instance, locked), Policy())
    lots = lot_numbers(eligibility.problem.student_keys, seed)
    [pairs] = in_turn(eligibility, iter([np.argsort(lots)]))
    assert count_envy(eligibility, pairs, lots).pairs_by_lot == 0


@given(rounds(), LOCKS, st.text(max_size=3))
def test_one_after_another_as_by_hand(instance: Instance, locked: list[tuple[int, int]], seed: str) -> None:
    eligibility = build(without_locks_that_clash(instance, locked), Policy())
    keys = eligibility.problem.student_keys
    order = np.argsort(lot_numbers(keys, seed))
    [pairs] = in_turn(eligibility, iter([order]))

    possible = _possible(eligibility)
    left = {row.offer_id: row.places for row in eligibility.offers}
    holds = {row.student_number: row.locked_offer for row in eligibility.students if row.locked_offer is not None}
    for offer_id in holds.values():
        left[offer_id] -= 1
    for number in [keys[s] for s in order.tolist()]:
        if number in holds:
            continue
        open_offers = [(-_value(rank), -points, o) for o, (rank, points) in possible[number].items() if left[o] > 0]
        if open_offers:
            holds[number] = min(open_offers)[2]
            left[holds[number]] -= 1
    assert _has(eligibility, pairs) == holds


def test_a_round_without_anything_possible() -> None:
    eligibility = build(Instance(students=(student(crebo="11111"),), offers=(offer(),)), Policy())
    [pairs] = in_turn(eligibility, iter([np.arange(1)]))
    assert pairs.tolist() == [-1]
    assert count_envy(eligibility, pairs, np.array([1])) == EnvyCount(
        pairs=0, students=0, pairs_by_lot=0, students_by_lot=0
    )


def test_an_equal_choice_is_no_envy_and_a_full_offer_counts_everybody_in_it() -> None:
    named = [("A", "O1", 1), ("B", "O1", 1), ("C", "O1", 1), ("C", "O2", 2), ("D", "O2", 1), ("D", "O1", 1)]
    instance = Instance(
        students=tuple(student(number) for number in "ABCD"),
        offers=(offer("O1", places=2), offer("O2", places=2)),
        pairs=tuple(pair(s, o, rank=rank) for s, o, rank in named),
    )
    eligibility = build(instance, Policy())
    # A and B have O1; C and D have O2: C would rather have had O1, twice; D does not mind.
    pairs = np.array([0, 1, 3, 5])
    assert [eligibility.problem.offer_keys[eligibility.problem.offer[at]] for at in pairs] == ["O1", "O1", "O2", "O2"]
    lots = np.array([4, 1, 2, 3])
    assert count_envy(eligibility, pairs, lots) == EnvyCount(pairs=2, students=1, pairs_by_lot=1, students_by_lot=1)
