"""Import over the JSON API: form in, view out, problems as problem+json."""

from __future__ import annotations

from tests.api.conftest import SignedInCaller, SignInAs

OFFERS = "offer_id;places;crebos;place\nO1;2;25998;Hilversum\nO2;x;25998;Utrecht\n"


async def _round(caller: SignedInCaller) -> str:
    body = {"name": "voorjaar", "starts_on": "2027-02-01", "ends_on": "2027-07-01"}
    answer = await caller.post("/api/v1/rounds", json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["round_id"])


async def test_a_file_is_previewed_refused_taken_and_its_rejected_rows_come_back(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    round_id = await _round(caller)
    files = {"file": ("Aanbod é.csv", OFFERS.encode("cp1252"), "text/csv")}
    answer = await caller.post(f"/api/v1/rounds/{round_id}/imports", params={"kind": "offers"}, files=files)
    assert answer.status_code == 201, answer.text
    view = answer.json()
    assert (view["file_name"], view["report"]["good"], view["report"]["rejected"]) == ("Aanbod é.csv", 1, 1)
    fault = next(fault for fault in view["report"]["faults"] if fault["code"] == "cell_not_number")
    assert (fault["row"], fault["column"]) == (3, "places")

    where = f"/api/v1/imports/{view['import_id']}"
    refused = await caller.post(f"{where}/apply", json={})
    assert (refused.status_code, refused.json()["code"]) == (422, "file_refused")
    assert refused.json()["report"]["rejected"] == 1
    applied = await caller.post(f"{where}/apply", json={"take_good_rows": True})
    assert (applied.status_code, applied.json()["state"]) == (200, "applied")
    twice = await caller.post(f"{where}/cancel")
    assert (twice.status_code, twice.json()["facts"]) == (409, {"what": "import_finished"})
    assert "al ingelezen" in twice.json()["detail"]

    rejected = await caller.get(f"{where}/rejected")
    assert rejected.status_code == 200
    assert "filename*=UTF-8''afgewezen-rijen-Aanbod%20%C3%A9.csv" in rejected.headers["content-disposition"]
    assert rejected.content.decode("utf-8-sig").splitlines()[1].startswith("O2;x;25998;Utrecht;")
    workbook = await caller.get(f"{where}/rejected", params={"file_format": "xlsx"})
    assert workbook.content.startswith(b"PK")
    listed = await caller.get(f"/api/v1/rounds/{round_id}/imports")
    assert [item["state"] for item in listed.json()] == ["applied"]
    assert (await caller.get(where)).json()["report"]["added"] == 1


async def test_what_is_no_file_is_said_so(signed_in: SignInAs) -> None:
    caller = await signed_in("coordinator")
    round_id = await _round(caller)
    address = f"/api/v1/rounds/{round_id}/imports"
    for options in ({"data": {"file": "just text"}}, {"json": {}}, {"content": b""}):
        answer = await caller.post(address, params={"kind": "offers"}, **options)  # type: ignore[arg-type]  # three ways to send nothing useful
        assert 400 <= answer.status_code < 500, answer.text
        assert answer.headers["content-type"].startswith("application/problem+json")
    wrong_kind = await caller.post(address, params={"kind": "cats"}, files={"file": ("a.csv", b"x")})
    assert wrong_kind.status_code == 422


async def test_a_service_point_may_not_bring_students(signed_in: SignInAs) -> None:
    round_id = await _round(await signed_in("coordinator"))
    caller = await signed_in("service_point")
    files = {"file": ("s.csv", b"student_number,crebo\n1,25998\n")}
    answer = await caller.post(f"/api/v1/rounds/{round_id}/imports", params={"kind": "students"}, files=files)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
