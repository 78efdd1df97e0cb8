"""The web application of the placing half: wiring only."""

from __future__ import annotations

from typing import Final

from api.application import Application, build
from api.pages import ROUTERS as PAGES
from api.routes import (
    accounts,
    comparing,
    explaining,
    imports,
    locks,
    lottery,
    policies,
    register,
    register_companies,
    rounds,
    runs,
    text_checks,
)
from api.settings import Settings
from db.halves import PLACING

#: The JSON API.
API: Final = (
    accounts.router,
    rounds.router,
    imports.router,
    locks.router,
    runs.router,
    comparing.router,
    explaining.router,
    lottery.router,
    policies.router,
    text_checks.router,
    register.router,
    register_companies.router,
)


def create_app(settings: Settings) -> Application:
    """The application of the placing half."""
    return build(settings, PLACING, (*API, *PAGES))
