"""Studies that were done elsewhere: their published numbers come out; names of companies do not."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import asyncpg
import pytest

from api.messages.faults import Conflict, NotAllowed, Unusable
from api.messages.lab.faults import FindingsRefused
from api.messages.lab.results import FinishedStudy, NewExploration
from api.services.lab.finished_studies import document_of, read_in
from api.services.lab.results import get_results, run_exploratory, run_registered
from tests.database.lab.a_study import a_person

DATA = Path(os.environ.get("STAGEKANS_SHARED", Path(__file__).parents[4] / "shared")) / "lab" / "data"


def shared(name: str) -> list[dict[str, str]]:
    if not (DATA / name).exists():
        pytest.skip(f"{name} is not here: set STAGEKANS_SHARED to the folder that holds lab/data")
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def a_file(rows: list[tuple[object, ...]], head: str = "pair,applicant,positive,sent,stratum,employer") -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([head.split(","), *rows])
    return out.getvalue().encode()


def some_pairs(number: int = 30) -> bytes:
    rows: list[tuple[object, ...]] = []
    for one in range(number):
        for place, who in enumerate(("majority", "minority"), 1):
            positive = "true" if one % 3 == 0 or (who == "majority" and one % 3 == 1) else "false"
            rows.append((f"Bakkerij Jansen {one}", who, positive, place, "bakkers", "Bakkerij Jansen BV"))
    return a_file(rows)


async def test_a_finished_study_is_analysed_and_marked(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await read_in(lab_pool, lead, FinishedStudy(name="Bakkers 2020"), some_pairs())
    view = await get_results(lab_pool, lead, study_id)
    assert view.document is not None
    assert (view.study.state, view.document.origin, view.document.registration_hash) == ("analysed", "read_in", "")
    assert view.document.result.difference.estimate == pytest.approx(1 / 3)
    assert view.document.result.stages is None, "a file of yes and no has no stages"
    for table in ("analysis", "study", "event"):
        rows = await lab_pool.fetch(f"select to_jsonb(t)::text as told from lab.{table} t")  # noqa: S608  # names of our own
        assert [row["told"] for row in rows if "Jansen" in row["told"]] == []
    await run_exploratory(lab_pool, lead, study_id, NewExploration(title="a", test="mcnemar_exact"))
    with pytest.raises(Exception, match="not allow"):
        await run_registered(lab_pool, lead, study_id)
    with pytest.raises(Conflict):
        await read_in(lab_pool, lead, FinishedStudy(name="bakkers 2020"), some_pairs())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"pair,applicant\n1,majority\n",
        a_file([(1, "majority", "misschien", 1, "", "")]),
        a_file([(1, "meerderheid", "true", 1, "", ""), (1, "minority", "true", 2, "", "")]),
        a_file([(1, "majority", "true", 3, "", "")]),
        a_file([(1, "majority", "true", 1, "x" * 80, ""), (1, "minority", "true", 2, "x" * 80, "")]),
        a_file([(1, "majority", "", 1, "", ""), (1, "minority", "", 2, "", "")]),
        a_file([(1, "majority", "true", 1, "", "")]),
    ],
    ids=["empty", "bytes", "column", "truth", "applicant", "sent", "stratum", "no-outcome", "one-side"],
)
async def test_a_file_that_cannot_be_says_why_and_leaves_nothing(lab_pool: asyncpg.Pool, content: bytes) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    with pytest.raises(FindingsRefused) as refused:
        await read_in(lab_pool, lead, FinishedStudy(name="Bakkers"), content)
    assert refused.value.findings[0].facts["detail"]
    assert await lab_pool.fetchval("select count(*) from lab.study") == 0


async def test_names_and_roles(lab_pool: asyncpg.Pool) -> None:
    coder, lead = await a_person(lab_pool, "coder", "coder"), await a_person(lab_pool, "lead", "researcher")
    with pytest.raises(NotAllowed):
        await read_in(lab_pool, coder, FinishedStudy(name="a"), some_pairs())
    with pytest.raises(Unusable):
        await read_in(lab_pool, lead, FinishedStudy(name=" "), some_pairs())


def test_bertrand_and_mullainathan_give_their_published_numbers() -> None:
    rows = shared("bm2004_openintro_resume.csv")
    content = a_file(
        [(row["job_ad_id"], "majority" if row["race"] == "white" else "minority",
          "true" if row["received_callback"] == "1" else "false") for row in rows],
        "pair,applicant,positive",
    )  # fmt: skip
    result = document_of("Lakisha and Jamal", content).result
    assert result.kind == "randomised_composition"
    groups = result.groups
    assert (groups.majority, groups.minority) == (2435, 2435)
    assert round(100 * groups.majority_positive / groups.majority, 2) == 9.65
    assert round(100 * groups.minority_positive / groups.minority, 2) == 6.45
    assert round(float(result.ratio.estimate or 0), 2) == 1.50
    assert round(float(result.difference.estimate or 0), 3) == 0.032
    assert float(result.primary.p_value or 1) < 0.0001


def test_inter1_gives_its_reference_numbers() -> None:
    rows = [row for row in shared("inter1.csv") if row["origin"] == "F"]
    content = a_file(
        [(row["offer"], "majority" if row["gender"] == "Man" else "minority",
          "true" if row["callback"] == "TRUE" else "false") for row in rows],
        "pair,applicant,positive",
    )  # fmt: skip
    result = document_of("inter1", content).result
    assert result.table is not None
    assert (result.table.both, result.table.only_majority, result.table.only_minority, result.table.neither) == (
        43, 43, 27, 197,
    )  # fmt: skip
    exact = next(one for one in result.sensitivity if one.method == "mcnemar_exact")
    assert round(float(exact.p_value or 0), 4) == 0.0722
    assert round(float(result.odds_ratio.estimate or 0) if result.odds_ratio else 0, 4) == 1.5926
