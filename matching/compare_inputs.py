"""What differs in what two runs were asked: the input, the policy, the seed, the versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from matching.comparison import PolicyChange, RowChange, Why

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from matching.instance import Instance, Offer, Student
    from matching.policy import Policy
    from matching.result import Report


def why(
    left: Instance, right: Instance, policies: tuple[Policy, Policy], reports: tuple[Report, Report], told: set[str]
) -> Why:
    """Lay the two inputs side by side. ``told``: the numbers of the students that may be named."""
    rows = tuple(row for row in _rows(left, right) if row.kind == "offers" or row.key in told)
    first, second = reports
    return Why(
        rows=rows,
        tables=tuple(_tables(left, right)),
        policy=tuple(_policy(*policies)),
        seed=first.seed != second.seed,
        seed_follows_input=not any(policy.seed for policy in policies) and first.seed != second.seed,
        versions=tuple(
            name
            for name in sorted(first.versions.keys() | second.versions.keys())
            if first.versions.get(name) != second.versions.get(name)
        ),
    )


def _rows(left: Instance, right: Instance) -> Iterator[RowChange]:
    if left is right:
        return
    students = ({row.student_number: row for row in one.students} for one in (left, right))
    yield from _differing("students", *students)
    offers = ({row.offer_id: row for row in one.offers} for one in (left, right))
    yield from _differing("offers", *offers)


def _differing(
    kind: Any, left: Mapping[str, Student | Offer], right: Mapping[str, Student | Offer]
) -> Iterator[RowChange]:
    for key in sorted(left.keys() | right.keys()):
        if key not in left:
            yield RowChange(kind=kind, key=key, state="added")
        elif key not in right:
            yield RowChange(kind=kind, key=key, state="removed")
        elif left[key] != right[key]:
            yield RowChange(kind=kind, key=key, state="changed", fields=fields_that_differ(left[key], right[key]))


def fields_that_differ(left: msgspec.Struct, right: msgspec.Struct) -> tuple[str, ...]:
    """Names of the fields in which two values of one kind differ, in their order."""
    return tuple(name for name in left.__struct_fields__ if getattr(left, name) != getattr(right, name))


def _tables(left: Instance, right: Instance) -> Iterator[str]:
    if left is right:
        return
    for name in ("equivalents", "travel", "pairs", "published"):
        first, second = getattr(left, name), getattr(right, name)
        both = isinstance(first, tuple) and isinstance(second, tuple)
        if (set(first) != set(second)) if both else (first != second):
            yield name


def _policy(left: Policy, right: Policy) -> Iterator[PolicyChange]:
    """Keys that differ; the seed is told apart, because an empty one means another in each run."""
    first, second = (msgspec.to_builtins(policy) for policy in (left, right))
    for key in first:
        if key == "seed" or first[key] == second[key]:
            continue
        if isinstance(first[key], dict) and isinstance(second[key], dict):
            for inner in first[key]:
                if first[key][inner] != second[key][inner]:
                    yield PolicyChange(key=f"{key}.{inner}", left=first[key][inner], right=second[key][inner])
        else:
            yield PolicyChange(key=key, left=first[key], right=second[key])
