"""The offer register: what companies offer all year round, in no round yet or in several."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec

from matching.instance import Weekday

OfferKind = Literal["internship", "apprenticeship", "work_experience", "trial_placement", "taster_day"]
#: How we met, and how a talk went.
Channel = Literal["call", "visit", "event", "mail", "website", "other"]
#: How the company meets who comes: placed at once, a profile without a name, or a meeting after the decision.
Selection = Literal["direct", "profile", "meeting"]
#: What a person decides about an offer.
Stage = Literal["new", "checked", "live", "lapsed"]
#: What people see: the stage, and what follows from live placements and from the calendar.
RegisterStatus = Literal["new", "checked", "live", "reserved", "filled", "lapsed"]
RegisterSort = Literal["number", "company", "due"]
DueFilter = Literal["", "overdue", "week"]


class Requirement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that is asked of who comes, and why the work needs it."""

    text: str
    reason: str


class OfferFields(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a person says about an offer. ``guidance_hours`` a week; ``support_offered``: words as students have."""

    kind: OfferKind
    title: str
    places: int
    guidance_who: str
    guidance_hours: float
    task: str = ""
    crebos: tuple[str, ...] = ()
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    weekdays: tuple[Weekday, ...] = ()
    days_per_week: int | None = None
    hours_per_week: int | None = None
    requirements: tuple[Requirement, ...] = ()
    support_offered: tuple[str, ...] = ()
    pay: str = ""
    selection: Selection = "direct"
    source: Channel = "call"
    promises: str = ""
    recruitment_text: str = ""
    contact_id: uuid.UUID | None = None
    owner: uuid.UUID | None = None
    """Who looks after it; whoever enters it where empty."""


class NewAction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody will do, by a day. ``owner`` empty: whoever says so."""

    words: str
    due_on: dt.date
    owner: uuid.UUID | None = None


class NewRegisteredOffer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An offer to enter at an establishment that is known."""

    establishment_id: uuid.UUID
    offer: OfferFields
    action: NewAction | None = None


class ChangeRegisteredOffer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``version`` is the one that the change was made to; an older one is refused."""

    version: int
    offer: OfferFields


class MoveOffer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """To another stage. ``reason`` is needed to let an offer lapse."""

    to: Stage
    reason: str = ""


class ActionView(msgspec.Struct, frozen=True, kw_only=True):
    """An action. ``offer_number`` and ``title`` where it is about one offer."""

    action_id: uuid.UUID
    company_id: uuid.UUID
    company: str
    registered_offer_id: uuid.UUID | None
    offer_number: int | None
    title: str
    words: str
    owner: uuid.UUID
    owner_name: str
    due_on: dt.date
    done_by: str
    done_at: dt.datetime | None


class CopyView(msgspec.Struct, frozen=True, kw_only=True):
    """A copy of an offer in a round, with the live placements on it. ``differs``: the offer was changed since."""

    round_id: uuid.UUID
    round_name: str
    offer_id: str
    places: int
    placed: int
    status: str
    differs: bool


class HistoryView(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened. ``facts`` as the log has them."""

    at: dt.datetime
    who: str
    kind: str
    facts: dict[str, str | int | bool | None]


class OfferLine(msgspec.Struct, frozen=True, kw_only=True):
    """An offer in the list. ``promised``: places that rounds have; ``placed``: live placements."""

    registered_offer_id: uuid.UUID
    number: int
    company_id: uuid.UUID
    company: str
    place: str
    kind: OfferKind
    title: str
    crebos: tuple[str, ...]
    places: int
    promised: int
    placed: int
    status: RegisterStatus
    blocked: bool
    start_date: dt.date | None
    end_date: dt.date | None
    owner_name: str
    due_on: dt.date | None


class OfferFull(msgspec.Struct, frozen=True, kw_only=True):
    """One offer with all that is known about it."""

    registered_offer_id: uuid.UUID
    number: int
    version: int
    company_id: uuid.UUID
    company: str
    establishment_id: uuid.UUID
    establishment: str
    postcode4: str | None
    place: str
    fields: OfferFields
    contact: str
    owner_name: str
    stage: Stage
    stage_before: Stage | None
    status: RegisterStatus
    blocked: bool
    case_id: uuid.UUID | None
    promised: int
    placed: int
    unverified: tuple[str, ...]
    """Crebos for which no recognition of the establishment was ever checked."""
    copies: tuple[CopyView, ...]
    actions: tuple[ActionView, ...]
    history: tuple[HistoryView, ...]
    changed_by: str
    changed_at: dt.datetime

    @property
    def free(self) -> int:
        """Places that no round has and no placement holds."""
        return max(0, self.fields.places - self.promised)


class RegisterFilter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``search`` looks in company, title and number. ``owner``: an account; ``due``: an action is (over)due."""

    search: str = ""
    status: Literal["", "new", "checked", "live", "reserved", "filled", "lapsed", "blocked"] = ""
    kind: Literal["", "internship", "apprenticeship", "work_experience", "trial_placement", "taster_day"] = ""
    crebo: str = ""
    place: str = ""
    owner: uuid.UUID | None = None
    due: DueFilter = ""
    sort: RegisterSort = "number"
    descending: bool = True


class OwnerView(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who looks after offers."""

    account_id: uuid.UUID
    name: str


class TakeOffers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Offers to take into a round."""

    registered_offer_ids: tuple[uuid.UUID, ...]


class TakenView(msgspec.Struct, frozen=True, kw_only=True):
    """What taking offers into a round did."""

    taken: int
    renewed: int
    unchanged: int
