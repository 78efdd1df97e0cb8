"""The part of a face that is still open, as small flow networks that do not touch each other.

Components of the open part are independent, so a goal is solved on each of them apart. That is not only less work in
theory: a network of some thousands of arcs stays in the cache of the processor, and solving many of these is four times
as fast as solving them as one (docs/decisions, 0021). Tiny components share a network, so that calls do not dominate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.engine.components import weak_components

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from matching.engine.face import Face
    from matching.engine.loose import Loose

    Ints = npt.NDArray[np.int64]

#: A network takes further components until it has about this many pairs.
_PAIRS_TOGETHER = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Network:
    """Students are the nodes 0, 1, ...; offers follow; the sink is last."""

    position: Ints  # (pairs,) where the pair stands on the face
    tail: Ints  # (pairs,) student node
    head: Ints  # (pairs,) offer node
    bypass: npt.NDArray[np.bool_]  # (students,) may stay unplaced
    places: Ints  # (offers,) what the students outside the open part leave
    must_offer: npt.NDArray[np.bool_]  # (offers,)

    @property
    def students(self) -> int:
        """How many students; the number of the first offer node."""
        return len(self.bypass)

    @property
    def sink(self) -> int:
        """Number of the sink; the number of nodes without it."""
        return len(self.bypass) + len(self.places)


def networks(face: Face, loose: Loose) -> Iterator[Network]:
    """The open part of ``face``, in independent networks. Each open pair is in exactly one."""
    whole = open_part(face, loose)
    if whole.position.size:
        yield from _split(whole)


def open_part(face: Face, loose: Loose) -> Network:
    """One network: students outside ``loose`` keep what they have, and take it from the places."""
    open_pair = loose.pair | (face.taken & loose.student[face.student])
    fixed = np.bincount(face.offer[face.taken & ~open_pair], minlength=len(face.places))
    position = np.flatnonzero(open_pair)
    student, offer = face.student[position], face.offer[position]
    touched = np.zeros(len(face.places), np.bool_)
    touched[offer] = True
    stays = ~face.must_student & (loose.may_lose | (face.offer_of_student() < 0))
    return Network(
        position=position,
        tail=(np.cumsum(loose.student) - 1)[student],
        head=(np.cumsum(touched) - 1)[offer] + int(loose.student.sum()),
        bypass=stays[loose.student],
        places=(face.places - fixed)[touched],
        must_offer=face.must_offer[touched],
    )


def _split(whole: Network) -> Iterator[Network]:
    part_of_node = _parts(whole)
    students = whole.students
    part_of_student, part_of_offer = part_of_node[:students], part_of_node[students:]
    part_of_pair = part_of_student[whole.tail]
    student_order, first_student = _grouped(part_of_student)
    offer_order, first_offer = _grouped(part_of_offer)
    pair_order, first_pair = _grouped(part_of_pair)
    student_at, offer_at = np.argsort(student_order), np.argsort(offer_order)
    for part in range(len(first_pair) - 1):
        of_students = student_order[first_student[part] : first_student[part + 1]]
        of_offers = offer_order[first_offer[part] : first_offer[part + 1]]
        of_pairs = pair_order[first_pair[part] : first_pair[part + 1]]
        yield Network(
            position=whole.position[of_pairs],
            tail=student_at[whole.tail[of_pairs]] - first_student[part],
            head=offer_at[whole.head[of_pairs] - students] - first_offer[part] + len(of_students),
            bypass=whole.bypass[of_students],
            places=whole.places[of_offers],
            must_offer=whole.must_offer[of_offers],
        )


def _parts(whole: Network) -> Ints:
    """The network of each node: its connected component, with the tiny ones taken together."""
    first = np.searchsorted(whole.tail, np.arange(whole.sink + 1))
    component = weak_components(whole.head, first)
    size = np.bincount(component[whole.tail], minlength=component.max() + 1)
    _, part = np.unique((np.cumsum(size) - size) // _PAIRS_TOGETHER, return_inverse=True)
    of_node: Ints = part[component]
    return of_node


def _grouped(part: Ints) -> tuple[Ints, Ints]:
    """The order that puts equal parts together, and where each part begins (and the last one ends)."""
    order = np.argsort(part, kind="stable")
    return order, np.concatenate([[0], np.cumsum(np.bincount(part))])
