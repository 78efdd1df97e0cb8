"""``stagekans match``: from files to a folder, and from bad files to every fault."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from api.services.match_files.folder import FILES
from tests.cli.conftest import Stagekans


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";" if ";" in path.read_text("utf-8-sig")[:200] else ","))


def write_rows(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_the_demo_files_give_a_whole_folder(match: Stagekans, tmp_path: Path) -> None:
    done = match()
    result = tmp_path / "result"
    assert done.code == 0, done.err
    assert {path.name for path in result.iterdir()} == FILES
    report = json.loads((result / "report.json").read_text())
    placed, unplaced = rows_of(result / "placements.csv"), rows_of(result / "unplaced.csv")
    assert report["status"] == "finished"
    assert all(goal["proven"] and goal["value"] == goal["bound"] for goal in report["goals"])
    assert [goal["name"] for goal in report["goals"]] == ["placed", "satisfaction"]
    assert len(placed) == report["placed"] == report["goals"][0]["value"]
    assert len(placed) + len(unplaced) == report["students"] == 1200
    assert list(placed[0]) == ["student_number", "offer_id", "rank", "utility", "travel_minutes", "lot_number"]
    assert list(unplaced[0]) == ["student_number", "reason_code", "reason", "bottleneck", "otherwise"]
    assert len((result / "explanations.jsonl").read_text().splitlines()) == 1200
    assert f"{report['placed']:,}".replace(",", ".") in done.out
    # The shortages of the school are seen for what they are: more students than places.
    short = {row["bottleneck"].rsplit(" ", 1)[-1] for row in unplaced if row["reason_code"].startswith("more_")}
    assert {"25498", "25960"} <= short
    groups = rows_of(result / "bottlenecks.csv")
    missing = [int(row["shortage"]) for row in groups]
    assert missing == sorted(missing, reverse=True)
    assert sum(missing) == sum(row["reason_code"] == "more_students_than_places" for row in unplaced)
    assert all(row["opens"] and row["text"].endswith(".") for row in groups)
    assert any("meer reistijd" in row["otherwise"] for row in unplaced)


def test_the_same_files_give_the_same_bytes(match: Stagekans, tmp_path: Path) -> None:
    assert match().code == match("--out", tmp_path / "again").code == 0
    for name in FILES - {"report.json"}:
        assert (tmp_path / "result" / name).read_bytes() == (tmp_path / "again" / name).read_bytes(), name
    reports = [json.loads((tmp_path / folder / "report.json").read_text()) for folder in ("result", "again")]
    assert reports[0].pop("seconds") > 0
    assert reports[1].pop("seconds") > 0
    assert reports[0] == reports[1]


def test_another_seed_draws_other_lots(match: Stagekans, tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text('goals = ["placed", "satisfaction"]\nseed = "round-2027-02"\n')
    assert match().code == match("--policy", policy, "--out", tmp_path / "seeded").code == 0
    first, second = (rows_of(tmp_path / folder / "placements.csv") for folder in ("result", "seeded"))
    assert [row["lot_number"] for row in first] != [row["lot_number"] for row in second]
    assert json.loads((tmp_path / "seeded" / "report.json").read_text())["seed"] == "round-2027-02"


@pytest.mark.parametrize("classes", ["rank", "utility"])
def test_the_worst_off_first(match: Stagekans, stagekans: Stagekans, tmp_path: Path, classes: str) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(f'goals = ["placed", "worst_off", "satisfaction"]\n[worst_off]\nclasses = "{classes}"\n')
    done = match("--policy", policy)
    assert done.code == 0, done.err
    report = json.loads((tmp_path / "result" / "report.json").read_text())
    placed = rows_of(tmp_path / "result" / "placements.csv")
    goal = report["goals"][1]
    assert (goal["name"], goal["proven"], goal["value"]) == ("worst_off", True, goal["bound"])
    if classes == "rank":
        ranks = [row["rank"] for row in placed]
        last = len(goal["value"]) - 2
        expected = [1200 - len(placed), ranks.count(""), *[ranks.count(str(rank)) for rank in range(last, 0, -1)]]
    else:
        bands = [min(int(row["utility"]) // 100, 9) for row in placed]
        expected = [1200 - len(placed), *[bands.count(band) for band in range(10)]]
    assert goal["value"] == expected
    assert f"Geen plek: {1200 - len(placed)} · " in done.out
    checked = stagekans("verify", tmp_path / "result")
    assert checked.code == 0, checked.out


def test_excel_gives_what_csv_gives(match: Stagekans, demo_files: Path, tmp_path: Path) -> None:
    assert match().code == match("--students", demo_files / "students.xlsx", "--out", tmp_path / "xlsx").code == 0
    assert (tmp_path / "result" / "placements.csv").read_bytes() == (tmp_path / "xlsx" / "placements.csv").read_bytes()


@pytest.mark.parametrize(
    ("language", "place", "remedy"),
    [
        ("nl", "students-with-mistakes.csv, rij 4, kolom crebo: ", "Doe dit: "),
        ("en", ", row 4, column crebo: ", "Do this: "),
    ],
)
def test_every_fault_is_told(
    match: Stagekans, demo_files: Path, tmp_path: Path, language: str, place: str, remedy: str
) -> None:
    done = match("--language", language, "--students", demo_files / "students-with-mistakes.csv")
    assert done.code == 2
    assert place in done.err
    assert done.err.count(remedy) == 7
    for column in ("preferences", "max_travel_minutes", "start_date", "student_number", "transport", "end_date"):
        assert column in done.err
    assert not (tmp_path / "result").exists()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "leeg"),
        (b"student_number,crebo\n", "gegevens"),
        (b"student_number\n1\n", "crebo"),
        (b"PK\x03\x04" + bytes(100), "beschadigd"),
        (b"student_number,crebo,nationaliteit\n1,25998,NL\n", "nationaliteit"),
    ],
    ids=["empty", "header only", "column missing", "not really xlsx", "forbidden column"],
)
def test_a_file_that_cannot_be_used(match: Stagekans, tmp_path: Path, content: bytes, named: str) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(content)
    done = match("--students", bad)
    assert done.code == 2
    assert "bad.csv" in done.err
    assert named in done.err
    assert not (tmp_path / "result").exists()


def test_faults_of_all_files_come_together(match: Stagekans, demo_files: Path, tmp_path: Path) -> None:
    offers = rows_of(demo_files / "offers.csv")
    offers[0]["places"] = "-1"
    done = match(
        "--students", demo_files / "students-with-mistakes.csv", "--offers", write_rows(tmp_path / "o.csv", offers)
    )
    assert done.code == 2
    assert "o.csv, rij 2, kolom places" in done.err
    assert "students-with-mistakes.csv, rij 4, kolom crebo" in done.err
    # A wrong cell in its row does not make the offer itself unknown.
    assert "O0001" not in done.err


def test_a_lock_that_breaks_a_rule(match: Stagekans, demo_files: Path, tmp_path: Path) -> None:
    students = rows_of(demo_files / "students.csv")
    cook = next(row for row in students if row["crebo"] == "25180")
    cook["locked_offer"] = "O0001"
    done = match("--students", write_rows(tmp_path / "locked.csv", students))
    assert done.code == 2
    assert f"locked.csv, rij {students.index(cook) + 2}, kolom locked_offer: De vaste plek ‘O0001’" in done.err
    assert "andere opleiding" in done.err
    assert not (tmp_path / "result").exists()


def test_every_lock_that_cannot_stand_is_told_at_once(match: Stagekans, tmp_path: Path) -> None:
    cells = [("1", "25998", "A"), ("2", "25998", "A"), ("3", "25998", "B"), ("4", "25999", "C")]
    names = ("student_number", "crebo", "locked_offer")
    students = write_rows(tmp_path / "s.csv", [dict(zip(names, row, strict=True)) for row in cells])
    offers = [
        {"offer_id": name, "places": places, "crebos": "25998"} for name, places in (("A", "1"), ("B", "0"), ("C", "1"))
    ]
    done = match("--students", students, "--offers", write_rows(tmp_path / "o.csv", offers))
    assert done.code == 2
    for row, words in (
        ("2", "vaste plekken 2"),
        ("3", "vaste plekken 2"),
        ("4", "plaatsen 0"),
        ("5", "andere opleiding"),
    ):
        assert any(f"s.csv, rij {row}, kolom locked_offer" in line and words in line for line in done.err.splitlines())
    assert "Er zijn 4 fouten" in done.err


@pytest.mark.parametrize(("language", "sum_told"), [("nl", "De punten zijn samen 750"), ("en", "The points are 750")])
def test_every_fault_of_a_policy_has_its_key(match: Stagekans, tmp_path: Path, language: str, sum_told: str) -> None:
    policy = tmp_path / "p.toml"
    policy.write_text('goals = ["place"]\nseed = 1\nbudget_seconds = -1\nfoo = 1\n[utility]\ntravel = 0\n')
    done = match("--policy", policy, "--language", language)
    assert done.code == 2
    for key in ("goals", "seed", "foo", "utility", "budget_seconds"):
        assert f"p.toml, {key}: " in done.err
    assert sum_told in done.err
    assert done.err.count("Doe dit: " if language == "nl" else "Do this: ") == 5
    assert "Expected" not in done.err, "no word of the decoder"


def test_zero_places_is_a_result(match: Stagekans, demo_files: Path, tmp_path: Path) -> None:
    students = [row | {"locked_offer": ""} for row in rows_of(demo_files / "students.csv")]
    offers = [row | {"places": "0"} for row in rows_of(demo_files / "offers.csv")]
    done = match(
        "--students", write_rows(tmp_path / "s.csv", students), "--offers", write_rows(tmp_path / "o.csv", offers)
    )
    assert done.code == 0
    assert rows_of(tmp_path / "result" / "placements.csv") == []
    reasons = {row["reason_code"] for row in rows_of(tmp_path / "result" / "unplaced.csv")}
    assert reasons == {"no_places", "no_eligible_offer"}


def test_pairs_replace_the_rules(match: Stagekans, tmp_path: Path) -> None:
    students = write_rows(tmp_path / "s.csv", [{"student_number": n, "crebo": "25998"} for n in ("1", "2")])
    offers = write_rows(tmp_path / "o.csv", [{"offer_id": "A", "places": "1", "crebos": "25180"}])
    pairs = write_rows(
        tmp_path / "p.csv",
        [
            {"student_number": "1", "offer_id": "A", "utility": "10"},
            {"student_number": "2", "offer_id": "A", "utility": "11"},
        ],
    )
    done = match("--students", students, "--offers", offers, "--pairs", pairs)
    assert done.code == 0, done.err
    assert [(row["student_number"], row["utility"]) for row in rows_of(tmp_path / "result" / "placements.csv")] == [
        ("2", "11")
    ]


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ('goals = ["placed", "group_gap"]', "group_gap"),
        ('[worst_off]\nclasses = "ranks"', "worst_off"),
        ('[rematch]\npublished = "placements.csv"', "rematch"),
        ("goals = [", "geen goede TOML"),
        ('goal = ["placed"]', "goal"),
    ],
    ids=[
        "a goal without its table",
        "worst off",
        "rematch",
        "not TOML",
        "unknown key",
    ],  # each names the file and a remedy
)
def test_a_policy_that_this_version_cannot_follow(match: Stagekans, tmp_path: Path, toml: str, named: str) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text(toml)
    done = match("--policy", policy)
    assert done.code == 2
    assert done.err.startswith("policy.toml")
    assert named in done.err
    assert "Doe dit: " in done.err
    assert not (tmp_path / "result").exists()


def test_what_is_wrong_with_policy_and_files_comes_together(match: Stagekans, tmp_path: Path) -> None:
    policy = tmp_path / "p.toml"
    policy.write_text('goals = ["group_gap"]\n[rematch]\nmax_changes = 1\n')
    wrong = write_rows(tmp_path / "s.csv", [{"student_number": "1", "crebo": "1"}])
    done = match("--policy", policy, "--students", wrong, "--offers", tmp_path / "nope.csv", "--travel", tmp_path)
    assert done.code == 2
    assert "p.toml, group_gap.groupings: Er is geen indeling in groepen gekozen." in done.err
    assert f"{tmp_path / 'nope.csv'}: dit bestand bestaat niet" in done.err
    assert f"{tmp_path}: dit is een map" in done.err
    assert "s.csv, rij 2, kolom crebo" in done.err
    assert "Er zijn 4 fouten" in done.err


def test_files_of_one_name_are_told_apart(match: Stagekans, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    students = write_rows(tmp_path / "a" / "x.csv", [{"student_number": "1", "crebo": "1"}])
    offers = write_rows(tmp_path / "b" / "x.csv", [{"offer_id": "A", "places": "1", "crebos": "2"}])
    done = match("--students", students, "--offers", offers)
    assert f"{students}, rij 2, kolom crebo" in done.err
    assert f"{offers}, rij 2, kolom crebos" in done.err


def test_a_folder_with_other_files_is_left_alone(match: Stagekans, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "thesis.docx").write_text("years of work")
    done = match("--out", taken)
    assert done.code == 2
    assert [path.name for path in taken.iterdir()] == ["thesis.docx"]


def test_an_earlier_result_is_replaced_whole(match: Stagekans, tmp_path: Path) -> None:
    result = tmp_path / "result"
    result.mkdir()
    (result / "placements.csv").write_text("old")
    assert match().code == 0
    assert {path.name for path in result.iterdir()} == FILES
    assert sorted(path.name for path in tmp_path.iterdir()) == ["result"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_leaves_nothing_half_written(demo_files: Path, tmp_path: Path, number: signal.Signals) -> None:
    # A pipe in the place of a file: the command waits there, in the middle of its work, until the signal comes.
    pipe = tmp_path / "students.csv"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "api.cli", "match", "--students", pipe, "--offers", demo_files / "offers.csv"]
    running = subprocess.Popen([*command, "--out", tmp_path / "result"], stderr=subprocess.PIPE)
    writer = os.open(pipe, os.O_WRONLY)  # opens once the command reads
    time.sleep(0.2)
    running.send_signal(number)
    _, said = running.communicate(timeout=300)
    os.close(writer)
    assert running.returncode == 3, said
    assert b"Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["students.csv"]


def test_hostile_keys_are_no_formulas(match: Stagekans, stagekans: Stagekans, tmp_path: Path) -> None:
    students = write_rows(tmp_path / "s.csv", [{"student_number": "+1", "crebo": "25998"}])
    offers = write_rows(tmp_path / "o.csv", [{"offer_id": "@SUM(A1)", "places": "1", "crebos": "25998"}])
    assert match("--students", students, "--offers", offers).code == 0
    line = (tmp_path / "result" / "placements.csv").read_text().splitlines()[1]
    assert line.startswith("'+1,'@SUM(A1),")
    assert stagekans("verify", tmp_path / "result").code == 0
