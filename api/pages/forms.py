"""Reading a form field by field, so that every mistake is told at once (a decoder stops at the first)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar

from litestar import Request

Choice = TypeVar("Choice", bound=str)


class FormReader:
    """``faults`` collects a code a field: ``missing``, ``too_long``, ``too_short``, ``not_date``."""

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

    def choice(self, name: str, *choices: Choice) -> Choice:
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


async def read_form(request: Request[Any, Any, Any]) -> FormReader:
    """The fields of a posted form."""
    return FormReader(await request.form())
