"""Faults in the log: where they happened and of what kind, and nothing of what they happened with.

The message of an exception may quote what is in the database: PostgreSQL puts the row into its detail, ``int()`` the
text that is no number. The log is read by people who may not see that, and is kept when it was deleted.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from typing import TYPE_CHECKING

from asyncpg.exceptions import PostgresError

if TYPE_CHECKING:
    from structlog.typing import EventDict, WrappedLogger


def without_messages(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """A processor of structlog: ``exc_info`` becomes ``exception``, a traceback with no message in it."""
    fault = event.pop("exc_info", None)
    if isinstance(fault, tuple):
        fault = fault[1]
    elif fault is True:
        fault = sys.exc_info()[1]
    if isinstance(fault, BaseException):
        event["exception"] = traceback_of(fault)
    return event


def traceback_of(fault: BaseException) -> str:
    """Where it happened and of what kind, without a message."""
    return "\n".join(_lines(fault, set()))


def _lines(fault: BaseException, seen: set[int]) -> Iterator[str]:
    """Frames and kind of a fault, those that caused it before it."""
    seen.add(id(fault))
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if before is not None and id(before) not in seen:
        yield from _lines(before, seen)
        yield "which led to"
    for frame in traceback.extract_tb(fault.__traceback__):
        yield f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
        if frame.line:
            yield f"    {frame.line}"
    yield _kind(fault)
    if isinstance(fault, BaseExceptionGroup):
        for one in fault.exceptions:
            if id(one) not in seen:
                yield from _lines(one, seen)


def _kind(fault: BaseException) -> str:
    kind = f"{type(fault).__module__}.{type(fault).__qualname__}"
    if isinstance(fault, PostgresError):
        # Names that we gave ourselves.
        names = [getattr(fault, name, None) for name in ("sqlstate", "table_name", "column_name", "constraint_name")]
        kind += f" ({', '.join(str(name) for name in names if name)})"
    return kind
