"""Companies of the register: who works there, what was said, what is a double, and wishes that the law forbids."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec

from api.messages.register import ActionView, Channel, NewAction, OfferFields, OfferLine

#: Why two companies may be one.
SameReason = Literal["same_training_company_id", "same_kvk", "same_name_postcode", "same_name"]
#: The twelve grounds of Dutch equal-treatment law for work (AWGB, WGBL, WGBH/CZ, WOA, WOBOT).
Ground = Literal[
    "religion", "belief", "political_opinion", "race", "sex", "nationality", "sexual_orientation", "civil_status",
    "disability", "age", "working_hours", "contract_type",
]  # fmt: skip
CaseStep = Literal["told_not_allowed", "asked_again", "told_lead", "told_sbb", "reported", "other"]
CaseOutcome = Literal["withdrawn", "kept", "mistake"]


class NewCompany(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A company with its first establishment. ``anyway``: a person saw the companies that look alike."""

    name: str
    place: str = ""
    postcode4: str = ""
    kvk: str = ""
    training_company_id: str = ""
    establishment: str = ""
    anyway: bool = False


class EstablishmentView(msgspec.Struct, frozen=True, kw_only=True):
    """An establishment of a company."""

    establishment_id: uuid.UUID
    name: str
    postcode4: str | None
    place: str


class ContactFields(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Business data of somebody at a company; nothing else is kept. ``version`` of the contact that is changed."""

    name: str
    job: str = ""
    phone: str = ""
    email: str = ""
    version: int = 0


class ContactView(msgspec.Struct, frozen=True, kw_only=True):
    """A contact; removed after ``keep_until``."""

    contact_id: uuid.UUID
    name: str
    job: str
    phone: str
    email: str
    keep_until: dt.date
    version: int


class NewConversation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A talk with a company. ``action`` is what comes next."""

    kind: Channel
    held_on: dt.date
    note: str
    promise: str = ""
    contact_id: uuid.UUID | None = None
    action: NewAction | None = None


class ConversationView(msgspec.Struct, frozen=True, kw_only=True):
    """A talk, with who wrote it down."""

    conversation_id: uuid.UUID
    kind: Channel
    held_on: dt.date
    contact: str
    note: str
    promise: str
    recorded_by: str


class CompanyLine(msgspec.Struct, frozen=True, kw_only=True):
    """A company in a list. ``offers``: those of the register that have not lapsed."""

    company_id: uuid.UUID
    name: str
    place: str
    kvk: str | None
    training_company_id: str | None
    offers: int
    last_talk: dt.date | None


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """An establishment that a person may mean. ``label`` is unique and can be typed."""

    establishment_id: uuid.UUID
    label: str


class SameView(msgspec.Struct, frozen=True, kw_only=True):
    """A company that looks like another, why, and one of its establishments."""

    company_id: uuid.UUID
    establishment_id: uuid.UUID | None
    name: str
    place: str
    postcode4: str | None
    reason: SameReason


class MergeView(msgspec.Struct, frozen=True, kw_only=True):
    """A double that was put together with this company."""

    merge_id: uuid.UUID
    name: str
    merged_by: str
    merged_at: dt.datetime


class CaseLine(msgspec.Struct, frozen=True, kw_only=True):
    """A case in a list. ``offer_number`` empty: it is about every offer of the company."""

    request_id: uuid.UUID
    number: int
    company_id: uuid.UUID
    company: str
    offer_number: int | None
    ground: Ground
    opened_by: str
    opened_at: dt.datetime
    outcome: CaseOutcome | None


class CompanyFull(msgspec.Struct, frozen=True, kw_only=True):
    """One company with all that is known about it. ``same``: others that look like it."""

    company_id: uuid.UUID
    name: str
    kvk: str | None
    training_company_id: str | None
    establishments: tuple[EstablishmentView, ...]
    contacts: tuple[ContactView, ...]
    conversations: tuple[ConversationView, ...]
    actions: tuple[ActionView, ...]
    offers: tuple[OfferLine, ...]
    cases: tuple[CaseLine, ...]
    same: tuple[SameView, ...]
    merges: tuple[MergeView, ...]


class MergeCompanies(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Put ``merged_id`` together with ``kept_id``, which stays."""

    kept_id: uuid.UUID
    merged_id: uuid.UUID


class NewCase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A wish that the law forbids. ``words``: what was asked, as near as can be; nothing about a student.

    ``registered_offer_id`` empty: every offer of the company is blocked.
    """

    company_id: uuid.UUID
    ground: Ground
    words: str
    channel: Channel = "call"
    registered_offer_id: uuid.UUID | None = None


class NewStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that was done in a case."""

    step: CaseStep
    words: str = ""


class CloseCase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``words`` at least ten characters."""

    outcome: CaseOutcome
    words: str


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """A step, when and by whom."""

    step: CaseStep
    words: str
    taken_by: str
    taken_at: dt.datetime


class CaseFull(msgspec.Struct, frozen=True, kw_only=True):
    """One case. ``blocked_offers``: what it blocks in the register and in rounds."""

    case: CaseLine
    channel: Channel
    words: str
    registered_offer_id: uuid.UUID | None
    closing_words: str
    closed_by: str
    closed_at: dt.datetime | None
    steps: tuple[StepView, ...]
    blocked_registered: int
    blocked_in_rounds: int
    may_close: bool
    may_undo: bool


class GroundCount(msgspec.Struct, frozen=True, kw_only=True):
    """Cases of a year on one ground; ``ground`` None: the grounds that are too few to tell apart, together."""

    ground: Ground | None
    cases: int


class CaseFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Figures about cases under the small-number rule. ``total`` None: fewer than ``least``."""

    year: int
    least: int
    total: int | None
    grounds: tuple[GroundCount, ...]


class QuickEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A call and the offer that came of it, in one go: whole or not at all.

    Either ``establishment_id`` or ``company`` says where. ``note`` becomes a talk of today, by the offer's ``source``.
    """

    offer: OfferFields
    establishment_id: uuid.UUID | None = None
    company: NewCompany | None = None
    contact: ContactFields | None = None
    note: str = ""
    promise: str = ""
    action: NewAction | None = None
