"""Start the web server: granian, with as many processes as asked."""

from __future__ import annotations

import os
from typing import Final

import structlog
from granian import Granian
from granian.constants import Interfaces, Loops
from structlog.typing import Processor

from api.application import Application
from api.log_tracebacks import without_messages
from api.settings import Settings

#: One JSON object a line. A traceback goes in without values and messages: they may hold what is in the database.
LOG_PROCESSORS: Final[list[Processor]] = [
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    without_messages,
    structlog.processors.JSONRenderer(),
]


def serve(settings: Settings, host: str, port: int, workers: int = 1) -> None:
    """Serve until the process is told to stop (SIGINT, SIGTERM). Each of ``workers`` is a process with its own pool."""
    # The server's processes build the application themselves, from the environment.
    os.environ.update(settings.to_environment())
    Granian(
        "api.serve:lab_application" if settings.half == "lab" else "api.serve:application",
        factory=True,
        address=host,
        port=port,
        workers=workers,
        interface=Interfaces.ASGI,
        loop=Loops.asyncio,
        websockets=False,
        respawn_failed_workers=True,
        log_access=False,
        log_level="warning",  # type: ignore[arg-type]  # granian takes the name or its own enum
    ).serve()


def application() -> Application:
    """The application of one server process of the placing half."""
    from api.app import create_app

    structlog.configure(processors=LOG_PROCESSORS)
    return create_app(Settings.from_environment(os.environ))


def lab_application() -> Application:
    """The application of one server process of the lab."""
    from api.lab_app import create_lab_app

    structlog.configure(processors=LOG_PROCESSORS)
    return create_lab_app(Settings.from_environment(os.environ, "lab"))
