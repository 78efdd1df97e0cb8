"""What a service refuses, in the reader's words at the terminal: the same texts as the pages have."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click
from asyncpg.exceptions import InterfaceError, PostgresError

from api import catalogue
from api.cli.database import unusable
from api.cli.reader import language, said
from api.messages.faults import Conflict, Refused, Unusable

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def in_readers_words() -> Iterator[None]:
    """Turn a refusal of a service, or a silent database, into a message and exit code 2."""
    try:
        yield
    except Refused as refusal:
        raise click.ClickException("\n".join(lines_of(refusal))) from refusal
    except (OSError, PostgresError, InterfaceError) as error:
        raise unusable("cli-error-database", error) from error


def lines_of(refusal: Refused) -> list[str]:
    """What is refused, why, and what to do."""
    names = [f"refused-{refusal.code}", f"refused-{refusal.code}-detail"]
    if isinstance(refusal, Conflict):
        names = [f"conflict-{refusal.what}", f"conflict-{refusal.what}-detail"]
    found = [name for name in (one.replace("_", "-") for one in names) if catalogue.has(language(), name)]
    lines = [said(name, **refusal.facts) for name in found] or [str(refusal)]
    if isinstance(refusal, Unusable):
        lines += [f"  {field}: {_field(code, refusal)}" for field, code in refusal.fields.items()]
    return lines


def _field(code: str, refusal: Refused) -> str:
    name = f"field-{code}".replace("_", "-")
    return said(name, **refusal.facts) if catalogue.has(language(), name) else code
