"""The protocol of a study as the fieldwork needs it."""

from __future__ import annotations

import msgspec

from db.lab.studies import StudyRow
from testing_lab.protocol.document import Protocol


def protocol_of(row: StudyRow) -> Protocol:
    """The protocol as it stands: the draft, or what was registered last."""
    return msgspec.convert(row.protocol, Protocol)


def withdrawal_text(protocol: Protocol) -> str:
    """The one text with which both applicants withdraw: letters are in Dutch."""
    return protocol.ethics.withdrawal_text_nl.strip() or protocol.ethics.withdrawal_text_en.strip()
