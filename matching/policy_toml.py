"""A policy as a file: the TOML that :func:`matching.policy.read_policy` reads back as the same policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from matching.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Iterable


def write_policy(policy: Policy, comments: Iterable[str] = ()) -> str:
    """The goals and the weights, and whatever else differs from a policy that says nothing.

    ``comments`` stand above it, a line each.
    """
    told: dict[str, Any] = msgspec.to_builtins(policy)
    usual: dict[str, Any] = msgspec.to_builtins(Policy())
    kept = {key: value for key, value in told.items() if key in ("goals", "utility") or value != usual[key]}
    lines = [f"# {_one_line(comment)}" for comment in comments]
    lines += [f"{key} = {_value(value)}" for key, value in kept.items() if not isinstance(value, dict)]
    for table, values in kept.items():
        if isinstance(values, dict):
            lines += ["", f"[{table}]", *(f"{key} = {_value(value)}" for key, value in values.items())]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, str):
        # A JSON string is a TOML string, but for the one sign that only TOML wants escaped.
        return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
    return repr(value)


def _one_line(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
