"""A small study, from its first draft to its report, through the command line; coding alone happens elsewhere."""

from __future__ import annotations

import datetime as dt
import email.message
import email.utils
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import asyncpg
import msgspec
import pytest

from api.messages.lab.coding import NewCode
from api.services.lab import coding
from api.services.operators import operator
from testing_lab.protocol.gates import gates_of
from tests.cli.conftest import Outcome, Stagekans
from tests.database.lab.a_study import a_person
from tests.database.lab.frame_files import a_csv, a_row
from tests.pure.lab.drawing import some_profiles
from tests.pure.lab.protocol.examples import changed, example_protocol

InLab = Callable[[Callable[[asyncpg.Pool], Awaitable[Any]]], Any]
STUDY = "Stages in Utrecht"
PAIRS = 30
TODAY = dt.datetime.now(dt.UTC).date()
PROTOCOL = changed(
    example_protocol(),
    {
        "sampling.pairs": PAIRS, "sampling.p_only_majority": 0.55, "sampling.p_only_minority": 0.05,
        "fieldwork.start": TODAY, "fieldwork.end": TODAY + dt.timedelta(days=90),
    },
)  # fmt: skip


def good(outcome: Outcome) -> Outcome:
    """The command did what it was asked."""
    assert outcome.code == 0, outcome.err + outcome.out
    return outcome


def until_the_field(lab: Stagekans, folder: Path) -> None:
    """Draft, people, protocol, gates, registration, frame, profiles, plan, start."""
    good(lab("new", STUDY))
    for coder in ("kim", "lou"):
        good(lab("members", STUDY, "--add", coder, "--task", "coder"))
    (folder / "protocol.json").write_bytes(msgspec.json.encode(PROTOCOL))
    good(lab("protocol", STUDY, "--in", folder / "protocol.json", "--out", folder / "again.json"))
    assert msgspec.json.decode((folder / "again.json").read_bytes(), type=type(PROTOCOL)) == PROTOCOL
    assert "The smallest number that is enough" in good(lab("power", STUDY)).out
    refused = lab("register", STUDY)
    assert refused.code == 2
    assert "To do gates.ethics_approval" in refused.err
    for gate in gates_of(PROTOCOL):
        good(lab("gates", STUDY, "--tick", gate, "--evidence", "Folder 3"))
    registered = good(lab("register", STUDY, "--out", folder / "registration", "--json"))
    assert json.loads(registered.out)["registration"]["by"] == "Bo.Visser"
    assert {one.name for one in (folder / "registration").iterdir()} == {"protocol.json", "protocol.pdf", "osf.json"}
    rows = [a_row(one, found_on=TODAY.isoformat()) for one in range(1, PAIRS + 9)]
    (folder / "frame.csv").write_bytes(a_csv([*rows, a_row(99, kvk="12")]))
    bad = lab("frame", STUDY, "--in", folder / "frame.csv", "--refused", folder / "refused.csv")
    assert bad.code == 1
    assert f"{PAIRS + 8} added" in bad.out
    assert "V99" in (folder / "refused.csv").read_text("utf-8-sig")
    (folder / "profiles.json").write_bytes(msgspec.json.encode(some_profiles()))
    good(lab("profiles", STUDY, "--in", folder / "profiles.json"))
    late = lab("draw", STUDY, "--start", (TODAY - dt.timedelta(days=1)).isoformat(), "--seed", "2026")
    assert late.code == 2  # moments of that plan have passed
    good(lab("draw", STUDY, "--start", (TODAY + dt.timedelta(days=1)).isoformat(), "--seed", "2026"))
    assert "same seed gives the same plan" in good(lab("plan", STUDY, "--replay")).out
    good(lab("plan", STUDY, "--out", folder / "plan.csv"))
    assert len((folder / "plan.csv").read_text("utf-8-sig").splitlines()) == 2 * PAIRS + 1
    good(lab("start", STUDY))


def in_the_field(lab: Stagekans, in_lab: InLab, folder: Path) -> None:
    """Two months pass: everything is sent, half of the companies answer, who was positive hears of a withdrawal."""
    good(lab("work", STUDY, "--out", folder / "work.ics"))
    assert (folder / "work.ics").read_bytes().count(b"BEGIN:VEVENT") == 2 * PAIRS
    in_lab(lambda pool: pool.execute("update lab.dispatch set due_at = due_at - interval '60 days'"))
    work = json.loads(good(lab("work", STUDY, "--when", "now", "--json")).out)
    assert len(work) == 2 * PAIRS
    good(lab("letters", STUDY, work[0]["dispatch_id"], "--out", folder / "letters"))
    assert len(list((folder / "letters").rglob("*.*"))) == 4
    for place, days in ((1, 40), (2, 38)):
        at = (dt.datetime.now(dt.UTC) - dt.timedelta(days=days)).isoformat()
        good(lab("sent", STUDY, *(one["dispatch_id"] for one in work if one["place"] == place), "--at", at[:16]))
    again = lab("sent", STUDY, work[0]["dispatch_id"], "--at", "now")
    assert again.code == 2
    assert again.err.startswith(work[0]["dispatch_id"])
    rows = in_lab(lambda pool: pool.fetch("select dispatch_id, identity, from_address, token from lab.dispatch"))
    (folder / "replies.mbox").write_bytes(b"".join(_answers(rows)))
    assert "put with an application: 30" in good(lab("replies", STUDY, "--in", folder / "replies.mbox")).out
    assert "read in before: 30" in good(lab("replies", STUDY, "--in", folder / "replies.mbox")).out
    waiting = json.loads(good(lab("replies", STUDY, "--json")).out)["not_judged"]
    positive = [one for one in waiting if "gesprek" in one["text"]]
    for one in waiting[:3] if positive[0] in waiting[:3] else [*waiting[:2], positive[0]]:
        good(lab("place", STUDY, one["reply_id"], "--positive" if one in positive else "--not-positive"))
    owed = lab("withdrawals", STUDY, "--json")
    assert owed.code == 1  # nobody was told for weeks: it shouts
    late = [one["dispatch_id"] for one in json.loads(owed.out)["tasks"]]
    assert late
    good(lab("withdrawn", STUDY, *late, "--at", "now"))
    good(lab("withdrawals", STUDY))
    assert f"{2 * PAIRS} of {2 * PAIRS} letters have been sent" in good(lab("progress", STUDY)).out
    assert lab("analyse", STUDY).code == 2
    good(lab("close", STUDY))


