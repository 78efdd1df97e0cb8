"""Pages: HTML beside the JSON of ``api.routes``. Every page has a typed context and works without JavaScript.

A handler reads the form, calls one service and renders one context. A form posts to the address that shows it: where
it is refused, the same page comes back with status 422 and what is wrong; where it works, a 303 leads on. htmx only
saves reloads: it takes its part (``hx-select``) from the same full pages.
"""

from __future__ import annotations

from litestar import Router

from api.pages import accounts, decisions, exports, imports, lists, rounds, runs

ROUTERS: tuple[Router, ...] = (
    Router(
        path="/",
        include_in_schema=False,
        route_handlers=[
            *accounts.HANDLERS,
            *rounds.HANDLERS,
            *lists.HANDLERS,
            *imports.HANDLERS,
            *runs.HANDLERS,
            *decisions.HANDLERS,
            *exports.HANDLERS,
        ],
    ),
)
