"""Studies and who works on them."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec

from api.messages.lab.fieldwork import Alarms
from testing_lab.fieldwork.study_states import StudyAction, StudyState
from testing_lab.protocol.document import Kind

#: What somebody does in a study. A coder never sees who applied; so nobody has two tasks in one study.
Task = Literal["lead", "field", "coder"]


class NewStudy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A study to be made."""

    name: str


class StudyView(msgspec.Struct, frozen=True, kw_only=True):
    """Where a study stands, for one person. ``allowed``: what its state allows (testing_lab.fieldwork.study_states).

    ``kind``: what is sent, or that companies are called. ``alarms``: withdrawals that companies are owed; None for
    coders, who never see which replies are positive.
    """

    study_id: uuid.UUID
    name: str
    state: StudyState
    task: Task
    version: int
    created_at: dt.datetime
    allowed: frozenset[StudyAction]
    alarms: Alarms | None = None
    kind: Kind = "paired"


class MemberView(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who works on a study."""

    account_id: uuid.UUID
    display_name: str
    sign_in_name: str
    task: Task


class NewMember(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who is to work on a study."""

    sign_in_name: str
    task: Task


class StudyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A study in the list of one person."""

    study_id: uuid.UUID
    name: str
    state: StudyState
    task: Task
    created_at: dt.datetime
