"""``stagekans compare`` and ``stagekans what-if``: folders side by side, the same again with changes, and bad input."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from api.services.match_files.differences import COLUMNS
from tests.cli.conftest import Stagekans

CHANGES = """
closed_offers = ["{closed}"]
[[more_places]]
offer_id = "{more}"
places = 5
[[new_offers]]
offer_id = "NIEUW-1"
places = 3
crebos = ["25498"]
place = "Hilversum"
[[more_travel]]
minutes = 15
crebo = "25498"
[policy]
goals = ["placed", "worst_off", "satisfaction"]
"""


def offers_of(folder: Path) -> dict[str, int]:
    instance = json.loads((folder / "instance.json").read_text())
    return {offer["offer_id"]: offer["places"] for offer in instance["offers"]}


def test_the_same_result_twice_differs_in_nothing(match: Stagekans, stagekans: Stagekans, tmp_path: Path) -> None:
    assert match().code == 0
    done = stagekans("compare", tmp_path / "result", tmp_path / "result", "--out", tmp_path / "d.csv")
    assert done.code == 0, done.err
    assert "Niets: dezelfde gegevens" in done.out
    assert "Hetzelfde: 1.200" in done.out
    assert (tmp_path / "d.csv").read_text().splitlines() == [",".join(COLUMNS)]


def test_a_what_if_gives_a_result_that_verifies_and_is_compared(
    match: Stagekans, stagekans: Stagekans, tmp_path: Path
) -> None:
    first, second = tmp_path / "result", tmp_path / "second"
    assert match().code == 0
    before = {path.name: path.read_bytes() for path in first.iterdir()}
    more, closed, *_ = offers_of(first)
    changes = tmp_path / "changes.toml"
    changes.write_text(CHANGES.format(more=more, closed=closed))
    done = stagekans("what-if", first, "--changes", changes, "--out", second)
    assert done.code == 0, done.err
    assert {path.name: path.read_bytes() for path in first.iterdir()} == before
    for told in (f"5 plekken erbij bij {more}", f"{closed} gaat dicht", "NIEUW-1", "opleiding 25498", "1 aanbod erbij"):
        assert told in done.out
    assert "loting" not in done.out.lower().split("doelen\n")[0]
    assert stagekans("verify", second).code == 0
    assert offers_of(second)["NIEUW-1"] == 3
    assert offers_of(second)[more] == offers_of(first)[more] + 5

    compared = stagekans("compare", first, second, "--out", tmp_path / "d.csv", "--language", "en")
    assert compared.code == 0
    assert "Gets a place" in compared.out
    with (tmp_path / "d.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert f"The {len(rows)} students" in compared.out
    reports = [json.loads((folder / "report.json").read_text()) for folder in (first, second)]
    assert reports[0]["seed"] == reports[1]["seed"]
    effects = [row["effect"] for row in rows]
    gained = effects.count("got_place") - effects.count("lost_place")
    assert gained == reports[1]["placed"] - reports[0]["placed"]
    assert {row["left_offer_id"] for row in rows if row["effect"] == "got_place"} == {""}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "Noem minstens één verandering"),
        ('closed_offers = ["X"]', "changes.toml, closed_offers 1, offer_id: Het aanbod X bestaat niet"),
        ("closed = 1", "closed"),
        ("[[more_places]]\noffer_id = 'A'\nplaces = 0", "places"),
        ("closed_offers = [", "changes.toml"),
        ('[policy]\ngoals = ["placed", "placed"]', "policy: Dit beleid klopt niet"),
    ],
)
def test_changes_that_cannot_be_made_are_told(
    match: Stagekans, stagekans: Stagekans, tmp_path: Path, small: None, written: str, told: str
) -> None:
    changes = tmp_path / "changes.toml"
    changes.write_text(written)
    done = stagekans("what-if", tmp_path / "result", "--changes", changes, "--out", tmp_path / "second")
    assert done.code == 2
    assert told in done.err
    assert "Niets" in done.err or "niets berekend" in done.err
    assert not (tmp_path / "second").exists()


@pytest.fixture
def small(stagekans: Stagekans, tmp_path: Path) -> None:
    """A result of two students."""
    (tmp_path / "s.csv").write_text("student_number;crebo\n1;25655\n2;25655\n")
    (tmp_path / "o.csv").write_text("offer_id;places;crebo\nO1;1;25655\n")
    made = stagekans(
        "match", "--students", tmp_path / "s.csv", "--offers", tmp_path / "o.csv", "--out", tmp_path / "result"
    )
    assert made.code == 0, made.err


def test_the_folder_of_the_first_result_is_never_written_over(
    stagekans: Stagekans, tmp_path: Path, small: None
) -> None:
    changes = tmp_path / "changes.toml"
    changes.write_text("only_recognised = true")
    done = stagekans("what-if", tmp_path / "result", "--changes", changes, "--out", tmp_path / "x" / ".." / "result")
    assert done.code == 2
    assert "dezelfde map" in done.err


def test_a_folder_that_is_no_result_and_files_that_do_not_belong_together(
    stagekans: Stagekans, tmp_path: Path, small: None
) -> None:
    done = stagekans("compare", tmp_path / "result", tmp_path / "nothing")
    assert done.code == 2
    assert "nothing" in done.err
    instance = tmp_path / "result" / "instance.json"
    instance.write_text(instance.read_text().replace('"places":1', '"places":2'))
    done = stagekans("compare", tmp_path / "result", tmp_path / "result")
    assert done.code == 2
    assert "report.json" in done.err
    assert stagekans("compare", tmp_path / "result").code == 2


def test_a_table_that_cannot_be_written_is_told(stagekans: Stagekans, tmp_path: Path, small: None) -> None:
    done = stagekans("compare", tmp_path / "result", tmp_path / "result", "--out", tmp_path)
    assert done.code == 2
    assert str(tmp_path) in done.err
