"""A believable context for every page of the lab and its states."""

from __future__ import annotations

import datetime as dt
import uuid

import msgspec

from api.messages.lab.fieldwork import Alarms
from api.messages.lab.protocols import GateView, RegistrationView
from api.messages.lab.studies import MemberView, StudyRow, StudyView, Task
from api.messages.paging import PageOf
from api.pages.contexts.lab.protocol import ProtocolPage, RegistrationPage
from api.pages.contexts.lab.studies import NewStudyPage, StudiesPage
from api.pages.contexts.lab.study import StudyPage
from api.pages.contexts.page import Page
from api.pages.lab.protocol import by_place, part_links
from api.pages.lab.protocol_form import PARTS, inputs_of
from api.pages.lab.study import next_step
from api.pages.lab.tabs import study_tabs
from api.pages.listing import Listing
from testing_lab.fieldwork.study_states import StudyState, allowed_in
from testing_lab.protocol.checks import findings_of
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.gates import gates_of
from testing_lab.protocol.sample_size import sample_size_of
from tests.pages import frameplan_samples, plan_samples
from tests.pure.lab.protocol.examples import example_calls, example_protocol, registered, ticks_for

STUDY = uuid.UUID("0197c2f0-0000-7000-8000-00000000000a")
WHEN = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
STUDIES = (
    StudyRow(study_id=STUDY, name="Stages in de horeca, Utrecht 2027", state="draft", task="lead", created_at=WHEN),
    StudyRow(study_id=STUDY, name="Zorg 2026", state="running", task="coder", created_at=WHEN),
)
LISTING = Listing(path="/studies")

MEMBERS = (
    MemberView(account_id=STUDY, display_name="Bo Onderzoeker", sign_in_name="onderzoeker", task="lead"),
    MemberView(account_id=STUDY, display_name="Kim Codeur", sign_in_name="codeur-1", task="coder"),
)


def a_view(state: StudyState = "draft", task: Task = "lead") -> StudyView:
    return StudyView(
        study_id=STUDY, name=STUDIES[0].name, state=state, task=task, version=3, created_at=WHEN,
        allowed=allowed_in(state),
    )  # fmt: skip


def a_part(part: str, protocol: Protocol, *, state: StudyState = "draft") -> ProtocolPage:
    view = a_view(state)
    findings = findings_of(protocol)
    inputs = inputs_of(part, protocol)
    return ProtocolPage(
        study=view, tabs=study_tabs(view, "protocol"), part=part, parts=part_links(STUDY, part, findings),
        inputs=inputs, at=by_place(findings, inputs), others=findings[:1], may_save=True, amending=state != "draft",
        version=4, size=sample_size_of(protocol) if part == "sampling" else None,
    )  # fmt: skip


def a_registration(state: StudyState, task: Task = "lead") -> RegistrationPage:
    view = a_view(state, task)
    protocol = example_protocol()
    registration = None if state == "draft" else registered(protocol)
    ticks = ticks_for(protocol)
    gates = tuple(
        GateView(gate=gate, tick=ticks[place] if registration or place < 3 else None)
        for place, gate in enumerate(gates_of(protocol))
    )
    findings = findings_of(Protocol()) if state == "draft" else ()
    return RegistrationPage(
        study=view, tabs=study_tabs(view, "registration"), parts=part_links(STUDY, "", findings),
        view=RegistrationView(
            findings=findings, gates=gates, registration=registration, amendments=(), broken=(),
        ),
        open_gates=tuple(one for one in gates if one.tick is None), may_change=state == "draft",
        may_tick=task == "lead", may_register=False,
    )  # fmt: skip


def opened_again(page: RegistrationPage) -> RegistrationPage:
    """An amendment opened the first gate."""
    first, *rest = page.view.gates
    gates = (msgspec.structs.replace(first, tick=None), *rest)
    study = msgspec.structs.replace(page.study, alarms=Alarms(gates=1))
    return msgspec.structs.replace(
        page, study=study, view=msgspec.structs.replace(page.view, gates=gates), open_gates=gates[:1]
    )


def a_study_page(view: StudyView) -> StudyPage:
    return StudyPage(next_step=next_step(view), study=view, tabs=study_tabs(view, "overview"), members=MEMBERS)


SAMPLES: dict[str, Page] = {
    "lab-studies": StudiesPage(
        studies=PageOf(items=STUDIES, number=1, size=50, total=2), listing=LISTING, may_create=True
    ),
    "lab-studies-empty": StudiesPage(
        studies=PageOf(items=(), number=1, size=50, total=0), listing=LISTING, may_create=True
    ),
    "lab-studies-coder": StudiesPage(
        studies=PageOf(items=(), number=1, size=50, total=0), listing=LISTING, may_create=False
    ),
    "lab-new-study": NewStudyPage(values={"name": "x"}, faults={"name": "too_long"}),
    "lab-study": a_study_page(a_view()),
    "lab-study-coder": a_study_page(a_view("running", "coder")),
    "lab-study-field": a_study_page(a_view("coded", "field")),
    **{
        f"lab-protocol-{part}{suffix}": a_part(part, protocol)
        for part in PARTS
        for suffix, protocol in (("", example_protocol()), ("-empty", Protocol()), ("-calls", example_calls()))
    },
    "lab-protocol-amending": msgspec.structs.replace(
        a_part("sampling", example_protocol(), state="registered"), reason="Te weinig", refusal="Dit kan niet."
    ),
    "lab-registration-draft": a_registration("draft"),
    "lab-registration-gate": msgspec.structs.replace(
        a_registration("draft"), gate_fault="school_consent", faults={"evidence": "missing"},
        refused=findings_of(Protocol())[:2],
    ),
    "lab-registration": a_registration("registered"),
    "lab-registration-gate-again": opened_again(a_registration("running")),
    "lab-registration-coder": a_registration("running", "coder"),
    "lab-study-faults": msgspec.structs.replace(
        a_study_page(a_view()),
        values={"sign_in_name": "wie", "task": "coder"}, faults={"sign_in_name": "no_such_account"},
    ),
}  # fmt: skip
SAMPLES |= frameplan_samples.samples(a_view(), a_view(task="field"), a_view("running"))
SAMPLES |= plan_samples.samples(a_view("registered"), a_view("running"))
