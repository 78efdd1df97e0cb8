"""Long work that somebody waits for."""

from __future__ import annotations

from typing import ClassVar

from api.messages.lab.jobs import JobView
from api.pages.contexts.lab.study import InStudy
from testing_lab.findings import Finding


class JobPage(InStudy, frozen=True, kw_only=True):
    """How a job stands. ``onward``: where its result is; ``found``: why it was refused, point by point."""

    template: ClassVar[str] = "lab/job.html"

    job: JobView
    onward: str
    found: tuple[Finding, ...] = ()
