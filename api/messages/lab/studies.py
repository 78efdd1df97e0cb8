"""Studies and who works on them."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec

#: What somebody does in a study. A coder never sees who applied; so nobody has two tasks in one study.
Task = Literal["lead", "field", "coder"]


class NewStudy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A study to be made."""

    name: str


class StudyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A study in the list of one person."""

    study_id: uuid.UUID
    name: str
    state: str
    task: Task
    created_at: dt.datetime
