"""What differs between two protocols: every place, with what stood there and what stands there now."""

from __future__ import annotations

from typing import Any

import msgspec

from testing_lab.protocol.canonical import normal
from testing_lab.protocol.document import Protocol


class Change(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``path`` like ``sampling.pairs`` or ``question.traits[0].minority``; a list that grew or shrank is one change.

    ``before``, ``after``: the values as in JSON.
    """

    path: str
    before: Any
    after: Any


def changes_between(before: Protocol, after: Protocol) -> tuple[Change, ...]:
    """Every change, in the order of the form."""
    return tuple(_differing("", msgspec.to_builtins(normal(before)), msgspec.to_builtins(normal(after))))


def _differing(path: str, before: Any, after: Any) -> list[Change]:
    if isinstance(before, dict) and isinstance(after, dict):
        found = []
        for name in dict.fromkeys((*before, *after)):
            place = f"{path}.{name}" if path else name
            found += _differing(place, before.get(name), after.get(name))
        return found
    if isinstance(before, list | tuple) and isinstance(after, list | tuple) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return [change for place, (old, new) in pairs for change in _differing(f"{path}[{place}]", old, new)]
    return [] if before == after else [Change(path=path, before=_plain(before), after=_plain(after))]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
