"""Replies: they come in, and a person says where the unclear ones belong."""

from __future__ import annotations

import uuid

from litestar import get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Refused, Unusable
from api.messages.files import LARGEST_UPLOAD
from api.messages.lab.faults import StudyRefused
from api.messages.lab.fieldwork import Assigned, Imported
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.lab.fieldwork import RepliesPage
from api.pages.forms import FormReader, read_form
from api.pages.lab.jobs import go_to_job
from api.pages.lab.tabs import study_tabs
from api.pages.listing import SIZE, Listing, page_number
from api.pages.notices import notice_of
from api.services.lab import jobs, replies, studies
from api.services.lab.imap_folder import MailboxClosed
from api.services.lab.log_words import LONGEST_REASON
from api.services.lab.telling import words_of
from api.services.pool import Pool
from api.web.session import session_of, settings_of


@get("/studies/{study_id:uuid}/fieldwork/replies")
async def replies_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """What waits for a person."""
    return show(request, await _page(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/fieldwork/replies", request_max_body_size=LARGEST_UPLOAD)
async def import_replies(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Read in a file, or what is new in the mailbox. The page that comes back counts, and says what was odd."""
    form = await request.form()
    upload = form.get("file")
    try:
        if form.get("action") == "fetch":
            done = await replies.fetch(pool, actor, study_id, settings_of(request).mailbox)
        elif isinstance(upload, UploadFile) and upload.filename:
            content = await upload.read()
            if jobs.is_large(content):
                return go_to_job(study_id, await jobs.ask_replies(pool, actor, study_id, content))
            done = await replies.import_file(pool, actor, study_id, content)
        else:
            raise Unusable({"file": "file_missing"})
    except (Unusable, StudyRefused) as refused:
        page = await _page(request, pool, actor, study_id, refused=refused)
        return show(request, page, status=422 if isinstance(refused, Unusable) else 409)
    if isinstance(done, MailboxClosed):
        words = words_of(done, session_of(request).language)
        return show(request, await _page(request, pool, actor, study_id, refusal=words), status=409)
    unread = any(one.path == "file" for one in done.findings)
    return show(request, await _page(request, pool, actor, study_id, imported=done), status=422 if unread else 200)


@post("/studies/{study_id:uuid}/fieldwork/replies/{reply_id:uuid}")
async def place_reply(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    reply_id: FromPath[uuid.UUID],
) -> Html:
    """Say where a reply belongs, or set it aside."""
    form = await read_form(request)
    aside = form.values.get("action") == "set_aside"
    if aside:
        asked = Assigned(reason=form.words("reason", most=LONGEST_REASON))
    else:
        asked = Assigned(dispatch_id=form.words("dispatch_id", most=50))
    refused: Refused | None = None
    if not form.faults:
        try:
            await replies.assign(pool, actor, study_id, reply_id, asked)
        except (Unusable, StudyRefused, Conflict) as fault:
            refused = fault
        else:
            return go(f"/studies/{study_id}/fieldwork/replies", "reply_set_aside" if aside else "reply_assigned")
    page = await _page(request, pool, actor, study_id, form=form, refused=refused, chosen=str(reply_id))
    return show(request, page, status=409 if isinstance(refused, StudyRefused | Conflict) else 422)


async def _page(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    form: FormReader | None = None,
    refused: Refused | None = None,
    refusal: str = "",
    imported: Imported | None = None,
    chosen: str = "",
) -> RepliesPage:
    path = f"/studies/{study_id}/fieldwork/replies"
    loose = await replies.list_loose(pool, actor, study_id, number=page_number(request.query_params), size=SIZE)
    aside = await replies.list_loose(pool, actor, study_id, set_aside=True)
    not_judged = await replies.list_not_judged(pool, actor, study_id)
    study = await studies.get_study(pool, actor, study_id)
    return RepliesPage(
        study=study,
        tabs=study_tabs(study, "fieldwork"),
        not_judged=not_judged,
        loose=loose,
        listing=Listing(path=path),
        aside=aside,
        mailbox=settings_of(request).mailbox is not None,
        imported=imported,
        chosen=chosen,
        values={} if form is None else form.values,
        faults=(form.faults if form else {}) | (faults_of(refused) if refused else {}),
        refusal=refusal or (said(request, refused) if refused else ""),
        notice=notice_of(request.query_params.get("done")),
    )


HANDLERS = (replies_page, import_replies, place_reply)
