"""A believable context for every page of the lab and its states."""

from __future__ import annotations

import datetime as dt
import uuid

from api.messages.lab.studies import StudyRow
from api.messages.paging import PageOf
from api.pages.contexts.lab.studies import NewStudyPage, StudiesPage
from api.pages.contexts.page import Page
from api.pages.listing import Listing

STUDY = uuid.UUID("0197c2f0-0000-7000-8000-00000000000a")
WHEN = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
STUDIES = (
    StudyRow(study_id=STUDY, name="Stages in de horeca, Utrecht 2027", state="draft", task="lead", created_at=WHEN),
    StudyRow(study_id=STUDY, name="Zorg 2026", state="running", task="coder", created_at=WHEN),
)
LISTING = Listing(path="/studies")

SAMPLES: dict[str, Page] = {
    "lab-studies": StudiesPage(
        studies=PageOf(items=STUDIES, number=1, size=50, total=2), listing=LISTING, may_create=True
    ),
    "lab-studies-empty": StudiesPage(
        studies=PageOf(items=(), number=1, size=50, total=0), listing=LISTING, may_create=True
    ),
    "lab-studies-coder": StudiesPage(
        studies=PageOf(items=(), number=1, size=50, total=0), listing=LISTING, may_create=False
    ),
    "lab-new-study": NewStudyPage(values={"name": "x"}, faults={"name": "too_long"}),
}
