"""What keeps a study from doing harm, and how the fieldwork goes."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec


class Ethics(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Promises, each given by ticking its box, and what stands behind them.

    ``burden_minutes``: what one application costs an employer, in minutes. ``cool_down_days``: no second pair to an
    establishment within so many days. ``withdrawal_text_*``: sent after a positive answer, to both applicants' replies
    the same; ``withdrawal_hours``: within so many hours, at most 24. ``*_reference``: number or place of the document.
    ``retention_replies_days``, ``retention_key_days``: after the end of the fieldwork, raw replies and the key file are
    deleted after so many days. ``debrief``: what companies are told afterwards, and why so.
    """

    burden_minutes: float | None = None
    cool_down_days: int | None = None
    one_pair_per_establishment: bool = False
    withdrawal_text_nl: str = ""
    withdrawal_text_en: str = ""
    withdrawal_same_for_both: bool = False
    withdrawal_hours: int | None = None
    no_place_taken: bool = False
    no_real_identities: bool = False
    ethics_approval_reference: str = ""
    data_protection_reference: str = ""
    school_consent_reference: str = ""
    retention_replies_days: int | None = None
    retention_key_days: int | None = None
    no_company_named: bool = False
    no_use_as_evidence: bool = False
    debrief: str = ""


class Fieldwork(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``mail_domain``: the study's own. ``start``, ``end``: first and last day of sending or calling.

    Of mystery calls only: ``call_script`` with the request; ``recorded`` calls need a ``recording_basis``, and with
    consent the words that ask for it; ``second_listener``: a second person hears each call or its recording.
    """

    mail_domain: str = ""
    start: date | None = None
    end: date | None = None
    call_script: str = ""
    recorded: bool = False
    recording_basis: Literal["consent", "public_task", "legitimate_interest"] | None = None
    consent_text: str = ""
    second_listener: bool = False
