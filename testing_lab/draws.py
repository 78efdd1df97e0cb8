"""Chance that anyone can repeat: every draw is a SHA-256 hash of the seed and of what is drawn for.

No generator with a state: a draw depends on the seed, its purpose and the thing itself, never on the order in which
rows came or on how many draws were made before. The bytes that are hashed are a JSON list without spaces, in UTF-8:
``["stagekans draw 1","<seed>","<purpose>","<thing>"]``; so that a sheet of paper, ``sha256sum`` or another language
gives the same plan. (The streams of numpy's generators may change between its versions.)
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

import msgspec

from testing_lab.faults import ImpossibleInput

#: First in every hash; another way of drawing gets another number.
FORM: Final = "stagekans draw 1"

Thing = TypeVar("Thing")
_encode: Final = msgspec.json.Encoder().encode


def draw(seed: str, *purpose: str) -> int:
    """A number from 0 to 2²⁵⁶ - 1.

    Raises
    ------
    ImpossibleInput
        The seed is empty.

    Examples
    --------
    The same from a shell: ``printf '["stagekans draw 1","2026","order","v1"]' | sha256sum``.

    >>> format(draw("2026", "order", "v1"), "064x")[:16]
    'bc457d1b756bc75e'
    """
    if not seed:
        raise ImpossibleInput("seed", "is empty")
    return int.from_bytes(hashlib.sha256(_encode((FORM, seed, *purpose))).digest())


def below(most: int, seed: str, *purpose: str) -> int:
    """A whole number from 0 to ``most`` - 1, each equally likely (up to 2⁻²⁰⁰)."""
    return draw(seed, *purpose) * most >> 256


def shuffled(things: Iterable[Thing], seed: str, *purpose: str, name: Callable[[Thing], str] = str) -> list[Thing]:
    """The things in a random order, whatever order they came in; no two may have one name."""
    return sorted(things, key=lambda one: (draw(seed, *purpose, name(one)), name(one)))


def one_of(things: Sequence[Thing], seed: str, *purpose: str) -> Thing:
    """One of them, each equally likely."""
    return things[below(len(things), seed, *purpose)]
