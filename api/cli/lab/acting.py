"""The frame of every ``stagekans lab study`` command: who acts, on which study, in which database."""

from __future__ import annotations

import asyncio
import functools
import os
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import click
import msgspec

from api.cli.database import lab_database, unusable
from api.cli.exit_codes import DONE
from api.cli.lab.refusals import in_labs_words
from api.cli.lab.signing_in import Credentials, acting, credentials
from api.cli.reader import said
from api.cli.taught import TaughtCommand, option
from api.messages.accounts import Actor
from api.messages.lab.studies import StudyRow
from api.messages.paging import LARGEST_SIZE
from api.services.lab import studies
from api.services.pool import Pool
from api.settings import URL, Settings
from db.halves import LAB
from db.pool import open_pool

#: What a command does, with its own options by keyword; the exit code, or None for 0.
Work = Callable[..., Awaitable[int | None]]


class Acting(msgspec.Struct, frozen=True, kw_only=True):
    """One person at work. ``study`` is that of the argument STUDY."""

    pool: Pool
    actor: Actor
    url: str
    study: StudyRow | None = None

    @property
    def study_id(self) -> uuid.UUID:
        """The study of the command.

        Raises
        ------
        LookupError
            The command has no argument STUDY.
        """
        if self.study is None:
            raise LookupError
        return self.study.study_id

    @property
    def whose(self) -> tuple[Pool, Actor, uuid.UUID]:
        """What every service of a study asks first."""
        return self.pool, self.actor, self.study_id

    def settings(self) -> Settings:
        """How the lab runs here: mail server and mailbox.

        Raises
        ------
        click.ClickException
            A variable cannot be read.
        """
        try:
            return Settings.from_environment({**os.environ, URL["lab"]: self.url}, "lab")
        except ValueError as error:
            raise unusable("cli-error-settings", error) from error


def lab_command(name: str, *, teaches: str, of_study: bool = True) -> Callable[[Work], click.Command]:
    """A command of somebody who signs in; ``teaches`` is the id of its help, ``of_study``: it has an argument STUDY."""

    def make(work: Work) -> click.Command:
        @functools.wraps(work)  # its options stand on it
        def call(*, sign_in_name: str | None, data: Path | None, wanted: str = "", **given: Any) -> int:
            shown = credentials(sign_in_name)
            with lab_database(data) as url, in_labs_words(_file_name(given)):
                done = asyncio.run(_act(url, shown, wanted if of_study else None, work, given))
            return DONE if done is None else done

        told = option("--data", type=click.Path(file_okay=False, path_type=Path), help="cli-option-data")(call)
        told = option("--as", "sign_in_name", metavar="NAME", help="cli-study-option-as")(told)
        if of_study:
            told = click.argument("wanted", metavar="STUDY")(told)
        return click.command(name, cls=TaughtCommand, help=teaches)(told)

    return make


def _file_name(given: dict[str, Any]) -> str:
    """The file that the command reads, if any: faults are told of it."""
    source = given.get("source")
    return source.name if isinstance(source, Path) else ""


async def _act(url: str, shown: Credentials, wanted: str | None, work: Work, given: dict[str, Any]) -> int | None:
    async with await open_pool(url, LAB, size=4) as pool, acting(pool, shown) as actor:
        study = None if wanted is None else await study_called(pool, actor, wanted)
        return await work(Acting(pool=pool, actor=actor, url=url, study=study), **given)


async def study_called(pool: Pool, actor: Actor, wanted: str) -> StudyRow:
    """The study of this name or id, of those on which the actor works.

    Raises
    ------
    click.ClickException
        There is none, or there are two of that name that differ in capitals alone.
    """
    known: list[StudyRow] = []
    number = 1
    while rows := (await studies.list_studies(pool, actor, number=number, size=LARGEST_SIZE)).items:
        known += rows
        number += 1
    exact = [one for one in known if wanted in (one.name, str(one.study_id))]
    near = [one for one in known if one.name.casefold() == wanted.casefold()]
    if len(exact) == 1 or len(near) == 1:
        return (exact or near)[0]
    if not known:
        raise click.ClickException(said("cli-study-none"))
    names = ", ".join(f'"{one.name}"' for one in known)
    raise click.ClickException(said("cli-study-unknown", study=wanted, studies=names))
