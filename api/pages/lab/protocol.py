"""The protocol of a study: a form of seven parts."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

import msgspec
from litestar import get, post
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Refused, Unusable
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.protocols import SaveProtocol
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.lab.protocol import PartLink, ProtocolPage
from api.pages.lab.protocol_form import PARTS, Input, inputs_of, read_part
from api.pages.lab.tabs import study_tabs
from api.pages.notices import notice_of
from api.services.lab import protocols, studies
from api.services.pool import Pool
from api.web.session import session_of
from testing_lab.findings import Finding
from testing_lab.protocol.outcome_list import usual_outcomes


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """What was posted: every value of every input, and the button that was pressed."""

    typed: Mapping[str, Sequence[str]]

    def one(self, name: str) -> str:
        """The value of an input that has one."""
        return next((value.strip() for value in self.typed.get(name, ())), "")


async def read_posted(request: AnyRequest) -> Form:
    """The posted form, with several values where there are several."""
    posted = await request.form()
    return Form(
        typed={
            name: [value for value in posted.getall(name) if isinstance(value, str)] for name in dict.fromkeys(posted)
        }
    )


@get("/studies/{study_id:uuid}/protocol")
async def protocol_page(study_id: FromPath[uuid.UUID]) -> Html:
    """The first part."""
    return go(f"/studies/{study_id}/protocol/{PARTS[0]}")


@get("/studies/{study_id:uuid}/protocol/{part:str}")
async def part_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    part: FromPath[str],
) -> Html:
    """One part, as it was saved."""
    return show(request, await _page(request, pool, actor, study_id, part))


@post("/studies/{study_id:uuid}/protocol/{part:str}")
async def save_part(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    part: FromPath[str],
) -> Html:
    """Save the part; with ``more`` come empty lines in a table, with ``usual`` the usual outcomes."""
    form = await read_posted(request)
    kept, kept_version = await protocols.read_protocol(pool, actor, study_id)
    read, faults = read_part(_known(part), kept, form.typed)
    if read is None:
        page = await _page(request, pool, actor, study_id, part, form=form, faults=faults)
        return show(request, page, status=422)
    if form.one("usual"):
        codes = usual_outcomes(calls=read.design.kind == "mystery_call")
        read = msgspec.structs.replace(read, outcomes=msgspec.structs.replace(read.outcomes, codes=codes))
    version = form.one("version")
    asked = SaveProtocol(
        protocol=read,
        version=int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0,
        reason=form.one("reason"),
    )
    more = form.one("more")
    try:
        if read != kept or asked.version != kept_version or not more:
            await protocols.save_protocol(pool, actor, study_id, asked)
    except (Conflict, StudyRefused, FindingsRefused, Unusable) as refused:
        wrong = faults_of(refused)
        page = await _page(request, pool, actor, study_id, part, form=form, faults=wrong, refused=refused)
        return show(request, page, status=422 if isinstance(refused, FindingsRefused | Unusable) else 409)
    here = f"/studies/{study_id}/protocol/{part}"
    if more:
        return go(f"{here}?more={more}#{more}")
    onward = _next(part) if form.one("onward") else part
    return go(f"/studies/{study_id}/protocol/{onward}", "protocol_saved")


async def _page(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    part: str,
    *,
    form: Form | None = None,
    faults: Mapping[str, str] | None = None,
    refused: Refused | None = None,
) -> ProtocolPage:
    study = await studies.get_study(pool, actor, study_id)
    view = await protocols.get_protocol(pool, actor, study_id)
    inputs = inputs_of(
        _known(part),
        view.protocol,
        typed=None if form is None else form.typed,
        faults=faults,
        more_lines=request.query_params.get("more", ""),
        comma=session_of(request).language == "nl",
    )
    told = refused.findings if isinstance(refused, FindingsRefused) else ()
    # Of what could not be read nothing is saved: findings about the stored part would stand beside other words.
    here = [one for one in view.findings if one.path.split(".")[0] == part and not faults]
    at = by_place(here, inputs)
    placed = {id(one) for several in at.values() for one in several}
    return ProtocolPage(
        study=study,
        tabs=study_tabs(study, "protocol"),
        part=part,
        parts=part_links(study_id, part, view.findings),
        inputs=inputs,
        at=at,
        others=(*told, *(one for one in here if id(one) not in placed)),
        may_save=study.task == "lead" and bool(study.allowed & {"edit_protocol", "amend_protocol"}),
        amending=study.state != "draft",
        version=view.version,
        reason="" if form is None else form.one("reason"),
        size=await protocols.get_size(pool, actor, study_id) if part == "sampling" else None,
        faults=dict(faults or {}),
        refusal=said(request, refused) if refused is not None else "",
        notice=notice_of(request.query_params.get("done")),
    )


def _known(part: str) -> str:
    if part not in PARTS:
        raise NotFoundException
    return part


def _next(part: str) -> str:
    place = PARTS.index(part) + 1
    return PARTS[place] if place < len(PARTS) else part


def part_links(study_id: uuid.UUID, current: str, findings: Sequence[Finding]) -> tuple[PartLink, ...]:
    """The parts, with what was found in each."""
    return tuple(
        PartLink(
            name=part,
            href=f"/studies/{study_id}/protocol/{part}",
            current=part == current,
            errors=sum(one.path.split(".")[0] == part and one.level == "error" for one in findings),
            warnings=sum(one.path.split(".")[0] == part and one.level == "warning" for one in findings),
        )
        for part in PARTS
    )


def by_place(findings: Sequence[Finding], inputs: Sequence[Input]) -> dict[str, tuple[Finding, ...]]:
    """The findings beside the input that they are about, by its name."""
    places: dict[str, list[Finding]] = {}
    names = {one.path: one.name for one in inputs}
    names |= {cell.path: cell.name for one in inputs for row in one.rows for cell in row}
    for finding in findings:
        if finding.path in names:
            places.setdefault(names[finding.path], []).append(finding)
    return {name: tuple(several) for name, several in places.items()}


HANDLERS = (protocol_page, part_page, save_part)
