"""The face with fixed counts: whoever has no place stands in for his atom (docs/matching.md, "Fixed counts")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matching.verify.face import Face

if TYPE_CHECKING:
    from matching.verify.groups import Atoms


def with_stand_ins(base: Face, atoms: Atoms) -> Face:
    """The matchings on ``base`` that place as many of each atom as its placements do."""
    first = len(base.places)
    counts = atoms.counts(base.placed)
    rest = [size - placed for size, placed in zip(atoms.sizes, counts, strict=True)]
    return Face(
        places=[*base.places, *rest],
        offers_of=[
            [*row, first + atom] if rest[atom] and not must else list(row)
            for row, atom, must in zip(base.offers_of, atoms.of, base.must_student, strict=True)
        ],
        must_student=[True] * len(base.must_student),
        must_offer=[*base.must_offer, *[True] * len(rest)],
        placed=[o if o >= 0 else first + atom for o, atom in zip(base.placed, atoms.of, strict=True)],
    )
