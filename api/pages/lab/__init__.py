"""Pages of the testing lab, in the manner of :mod:`api.pages`."""

from __future__ import annotations

from litestar import Router

from api.pages.accounts import HANDLERS as ACCOUNTS
from api.pages.lab.dispatch import HANDLERS as DISPATCH
from api.pages.lab.fieldwork import HANDLERS as FIELDWORK
from api.pages.lab.protocol import HANDLERS as PROTOCOL
from api.pages.lab.registration import HANDLERS as REGISTRATION
from api.pages.lab.replies import HANDLERS as REPLIES
from api.pages.lab.studies import HANDLERS as STUDIES
from api.pages.lab.study import HANDLERS as STUDY

HANDLERS = (*ACCOUNTS, *STUDIES, *STUDY, *PROTOCOL, *REGISTRATION, *FIELDWORK, *DISPATCH, *REPLIES)
ROUTERS: tuple[Router, ...] = (Router(path="/", include_in_schema=False, route_handlers=HANDLERS),)
