"""Policies over the JSON API, and the policy editor as a browser without JavaScript uses it."""

from __future__ import annotations

import html
import re
from typing import Any

import httpx
import pytest

from api.application import Application
from api.pages.policy_form import FIELDS
from matching.policy import Policy, read_policy
from tests.api.conftest import SignedInCaller, SignInAs
from tests.database.a_round import a_drawn_round

FAIR = {"goals": ["placed", "worst_off"], "worst_off": {"classes": "utility"}}


def form_of(page: str) -> dict[str, str]:
    """What a browser would post of the editor: its fields as they stand."""
    form = re.search(r'<form id="policy".*?</form>', page, flags=re.DOTALL)
    assert form
    fields = {}
    for tag in re.findall(r"<input[^>]*>", form[0]):
        told = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        if told.get("type") not in ("radio", "checkbox") or " checked" in tag:
            fields[told["name"]] = html.unescape(told.get("value", ""))
    return fields


def alert_of(page: str) -> str:
    found = re.search(r'role="alert".*?</div>', page, flags=re.DOTALL)
    assert found, "the page says what is wrong"
    return html.unescape(re.sub(r"<[^>]+>", "", found[0]))


async def a_new_run(signed_in: SignInAs, application: Application) -> tuple[SignedInCaller, str]:
    caller = await signed_in("coordinator")
    round_id = await a_drawn_round(application.state.pool, 6, 5)
    return caller, f"/rounds/{round_id}"


async def test_keep_read_download_and_remove(signed_in: SignInAs, application: Application) -> None:
    caller, path = await a_new_run(signed_in, application)
    kept = await caller.post(f"/api/v1{path}/policies", json={"name": "ons beleid", "policy": FAIR, "is_default": True})
    assert kept.status_code == 200, kept.text
    policy_id = kept.json()["policy_id"]
    listed = (await caller.get(f"/api/v1{path}/policies")).json()
    assert [(one["name"], one["is_default"], one["changed_by"]) for one in listed] == [
        ("ons beleid", True, "Test coordinator")
    ]
    assert listed[0]["sentences"][0].startswith("Eerst krijgen")
    toml = await caller.get(f"/api/v1/policies/{policy_id}/toml")
    assert toml.headers["content-type"].startswith("application/toml")
    assert read_policy(toml.content).worst_off.classes == "utility"
    again = await caller.post(f"/api/v1{path}/policies/validate", json={"toml": toml.text})
    assert again.json()["policy"] == (await caller.get(f"/api/v1/policies/{policy_id}")).json()["policy"]
    sent = (await caller.post(f"/api/v1{path}/policies/validate", json={"policy": again.json()["policy"]})).json()
    assert sent["valid"], "what this API gives, it takes"
    assert (await caller.delete(f"/api/v1/policies/{policy_id}")).status_code == 204
    assert (await caller.get(f"/api/v1/policies/{policy_id}")).status_code == 404


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_every_fault_has_a_key_and_words(signed_in: SignInAs, application: Application, language: str) -> None:
    caller = await signed_in("coordinator", language=language)  # type: ignore[arg-type]  # one of two
    path = f"/api/v1/rounds/{await a_drawn_round(application.state.pool, 3, 3)}/policies/validate"
    bad: dict[str, Any] = {"goals": ["place"], "utility": {"travel": "x"}, "foo": 1}
    told = (await caller.post(path, json={"policy": bad})).json()
    assert (told["valid"], told["policy"]) == (False, None)
    assert {fault["key"]: fault["code"] for fault in told["faults"]} == {
        "goals": "goal_unknown",
        "utility.travel": "not_whole",
        "foo": "unknown_key",
    }
    assert ("bestaat niet" if language == "nl" else "There is no goal") in told["faults"][1]["wrong"] + told["faults"][
        0
    ]["wrong"]
    assert "Expected" not in str(told)
    broken = (await caller.post(path, json={"toml": "a = 1\ngoals = [\n"})).json()
    assert [fault["code"] for fault in broken["faults"]] == ["not_toml"]
    warned = (await caller.post(path, json={"policy": {"goals": ["satisfaction"]}})).json()
    assert (warned["valid"], len(warned["warnings"])) == (True, 1)
    for neither in ({}, {"policy": {}, "toml": ""}):
        assert (await caller.post(path, json=neither)).status_code == 422


async def test_a_run_that_is_asked_for_with_faults_gets_their_codes(
    signed_in: SignInAs, application: Application
) -> None:
    caller, path = await a_new_run(signed_in, application)
    answer = await caller.post(f"/api/v1{path}/runs", json={"policy": {"utility": {"travel": 0}}})
    assert (answer.status_code, answer.json()["fields"]) == (422, {"policy.utility": "weights_sum"})
    answer = await caller.post(f"/api/v1{path}/runs", json={"policy": {"goals": ["placed", "placed"]}})
    assert answer.json()["fields"] == {"policy.goals": "goal_twice"}


