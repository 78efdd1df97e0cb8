"""The greatest value of a polynomial, against its values on a fine grid."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from testing_lab.faults import NotConverged
from testing_lab.paired.bernstein import greatest


def _values(coefficients: list[float], places: np.ndarray[tuple[int], np.dtype[np.float64]]) -> list[float]:
    degree = len(coefficients) - 1
    return [float(stats.binom.pmf(np.arange(degree + 1), degree, place) @ np.array(coefficients)) for place in places]


@given(coefficients=st.lists(st.floats(0, 1), min_size=2, max_size=15))
def test_nothing_on_a_grid_is_greater_and_the_place_has_the_value(coefficients: list[float]) -> None:
    found = greatest(np.array(coefficients))
    assert max(_values(coefficients, np.linspace(0, 1, 201))) <= found.bound + 1e-12
    assert _values(coefficients, np.array([found.place])) == pytest.approx([found.value], abs=1e-12)
    assert found.value <= found.bound <= found.value * (1 + 1e-9)


def test_two_equal_tops_far_apart() -> None:
    coefficients = [0.0, 3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0]
    found = greatest(np.array(coefficients))
    top = 3 * 8 * (1 / 8) * (7 / 8) ** 7
    assert found.value == pytest.approx(top, rel=2e-4)
    assert found.value >= top


def test_what_does_not_settle_in_time_says_so() -> None:
    with pytest.raises(NotConverged) as caught:
        greatest(np.array([0.0, 1.0, 0.0]), tolerance=1e-15, most_cuts=0)
    assert caught.value.facts["value"] == 0
