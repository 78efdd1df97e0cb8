"""The profiles of a study: who applies, with which letters."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Final, get_args

import msgspec
from litestar import get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, FileRefused, Refused, Unusable
from api.messages.files import LARGEST_UPLOAD
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.plans import ProfilesView, SaveProfiles
from api.pages.answering import AnyRequest, Html, faults_of, go, said, show
from api.pages.contexts.lab.plan import ProfilesPage
from api.pages.lab.tabs import study_tabs
from api.pages.notices import notice_of
from api.services.lab import profiles, studies
from api.services.pool import Pool
from testing_lab.profiles.letters import TEMPLATES
from testing_lab.profiles.names import SEXES, Group, Sex
from testing_lab.profiles.study_profiles import GENERAL_WORDS, SECTOR_WORDS, ChosenNames, Sender

_GROUPS: Final[tuple[Group, ...]] = get_args(Group)
_LETTERS: Final = tuple(one.name for one in TEMPLATES)


@get("/studies/{study_id:uuid}/profiles")
async def profiles_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """The profiles."""
    return show(request, await _page(request, pool, actor, study_id))


@post("/studies/{study_id:uuid}/profiles")
async def save_profiles(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Keep what was chosen and typed."""
    view = await profiles.get_profiles(pool, actor, study_id)
    form = await request.form()

    def one(name: str) -> str:
        value = form.get(name)
        return value.strip() if isinstance(value, str) else ""

    def many(name: str) -> tuple[str, ...]:
        return tuple(value for value in form.getall(name, []) if isinstance(value, str))

    version = one("version")
    asked = SaveProfiles(
        version=int(version) if version.isascii() and version.isdigit() and len(version) < 9 else -1,
        majority=one("majority"),
        minority=one("minority"),
        names=tuple(
            ChosenNames(sex=sex, majority=many(f"names.{sex}.majority"), minority=many(f"names.{sex}.minority"))
            for sex in SEXES
        ),
        second_cue=one("second_cue") == "yes",
        templates=tuple(name for name in many("templates") if name in _LETTERS),
        words={word: one(f"words.{word}") for word in GENERAL_WORDS},
        sector_words={
            sector: {word: one(f"sector.{place}.{word}") for word in SECTOR_WORDS}
            for place, sector in enumerate(view.sectors)
        },
        senders=tuple(
            Sender(label=label, phone=one(f"sender.{place}.phone"), mailbox=one(f"sender.{place}.mailbox"))
            for place, label in enumerate(view.labels)
        ),
    )
    try:
        await profiles.save_profiles(pool, actor, study_id, asked)
    except (Unusable, Conflict, StudyRefused) as refused:
        page = with_typed(await _page(request, pool, actor, study_id, refused=refused), asked)
        return show(request, page, status=422 if isinstance(refused, Unusable) else 409)
    return go(f"/studies/{study_id}/profiles", "profiles_saved")


def with_typed(page: ProfilesPage, asked: SaveProfiles) -> ProfilesPage:
    """The page with what was typed in the place of what is stored; a group that does not exist is not kept."""
    stored = page.profiles.document
    groups = {
        side: next((one for one in _GROUPS if one == wanted), kept)
        for side, wanted, kept in (
            ("majority", asked.majority, stored.majority),
            ("minority", asked.minority, stored.minority),
        )
    }
    typed = msgspec.structs.replace(
        stored, names=asked.names, second_cue=asked.second_cue, templates=asked.templates, words=asked.words,
        sector_words=asked.sector_words, senders=asked.senders, **groups,
    )  # fmt: skip
    view = msgspec.structs.replace(page.profiles, document=typed)
    return msgspec.structs.replace(page, profiles=view, offered=profiles.offered_names(typed))


@post("/studies/{study_id:uuid}/profiles/pretest", request_max_body_size=LARGEST_UPLOAD)
async def import_pretest(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], study_id: FromPath[uuid.UUID]
) -> Html:
    """Take the ratings of a pre-test."""
    form = await request.form()
    upload, source = form.get("file"), form.get("source")
    refused: Refused
    if not isinstance(upload, UploadFile) or not upload.filename:
        refused = Unusable({"file": "file_missing"})
        return show(request, await _page(request, pool, actor, study_id, refused=refused), status=422)
    said_source = source if isinstance(source, str) else ""
    try:
        await profiles.import_pretest(pool, actor, study_id, await upload.read(), source=said_source)
    except (Unusable, FileRefused, FindingsRefused, StudyRefused) as trouble:
        page = await _page(request, pool, actor, study_id, refused=trouble, values={"source": said_source})
        return show(request, page, status=409 if isinstance(trouble, StudyRefused) else 422)
    return go(f"/studies/{study_id}/profiles#pretest", "pretest_imported")


async def _page(
    request: AnyRequest,
    pool: Pool,
    actor: Actor,
    study_id: uuid.UUID,
    *,
    refused: Refused | None = None,
    values: dict[str, str] | None = None,
) -> ProfilesPage:
    study = await studies.get_study(pool, actor, study_id)
    view = await profiles.get_profiles(pool, actor, study_id)
    chosen = _example(request, view)
    sex: Sex = "male" if chosen[0] == "male" else "female"
    faults = refused.report.faults if isinstance(refused, FileRefused) else ()
    return ProfilesPage(
        study=study,
        tabs=study_tabs(study, "profiles"),
        profiles=view,
        groups=_GROUPS,
        templates=_LETTERS,
        offered=profiles.offered_names(view.document),
        pretest=profiles.pretest_view(view.document),
        example=profiles.example_pair(view, sex=sex, first=chosen[1], second=chosen[2], sector=chosen[3]),
        chosen=chosen,
        general_words=GENERAL_WORDS,
        own_words=SECTOR_WORDS,
        file_faults=faults,
        found=refused.findings if isinstance(refused, FindingsRefused) else (),
        values=values or {},
        faults=faults_of(refused) if refused else {},
        refusal=said(request, refused) if refused and not faults else "",
        notice=notice_of(request.query_params.get("done")),
    )


def _example(request: AnyRequest, view: ProfilesView) -> tuple[str, str, str, str]:
    """The example in the address; the first of each where it names none."""
    query = request.query_params
    letters = view.document.templates or _LETTERS
    first = _one_of(query.get("first"), letters)
    others = [one for one in letters if one != first] or list(_LETTERS)
    sector = _one_of(query.get("sector"), view.sectors) if view.sectors else ""
    return _one_of(query.get("sex"), SEXES), first, _one_of(query.get("second"), others), sector


def _one_of(asked: str | None, choices: Sequence[str]) -> str:
    return asked if asked is not None and asked in choices else choices[0]


HANDLERS = (profiles_page, save_profiles, import_pretest)
