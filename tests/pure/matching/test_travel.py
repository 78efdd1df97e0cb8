"""Travel minutes: exact whole numbers, equal on every machine."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.instance import Transport, Travel
from matching.travel import code_of_transport, estimated_minutes, farthest_squared, floor_sqrt, travel_table

TRANSPORTS: tuple[Transport, ...] = ("walk", "bike", "public_transport", "car")
PUBLISHED = {"walk": (0, 5_000), "bike": (2, 15_000), "public_transport": (12, 28_000), "car": (5, 45_000)}


def published_minutes(squared: int, transport: Transport) -> int:
    """docs/matching.md, in plain Python."""
    fixed, speed = PUBLISHED[transport]
    return fixed + -(-math.isqrt(squared) * 13 * 60 // (10 * speed))


@given(st.lists(st.integers(0, 2**61), min_size=1))
def test_root_is_the_whole_part_of_the_root(squares: list[int]) -> None:
    assert floor_sqrt(np.array(squares, np.int64)).tolist() == [math.isqrt(square) for square in squares]


@given(st.integers(1, 2**30), st.integers(-1, 1))
def test_root_next_to_a_square(root: int, step: int) -> None:
    square = root * root + step
    assert floor_sqrt(np.array([square], np.int64)).tolist() == [math.isqrt(square)]


@pytest.mark.parametrize(
    ("metres", "transport", "minutes"),
    [
        (0, "walk", 0),
        (0, "car", 5),
        (1, "walk", 1),
        (5000, "bike", 28),
        (10_000, "public_transport", 40),
        (10_000, "car", 23),
    ],
)
def test_pinned_minutes(metres: int, transport: Transport, minutes: int) -> None:
    at = code_of_transport([transport])
    assert estimated_minutes(np.array([metres * metres], np.int64), at).tolist() == [minutes]


@given(st.integers(0, 10**12), st.sampled_from(TRANSPORTS))
def test_minutes_are_the_published_ones(squared: int, transport: Transport) -> None:
    at = code_of_transport([transport])
    assert estimated_minutes(np.array([squared], np.int64), at).tolist() == [published_minutes(squared, transport)]


@given(st.integers(0, 10**11), st.integers(0, 600), st.sampled_from(TRANSPORTS))
def test_the_bound_without_root_says_the_same(squared: int, maximum: int, transport: Transport) -> None:
    [bound] = farthest_squared(np.array([maximum], np.int64), code_of_transport([transport])).tolist()
    assert (squared < bound) == (published_minutes(squared, transport) <= maximum)


@given(st.integers(0, 600), st.sampled_from(TRANSPORTS))
def test_the_bound_is_sharp(maximum: int, transport: Transport) -> None:
    [bound] = farthest_squared(np.array([maximum], np.int64), code_of_transport([transport])).tolist()
    assert published_minutes(bound, transport) > maximum
    assert bound == 0 or published_minutes(bound - 1, transport) <= maximum


def test_a_maximum_beyond_every_journey_stays_in_64_bits() -> None:
    bounds = farthest_squared(np.array([10**15] * 4, np.int64), code_of_transport(TRANSPORTS))
    assert (bounds > 10**15).all()


def test_table_knows_its_own_trips_only() -> None:
    table = travel_table([Travel(home_zone="1211", work_zone="3511", transport="bike", minutes=77)])
    home, elsewhere = table.home_rows(["1211", None]).tolist()
    work, away = table.work_columns(["3511", "1211"]).tolist()
    bike, car, unknown = code_of_transport(["bike", "car", None]).tolist()
    assert table.minutes[bike, home, work] == 77
    assert {int(table.minutes[at]) for at in [(car, home, work), (unknown, home, work)]} == {-1}
    assert {int(table.minutes[at]) for at in [(bike, elsewhere, work), (bike, home, away)]} == {-1}
    assert not table.empty
    assert travel_table([]).empty
