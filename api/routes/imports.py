"""Files in: /api/v1/rounds/{round_id}/imports and /api/v1/imports/{import_id}."""

from __future__ import annotations

import uuid

from litestar import Response, Router, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, MultipartBody

from api.messages.accounts import Actor
from api.messages.faults import Unusable
from api.messages.files import LARGEST_UPLOAD, FileFormat
from api.messages.importing import ApplyImport, ImportKind, ImportView
from api.routes.attachments import attachment
from api.services import importing
from api.services.pool import Pool


@post(
    "/rounds/{round_id:uuid}/imports",
    summary="Preview a file",
    operation_id="preview_import",
    request_max_body_size=LARGEST_UPLOAD,
)
async def preview_import(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    kind: FromQuery[ImportKind],
    data: MultipartBody[UploadFile],
) -> ImportView:
    """Stage a CSV or XLSX file, sent as a form with one file. The answer says what applying it would do."""
    if not isinstance(data, UploadFile):
        raise Unusable({"file": "missing"})
    return await importing.preview(pool, actor, round_id, kind, data.filename or "", await data.read())


@get("/rounds/{round_id:uuid}/imports", summary="List imports of a round", operation_id="list_imports")
async def list_imports(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> tuple[ImportView, ...]:
    """Staged, applied and cancelled files, the newest first."""
    return await importing.list_imports(pool, actor, round_id)


@get("/imports/{import_id:uuid}", summary="Read an import", operation_id="get_import")
async def get_import(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], import_id: FromPath[uuid.UUID]
) -> ImportView:
    """One file with its report: counts, and every fault with its row, column and code."""
    return await importing.get_import(pool, actor, import_id)


@post("/imports/{import_id:uuid}/apply", summary="Apply an import", operation_id="apply_import", status_code=200)
async def apply_import(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    import_id: FromPath[uuid.UUID],
    data: JSONBody[ApplyImport],
) -> ImportView:
    """Put the file into the round: whole, or with ``take_good_rows`` the rows without a serious fault."""
    return await importing.apply(pool, actor, import_id, data)


@post("/imports/{import_id:uuid}/cancel", summary="Cancel an import", operation_id="cancel_import", status_code=200)
async def cancel_import(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], import_id: FromPath[uuid.UUID]
) -> ImportView:
    """Throw a staged file away."""
    return await importing.cancel(pool, actor, import_id)


@get("/imports/{import_id:uuid}/rejected", summary="Download the rejected rows", operation_id="rejected_rows")
async def rejected_rows(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    import_id: FromPath[uuid.UUID],
    file_format: FromQuery[FileFormat] = "csv",
) -> Response[bytes]:
    """The rows with a serious fault, in the columns of the file, and a column with the reasons."""
    return attachment(await importing.rejected_rows(pool, actor, import_id, file_format))


router = Router(
    path="/api/v1",
    tags=["imports"],
    route_handlers=[preview_import, list_imports, get_import, apply_import, cancel_import, rejected_rows],
)
