"""A new run: the policy editor, its live check, keeping and removing policies, and the button that starts.

Without JavaScript every button posts the whole form to the page itself, and the page comes back with it. With htmx the
buttons of the goals swap the editor, and typing posts to ``check``, whose answer is always 200: the same page, of
which only the messages are taken.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

import msgspec
from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.catalogue import text
from api.messages.accounts import Actor
from api.messages.faults import Conflict, Refused, Unusable
from api.messages.files import FileOut
from api.messages.policies import NewPolicy, PolicyView
from api.messages.runs import NewRun
from api.pages.answering import AnyRequest, Html, faults_of, go, hand_over, said, show
from api.pages.contexts.policies import Kept
from api.pages.contexts.runs import NewRunPage
from api.pages.notices import notice_of
from api.pages.policy_editor import editor_of, moved
from api.pages.policy_form import Typed, raw_of, read_typed, typed_of
from api.pages.tabs import tabs_of
from api.services import lottery, policies, rounds, runs
from api.services.permissions import require
from api.services.policy_words import tell
from api.services.pool import Pool
from api.web.session import session_of
from matching.policy import Policy

#: What the address says for our own policy, where another one is the default.
OWN = "own"


@get("/rounds/{round_id:uuid}/runs/new")
async def new_run_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """The editor with the policy that was asked for, else the default one."""
    require(actor, "coordinator")
    saved = await policies.list_policies(pool, actor, round_id)
    wanted = request.query_params.get("policy", "")
    default = None if wanted == OWN else policies.default_of(saved)
    begun = next((one for one in saved if str(one.policy_id) == wanted), default)
    typed = typed_of(begun.policy if begun else Policy())
    page = await _page(
        request, pool, actor, round_id, typed, saved=saved, chosen=str(begun.policy_id) if begun else OWN
    )
    return show(request, msgspec.structs.replace(page, notice=notice_of(request.query_params.get("done"))))


@post("/rounds/{round_id:uuid}/runs/new")
async def edit_or_start(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Response[str] | Response[bytes]:
    """Whatever button was pressed: change the policy, keep it, hand it over, or start a run with it."""
    require(actor, "coordinator")
    form = await request.form()
    fields = {key: value for key, value in form.items() if isinstance(value, str)}
    action = fields.get("action", "check")
    typed = read_typed(fields, [one for one in form.getall("groupings", []) if isinstance(one, str)])
    if action == "upload":
        return await _upload(request, pool, actor, round_id, form.get("file"))
    typed, told = moved(session_of(request).language, typed, action)
    page = await _page(request, pool, actor, round_id, typed, fields=fields, told=told)
    if action not in ("start", "save", "download"):
        return show(request, page)
    if page.editor.policy is None:
        refused = msgspec.structs.replace(page.editor, refused=True)
        return show(request, msgspec.structs.replace(page, editor=refused), status=422)
    try:
        if action == "download":
            return _handed_over(request, page.editor.policy, fields)
        if action == "save":
            return await _save(pool, actor, round_id, typed, fields)
        run = await runs.start_run(pool, actor, round_id, NewRun(policy=page.editor.policy))
    except (Unusable, Conflict) as refused_by:
        return show(
            request, _refused(request, page, refused_by), status=409 if isinstance(refused_by, Conflict) else 422
        )
    return go(f"/runs/{run.run_id}", "run_asked")


@post("/rounds/{round_id:uuid}/runs/new/check")
async def check_policy(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """The page as it would be with what is typed now; nothing is kept or started."""
    require(actor, "coordinator")
    form = await request.form()
    fields = {key: value for key, value in form.items() if isinstance(value, str)}
    typed = read_typed(fields, [one for one in form.getall("groupings", []) if isinstance(one, str)])
    typed, told = moved(session_of(request).language, typed, fields.get("action", ""))
    return show(request, await _page(request, pool, actor, round_id, typed, fields=fields, told=told))


@post("/rounds/{round_id:uuid}/policies/{policy_id:uuid}/remove")
async def remove_policy(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    policy_id: FromPath[uuid.UUID],
) -> Html:
    """Take a kept policy away."""
    await policies.remove_policy(pool, actor, policy_id)
    return go(f"/rounds/{round_id}/runs/new", "policy_removed")


async def _page(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    round_id: uuid.UUID,
    typed: Typed,
    *,
    saved: Sequence[PolicyView] | None = None,
    chosen: str = "",
    fields: Mapping[str, str] | None = None,
    told: str = "",
) -> NewRunPage:
    fields = fields or {}
    found = await rounds.get_round(pool, actor, round_id)
    saved = await policies.list_policies(pool, actor, round_id) if saved is None else saved
    groupings = await policies.list_groupings(pool, actor, round_id)
    language = session_of(request).language
    editor = editor_of(language, typed, groupings, places_known=bool(found.placed), told=told)
    for_school = policies.may_save_for_school(actor)
    asked = {name: fields[name][:200] for name in ("policy_name", "policy_scope", "policy_default") if name in fields}
    named = next((one for one in saved if str(one.policy_id) == chosen), None)
    if named is not None:
        asked = {
            "policy_name": named.name,
            "policy_scope": named.scope,
            "policy_default": "yes" if named.is_default else "",
        }
    return NewRunPage(
        round=found,
        lottery=(await lottery.get_lottery(pool, actor, round_id)).current,
        tabs=tabs_of(actor, round_id, "runs"),
        editor=msgspec.structs.replace(
            editor,
            values=editor.values | {"policy_name": "", "policy_scope": "round", "policy_default": ""} | asked,
            kept=tuple(_kept(one, for_school) for one in saved),
            chosen=chosen or fields.get("chosen", OWN)[:40],
            may_save_for_school=for_school,
        ),
    )


def _kept(one: PolicyView, for_school: bool) -> Kept:  # noqa: FBT001  # a fact about the asker
    return Kept(
        policy_id=one.policy_id,
        name=one.name,
        scope=one.scope,
        is_default=one.is_default,
        removable=one.scope == "round" or for_school,
        changed_by=one.changed_by,
        changed_at=one.changed_at,
    )


async def _save(
    pool: Pool, actor: Actor, round_id: uuid.UUID, typed: Typed, fields: Mapping[str, str]
) -> Response[str]:
    raw, _ = raw_of(typed)
    new = NewPolicy(
        name=fields.get("policy_name", ""),
        policy=raw,
        scope="school" if fields.get("policy_scope") == "school" else "round",
        is_default=fields.get("policy_default") == "yes",
    )
    kept = await policies.save_policy(pool, actor, round_id, new)
    return go(f"/rounds/{round_id}/runs/new?policy={kept.policy_id}", "policy_saved")


def _handed_over(request: AnyRequest, policy: Policy, fields: Mapping[str, str]) -> Response[bytes]:
    language = session_of(request).language
    name = " ".join(fields.get("policy_name", "").split())[:100]
    content = policies.as_file(policy, language, name).encode()
    file_name = "".join(sign if sign.isalnum() else "-" for sign in name) or text(language, "policy-file-name")
    return hand_over(FileOut(name=f"{file_name}.toml", media_type="application/toml", content=content))


async def _upload(request: AnyRequest, pool: Pool, actor: Actor, round_id: uuid.UUID, file: object) -> Html:
    language = session_of(request).language
    content = await file.read() if isinstance(file, UploadFile) else b""
    if not content:
        page = await _page(request, pool, actor, round_id, typed_of(Policy()))
        return show(request, msgspec.structs.replace(page, faults={"file": "file_missing"}), status=422)
    read = policies.read(content)
    if isinstance(read, Policy):
        told = text(language, "policy-told-loaded")
        return show(request, await _page(request, pool, actor, round_id, typed_of(read), told=told))
    page = await _page(request, pool, actor, round_id, typed_of(Policy()))
    faulty = msgspec.structs.replace(page.editor, read_faults=tuple(tell(language, fault) for fault in read))
    return show(request, msgspec.structs.replace(page, editor=faulty), status=422)


def _refused(request: AnyRequest, page: NewRunPage, refused: Refused) -> NewRunPage:
    """The page with why a service would not: the name of the policy is a field of its own here."""
    faults = {"policy_name" if name == "name" else name: code for name, code in faults_of(refused).items()}
    if "policy_name" in faults:
        faults["policy_name"] = "policy_name_length"
    return msgspec.structs.replace(page, faults=faults, refusal=said(request, refused))


HANDLERS = (new_run_page, edit_or_start, check_policy, remove_policy)
