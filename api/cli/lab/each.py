"""The same for several applications: each by itself, so that a refusal of one stops no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from api.cli.exit_codes import DONE, UNUSABLE
from api.cli.lab.refusals import lab_lines
from api.cli.reader import answer, report
from api.messages.faults import Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence


async def for_each(names: Sequence[str], do: Callable[[str], Awaitable[str]]) -> int:
    """Do it to each, and say what came of it; exit code 2 where one was refused."""
    refused = 0
    for name in dict.fromkeys(names):
        try:
            done = await do(name)
        except Refused as refusal:
            refused += 1
            report(f"{name}: " + " ".join(lab_lines(refusal)), style="red")
        except click.ClickException as trouble:
            refused += 1
            report(f"{name}: {trouble.message}", style="red")
        else:
            answer(f"{name}: {done}")
    return UNUSABLE if refused else DONE
