"""``stagekans verify``: an honest folder passes; a folder that somebody touched does not, and it says where."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from api.cli import run
from tests.cli.conftest import Stagekans


@pytest.fixture(scope="module")
def honest(demo_files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A result that nobody touched."""
    folder = tmp_path_factory.mktemp("honest") / "result"
    files = [f"--{kind}={demo_files / kind}.csv" for kind in ("students", "offers", "equivalents")]
    assert run(["match", *files, f"--out={folder}"]) == 0
    return folder


@pytest.fixture
def result(honest: Path, tmp_path: Path) -> Path:
    """A copy of it, to be touched."""
    return Path(shutil.copytree(honest, tmp_path / "result"))


def test_every_goal_is_proven(stagekans: Stagekans, result: Path) -> None:
    done = stagekans("verify", result)
    assert done.code == 0
    *goals, unchecked = done.out.splitlines()
    assert goals == ["Geplaatste studenten: bewezen", "Tevredenheid: bewezen", "Loting: bewezen"]
    assert unchecked.startswith("Niet nagerekend: wat elk doel de latere kost")
    assert stagekans("verify", result, "--language", "en").out.splitlines()[0] == "Placed students: proven"


def _line(name: str, number: int, old: str, new: str) -> Callable[[Path], str]:
    def alter(folder: Path) -> str:
        lines = (folder / name).read_text().splitlines(keepends=True)
        altered = re.sub(old, new, lines[number], count=1)
        assert altered != lines[number]
        (folder / name).write_text("".join([*lines[:number], altered, *lines[number + 1 :]]))
        return name

    return alter


def _drop(name: str, number: int) -> Callable[[Path], str]:
    def alter(folder: Path) -> str:
        lines = (folder / name).read_text().splitlines(keepends=True)
        (folder / name).write_text("".join([*lines[:number], *lines[number + 1 :]]))
        return name

    return alter


def _field(name: str, change: Callable[[dict[str, object]], None]) -> Callable[[Path], str]:
    def alter(folder: Path) -> str:
        content = json.loads((folder / name).read_text())
        change(content)
        (folder / name).write_text(json.dumps(content))
        return name

    return alter


def _raise_price(content: dict[str, object]) -> None:
    level = content["levels"][0]  # type: ignore[index]  # plain JSON
    level["student"][0] += 1
    level["value"] += 1


@pytest.mark.parametrize(
    "alter",
    [
        _line("placements.csv", 1, r"\d+$", "9999"),
        _line("placements.csv", 5, r",O\d+,", ",O0500,"),
        _drop("placements.csv", 7),
        _field("report.json", lambda report: report.update(placed=1200)),
        _field("report.json", lambda report: report.update(seed="mine")),
        _field("certificate.json", _raise_price),
        _field("certificate.json", lambda certificate: certificate["levels"].pop()),  # type: ignore[attr-defined]  # plain JSON
        _field("instance.json", lambda instance: instance["offers"][0].update(places=99)),  # type: ignore[index]  # plain JSON
        _field("policy.json", lambda policy: policy.update(seed="mine")),
        _line("explanations.jsonl", 3, r'"lot_number":\d+', '"lot_number":1'),
        _line("explanations.jsonl", 3, r'"eligible":\d+', '"eligible":0'),
        _drop("explanations.jsonl", 3),
        _line("unplaced.csv", 1, r"more_students_than_places|no_eligible_offer", "no_places"),
        _drop("unplaced.csv", 1),
        _drop("bottlenecks.csv", 1),
        _line("bottlenecks.csv", 1, r"krijgen", "kregen"),
        _line("explanations.jsonl", 3, r'"named_by":\d+', '"named_by":99'),
        _line("unplaced.csv", 1, r"plekken|plek", "kansen"),
        _line("instance.json", 0, r'"places":', '"places":99,"places":'),
        _line("placements.csv", 1, r",(\d+)\r?$", r",+\1"),
        _line("report.json", 9, r'"satisfaction": \d+', '"satisfaction": "12"'),
        _line("report.json", 9, r'"satisfaction": \d+', '"placed": 0'),
        _line("fairness.json", 10, r"\d+", "7"),
        _field("fairness.json", lambda report: report["envy"].update(pairs=1)),  # type: ignore[attr-defined]  # plain JSON
        _field("fairness.json", lambda report: report["rule"].update(least=2)),  # type: ignore[attr-defined]  # plain JSON
        _field("fairness.json", lambda report: report.update(prices=None)),
        _field("fairness.json", lambda report: report["ways"][1]["placed"].update(mean=1.0)),  # type: ignore[index]  # plain JSON
    ],
    ids=[
        "another lot", "another offer", "a placement less", "a count", "another seed in the report", "a price",
        "a step less", "more places", "another seed in the policy", "a lot in an explanation",
        "a count in an explanation", "an explanation less", "another reason", "a reason less",
        "a shortage less", "another word about a shortage",
        "a count in a wish", "another sentence", "a key twice", "an odd number",
        "a price of a goal in other words", "a price in another goal",
        "a total of the fairness report", "less envy", "a weaker rule", "no prices", "another random order",
    ],
)  # fmt: skip
def test_whatever_is_touched_is_found(stagekans: Stagekans, result: Path, alter: Callable[[Path], str]) -> None:
    alter(result)
    done = stagekans("verify", result, "--language", "en")
    assert done.code == 1, done.out
    assert "failed" in done.out or "does not fit" in done.out or "is not written as" in done.out


