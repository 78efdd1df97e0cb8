"""Studies, their people, protocol, gates and registration: /api/v1/studies."""

from __future__ import annotations

import uuid

import msgspec
from litestar import Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from api.messages.accounts import Actor
from api.messages.lab.protocols import ProtocolView, RegistrationView, SaveProtocol, TickGate
from api.messages.lab.studies import MemberView, NewMember, NewStudy, StudyRow, StudyView
from api.messages.paging import DEFAULT_SIZE, PageOf
from api.routes.pages import PageNumber, PageSize
from api.services.lab import members, protocols, registering, studies
from api.services.pool import Pool
from testing_lab.protocol.gates import Gate
from testing_lab.protocol.registration import Registration
from testing_lab.protocol.sample_size import SampleSize


class StudyMade(msgspec.Struct, frozen=True, kw_only=True):
    """Where the new study is."""

    study_id: uuid.UUID


@get("/", summary="List studies", operation_id="list_studies")
async def list_studies(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    page: PageNumber = 1,
    size: PageSize = DEFAULT_SIZE,
) -> PageOf[StudyRow]:
    """The studies on which the caller works, the newest first."""
    return await studies.list_studies(pool, actor, number=page, size=size)


@post("/", summary="Make a study", operation_id="create_study")
async def create_study(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], data: JSONBody[NewStudy]
) -> StudyMade:
    """A study with an empty draft; its maker leads it."""
    return StudyMade(study_id=await studies.create_study(pool, actor, data))


@get("/{study_id:uuid}", summary="Read a study", operation_id="get_study")
async def get_study(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> StudyView:
    """Where a study stands, and what its state allows."""
    return await studies.get_study(pool, actor, study_id)


@get("/{study_id:uuid}/members", summary="List the people of a study", operation_id="list_members")
async def list_members(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> tuple[MemberView, ...]:
    """Everybody who works on the study."""
    return await members.list_members(pool, actor, study_id)


@post("/{study_id:uuid}/members", summary="Let somebody join", operation_id="add_member", status_code=204)
async def add_member(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: JSONBody[NewMember],
) -> None:
    """One task for each person in a study."""
    await members.add_member(pool, actor, study_id, data)


@delete("/{study_id:uuid}/members/{account_id:uuid}", summary="Take a task away", operation_id="remove_member")
async def remove_member(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    account_id: FromPath[uuid.UUID],
) -> None:
    """What the person did stays, under his name."""
    await members.remove_member(pool, actor, study_id, account_id)


@get("/{study_id:uuid}/protocol", summary="Read the protocol", operation_id="get_protocol")
async def get_protocol(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> ProtocolView:
    """The protocol as it stands, with everything that was found in it."""
    return await protocols.get_protocol(pool, actor, study_id)


@put("/{study_id:uuid}/protocol", summary="Save the protocol", operation_id="save_protocol", status_code=204)
async def save_protocol(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: JSONBody[SaveProtocol],
) -> None:
    """Over the version that was read. Once registered, this is an amendment and needs a reason."""
    await protocols.save_protocol(pool, actor, study_id, data)


@get("/{study_id:uuid}/protocol/size", summary="Is the number enough", operation_id="get_size")
async def get_size(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> SampleSize:
    """Exact power of the registered test, of the whole and of parts."""
    return await protocols.get_size(pool, actor, study_id)


@get("/{study_id:uuid}/registration", summary="Read gates and registration", operation_id="get_registration")
async def get_registration(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> RegistrationView:
    """What stands in the way, who passed which gate, and the chain of hashes."""
    return await registering.get_registration(pool, actor, study_id)


@post("/{study_id:uuid}/registration", summary="Register the protocol", operation_id="register_study")
async def register_study(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Registration:
    """Freeze and hash it."""
    return await registering.register_study(pool, actor, study_id)


@post("/{study_id:uuid}/gates", summary="Pass a gate", operation_id="tick_gate", status_code=204)
async def tick_gate(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: JSONBody[TickGate],
) -> None:
    """Under the caller's own name, with what was seen and where it is kept."""
    await registering.tick_gate(pool, actor, study_id, data)


@delete("/{study_id:uuid}/gates/{gate:str}", summary="Take a tick back", operation_id="untick_gate")
async def untick_gate(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID], gate: FromPath[Gate]
) -> None:
    """While nothing is registered."""
    await registering.untick_gate(pool, actor, study_id, gate)


router = Router(
    path="/api/v1/studies",
    tags=["studies"],
    route_handlers=[
        list_studies,
        create_study,
        get_study,
        list_members,
        add_member,
        remove_member,
        get_protocol,
        save_protocol,
        get_size,
        get_registration,
        register_study,
        tick_gate,
        untick_gate,
    ],
)
