"""Files that come in: choose, look, take or leave."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import get_args

import msgspec
from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import FileRefused, Unusable
from api.messages.files import LARGEST_UPLOAD
from api.messages.importing import ApplyImport, ImportKind
from api.pages.answering import AnyRequest, Html, faults_of, format_of, go, hand_over, said, show
from api.pages.contexts.imports import ImportPage, ImportsPage
from api.pages.notices import notice_of
from api.pages.tabs import import_kinds, tabs_of
from api.services import importing, rounds
from api.services.files.rows import OFFER_HEADER, STUDENT_HEADER
from api.services.permissions import require
from api.services.pool import Pool

#: Faults on the page; the file with rejected rows has them all.
SHOWN_FAULTS = 200


@get("/rounds/{round_id:uuid}/imports")
async def imports_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """The form, and the files that came before."""
    return show(request, await _imports(request, pool, actor, round_id, request.query_params.get("kind", "")))


@post("/rounds/{round_id:uuid}/imports", request_max_body_size=LARGEST_UPLOAD)
async def stage_file(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """Keep the file apart and look at it; nothing in the round changes."""
    form = await request.form()
    upload, asked = form.get("file"), form.get("kind")
    kind = _kind(asked if isinstance(asked, str) else "", import_kinds(actor))
    if not isinstance(upload, UploadFile) or not upload.filename:
        page = await _imports(request, pool, actor, round_id, kind)
        return show(request, msgspec.structs.replace(page, faults={"file": "file_missing"}), status=422)
    try:
        staged = await importing.preview(pool, actor, round_id, kind, upload.filename, await upload.read())
    except (Unusable, FileRefused) as refused:
        page = await _imports(request, pool, actor, round_id, kind)
        again = msgspec.structs.replace(page, faults=faults_of(refused), refusal=said(request, refused))
        return show(request, again, status=422)
    return go(f"/imports/{staged.import_id}")


@get("/imports/{import_id:uuid}")
async def import_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], import_id: FromPath[uuid.UUID]
) -> Html:
    """What the file would do, or has done."""
    staged = await importing.get_import(pool, actor, import_id)
    report = staged.report
    hidden = max(0, len(report.faults) - SHOWN_FAULTS) + report.faults_left_off
    shown = msgspec.structs.replace(report, faults=report.faults[:SHOWN_FAULTS])
    return show(
        request,
        ImportPage(
            round=await rounds.get_round(pool, actor, staged.round_id),
            tabs=tabs_of(actor, staged.round_id, "imports"),
            staged=msgspec.structs.replace(staged, report=shown),
            columns=_in_order(column for row in report.sample for column in row),
            hidden_faults=hidden,
            notice=notice_of(request.query_params.get("done")),
        ),
    )


@post("/imports/{import_id:uuid}/apply")
async def apply_file(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], import_id: FromPath[uuid.UUID]
) -> Html:
    """Take the file, or its good rows. Where faults appeared since the preview, the page shows them."""
    form = await request.form()
    try:
        await importing.apply(pool, actor, import_id, ApplyImport(take_good_rows=form.get("take_good_rows") == "yes"))
    except FileRefused:
        return go(f"/imports/{import_id}")
    return go(f"/imports/{import_id}", "import_applied")


@post("/imports/{import_id:uuid}/cancel")
async def cancel_file(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], import_id: FromPath[uuid.UUID]
) -> Html:
    """Leave the file."""
    await importing.cancel(pool, actor, import_id)
    return go(f"/imports/{import_id}", "import_cancelled")


@get("/imports/{import_id:uuid}/rejected")
async def rejected_file(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], import_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """The rows that could not be taken, with a reason each."""
    return hand_over(await importing.rejected_rows(pool, actor, import_id, format_of(request)))


async def _imports(request: AnyRequest, pool: Pool, actor: Actor, round_id: uuid.UUID, asked: str) -> ImportsPage:
    require(actor, "coordinator", "service_point")
    kinds = import_kinds(actor)
    return ImportsPage(
        round=await rounds.get_round(pool, actor, round_id),
        tabs=tabs_of(actor, round_id, "imports"),
        kinds=kinds,
        chosen=_kind(asked, kinds),
        imports=await importing.list_imports(pool, actor, round_id),
        notice=notice_of(request.query_params.get("done")),
    )


def _kind(asked: str, kinds: tuple[ImportKind, ...]) -> ImportKind:
    """The kind asked for where it is one; else the first that this account may bring in."""
    return next((kind for kind in get_args(ImportKind) if kind == asked), kinds[0])


def _in_order(columns: Iterable[str]) -> tuple[str, ...]:
    """Columns in the order of the canonical files, unknown ones last: the database keeps none."""
    place = {name: number for number, name in enumerate((*STUDENT_HEADER, *OFFER_HEADER))}
    return tuple(sorted(set(columns), key=lambda name: (place.get(name, len(place)), name)))


HANDLERS = (imports_page, stage_file, import_page, apply_file, cancel_file, rejected_file)
