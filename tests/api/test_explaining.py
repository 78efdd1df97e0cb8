"""Shortages and letters over the JSON API and on the pages: who sees them, and what they say."""

from __future__ import annotations

import uuid

from litestar import Litestar

from tests.api.conftest import SignInAs
from tests.database.a_round import a_finished_run, a_round, a_student, an_offer

CARE, COOK = "25655", "25168"
WHY = {"offer_id": None, "reason": "De student gaat eerst naar zijn zieke moeder."}


async def a_short_round(application: Litestar) -> uuid.UUID:
    """Three students of care for one place in Hilversum; two cooks for one place; one place far too different."""
    pool = application.state.pool
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1", crebos=(CARE,), postcode4="1211", place="Hilversum")
    await an_offer(pool, round_id, "O2", crebos=(COOK,), postcode4="1231", place="Loosdrecht")
    for number in ("s1", "s2", "s3"):
        await a_student(pool, round_id, number, ("O1",), crebo=CARE, name=f"Naam {number}")
    for number in ("k1", "k2"):
        await a_student(pool, round_id, number, ("O2",), crebo=COOK, name=f"Naam {number}")
    return round_id


async def test_shortages_come_largest_first_with_names_of_towns(signed_in: SignInAs, application: Litestar) -> None:
    caller = await signed_in("coordinator")
    run_id = await a_finished_run(application.state.pool, caller.actor, await a_short_round(application))
    found = (await caller.get(f"/api/v1/runs/{run_id}/bottlenecks")).json()
    assert [(one["number"], one["students"], one["places"], one["crebos"]) for one in found["items"]] == [
        (1, 3, 1, [CARE]),
        (2, 2, 1, [COOK]),
    ]
    assert found["items"][0]["opens"] == [["O1", 2]]
    assert found["towns"] == {"1211": "Hilversum", "1231": "Loosdrecht"}
    page = (await caller.get(f"/runs/{run_id}")).text
    assert "3 studenten van opleiding 25655 hebben samen 1 plek. 2 studenten krijgen geen plek." in page
    assert "Het gaat vooral om plekken in Hilversum." in page
    assert "2 plekken meer geven 2 studenten meer een plek: 2 bij" in page


async def test_only_shortages_of_the_own_programmes_are_seen(signed_in: SignInAs, application: Litestar) -> None:
    owner = await signed_in("coordinator")
    run_id = await a_finished_run(application.state.pool, owner.actor, await a_short_round(application))
    cook = await signed_in("coordinator", programmes=(COOK,))
    found = (await cook.get(f"/api/v1/runs/{run_id}/bottlenecks")).json()
    assert [one["crebos"] for one in found["items"]] == [[COOK]]
    assert CARE not in (await cook.get(f"/runs/{run_id}")).text
    stranger = await signed_in("coordinator", programmes=("99999",))
    assert (await stranger.get(f"/api/v1/runs/{run_id}/bottlenecks")).status_code == 404
    servicepoint = await signed_in("service_point")
    assert (await servicepoint.get(f"/api/v1/runs/{run_id}/bottlenecks")).status_code == 403


async def test_a_round_without_shortages_says_so(signed_in: SignInAs, application: Litestar) -> None:
    caller, pool = await signed_in("coordinator"), application.state.pool
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1", crebos=(CARE,))
    await a_student(pool, round_id, "s1", ("O1",), crebo=CARE)
    run_id = await a_finished_run(pool, caller.actor, round_id)
    assert (await caller.get(f"/api/v1/runs/{run_id}/bottlenecks")).json()["items"] == []
    assert "Er is geen groep studenten met te weinig plekken." in (await caller.get(f"/runs/{run_id}")).text


async def test_a_letter_is_a_draft_until_somebody_decides(signed_in: SignInAs, application: Litestar) -> None:
    caller = await signed_in("coordinator")
    run_id = await a_finished_run(application.state.pool, caller.actor, await a_short_round(application))
    rows = (await caller.get(f"/api/v1/runs/{run_id}/proposals", params={"crebo": CARE})).json()["items"]
    got = next(row["student_number"] for row in rows if row["offer_id"])
    missed = next(row["student_number"] for row in rows if not row["offer_id"])

    draft = (await caller.get(f"/api/v1/runs/{run_id}/proposals/{missed}/letter")).json()
    assert (draft["draft"], draft["title"]) == (True, "Waarom heb ik nog geen plek?")
    assert draft["lines"][0] == f"Beste Naam {missed},"
    assert any("Jij en 2 andere studenten hebben samen maar 1 plek." in line for line in draft["lines"])
    assert any("Daarom besliste het lot." in line for line in draft["lines"])
    page = (await caller.get(f"/runs/{run_id}/letters/{missed}")).text
    assert all(line in page for line in draft["lines"])
    assert "Er is nog niet besloten." in page
    assert f"/runs/{run_id}/letters/{missed}" in (await caller.get(f"/runs/{run_id}/students/{missed}")).text

    assert (await caller.post(f"/api/v1/runs/{run_id}/proposals/{missed}/accept")).status_code == 200
    assert "Er is nog niet besloten." not in (await caller.get(f"/runs/{run_id}/letters/{missed}")).text

    assert (await caller.post(f"/api/v1/runs/{run_id}/proposals/{got}/override", json=WHY)).status_code == 200
    by_hand = (await caller.get(f"/api/v1/runs/{run_id}/proposals/{got}/letter")).json()
    assert (by_hand["draft"], by_hand["title"]) == (False, "Waarom heb ik nog geen plek?")
    assert "moeder" not in " ".join(by_hand["lines"])
    assert "Een medewerker van je school besloot dat zo." in by_hand["lines"][1]


async def test_letters_are_for_who_may_see_the_student(signed_in: SignInAs, application: Litestar) -> None:
    owner = await signed_in("coordinator")
    run_id = await a_finished_run(application.state.pool, owner.actor, await a_short_round(application))
    cook = await signed_in("coordinator", programmes=(COOK,))
    assert (await cook.get(f"/runs/{run_id}/letters/s1")).status_code == 404
    assert (await cook.get(f"/api/v1/runs/{run_id}/proposals/s1/letter")).status_code == 404
    assert (await cook.get(f"/runs/{run_id}/letters/k1")).status_code == 200
