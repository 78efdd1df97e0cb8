"""``kill -9`` at random moments, during an import of 20,000 students and a run at the same time.

After each blow the part that was hit is started again, and then: everything that was acknowledged is there, an import
is whole or absent, the run ends with the result that an undisturbed run has, and the chain of events holds.
``FAULT_ROUNDS`` says how often each part is hit.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import threading
import time
from collections.abc import Iterator

import httpx
import pytest

from db.events import Chain, verify_chain
from db.pool import connect
from tests.databases import open_folder
from tests.evidence.machines import Machine, wait_for

pytestmark = pytest.mark.evidence

ROUNDS = int(os.environ.get("FAULT_ROUNDS", "3"))
STUDENTS, OFFERS = 20_000, 400
MATCHED = 3_000
SEED = "a published seed"


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    with open_folder() as folder:
        machine = Machine(folder / "home")
        yield machine
        machine.stop()


@pytest.mark.parametrize("victim", ["worker", "solving", "web", "database"])
def test_nothing_acknowledged_is_lost(machine: Machine, victim: str) -> None:
    dice = random.Random(victim)
    matched = _filled(machine, f"Matched, {victim}", MATCHED)
    expected, lasts = _undisturbed(machine, matched)
    _tell(f"{victim}: a run of {MATCHED:,} students takes {lasts:.1f} s undisturbed; {STUDENTS:,} students come in")
    for number in range(1, ROUNDS + 1):
        chatter = Chatter(machine, f"{victim} {number}")
        arriving = _round(machine, f"Arriving, {victim} {number}")
        _take(machine, arriving, "offers", _offers())
        staged = _stage(machine, arriving, "students", _students(STUDENTS))
        run = _ask_for_run(machine, matched)
        chatter.start()
        applying = Applying(machine, staged)
        applying.start()
        moment = dice.uniform(0.0, lasts)
        time.sleep(moment)
        while not machine.kill(victim):
            time.sleep(0.02)  # the solving process has yet to start
        back = wait_for("web server", machine.answers)
        applying.join()
        chatter.stop()

        assert set(chatter.acknowledged) <= set(_names(machine)), "an acknowledged round is gone"
        state = machine.ask("select state from placement.import_file where import_id = $1", staged)
        count = machine.ask("select count(*) from placement.student where round_id = $1", arriving)
        wishes = machine.ask(
            "select count(*) from placement.preference join placement.student using (student_id) where round_id = $1",
            arriving,
        )
        whole = {"applied": (STUDENTS, 3 * STUDENTS), "previewed": (0, 0)}
        assert (count, wishes) == whole[state], "an import is half-written"
        assert state == "applied" or not applying.acknowledged, "an acknowledged import is gone"
        if state == "previewed":
            assert _apply(machine, staged) == 200
        waited = wait_for("end of the run", lambda run=run: _over(machine, run))  # type: ignore[misc]  # bound now, not later
        assert _result(machine, run) == expected
        assert (
            machine.ask(
                "select count(*) from placement.event where kind = 'run_finished' and subject = $1", f"run:{run}"
            )
            == 1
        )
        chain = _chain(machine)
        assert chain.fault is None
        wait_for("solving processes to be gone", lambda: not machine.solving())
        tries = machine.ask("select tries from placement.match_run where run_id = $1::uuid", run)
        _tell(
            f"  round {number}: hit after {moment:4.1f} s; answers again after {back:4.1f} s; import "
            f"{'acknowledged' if applying.acknowledged else 'not acknowledged'}, found {state}; "
            f"{len(chatter.acknowledged)} small posts acknowledged, 0 lost; run finished in try {tries}, "
            f"{waited:4.1f} s later, same result; {chain.events} events, chain whole"
        )


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


class Applying(threading.Thread):
    """Applies a staged file in the background."""

    def __init__(self, machine: Machine, import_id: str) -> None:
        super().__init__()
        self._machine, self._import_id = machine, import_id
        self.acknowledged = False

    def run(self) -> None:
        try:
            self.acknowledged = _apply(self._machine, self._import_id) == 200
        except httpx.TransportError:
            self.acknowledged = False


class Chatter(threading.Thread):
    """Makes one round after another, and remembers which were acknowledged."""

    def __init__(self, machine: Machine, name: str) -> None:
        super().__init__()
        self._machine, self._name, self._ended = machine, name, threading.Event()
        self.acknowledged: list[str] = []

    def run(self) -> None:
        number = 0
        while not self._ended.wait(0.05):
            number += 1
            name = f"Small {self._name}.{number}"
            try:
                if _post_round(self._machine, name).status_code == 201:
                    self.acknowledged.append(name)
            except httpx.TransportError:
                continue
            except RuntimeError:
                break  # the caller was closed: the round failed

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _post_round(machine: Machine, name: str) -> httpx.Response:
    period = {"starts_on": "2027-02-01", "ends_on": "2027-07-02"}
    return machine.caller.post("/api/v1/rounds", json={"name": name, **period})


def _round(machine: Machine, name: str) -> str:
    return str(_post_round(machine, name).raise_for_status().json()["round_id"])


def _filled(machine: Machine, name: str, students: int) -> str:
    round_id = _round(machine, name)
    _take(machine, round_id, "offers", _offers())
    _take(machine, round_id, "students", _students(students))
    return round_id


def _offers() -> bytes:
    rows = [f"O{number};8;25180;Bedrijf {number};Hilversum" for number in range(OFFERS)]
    return "\n".join(["offer_id;places;crebos;company;place", *rows]).encode()


def _students(count: int) -> bytes:
    dice = random.Random(count)
    rows = [
        f"S{number};25180;Hilversum;" + "|".join(f"O{offer}" for offer in dice.sample(range(OFFERS), 3))
        for number in range(count)
    ]
    return "\n".join(["student_number;crebo;place;preferences", *rows]).encode()


def _stage(machine: Machine, round_id: str, kind: str, content: bytes) -> str:
    files = {"data": (f"{kind}.csv", content)}
    answer = machine.caller.post(f"/api/v1/rounds/{round_id}/imports", params={"kind": kind}, files=files)
    view = answer.raise_for_status().json()
    assert view["report"]["rejected"] == 0, view
    return str(view["import_id"])


def _apply(machine: Machine, import_id: str) -> int:
    return machine.caller.post(f"/api/v1/imports/{import_id}/apply", json={}).status_code


def _take(machine: Machine, round_id: str, kind: str, content: bytes) -> None:
    assert _apply(machine, _stage(machine, round_id, kind, content)) == 200


def _ask_for_run(machine: Machine, round_id: str) -> str:
    answer = machine.caller.post(f"/api/v1/rounds/{round_id}/runs", json={"policy": {"seed": SEED}})
    return str(answer.raise_for_status().json()["run_id"])


def _over(machine: Machine, run_id: str) -> bool:
    state = machine.caller.get(f"/api/v1/runs/{run_id}").raise_for_status().json()["state"]
    assert state in ("queued", "running", "finished"), state
    return bool(state == "finished")


def _result(machine: Machine, run_id: str) -> tuple[int, str]:
    rows = machine.ask("select count(*) from placement.proposal where run_id = $1::uuid", run_id)
    digest = machine.ask(
        "select md5(string_agg(student_number || ':' || coalesce(offer_id, '-') || explanation, ','"
        " order by student_number)) from placement.proposal where run_id = $1::uuid",
        run_id,
    )
    return rows, digest


def _undisturbed(machine: Machine, round_id: str) -> tuple[tuple[int, str], float]:
    run_id = _ask_for_run(machine, round_id)
    lasts = wait_for("the undisturbed run", lambda: _over(machine, run_id))
    result = _result(machine, run_id)
    assert result[0] == MATCHED
    return result, lasts


def _names(machine: Machine) -> list[str]:
    names: list[str] = machine.ask("select array_agg(name) from placement.placement_round")
    return names


def _chain(machine: Machine) -> Chain:
    async def walk() -> Chain:
        connection = await connect(machine.url())
        try:
            return await verify_chain(connection)
        finally:
            await connection.close()

    return asyncio.run(walk())
