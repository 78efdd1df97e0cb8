"""What can be wrong with a policy: every fault at once, with the key that it stands at.

Each field is tried on its own by the same decoder that reads the whole, so nothing is refused here that would be
accepted there. The words for the codes are in the catalogue (``policy-fault-<code>``), in the reader's language.
"""

from __future__ import annotations

from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

import msgspec

#: Every code of a fault. ``docs/policy.md`` says what each one means.
PolicyFaultCode = Literal[
    "not_toml", "unknown_key", "missing", "not_text", "not_whole", "not_number", "not_list", "not_table",
    "not_a_choice", "goals_none", "goal_twice", "goal_unknown", "below", "out_of_range", "weights_sum",
    "groupings_none", "grouping_twice", "grouping_name", "price_place", "seed_long", "seed_signs",
]  # fmt: skip

#: The code of a value of another kind, by the kind that is asked for.
_KINDS: Final[dict[object, PolicyFaultCode]] = {str: "not_text", int: "not_whole", float: "not_number"}


class PolicyFault(msgspec.Struct, frozen=True, kw_only=True):
    """One fault. ``key`` is where it stands, as in a policy file: ``goals``, ``utility.travel``; empty: the file."""

    code: PolicyFaultCode
    key: str
    facts: dict[str, str | int] = {}


class PolicyFaulty(ValueError):
    """Values that cannot stand in a policy. A decoder passes it on as the cause of its own error."""

    def __init__(self, faults: tuple[PolicyFault, ...]) -> None:
        super().__init__(", ".join(f"policy:{fault.code} {fault.key}" for fault in faults))
        self.faults = faults


def broken(wrong: bool, code: PolicyFaultCode, key: str, **facts: str | int) -> PolicyFault | None:  # noqa: FBT001  # a condition, and what follows from it
    """The fault, where ``wrong``."""
    return PolicyFault(code=code, key=key, facts=facts) if wrong else None


def refuse(*found: PolicyFault | None) -> None:
    """Go on only without faults.

    Raises
    ------
    PolicyFaulty
        Carries all of them.
    """
    if faults := tuple(fault for fault in found if fault is not None):
        raise PolicyFaulty(faults)


def faults_of(raw: object, table: type[msgspec.Struct], prefix: str = "") -> tuple[PolicyFault, ...]:
    """Every fault of a table: its own keys, and what its values do to each other where each of them is right."""
    key = prefix.removesuffix(".")
    if not isinstance(raw, dict):
        return (PolicyFault(code="not_table", key=key),)
    hints = get_type_hints(table)
    known = [field.name for field in msgspec.structs.fields(table)]
    faults = [
        PolicyFault(code="unknown_key", key=f"{prefix}{name}", facts={"known": ", ".join(known)})
        for name in raw
        if name not in known
    ]
    faults += [
        PolicyFault(code="missing", key=f"{prefix}{field.name}")
        for field in msgspec.structs.fields(table)
        if field.required and field.name not in raw
    ]
    for name in known:
        if name in raw:
            faults += _faults_of_value(raw[name], hints[name], f"{prefix}{name}")
    wrong = {fault.key.removeprefix(prefix).split(".")[0] for fault in faults}
    right = {name: value for name, value in raw.items() if name not in wrong}
    try:
        msgspec.convert(right, table)
    except msgspec.ValidationError as error:
        rest = _told(error, PolicyFault(code="unknown_key", key=key, facts={"known": ", ".join(known)}))
        # Beside a wrong value, only what is said of one right value by itself is sure.
        faults += [fault for fault in rest if not wrong or fault.key.removeprefix(prefix) in right]
    return tuple(faults)


def _faults_of_value(value: object, kind: Any, key: str) -> tuple[PolicyFault, ...]:
    inner = [one for one in get_args(kind) if one is not type(None)] if type(None) in get_args(kind) else [kind]
    if value is None and inner != [kind]:
        return ()
    if isinstance(inner[0], type) and issubclass(inner[0], msgspec.Struct):
        return faults_of(value, inner[0], f"{key}.")
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        return _told(error, _of_another_kind(inner[0], key))
    return ()


def _of_another_kind(kind: Any, key: str) -> PolicyFault:
    if get_origin(kind) is Literal:
        return PolicyFault(code="not_a_choice", key=key, facts={"choices": ", ".join(get_args(kind))})
    return PolicyFault(code="not_list" if get_origin(kind) is tuple else _KINDS[kind], key=key)


def _told(error: msgspec.ValidationError, otherwise: PolicyFault) -> tuple[PolicyFault, ...]:
    """Our own faults behind the decoder's error; ``otherwise`` where it is the decoder's."""
    return error.__cause__.faults if isinstance(error.__cause__, PolicyFaulty) else (otherwise,)
