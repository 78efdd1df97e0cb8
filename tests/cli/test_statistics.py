"""``stagekans statistics``: a file of questions in, a file of answers out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from testing_lab.methods import answer
from tests.cli.conftest import Stagekans

COUNTS = {"both": 43, "only_majority": 43, "only_minority": 27, "neither": 197}


def asked(folder: Path, *cases: dict[str, Any]) -> Path:
    path = folder / "cases.json"
    path.write_text(json.dumps(cases))
    return path


def test_each_case_has_an_answer_under_its_id(stagekans: Stagekans, tmp_path: Path) -> None:
    file = asked(
        tmp_path,
        {"id": "utrecht", "method": "mcnemar_midp", "inputs": COUNTS, "source": "a remark of the writer"},
        {"id": 2, "method": "mcnemar_midp", "inputs": {**COUNTS, "confidence": 0.9}},
    )
    done = stagekans("statistics", "--cases", file, "--out", tmp_path / "answers.json")
    assert (done.code, done.out) == (0, "")
    found = json.loads((tmp_path / "answers.json").read_bytes())
    assert [one["id"] for one in found] == ["utrecht", 2]
    assert found[0]["outputs"]["p_value"] == pytest.approx(0.05681467793283902, rel=1e-12)
    assert found[1]["outputs"] == found[0]["outputs"]


def test_without_a_file_the_answers_come_on_the_screen(stagekans: Stagekans, tmp_path: Path) -> None:
    done = stagekans("statistics", "--cases", asked(tmp_path, {"id": 1, "method": "mcnemar_midp", "inputs": COUNTS}))
    assert json.loads(done.out)[0]["outputs"]["p_greater"] == pytest.approx(0.02840733896641951)


@pytest.mark.parametrize(
    ("method", "inputs", "code", "input_", "words"),
    [
        ("mcnemar", COUNTS, "unknown_method", "method", "bestaat niet"),
        ("mcnemar_midp", {**COUNTS, "both": -1}, "impossible_input", "both", "kleiner dan 0"),
        ("mcnemar_midp", {**COUNTS, "both": 2.5}, "impossible_input", "both", "geheel getal"),
        ("mcnemar_midp", {**COUNTS, "both": 10**400}, "impossible_input", "both", "te groot"),
        ("mcnemar_midp", {**COUNTS, "both": 1e300}, "impossible_input", "both", "te groot"),
        ("mcnemar_midp", {**COUNTS, "confidence": 10**400}, "impossible_input", "confidence", "te groot"),
        ("lpm_cluster_robust", {"data": "a" * 5000}, "impossible_input", "data", "bestand"),
        ("mcnemar_midp", {**COUNTS, "both": "43"}, "impossible_input", "both", "soort"),
        ("mcnemar_midp", {**COUNTS, "boht": 1}, "impossible_input", "boht", "kent"),
        ("mcnemar_midp", {"both": 43}, "impossible_input", "only_majority", "ontbreekt"),
        ("mcnemar_midp", {**COUNTS, "confidence": 95}, "impossible_input", "confidence", "0 en 1"),
        ("mcnemar_midp", dict.fromkeys(COUNTS, 0), "impossible_input", "both, only_majority", "geen enkel paar"),
    ],
)
def test_a_wrong_case_says_what_and_keeps_the_others(
    stagekans: Stagekans, tmp_path: Path, method: str, inputs: dict[str, Any], code: str, input_: str, words: str
) -> None:
    right = {"id": "right", "method": "mcnemar_midp", "inputs": {**COUNTS, "both": 43.0}}
    done = stagekans("statistics", "--cases", asked(tmp_path, {"id": 1, "method": method, "inputs": inputs}, right))
    wrong, kept = json.loads(done.out)
    assert (wrong["error"]["code"], done.code) == (code, 0)
    assert wrong["error"]["input"].startswith(input_)
    assert words in wrong["error"]["message"]
    assert "outputs" in kept
    assert "1 van de 2" in done.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"cases": [', "geen JSON"),
        (b"\xff\xfe", "geen JSON"),
        (b"[" * 100_000, "geen JSON"),
        (b'{"questions": []}', "geen lijst"),
        (b'[{"id": 1, "method": "mcnemar_midp"}, 7]', "vraag 2"),
        (b'[{"id": 1, "method": "a", "inputs": {}}, {"id": "1", "method": "b", "inputs": {}}]', "is er al: 1 (1)"),
    ],
)
def test_a_file_that_is_no_list_of_cases(stagekans: Stagekans, tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "cases.json").write_bytes(content)
    done = stagekans("statistics", "--cases", tmp_path / "cases.json", "--out", tmp_path / "answers.json")
    assert done.code == 2
    assert words in done.err
    assert not (tmp_path / "answers.json").exists()


def test_files_that_are_not_there(stagekans: Stagekans, tmp_path: Path) -> None:
    assert stagekans("statistics", "--cases", tmp_path / "none.json").code == 2
    file = asked(tmp_path, {"id": 1, "method": "mcnemar_midp", "inputs": COUNTS})
    done = stagekans("statistics", "--cases", file, "--out", tmp_path / "no" / "answers.json")
    assert done.code == 2
    assert "answers.json" in done.err
    assert stagekans("statistics").code == 2


def test_every_method_is_listed_with_its_inputs(stagekans: Stagekans) -> None:
    done = stagekans("statistics", "--methods")
    assert "mcnemar_midp: both, only_majority, only_minority, neither\n" in done.out


@pytest.mark.parametrize(
    ("method", "inputs", "input_", "words"),
    [
        (
            "lpm_cluster_robust",
            {"formula": "call ~ (black + big)**9999", "cluster": "black"},
            "formula",
            "niet te lezen",
        ),
        ("heteroskedastic_probit", {"mean_terms": 5, "scale_terms": ["black"]}, "mean_terms", "niet te lezen"),
        ("heteroskedastic_probit", {"mean_terms": ["big^2"], "scale_terms": ["black"]}, "mean_terms", "te groot"),
        (
            "heteroskedastic_probit",
            {"mean_terms": ["big^" + "9" * 5000], "scale_terms": []},
            "mean_terms",
            "niet te lezen",
        ),
    ],
)
def test_a_formula_that_no_machine_can_multiply_out_is_refused(
    stagekans: Stagekans, tmp_path: Path, method: str, inputs: dict[str, Any], input_: str, words: str
) -> None:
    (tmp_path / "ok.csv").write_text("call,black,big\n1,0,1e200\n0,1,1e200\n")
    done = stagekans(
        "statistics", "--cases", asked(tmp_path, {"id": 1, "method": method, "inputs": {"data": "ok.csv", **inputs}})
    )
    error = json.loads(done.out)[0]["error"]
    assert error["input"] == input_
    assert words in error["message"]


@pytest.mark.parametrize(
    "formula", ["call ~ black - 1", "call ~ 0 + black", "call ~ .", "call ~ call", "call ~ call*black"]
)
def test_a_formula_that_would_be_read_otherwise_than_it_is_meant(
    stagekans: Stagekans, tmp_path: Path, formula: str
) -> None:
    (tmp_path / "rows.csv").write_text("call,black,adid\n1,0,a\n0,1,a\n1,0,b\n1,1,b\n0,0,c\n1,1,c\n")
    inputs = {"data": "rows.csv", "formula": formula, "cluster": "adid"}
    right = {**inputs, "formula": "call ~ black"}
    cases = [{"id": i, "method": "lpm_cluster_robust", "inputs": one} for i, one in enumerate((inputs, right))]
    wrong, kept = json.loads(stagekans("statistics", "--cases", asked(tmp_path, *cases)).out)
    assert "alleen kolommen" in wrong["error"]["message"]
    assert kept["outputs"]["names"] == ["Intercept", "black"]


def test_a_calculation_that_breaks_down_keeps_the_other_answers(
    stagekans: Stagekans, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(method: str, inputs: dict[str, Any]) -> Any:
        return answer(method, inputs) if method != "egger" else 1 / 0

    monkeypatch.setattr("api.services.statistics.cases.answer", broken)
    cases = [{"id": 1, "method": "egger", "inputs": {}}, {"id": 2, "method": "mcnemar_midp", "inputs": COUNTS}]
    wrong, kept = json.loads(stagekans("statistics", "--cases", asked(tmp_path, *cases)).out)
    assert wrong["error"]["code"] == "not_computed"
    assert "fout van ons" in wrong["error"]["message"]
    assert kept["outputs"]["p_value"] == pytest.approx(0.05681467793283902)


def test_a_table_is_never_read_by_its_order(stagekans: Stagekans, tmp_path: Path) -> None:
    table = {"both": 13, "only_black": 4, "only_white": 12, "neither": 182}
    cases = [
        {"id": 1, "method": "mcnemar_midp", "inputs": {"table": table}},
        {"id": 2, "method": "mcnemar_midp", "inputs": {"table": table, "both": 3}},
        {"id": 3, "method": "mcnemar_midp", "inputs": {"table": {**table, "only_green": 1}}},
    ]
    first, second, third = json.loads(stagekans("statistics", "--cases", asked(tmp_path, *cases)).out)
    assert first["outputs"]["p_greater"] < first["outputs"]["p_less"]
    assert second["error"]["input"] == third["error"]["input"] == "table"
