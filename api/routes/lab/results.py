"""Results of a study and what it keeps: /api/v1/studies/<id>/results."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Annotated

import msgspec
from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from api.messages.accounts import Actor, Language
from api.messages.lab.results import FinishedStudy, KeepingView, NewExploration, ResultsView
from api.routes.files import attachment
from api.services.lab import finished_studies, result_files, results, retention
from api.services.lab.result_files import ResultFile
from api.services.pool import Pool


class ReadIn(FinishedStudy, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A finished study with the text of its CSV file."""

    csv: Annotated[str, msgspec.Meta(max_length=900_000)]


class StudyMade(msgspec.Struct, frozen=True, kw_only=True):
    """The study that was made."""

    study_id: uuid.UUID


@get("/{study_id:uuid}/results", summary="Read the results of a study", operation_id="get_results")
async def get_results(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> ResultsView:
    """The registered result, and what is exploratory."""
    return await results.get_results(pool, actor, study_id)


@post("/{study_id:uuid}/results", summary="Carry out the registered analysis", operation_id="run_registered_analysis")
async def run_registered(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> ResultsView:
    """Once, of an unblinded study."""
    await results.run_registered(pool, actor, study_id)
    return await results.get_results(pool, actor, study_id)


@post("/{study_id:uuid}/explorations", summary="Ask an exploratory question", operation_id="run_exploratory_analysis")
async def run_exploratory(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: JSONBody[NewExploration],
) -> ResultsView:
    """Something that was not registered; its answer is marked as exploratory everywhere."""
    await results.run_exploratory(pool, actor, study_id, data)
    return await results.get_results(pool, actor, study_id)


@get("/{study_id:uuid}/results/files/{kind:str}", summary="Fetch a file of a result", operation_id="get_result_file")
async def get_result_file(
    *,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    kind: FromPath[ResultFile],
    language: FromQuery[Language] = "nl",
) -> Response[bytes]:
    """The report (PDF), the outcomes (CSV), their codebook, or everything to recount it (ZIP)."""
    return attachment(await result_files.result_file(pool, actor, study_id, kind, language))


@get("/{study_id:uuid}/keeping", summary="Read what a study keeps until when", operation_id="get_keeping")
async def get_keeping(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> KeepingView:
    """Raw replies and the key file, and the log of what was deleted."""
    return await retention.get_keeping(pool, actor, study_id, dt.datetime.now(dt.UTC))


@post("/{study_id:uuid}/archive", summary="Archive a study", operation_id="archive_study")
async def archive_study(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> KeepingView:
    """Put an analysed study away."""
    await retention.archive(pool, actor, study_id)
    return await retention.get_keeping(pool, actor, study_id, dt.datetime.now(dt.UTC))


@post("/read-in", summary="Read in a finished study", operation_id="read_in_study")
async def read_in(pool: NamedDependency[Pool], actor: NamedDependency[Actor], data: JSONBody[ReadIn]) -> StudyMade:
    """From the rows of its outcomes; it is marked as read in."""
    asked = FinishedStudy(name=data.name)
    return StudyMade(study_id=await finished_studies.read_in(pool, actor, asked, data.csv.encode()))


router = Router(
    path="/api/v1/studies",
    tags=["studies"],
    route_handlers=[
        get_results,
        run_registered,
        run_exploratory,
        get_result_file,
        get_keeping,
        archive_study,
        read_in,
    ],
)
