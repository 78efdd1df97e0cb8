"""The profiles and the plan of a study, in their states; made by the rooms themselves."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import msgspec

from api.messages.importing import Fault
from api.messages.lab.plans import BeforePlan, PlanView, ProfilesView, Replay
from api.messages.lab.studies import StudyView
from api.pages.contexts.lab.plan import PlanPage, ProfilesPage
from api.pages.contexts.page import Page
from api.pages.lab.plan import WEEKDAYS
from api.pages.lab.tabs import study_tabs
from api.services.lab.profiles import example_pair, offered_names, pretest_view
from testing_lab.findings import Finding
from testing_lab.profiles.names import Group
from testing_lab.profiles.rating_rows import RatingRow
from testing_lab.profiles.study_profiles import GENERAL_WORDS, SECTOR_WORDS, StudyProfiles
from testing_lab.randomisation.drawn_plan import draw_plan
from testing_lab.randomisation.recipe import PlanRequest, findings_of_profiles, recipe_of
from tests.pure.lab.drawing import a_frame, some_profiles
from tests.pure.lab.protocol.examples import changed, example_protocol

WHEN = dt.datetime(2026, 12, 1, 10, 15, tzinfo=dt.UTC)
PROTOCOL = changed(example_protocol(), {"sampling.pairs": 20})
HEARD = ["moroccan"] * 18 + ["turkish"] * 10 + ["dont_know"] * 12
RATINGS = tuple(
    RatingRow(rater=str(place), name=name, group=heard, sex="female", status=str(3 + place % 3))
    for name in ("Salma El Amrani", "Sanne de Boer")
    for place, heard in enumerate(HEARD if name.startswith("Salma") else ["dutch"] * 35)
)

FEW = Finding(path="Elif Korkmaz", code="pretest-few-raters", facts={"name": "x", "raters": 2, "fewest": 30})


def profiles_view(document: StudyProfiles, *, sectors: tuple[str, ...] = ("ICT", "care")) -> ProfilesView:
    return ProfilesView(
        document=document, version=3, open=True, sectors=sectors, labels=("mailbox A", "mailbox B"),
        domain="stage-post.example", findings=findings_of_profiles(document, PROTOCOL),
    )  # fmt: skip


def profiles_page(study: StudyView, view: ProfilesView, **more: object) -> ProfilesPage:
    kept = view.document
    return ProfilesPage(
        study=study, tabs=study_tabs(study, "profiles"), profiles=view, groups=get_args(Group),
        templates=("A", "B", "C", "D"), offered=offered_names(kept), pretest=pretest_view(kept),
        example=example_pair(view, sex="female", first="A", second="C", sector="ICT"),
        chosen=("female", "A", "C", "ICT"), general_words=GENERAL_WORDS, own_words=SECTOR_WORDS, **more,
    )  # type: ignore[arg-type]  # fmt: skip  # the rest of a page: faults, values


def plan_view() -> PlanView:
    request = PlanRequest(seed="6f1d", start=dt.date(2027, 1, 4), accept_shortage=True)
    recipe, _ = recipe_of(PROTOCOL, some_profiles(), request, today=WHEN.date())
    assert recipe is not None
    drawn = draw_plan(a_frame(18), recipe, some_profiles())
    assert drawn.balance is not None
    return PlanView(
        seed="6f1d", person="Bo Onderzoeker", drawn_at=WHEN, redraws=0, strata=drawn.strata,
        set_aside=(("B-0004", "frame-company-blocked"), ("B-0009", "frame-cool-down")), outside=3,
        shortages=drawn.findings, design=recipe.design, balance=drawn.balance,
        days=((dt.date(2027, 1, 4), 20), (dt.date(2027, 1, 5), 16)), dispatches=36,
        plan_hash=drawn.plan_hash, letters_hash=drawn.letters_hash,
    )  # fmt: skip


def samples(lead: StudyView, running: StudyView) -> dict[str, Page]:
    """For the lead of a study that begins, and of one that runs."""
    whole = profiles_view(msgspec.structs.replace(some_profiles(), pretest=RATINGS, pretest_source="Proef 2026"))
    empty = profiles_view(StudyProfiles(), sectors=())
    before = BeforePlan(
        entries=18, asked=20, earliest=dt.date(2026, 12, 1), end=dt.date(2027, 2, 26), may_draw=True,
        profile_findings=(),
    )  # fmt: skip
    lacking = msgspec.structs.replace(
        before, entries=0, earliest=None, end=None, may_draw=False, profile_findings=empty.findings
    )
    values = {"start": "2027-01-04", "opens": "09:00", "closes": "x", "most_per_day": "0", "day.monday": "yes"}
    plan = plan_view()
    home = {"weekdays": WEEKDAYS, "tabs": study_tabs(lead, "plan"), "study": lead}
    short = Finding(path="sampling.total", code="sample-frame-too-small", facts={"asked": 20, "available": 18})
    found = {
        "lab-profiles": profiles_page(lead, whole, notice="profiles_saved"),
        "lab-profiles-empty": profiles_page(lead, empty),
        "lab-profiles-closed": profiles_page(running, msgspec.structs.replace(whole, open=False)),
        "lab-profiles-bad-file": profiles_page(
            lead, empty, file_faults=(Fault(code="column_missing", column="rater"),), faults={"source": "length"},
            found=(FEW,),
            values={"source": "x"},
        ),
        "lab-plan-form": PlanPage(plan=None, before=before, values=values, **home),
        "lab-plan-refused": PlanPage(
            plan=None, before=before, values=values, found=(short,), faults={"closes": "not_clock"}, **home
        ),
        "lab-plan-none": PlanPage(plan=None, before=lacking, values={}, **home),
        "lab-plan": PlanPage(
            plan=plan, before=before, values={}, notice="plan_drawn",
            replay=Replay(possible=True, plan_equal=True, letters_equal=True, plan_hash=plan.plan_hash), **home,
        ),
    }  # fmt: skip
    for name, equal in (("letters", (True, True, False)), ("differs", (True, False, False)), ("gone", (False,) * 3)):
        possible, same, letters = equal
        again = Replay(possible=possible, plan_equal=same, letters_equal=letters, plan_hash="0" * 64)
        found[f"lab-plan-replay-{name}"] = PlanPage(plan=plan, before=before, values={}, replay=again, **home)
    return found
