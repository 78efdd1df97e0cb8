"""The face with fixed counts: stand-ins take the students of an atom who have no place, exactly as many as they must.

A stand-in is an offer that must be full, with as many places as students of its atom stay without one; everybody must
be placed then. So the matchings with given counts are a face like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.counts.moving import moved
from matching.engine.face import Face
from matching.engine.network import open_part

if TYPE_CHECKING:
    import numpy.typing as npt

    from matching.engine.counts.atoms import Atoms
    from matching.engine.counts.base_face import Base
    from matching.engine.counts.moving import Moved
    from matching.engine.network import Network

    Ints = npt.NDArray[np.int64]
    Floats = npt.NDArray[np.float64]

#: Parts that a student is divided into where counts are fractional.
_PARTS = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Impossible:
    """No matching on the face has the counts: it breaks sum of ``atoms`` x count <= some whole number."""

    atoms: Ints  # (atoms,) all 0 or 1, or all 0 or -1
    excess: int  # by how much (in the unit that the counts are told in); 0: by how much is not known
    least_cut: LeastCut | None = None  # why, where a flow says so


@dataclass(frozen=True, kw_only=True, slots=True)
class LeastCut:
    """The cut of a flow, read as prices of the offers of the face: they prove sum of ``atoms`` x count <= ``most``.

    As far as the open part of the face goes; students outside it may need other prices.
    """

    offer: Ints  # (offers,) all 0 or 1, or all 0 or -1
    most: int


def with_counts(base: Base, counts: Ints) -> Face | Impossible:
    """The face with these counts, with a matching on it. ``pair`` is the place on the base face, -1 for a stand-in."""
    face, atoms = base.face, base.atoms
    taken = _taken(base, counts, 1)
    if isinstance(taken, Impossible):
        return taken
    return stand_ins(face, atoms, counts, taken)


def stand_ins(face: Face, atoms: Atoms, counts: Ints, taken: npt.NDArray[np.bool_]) -> Face:
    """A face with the counts of one of its matchings, ``taken``: see ``with_counts``."""
    offers = len(face.places)
    free = np.flatnonzero(~face.must_student)
    ends = np.searchsorted(face.student, free, side="right")
    stand_in = offers + atoms.of_student[free]
    placed = np.zeros(len(face.must_student), np.bool_)
    placed[face.student[taken]] = True
    return Face(
        places=np.concatenate([face.places, atoms.size - counts]),
        pair=np.insert(face.pair, ends, -1),
        student=np.insert(face.student, ends, free),
        offer=np.insert(face.offer, ends, stand_in),
        must_student=np.ones(len(face.must_student), np.bool_),
        must_offer=np.concatenate([face.must_offer, np.ones(len(counts), np.bool_)]),
        taken=np.insert(taken, ends, ~placed[free]),
    )


def not_mixed(base: Base, counts: Floats) -> Impossible | None:
    """Why no mixture of matchings on the face has these fractional counts; None: one has, as far as floats tell."""
    found = _taken(base, np.rint(counts * _PARTS).astype(np.int64), _PARTS)
    return found if isinstance(found, Impossible) else None


def _taken(base: Base, counts: Ints, unit: int) -> npt.NDArray[np.bool_] | Impossible:
    """A matching of the base face with these counts, told in ``unit`` parts of a student, as a mask over its pairs.

    Where the unit is more than 1, students may be divided, and the mask means nothing.
    """
    face, loose, atoms = base.face, base.loose, base.atoms
    network = open_part(face, loose)
    people = np.flatnonzero(loose.student)
    placed_now = face.offer_of_student() >= 0
    settled = unit * atoms.counts(placed_now & ~loose.student)
    atom = atoms.of_student[people]
    without = unit * np.bincount(atom, minlength=len(counts)) - (counts - settled)  # open students without a place
    # What offers that need not be full take together is settled, as everybody is somewhere.
    spare = unit * (len(people) - int(network.places[network.must_offer].sum())) - int(without.sum())
    lenient = 0
    if unit > 1:
        without, spare, lenient = np.maximum(without, 0), max(spare, 0), 4 * (len(counts) + 1)
    if (without < 0).any():
        return Impossible(atoms=(without < 0).astype(np.int64), excess=0)
    if spare < 0:
        return Impossible(atoms=-np.ones(len(counts), np.int64), excess=-spare)
    found = moved(network, face.taken[network.position], atom, without, spare, unit)
    if found.missing <= lenient:
        taken = face.taken & ~loose.student[face.student]
        taken[network.position[found.taken]] = True
        return taken
    # Atoms whose stand-in overflows want too many places.
    atoms_short = found.atom.astype(np.int64) - int(found.pool)
    touched = np.zeros(len(face.places), np.bool_)
    touched[face.offer[network.position]] = True
    offer = np.zeros(len(face.places), np.int64)
    offer[touched] = _prices_of_cut(network, found)
    # The places, the students of these atoms, less those whose offers are all on the source side.
    open_most = int(network.places @ offer[touched])
    open_most += int(np.count_nonzero(found.atom[atom])) - int(np.count_nonzero(found.student))
    return Impossible(
        atoms=atoms_short,
        excess=found.missing,
        least_cut=LeastCut(offer=offer, most=open_most + int(atoms_short @ settled) // unit),
    )


def _prices_of_cut(network: Network, cut: Moved) -> Ints:
    """The source side of a least cut, read as prices of the offers of the network.

    Where stand-ins overflow, a place at an offer on the source side costs 1. Where offers that must be full run dry
    (the pool is on that side), one at those on the other side is worth 1. Then a student whose offers are all on the
    source side brings 1 less than one of the same atom who can go elsewhere.
    """
    return -(~cut.offer & network.must_offer).astype(np.int64) if cut.pool else cut.offer.astype(np.int64)
