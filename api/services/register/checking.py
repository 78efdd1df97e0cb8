"""What a person typed about an offer, checked field by field, as it is stored."""

from __future__ import annotations

import datetime as dt
import math
import re
import uuid
from typing import Any, Final

import msgspec

from api.messages.faults import Unusable
from api.messages.register import OfferFields, Requirement
from api.services.register.wording import LONGEST_LINE, line, note_fault
from db.register.offer import OfferDetailRow, StoredFields

EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2100, 12, 31)
MOST_PLACES: Final = 1000
MOST_GUIDANCE_HOURS: Final = 40.0
MOST_HOURS: Final = 60
MOST_REQUIREMENTS: Final = 10
LONGEST_TEXT: Final = 5000
_CREBO: Final = re.compile(r"[0-9]{5}", re.ASCII)
_LINES: Final = ("title", "guidance_who", "pay")
_NOTES: Final = ("task", "promises", "recruitment_text")
_REQUIRED: Final = ("title", "guidance_who")


def stored_of(typed: OfferFields, owner: uuid.UUID) -> StoredFields:
    """The fields as they are stored; ``owner`` where none was named.

    Raises
    ------
    Unusable
        Every field that is wrong, with a code.
    """
    faults: dict[str, str] = {}
    lines = {name: line(getattr(typed, name)) for name in _LINES}
    notes = {name: getattr(typed, name).strip() for name in _NOTES}
    for name, value in lines.items():
        if not value and name in _REQUIRED:
            faults[name] = "missing"
        elif len(value) > LONGEST_LINE:
            faults[name] = "too_long"
        elif (fault := note_fault(value)) is not None:
            faults[name] = fault
    for name, value in notes.items():
        # A recruitment text is somebody else's: what is wrong in it is for the check of texts, not a reason to lose it.
        fault = note_fault(value, most=LONGEST_TEXT)
        if fault is not None and (name != "recruitment_text" or fault == "too_long"):
            faults[name] = fault
    if not 1 <= typed.places <= MOST_PLACES:
        faults["places"] = "out_of_range"
    if not (math.isfinite(typed.guidance_hours) and 0 < typed.guidance_hours <= MOST_GUIDANCE_HOURS):
        faults["guidance_hours"] = "guidance_range"
    if typed.days_per_week is not None and not 1 <= typed.days_per_week <= 5:
        faults["days_per_week"] = "out_of_range"
    if typed.hours_per_week is not None and not 1 <= typed.hours_per_week <= MOST_HOURS:
        faults["hours_per_week"] = "out_of_range"
    if any(not _CREBO.fullmatch(crebo) for crebo in typed.crebos):
        faults["crebos"] = "not_crebo"
    faults |= _period_faults(typed.start_date, typed.end_date)
    requirements = [Requirement(text=line(one.text), reason=line(one.reason)) for one in typed.requirements]
    requirements = [one for one in requirements if one.text or one.reason]
    if (fault := _requirements_fault(requirements)) is not None:
        faults["requirements"] = fault
    support = tuple(dict.fromkeys(line(one).lower() for one in typed.support_offered if one.strip()))
    if any(len(one) > LONGEST_LINE for one in support):
        faults["support_offered"] = "too_long"
    elif any(note_fault(one) for one in support):
        faults["support_offered"] = "says_diagnosis"
    if faults:
        raise Unusable(faults)
    as_typed: dict[str, Any] = {name: getattr(typed, name) for name in _AS_TYPED} | lines | notes
    return StoredFields(
        **as_typed,
        crebos=tuple(dict.fromkeys(typed.crebos)),
        weekdays=tuple(dict.fromkeys(typed.weekdays)),
        requirements=tuple({"text": one.text, "reason": one.reason} for one in requirements),
        support_offered=support,
        owner=typed.owner or owner,
    )


_AS_TYPED: Final = (
    "kind", "places", "start_date", "end_date", "days_per_week", "hours_per_week", "guidance_hours", "selection",
    "source", "contact_id",
)  # fmt: skip


def _period_faults(start: dt.date | None, end: dt.date | None) -> dict[str, str]:
    faults = {
        name: "out_of_range"
        for name, day in (("start_date", start), ("end_date", end))
        if day is not None and not EARLIEST <= day <= LATEST
    }
    if not faults and start is not None and end is not None and end < start:
        faults["end_date"] = "period_reversed"
    return faults


def _requirements_fault(requirements: list[Requirement]) -> str | None:
    if len(requirements) > MOST_REQUIREMENTS:
        return "too_long"
    if any(not one.text or not one.reason for one in requirements):
        return "requirement_reason"
    if any(max(len(one.text), len(one.reason)) > LONGEST_LINE for one in requirements):
        return "too_long"
    found = (note_fault(part) for one in requirements for part in (one.text, one.reason))
    return next((fault for fault in found if fault is not None), None)


def fields_of(row: OfferDetailRow) -> OfferFields:
    """The stored fields as a person reads and changes them."""
    facts = {name: getattr(row, name) for name in OfferFields.__struct_fields__}
    return msgspec.convert(facts, OfferFields, builtin_types=(uuid.UUID, dt.date))


def changed_names(before: OfferFields, after: OfferFields) -> tuple[str, ...]:
    """The fields that differ, in their order."""
    return tuple(name for name in OfferFields.__struct_fields__ if getattr(before, name) != getattr(after, name))
