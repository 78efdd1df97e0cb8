"""A believable context for every page of the lab and its states."""

from __future__ import annotations

import datetime as dt
import uuid

from api.messages.lab.studies import MemberView, StudyRow, StudyView, Task
from api.messages.paging import PageOf
from api.pages.contexts.lab.studies import NewStudyPage, StudiesPage
from api.pages.contexts.lab.study import StudyPage
from api.pages.contexts.page import Page
from api.pages.lab.tabs import study_tabs
from api.pages.listing import Listing
from testing_lab.fieldwork.study_states import StudyState, allowed_in
from tests.pages import frameplan_samples, plan_samples

STUDY = uuid.UUID("0197c2f0-0000-7000-8000-00000000000a")
WHEN = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
STUDIES = (
    StudyRow(study_id=STUDY, name="Stages in de horeca, Utrecht 2027", state="draft", task="lead", created_at=WHEN),
    StudyRow(study_id=STUDY, name="Zorg 2026", state="running", task="coder", created_at=WHEN),
)
LISTING = Listing(path="/studies")

MEMBERS = (
    MemberView(account_id=STUDY, display_name="Bo Onderzoeker", sign_in_name="onderzoeker", task="lead"),
    MemberView(account_id=STUDY, display_name="Kim Codeur", sign_in_name="codeur-1", task="coder"),
)


def a_view(state: StudyState = "draft", task: Task = "lead") -> StudyView:
    return StudyView(
        study_id=STUDY, name=STUDIES[0].name, state=state, task=task, version=3, created_at=WHEN,
        allowed=allowed_in(state),
    )  # fmt: skip


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
    "lab-study": StudyPage(study=a_view(), tabs=study_tabs(a_view(), "overview"), members=MEMBERS),
    "lab-study-coder": StudyPage(
        study=a_view("running", "coder"), tabs=study_tabs(a_view("running", "coder"), "overview"), members=MEMBERS
    ),
    "lab-study-faults": StudyPage(
        study=a_view(), tabs=study_tabs(a_view(), "overview"), members=MEMBERS,
        values={"sign_in_name": "wie", "task": "coder"}, faults={"sign_in_name": "no_such_account"},
    ),
}  # fmt: skip
SAMPLES |= frameplan_samples.samples(a_view(), a_view(task="field"), a_view("running"))
SAMPLES |= plan_samples.samples(a_view("registered"), a_view("running"))
