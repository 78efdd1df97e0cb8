"""Every reference case of independent programs, through the command as a researcher uses it."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.cli.conftest import Stagekans
from tests.pure.lab.reference_cases import cases, differences

#: The published micro data may not be shipped; this variable says where they are.
SHARED = os.environ.get("STAGEKANS_SHARED")
_CASES = cases()
#: Where R itself is loose, and by how much: smooth.spline looks for its df = 3 up to 1e-4 only (pi0_smoother,
#: q_smoother; see adjusted_p); mantelhaen.test's exact odds ratio and its interval (fractions are nearer to ours: test_strata).
_LOOSE = {"krw_race_onesided": 5e-6, "bm_mh": 1e-5}


class _Answer(msgspec.Struct):
    """The outputs of one case, as the comparison takes them."""

    values: dict[str, Any]


def _asked(stagekans: Stagekans, folder: Path, asked: list[dict[str, Any]], *more: str | Path) -> dict[str, Any]:
    (folder / "cases.json").write_text(json.dumps(asked))
    out = folder / "answers.json"
    done = stagekans("statistics", "--cases", folder / "cases.json", "--out", out, *more)
    assert done.code == 0, done.err
    return {one["id"]: one for one in json.loads(out.read_bytes())}


def _wrong(asked: Iterable[dict[str, Any]], answers: dict[str, Any]) -> list[str]:
    found = []
    for case in asked:
        one = answers[case["id"]]
        if "error" in one:
            found.append(f"{case['id']}: {one['error']}")
            continue
        held = {**case, "outputs": {"values": _wanted(case)}}
        if case["id"] in _LOOSE:
            held["tolerance_rel"] = _LOOSE[case["id"]]
        found += [f"{case['id']}: {difference}" for difference in differences(held, _Answer(one["outputs"]))]
    return found


def _wanted(case: dict[str, Any]) -> dict[str, Any]:
    """The outputs under one name each: two cases write them otherwise than the others do."""
    wanted = dict(case["outputs"])
    if isinstance(wanted.get("loglik"), list):
        wanted["loglik_null"], wanted["loglik"] = wanted["loglik"]
    # About another file, the fixture of the paper: tests/pure/lab/test_reference_employers.py compares with it.
    wanted.pop("max_abs_diff_vs_walters_fixture", None)
    return wanted


def test_there_are_596() -> None:
    assert len(_CASES) == len({case["id"] for case in _CASES}) == 596


def test_cases_without_a_data_file(stagekans: Stagekans, tmp_path: Path) -> None:
    asked = [case for case in _CASES if "data" not in case["inputs"] or case["id"] == "bm_pairs211"]
    assert len(asked) > 570
    assert _wrong(asked, _asked(stagekans, tmp_path, asked)) == []


@pytest.mark.skipif(SHARED is None, reason="the published micro data are not here (STAGEKANS_SHARED)")
def test_cases_with_a_data_file(stagekans: Stagekans, tmp_path: Path) -> None:
    assert SHARED is not None
    data = Path(SHARED) / "lab" / "data"
    _as_lakisha(data / "bm2004_openintro_resume.csv", tmp_path / "bm2004_lakisha_aer.csv")
    _as_in_the_formulas(data / "inter1.csv", tmp_path / "inter1.csv")
    for path in [*data.glob("*.csv"), *data.glob("krw/*.csv")]:
        if not (tmp_path / path.name).exists():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    asked = [case for case in _CASES if "data" in case["inputs"] and case["id"] != "bm_pairs211"]
    assert len(asked) > 15
    assert _wrong(asked, _asked(stagekans, tmp_path, asked, "--data", tmp_path)) == []


def _as_lakisha(source: Path, to: Path) -> None:
    """The same experiment under the column names of the authors' own file."""
    names = {
        "adid": "job_ad_id", "call": "received_callback", "volunteer": "volunteer", "military": "military",
        "email": "has_email_address", "empholes": "employment_holes", "workinschool": "worked_during_school",
        "honors": "honors", "computerskills": "computer_skills", "specialskills": "special_skills",
        "yearsexp": "years_experience",
    }  # fmt: skip
    with source.open() as read, to.open("w", newline="") as written:
        writer = csv.DictWriter(written, [*names, "race", "female", "h", "black"])
        writer.writeheader()
        for row in csv.DictReader(read):
            race, female, high = row["race"][0], row["gender"] == "f", row["resume_quality"] == "high"
            own = {"race": race, "black": int(race == "b"), "female": int(female), "h": int(high)}
            writer.writerow({name: row[column] for name, column in names.items()} | own)


def _as_in_the_formulas(source: Path, to: Path) -> None:
    """With the short names that the formulas use beside the published ones."""
    with source.open() as read, to.open("w", newline="") as written:
        rows = list(csv.DictReader(read))
        writer = csv.DictWriter(written, [*rows[0], "cb", "woman", "o"])
        writer.writeheader()
        for row in rows:
            own = {"cb": row["callback"], "woman": int(row["gender"] == "Woman"), "o": row["origin"]}
            writer.writerow(row | own)
