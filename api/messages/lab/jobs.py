"""Long work of the lab: what is asked, and what came of it."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Literal

import msgspec

from api.messages.lab.fieldwork import Imported
from testing_lab.findings import Finding

JobKind = Literal["letters", "replies", "plan"]
#: ``refused``: the service said no, and why; ``failed``: a fault of ours, three times.
JobState = Literal["waiting", "running", "done", "refused", "failed"]


class StoredRefusal(msgspec.Struct, frozen=True, kw_only=True):
    """Why a service refused, as data: it is told in the language of who reads it."""

    code: str
    facts: dict[str, str | int] = {}
    fields: dict[str, str] = {}
    findings: tuple[Finding, ...] = ()


class JobView(msgspec.Struct, frozen=True, kw_only=True):
    """A job. ``imported``: of replies that were read in; ``has_file``: there is something to save."""

    job_id: uuid.UUID
    kind: JobKind
    state: JobState
    made_at: dt.datetime
    ended_at: dt.datetime | None
    imported: Imported | None
    refusal: StoredRefusal | None
    has_file: bool


class JobMade(msgspec.Struct, frozen=True, kw_only=True):
    """Where the job is."""

    job_id: uuid.UUID
