"""A group of commands, each a file of its own that is imported when it is called."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import click

from api.cli.reader import said
from api.cli.taught import TaughtCommand

if TYPE_CHECKING:
    from collections.abc import Mapping


class Commands(TaughtCommand, click.Group):
    """``files``: name of the command -> module in ``api.cli``. ``words`` goes before the name in the id of its text."""

    def __init__(self, *args: Any, files: Mapping[str, str], words: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.files = files
        self.words = words

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name, in the order in which a newcomer meets them."""
        _ = ctx
        return list(self.files)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        _ = ctx
        if cmd_name not in self.files:
            return None
        command = importlib.import_module(f"api.cli.{self.files[cmd_name]}").command
        return command if isinstance(command, click.Command) else None

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the name in the line of use."""
        return [*super().collect_usage_pieces(ctx), said("cli-usage-command")]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands first, then options."""
        with formatter.section(said("cli-commands")):
            formatter.write_dl([(name, said(f"cli-{self.words}{name}-short")) for name in self.files])
        super().format_options(ctx, formatter)
