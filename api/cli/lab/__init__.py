"""``stagekans lab COMMAND``: the testing lab has a database, accounts and a website of its own."""

from __future__ import annotations

from typing import Final

import click

from api.cli.groups import Commands

#: name of the command -> module in ``api.cli``
COMMANDS: Final = {
    "migrate": "lab.migrate",
    "account": "lab.account",
    "serve": "lab.serve",
    "worker": "lab.worker",
    "sweep": "lab.sweep",
    "sign-in": "lab.sign_in",
    "sign-out": "lab.sign_out",
    "study": "lab.study",
}


@click.group(cls=Commands, files=COMMANDS, words="lab-", name="lab", help="cli-lab-help", no_args_is_help=True)
def command() -> None:
    """Everything that the lab does, from a terminal."""
