"""Generated requests against the OpenAPI document: no 5xx, and only answers that the document names."""

from __future__ import annotations

from typing import Any, cast

import asyncpg
import httpx
import msgspec
import pytest
import requests
import schemathesis.openapi
from hypothesis import HealthCheck, Phase, given, settings
from litestar.serialization import encode_json
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import create_app
from api.settings import Settings
from tests.api.conftest import ADDRESS, SignInAs
from tests.api.rows import make_round

EXAMPLES = 10
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]

#: As it goes out: Litestar keeps Structs as default values until it encodes them.
DOCUMENT = encode_json(create_app(Settings(database_url="")).openapi_schema.to_schema())
SCHEMA = schemathesis.openapi.from_dict(msgspec.json.decode(DOCUMENT))
OPERATIONS: dict[str, Any] = {
    operation.label: operation
    for operation in (found.ok() for found in cast("Any", SCHEMA.get_all_operations()))
    if operation.path.startswith("/api/")
}


def cases_of(label: str, mode: GenerationMode) -> list[Case[Any]]:
    """Requests for an operation, drawn the same way every time."""
    drawn: list[Case[Any]] = []

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=OPERATIONS[label].as_strategy(generation_mode=mode))
    def draw(case: Case[Any]) -> None:
        drawn.append(case)

    draw()
    return drawn


async def send(caller: httpx.AsyncClient, case: Case[Any]) -> httpx.Response:
    """Send a request as its own library would put it on the wire, with the session of ``caller``."""
    facts: dict[str, Any] = case.as_transport_kwargs(base_url=ADDRESS)
    known = {
        name: facts[name] for name in ("method", "url", "params", "json", "data", "files", "headers") if name in facts
    }
    wire = requests.Request(**known).prepare()
    headers = dict(cast("dict[str, str]", wire.headers))
    headers.pop("Cookie", None)
    return await caller.request(
        str(wire.method), str(wire.url), content=cast("bytes", wire.body or b""), headers=headers
    )


@pytest.mark.parametrize("label", list(OPERATIONS))
async def test_operation_keeps_its_promise(pool: asyncpg.Pool, signed_in: SignInAs, label: str) -> None:
    round_id = await make_round(pool)
    caller = await signed_in("coordinator")
    modes = list(GenerationMode) if _can_be_wrong(label) else [GenerationMode.POSITIVE]
    for number, case in enumerate(case for mode in modes for case in cases_of(label, mode)):
        if label.startswith("DELETE"):  # it ends the session
            caller = await signed_in("coordinator")
        if number % 2 == 0 and "round_id" in (case.path_parameters or {}):
            case.path_parameters["round_id"] = str(round_id)
        answer = await send(caller, case)
        case.validate_response(answer, checks=CHECKS)


def _can_be_wrong(label: str) -> bool:
    """Whether the operation takes anything that could be wrong."""
    operation = OPERATIONS[label]
    return bool(list(operation.iter_parameters())) or bool(operation.body)
