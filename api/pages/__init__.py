"""Pages: HTML beside the JSON of ``api.routes``. Every page has a typed context and works without JavaScript.

A handler reads the form, calls one service and renders one context. A form posts to the address that shows it: where
it is refused, the same page comes back with status 422 and what is wrong; where it works, a 303 leads on. htmx only
saves reloads: it takes its part (``hx-select``) from the same full pages.
"""

from __future__ import annotations

from litestar import Router

from api.pages.accounts import HANDLERS as ACCOUNTS
from api.pages.compare import HANDLERS as COMPARE
from api.pages.decisions import HANDLERS as DECISIONS
from api.pages.exports import HANDLERS as EXPORTS
from api.pages.fairness import HANDLERS as FAIRNESS
from api.pages.imports import HANDLERS as IMPORTS
from api.pages.letters import HANDLERS as LETTERS
from api.pages.lists import HANDLERS as LISTS
from api.pages.locks import HANDLERS as LOCKS
from api.pages.lottery import HANDLERS as LOTTERY
from api.pages.new_run import HANDLERS as NEW_RUN
from api.pages.register import HANDLERS as REGISTER
from api.pages.register_cases import HANDLERS as REGISTER_CASES
from api.pages.register_companies import HANDLERS as REGISTER_COMPANIES
from api.pages.register_offer import HANDLERS as REGISTER_OFFER
from api.pages.register_take import HANDLERS as REGISTER_TAKE
from api.pages.rounds import HANDLERS as ROUNDS
from api.pages.runs import HANDLERS as RUNS
from api.pages.text_checks import HANDLERS as TEXT_CHECKS

ROUTERS: tuple[Router, ...] = (
    Router(
        path="/",
        include_in_schema=False,
        route_handlers=[
            *ACCOUNTS,
            *ROUNDS,
            *LISTS,
            *LOCKS,
            *IMPORTS,
            *NEW_RUN,
            *RUNS,
            *COMPARE,
            *FAIRNESS,
            *DECISIONS,
            *LETTERS,
            *EXPORTS,
            *LOTTERY,
            *TEXT_CHECKS,
            *REGISTER,
            *REGISTER_OFFER,
            *REGISTER_COMPANIES,
            *REGISTER_CASES,
            *REGISTER_TAKE,
        ],
    ),
)
