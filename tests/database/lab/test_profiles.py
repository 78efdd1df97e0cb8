"""Names, letters and words of a study: kept until the plan is drawn; a pre-test measures the names."""

from __future__ import annotations

import uuid

import asyncpg
import msgspec
import pytest

from api.messages.accounts import Actor
from api.messages.faults import Conflict, FileRefused, NotAllowed, NotFound, Unusable
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.messages.lab.plans import SaveProfiles
from api.services.files.writing import csv_bytes
from api.services.lab import profiles
from testing_lab.profiles.study_profiles import StudyProfiles
from tests.database.lab.a_study import a_person, a_study, a_task
from tests.pure.lab.drawing import some_profiles


def to_save(document: StudyProfiles | None = None, *, version: int = 0) -> SaveProfiles:
    """The profiles as a form sends them."""
    whole = msgspec.structs.asdict(document or some_profiles())
    for name in ("schema", "pretest", "pretest_source"):
        del whole[name]
    return SaveProfiles(version=version, **whole)


def ratings(*, name: str = "Elif Korkmaz", group: str = "turkish", number: int = 40, right: int = 30) -> bytes:
    """A pre-test of one name."""
    rows = [(f"p{n}@post.test", name, group if n < right else "moroccan", "female", 3 + n % 3) for n in range(number)]
    return csv_bytes(("beoordelaar", "naam", "groep", "geslacht", "aanzien"), rows)


@pytest.fixture
async def lead(lab_pool: asyncpg.Pool) -> Actor:
    return await a_person(lab_pool, "lead", "researcher")


@pytest.fixture
async def study(lab_pool: asyncpg.Pool, lead: Actor) -> uuid.UUID:
    return await a_study(lab_pool, lead, state="registered")


async def test_what_lacks_is_told_and_what_is_saved_comes_back(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID
) -> None:
    empty = await profiles.get_profiles(lab_pool, lead, study)
    assert (empty.version, empty.open, empty.sectors) == (0, True, ("ICT", "care"))
    assert empty.labels == ("mailbox A", "mailbox B")
    assert {"profiles-names-missing", "profiles-word-missing", "profiles-phone-missing"} <= {
        one.code for one in empty.findings
    }
    saved = await profiles.save_profiles(lab_pool, lead, study, to_save())
    assert (saved.version, saved.document) == (1, some_profiles())
    assert {one.level for one in saved.findings} == {"warning"}


async def test_two_people_do_not_overwrite_each_other(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    await profiles.save_profiles(lab_pool, lead, study, to_save())
    with pytest.raises(Conflict):
        await profiles.save_profiles(lab_pool, lead, study, to_save())
    assert (await profiles.save_profiles(lab_pool, lead, study, to_save(version=1))).version == 2


@pytest.mark.parametrize(
    "changes", [{"majority": "martian"}, {"words": {"school": "x" * 201}}, {"minority": ""}], ids=str
)
async def test_what_cannot_be_saved(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID, changes: dict[str, object]
) -> None:
    with pytest.raises(Unusable):
        await profiles.save_profiles(lab_pool, lead, study, msgspec.structs.replace(to_save(), **changes))


async def test_a_pretest_measures_names_and_keeps_no_rater(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID
) -> None:
    findings = await profiles.import_pretest(lab_pool, lead, study, ratings(), source="Proef mei 2026")
    assert findings == ()
    seen = profiles.pretest_view((await profiles.get_profiles(lab_pool, lead, study)).document)
    assert seen is not None
    (name,) = seen.result.names
    assert (name.name, name.raters, name.country.estimate, name.confused_with) == ("Elif Korkmaz", 40, 0.75, "moroccan")
    assert seen.usable[0].usable
    assert await lab_pool.fetchval("select count(*) from lab.study_profiles where document::text like '%@post%'") == 0
    turkish = to_save(msgspec.structs.replace(some_profiles(), minority="turkish"), version=1)
    view = await profiles.save_profiles(lab_pool, lead, study, turkish)
    women, _ = profiles.offered_names(view.document)
    measured = {one.full: one.recognition for one in women.minority}["Elif Korkmaz"]
    assert measured is not None
    assert (measured.country, measured.raters, measured.source) == (0.75, 40, "Proef mei 2026")


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"a;b\n1;2\n", FileRefused), (b"", FileRefused), (ratings(name="Niemand"), FindingsRefused),
        (ratings(group="mars", right=40), FindingsRefused),
    ],
)  # fmt: skip
async def test_a_pretest_that_cannot_be_read(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID, content: bytes, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        await profiles.import_pretest(lab_pool, lead, study, content, source="Proef")
    assert await lab_pool.fetchval("select count(*) from lab.study_profiles") == 0
    with pytest.raises(Unusable):
        await profiles.import_pretest(lab_pool, lead, study, ratings(), source=" ")


async def test_an_example_pair_differs_in_the_trait_alone(
    lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID
) -> None:
    empty = await profiles.get_profiles(lab_pool, lead, study)
    assert profiles.example_pair(empty, sex="female", first="A", second="B", sector="ICT") is None
    view = await profiles.save_profiles(lab_pool, lead, study, to_save())
    for first, second in (("A", "B"), ("D", "C")):
        pair = profiles.example_pair(view, sex="male", first=first, second=second, sector="care")
        assert pair is not None
        assert [one.template for one in pair.sides] == [first, second]
        assert [one for one in pair.findings if one.level == "error"] == []
    assert profiles.example_pair(view, sex="male", first="A", second="A", sector="care") is None
    wrong = msgspec.structs.replace(view, document=msgspec.structs.replace(view.document, words={"school": "www.x.nl"}))
    pair = profiles.example_pair(wrong, sex="male", first="A", second="B", sector="ICT")
    assert pair is not None
    assert "pair-holds-web" in {one.code for one in pair.findings}


async def test_only_who_leads_sees_and_changes_them(lab_pool: asyncpg.Pool, lead: Actor, study: uuid.UUID) -> None:
    field, coder = await a_person(lab_pool, "veld", "researcher"), await a_person(lab_pool, "codeur", "coder")
    await a_task(lab_pool, study, field, "field")
    await a_task(lab_pool, study, coder, "coder")
    stranger = await a_person(lab_pool, "vreemde", "researcher")
    for actor, refusal in ((field, NotAllowed), (coder, NotAllowed), (stranger, NotFound)):
        for asked in (
            profiles.get_profiles(lab_pool, actor, study), profiles.save_profiles(lab_pool, actor, study, to_save()),
            profiles.import_pretest(lab_pool, actor, study, ratings(), source="Proef"),
        ):  # fmt: skip
            with pytest.raises(refusal):
                await asked


@pytest.mark.parametrize("state", ["running", "closed", "archived"])
async def test_a_study_that_has_begun_keeps_its_profiles(lab_pool: asyncpg.Pool, lead: Actor, state: str) -> None:
    study = await a_study(lab_pool, lead, state=state)
    with pytest.raises(StudyRefused):
        await profiles.save_profiles(lab_pool, lead, study, to_save())
    assert not (await profiles.get_profiles(lab_pool, lead, study)).open
