"""The result of a run as a file."""

from __future__ import annotations

import uuid

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.pages.answering import AnyRequest, format_of, hand_over
from api.services import exporting
from api.services.pool import Pool


@get("/runs/{run_id:uuid}/export")
async def export_file(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], run_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """All students of the run, with proposal, decision and reason."""
    return hand_over(await exporting.export_run(pool, actor, run_id, format_of(request)))


HANDLERS = (export_file,)
