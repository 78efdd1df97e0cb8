from __future__ import annotations

import csv
import io

import openpyxl

from api.services.pool import Pool
from tests.api.conftest import SignInAs
from tests.database.a_rematch import a_rematch, told_round
from tests.database.a_round import a_drawn_round, a_finished_run, a_round, a_student, an_offer

WHY = {"offer_id": None, "reason": "De student verhuist in februari."}


async def test_start_follow_and_cancel(signed_in: SignInAs, application) -> None:  # type: ignore[no-untyped-def]  # the application's state is untyped
    caller = await signed_in("coordinator")
    round_id = await a_drawn_round(application.state.pool, 6, 5)
    answer = await caller.post(f"/api/v1/rounds/{round_id}/runs", json={"policy": {"seed": "zaad"}})
    assert answer.status_code == 202, answer.text
    run = answer.json()
    assert (run["state"], run["policy"]["goals"]) == ("queued", ["placed", "satisfaction"])
    busy = await caller.post(f"/api/v1/rounds/{round_id}/runs", json={})
    assert (busy.status_code, busy.json()["facts"]["what"]) == (409, "run_busy")
    assert "loopt al een run" in busy.json()["detail"]
    early = await caller.get(f"/api/v1/runs/{run['run_id']}/proposals")
    assert (early.status_code, early.json()["facts"]["what"]) == (409, "run_not_finished")
    gone = await caller.post(f"/api/v1/runs/{run['run_id']}/cancel")
    assert (gone.status_code, gone.json()["state"]) == (200, "cancelled")
    listed = (await caller.get(f"/api/v1/rounds/{round_id}/runs")).json()
    assert [found["number"] for found in listed] == [1]


async def test_faulty_policies_and_empty_rounds_are_refused(signed_in: SignInAs, application) -> None:  # type: ignore[no-untyped-def]  # as above
    caller = await signed_in("coordinator")
    round_id = await a_round(application.state.pool)
    later = await caller.post(f"/api/v1/rounds/{round_id}/runs", json={"policy": {"goals": ["group_gap"]}})
    assert later.status_code == 422, later.text
    empty = await caller.post(f"/api/v1/rounds/{round_id}/runs", json={})
    assert empty.status_code == 422
    assert set(empty.json()["fields"]) == {"students", "offers"}


async def test_read_decide_and_export(signed_in: SignInAs, application) -> None:  # type: ignore[no-untyped-def]  # as above
    caller = await signed_in("coordinator")
    pool = application.state.pool
    round_id = await a_round(pool)
    await an_offer(pool, round_id, "O1", recognition_checked_on=None)
    await an_offer(pool, round_id, "O2")
    await a_student(pool, round_id, "s1", ("O1",), name="=HYPERLINK(1)")
    await a_student(pool, round_id, "s2", ("O2",))
    run = f"/api/v1/runs/{await a_finished_run(pool, caller.actor, round_id)}"

    page = (await caller.get(f"{run}/proposals", params={"sort": "name", "size": 1})).json()
    assert (page["total"], [row["student_number"] for row in page["items"]]) == (2, ["s1"])
    outcome = (await caller.get(f"{run}/proposals/s2")).json()
    assert outcome["row"]["offer_id"] == "O2"
    assert {choice["offer_id"] for choice in outcome["choices"]} == {"O1", "O2"}

    short = await caller.post(f"{run}/proposals/s1/override", json={"offer_id": None, "reason": "nee"})
    assert (short.status_code, short.json()["fields"]) == (422, {"reason": "too_short"})
    made = await caller.post(f"{run}/proposals/s1/override", json=WHY)
    assert (made.status_code, made.json()["kind"]) == (200, "override")
    too_soon = await caller.post(f"{run}/accept-rest")
    assert (too_soon.status_code, too_soon.json()["facts"]["left"]) == (409, 1)
    assert (await caller.post(f"{run}/proposals/s2/review")).status_code == 204
    assert set((await caller.get(f"{run}/sample")).json()["reviewed"]) == {"s1", "s2"}
    assert (await caller.post(f"{run}/accept-rest")).json() == {"decisions": 1}
    assert (await caller.post(f"{run}/proposals/s2/accept")).json()["offer_id"] == "O2"

    file = await caller.get(f"{run}/export")
    assert file.headers["content-type"].startswith("text/csv")
    header, first, second = csv.reader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";")
    told = dict(zip(header, first, strict=True))
    assert told["Naam"] == "'=HYPERLINK(1)", "no spreadsheet runs this"
    assert (told["Besluit"], told["Reden van het besluit"]) == ("Anders gekozen", WHY["reason"])
    assert dict(zip(header, second, strict=True))["Besloten leerbedrijf"] == "Bedrijf O2"
    book = await caller.get(f"{run}/export", params={"file_format": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(book.content)).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:2] == ["s1", "=HYPERLINK(1)"]
    assert sheet["B2"].data_type == "s"


