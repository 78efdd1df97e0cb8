"""A believable context for the page of a job, in each of its states."""

from __future__ import annotations

import uuid

from api.messages.lab.fieldwork import Imported, ImportFinding
from api.messages.lab.jobs import JobKind, JobState, JobView, StoredRefusal
from api.pages.contexts.lab.jobs import JobPage
from api.pages.contexts.page import Page
from testing_lab.findings import Finding
from tests.pages.lab_fieldwork_samples import STUDY, TABS, VIEW, WHEN


def a_job(kind: JobKind, state: JobState, **more: object) -> JobPage:
    ended = None if state in ("waiting", "running") else WHEN
    facts = {"imported": None, "refusal": None, "has_file": False} | more
    job = JobView(
        job_id=uuid.UUID(int=5), kind=kind, state=state, made_at=WHEN, ended_at=ended, **facts  # type: ignore[arg-type]  # as given
    )  # fmt: skip
    found = job.refusal.findings if job.refusal else ()
    told = "Er ontbreekt nog iets." if job.refusal else ""
    return JobPage(
        study=VIEW, tabs=TABS, job=job, onward=f"/studies/{STUDY}/fieldwork", found=found, refusal=told
    )  # fmt: skip


_LACKS = Finding(path="sampling.pairs", code="frame-sector-outside", facts={"sector": "zorg", "number": 3})
SAMPLES: dict[str, Page] = {
    "lab-job-waits": a_job("letters", "waiting"),
    "lab-job-runs": a_job("replies", "running"),
    "lab-job-made-letters": a_job("letters", "done", has_file=True),
    "lab-job-read-replies": a_job(
        "replies", "done",
        imported=Imported(
            matched=812, automatic=40, bounces=3, loose=5, known=1,
            findings=(ImportFinding(path="message 7", code="mail-unreadable", facts={"why": "ValueError"}),),
        ),
    ),
    "lab-job-drew": a_job("plan", "done"),
    "lab-job-refused": a_job("plan", "refused", refusal=StoredRefusal(code="findings_refused", findings=(_LACKS,))),
    "lab-job-failed": a_job("replies", "failed"),
}  # fmt: skip
