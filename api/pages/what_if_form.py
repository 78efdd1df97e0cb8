"""The form of a what-if: from what was typed to changes, with every mistake at its field."""

from __future__ import annotations

from typing import Final, get_args

import msgspec

from api.pages.forms import FormReader
from matching.changes import RELAXABLE, Changes, MorePlaces, MoreTravel, NewOffer, PolicyChange, RelaxedRule
from matching.policy import GoalName

#: Rows for offers with more places.
MORE_ROWS: Final = (1, 2, 3)
#: Orders of goals to choose from.
ORDERS: Final = (
    "placed,satisfaction",
    "placed,worst_off,satisfaction",
    "placed,worst_off",
    "worst_off,satisfaction",
    "satisfaction,placed",
)
_MOST_PLACES, _MOST_MINUTES = 10_000, 600


def read_changes(form: FormReader) -> Changes:
    """What the form asks. Read ``form.faults`` before using it."""
    more = tuple(found for row in MORE_ROWS if (found := _more(form, row)) is not None)
    minutes = _number(form, "travel_minutes", _MOST_MINUTES)
    rules_crebo = form.values.get("rules_crebo") or None
    order = form.values.get("goals", "")
    if order and order not in ORDERS:
        form.faults["goals"] = "not_a_choice"
    goals: tuple[GoalName, ...] = tuple(goal for goal in order.split(",") if goal in get_args(GoalName))  # type: ignore[misc]  # membership proves the Literal
    new = _new_offer(form)
    for name in ("travel_crebo", "rules_crebo"):
        _crebo(form, name)
    if form.faults:
        return Changes()
    changes = Changes(
        more_places=more,
        new_offers=() if new is None else (new,),
        closed_offers=tuple(
            dict.fromkeys(line.strip() for line in form.values.get("closed_offers", "").splitlines() if line.strip())
        ),
        more_travel=(MoreTravel(minutes=minutes, crebo=form.values.get("travel_crebo") or None),) if minutes else (),
        relaxed_rules=tuple(
            RelaxedRule(rule=rule, crebo=rules_crebo) for rule in RELAXABLE if form.values.get(f"rule_{rule}")
        ),
        only_recognised=bool(form.values.get("only_recognised")),
        policy=PolicyChange(goals=goals) if order else None,
    )
    return _checked(form, changes)


def field_of(fault: str) -> str:
    """The field of the form for a fault of the service: ``more_places.2.offer_id`` is ``more_2_offer_id``."""
    kind, _, rest = fault.partition(".")
    number, _, column = rest.partition(".")
    if kind == "more_places":
        return f"more_{number}_{column}"
    if kind == "new_offers":
        return "new_offer_id" if column == "offer_id" else "new_crebo"
    fields = {"closed_offers": "closed_offers", "more_travel": "travel_crebo", "relaxed_rules": "rules_crebo"}
    return fields.get(kind, "goals" if kind == "policy" else "changes")


def _checked(form: FormReader, changes: Changes) -> Changes:
    """Lengths and the like, by the rules that the words themselves have."""
    for name, value in (("closed_offers", {"closed_offers": changes.closed_offers}),):
        try:
            msgspec.convert(value, Changes)
        except msgspec.ValidationError:
            form.faults[name] = "too_long"
    return changes


def _more(form: FormReader, row: int) -> MorePlaces | None:
    offer_id, places = f"more_{row}_offer_id", f"more_{row}_places"
    named = form.words(offer_id, least=0, most=80)
    count = _number(form, places, _MOST_PLACES)
    if not named and not form.values.get(places):
        return None
    for name, value in ((offer_id, named), (places, form.values.get(places))):
        if not value:
            form.faults[name] = "missing"
    return MorePlaces(offer_id=named, places=count) if named and count else None


def _new_offer(form: FormReader) -> NewOffer | None:
    fields = ("new_offer_id", "new_places", "new_crebo")
    if not any(form.values.get(name) for name in (*fields, "new_place")):
        return None
    for name in fields:
        if not form.values.get(name):
            form.faults[name] = "missing"
    _crebo(form, "new_crebo")
    offer_id, place = form.words("new_offer_id", most=80), form.words("new_place", least=0, most=200)
    count = _number(form, "new_places", _MOST_PLACES)
    if form.faults:
        return None
    return NewOffer(offer_id=offer_id, places=count, crebos=(form.values["new_crebo"],), place=place)


def _number(form: FormReader, name: str, most: int) -> int:
    """A whole number from 1; 0 where nothing or something wrong was typed."""
    typed = form.values.get(name, "")
    if not typed:
        return 0
    if not (typed.isascii() and typed.isdigit()):
        form.faults[name] = "not_number"
        return 0
    if len(typed) > 6 or not 1 <= int(typed) <= most:
        form.faults[name] = "out_of_range"
        return 0
    return int(typed)


def _crebo(form: FormReader, name: str) -> None:
    typed = form.values.get(name, "")
    if typed and not (typed.isascii() and typed.isdigit() and len(typed) == 5):
        form.faults[name] = "not_crebo"
