"""Whether cuts and trees prove what they claim, said once more in fractions: what the verifier must agree with."""

from __future__ import annotations

from fractions import Fraction

from matching.result import Certificate, CountCut, CountNode, CountsProof, CoupledLevel
from tests.pure.matching.count_certificates import Maker

Row = tuple[dict[int, Fraction], Fraction]


def constant_of(maker: Maker, cut: CountCut) -> int | None:
    """The constant that the prices prove; None where they may not be."""
    price = dict(cut.offers)
    if any(own < 0 and not maker.base.must_offer[o] for o, own in price.items()):
        return None
    total = sum(maker.base.places[o] * own for o, own in price.items())
    for s, row in enumerate(maker.base.offers_of):
        best = [] if maker.base.must_student[s] else [0]
        for o in row:
            worth = cut.scale * maker.levels[cut.level].weights[s][o] if cut.level >= 0 else 0
            worth += sum(times * maker.levels[j].weights[s][o] for j, times in enumerate(cut.above))
            best.append(worth - cut.atoms[maker.atom[s]] - price.get(o, 0))
        total += max(best)
    return total


def holds(maker: Maker, certificate: Certificate, number: int) -> bool:
    """Whether the tree of a coupled level proves its bound, its cuts and values being right."""
    assert certificate.counts is not None
    level = certificate.counts.levels[number]
    seen: list[int] = []
    way: list[tuple[int, list[Row]]] = [(0, [])]
    while way:
        at, branches = way.pop()
        if not 0 <= at < len(level.tree) or at in seen:
            return False
        seen.append(at)
        node = level.tree[at]
        if node.atoms:
            if (node.cuts, node.gaps, node.branches, node.total) != ((), (), (), 0):
                return False
            if list(node.atoms) != sorted(set(node.atoms)) or not set(node.atoms) <= set(range(len(maker.sizes))):
                return False
            few = {a: Fraction(1) for a in node.atoms}
            many = {a: Fraction(-1) for a in node.atoms}
            way.append((node.fewer, [*branches, (few, Fraction(node.at_most))]))
            way.append((node.more, [*branches, (many, Fraction(-node.at_most - 1))]))
        elif (node.at_most, node.fewer, node.more) != (-1, -1, -1) or not _closed(
            maker, certificate.counts, number, level, node, branches
        ):
            return False
    return len(seen) == len(level.tree)


def _closed(
    maker: Maker, proof: CountsProof, number: int, level: CoupledLevel, leaf: CountNode, branches: list[Row]
) -> bool:
    if len(leaf.branches) != len(branches):
        return False
    atoms = range(len(maker.sizes))
    used: list[tuple[int, Row]] = list(zip(leaf.branches, branches, strict=True))
    for c, times in leaf.cuts:
        if not 0 <= c < len(proof.cuts) or proof.cuts[c].level > number - 1:
            return False
        cut = proof.cuts[c]
        values = [*maker.values[: number - 1], int(level.bound) + 1] if number else []
        at_most = Fraction(cut.constant)
        if cut.level >= 0:
            at_most -= cut.scale * values[cut.level]
        for j, own in enumerate(cut.above):
            at_most -= own * values[j]
        used.append((times, ({a: Fraction(-cut.atoms[a]) for a in atoms}, at_most)))
    if leaf.total and not maker.price:
        return False
    used.append((leaf.total, ({a: Fraction(-1) for a in atoms}, Fraction(-maker.least))))
    strict = False
    for g, groups in enumerate(maker.groupings):
        own = [row for row in leaf.gaps if row[0] == g]
        if sum(row[2] for row in own) != sum(row[3] for row in own):
            return False
        gap = max(maker.world.policy.group_gap.accepted_gap, maker.gap) if number else Fraction(level.bound)
        for _, group, upper, lower in own:
            if not 0 <= group < len(groups):
                return False
            size, inside = groups[group]
            # the lowest rate of the grouping drops out of the sum, as the multipliers add up to the same
            used.append((upper, ({a: Fraction(1, size) for a in inside}, gap)))
            used.append((lower, ({a: Fraction(-1, size) for a in inside}, Fraction(0))))
            strict = strict or (upper > 0 and number == 0)
    if any(row[0] not in range(len(maker.groupings)) for row in leaf.gaps) or any(times < 0 for times, _ in used):
        return False
    sums = [sum((times * row.get(a, 0) for times, (row, _) in used), Fraction(0)) for a in atoms]
    least = sum(min(own * maker.low[a], own * maker.high[a]) for a, own in enumerate(sums))
    right = sum((times * at_most for times, (_, at_most) in used), Fraction(0))
    return least >= right if strict else least > right
