"""Limits and headers on every answer, and a reference that loads nothing."""

from __future__ import annotations

import re

import httpx
import msgspec
import pytest

from api.application import Application
from tests.api.conftest import SignInAs


@pytest.mark.parametrize("path", ["/", "/nowhere", "/api/v1/session", "/schema", "/schema/openapi.json", "/health"])
async def test_every_answer_says_what_a_browser_may_load(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


async def test_health_asks_the_database(client: httpx.AsyncClient) -> None:
    assert (await client.get("/health")).json() == {"status": "ok"}


async def test_reference_is_one_plain_page(client: httpx.AsyncClient) -> None:
    answer = await client.get("/schema")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "<script" not in answer.text
    assert not re.findall(r"(?:src|href)=.?https?:", answer.text)
    assert "POST /api/v1/session" in answer.text


async def test_document_says_how_every_operation_refuses(client: httpx.AsyncClient) -> None:
    document = (await client.get("/schema/openapi.json")).json()
    operations = [
        operation
        for path, item in document["paths"].items()
        if path.startswith("/api/")
        for method, operation in item.items()
        if method in ("get", "post", "put", "delete")
    ]
    assert operations
    for operation in operations:
        assert {"401", "403", "422", "429"} <= set(operation["responses"]), operation["operationId"]
        assert "application/problem+json" in operation["responses"]["422"]["content"]


async def test_an_account_that_asks_too_often_waits(application: Application, signed_in: SignInAs) -> None:
    application.state.settings = msgspec.structs.replace(application.state.settings, requests_per_minute=3)
    caller = await signed_in("coordinator")
    codes = [(await caller.get("/api/v1/rounds")).status_code for _ in range(8)]
    assert codes.count(200) in (3, 4, 5, 6)  # a new minute may begin in between
    assert 429 in codes
    answer = await caller.get("/api/v1/rounds")
    assert answer.status_code != 429 or 1 <= int(answer.headers["retry-after"]) <= 60
    other = await signed_in("coordinator")
    assert (await other.get("/api/v1/rounds")).status_code == 200


async def test_reading_pages_is_not_counted(application: Application, client: httpx.AsyncClient) -> None:
    application.state.settings = msgspec.structs.replace(application.state.settings, requests_per_minute=1)
    assert {(await client.get("/nowhere")).status_code for _ in range(4)} == {404}
