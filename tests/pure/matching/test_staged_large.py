"""What large models do, on rounds that are small enough to enumerate: growing programs, searches near the prices."""

from __future__ import annotations

import random

import numpy as np
import pytest

from matching.staged import gap, relaxation, stage
from matching.staged.matrix import matrix_of
from matching.staged.model import Row
from matching.staged.near import near
from matching.staged.program import OutOfTime, Program
from matching.staged.relaxation import leaf_of, relax
from tests.pure.matching.test_staged import check_against_enumeration, solved, statuses


@pytest.fixture
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relaxation, "LARGE", 1)
    monkeypatch.setattr(stage, "LARGE", 1)
    monkeypatch.setattr(gap, "LARGE", 1)


@pytest.mark.usefixtures("everything_is_large")
@pytest.mark.parametrize("block", range(4))
def test_the_large_way_equals_enumeration(block: int) -> None:
    assert sum(check_against_enumeration(number) for number in range(500 + block * 12, 512 + block * 12)) > 6


@pytest.mark.usefixtures("everything_is_large")
def test_the_verifier_accepts_the_large_way() -> None:
    seen = 0
    for number in range(600, 630):
        made = solved(number)
        if made is not None:
            seen += 1
            assert statuses(*made) == {"proven"}, number
    assert seen > 10


@pytest.mark.parametrize("number", range(20))
def test_a_program_that_grows_equals_the_whole_relaxation(number: int) -> None:
    """Students with 12 pairs each, of which a few begin; a row more and another objective come later."""
    dice = random.Random(number)
    students, offers = 15, 12
    columns = students * offers
    rows = [
        Row(columns=np.arange(s * offers, (s + 1) * offers), factors=np.ones(offers, np.int64), at_most=1)
        for s in range(students)
    ]
    rows += [
        Row(columns=np.arange(o, columns, offers), factors=np.ones(students, np.int64), at_most=dice.choice((0, 1, 2)))
        for o in range(offers)
    ]
    low, high = np.zeros(columns, np.int64), np.ones(columns, np.int64)
    program = Program(matrix_of(rows, columns))
    few: list[int] = []
    for turn in range(3):
        matrix = matrix_of(rows, columns)
        program.follow(matrix)
        objective = np.array([dice.randrange(100) for _ in range(columns)], np.int64)
        values, prices = program.solve(low, high, objective, lambda: None)
        plain = relax(matrix, low, high, objective)
        assert values is not None
        assert plain.values is not None
        assert objective @ values == pytest.approx(objective @ plain.values)
        leaf = leaf_of(matrix, low, high, objective, prices, scaled=True, beyond=int(objective @ plain.values) + 1)
        assert leaf is not None
        assert leaf.bound() >= int(objective @ plain.values)
        kept = near(leaf, low, high, int(objective @ values + 1e-6))
        assert (kept.low <= np.ceil(values - 1e-6)).all()
        few.append(int(program.inside.sum()))
        some = np.array(sorted(dice.sample(range(columns), 40)))
        rows.append(Row(columns=some, factors=np.ones(40, np.int64), at_most=3 - turn))
    assert few[0] < columns
    rows.append(Row(columns=np.arange(columns), factors=np.full(columns, -1), at_most=-students - 1))
    matrix = matrix_of(rows, columns)
    program.follow(matrix)
    values, prices = program.solve(low, high, np.ones(columns, np.int64), lambda: None)
    assert values is None
    leaf = leaf_of(matrix, low, high, np.zeros(columns, np.int64), prices, scaled=False, beyond=0)
    assert leaf is not None
    assert leaf.most < 0
    with pytest.raises(OutOfTime):
        program.solve(low, high, np.ones(columns, np.int64), lambda: 0.0)
