"""A fault in the log says where it happened and of what kind, and nothing of what it happened with."""

from __future__ import annotations

import json

import asyncpg
import pytest

from api.log_tracebacks import without_messages
from api.serve import LOG_PROCESSORS

NAME = "Zorgcentrum Brindalox"


def logged(fault: BaseException) -> str:
    """The line as the server writes it."""
    event: object = {"event": "unexpected", "exc_info": fault}
    for one in LOG_PROCESSORS:
        event = one(None, "error", event)  # type: ignore[arg-type]  # each processor gives what the next one takes
    assert isinstance(event, str)
    return event


def test_the_value_that_python_quotes_stays_out() -> None:
    with pytest.raises(ValueError, match=NAME) as fault:
        int(NAME)
    written = logged(fault.value)
    assert NAME not in written
    assert "test_log_tracebacks.py" in written
    assert json.loads(written)["exception"].endswith("builtins.ValueError")


async def test_the_row_that_postgresql_quotes_stays_out(lab_pool: asyncpg.Pool) -> None:
    with pytest.raises(asyncpg.PostgresError, match=NAME) as fault:
        await lab_pool.execute("insert into lab.study (name, state) values ($1, 'nowhere')", NAME)
    written = logged(fault.value)
    assert NAME not in written
    assert "(2350" in written  # the kind of fault, by its number


def test_what_caused_it_is_told_and_a_circle_ends() -> None:
    first, second = KeyError("Brindalox"), RuntimeError("Brindalox")
    first.__cause__, second.__cause__ = second, first
    told = without_messages(None, "error", {"exc_info": first})["exception"]
    assert told == "builtins.RuntimeError\nwhich led to\nbuiltins.KeyError"
    both = without_messages(None, "error", {"exc_info": ExceptionGroup("Brindalox", [KeyError("a"), ValueError("b")])})
    assert both["exception"] == "builtins.ExceptionGroup\nbuiltins.KeyError\nbuiltins.ValueError"


def test_a_fault_that_is_being_handled_is_found() -> None:
    try:
        int("x")
    except ValueError:
        assert "builtins.ValueError" in without_messages(None, "error", {"exc_info": True})["exception"]
    assert "exception" not in without_messages(None, "error", {"exc_info": None})
