"""A text cut into pieces at the hits, so that a template can mark them; hits may overlap."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from api.messages.vacancy_text import HitView
from api.pages.contexts.text_checks import TextPiece

_HEAVY: Final = ("direct", "indirect", "advice")


def pieces_of(text: str, hits: Sequence[HitView]) -> tuple[TextPiece, ...]:
    """The pieces in order; together they are the text. The heaviest level of the hits over a piece is its look."""
    cuts = sorted({0, len(text), *(one.start for one in hits), *(one.end for one in hits)})
    found = []
    for start, end in pairwise(cuts):
        over = [one for one in hits if one.start < end and start < one.end]
        found.append(
            TextPiece(
                words=text[start:end],
                hits=tuple(one.hit for one in over),
                numbers=tuple(one.hit for one in over if one.end == end),
                level=min((one.level for one in over), key=_HEAVY.index, default=""),
            )
        )
    return tuple(found)
