"""One's own account on a page: turning two-step sign-in on and off."""

from __future__ import annotations

import re

import httpx
import pyotp

from tests.api.conftest import PASSWORD, SignInAs

ON, OFF = "/account/second-step", "/account/second-step/off"


def _secret(page: httpx.Response) -> str:
    found = re.search(r'name="secret" value="([A-Z2-7]{32})"', page.text)
    assert found
    return found[1]


async def test_the_second_step_goes_on_with_a_code_and_off_with_the_password(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    secret = _secret(await caller.get("/account"))
    mistyped = await caller.post(ON, data={"secret": secret, "code": "000"})
    assert mistyped.status_code == 422
    assert _secret(mistyped) == secret, "it is in the app by now"
    assert (await caller.post(ON, data={"secret": secret, "code": ""})).status_code == 422
    right = {"secret": secret, "code": pyotp.TOTP(secret).now()}
    assert (await caller.post(ON, data=right)).headers["location"] == "/account?done=second_step_on"
    assert 'name="secret"' not in (await caller.get("/account")).text
    other = pyotp.random_base32()
    assert (await caller.post(ON, data={"secret": other, "code": pyotp.TOTP(other).now()})).status_code == 409
    assert (await caller.post(OFF, data={"password": ""})).status_code == 422
    assert (await caller.post(OFF, data={"password": "geen idee hoor"})).status_code == 422
    assert (await caller.post(OFF, data={"password": PASSWORD})).headers["location"] == "/account?done=second_step_off"
    assert _secret(await caller.get("/account")) != secret


async def test_passwords_are_not_tried_for_ever(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    answers = [(await caller.post(OFF, data={"password": "geen idee hoor"})).status_code for _ in range(6)]
    assert answers == [422] * 5 + [429]


async def test_an_account_is_for_whoever_is_signed_in(client: httpx.AsyncClient) -> None:
    assert (await client.get("/account")).headers["location"] == "/sign-in?next=%2Faccount"


async def test_a_list_that_is_filtered_after_the_session_ended_comes_back_after_sign_in(
    client: httpx.AsyncClient,
) -> None:
    ended = await client.get("/rounds?page=2", headers={"HX-Request": "true"})
    assert (ended.status_code, ended.headers["hx-redirect"]) == (401, "/sign-in?next=%2Frounds%3Fpage%3D2")
