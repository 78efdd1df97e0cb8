"""What the two web applications have alike: the session in every request, headers, guards, error pages.

``api.app`` is the placing half and ``api.lab_app`` the lab: two processes at two addresses, each with the role of its
own half in the database. A page of one cannot be asked from the other.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from litestar import Litestar, Router, get
from litestar.config.app import AppConfig
from litestar.connection import ASGIConnection
from litestar.di import NamedDependency, Provide
from litestar.enums import ScopeType
from litestar.exceptions import NotFoundException
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.plugins import InitPlugin
from litestar.static_files import create_static_files_router
from litestar.types import LifeSpanReceive, LifeSpanScope, LifeSpanSend, Receive, Scope, Send

from api.messages.files import LARGEST_UPLOAD
from api.pages.contexts.accounts import ErrorPage
from api.pages.rendering import to_html
from api.services.health import ask_database
from api.services.pool import Pool
from api.settings import Settings
from api.web.csrf import csrf_guard
from api.web.errors import PROBLEM_RESPONSES, AnyRequest, exception_handlers
from api.web.headers import with_headers
from api.web.idempotency import IdempotencyMiddleware
from api.web.problems import Problem
from api.web.rate_limit import rate_limit_guard
from api.web.reference import ReferencePlugin
from api.web.session import (
    SessionContext,
    anonymous,
    provide_actor,
    provide_pool,
    provide_session,
    read_session,
    session_guard,
    session_of,
    settings_of,
)
from db.halves import Half
from db.pool import open_pool

STATIC: Final = Path(__file__).parent / "static"
#: What is no file is small; the two handlers that take files say so themselves.
LARGEST_BODY: Final = 1024 * 1024
#: Neither personal nor stored: answered without looking for a session.
WITHOUT_SESSION: Final = ("/static/", "/health")

#: Fields that people write in themselves: where a form comes too late, they get their words back.
TYPED: Final = (
    "name", "starts_on", "ends_on", "seed", "reason", "lock_reason", "removal_reason", "evidence", "source", "company",
    "text", "words", "received_on", "at", "again_reason", "decided_by", "unblind_reason", "title",
)  # fmt: skip
#: The same, of forms with as many inputs as a study has parts: a protocol, profiles, letters that were sent.
TYPED_BEGINNINGS: Final = (
    "question-", "design-", "outcomes-", "analysis-", "sampling-", "ethics-", "fieldwork-", "words.", "sector.",
    "sender.", "at.",
)  # fmt: skip


class Application(Litestar):
    """Litestar with the session in every request and the security headers on every answer, to unknown addresses too."""

    async def __call__(
        self, scope: Scope | LifeSpanScope, receive: Receive | LifeSpanReceive, send: Send | LifeSpanSend
    ) -> None:
        """Find out who asks, then route."""
        if scope["type"] == "lifespan" or scope["type"] != ScopeType.HTTP:
            await super().__call__(scope, receive, send)
            return
        settings: Settings = self.state.settings
        session: SessionContext | None = None
        state = scope.setdefault("state", {})
        if not scope["path"].startswith(WITHOUT_SESSION):
            headers = list(scope["headers"])
            try:
                session = await read_session(self.state.pool, settings, headers)
            except Exception as fault:  # whatever it is, session_guard raises it where it can be answered
                session, state["session_fault"] = anonymous(settings, headers), fault
            state["session"] = session
        await super().__call__(scope, receive, with_headers(scope, send, settings, session))  # type: ignore[arg-type]  # the type of scope decides that of send


async def no_nul(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """No file is called that, and the file system says so with an error of its own."""
    if "\0" in connection.url.path:
        raise NotFoundException


@get("/health", include_in_schema=False)
async def health(pool: NamedDependency[Pool]) -> dict[str, str]:
    """For whatever watches the server: 200 when the database answers too."""
    await ask_database(pool)
    return {"status": "ok"}


class DocumentedProblems(InitPlugin):
    """Every operation of the JSON API says in the OpenAPI document how it refuses."""

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        """Add the answers to the handlers of every router of the API."""
        for router in app_config.route_handlers:
            if isinstance(router, Router) and router.path.startswith("/api/"):
                for route in router.routes:
                    for handler in getattr(route, "route_handlers", []):
                        if isinstance(handler, HTTPRouteHandler):
                            handler.responses = {**PROBLEM_RESPONSES, **(handler.responses or {})}
        return app_config


def words_typed(form: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """What a person wrote himself in a form that came too late, in the order of the form: no passwords, no codes."""
    return tuple(
        (name, value)
        for name, value in form.items()
        if (name in TYPED or name.startswith(TYPED_BEGINNINGS)) and isinstance(value, str) and value.strip()
    )


def show_page(request: AnyRequest, problem: Problem) -> str:
    """The page of a problem."""
    session = session_of(request)
    typed: dict[str, object] = request.scope["state"].get("typed", {})
    page = ErrorPage(
        status=problem.status,
        title=problem.title,
        detail=problem.detail,
        incident=problem.incident or "",
        typed=words_typed(typed),
        path=request.url.path,
    )
    return to_html(
        page,
        language=session.language,
        csrf_token=session.csrf_token,
        actor=session.actor,
        path=request.url.path,
        half=settings_of(request).half,
    )


def build(
    settings: Settings,
    half: Half,
    routers: Sequence[Router],
    *,
    meanwhile: Callable[[Pool], Coroutine[None, None, None]] | None = None,
) -> Application:
    """The application; it opens its pool of connections when it starts and closes it when it stops.

    ``meanwhile`` runs beside the requests from start to stop.
    """

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        now: Settings = app.state.settings
        app.state.pool = await open_pool(now.database_url, half, size=now.pool_size)
        beside = None if meanwhile is None else asyncio.create_task(meanwhile(app.state.pool))
        try:
            yield
        finally:
            if beside is not None:
                beside.cancel()
                await asyncio.gather(beside, return_exceptions=True)
            await app.state.pool.close()

    app = Application(
        route_handlers=[
            *routers,
            health,
            create_static_files_router(path="/static", directories=[STATIC], guards=[no_nul]),
        ],
        lifespan=[lifespan],
        dependencies={
            "pool": Provide(provide_pool),
            "session": Provide(provide_session),
            "actor": Provide(provide_actor),
        },
        guards=[session_guard, rate_limit_guard, csrf_guard],
        middleware=[IdempotencyMiddleware(largest_body=LARGEST_UPLOAD)],
        exception_handlers=exception_handlers(show_page),
        request_max_body_size=LARGEST_BODY,
        openapi_config=OpenAPIConfig(
            title=settings.title,
            version="1",
            path="/schema",
            render_plugins=[ReferencePlugin(), JsonRenderPlugin()],
        ),
        plugins=[DocumentedProblems()],
        logging_config=None,
    )
    app.state.settings = settings
    return app
