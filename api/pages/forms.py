"""Reading a form field by field, so that every mistake is told at once (a decoder stops at the first)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from litestar import Request

from api.services.clock import CLOCK

Choice = TypeVar("Choice", bound=str)


class FormReader:
    """``faults`` collects a code a field: ``missing``, ``too_long``, ``too_short``, ``not_date``,
    ``not_moment``, ``no_such_time``."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self.values = {key: value.strip() for key, value in fields.items() if isinstance(value, str)}
        self.values.pop("_csrf_token", None)
        self.faults: dict[str, str] = {}

    def words(self, name: str, *, least: int = 1, most: int) -> str:
        """A text of ``least`` to ``most`` characters."""
        value = self.values.get(name, "")
        if not value and least:
            self.faults[name] = "missing"
        elif len(value) < least:
            self.faults[name] = "too_short"
        elif len(value) > most:
            self.faults[name] = "too_long"
        return value

    def choice(self, name: str, choices: Sequence[Choice]) -> Choice:
        """One of the choices; the first where it is missing or another."""
        value = self.values.get(name, "")
        found = next((one for one in choices if one == value), None)
        if found is None:
            self.faults[name] = "not_a_choice" if value else "missing"
        return choices[0] if found is None else found

    def date(self, name: str) -> dt.date:
        """A date, ``yyyy-mm-dd`` as browsers send it or ``dd-mm-jjjj`` as people type it; today's zero where wrong."""
        value = self.values.get(name, "")
        if not value:
            self.faults[name] = "missing"
            return dt.date.min
        turned = "-".join(reversed(value.split("-"))) if value[2:3] == "-" else value
        try:
            return dt.date.fromisoformat(turned)
        except ValueError:
            self.faults[name] = "not_date"
            return dt.date.min

    def moment(self, name: str) -> dt.datetime:
        """A day and a time by the Dutch clock, ``yyyy-mm-ddThh:mm`` as browsers send it or ``dd-mm-jjjj hh:mm``.

        Where a time comes twice, when the clocks go back, the first is meant; one that never comes is a fault.
        """
        value = self.values.get(name, "")
        if not value:
            self.faults[name] = "missing"
            return dt.datetime.min.replace(tzinfo=dt.UTC)
        day, _, time = value.replace("T", " ").partition(" ")
        turned = "-".join(reversed(day.split("-"))) if day[2:3] == "-" else day
        try:
            typed = dt.datetime.fromisoformat(f"{turned} {time or 'x'}")
        except ValueError:
            self.faults[name] = "not_moment"
            return dt.datetime.min.replace(tzinfo=dt.UTC)
        meant = typed.replace(tzinfo=CLOCK) if typed.tzinfo is None else typed
        moment = meant.astimezone(dt.UTC)
        if moment.astimezone(CLOCK).replace(tzinfo=None) != typed.replace(tzinfo=None):
            self.faults[name] = "no_such_time"
        return moment


async def read_form(request: Request[Any, Any, Any]) -> FormReader:
    """The fields of a posted form."""
    return FormReader(await request.form())
