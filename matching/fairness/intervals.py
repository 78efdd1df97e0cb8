"""Intervals for a rate and for the difference of two rates, 95 %, as fractions of one."""

from __future__ import annotations

from math import sqrt
from typing import Final

#: The 97.5 % point of the standard normal distribution.
Z: Final = 1.959963984540054


def wilson(count: int, students: int) -> tuple[float, float]:
    """The score interval of a rate, without continuity correction.

    Wilson (1927), JASA 22:209-212; method 3 of Newcombe (1998), Statistics in Medicine 17:857-872.

    >>> [round(end, 4) for end in wilson(81, 263)]
    [0.2553, 0.3662]
    """
    if not 0 <= count <= students or students == 0:
        raise ValueError("a rate needs 0 <= count <= students, and at least one student")
    rate, square = count / students, Z * Z
    middle = rate + square / (2 * students)
    half = Z * sqrt(rate * (1 - rate) / students + square / (4 * students * students))
    scale = 1 + square / students
    # At the ends the formula gives 0 and 1 but for rounding.
    low = 0.0 if count == 0 else (middle - half) / scale
    high = 1.0 if count == students else (middle + half) / scale
    return low, high


def newcombe(count: int, students: int, other_count: int, other_students: int) -> tuple[float, float]:
    """The interval of the first rate less the second: the hybrid score interval without continuity correction.

    Method 10 of Newcombe (1998), Statistics in Medicine 17:873-890.

    >>> [round(end, 4) for end in newcombe(56, 70, 48, 80)]
    [0.0524, 0.3339]
    """
    low, high = wilson(count, students)
    other_low, other_high = wilson(other_count, other_students)
    first, second = count / students, other_count / other_students
    difference = first - second
    return (
        difference - sqrt((first - low) ** 2 + (other_high - second) ** 2),
        difference + sqrt((high - first) ** 2 + (second - other_low) ** 2),
    )
