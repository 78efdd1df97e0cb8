"""The ways in which somebody could change a certificate of *group gap*."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import msgspec

from matching.result import CountCut, CountNode, CountsProof, CoupledLevel, GoalOutcome, Report
from tests.pure.matching.counted_world import Claim

change = msgspec.structs.replace


def restated(claim: Claim, **facts: Any) -> Claim:
    return Claim(**{**vars(claim), **facts})


def with_proof(claim: Claim, **facts: Any) -> Claim:
    return restated(claim, certificate=change(claim.certificate, counts=change(claim.certificate.counts, **facts)))


def proof_of(claim: Claim) -> CountsProof:
    assert claim.certificate.counts is not None
    return claim.certificate.counts


Mutation = Callable[[random.Random, Claim], Claim | None]


def one_level(dice: random.Random, claim: Claim, alter: Callable[[CoupledLevel], CoupledLevel]) -> Claim:
    levels = list(proof_of(claim).levels)
    at = dice.randrange(len(levels))
    levels[at] = alter(levels[at])
    return with_proof(claim, levels=tuple(levels))


def one_cut(dice: random.Random, claim: Claim, alter: Callable[[CountCut], CountCut]) -> Claim | None:
    cuts = list(proof_of(claim).cuts)
    if not cuts:
        return None
    at = dice.randrange(len(cuts))
    cuts[at] = alter(cuts[at])
    return with_proof(claim, cuts=tuple(cuts))


def kind_of(node: CountNode) -> str:
    return "atoms" if node.atoms else "rate" if node.rate else "leaf"


def one_node(dice: random.Random, claim: Claim, *, kind: str, alter: Callable[[CountNode], CountNode]) -> Claim | None:
    levels = list(proof_of(claim).levels)
    at = dice.randrange(len(levels))
    tree = list(levels[at].tree)
    numbers = [number for number, node in enumerate(tree) if kind_of(node) == kind]
    if not numbers:
        return None
    number = dice.choice(numbers)
    tree[number] = alter(tree[number])
    levels[at] = change(levels[at], tree=tuple(tree))
    return with_proof(claim, levels=tuple(levels))


def alter_a_constant(dice: random.Random, claim: Claim) -> Claim | None:
    return one_cut(dice, claim, lambda cut: change(cut, constant=cut.constant + dice.choice((-1, 1))))


def misshape_a_cut(dice: random.Random, claim: Claim) -> Claim | None:
    def alter(cut: CountCut) -> CountCut:
        offers = len(claim.instance.offers)
        return dice.choice(
            (
                change(cut, scale=0 if cut.level >= 0 else 1),
                change(cut, scale=-1),
                change(cut, above=(*cut.above, 0)),
                change(cut, atoms=cut.atoms[:-1]),
                change(cut, atoms=(*cut.atoms, 0)),
                change(cut, level=len(proof_of(claim).levels) - 1),
                change(cut, level=-2),
                change(cut, offers=(*cut.offers, (offers, 1))),
                change(cut, offers=((-1, 1), *cut.offers)),
                change(cut, offers=(*cut.offers, (offers - 1, 0))),
                change(cut, offers=((offers - 1, 1), (0, 1))),
            )
        )

    return one_cut(dice, claim, alter)


def alter_a_value(dice: random.Random, claim: Claim) -> Claim | None:
    def alter(level: CoupledLevel) -> CoupledLevel:
        if level.goal == "group_gap":
            above, below = map(int, level.value.split("/"))
            return change(
                level, value=dice.choice((f"{above + 1}/{below}", f"{2 * above}/{2 * below}", "1", "", "x/y"))
            )
        return change(
            level, value=dice.choice((str(int(level.value) + 1), str(int(level.value) - 1), f"0{level.value}"))
        )

    return one_level(dice, claim, alter)


def claim_more(dice: random.Random, claim: Claim) -> Claim | None:
    """A bound that is better than what is so: no tree can prove it."""

    def alter(level: CoupledLevel) -> CoupledLevel:
        if level.goal == "group_gap":
            above, below = map(int, level.value.split("/"))
            return change(level, bound=f"{above + below}/{below}")
        return change(level, bound=str(int(level.value) - 1))

    return one_level(dice, claim, alter)


def misspell_a_bound(dice: random.Random, claim: Claim) -> Claim | None:
    def alter(level: CoupledLevel) -> CoupledLevel:
        above, slash, below = level.bound.partition("/")
        twice = f"{2 * int(above)}/{2 * int(below)}" if slash else f"{above}/1"
        odd = ("", f"+{above}{slash}{below}", f"0{level.bound}", f" {level.bound}", f"{level.bound}.0", "1/0", "2/-4")
        return change(level, bound=dice.choice((twice, *odd)))

    return one_level(dice, claim, alter)


def claim_less(dice: random.Random, claim: Claim) -> Claim | None:
    """A bound that says less than the report: whatever the tree proves, the two do not fit any more."""
    goals = [n for n, level in enumerate(proof_of(claim).levels) if level.goal != "group_gap"]
    if not goals:
        return None
    levels = list(proof_of(claim).levels)
    at = dice.choice(goals)
    levels[at] = change(levels[at], bound=str(int(levels[at].bound) + 1))
    return with_proof(claim, levels=tuple(levels))


def rename_a_level(dice: random.Random, claim: Claim) -> Claim | None:
    names = ("satisfaction", "placed", "group_gap", "who")
    return one_level(
        dice,
        claim,
        lambda level: dice.choice(
            (
                change(level, round=level.round + 1),
                change(level, goal=dice.choice([name for name in names if name != level.goal])),
            )
        ),
    )


def drop_or_repeat_a_level(dice: random.Random, claim: Claim) -> Claim | None:
    levels = list(proof_of(claim).levels)
    at = dice.randrange(len(levels))
    return with_proof(claim, levels=tuple(dice.choice(((*levels, levels[at]), levels[:at] + levels[at + 1 :]))))


def alter_the_counts(dice: random.Random, claim: Claim) -> Claim | None:
    counts = list(proof_of(claim).counts)
    counts[dice.randrange(len(counts))] += dice.choice((-1, 1))
    return with_proof(claim, counts=tuple(dice.choice((counts, [*proof_of(claim).counts, 0]))))


def lose_the_proof(dice: random.Random, claim: Claim) -> Claim | None:
    return restated(claim, certificate=change(claim.certificate, counts=None))


def misshape_a_tree(dice: random.Random, claim: Claim) -> Claim | None:
    def alter(level: CoupledLevel) -> CoupledLevel:
        tree = level.tree
        return change(level, tree=dice.choice(((), tree[:-1], (*tree, tree[-1]), (*tree, CountNode()))))

    return one_level(dice, claim, alter)


def misshape_an_inner_node(dice: random.Random, claim: Claim) -> Claim | None:
    def alter(node: CountNode) -> CountNode:
        return dice.choice(
            (
                change(node, fewer=node.more),
                change(node, more=-1),
                change(node, fewer=0),
                change(node, more=10_000),
                change(node, atoms=()),
                change(node, atoms=(*node.atoms, node.atoms[-1])),
                change(node, atoms=(-1, *node.atoms)),
                change(node, atoms=(*node.atoms, 99)),
                change(node, branches=(1,)),
                change(node, total=1),
                change(node, cuts=((0, 1),)),
                change(node, gaps=((0, 0, 1, 1),)),
            )
        )

    return one_node(dice, claim, kind="atoms", alter=alter)


def misshape_a_leaf(dice: random.Random, claim: Claim) -> Claim | None:
    def alter(node: CountNode) -> CountNode:
        return dice.choice(
            (
                change(node, branches=(*node.branches, 0)),
                change(node, fewer=0),
                change(node, more=0),
                change(node, at_most=0),
                change(node, cuts=(*node.cuts, (len(proof_of(claim).cuts), 1))),
                change(node, cuts=(*node.cuts, (-1, 1))),
                change(node, cuts=tuple((c, -times) for c, times in node.cuts) or ((99, 0),)),
                change(node, gaps=(*node.gaps, (99, 0, 1, 1))),
                change(node, gaps=(*node.gaps, (0, 99, 1, 1))),
                change(node, gaps=(*node.gaps, (-1, 0, 1, 1))),
                change(node, gaps=(*node.gaps, (0, 0, 1, 0))),
                change(node, gaps=(*node.gaps, (0, 0, -1, -1))),
                change(node, total=-1),
                change(node, cuts=(), gaps=(), total=0, windows=(), branches=(0,) * len(node.branches)),
                change(node, windows=(*node.windows, (99, 0, 1, 0))),
                change(node, windows=(*node.windows, (0, 0, -1, 0))),
            )
        )

    return one_node(dice, claim, kind="leaf", alter=alter)


def misshape_a_rate(dice: random.Random, claim: Claim) -> Claim | None:
    def alter(node: CountNode) -> CountNode:
        above, below = node.rate.split("/")
        return dice.choice(
            (
                change(node, rate=""),
                change(node, rate="0/1"),
                change(node, rate="3/2"),
                change(node, rate=f"{2 * int(above)}/{2 * int(below)}"),
                change(node, grouping=-1),
                change(node, grouping=99),
                change(node, atoms=(0,)),
                change(node, at_most=0),
                change(node, fewer=node.more),
                change(node, more=10_000),
                change(node, total=1),
                change(node, windows=((0, 0, 1, 1),)),
            )
        )

    return one_node(dice, claim, kind="rate", alter=alter)


def alter_the_report(dice: random.Random, claim: Claim) -> Claim | None:
    report: Report = claim.report
    groupings: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(report.groupings))
    what = dice.choice(("gap", "gap of the groupings", "placed", "students", "rate", "group", "grouping", "goal"))
    of = groupings[claim.policy.group_gap.groupings[0]]
    group = dice.choice(sorted(of))
    if what == "gap":
        return restated(claim, report=change(report, gap=dice.choice((None, "7/8", "0"))))
    if what == "goal":
        return restated(claim, report=change(report, goals=one_goal_altered(dice, report)))
    if what == "gap of the groupings":
        groupings["gap"] = "7/8"
    elif what == "group":
        del of[group]
    elif what == "grouping":
        groupings["more"] = {}
    else:
        of[group][what] += 1
    return restated(claim, report=change(report, groupings=groupings))


def one_goal_altered(dice: random.Random, report: Report) -> tuple[GoalOutcome, ...]:
    goals = list(report.goals)
    at, field = dice.randrange(len(goals)), dice.choice(("value", "bound", "proven"))
    old = getattr(goals[at], field)
    if isinstance(old, bool):
        new: object = not old
    else:
        new = "7/8" if isinstance(old, str) else (old[0] + 1, *old[1:]) if isinstance(old, tuple) else old + 1
    goals[at] = change(goals[at], **{field: new})
    return tuple(goals)


def alter_a_network_level(dice: random.Random, claim: Claim) -> Claim | None:
    levels = list(claim.certificate.levels)
    if not levels:
        return None
    at = dice.randrange(len(levels))
    level = levels[at]
    levels[at] = dice.choice(
        (
            change(level, value=level.value + 1),
            change(level, value=level.value + 1, student=(level.student[0] + 1, *level.student[1:])),
            change(level, offer=(*level.offer, 0)),
            change(level, student=level.student[:-1]),
            change(level, round=level.round + 1),
        )
    )
    kept = dice.choice((levels, levels[:at] + levels[at + 1 :]))
    return restated(claim, certificate=change(claim.certificate, levels=tuple(kept)))


#: All of these are always refused.
MUTATIONS: tuple[Mutation, ...] = (
    alter_a_constant,
    misshape_a_cut,
    alter_a_value,
    claim_more,
    misspell_a_bound,
    claim_less,
    rename_a_level,
    drop_or_repeat_a_level,
    alter_the_counts,
    lose_the_proof,
    misshape_a_tree,
    misshape_an_inner_node,
    misshape_a_leaf,
    alter_the_report,
    alter_a_network_level,
)


def turned(dice: random.Random, claim: Claim, number: int) -> Claim:
    """Something in the tree of a level is another number; what it proves then is for the judge."""
    levels = list(proof_of(claim).levels)
    tree = list(levels[number].tree)
    at = dice.randrange(len(tree))
    node = tree[at]
    if node.atoms:
        if dice.random() < 0.5:
            tree[at] = change(node, fewer=node.more, more=node.fewer)
        else:
            tree[at] = change(node, at_most=node.at_most + dice.choice((-1, 1)))
    else:
        what = dice.choice(("cuts", "gaps", "branches", "total", "more"))
        step = dice.choice((-1, 1))
        if what == "cuts" and proof_of(claim).cuts:
            tree[at] = change(node, cuts=(*node.cuts, (dice.randrange(len(proof_of(claim).cuts)), abs(step))))
        elif what == "gaps" and node.gaps:
            tree[at] = change(node, gaps=tuple((g, k, abs(u + step), abs(w + step)) for g, k, u, w in node.gaps))
        elif what == "branches" and node.branches:
            branch = dice.randrange(len(node.branches))
            turned_branches = list(node.branches)
            turned_branches[branch] += step
            tree[at] = change(node, branches=tuple(turned_branches))
        elif what == "more":
            tree[at] = change(node, gaps=(*node.gaps, (0, 0, 1, 1)))
        elif what == "total":
            tree[at] = change(node, total=node.total + step)
    levels[number] = change(levels[number], tree=tuple(tree))
    return with_proof(claim, levels=tuple(levels))
