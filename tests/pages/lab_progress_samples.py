"""Believable contexts for the course of the fieldwork."""

from __future__ import annotations

import msgspec

from api.messages.lab.progress import OrderEffect, ProgressView, SentBalance, TemplateUse
from api.pages.contexts.lab.progress import ProgressPage
from api.pages.contexts.page import Page
from api.pages.lab.tabs import study_tabs
from testing_lab.fieldwork.monitor import Look, MonitorView
from testing_lab.fieldwork.study_states import StudyState
from tests.pages.lab_samples import a_view

FIXED = MonitorView(rule="fixed", decided=118, decision="go_on")
PROGRESS = ProgressView(
    planned=600, sent=412, answered=163, undeliverable=7, detected=2, response=0.4025,
    by_state={"planned": 180, "due": 8, "sent": 240, "replied": 121, "withdrawn": 42, "undeliverable": 7,
              "detected": 2},
    balance=SentBalance(
        majority_first=101, minority_first=103, p_value=0.944,
        templates=(TemplateUse(template="A", majority=104, minority=102),
                   TemplateUse(template="B", majority=102, minority=104)),
    ),
    pairs_planned=300, monitor=FIXED,
)  # fmt: skip
LOOKS = MonitorView(
    rule="alpha_spending", decided=118, decision="go_on", next_look_at=34,
    looks=(Look(look=1, discordant=17, only_majority=11, only_minority=6, lead_needed=None, crossed=False),),
)  # fmt: skip
E_PROCESS = MonitorView(
    rule="e_process", decided=118, decision="stop_majority_favoured", discordant=25, e_value=31.2, e_needed=20.0,
    p_anytime=0.0321,
)  # fmt: skip


def _page(progress: ProgressView, state: StudyState = "running") -> ProgressPage:
    study = a_view(state)
    return ProgressPage(study=study, tabs=study_tabs(study, "progress"), progress=progress)


SAMPLES: dict[str, Page] = {
    "lab-progress": _page(PROGRESS),
    "lab-progress-looks": _page(msgspec.structs.replace(PROGRESS, monitor=LOOKS)),
    "lab-progress-e": _page(msgspec.structs.replace(PROGRESS, monitor=E_PROCESS)),
    "lab-progress-unblinded": _page(
        msgspec.structs.replace(
            PROGRESS, monitor=None, order_effect=OrderEffect(majority_first=98, minority_first=99, p_value=0.41)
        ),
        "unblinded",
    ),
    "lab-progress-empty": _page(msgspec.structs.replace(PROGRESS, planned=0, monitor=None), "registered"),
}
