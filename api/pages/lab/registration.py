"""Gates and registration, and the files of a registered protocol."""

from __future__ import annotations

import asyncio
import uuid

from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Refused, Unusable
from api.messages.lab.faults import FindingsRefused
from api.messages.lab.protocols import TickGate
from api.pages.answering import AnyRequest, Html, faults_of, go, hand_over, said, show
from api.pages.contexts.lab.protocol import RegistrationPage
from api.pages.forms import read_form
from api.pages.lab.protocol import part_links
from api.pages.lab.tabs import study_tabs
from api.pages.notices import notice_of
from api.services.lab import protocol_files, registering, studies
from api.services.pool import Pool
from api.web.session import session_of
from testing_lab.findings import Finding
from testing_lab.protocol.gates import GATES


@get("/studies/{study_id:uuid}/registration")
async def registration_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """What still stands in the way, the gates, and what was registered."""
    return show(request, await _page(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/gates")
async def tick_gate(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Pass a gate, or take that back."""
    form = await read_form(request)
    gate = form.choice("gate", GATES)
    if form.values.get("action") == "untick":
        await registering.untick_gate(pool, actor, study_id, gate)
        return go(f"/studies/{study_id}/registration#gate-{gate}")
    evidence = form.words("evidence", most=registering.LONGEST_EVIDENCE)
    try:
        if form.faults:
            raise Unusable(form.faults)
        await registering.tick_gate(pool, actor, study_id, TickGate(gate=gate, evidence=evidence))
    except Unusable as refused:
        page = await _page(request, pool, actor, study_id, refused=refused, gate=gate, evidence=evidence)
        return show(request, page, status=422)
    return go(f"/studies/{study_id}/registration#gate-{gate}")


@post("/studies/{study_id:uuid}/registration")
async def register(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Freeze and hash the protocol."""
    try:
        await registering.register_study(pool, actor, study_id)
    except FindingsRefused as refused:
        page = await _page(request, pool, actor, study_id, refused=refused, findings=refused.findings)
        return show(request, page, status=422)
    except Conflict as refused:
        return show(request, await _page(request, pool, actor, study_id, refused=refused), status=409)
    return go(f"/studies/{study_id}/registration", "study_registered")


@get("/studies/{study_id:uuid}/registration/{name:str}")
async def protocol_file(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    name: FromPath[str],
) -> Response[bytes]:
    """The registered protocol as a file: ``protocol.json``, ``protocol.pdf`` or ``osf.json``."""
    language = session_of(request).language
    return hand_over(await protocol_files.protocol_file(pool, actor, study_id, name, language))


async def _page(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    refused: Refused | None = None,
    gate: str = "",
    evidence: str = "",
    findings: tuple[Finding, ...] = (),
) -> RegistrationPage:
    study, view = await asyncio.gather(
        studies.get_study(pool, actor, study_id), registering.get_registration(pool, actor, study_id)
    )
    may_change = study.task == "lead" and "edit_protocol" in study.allowed
    # Of a registered study only gates that an amendment opened again.
    may_tick = study.task == "lead" and bool(study.allowed & {"edit_protocol", "amend_protocol"})
    open_gates = tuple(one for one in view.gates if one.tick is None)
    errors = any(one.level == "error" for one in view.findings)
    return RegistrationPage(
        study=study,
        tabs=study_tabs(study, "registration"),
        view=view,
        parts=part_links(study_id, "", view.findings),
        open_gates=open_gates,
        may_change=may_change,
        may_tick=may_tick,
        may_register=may_change and not open_gates and not errors,
        evidence=evidence,
        gate_fault=gate,
        refused=findings,
        faults=faults_of(refused) if refused is not None else {},
        refusal=said(request, refused) if refused is not None else "",
        notice=notice_of(request.query_params.get("done")),
    )


HANDLERS = (registration_page, tick_gate, register, protocol_file)
