"""Pages of the testing lab, in the manner of :mod:`api.pages`."""

from __future__ import annotations

from litestar import Router

from api.pages.accounts import HANDLERS as ACCOUNTS
from api.pages.lab.frame import HANDLERS as FRAME
from api.pages.lab.plan import HANDLERS as PLAN
from api.pages.lab.profiles import HANDLERS as PROFILES
from api.pages.lab.studies import HANDLERS as STUDIES
from api.pages.lab.study import HANDLERS as STUDY

ROUTERS: tuple[Router, ...] = (
    Router(path="/", include_in_schema=False, route_handlers=[*ACCOUNTS, *STUDIES, *STUDY, *FRAME, *PROFILES, *PLAN]),
)
