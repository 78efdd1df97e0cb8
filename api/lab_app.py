"""The web application of the testing lab: wiring only."""

from __future__ import annotations

from typing import Final

from api.application import Application, build
from api.pages.lab.routers import ROUTERS as PAGES
from api.routes import accounts
from api.routes.lab import calls, coding, fieldwork, frame, jobs, plan, progress, replies, results, studies
from api.services.passed import keep_removing
from api.settings import Settings
from db.halves import LAB

#: The JSON API.
API: Final = (
    accounts.router,
    studies.router,
    frame.router,
    plan.router,
    fieldwork.router,
    calls.router,
    replies.router,
    progress.router,
    coding.router,
    results.router,
    jobs.router,
)


def create_lab_app(settings: Settings) -> Application:
    """The application of the lab."""
    return build(settings, LAB, (*API, *PAGES), meanwhile=keep_removing)
