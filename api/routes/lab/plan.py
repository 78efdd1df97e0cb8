"""The profiles and the plan of a study: /api/v1/studies/{study_id}/profiles and /plan."""

from __future__ import annotations

import datetime as dt
import uuid

from litestar import Response, Router, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, MultipartBody

from api.messages.accounts import Actor
from api.messages.faults import Unusable
from api.messages.files import LARGEST_UPLOAD, FileFormat
from api.messages.lab.plans import DrawPlan, PlanView, PretestView, ProfilesView, Replay, SaveProfiles
from api.routes.files import attachment
from api.services.lab import plans, profiles
from api.services.pool import Pool


@get("/profiles", summary="Read the profiles of a study", operation_id="get_profiles")
async def get_profiles(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> ProfilesView:
    """Names, letters, words and senders, and what they still lack."""
    return await profiles.get_profiles(pool, actor, study_id)


@post("/profiles", summary="Save the profiles of a study", operation_id="save_profiles", status_code=200)
async def save_profiles(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    data: JSONBody[SaveProfiles],
) -> ProfilesView:
    """All of them at once; ``version`` is the one that was read."""
    return await profiles.save_profiles(pool, actor, study_id, data)


@post("/pretest", summary="Bring in a pre-test", operation_id="import_pretest", request_max_body_size=LARGEST_UPLOAD)
async def import_pretest(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    source: FromQuery[str],
    data: MultipartBody[UploadFile],
) -> PretestView | None:
    """A CSV or XLSX file with the columns rater, name, group, sex and status; it takes the place of an earlier one."""
    if not isinstance(data, UploadFile):
        raise Unusable({"file": "missing"})
    await profiles.import_pretest(pool, actor, study_id, await data.read(), source=source)
    return profiles.pretest_view((await profiles.get_profiles(pool, actor, study_id)).document)


@get("/plan", summary="Read the plan of a study", operation_id="get_plan")
async def get_plan(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> PlanView:
    """Sample, design, balance table, due times a day, and the hashes."""
    return await plans.get_plan(pool, actor, study_id)


@post("/plan", summary="Draw the plan of a study", operation_id="draw_plan")
async def draw_plan(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID], data: JSONBody[DrawPlan]
) -> PlanView:
    """Once, in a registered study. Without a seed one is drawn."""
    return await plans.draw(pool, actor, study_id, data, now=dt.datetime.now(dt.UTC))


@get("/plan/replay", summary="Draw a plan again and compare", operation_id="replay_plan")
async def replay_plan(
    pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Replay:
    """Whether the seed gives the stored plan, and the stored letters."""
    return await plans.replay(pool, actor, study_id)


@get("/plan/file", summary="Download a plan", operation_id="plan_file")
async def plan_file(
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    study_id: FromPath[uuid.UUID],
    file_format: FromQuery[FileFormat] = "csv",
) -> Response[bytes]:
    """Every application by pseudonym; no company."""
    return attachment(await plans.plan_file(pool, actor, study_id, file_format))


router = Router(
    path="/api/v1/studies/{study_id:uuid}",
    tags=["plan"],
    route_handlers=[get_profiles, save_profiles, import_pretest, get_plan, draw_plan, replay_plan, plan_file],
)
