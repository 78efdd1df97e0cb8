"""Rules about more than one pair, and published places, on their way from files to the instance."""

from __future__ import annotations

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
    wrong = "student_number,offer_id\n9,O1\n1,O9\n2,O1\n2,O1\n"
    with pytest.raises(InputsRefused) as refused:
        read_inputs(with_published(sources(tmp_path, published=wrong), policy))
    said = [(one.file_name, one.fault.row, one.fault.column, one.fault.code) for one in refused.value.faults]
    assert said == [
        ("told.csv", 2, "student_number", "unknown_student"),
        ("told.csv", 3, "offer_id", "unknown_offer"),
        ("told.csv", 5, "student_number", "duplicate_key"),
    ]
    (tmp_path / "told.csv").unlink()
    with pytest.raises(InputsRefused) as absent:
        read_inputs(with_published(sources(tmp_path), policy))
    assert [one.path.name for one in absent.value.unreadable] == ["told.csv"]
