"""Every page of the lab. Apart from the package itself, so that a context can use a module beside it."""

from __future__ import annotations

from litestar import Router

from api.pages.accounts import HANDLERS as ACCOUNTS
from api.pages.lab.calls import HANDLERS as CALLS
from api.pages.lab.coding import HANDLERS as CODING
from api.pages.lab.dispatch import HANDLERS as DISPATCH
from api.pages.lab.fieldwork import HANDLERS as FIELDWORK
from api.pages.lab.frame import HANDLERS as FRAME
from api.pages.lab.jobs import HANDLERS as JOBS
from api.pages.lab.keeping import HANDLERS as KEEPING
from api.pages.lab.plan import HANDLERS as PLAN
from api.pages.lab.profiles import HANDLERS as PROFILES
from api.pages.lab.progress import HANDLERS as PROGRESS
from api.pages.lab.protocol import HANDLERS as PROTOCOL
from api.pages.lab.read_in import HANDLERS as READ_IN
from api.pages.lab.registration import HANDLERS as REGISTRATION
from api.pages.lab.replies import HANDLERS as REPLIES
from api.pages.lab.results import HANDLERS as RESULTS
from api.pages.lab.sent_by_hand import HANDLERS as SENT_BY_HAND
from api.pages.lab.studies import HANDLERS as STUDIES
from api.pages.lab.study import HANDLERS as STUDY

ROUTERS: tuple[Router, ...] = (
    Router(
        path="/",
        include_in_schema=False,
        route_handlers=[
            *ACCOUNTS,
            *STUDIES,
            *STUDY,
            *PROTOCOL,
            *REGISTRATION,
            *FRAME,
            *PROFILES,
            *PLAN,
            *FIELDWORK,
            *DISPATCH,
            *JOBS,
            *SENT_BY_HAND,
            *CALLS,
            *REPLIES,
            *PROGRESS,
            *CODING,
            *RESULTS,
            *KEEPING,
            *READ_IN,
        ],
    ),
)
