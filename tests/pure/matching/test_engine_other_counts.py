"""Counts that a face has, and why it has no others: the flow over what changes, against every matching there is."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest

from matching.engine.counts.base_face import Base, base_of
from matching.engine.counts.fixed import Impossible, not_mixed, with_counts
from matching.engine.counts.leaves import nearest_fraction
from matching.engine.exact import whole_product, whole_sum
from matching.engine.face import next_face, start_face
from matching.engine.flow import best_matching
from matching.engine.loose import loose_part
from matching.engine.moves import moves_of
from matching.engine.prices import least_prices
from matching.policy import GroupGap
from tests.pure.matching.small_gaps import Asked, random_groupings
from tests.pure.matching.small_problems import every_matching, random_problem

if TYPE_CHECKING:
    from matching.engine.face import Face


def drawn_base(number: int) -> tuple[Base, set[tuple[int, ...]]]:
    """A base face (of all matchings, or of the largest ones) and the counts of all matchings on it."""
    dice = random.Random(f"other counts {number}")
    problem = random_problem(dice)
    groups = random_groupings(dice, problem)
    policy = GroupGap(groupings=tuple(groups), min_group_size=1)
    atoms = Asked(goals=(), policy=policy, groups=groups).atoms(len(problem.student_keys))
    face = start_face(problem)
    left = every_matching(problem)
    if dice.random() < 0.8:  # mostly: obligations
        weight = dice.choice((np.ones(len(face.pair), np.int64), problem.utility[face.pair]))
        solved = face.with_taken(best_matching(face, loose_part(face), weight))
        face = next_face(solved, weight, least_prices(solved, moves_of(solved), weight))
        of_pair = dict(zip(start_face(problem).pair.tolist(), weight.tolist(), strict=True))
        worth = {choice: sum(of_pair[pair] for pair in choice if pair >= 0) for choice in left}
        left = [choice for choice in left if worth[choice] == max(worth.values())]
    counts = {tuple(atoms.counts(np.array(choice) >= 0).tolist()) for choice in left}
    return base_of(face, atoms), counts


@pytest.mark.parametrize("block", range(2))
def test_counts_are_possible_where_a_matching_has_them_and_a_tight_cut_says_why_elsewhere(block: int) -> None:
    refused = 0
    for number in range(block * 40, block * 40 + 40):
        base, possible = drawn_base(number)
        for counts in product(*(range(int(size) + 1) for size in base.atoms.size)):
            found = with_counts(base, np.array(counts, np.int64))
            assert isinstance(found, Impossible) == (counts not in possible), (number, counts)
            if isinstance(found, Impossible):
                refused += 1
                cut = base.cut_off(found)
                atoms, at_most = -np.array(cut.atoms), cut.constant
                assert max(int(atoms @ np.array(other)) for other in possible) == at_most, (number, counts)
                assert int(atoms @ np.array(counts)) > at_most, (number, counts)
            else:
                _is_a_matching_with(base, found, counts)
    assert refused > 100


def _is_a_matching_with(base: Base, face: Face, counts: tuple[int, ...]) -> None:
    real = face.taken & (face.pair >= 0)
    students, offers = face.student[real], face.offer[real]
    assert len(set(students.tolist())) == len(students)
    used = np.bincount(offers, minlength=len(base.face.places))
    assert (used <= base.face.places).all()
    assert (used == base.face.places)[base.face.must_offer].all()
    placed = np.zeros(len(base.face.must_student), np.bool_)
    placed[students] = True
    assert placed[base.face.must_student].all()
    assert tuple(base.atoms.counts(placed).tolist()) == counts


def test_fractional_counts_beyond_every_mixture_are_cut_off_by_what_no_matching_exceeds() -> None:
    dice = random.Random(5)
    cut_off = 0
    for number in range(300):
        base, possible = drawn_base(number)
        points = np.array(sorted(possible), np.float64)
        shares = np.array([dice.random() for _ in points])
        assert not_mixed(base, shares @ points / shares.sum()) is None, number
        moves = np.array([dice.choice((-0.5, 0.0, 0.5)) for _ in base.atoms.size])
        beyond = np.clip(points.mean(axis=0) + moves, base.low, base.high)
        why = not_mixed(base, beyond)
        if why is not None:
            cut_off += 1
            cut = base.cut_off(why)
            atoms = -np.array(cut.atoms)
            assert max(int(atoms @ np.array(other)) for other in possible) == cut.constant, number
            assert float(atoms @ beyond) > cut.constant, number
    assert cut_off > 5


def test_the_nearest_fraction_is_that_of_the_standard_library() -> None:
    dice = random.Random(1)
    values = [dice.random() * dice.choice((1e-9, 1, 1e6)) for _ in range(300)] + [0.0, 0.5, 1.5, 1 / 3, 2.0**-40]
    for value, most in product(values, (1, 12, 5_040, 1 << 32)):
        expected = Fraction(value).limit_denominator(most)
        assert nearest_fraction(value, most) == (expected.numerator, expected.denominator), (value, most)


def test_sums_past_sixty_four_bits_are_exact() -> None:
    large = np.array([1 << 61] * 9 + [-3], np.int64)
    assert whole_sum(large) == 9 * (1 << 61) - 3
    assert whole_product(large, large) == 9 * (1 << 122) + 9
    assert whole_sum(large[:0]) == whole_product(large[:0], large[:0]) == 0