def test_a_false_group_is_named_and_a_run_without_prices_has_nothing_unchecked(
    stagekans: Stagekans, match: Stagekans, tmp_path: Path
) -> None:
    assert match("--prices", "no").code == 0
    folder = tmp_path / "result"
    report = json.loads((folder / "report.json").read_text())
    assert [goal["price"] for goal in report["goals"]] == [None, None]
    done = stagekans("verify", folder)
    assert (done.code, len(done.out.splitlines())) == (0, 3)
    fairness = json.loads((folder / "fairness.json").read_text())
    assert fairness["prices"] is None
    table = fairness["groupings"][0]
    row = next(row for row in table["rows"] if "placed" in row)
    row["placed"] += 1
    (folder / "fairness.json").write_text(json.dumps(fairness))
    done = stagekans("verify", folder)
    assert done.code == 1
    assert f"fairness.json: de aantallen van groep {row['group']} ({table['grouping']}) kloppen niet" in done.out


def test_it_points_at_the_student(stagekans: Stagekans, result: Path) -> None:
    number = (result / "placements.csv").read_text().splitlines()[1].split(",")[0]
    _line("placements.csv", 1, r"\d+$", "9999")(result)
    assert number in stagekans("verify", result).out
    _line("unplaced.csv", 1, r"more_students_than_places|no_eligible_offer", "no_places")(result)
    number = (result / "unplaced.csv").read_text().splitlines()[1].split(",")[0]
    assert f"unplaced.csv, {number}" in stagekans("verify", result).out


@pytest.mark.parametrize(
    ("name", "content"),
    [("report.json", None), ("instance.json", b"{"), ("explanations.jsonl", b"[]\n"), ("placements.csv", b"\xff\xfe")],
    ids=["missing", "not JSON", "not an explanation", "not text"],
)
def test_a_folder_that_cannot_be_read(stagekans: Stagekans, result: Path, name: str, content: bytes | None) -> None:
    (result / name).unlink() if content is None else (result / name).write_bytes(content)
    done = stagekans("verify", result)
    assert done.code == 2
    assert name in done.err


def test_a_folder_that_is_not_there(stagekans: Stagekans, tmp_path: Path) -> None:
    done = stagekans("verify", tmp_path / "nowhere")
    assert done.code == 2
    assert "nowhere" in done.err


@pytest.mark.parametrize("name", ["certificate.json", "fairness.json", "instance.json"])
@pytest.mark.parametrize("schema", [2, None])
def test_a_form_of_another_version_is_refused_in_plain_words(
    stagekans: Stagekans, result: Path, name: str, schema: int | None
) -> None:
    content = json.loads((result / name).read_text())
    assert content.pop("schema") == 1
    (result / name).write_text(json.dumps(content | ({} if schema is None else {"schema": schema})))
    done = stagekans("verify", result)
    assert done.code == 2
    assert done.out == ""
    assert f"{name} {'heeft vorm 2' if schema else 'zegt niet welke vorm het heeft'}" in done.err
    if name == "instance.json":
        assert stagekans("compare", result, result).code == 2
