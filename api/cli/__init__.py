"""The command line: ``stagekans COMMAND``; ``COMMANDS`` has them all.

Exit codes: 0 done; 1 something was found that must be put right; 2 unusable input or a wrong command; 3 stopped.
A command is a file of this folder and is imported when it is called: ``stagekans --help`` answers at once.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from api.cli.exit_codes import DONE, STOPPED, UNUSABLE
from api.cli.groups import Commands
from api.cli.reader import answer, choose_language, report, said

#: name of the command -> file of this folder
COMMANDS = {
    "demo": "demo",
    "serve": "serve",
    "worker": "worker",
    "migrate": "migrate",
    "account": "account",
    "import": "import_file",
    "match": "match",
    "verify": "verify",
    "compare": "compare",
    "what-if": "what_if",
    "sweep": "sweep",
    "trade-off": "trade_off",
    "lottery": "lottery",
    "check-text": "check_text",
    "statistics": "statistics",
    "lab": "lab",
}


def _name(parameter: click.Parameter | None) -> str:
    """What the line of use calls it: ``--out``, or ``FOLDER``."""
    if parameter is None:
        return ""
    return parameter.opts[0].upper() if isinstance(parameter, click.Argument) else parameter.opts[0]


def _usage_message(error: click.UsageError) -> str:
    """What is wrong with the command itself, in the reader's language."""
    match error:
        case click.MissingParameter():
            return said("cli-error-missing", what=_name(error.param))
        case click.NoSuchOption():
            return said("cli-error-no-option", what=error.option_name)
        case click.exceptions.NoSuchCommand():
            return said("cli-error-no-command", what=error.command_name)
        case click.BadParameter() if error.param is not None:
            return said("cli-error-value", what=_name(error.param), detail=error.message)
        case _:
            return said("cli-error-usage", detail=error.format_message())


def run(arguments: list[str]) -> int:
    """Run a command line; returns the exit code."""
    choose_language(None)
    try:
        outcome: Any = stagekans.main(arguments, prog_name="stagekans", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        answer(error.format_message())
        return UNUSABLE
    except click.UsageError as error:
        report(_usage_message(error), style="red")
        if error.ctx is not None:
            report(said("cli-error-see-help", command=error.ctx.command_path))
        return UNUSABLE
    except click.ClickException as error:
        report(error.format_message(), style="red")
        return UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        report(said("cli-stopped"))
        return STOPPED
    except BrokenPipeError:
        return STOPPED
    return outcome if isinstance(outcome, int) else DONE


@click.group(cls=Commands, files=COMMANDS, name="stagekans", help="cli-help", no_args_is_help=True)
def stagekans() -> None:
    """Everything that the product does, from a terminal."""


def main() -> None:
    """Entry point of the ``stagekans`` command."""
    sys.exit(run(sys.argv[1:]))
