"""Days and moments as people type them, by the Dutch clock: the same reading as in the forms of the website."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from api.cli.reader import said

if TYPE_CHECKING:
    from api.pages.forms import FormReader


class Day(click.ParamType[dt.date]):
    """``2027-02-01`` or ``01-02-2027``."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day that was typed."""
        form = _form(value)
        day = form.date("it")
        return day if not form.faults else self.fail(_told(form), param, ctx)


class Moment(click.ParamType[dt.datetime]):
    """``2027-02-01 09:30`` or ``01-02-2027 09:30``; ``now``."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.datetime:
        """The moment that was typed."""
        if value in ("now", "nu"):
            return dt.datetime.now(dt.UTC)
        form = _form(value)
        moment = form.moment("it")
        return moment if not form.faults else self.fail(_told(form), param, ctx)


class Clock(click.ParamType[dt.time]):
    """``09:30``."""

    name = "clock"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.time:
        """The time of day that was typed."""
        try:
            return dt.time.fromisoformat(str(value)).replace(tzinfo=None, second=0, microsecond=0)
        except ValueError:
            self.fail(said("field-not-clock"), param, ctx)


def _form(value: Any) -> FormReader:
    from api.pages.forms import FormReader  # the website's libraries: only for who types a day

    return FormReader({"it": str(value)})


def _told(form: FormReader) -> str:
    return said(f"field-{form.faults['it']}".replace("_", "-"))
