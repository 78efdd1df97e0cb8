"""An order that nobody chose: the search meets students, offers and atoms in an order drawn from the seed.

Several counts can be best for all goals, and a search finds one of them. In an order that is drawn, students, offers
and atoms that could change places have equal chances of being the ones that it favours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from matching.engine.counts.atoms import Atoms
from matching.engine.face import Face
from matching.engine.lottery import keyed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from matching.engine.problem import Problem
    from matching.result import CountCut, CountNode, CountsProof

    Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Shuffle:
    """The drawn order: ``student[i]`` is the student who comes i-th, and so on."""

    student: Ints
    offer: Ints
    atom: Ints

    def face(self, face: Face) -> tuple[Face, Ints]:
        """The face in the drawn order, and the place on the given face of each of its pairs."""
        student, offer = np.argsort(self.student)[face.student], np.argsort(self.offer)[face.offer]
        order = np.lexsort((offer, student))
        shuffled = Face(
            places=face.places[self.offer],
            pair=face.pair[order],
            student=student[order],
            offer=offer[order],
            must_student=face.must_student[self.student],
            must_offer=face.must_offer[self.offer],
            taken=face.taken[order],
        )
        return shuffled, order

    def atoms(self, atoms: Atoms) -> Atoms:
        """The atoms in the drawn order."""
        return Atoms(
            of_student=np.argsort(self.atom)[atoms.of_student][self.student],
            size=atoms.size[self.atom],
            labels=tuple(atoms.labels[a] for a in self.atom.tolist()),
            groupings=tuple(replace(grouping, member=grouping.member[:, self.atom]) for grouping in atoms.groupings),
        )

    def back(self, proof: CountsProof) -> CountsProof:
        """A proof about the drawn order, told in the order of the keys."""

        offers, atoms = self.offer.tolist(), self.atom.tolist()
        order = np.argsort(self.atom)
        place = order.tolist()

        def cut(one: CountCut) -> CountCut:
            return msgspec.structs.replace(
                one,
                atoms=tuple(np.array(one.atoms, object)[order].tolist()),
                offers=tuple(sorted([(offers[o], price) for o, price in one.offers])),
            )

        def node(one: CountNode) -> CountNode:
            return msgspec.structs.replace(one, atoms=tuple(sorted(atoms[a] for a in one.atoms)))

        return msgspec.structs.replace(
            proof,
            cuts=tuple(cut(one) for one in proof.cuts),
            levels=tuple(
                msgspec.structs.replace(level, tree=tuple(node(one) for one in level.tree)) for level in proof.levels
            ),
            counts=tuple(proof.counts[a] for a in place),
        )


def drawn(problem: Problem, atoms: Atoms, seed: str) -> Shuffle:
    """Draw the order: HMAC-SHA256(seed, "order|student|" + student number), and likewise offer and atom (label)."""
    return Shuffle(
        student=_order(seed, "student", problem.student_keys),
        offer=_order(seed, "offer", problem.offer_keys),
        atom=_order(seed, "atom", atoms.labels),
    )


def _order(seed: str, kind: str, keys: Sequence[str] | Iterable[str]) -> Ints:
    digest = keyed(seed)
    digests = [digest(f"order|{kind}|{one}".encode()) for one in keys]
    return np.array(sorted(range(len(digests)), key=digests.__getitem__), np.int64)
