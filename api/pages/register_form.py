"""The forms of the register: from fields to an offer and back."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from typing import Final, TypeVar, get_args

from api.messages.register import (
    Channel,
    NewAction,
    OfferFields,
    OfferFull,
    OfferKind,
    OwnerView,
    Requirement,
    Selection,
    Stage,
)
from api.pages.contexts.register import RegisterTab, RegisterTabName
from api.pages.forms import FormReader
from api.services.register.lifecycle import MOVES
from matching.instance import Weekday

KINDS: Final[tuple[OfferKind, ...]] = get_args(OfferKind)
CHANNELS: Final[tuple[Channel, ...]] = get_args(Channel)
SELECTIONS: Final[tuple[Selection, ...]] = get_args(Selection)
WEEKDAYS: Final[tuple[Weekday, ...]] = get_args(Weekday)
#: Pairs of what is asked and why on the form.
REQUIREMENTS: Final = 3
_ADDRESSES: Final[dict[RegisterTabName, str]] = {
    "offers": "/register",
    "today": "/register/today",
    "companies": "/register/companies",
    "cases": "/register/cases",
}
Choice = TypeVar("Choice", bound=str)


def register_tabs(current: RegisterTabName) -> tuple[RegisterTab, ...]:
    """The parts of the register, left to right."""
    return tuple(RegisterTab(name=name, href=href, current=name == current) for name, href in _ADDRESSES.items())


def moves_of(stage: Stage) -> tuple[Stage, ...]:
    """Where an offer may go, forward first."""
    return MOVES[stage]


def _chosen(form: FormReader, name: str, choices: tuple[Choice, ...]) -> Choice:
    """One of the choices; the first where the form does not have the field."""
    return form.choice(name, choices) if form.values.get(name) else choices[0]


def _day(form: FormReader, name: str) -> dt.date | None:
    return form.date(name) if form.values.get(name) else None


def _whole(form: FormReader, name: str, *, required: bool = False) -> int | None:
    typed = form.values.get(name, "")
    if not typed:
        if required:
            form.faults[name] = "missing"
        return None
    if not re.fullmatch(r"[0-9]{1,6}", typed, re.ASCII):
        form.faults[name] = "not_number"
        return None
    return int(typed)


def _hours(form: FormReader, name: str) -> float:
    typed = form.values.get(name, "")
    if not typed:
        form.faults[name] = "missing"
    elif not re.fullmatch(r"[0-9]{1,3}([.,][0-9]{1,2})?", typed, re.ASCII):
        form.faults[name] = "hours_a_week"
    else:
        return float(typed.replace(",", "."))
    return 0.0


def _list(form: FormReader, name: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[,;|\n]+", form.values.get(name, "")) if part.strip())


def _id(form: FormReader, name: str) -> uuid.UUID | None:
    typed = form.values.get(name, "")
    try:
        return uuid.UUID(typed) if typed else None
    except ValueError:
        form.faults[name] = "not_a_choice"
        return None


def offer_of(form: FormReader) -> OfferFields:
    """The offer that a form describes; ``form.faults`` says what is wrong."""
    pairs = (
        Requirement(
            text=form.values.get(f"requirement_{number}", ""),
            reason=form.values.get(f"requirement_{number}_reason", ""),
        )
        for number in range(1, REQUIREMENTS + 1)
    )
    return OfferFields(
        kind=_chosen(form, "kind", KINDS),
        title=form.words("title", most=200),
        places=_whole(form, "places", required=True) or 0,
        guidance_who=form.words("guidance_who", most=200),
        guidance_hours=_hours(form, "guidance_hours"),
        task=form.values.get("task", ""),
        crebos=tuple(part.strip() for part in re.split(r"[\s,;|]+", form.values.get("crebos", "")) if part),
        start_date=_day(form, "start_date"),
        end_date=_day(form, "end_date"),
        weekdays=tuple(day for day in WEEKDAYS if form.values.get(f"weekday_{day}")),
        days_per_week=_whole(form, "days_per_week"),
        hours_per_week=_whole(form, "hours_per_week"),
        requirements=tuple(pair for pair in pairs if pair.text or pair.reason),
        support_offered=_list(form, "support_offered"),
        pay=form.values.get("pay", ""),
        selection=_chosen(form, "selection", SELECTIONS),
        source=_chosen(form, "source", CHANNELS),
        promises=form.values.get("promises", ""),
        recruitment_text=form.values.get("recruitment_text", ""),
        contact_id=_id(form, "contact_id"),
        owner=_id(form, "owner"),
    )


def action_of(form: FormReader) -> NewAction | None:
    """What comes next, where the form says so."""
    if not form.values.get("next_action"):
        return None
    return NewAction(words=form.words("next_action", most=300), due_on=form.date("due_on"))


def values_of(offer: OfferFull) -> dict[str, str]:
    """The fields of a form that shows this offer."""
    typed = offer.fields
    values = {
        name: "" if value is None else str(value)
        for name in (
            "kind", "title", "places", "guidance_who", "task", "start_date", "end_date", "days_per_week",
            "hours_per_week", "pay", "selection", "source", "promises", "recruitment_text", "contact_id", "owner",
        )
        if (value := getattr(typed, name)) is not None
    }  # fmt: skip
    values["guidance_hours"] = f"{typed.guidance_hours:g}".replace(".", ",")
    values["crebos"] = ", ".join(typed.crebos)
    values["support_offered"] = ", ".join(typed.support_offered)
    values |= {f"weekday_{day}": "yes" for day in typed.weekdays}
    for number, pair in enumerate(typed.requirements, 1):
        values |= {f"requirement_{number}": pair.text, f"requirement_{number}_reason": pair.reason}
    values["version"] = str(offer.version)
    return values


def shown(name: str, value: str, owners: tuple[OwnerView, ...]) -> str:
    """A field of a form as people read it in a comparison."""
    if name == "owner":
        return next((one.name for one in owners if str(one.account_id) == value), value)
    return value
