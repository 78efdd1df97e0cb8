"""Sets of tags as bits, so that "all of these" and "how many of these" are one machine instruction a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

#: One array of 64 tags at a time.
Words = tuple[npt.NDArray[np.uint64], ...]

_WORD = 64


def universe(rows: Iterable[Sequence[Hashable]]) -> dict[Hashable, int]:
    """The tags that occur, each with its bit."""
    return {tag: bit for bit, tag in enumerate(dict.fromkeys(tag for row in rows for tag in row))}


def bits(rows: Sequence[Sequence[Hashable]], bit_of: dict[Hashable, int]) -> Words:
    """Each row as a set of bits; tags outside the universe are left out, for nobody asks for them."""
    words = np.zeros((max(1, -(-len(bit_of) // _WORD)), len(rows)), np.uint64)
    known: dict[Sequence[Hashable], list[tuple[int, int]]] = {}
    for index, row in enumerate(rows):
        if not row:
            continue
        if row not in known:
            merged: dict[int, int] = {}
            for bit in (bit_of[tag] for tag in row if tag in bit_of):
                merged[bit // _WORD] = merged.get(bit // _WORD, 0) | 1 << bit % _WORD
            known[row] = list(merged.items())
        for word, value in known[row]:
            words[word, index] = value
    return tuple(words)


def holds_all(asked: Words, given: Words, s: npt.NDArray[np.int64], o: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Whether every tag that student ``s`` asks is among what offer ``o`` gives, for the broadcast of the two."""
    held: npt.NDArray[np.bool_] = asked[0][s] & ~given[0][o] == 0
    for word in range(1, len(asked)):
        held &= asked[word][s] & ~given[word][o] == 0
    return held


def shared(asked: Words, given: Words, s: npt.NDArray[np.int64], o: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """How many tags student ``s`` and offer ``o`` have in common."""
    return sum(
        (np.bitwise_count(asked[word][s] & given[word][o]).astype(np.int64) for word in range(len(asked))),
        np.zeros((), np.int64),
    )
