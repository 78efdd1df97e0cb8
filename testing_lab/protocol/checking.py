"""Small questions about a field, each with the finding that follows from a wrong answer."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from testing_lab.findings import Finding

if TYPE_CHECKING:
    from testing_lab.protocol.document import Kind


def filled(path: str, value: object) -> Iterator[Finding]:
    """Something must stand there: a text, a number, at least one of a list."""
    if value is None or value == () or (isinstance(value, str) and not value.strip()):
        yield Finding(path=path, code="protocol_missing")


def better_filled(path: str, value: object) -> Iterator[Finding]:
    """Something had better stand there."""
    if value is None or value == () or (isinstance(value, str) and not value.strip()):
        yield Finding(path=path, code="protocol_better_filled", level="warning")


def texts(path: str, values: Sequence[str]) -> Iterator[Finding]:
    """No text of the list is empty, and none stands there twice."""
    for place, value in enumerate(values):
        yield from filled(f"{path}[{place}]", value)
    yield from once(path, values)


def once(path: str, values: Sequence[str]) -> Iterator[Finding]:
    """None stands there twice; capitals and blanks around it make no difference, and what is empty is not compared."""
    seen: set[str] = set()
    for place, value in enumerate(values):
        plain = value.strip().casefold()
        if plain in seen:
            yield Finding(path=f"{path}[{place}]", code="protocol_twice", facts={"value": value.strip()})
        seen |= {plain} - {""}


def within(path: str, value: float | None, *, least: float, most: float) -> Iterator[Finding]:
    """A number, where there is one, lies in the range; both ends belong to it."""
    if value is None or least <= value <= most:
        return
    if math.isfinite(value):
        facts: dict[str, str | int | float] = {"value": value, "least": least, "most": most}
        yield Finding(path=path, code="protocol_out_of_range", facts=facts)
    else:
        yield Finding(path=path, code="protocol_no_number")


def needed(path: str, value: float | None, *, least: float, most: float) -> Iterator[Finding]:
    """There is a number, and it lies in the range."""
    yield from filled(path, value)
    yield from within(path, value, least=least, most=most)


def promised(path: str, ticked: bool) -> Iterator[Finding]:  # noqa: FBT001  # a box, and whether it is ticked
    """The box is ticked."""
    if not ticked:
        yield Finding(path=path, code="promise_missing")


def unused(kind: Kind, **fields: object) -> Iterator[Finding]:
    """Fields that this kind of study has no use for are empty. Names are paths with ``__`` for the dot."""
    for name, value in fields.items():
        if value is not None and value != () and value != "" and value is not False:
            yield Finding(path=name.replace("__", "."), code="field_not_of_kind", facts={"kind": kind})
