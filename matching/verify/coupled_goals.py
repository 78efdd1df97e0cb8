"""The goals from *group gap* down: what their trees prove, and with the counts fixed their prices.

With a price, *placed* is one of them: the level of its prices says how many could be placed, and does not narrow the
face (docs/matching.md, "Group gap").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from matching.verify.classes import classes_of
from matching.verify.coupled import CoupledFound, Coupling, found_levels, unusable
from matching.verify.fixed import with_stand_ins
from matching.verify.goal_check import Found, GoalCheck, fact, failed, gap_found
from matching.verify.groups import share
from matching.verify.levels import check_level
from matching.verify.linear import LinearLevel, linear_levels
from matching.verify.most import most_placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matching.policy import GoalName, Policy
    from matching.result import CountsProof
    from matching.verify.groups import Atoms
    from matching.verify.verifier import Levels

#: A linear level, and what is found of it.
_Own = tuple[LinearLevel, CoupledFound]


def coupled_goals(levels: Levels, policy: Policy, atoms: Atoms, proof: CountsProof | None) -> Iterator[Found]:
    """Every goal of the policy in order; afterwards ``levels`` stands on the face with fixed counts."""
    at = policy.goals.index("group_gap")
    price = policy.group_gap.price
    first = at - 1 if price else at
    for number, goal in enumerate(policy.goals[:first]):
        yield levels.network(goal, policy, placed_settled="placed" in policy.goals[:number])
    most: int | None = None
    if price:
        reached = _most(levels)
        if isinstance(reached, GoalCheck):
            yield Found(check=reached, ends=True)
            return
        most = reached
    if proof is None:
        yield failed(policy.goals[first], "level_missing", {"level": "group_gap"})
        return
    linear = _linear_levels(levels, policy, first)
    if linear is None:
        yield failed(policy.goals[first], "rank_too_high", {})
        return
    coupling = Coupling(
        base=levels.face,
        atoms=atoms,
        levels=linear,
        tolerance=policy.group_gap.accepted_gap,
        least=None if most is None else most - price,
    )
    wrong = unusable(coupling, proof)
    if wrong is not None:
        yield failed(policy.goals[first], *wrong)
        return
    gap, *found = found_levels(coupling, proof)
    levels.face = with_stand_ins(levels.face, atoms)
    for goal in policy.goals[first:]:
        if goal == "group_gap":
            yield _of_gap(gap)
        else:
            own = [pair for pair in zip(linear, found, strict=True) if pair[0].goal == goal]
            yield _of_linear(levels, policy, goal, own, most if goal == "placed" else None)


def _most(levels: Levels) -> int | GoalCheck:
    """The most that can be placed, though the placements may be fewer: the prices prove it, and it can be reached."""
    level = levels.left.pop(0) if levels.left else None
    if level is None or (level.goal, level.round) != ("placed", 0):
        return GoalCheck(goal="placed", status="failed", detail="level_missing", facts={"level": "placed"})
    found = check_level(levels.face, levels.goal_weights("placed"), level)
    most = most_placed(levels.face)
    if found.status != "failed" and found.bound == most:
        return most
    detail = found.detail if found.status == "failed" else "value_misstated"
    facts: dict[str, str | int | None] = {"value": found.value, "bound": found.bound, "most": most}
    return GoalCheck(goal="placed", status="failed", detail=detail, facts=facts)


def _linear_levels(levels: Levels, policy: Policy, first: int) -> list[LinearLevel] | None:
    """The levels below *group gap*; None where there are more classes than any run has."""
    below = [goal for goal in policy.goals[first:] if goal != "group_gap"]
    classes = classes_of(levels.tables, levels.eligible, policy) if "worst_off" in below else None
    if classes is not None and levels.too_many(classes):
        return None
    settled = "placed" in policy.goals[:first]
    return linear_levels(levels.face, below, levels.eligible, classes, placed_settled=settled)


def _of_gap(found: CoupledFound) -> Found:
    if found.status == "failed":
        return failed("group_gap", found.detail, found.facts)
    value = share(found.value)
    bound = value if found.status == "proven" or found.bound is None else share(found.bound)
    return gap_found(found.status, found.detail, value, bound)


def _of_linear(levels: Levels, policy: Policy, goal: GoalName, own: list[_Own], most: int | None) -> Found:
    """By its trees, and with the counts fixed by its prices. ``most`` is the bound of *placed* where it has a price."""
    for level, found in own:
        if found.status == "failed":
            return failed(goal, found.detail, {"round": level.round, **found.facts})
    network = levels.network(goal, policy, placed_settled=True)
    if network.ends:
        return network
    not_proven = next((pair for pair in own if pair[1].status == "bound"), None)
    bound = network.value
    if most is not None:
        bound = most
    elif not_proven is not None:
        level, found = not_proven
        limit = found.value if found.bound is None else found.bound
        if isinstance(network.value, tuple):
            bound = tuple(level.least_profile(network.value, int(limit - found.value)))
        else:
            bound = int(limit)
    status: Literal["proven", "bound"] = "proven" if not_proven is None else "bound"
    facts: dict[str, str | int | None] = {"value": fact(network.value), "bound": fact(bound)}
    detail = "proven" if not_proven is None else "gap"
    check = GoalCheck(goal=goal, status=status, detail=detail, facts=facts)
    return Found(check=check, value=network.value, bound=bound)