async def test_the_editor_without_javascript(signed_in: SignInAs, application: Application) -> None:
    caller, path = await a_new_run(signed_in, application)
    here = f"{path}/runs/new"
    page = await caller.get(here)
    form = form_of(page.text)
    assert form["goals"] == "placed,satisfaction"
    assert set(FIELDS) - set(form) == {
        name for name in FIELDS if name.startswith(("worst_off", "group_gap", "rematch"))
    }, "goals that take no part ask nothing"
    page = await caller.post(here, data=form | {"action": "add:worst_off"})
    form = form_of(page.text)
    assert (page.status_code, form["goals"]) == (200, "placed,satisfaction,worst_off")
    page = await caller.post(here, data=form | {"action": "up:worst_off"})
    form = form_of(page.text) | {"worst_off_classes": "utility", "utility_travel": "300"}
    assert form["goals"] == "placed,worst_off,satisfaction"
    assert "is nu doel 2 van 3" in html.unescape(page.text)

    refused = await caller.post(here, data=form | {"action": "start"})
    assert refused.status_code == 422
    assert "De punten zijn samen 1.050" in alert_of(refused.text)
    assert form_of(refused.text) == form, "what was typed is still there"
    looked = await caller.post(here, data=form | {"action": "check"})
    assert looked.status_code == 200
    assert "De punten zijn samen 1.050" in looked.text
    form["utility_travel"] = "250"
    started = await caller.post(here, data=form | {"action": "start", "seed": " zaad "})
    assert started.status_code == 303, started.text
    run = (await caller.get(f"/api/v1{started.headers['location'].split('?')[0]}")).json()
    assert run["policy"]["goals"] == ["placed", "worst_off", "satisfaction"]
    assert (run["policy"]["worst_off"], run["policy"]["seed"]) == ({"classes": "utility"}, "zaad")
    shown = await caller.get(started.headers["location"])
    assert "Met dit beleid gemaakt" in shown.text
    assert "dan met weinig punten" in shown.text
    busy = await caller.post(here, data=form | {"action": "start"})
    assert (busy.status_code, form_of(busy.text)["goals"]) == (409, form["goals"])


async def test_the_live_check_never_refuses_and_keeps_nothing(signed_in: SignInAs, application: Application) -> None:
    caller, path = await a_new_run(signed_in, application)
    typed = {"goals": "placed,satisfaction", "utility_travel": "x", "action": "start"}
    checked = await caller.post(f"{path}/runs/new/check", data=typed)
    assert checked.status_code == 200
    assert (
        '<div class="utrecht-form-field-error-message" id="fault-utility_travel">Dit is geen heel getal.'
        in checked.text
    )
    assert '<div class="utrecht-form-field-error-message" id="fault-seed"></div>' in checked.text
    await caller.post(f"{path}/runs/new/check", data={"action": "save", "policy_name": "x"})
    assert (await caller.get(f"/api/v1{path}/runs")).json() == []
    assert (await caller.get(f"/api/v1{path}/policies")).json() == []


async def test_keep_choose_and_remove_on_the_page(signed_in: SignInAs, application: Application) -> None:
    caller, path = await a_new_run(signed_in, application)
    here = f"{path}/runs/new"
    form = form_of((await caller.get(here)).text) | {"goals": "worst_off,placed", "worst_off_classes": "rank"}
    nameless = await caller.post(here, data=form | {"action": "save", "policy_name": " "})
    assert nameless.status_code == 422
    assert "Geef het beleid een naam" in alert_of(nameless.text)
    named = {"action": "save", "policy_name": "ons <b>beleid</b>", "policy_default": "yes", "policy_scope": "school"}
    kept = await caller.post(here, data=form | named)
    assert kept.status_code == 303
    shown = await caller.get(kept.headers["location"])
    assert "Het beleid is bewaard." in shown.text
    assert "ons &lt;b&gt;beleid&lt;/b&gt; (hele school)" in shown.text
    assert form_of((await caller.get(here)).text)["goals"] == "worst_off,placed", "the default one"
    assert form_of((await caller.get(here, params={"policy": "own"})).text)["goals"] == "placed,satisfaction"
    assert form_of((await caller.get(here, params={"policy": "nonsense"})).text)["goals"] == "worst_off,placed"
    remove = re.search(rf'action="({path}/policies/[^"]+/remove)"', shown.text)
    assert remove
    gone = await caller.post(remove[1])
    assert gone.status_code == 303
    assert form_of((await caller.get(gone.headers["location"])).text)["goals"] == "placed,satisfaction"

    few = await signed_in("coordinator", programmes=("25180",))
    assert 'value="school"' not in (await few.get(here)).text
    assert (await few.post(here, data=form | named)).status_code == 403


async def test_a_policy_goes_out_and_comes_in_as_a_file(signed_in: SignInAs, application: Application) -> None:
    caller, path = await a_new_run(signed_in, application)
    here = f"{path}/runs/new"
    form = form_of((await caller.get(here)).text) | {"goals": "placed,worst_off", "policy_name": "Ons beleid/2027"}
    form |= {"worst_off_classes": "utility", "budget_seconds": "2,5"}
    file = await caller.post(here, data=form | {"action": "download"})
    assert "Ons-beleid-2027.toml" in file.headers["content-disposition"]
    assert file.text.startswith("# Ons beleid/2027\n# Eerst krijgen")
    assert read_policy(file.content).budget_seconds == 2.5

    read = await _upload(caller, here, file.content)
    assert read.status_code == 200
    assert form_of(read.text)["goals"] == "placed,worst_off"
    assert form_of(read.text)["budget_seconds"] == "2,5"
    bad = await _upload(caller, here, b'goals = ["x"]\nseed = 1\n')
    assert bad.status_code == 422
    assert "Dit bestand heeft 2 fouten" in alert_of(bad.text)
    for content in (b"\xff\xfe", b"goals = [", b"\x00"):
        assert "geen goede TOML" in alert_of((await _upload(caller, here, content)).text)
    none = await caller.post(here, data={"action": "upload"})
    assert (none.status_code, "Kies eerst een bestand" in none.text) == (422, True)
    assert read_policy((await caller.post(here, data={"action": "download"})).content) == Policy()


async def _upload(caller: SignedInCaller, path: str, content: bytes) -> httpx.Response:
    return await caller.post(path, data={"action": "upload"}, files={"file": ("p.toml", content)})
