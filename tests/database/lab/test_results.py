"""The registered analysis: once, by the plan, with the hash of the registration; refusals; what is exploratory."""

from __future__ import annotations

import asyncio
import csv
import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import asyncpg
import msgspec
import numpy as np
import pypdf
import pytest

from api.catalogue import Language
from api.messages.faults import Conflict, NotAllowed, NotFound, Unusable
from api.messages.lab.faults import StudyRefused
from api.messages.lab.results import NewExploration
from api.services.lab.result_files import ResultFile, outcomes_csv, result_file
from api.services.lab.results import get_results, run_exploratory, run_registered
from tests.database.lab.a_result import an_unblinded_study, usual
from tests.database.lab.a_study import a_person, a_task
from tests.pages.results_samples import a_document
from tests.pure.lab.protocol.examples import changed, example_calls, example_composition, example_protocol, registered

FILES: tuple[ResultFile, ...] = ("report", "outcomes", "codebook", "recount")


async def test_the_plan_is_carried_out_once(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await an_unblinded_study(lab_pool, lead)
    assert (await get_results(lab_pool, lead, study_id)).document is None
    await run_registered(lab_pool, lead, study_id)
    view = await get_results(lab_pool, lead, study_id)
    assert view.study.state == "analysed"
    assert view.document is not None
    result = view.document.result
    assert view.document.registration_hash == registered(example_protocol()).hash
    assert result.table is not None
    assert msgspec.structs.astuple(result.table) == (12, 12, 6, 30)
    assert result.primary.method == "mcnemar_midp"
    assert [(rate.name, rate.number) for rate in result.rates if rate.registered] == [("net_all_pairs", 60)]
    assert [one.reason for one in result.secondary] == ["subgroup_unknown"] * 2, (
        "its sectors are not those of the frame"
    )
    assert view.study.allowed >= {"export_results"}
    with pytest.raises(StudyRefused):
        await run_registered(lab_pool, lead, study_id)
    kinds = await lab_pool.fetch("select kind, facts from lab.event order by event_number desc limit 2")
    assert [row["kind"] for row in kinds] == ["analysis_stored", "study_analyse"]


@pytest.mark.parametrize("state", ["running", "closed", "coded", "archived"])
async def test_no_analysis_in_another_state(lab_pool: asyncpg.Pool, state: str) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await an_unblinded_study(lab_pool, lead, number=3, state=state)
    with pytest.raises(StudyRefused):
        await run_registered(lab_pool, lead, study_id)
    if state != "archived":
        with pytest.raises(StudyRefused):
            await result_file(lab_pool, lead, study_id, "outcomes", "nl")
    with pytest.raises(StudyRefused):
        await run_exploratory(lab_pool, lead, study_id, NewExploration(title="a", test="mcnemar_midp"))
    assert await lab_pool.fetchval("select count(*) from lab.analysis") == 0


async def test_only_the_lead_sees_results(lab_pool: asyncpg.Pool) -> None:
    lead, field, other = [await a_person(lab_pool, name, "researcher") for name in ("lead", "field", "other")]
    study_id = await an_unblinded_study(lab_pool, lead, number=3)
    await a_task(lab_pool, study_id, field, "field")
    with pytest.raises(NotAllowed):
        await run_registered(lab_pool, field, study_id)
    await run_registered(lab_pool, lead, study_id)
    for actor, refused in ((field, NotAllowed), (other, NotFound)):
        with pytest.raises(refused):
            await get_results(lab_pool, actor, study_id)
        with pytest.raises(refused):
            await result_file(lab_pool, actor, study_id, "report", "nl")


async def test_a_letter_of_which_nothing_was_locked_stops_the_analysis(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await an_unblinded_study(
        lab_pool, lead, number=4, outcome=lambda number, who: "open" if (number, who) == (1, "majority") else None
    )
    with pytest.raises(Conflict) as refused:
        await run_registered(lab_pool, lead, study_id)
    assert refused.value.facts == {"what": "codes_missing", "replies": 1}
    assert await lab_pool.fetchval("select state from lab.study") == "unblinded"


async def test_what_was_not_wholly_sent_is_counted_and_left_out(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await an_unblinded_study(lab_pool, lead, number=20)
    await lab_pool.execute(
        "update lab.dispatch set sent_at = null, sent_how = null, state = 'stopped' where dispatch_id = '7-2'"
    )
    await run_registered(lab_pool, lead, study_id)
    document = (await get_results(lab_pool, lead, study_id)).document
    assert document is not None
    assert (document.unsent, document.result.lost.sent) == (1, 19)


@pytest.mark.parametrize("rule", ["pair_left_out", "counts_as_negative"])
async def test_a_letter_that_failed_counts_as_the_plan_says(lab_pool: asyncpg.Pool, rule: str) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    protocol = changed(example_protocol(), {"outcomes.one_sided_failure": rule})
    study_id = await an_unblinded_study(
        lab_pool, lead, number=40, protocol=protocol,
        outcome=lambda number, who: "undeliverable" if number == 10 and who == "minority" else usual(number, who),
    )  # fmt: skip
    await run_registered(lab_pool, lead, study_id)
    document = (await get_results(lab_pool, lead, study_id)).document
    assert document is not None
    assert document.result.lost.analysed == (39 if rule == "pair_left_out" else 40)
    assert document.result.table is not None
    assert document.result.table.only_majority == (8 if rule == "pair_left_out" else 9)


async def test_a_plan_that_cannot_be_carried_out_says_so_and_keeps_nothing(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await an_unblinded_study(lab_pool, lead, number=3, protocol=example_calls())
    with pytest.raises(Conflict, match=r".") as refused:
        await run_registered(lab_pool, lead, study_id)
    assert refused.value.what == "analysis_impossible"
    assert await lab_pool.fetchval("select count(*) from lab.analysis") == 0


async def test_a_randomised_composition_is_clustered_by_vacancy(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await an_unblinded_study(lab_pool, lead, number=60, protocol=example_composition())
    await run_registered(lab_pool, lead, study_id)
    document = (await get_results(lab_pool, lead, study_id)).document
    assert document is not None
    assert document.result.primary.method == "lpm_cluster_robust"
    assert document.result.difference.estimate == pytest.approx(6 / 60)


async def test_what_was_not_registered_is_exploratory_and_stays_apart(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await an_unblinded_study(lab_pool, lead)
    await run_registered(lab_pool, lead, study_id)
    before = (await get_results(lab_pool, lead, study_id)).document
    asked = NewExploration(title="Horeca apart", test="mcnemar_exact", subgroup="sector is horeca")
    await run_exploratory(lab_pool, lead, study_id, asked)
    view = await get_results(lab_pool, lead, study_id)
    assert view.document == before
    assert [one.document.title for one in view.explorations] == ["Horeca apart"]
    for wrong in (
        NewExploration(title="", test="mcnemar_exact"),
        NewExploration(title="a", test="paired_study"),
        NewExploration(title="a", test="mcnemar_exact", subgroup="sector is nergens"),
    ):
        with pytest.raises(Unusable):
            await run_exploratory(lab_pool, lead, study_id, wrong)
    for language, stamp in (("nl", "VERKENNEND"), ("en", "EXPLORATORY")):
        pdf = await result_file(lab_pool, lead, study_id, "report", language)
        assert stamp in pdf_text(pdf.content)


async def test_a_part_below_ten_is_not_explored(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await an_unblinded_study(lab_pool, lead, number=9)
    await run_registered(lab_pool, lead, study_id)
    with pytest.raises(Unusable) as refused:
        await run_exploratory(lab_pool, lead, study_id, NewExploration(title="a", test="mcnemar_exact"))
    assert refused.value.fields == {"subgroup": "subgroup_too_small"}


async def test_the_script_recounts_every_number_of_the_export(lab_pool: asyncpg.Pool, tmp_path: Path) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    protocol = changed(
        example_protocol(),
        {"analysis.secondary.0.subgroup": "sector is horeca", "analysis.secondary.0.name": "horeca"},
    )
    draws = np.random.default_rng(20270201).random(200)
    study_id = await an_unblinded_study(
        lab_pool, lead, number=100, protocol=protocol,
        outcome=lambda number, who: "undeliverable" if draws[number] < 0.03 else usual(number, who),
    )  # fmt: skip
    await run_registered(lab_pool, lead, study_id)
    file = await result_file(lab_pool, lead, study_id, "recount", "nl")
    zipfile.ZipFile(io.BytesIO(file.content)).extractall(tmp_path)
    done = await asyncio.to_thread(recounted, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 different" in done.stdout
    assert "not recounted" not in done.stdout
    assert done.stdout.count("ok ") > 70
    stored = tmp_path / "results.json"
    stored.write_text(stored.read_text().replace('"only_majority": ', '"only_majority": 1'))
    again = await asyncio.to_thread(recounted, tmp_path)
    assert again.returncode == 1, "a number that was changed is found"


@pytest.mark.parametrize(("one_sided", "said"), [("pair_left_out", ""), ("counts_as_negative", "false")])
def test_the_export_says_how_the_plan_counts_what_did_not_arrive(one_sided: str, said: str) -> None:
    made = a_document(20)
    lost = msgspec.structs.replace(made.applications[0], code="undeliverable")
    document = msgspec.structs.replace(
        made,
        protocol=changed(made.protocol, {"outcomes.one_sided_failure": one_sided}),
        applications=(lost, *made.applications[1:]),
    )
    rows = list(csv.DictReader(io.StringIO(outcomes_csv(document).decode("utf-8-sig"))))
    assert [row["positive"] for row in rows if row["code"] == "undeliverable"] == [said]


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not on this machine")
@pytest.mark.parametrize("one_sided", ["pair_left_out", "counts_as_negative"])
async def test_base_r_counts_the_same(lab_pool: asyncpg.Pool, tmp_path: Path, one_sided: str) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    protocol = changed(example_protocol(), {"outcomes.one_sided_failure": one_sided})
    draws = np.random.default_rng(20270202).random(200)

    def outcome(number: int, who: str) -> str | None:
        return "undeliverable" if who == "minority" and draws[number] < 0.1 else usual(number, who)

    study_id = await an_unblinded_study(lab_pool, lead, number=100, protocol=protocol, outcome=outcome)
    await run_registered(lab_pool, lead, study_id)
    document = (await get_results(lab_pool, lead, study_id)).document
    assert document is not None
    result = document.result
    assert result.table is not None
    file = await result_file(lab_pool, lead, study_id, "recount", "nl")
    zipfile.ZipFile(io.BytesIO(file.content)).extractall(tmp_path)
    done = await asyncio.to_thread(
        subprocess.run, ["Rscript", "recount.R"], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    said = dict(re.findall(r"(\w+) (-?[\d.e-]+)", done.stdout))
    assert [int(said[one]) for one in ("both", "only_majority", "only_minority", "neither")] == list(
        msgspec.structs.astuple(result.table)
    )
    assert (int(said["sent"]), int(said["analysed"])) == (100, sum(msgspec.structs.astuple(result.table)))
    assert result.primary.p_value == pytest.approx(float(said["mcnemar_midp"]), rel=1e-5)
    assert result.difference.estimate == pytest.approx(float(said["net_all_pairs"]), rel=1e-5)


async def test_no_company_is_in_any_result_file_event_or_view(lab_pool: asyncpg.Pool) -> None:
    lead = await a_person(lab_pool, "lead", "researcher")
    study_id = await an_unblinded_study(lab_pool, lead)
    await run_registered(lab_pool, lead, study_id)
    await run_exploratory(lab_pool, lead, study_id, NewExploration(title="Alles", test="mcnemar_exact"))
    said = [msgspec.json.encode(await get_results(lab_pool, lead, study_id)).decode()]
    languages: tuple[Language, ...] = ("nl", "en")
    for kind in FILES:
        for language in languages:
            content = (await result_file(lab_pool, lead, study_id, kind, language)).content
            if kind == "report":
                said.append(pdf_text(content))
            elif kind == "recount":
                archive = zipfile.ZipFile(io.BytesIO(content))
                said += [archive.read(name).decode() for name in archive.namelist()]
            else:
                said.append(content.decode("utf-8-sig"))
    said += [row["told"] for row in await lab_pool.fetch("select to_jsonb(e)::text as told from lab.event e")]
    said += [row["told"] for row in await lab_pool.fetch("select document::text as told from lab.analysis")]
    assert sum(map(len, said)) > 20_000
    for secret in ("Geheim", "geheim.test", "Murat", "Tim van Dijk", "werk1@", "1000000"):
        assert [one[:80] for one in said if secret in one] == []
    outcomes = (await result_file(lab_pool, lead, study_id, "outcomes", "nl")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(outcomes)))
    assert rows[0]["pair"] == "B-0001"
    assert len(rows) == 120


def recounted(folder: Path) -> subprocess.CompletedProcess[str]:
    """In a process of its own, far from this program."""
    return subprocess.run([sys.executable, folder / "recount.py"], capture_output=True, text=True, cwd=folder)


def pdf_text(content: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return "\n".join(page.extract_text() for page in reader.pages)


async def test_known_effects_come_out_through_the_services(lab_pool: asyncpg.Pool) -> None:
    """A few only: the pure parts do many (tests/pure/lab/test_registered_analysis.py)."""
    lead = await a_person(lab_pool, "lead", "researcher")
    random = np.random.default_rng(20270604)
    inside = 0
    for study in range(4):
        kinds = random.choice(4, size=81, p=(0.18, 0.12, 0.05, 0.65))

        def outcome(number: int, who: str, kinds: np.ndarray = kinds) -> str:
            return "invited" if kinds[number] in ((0, 1) if who == "majority" else (0, 2)) else "refused"

        study_id = await an_unblinded_study(lab_pool, lead, number=80, outcome=outcome, name=f"Studie {study}")
        await run_registered(lab_pool, lead, study_id)
        document = (await get_results(lab_pool, lead, study_id)).document
        assert document is not None
        found = document.result.difference
        inside += float(found.lower or 0) <= 0.07 <= float(found.upper or 0)
    assert inside >= 3