def _answers(rows: list[asyncpg.Record]) -> list[bytes]:
    """Every company answers the majority: some invite, some refuse."""
    made = []
    for number, row in enumerate(one for one in rows if one["identity"] == "majority"):
        mail = email.message.EmailMessage()
        mail["From"], mail["To"] = (
            f"werk{number}@bedrijf-geheim.test",
            row["from_address"].replace("@", f"+{row['token']}@"),
        )
        mail["Subject"], mail["Message-ID"] = "Re: Sollicitatie", f"<{number}@bedrijf-geheim.test>"
        mail["Date"] = email.utils.format_datetime(dt.datetime.now(dt.UTC) - dt.timedelta(days=30))
        mail.set_content("Kom je langs voor een gesprek?" if number % 2 else "Wij hebben helaas geen plek.")
        made.append(b"From chef Mon Feb  1 14:00:00 2027\n" + mail.as_bytes() + b"\n")
    return made


async def _read(pool: asyncpg.Pool, study: str) -> None:
    """Both coders read everything, as they do on the website."""
    for name in ("kim", "lou"):
        coder = await operator(pool, name)
        assert coder is not None
        study_id = await pool.fetchval("select study_id from lab.study where name = $1", study)
        while (letter := (await coding.get_coding(pool, coder, study_id)).letter) is not None:
            outcome = "invited" if "gesprek" in letter.replies[0].text else "refused"
            asked = NewCode(number=letter.number, outcome=outcome, replies_read=len(letter.replies))
            await coding.give_code(pool, coder, study_id, asked)


def test_a_study_from_draft_to_report(lab: Stagekans, in_lab: InLab, tmp_path: Path) -> None:
    for coder in ("kim", "lou"):
        in_lab(lambda pool, name=coder: a_person(pool, name, "coder"))
    until_the_field(lab, tmp_path)
    in_the_field(lab, in_lab, tmp_path)
    early = lab("lock", STUDY)
    assert early.code == 2
    assert "not been coded by two people" in early.err
    in_lab(lambda pool: _read(pool, STUDY))
    assert "Kappa is 1.00" in good(lab("codes", STUDY)).out
    good(lab("lock", STUDY))
    good(lab("unblind", STUDY, "--person", "Bo Visser", "--reason", "All codes are locked"))
    assert "percentage points" in good(lab("analyse", STUDY)).out
    assert lab("analyse", STUDY).code == 2
    good(lab("explore", STUDY, "--title", "Care only", "--test", "mcnemar_midp", "--subgroup", "sector is care"))
    shown = good(lab("results", STUDY, "--out", tmp_path / "result"))
    assert "Care only" in shown.out
    assert sorted(one.name for one in (tmp_path / "result").iterdir()) == sorted(
        ["verslag.pdf", "report.pdf", "outcomes.csv", "codebook.md", "everything-to-recount.zip"]
    )
    assert "Bedrijf Geheim" not in shown.out
    assert "Will be deleted on" in good(lab("keeping", STUDY)).out
    good(lab("archive", STUDY))
    names = in_lab(
        lambda pool: pool.fetch(
            "select distinct sign_in_name from lab.event join lab.account using (account_id) where kind ~ '^study'"
        )
    )
    assert [row["sign_in_name"] for row in names] == ["bo.visser"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("show", "Nergens"), 2, "You do not work on any study"),
        (("protocol", "Nergens", "--in", "nothing.json"), 2, "You do not work on any study"),
        (("sent", "Nergens", "1-1"), 2, "You do not work on any study"),
        (("draw", "Nergens", "--start", "31-02-2027"), 2, "--start"),
        (("reply", "Nergens", "1-1", "--at", "28-03-2027 02:30", "--text", "x"), 2, "the clocks went forward"),
    ],
)
def test_what_is_wrong_is_told(lab: Stagekans, arguments: tuple[str, ...], code: int, told: str) -> None:
    done = lab(*arguments)
    assert done.code == code
    assert told in done.err
