"""Click commands whose help comes from the catalogue, in the reader's language.

``help`` of a command or option is a message id; it becomes text only when somebody asks for it, because the language
is known only then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from api.cli.reader import choose_language, said

if TYPE_CHECKING:
    from collections.abc import Callable

    Function = Callable[..., Any]


class TaughtOption(click.Option):
    """An option; ``help`` is a message id."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Flags and explanation for the list of options."""
        record = super().get_help_record(ctx)
        if record is None or self.help is None:
            return record
        text = said(self.help)
        return record[0], f"{text} {said('cli-required')}" if self.required else text


def option(*flags: str, help: str, **settings: Any) -> Callable[[Function], Function]:  # noqa: A002  # click's own word
    """``click.option`` with a message id as its help."""
    return click.option(*flags, cls=TaughtOption, help=help, **settings)


def _language_option() -> click.Option:
    def choose(_context: click.Context, _parameter: click.Parameter, value: Any) -> Any:
        if value is not None:
            choose_language(value)
        return value

    return TaughtOption(
        ["--language"],
        type=click.Choice(["nl", "en"]),
        is_eager=True,
        expose_value=False,
        callback=choose,
        help="cli-option-language",
    )


def _help_option() -> click.Option:
    def show(context: click.Context, _parameter: click.Parameter, value: Any) -> None:
        if value and not context.resilient_parsing:
            click.echo(context.get_help(), color=context.color)
            context.exit()

    # Not eager: --language must be read first, wherever it stands. Required options are checked after this one.
    return TaughtOption(
        ["--help"], is_flag=True, expose_value=False, is_eager=True, callback=show, help="cli-option-help"
    )


class TaughtCommand(click.Command):
    """A command; ``help`` is a message id whose text is shown line for line."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        super().__init__(name, **{**settings, "add_help_option": False})
        self.params += [_language_option(), _help_option()]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read ``--language`` before anything else, so that help and errors are in that language."""
        _read_language_first(args)
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line "Usage: ..."."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), said("cli-usage") + " ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the name of the command in that line."""
        pieces = [said("cli-usage-options")]
        for parameter in self.get_params(ctx):
            pieces.extend(parameter.get_usage_pieces(ctx))
        return pieces

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The lesson, with its examples."""
        _ = ctx
        formatter.write_paragraph()
        for line in said(self.help or "").splitlines():
            formatter.write(f"  {line}".rstrip() + "\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of options."""
        records = [record for parameter in self.get_params(ctx) if (record := parameter.get_help_record(ctx))]
        with formatter.section(said("cli-options")):
            formatter.write_dl(records)


def _read_language_first(arguments: list[str]) -> None:
    for here, following in zip(arguments, [*arguments[1:], ""], strict=False):
        value = following if here == "--language" else here.removeprefix("--language=")
        if here.startswith("--language") and value in ("nl", "en"):
            choose_language("en" if value == "en" else "nl")
