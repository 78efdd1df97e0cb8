"""Accounts: what a new one must be, and that no one person stands on both sides."""

from __future__ import annotations

import os

import asyncpg
import msgspec
import pytest

from api.messages.accounts import NewAccount, SignIn
from api.messages.faults import Conflict, NotAllowed, SignInFailed, Unusable
from api.services import accounts, new_accounts, passwords, permissions, totp
from tests.api.conftest import PASSWORD, make_actor

GOOD = NewAccount(
    sign_in_name="anna@school.test",
    display_name="Anna",
    password=PASSWORD,
    roles=("coordinator",),
    programmes=("25655",),
)


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"sign_in_name": "ab"}, {"sign_in_name": "length"}),
        ({"sign_in_name": "a\nb c"}, {"sign_in_name": "length"}),
        ({"display_name": " "}, {"display_name": "missing"}),
        ({"password": "elf tekens."}, {"password": "password_short"}),
        ({"password": "x" * 201}, {"password": "too_long"}),
        ({"roles": ()}, {"roles": "missing"}),
        ({"programmes": ("2565",)}, {"programmes": "not_crebo"}),
        ({"programmes": ()}, {"programmes": "missing"}),
    ],
)
async def test_a_wrong_account_says_which_field(
    pool: asyncpg.Pool, change: dict[str, object], fields: dict[str, str]
) -> None:
    with pytest.raises(Unusable) as refused:
        await new_accounts.create_account(pool, msgspec.structs.replace(GOOD, **change))
    assert refused.value.fields == fields
    assert await pool.fetchval("select count(*) from placement.account") == 0


async def test_roles_outside_placing_go_together(pool: asyncpg.Pool) -> None:
    both = msgspec.structs.replace(GOOD, roles=("admin", "privacy_officer"), programmes=())
    account_id = await new_accounts.create_account(pool, both)
    roles = await pool.fetch("select role from placement.account_role where account_id = $1 order by 1", account_id)
    assert [row["role"] for row in roles] == ["admin", "privacy_officer"]


async def test_two_accounts_cannot_share_a_name(pool: asyncpg.Pool) -> None:
    await new_accounts.create_account(pool, GOOD)
    with pytest.raises(Conflict) as refused:
        await new_accounts.create_account(pool, msgspec.structs.replace(GOOD, sign_in_name="ANNA@school.test"))
    assert refused.value.what == "name_taken"
    assert await pool.fetchval("select count(*) from placement.event where kind = 'account_created'") == 1


async def test_actor_carries_roles_and_programmes(pool: asyncpg.Pool) -> None:
    await new_accounts.create_account(pool, msgspec.structs.replace(GOOD, language="en"))
    signed_in = await accounts.sign_in(pool, SignIn(sign_in_name=GOOD.sign_in_name, password=PASSWORD), address="a")
    assert signed_in.actor.programmes == frozenset({"25655"})
    assert signed_in.actor.roles == {"coordinator"}
    assert signed_in.actor.language == "en"
    assert await accounts.session_of(pool, signed_in.token) == (signed_in.actor, signed_in.csrf_token)
    assert await accounts.session_of(pool, signed_in.token[::-1]) is None
    everything, _ = await make_actor(pool, "coordinator")
    assert everything.programmes is None


async def test_an_unknown_name_costs_as_much_work_as_a_known_one(
    pool: asyncpg.Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []
    real = passwords._verify

    def counted(password_hash: str | None, password: str) -> bool:
        verified.append(password)
        return real(password_hash, password)

    monkeypatch.setattr(passwords, "_verify", counted)
    with pytest.raises(SignInFailed):
        await accounts.sign_in(pool, SignIn(sign_in_name="nobody", password="nobody signs in with this"), address="a")
    assert verified == ["nobody signs in with this"]


async def test_a_hash_of_an_older_cost_is_renewed_at_sign_in(pool: asyncpg.Pool) -> None:
    await new_accounts.create_account(pool, GOOD)
    await pool.execute(
        "update placement.account set password_hash = $1", type(passwords.HASHER)(1, 16, 1).hash(PASSWORD)
    )
    await accounts.sign_in(pool, SignIn(sign_in_name=GOOD.sign_in_name, password=PASSWORD), address="a")
    renewed = await pool.fetchval("select password_hash from placement.account")
    assert not passwords.outdated(renewed)
    await accounts.sign_in(pool, SignIn(sign_in_name=GOOD.sign_in_name, password=PASSWORD), address="a")


async def test_signing_in_is_written_down_in_the_chain(pool: asyncpg.Pool) -> None:
    actor, name = await make_actor(pool, "coordinator")
    with pytest.raises(SignInFailed):
        await accounts.sign_in(pool, SignIn(sign_in_name=name, password="niet dit"), address="a")
    kinds = await pool.fetch("select kind, account_id from placement.event order by event_number")
    assert [row["kind"] for row in kinds] == ["account_created", "signed_in", "sign_in_failed"]
    assert kinds[1]["account_id"] == actor.account_id


def test_a_forked_process_starts_threads_of_its_own() -> None:
    before = passwords._threads()
    child = os.fork()
    if child == 0:
        os._exit(0 if passwords._threads() is not before else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_code_of_the_neighbouring_half_minutes_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    # RFC 6238, appendix B (SHA-1): at 1111111109 seconds the eight-digit code of this secret is 07081804.
    secret, step = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 1111111109 // 30
    for moment, expected in (
        (1111111109, step),
        (1111111050, step),
        (1111111139, step),
        (1111111049, None),
        (1111111140, None),
    ):
        monkeypatch.setattr("time.time", lambda moment=moment: moment)
        assert totp.step_of(secret, "081 804") == expected, moment


async def test_require_asks_for_one_of_the_roles(pool: asyncpg.Pool) -> None:
    actor, _ = await make_actor(pool, "service_point")
    permissions.require(actor, "coordinator", "service_point")
    with pytest.raises(NotAllowed):
        permissions.require(actor, "coordinator")


async def test_nobody_signs_in_without_a_name(pool: asyncpg.Pool) -> None:
    with pytest.raises(SignInFailed):
        await accounts.sign_in(pool, SignIn(sign_in_name="", password=""), address="a")
    with pytest.raises(Unusable):
        await accounts.sign_in(pool, SignIn(sign_in_name="a\x00b", password="x"), address="a")
