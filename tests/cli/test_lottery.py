"""A lottery without a website: commit, reveal, check, recompute; and whatever can be wrong with that."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import stat
from pathlib import Path

import pytest

from matching.commitment import Opening
from tests.cli.conftest import Stagekans

SALT = "00112233445566778899aabbccddeeff" * 2
SECRET = "lente 2027 – kanaal 3"
OPENING = Opening(salt=SALT, secret=SECRET)


def check(stagekans: Stagekans, **changed: str) -> tuple[int, str]:
    given = {"sha256": OPENING.commitment, "salt": SALT, "secret": SECRET, **changed}
    done = stagekans("lottery", "check", *(word for name, value in given.items() for word in (f"--{name}", value)))
    return done.code, done.out + done.err


def test_from_commitment_to_lots_of_a_whole_school(stagekans: Stagekans, match: Stagekans, tmp_path: Path) -> None:
    kept = tmp_path / "geheim.json"
    done = stagekans("lottery", "commit", "--out", kept)
    assert done.code == 0, done.err
    commitment = done.out.strip()
    hidden = json.loads(kept.read_text())
    assert hidden["sha256"] == commitment
    assert hidden["secret"] not in done.out + done.err
    assert hidden["salt"] not in done.out + done.err
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    shown = stagekans("lottery", "reveal", kept, "--public", " 7  12 ").out
    seed = Opening(salt=hidden["salt"], secret=hidden["secret"]).seed("7 12")
    assert all(value in shown for value in (commitment, hidden["salt"], hidden["secret"], seed))
    facts = {"sha256": commitment, "salt": hidden["salt"], "secret": hidden["secret"], "public": "7 12"}
    assert check(stagekans, **facts, seed=seed)[0] == 0

    policy = tmp_path / "policy.toml"
    policy.write_text(f'seed = "{seed}"\n')
    assert match("--policy", policy).code == 0
    explained = [json.loads(line) for line in (tmp_path / "result" / "explanations.jsonl").read_text().splitlines()]
    numbers = tmp_path / "numbers.txt"
    numbers.write_text("\n".join(row["student_number"] for row in explained))
    lots = stagekans("lottery", "lots", numbers, "--seed", seed)
    assert lots.code == 0, lots.err
    recomputed = {row["student_number"]: int(row["lot_number"]) for row in csv.DictReader(io.StringIO(lots.out))}
    assert len(recomputed) == 1200
    assert recomputed == {row["student_number"]: row["lot_number"] for row in explained}


def test_a_students_file_gives_its_column(stagekans: Stagekans, demo_files: Path) -> None:
    done = stagekans("lottery", "lots", demo_files / "students.csv", "--seed", "x")
    assert done.code == 0, done.err
    assert done.out.splitlines()[0] == "student_number,lot_number"
    assert [line.rsplit(",", 1)[1] for line in done.out.splitlines()[1:]] == [str(lot) for lot in range(1, 1201)]


def test_a_secret_of_ones_own(stagekans: Stagekans, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{SECRET}\n"))
    done = stagekans("lottery", "commit", "--typed", "--out", tmp_path / "s.json")
    hidden = json.loads((tmp_path / "s.json").read_text())
    assert hidden["secret"] == SECRET
    text = f"stagekans lottery commitment 1\n{hidden['salt']}\n{SECRET}\n"
    assert done.out.strip() == hashlib.sha256(text.encode()).hexdigest()
    monkeypatch.setattr("sys.stdin", io.StringIO("kort\n"))
    done = stagekans("lottery", "commit", "--typed", "--out", tmp_path / "t.json")
    assert (done.code, (tmp_path / "t.json").exists()) == (2, False)


def test_a_secret_is_never_overwritten(stagekans: Stagekans, tmp_path: Path) -> None:
    kept = tmp_path / "s.json"
    stagekans("lottery", "commit", "--out", kept)
    before = kept.read_bytes()
    done = stagekans("lottery", "commit", "--out", kept)
    assert (done.code, done.out) == (2, "")
    assert "s.json bestaat al" in done.err
    assert kept.read_bytes() == before
    assert stagekans("lottery", "commit", "--out", tmp_path / "nowhere" / "s.json").code == 2


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, 0),
        ({"seed": OPENING.seed()}, 0),
        ({"seed": OPENING.seed("7 12"), "public": "7\t12"}, 0),
        ({"seed": OPENING.seed("7 12")}, 1),
        ({"seed": OPENING.seed("7 13"), "public": "7 12"}, 1),
        ({"secret": SECRET + "!"}, 1),
        ({"salt": "0" * 64}, 1),
        ({"sha256": "0" * 64}, 1),
        ({"sha256": "zes"}, 2),
        ({"salt": SALT.upper()}, 2),
        ({"secret": "kort"}, 2),
        ({"seed": "seed"}, 2),
    ],
)
def test_a_check_fits_or_not(stagekans: Stagekans, changed: dict[str, str], code: int) -> None:
    assert check(stagekans, **changed)[0] == code
    english = stagekans(
        "lottery", "check", "--language", "en", "--sha256", OPENING.commitment, "--salt", SALT, "--secret", SECRET
    )
    assert english.out.startswith("Right: salt and secret belong to the code.")


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        ('{{"schema":1,"sha256":"{}","salt":"{}","secret":"iets anders"}}'.format("0" * 64, SALT), 1, "is veranderd"),
        ('{"schema":1,"sha256":"","salt":"","secret":""}', 2, "is geen bestand"),
        ("geen json", 2, "is geen bestand"),
        (None, 2, "is niet te lezen"),
    ],
    ids=["changed", "empty parts", "no JSON", "not there"],
)
def test_a_secret_file_that_cannot_be_used(
    stagekans: Stagekans, tmp_path: Path, content: str | None, code: int, told: str
) -> None:
    if content is not None:
        (tmp_path / "s.json").write_text(content)
    done = stagekans("lottery", "reveal", tmp_path / "s.json")
    assert (done.code, done.out) == (code, "")
    assert told in done.err


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "geen studentnummers"),
        (b"\n \n", "geen studentnummers"),
        (b"1\n2\n1\n", "1 staat twee keer"),
        (b"offer_id;places\nO1;2\n", "geen studentnummers"),
        (b"%PDF-1.7 \x00\x01\x02\x03", "geen studentnummers"),
        (None, "is niet te lezen"),
    ],
)
def test_numbers_that_cannot_be_used(stagekans: Stagekans, tmp_path: Path, content: bytes | None, told: str) -> None:
    if content is not None:
        (tmp_path / "n.csv").write_bytes(content)
    done = stagekans("lottery", "lots", tmp_path / "n.csv", "--seed", "x")
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_wrong_steps(stagekans: Stagekans) -> None:
    assert stagekans("lottery").code == 2
    assert stagekans("lottery", "chek").code == 2
    assert "--seed" in stagekans("lottery", "lots", "x").err
    assert stagekans("lottery", "lots", "x", "--seed", "").code == 2
    for step in ("commit", "reveal", "check", "lots"):
        shown = stagekans("lottery", step, "--help").out
        assert f"stagekans lottery {step}" in shown.split("\n", 2)[2], "no example"
        assert f"Usage: stagekans lottery {step}" in stagekans("lottery", step, "--help", "--language", "en").out
