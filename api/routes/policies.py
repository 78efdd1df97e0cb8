"""Policies: /api/v1/rounds/{id}/policies and /api/v1/policies."""

from __future__ import annotations

import uuid

from litestar import Response, Router, delete, get, post
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, JSONBody

from api.messages.accounts import Actor
from api.messages.policies import NewPolicy, PolicyCheck, PolicyToCheck, PolicyView
from api.services import policies
from api.services.pool import Pool


@get("/rounds/{round_id:uuid}/policies", summary="List policies of a round", operation_id="list_policies")
async def list_policies(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> tuple[PolicyView, ...]:
    """What can be chosen for a run: policies of the round, then those of the school."""
    return await policies.list_policies(pool, actor, round_id)


@post("/rounds/{round_id:uuid}/policies", summary="Save a policy", operation_id="save_policy", status_code=200)
async def save_policy(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    data: JSONBody[NewPolicy],
) -> PolicyView:
    """Keep a policy under a name; one of the same name is replaced. Faults come by field: ``policy.<key>``."""
    return await policies.save_policy(pool, actor, round_id, data)


@post(
    "/rounds/{round_id:uuid}/policies/validate",
    summary="Check a policy",
    operation_id="validate_policy",
    status_code=200,
)
async def validate_policy(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    round_id: FromPath[uuid.UUID],
    data: JSONBody[PolicyToCheck],
) -> PolicyCheck:
    """Every fault of a policy (JSON or TOML) with its key, and in sentences what a right one says. Saves nothing."""
    return await policies.check(pool, actor, round_id, data)


@get("/policies/{policy_id:uuid}", summary="Read a policy", operation_id="get_policy")
async def get_policy(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], policy_id: FromPath[uuid.UUID]
) -> PolicyView:
    """One saved policy."""
    return await policies.get_policy(pool, actor, policy_id)


@get(
    "/policies/{policy_id:uuid}/toml",
    summary="Download a policy",
    operation_id="download_policy",
    responses={
        200: ResponseSpec(bytes, description="The file", generate_examples=False, media_type="application/toml")
    },
)
async def download_policy(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], policy_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """The policy as a file that ``stagekans match --policy`` reads."""
    found = await policies.get_policy(pool, actor, policy_id)
    text = policies.as_file(found.policy, actor.language, found.name)
    return Response(text.encode(), media_type="application/toml")


@delete("/policies/{policy_id:uuid}", summary="Remove a policy", operation_id="remove_policy", status_code=204)
async def remove_policy(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], policy_id: FromPath[uuid.UUID]
) -> None:
    """Runs that were made with it keep their own copy."""
    await policies.remove_policy(pool, actor, policy_id)


router = Router(
    path="/api/v1",
    tags=["policies"],
    route_handlers=[list_policies, save_policy, validate_policy, get_policy, download_policy, remove_policy],
)