async def test_who_may_not(signed_in: SignInAs, application) -> None:  # type: ignore[no-untyped-def]  # as above
    coordinator = await signed_in("coordinator")
    run_id = await a_finished_run(
        application.state.pool, coordinator.actor, await a_drawn_round(application.state.pool, 3, 3)
    )
    for role in ("service_point", "privacy_officer", "admin"):
        caller = await signed_in(role)  # type: ignore[arg-type]  # a role
        for path in ("", "/proposals", "/proposals/s1", "/sample", "/export", "/fairness"):
            assert (await caller.get(f"/api/v1/runs/{run_id}{path}")).status_code == 403
        assert (await caller.post(f"/api/v1/runs/{run_id}/proposals/s1/accept")).status_code == 403
    stranger = await signed_in("coordinator", programmes=("99999",))
    assert (await stranger.get(f"/api/v1/runs/{run_id}")).status_code == 404
    assert (await stranger.get(f"/api/v1/runs/{run_id}/fairness")).status_code == 404


async def test_the_fairness_report_is_for_every_coordinator_in_the_run(signed_in: SignInAs, application) -> None:  # type: ignore[no-untyped-def]  # as above
    pool = application.state.pool
    lead = await signed_in("coordinator")
    round_id = await a_drawn_round(pool, 12, 9)
    await a_student(pool, round_id, "geheim-1", ("O1",), name="Sanne Bakker", crebo="25655")
    run_id = await a_finished_run(pool, lead.actor, round_id)
    one_programme = await signed_in("coordinator", programmes=("25655",))
    for caller in (lead, one_programme):
        answer = await caller.get(f"/api/v1/runs/{run_id}/fairness")
        assert answer.status_code == 200, answer.text
        assert "geheim-1" not in answer.text
        assert "Sanne" not in answer.text
        [programme] = [one for one in answer.json()["fairness"]["groupings"] if one["grouping"] == "programme"]
        # One student of 25655 is hidden, and with him the other programme, or he would be what is left.
        assert [row["rate"]["shown"] for row in programme["rows"]] == ["hidden", "hidden"]
        page = await caller.get(f"/runs/{run_id}/fairness")
        assert page.status_code == 200
        assert "Verborgen" in page.text
        assert "<svg" in page.text
        assert "geheim-1" not in page.text


async def test_a_run_without_a_fairness_report_says_so(signed_in: SignInAs, application) -> None:  # type: ignore[no-untyped-def]  # as above
    pool = application.state.pool
    caller = await signed_in("coordinator")
    round_id = await a_drawn_round(pool, 3, 3)
    run_id = await a_finished_run(pool, caller.actor, round_id)
    await pool.execute("update placement.match_run set fairness = null where run_id = $1", run_id)
    assert (await caller.get(f"/api/v1/runs/{run_id}/fairness")).json()["fairness"] is None
    assert "voordat wij dit rapport hadden" in (await caller.get(f"/runs/{run_id}/fairness")).text
    waiting = (await caller.post(f"/api/v1/rounds/{round_id}/runs", json={})).json()
    early = await caller.get(f"/api/v1/runs/{waiting['run_id']}/fairness")
    assert (early.status_code, early.json()["facts"]["what"]) == (409, "run_not_finished")


async def test_the_page_says_when_the_rest_waits_for_a_place_that_is_taken(signed_in: SignInAs, pool: Pool) -> None:
    caller, round_id = await signed_in("coordinator"), await told_round(pool, {"s1": "O1"})
    await a_student(pool, round_id, "s2")
    run_id = await a_rematch(pool, caller.actor, round_id, {"s1": "O2", "s2": "O1"})
    api = f"/api/v1/runs/{run_id}/proposals"
    stays = {"offer_id": "O1", "reason": "De student wil daar graag blijven."}
    assert (await caller.post(f"{api}/s1/override", json=stays)).status_code == 200
    assert (await caller.post(f"{api}/s2/review")).status_code == 204
    for places, told in ((1, "rest_partly"), (2, "rest_accepted")):
        await pool.execute("update placement.offer set places = $1 where offer_id = 'O1'", places)
        answer = await caller.post(f"/runs/{run_id}/accept-rest")
        assert (answer.status_code, answer.headers.get("location")) == (303, f"/runs/{run_id}?done={told}"), answer.text
