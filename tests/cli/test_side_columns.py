"""Rules about more than one pair, and published places, on their way from files to the instance."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from api.services.match_files.reading import InputsRefused, Sources, read_inputs, with_published
from matching.faults import PolicyUnreadable
from matching.instance import Together
from matching.policy import Policy, Rematch
from tests.cli.conftest import Stagekans

STUDENTS = "student_number;crebo;level;together_with\n1;25998;2;!2\n2;25998;3;\n"
OFFERS = "offer_id;places;crebos;reserves\nO1;4;25998;level=2:1|level=4:1\n"


def sources(folder: Path, students: str = STUDENTS, offers: str = OFFERS, published: str | None = None) -> Sources:
    for name, text in (("students", students), ("offers", offers), ("policy", "")):
        (folder / f"{name}.csv").write_text(text)
    if published is not None:
        (folder / "told.csv").write_text(published)
    return Sources(students=folder / "students.csv", offers=folder / "offers.csv", policy=folder / "policy.csv")


def test_rules_come_into_the_instance_and_an_empty_group_is_a_remark(tmp_path: Path) -> None:
    inputs = read_inputs(sources(tmp_path))
    assert inputs.instance.students[0].together_with == (Together(student_number="2", must=True),)
    assert len(inputs.instance.offers[0].reserves) == 2
    (remark,) = inputs.remarks
    assert (remark.file_name, remark.fault.code, remark.fault.row) == ("offers.csv", "group_without_students", 2)


def test_a_run_obeys_the_rules(stagekans: Stagekans, tmp_path: Path) -> None:
    found = sources(tmp_path)
    told = stagekans("match", "--students", found.students, "--offers", found.offers, "--out", tmp_path / "out")
    assert told.code == 0
    assert "2,O1" in (tmp_path / "out" / "placements.csv").read_text()
    assert stagekans("verify", tmp_path / "out").code == 0


def test_together_with_a_student_of_a_rejected_row_is_told_once(tmp_path: Path) -> None:
    with pytest.raises(InputsRefused) as refused:
        read_inputs(sources(tmp_path, "student_number;crebo;level;together_with\n1;25998;2;2|3\n2;25998;9;\n"))
    said = [(one.fault.row, one.fault.code) for one in refused.value.faults]
    assert said == [(2, "unknown_together"), (3, "cell_out_of_range")], "2 is in the file, 3 is not"


def test_published_places_stand_beside_the_policy(tmp_path: Path) -> None:
    policy = Policy(rematch=Rematch(max_changes=3, published="told.csv"))
    found = with_published(sources(tmp_path, published="student_number,offer_id,rank\n2,O1,1\n1,O1,\n"), policy)
    assert found.published == tmp_path / "told.csv"
    assert read_inputs(found).instance.published == (("1", "O1"), ("2", "O1"))
    assert with_published(sources(tmp_path), Policy()).published is None
    with pytest.raises(PolicyUnreadable):
        with_published(sources(tmp_path), Policy(rematch=Rematch(max_changes=3)))


def test_wrong_published_places_have_their_row_and_column(tmp_path: Path) -> None:
    policy = Policy(rematch=Rematch(max_changes=3, published="told.csv"))
    wrong = "student_number,offer_id\n9,O1\n,O1\n2,O1\n2,O1\n"
    with pytest.raises(InputsRefused) as refused:
        read_inputs(with_published(sources(tmp_path, published=wrong), policy))
    said = [(one.file_name, one.fault.row, one.fault.column, one.fault.code) for one in refused.value.faults]
    assert said == [
        ("told.csv", 3, "student_number", "cell_missing"),
        ("told.csv", 5, "student_number", "duplicate_key"),
    ]
    (tmp_path / "told.csv").unlink()
    with pytest.raises(InputsRefused) as absent:
        read_inputs(with_published(sources(tmp_path), policy))
    assert [one.path.name for one in absent.value.unreadable] == ["told.csv"]


def rematch(folder: Path, published: str, **rows: str) -> list[str | Path]:
    """What ``stagekans match`` is asked: no change may be chosen; a policy file beside the published places."""
    found = sources(folder, published=published, **rows)
    policy = folder / "policy.toml"
    policy.write_text('[rematch]\nmax_changes = 0\npublished = "told.csv"\n')
    return [
        "match",
        "--students",
        found.students,
        "--offers",
        found.offers,
        "--policy",
        policy,
        "--out",
        folder / "out",
    ]


def test_a_company_that_withdrew_is_a_forced_change_and_a_remark(stagekans: Stagekans, tmp_path: Path) -> None:
    students = "student_number;crebo\n1;25998\n2;25998\n"
    offers = "offer_id;places;crebos\nO1;2;25998\n"
    asked = rematch(tmp_path, "student_number,offer_id\n1,GONE\n2,O1\n77,O1\n", students=students, offers=offers)
    done = stagekans(*asked)
    assert done.code == 0, done.err
    assert "told.csv, rij 2, kolom offer_id" in done.err
    assert "told.csv, rij 4, kolom student_number" in done.err
    assert done.err.count("Doe dit:") == 2
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert report["rematch"] == {"published": 3, "forced": 2, "chosen": 0, "max_changes": 0}
    assert report["placed"] == 2, "who lost his place has another one"
    assert stagekans("verify", tmp_path / "out").code == 0
    report["rematch"]["forced"] = 1
    (tmp_path / "out" / "report.json").write_text(json.dumps(report))
    assert stagekans("verify", tmp_path / "out").code == 1


def _not_there(told: Path) -> None:
    told.unlink()


def _folder(told: Path) -> None:
    told.unlink()
    told.mkdir()


def _empty(told: Path) -> None:
    told.write_text("")


def _other_columns(told: Path) -> None:
    told.write_text("student_number,place\n1,O1\n")


def _not_named(told: Path) -> None:
    (told.parent / "policy.toml").write_text("[rematch]\nmax_changes = 0\n")


@pytest.mark.parametrize("spoil", [_not_there, _folder, _empty, _other_columns, _not_named])
def test_what_is_wrong_with_the_published_file_is_told_once(
    stagekans: Stagekans, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    asked = rematch(tmp_path, "student_number,offer_id\n1,O1\n")
    spoil(tmp_path / "told.csv")
    done = stagekans(*asked)
    assert done.code == 2
    assert not (tmp_path / "out").exists()
    assert [line for line in done.err.splitlines() if "told.csv" in line or "rematch" in line or "bekend" in line] == [
        done.err.splitlines()[0]
    ]
    assert done.err.count("Doe dit:") == 1
    assert "Er is 1 fout" in done.err


@pytest.mark.parametrize("reserves", ["", "level=2:1"], ids=["plain", "in stages"])
def test_a_grouping_that_nobody_has_is_a_fault_of_the_policy_file(
    stagekans: Stagekans, tmp_path: Path, reserves: str
) -> None:
    found = sources(
        tmp_path, "student_number;crebo;level\n1;25998;2\n", f"offer_id;places;crebos;reserves\nO1;4;25998;{reserves}\n"
    )
    policy = tmp_path / "mine.toml"
    policy.write_text('goals = ["placed", "group_gap"]\n[group_gap]\ngroupings = ["ghost", "level"]\n')
    out = tmp_path / "out"
    done = stagekans("match", "--students", found.students, "--offers", found.offers, "--policy", policy, "--out", out)
    assert done.code == 2
    assert "mine.toml, group_gap.groupings: " in done.err
    assert "‘ghost’" in done.err
    assert "Doe dit: Kies een indeling die er is: failed_applications, level, programme, support." in done.err
    assert not out.exists()
    policy.write_text(policy.read_text().replace('"ghost", ', ""))
    done = stagekans("match", "--students", found.students, "--offers", found.offers, "--policy", policy, "--out", out)
    assert done.code == 0, "one group only is a gap of nothing"
    assert stagekans("verify", out).code == 0


def test_a_run_that_is_out_of_time_says_so_and_is_verified(stagekans: Stagekans, tmp_path: Path) -> None:
    rows = [
        f"{n};25998;{n % 4 + 1};O{n % 5}|O{n % 3 + 5}|O{n % 2 + 8};{(n + 9) % 30 if n % 2 else ''}" for n in range(30)
    ]
    students = "student_number;crebo;level;preferences;together_with\n" + "\n".join(rows) + "\n"
    offers = "offer_id;places;crebos;reserves;minimum;shared_capacity\n" + "".join(
        f"O{n};{n % 2 + 2};25998;level={n % 4 + 1}:1;{n % 3};k{n // 3}:6\n" for n in range(10)
    )
    found = sources(tmp_path, students, offers)
    policy, out = tmp_path / "policy.toml", tmp_path / "out"
    policy.write_text('goals = ["placed", "worst_off", "satisfaction"]\nbudget_seconds = 0\n')
    files = ["--students", found.students, "--offers", found.offers, "--policy", policy, "--out", out]
    done = stagekans("match", *files)
    assert done.code == 0, done.err
    report = json.loads((out / "report.json").read_text())
    assert report["status"] == "unproven"
    # How far the lottery comes is a matter of the clock; that everybody says the same of it is not.
    open_lottery = "lottery" in report
    assert ("Loting: " in done.out) is open_lottery
    done = stagekans("verify", out)
    assert (done.code, done.err) == (0, "")
    assert ("Loting: past bij de lotnummers" in done.out) is open_lottery
    assert ("Loting: bewezen" in done.out) is not open_lottery
    other = {"lottery": None} if open_lottery else {"lottery": "none"}
    for forged in ({"status": "finished"}, other):
        changed = {name: value for name, value in (report | forged).items() if value is not None}
        (out / "report.json").write_text(json.dumps(changed, indent=2) + "\n")
        done = stagekans("verify", out)
        assert done.code == 1, forged
        assert "het verslag zegt iets anders" in done.out, forged
        assert "fairness.json" not in done.out, "nothing is said of a file that is as it was"
