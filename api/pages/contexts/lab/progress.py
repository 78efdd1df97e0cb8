"""The course of the fieldwork."""

from __future__ import annotations

from typing import ClassVar

from api.messages.lab.progress import ProgressView
from api.pages.contexts.lab.study import InStudy


class ProgressPage(InStudy, frozen=True, kw_only=True):
    """Counts, the balance of what was sent, and the monitor."""

    template: ClassVar[str] = "lab/progress.html"

    progress: ProgressView
