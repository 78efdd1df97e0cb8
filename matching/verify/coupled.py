"""Check the coupled levels: *group gap* and the goals below it.

The values are those of the placements, recomputed; the cuts (:mod:`.cuts`) hold on the base face; and the tree of each
level (:mod:`.tree`) proves its bound from those cuts and from the values of the levels above. No prices of students and
no solver: everything that is asked here is an inequality between whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import msgspec

from matching.verify.cuts import broken_cut
from matching.verify.groups import share, share_of, whole_of
from matching.verify.tree import Row, Rows, broken_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matching.result import CountsProof, CoupledLevel
    from matching.verify.face import Face
    from matching.verify.groups import Atoms
    from matching.verify.linear import LinearLevel


class CoupledFound(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a coupled level. ``facts`` say where a proof breaks off.

    Details: ``proven``; ``gap`` (the tree holds, but leaves room); ``value_misstated``, ``bound_unreadable``, and those
    of :func:`matching.verify.tree.broken_tree`.
    """

    status: Literal["proven", "bound", "failed"]
    detail: str
    value: Fraction
    bound: Fraction | None = None
    facts: dict[str, str | int | None] = {}


@dataclass(frozen=True, kw_only=True)
class Coupling:
    """The setting of the coupled levels. ``least``: so many must be placed, where a price may be paid."""

    base: Face
    atoms: Atoms
    levels: Sequence[LinearLevel]
    tolerance: Fraction
    least: int | None


def unusable(coupling: Coupling, proof: CountsProof) -> tuple[str, dict[str, str | int | None]] | None:
    """What makes the whole proof worthless: detail and facts.

    ``counts_misstated``, ``level_missing``, ``too_few_placed``, and those of
    :func:`matching.verify.cuts.broken_cut`.
    """
    counts = coupling.atoms.counts(coupling.base.placed)
    if list(proof.counts) != counts:
        return "counts_misstated", {}
    wanted = [("group_gap", 0), *((level.goal, level.round) for level in coupling.levels)]
    if [(level.goal, level.round) for level in proof.levels] != wanted:
        return "level_missing", {}
    if coupling.least is not None and sum(counts) < coupling.least:
        return "too_few_placed", {"placed": sum(counts), "least": coupling.least}
    broken = broken_cut(proof.cuts, coupling.base, coupling.atoms, coupling.levels)
    return None if broken is None else (broken[1], {"cut": broken[0]})


def found_levels(coupling: Coupling, proof: CountsProof) -> list[CoupledFound]:
    """What the trees prove, in the order of the levels: *group gap*, the linear levels."""
    atoms = coupling.atoms
    counts = atoms.counts(coupling.base.placed)
    low, high = _box(coupling)
    gap = atoms.gap(counts)
    values = [level.value() for level in coupling.levels]
    everybody = (-1,) * len(atoms.sizes)
    total = None if coupling.least is None else Row(everybody, -coupling.least)
    found = [_of_gap(coupling, proof, gap, total)]
    for number, (level, value) in enumerate(zip(proof.levels[1:], values, strict=True)):
        bound = whole_of(level.bound)
        if level.value != str(value) or bound is None:
            detail = "value_misstated" if bound is not None else "bound_unreadable"
            found.append(CoupledFound(status="failed", detail=detail, value=Fraction(value)))
            continue
        rows = Rows(
            low=low,
            high=high,
            groupings=atoms.groupings,
            gap=max(coupling.tolerance, gap),
            strict=False,
            cuts=_usable_cuts(proof, [*values[:number], bound + 1]),
            total=total,
        )
        found.append(_found(level, rows, Fraction(value), Fraction(bound), proven=value == bound))
    return found


def _box(coupling: Coupling) -> tuple[list[int], list[int]]:
    """Of each atom how many must have a place on the base face, and how many can."""
    low, high = [0] * len(coupling.atoms.sizes), [0] * len(coupling.atoms.sizes)
    for atom, row, must in zip(coupling.atoms.of, coupling.base.offers_of, coupling.base.must_student, strict=True):
        low[atom] += must
        high[atom] += bool(row)
    return low, high


def _of_gap(coupling: Coupling, proof: CountsProof, gap: Fraction, total: Row | None) -> CoupledFound:
    level = proof.levels[0]
    bound = share_of(level.bound)
    if level.value != share(gap):
        return CoupledFound(status="failed", detail="value_misstated", value=gap)
    if bound is None:
        return CoupledFound(status="failed", detail="bound_unreadable", value=gap)
    low, high = _box(coupling)
    rows = Rows(
        low=low,
        high=high,
        groupings=coupling.atoms.groupings,
        gap=bound,
        strict=True,
        cuts=_usable_cuts(proof, []),
        total=total,
    )
    return _found(level, rows, gap, bound, proven=gap <= coupling.tolerance or gap == bound)


def _found(level: CoupledLevel, rows: Rows, value: Fraction, bound: Fraction, *, proven: bool) -> CoupledFound:
    broken = broken_tree(level.tree, rows)
    if broken is not None:
        return CoupledFound(status="failed", detail=broken[1], value=value, facts={"node": broken[0]})
    detail = "proven" if proven else "gap"
    return CoupledFound(status="proven" if proven else "bound", detail=detail, value=value, bound=bound)


def _usable_cuts(proof: CountsProof, values: Sequence[int]) -> dict[int, Row]:
    """The cuts of counts, and those of the linear levels whose value is settled or assumed, as rows about counts."""
    return {
        number: Row(
            [-own for own in cut.atoms],
            cut.constant
            - (cut.scale * values[cut.level] if cut.level >= 0 else 0)
            - sum(times * value for times, value in zip(cut.above, values, strict=False)),
        )
        for number, cut in enumerate(proof.cuts)
        if cut.level < len(values)
    }
