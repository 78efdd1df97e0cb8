"""A believable context for the page of a mystery call, and for pages that say other things in a study with calls."""

from __future__ import annotations

import datetime as dt

import msgspec

from api.messages.lab.calls import CallView, MadeCall, OwnPart
from api.messages.lab.fieldwork import CallsToDo, ComplaintView, KeptRecording, UnheardCall
from api.messages.lab.results import AnalysisDocument
from api.messages.paging import PageOf
from api.pages.contexts.lab.fieldwork import CallPage
from api.pages.contexts.page import Page
from api.pages.lab.tabs import study_tabs
from testing_lab.fieldwork.mystery_calls import script_of
from testing_lab.findings import Finding
from testing_lab.registered.coded import CodedApplication
from testing_lab.registered.of_calls import result_of_calls
from tests.pages.lab_fieldwork_samples import FIELDWORK, WHEN, WORK, a_view, the_list
from tests.pages.results_samples import a_result
from tests.pure.lab.protocol.examples import changed, example_calls

VIEW = msgspec.structs.replace(a_view(), kind="mystery_call")
TABS = study_tabs(VIEW, "fieldwork")
PROTOCOL = changed(
    example_calls(),
    {"fieldwork.recording_basis": "consent", "fieldwork.consent_text": "Vindt u het goed dat wij dit gesprek opnemen?"},
)
TO_MAKE = CallView(
    dispatch_id="1-1", number=1, pseudonym="B-0001", state="due", stage="to_make", due_at=WHEN, caller_label="1",
    company="Uitzendbureau De Brug", establishment="Centrum", town="Utrecht", phone="0301234567",
    script=script_of(PROTOCOL), consent_text=PROTOCOL.fieldwork.consent_text,
    outcomes=tuple(one.code for one in PROTOCOL.outcomes.codes), made=None, own=None, may_hear=False, complaints=(),
)  # fmt: skip
MADE = MadeCall(
    caller="Bo Visser", started_at=WHEN, said=("1", "2", "4"), consent="given",
    recording_place="Kluis van de faculteit", recording_until=dt.date(2027, 8, 1), recording_gone_at=None,
    listener="", heard=None,
)  # fmt: skip
TO_HEAR = msgspec.structs.replace(TO_MAKE, state="replied", stage="wants_listener", made=MADE, may_hear=True)
DECIDED = msgspec.structs.replace(
    TO_HEAR, stage="coded", may_hear=False,
    made=msgspec.structs.replace(MADE, listener="Noor Bakker", heard="live", recording_gone_at=WHEN),
    own=OwnPart(part="caller", notes="‘Dat regelen we wel.’", outcome="complies"),
    complaints=(ComplaintView(received_on=WHEN.date(), words="Wie belde er?"),),
)  # fmt: skip
TO_DO = CallsToDo(
    unheard=tuple(
        UnheardCall(dispatch_id=f"{n}-1", pseudonym=f"B-000{n}", caller="Bo Visser", started_at=WHEN, own=n == 1)
        for n in (1, 2)
    ),
    recordings=tuple(
        KeptRecording(dispatch_id=f"{n}-1", pseudonym=f"B-000{n}", until=WHEN.date(), late=n == 3) for n in (3, 4)
    ),
)


def a_document() -> AnalysisDocument:
    """Calls with a small count among them, by sector."""
    protocol = changed(PROTOCOL, {"analysis.strata": ["sector"]})
    counts = {
        "complies": 44, "leaves_to_client": 18, "refuses": 46, "refuses_and_explains_law": 23, "no_decision": 7,
        "undeliverable": 11,
    }  # fmt: skip
    codes = [code for code, number in counts.items() for _ in range(number)]
    applications = tuple(
        CodedApplication(
            pair=str(number), place=1, applicant="minority", code=code,
            strata={"sector": "horeca" if number % 2 else "zorg"},
        )
        for number, code in enumerate(codes, 1)
    )  # fmt: skip
    return AnalysisDocument(
        origin="study", name="Bureaus in Utrecht", registration_hash="a" * 64, amendments=0, program="0.1.0",
        protocol=protocol, unsent=0, applications=applications, calls=result_of_calls(protocol, applications),
    )  # fmt: skip


def a_call(call: CallView, **more: object) -> CallPage:
    page = CallPage(study=VIEW, tabs=TABS, call=call, may_call=True, now="2027-02-01T10:30")
    return msgspec.structs.replace(page, **more)


SAMPLES: dict[str, Page] = {
    "lab-call": a_call(TO_MAKE),
    "lab-call-refused": a_call(
        TO_MAKE, action="make", said=("1",), values={"notes": "Nee.", "outcome": "refuses", "consent": "refused"},
        faults={"recording_place": "missing", "consent": "missing", "outcome": "missing"},
        found=(Finding(path="call B-0001", code="call-without-request", facts={"call": "B-0001"}),),
    ),
    "lab-call-later": a_call(msgspec.structs.replace(TO_MAKE, state="planned"), may_call=False),
    "lab-call-to-hear": a_call(TO_HEAR),
    "lab-call-heard-wrongly": a_call(TO_HEAR, action="hear", faults={"heard": "no_recording", "notes": "missing"}),
    "lab-call-coded": a_call(DECIDED),
    "lab-results-calls": a_result(a_document()),
    "lab-fieldwork-calls": the_list(
        "running", msgspec.structs.replace(FIELDWORK, calls=TO_DO, by_state={"planned": 3, "replied": 4}), study=VIEW,
        tabs=TABS,
        work=PageOf(items=tuple(msgspec.structs.replace(one, sender="1") for one in WORK), number=1, size=3, total=3),
    ),
    "lab-fieldwork-calls-done": the_list(
        "running", msgspec.structs.replace(FIELDWORK, calls=CallsToDo(unheard=(), recordings=())),
        study=msgspec.structs.replace(
            VIEW, alarms=msgspec.structs.replace(VIEW.alarms, recordings=2) if VIEW.alarms else None
        ),
        tabs=TABS,
    ),
}  # fmt: skip
