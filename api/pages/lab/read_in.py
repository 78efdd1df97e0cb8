"""A study that was done elsewhere, from its file."""

from __future__ import annotations

from typing import Final

from litestar import get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.lab.faults import FindingsRefused
from api.messages.lab.results import FinishedStudy
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.lab.results import ReadInPage
from api.pages.forms import FormReader
from api.services.lab.finished_studies import LARGEST_FILE, read_in
from api.services.lab.studies import LONGEST_NAME
from api.services.permissions import require
from api.services.pool import Pool

#: The file and the form around it.
_LARGEST: Final = LARGEST_FILE + 64 * 1024


@get("/studies/read-in")
async def read_in_page(request: AnyRequest, actor: NamedDependency[Actor]) -> Html:
    """The form."""
    require(actor, "researcher")
    return show(request, ReadInPage())


@post("/studies/read-in", request_max_body_size=_LARGEST)
async def read_in_study(request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor]) -> Html:
    """Read the file, or show the form again with what is wrong."""
    require(actor, "researcher")
    fields = await request.form()
    form = FormReader(fields)
    name = form.words("name", most=LONGEST_NAME)
    upload = fields.get("file")
    if not isinstance(upload, UploadFile) or not upload.filename:
        form.faults["file"] = "file_missing"
    if form.faults or not isinstance(upload, UploadFile):
        return show(request, ReadInPage(values=form.values, faults=form.faults), status=422)
    try:
        study_id = await read_in(pool, actor, FinishedStudy(name=name), await upload.read())
    except FindingsRefused as refused:
        return show(request, ReadInPage(values=form.values, findings=refused.findings), status=422)
    except (Unusable, Conflict) as refused:
        page = ReadInPage(values=form.values, faults=faults_of(refused), refusal=said(request, refused))
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/studies/{study_id}/results", "study_read_in")


HANDLERS = (read_in_page, read_in_study)
