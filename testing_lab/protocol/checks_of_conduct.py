"""Does the study harm nobody, and is its fieldwork possible?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from testing_lab.findings import Finding
from testing_lab.protocol.call_script import script_findings
from testing_lab.protocol.checking import better_filled, filled, needed, promised, unused

if TYPE_CHECKING:
    from testing_lab.protocol.document import Protocol

#: "Polite withdrawal within 24 h of a positive reply": no real place is held.
LATEST_WITHDRAWAL: Final = 24

#: "A cool-down (e.g. 6-12 months)": half a year.
SHORT_COOL_DOWN: Final = 180

#: More minutes of an establishment than this, for all that one vacancy gets, ask for a word of explanation: our choice.
HIGH_BURDEN: Final = 30

#: Raw replies name people: kept for more than a year, someone should say why. Our choice.
LONG_RETENTION: Final = 365

_DOMAIN: Final = re.compile(r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")

#: Mailboxes of everyone: never the study's own.
PROVIDERS: Final = frozenset({
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.nl", "live.nl", "live.com", "yahoo.com",
    "yahoo.nl", "icloud.com", "kpnmail.nl", "ziggo.nl", "xs4all.nl", "planet.nl", "hetnet.nl", "proton.me",
    "protonmail.com", "gmx.net",
})  # fmt: skip

Facts = dict[str, str | int | float]


def ethics_findings(protocol: Protocol) -> Iterator[Finding]:
    """Burden, cool-down, withdrawal, promises, references, retention."""
    given, design = protocol.ethics, protocol.design
    letters = design.kind != "mystery_call"
    yield from needed("ethics.burden_minutes", given.burden_minutes, least=0.1, most=480)
    minutes = (given.burden_minutes or 0.0) * design.applications_per_vacancy
    if minutes > HIGH_BURDEN:
        facts: Facts = {"minutes": round(minutes, 1), "most": HIGH_BURDEN}
        yield Finding(path="ethics.burden_minutes", code="burden_high", level="warning", facts=facts)
    yield from needed("ethics.cool_down_days", given.cool_down_days, least=0, most=3650)
    if given.cool_down_days is not None and 0 <= given.cool_down_days < SHORT_COOL_DOWN:
        facts = {"days": given.cool_down_days, "least": SHORT_COOL_DOWN}
        yield Finding(path="ethics.cool_down_days", code="cool_down_short", level="warning", facts=facts)
    yield from promised("ethics.one_pair_per_establishment", given.one_pair_per_establishment)
    if letters:
        yield from _withdrawal(protocol)
    if given.withdrawal_hours is not None and not 1 <= given.withdrawal_hours <= LATEST_WITHDRAWAL:
        facts = {"hours": given.withdrawal_hours, "most": LATEST_WITHDRAWAL}
        yield Finding(path="ethics.withdrawal_hours", code="withdrawal_late", facts=facts)
    yield from promised("ethics.no_real_identities", given.no_real_identities)
    yield from filled("ethics.ethics_approval_reference", given.ethics_approval_reference)
    yield from filled("ethics.data_protection_reference", given.data_protection_reference)
    # A school stands behind applications of trainees, not behind every call.
    asked = filled if letters else better_filled
    yield from asked("ethics.school_consent_reference", given.school_consent_reference)
    yield from needed("ethics.retention_replies_days", given.retention_replies_days, least=1, most=3650)
    yield from needed("ethics.retention_key_days", given.retention_key_days, least=1, most=3650)
    if (given.retention_replies_days or 0) > LONG_RETENTION:
        facts = {"days": given.retention_replies_days or 0, "most": LONG_RETENTION}
        yield Finding(path="ethics.retention_replies_days", code="retention_long", level="warning", facts=facts)
    if 0 < (given.retention_key_days or 0) < (given.retention_replies_days or 0):
        facts = {"key": given.retention_key_days or 0, "replies": given.retention_replies_days or 0}
        yield Finding(path="ethics.retention_key_days", code="key_before_replies", facts=facts)
    yield from promised("ethics.no_company_named", given.no_company_named)
    yield from promised("ethics.no_use_as_evidence", given.no_use_as_evidence)
    yield from better_filled("ethics.debrief", given.debrief)


def _withdrawal(protocol: Protocol) -> Iterator[Finding]:
    given = protocol.ethics
    yield from filled("ethics.withdrawal_text_nl", given.withdrawal_text_nl)
    yield from filled("ethics.withdrawal_text_en", given.withdrawal_text_en)
    if given.withdrawal_text_nl.strip() and given.withdrawal_text_nl.strip() == given.withdrawal_text_en.strip():
        yield Finding(path="ethics.withdrawal_text_en", code="withdrawal_not_translated", level="warning")
    yield from promised("ethics.withdrawal_same_for_both", given.withdrawal_same_for_both)
    yield from filled("ethics.withdrawal_hours", given.withdrawal_hours)
    yield from promised("ethics.no_place_taken", given.no_place_taken)


def fieldwork_findings(protocol: Protocol) -> Iterator[Finding]:
    """Dates, mail domain, calls."""
    given = protocol.fieldwork
    calls = protocol.design.kind == "mystery_call"
    yield from _of_calls(protocol) if calls else _of_letters(protocol)
    yield from filled("fieldwork.start", given.start)
    yield from filled("fieldwork.end", given.end)
    if given.start is not None and given.end is not None and given.end < given.start:
        facts: Facts = {"start": given.start.isoformat(), "end": given.end.isoformat()}
        yield Finding(path="fieldwork.end", code="dates_reversed", facts=facts)


def _of_letters(protocol: Protocol) -> Iterator[Finding]:
    given = protocol.fieldwork
    domain = given.mail_domain.strip().lower()
    yield from filled("fieldwork.mail_domain", domain)
    if domain in PROVIDERS:
        yield Finding(path="fieldwork.mail_domain", code="mail_domain_of_provider", facts={"domain": domain})
    elif domain and not _DOMAIN.fullmatch(domain):
        yield Finding(path="fieldwork.mail_domain", code="mail_domain_wrong", facts={"domain": domain})
    yield from unused(
        protocol.design.kind,
        fieldwork__call_script=given.call_script,
        fieldwork__recorded=given.recorded,
        fieldwork__recording_basis=given.recording_basis,
        fieldwork__consent_text=given.consent_text,
        fieldwork__second_listener=given.second_listener,
    )


def _of_calls(protocol: Protocol) -> Iterator[Finding]:
    given = protocol.fieldwork
    yield from unused("mystery_call", fieldwork__mail_domain=given.mail_domain)
    yield from filled("fieldwork.call_script", given.call_script)
    if given.call_script.strip():
        yield from script_findings(given.call_script)
    if given.recorded:
        yield from filled("fieldwork.recording_basis", given.recording_basis)
        if given.recording_basis == "consent":
            yield from filled("fieldwork.consent_text", given.consent_text)
    elif given.recording_basis is not None:
        yield Finding(path="fieldwork.recorded", code="recording_contradicts", facts={"basis": given.recording_basis})
    if not given.second_listener:
        yield Finding(path="fieldwork.second_listener", code="second_listener_missing", level="warning")
