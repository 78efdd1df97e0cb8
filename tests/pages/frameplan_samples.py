"""The frame, the profiles and the plan of a study, in their states."""

from __future__ import annotations

import datetime as dt

from api.messages.importing import Fault
from api.messages.lab.frame import (
    BlockedView,
    EntryView,
    FrameImportView,
    FrameOutcome,
    FrameView,
    RefusalView,
    SectorView,
)
from api.messages.lab.studies import StudyView
from api.messages.paging import PageOf
from api.pages.contexts.lab.frame import BlockedPage, FramePage, RefusedRowsPage
from api.pages.contexts.page import Page
from api.pages.lab.tabs import study_tabs
from api.pages.listing import Listing
from testing_lab.findings import Finding
from testing_lab.frame.reading import COLUMNS, REQUIRED

WHEN = dt.datetime(2026, 12, 1, 10, 15, tzinfo=dt.UTC)
COLUMN_LIST = tuple((column, column in REQUIRED) for column in COLUMNS)
OUTCOME = FrameOutcome(
    rows=62, added=58, already=2, changed=1, refused=2,
    warnings=(
        Finding(path="row 4, column kvk", code="frame-zeros-added", level="warning",
                facts={"row": 4, "column": "kvk", "value": "9000001", "full": "09000001"}),
        Finding(path="column sector", code="frame-sector-outside", level="warning",
                facts={"sector": "bouw", "number": 3}),
    ),
)  # fmt: skip
EMPTY = FrameView(entries=0, sectors=(), imports=(), refused=0, open=True, drawn=False)
FILLED = FrameView(
    entries=58,
    sectors=(
        SectorView(sector="horeca", number=40, sizes=(("10-49", 30), (None, 10))),
        SectorView(sector="zorg", number=18, sizes=(("50+", 18),)),
    ),
    imports=(
        FrameImportView(import_id=2, file_name="vacatures.xlsx", outcome=OUTCOME, person="Bo Onderzoeker", at=WHEN),
    ),
    refused=2, open=True, drawn=False,
)  # fmt: skip


def entry(number: int, turn: int | None = None, *, gone: bool = False) -> EntryView:
    return EntryView(
        number=number, entry_id=f"V{number}", sector="horeca", size_class="10-49",
        company=None if gone else f"Lunchroom De Vaart {number}", establishment=None if gone else "Centrum",
        place=None if gone else "Utrecht", vacancy_title=None if gone else "Stage gastheer",
        contact_email=None if gone else "stage@devaart.example", phone=None, source=None if gone else "vacaturesite",
        turn=turn,
    )  # fmt: skip


REFUSALS = (
    RefusalView(
        file_name="vacatures.xlsx", row=17, cells={"entry_id": "V17", "company": "Bakker Brood"},
        findings=(
            Finding(path="row 17, column kvk", code="frame-number-unreadable",
                    facts={"row": 17, "column": "kvk", "value": "12", "digits": 8}),
            Finding(path="row 17", code="frame-company-blocked", facts={"row": 17}),
        ),
    ),
    RefusalView(
        file_name="vacatures.xlsx", row=18, cells={},
        findings=(Finding(path="row 18", code="frame-company-in-other-study", facts={"row": 18}),),
    ),
)  # fmt: skip
BLOCKED = (
    BlockedView(
        blocked_id=1, company="Grand Café Rust", kvk="90000001", reason="Vroeg op 3 maart om niet mee te doen.",
        person="Bo Onderzoeker", at=WHEN,
    ),
)  # fmt: skip


def samples(lead: StudyView, field: StudyView, running: StudyView) -> dict[str, Page]:
    """For a lead and a fieldworker of a study that begins, and the lead of one that runs."""
    home = f"/studies/{lead.study_id}/frame"
    listing = Listing(path=home)
    none = PageOf[EntryView](items=(), number=1, size=50, total=0)
    some = PageOf(items=tuple(entry(number) for number in range(1, 5)), number=1, size=50, total=58)
    drawn = PageOf(items=(entry(1, 3), entry(2), entry(3, gone=True)), number=1, size=50, total=3)
    tabs = study_tabs(lead, "frame")
    return {
        "lab-frame-empty": FramePage(
            study=lead, tabs=tabs, frame=EMPTY, entries=none, listing=listing, columns=COLUMN_LIST
        ),
        "lab-frame": FramePage(
            study=lead, tabs=tabs, frame=FILLED, entries=some, columns=COLUMN_LIST, notice="frame_imported",
            listing=Listing(path=home, wanted={"sector": "horeca"}),
        ),
        "lab-frame-file-refused": FramePage(
            study=lead, tabs=tabs, frame=EMPTY, entries=none, listing=listing, columns=COLUMN_LIST,
            file_faults=(Fault(code="column_missing", column="company"),),
        ),
        "lab-frame-no-file": FramePage(
            study=lead, tabs=tabs, frame=EMPTY, entries=none, listing=listing, columns=COLUMN_LIST,
            faults={"file": "file_missing"},
        ),
        "lab-frame-drawn": FramePage(
            study=running, tabs=study_tabs(running, "frame"), entries=drawn, listing=listing, columns=COLUMN_LIST,
            frame=FrameView(
                entries=3, sectors=FILLED.sectors, imports=FILLED.imports, refused=0, open=False, drawn=True
            ),
        ),
        "lab-frame-closed": FramePage(
            study=running, tabs=study_tabs(running, "frame"), entries=none, listing=listing, columns=COLUMN_LIST,
            frame=FrameView(entries=0, sectors=(), imports=(), refused=0, open=False, drawn=False),
        ),
        "lab-frame-refused": RefusedRowsPage(
            study=lead, tabs=tabs, listing=Listing(path=f"{home}/refused"),
            refusals=PageOf(items=REFUSALS, number=1, size=50, total=120),
        ),
        "lab-frame-refused-none": RefusedRowsPage(
            study=lead, tabs=tabs, listing=Listing(path=f"{home}/refused"),
            refusals=PageOf[RefusalView](items=(), number=1, size=50, total=0),
        ),
        "lab-blocked": BlockedPage(study=lead, tabs=tabs, blocked=BLOCKED, notice="company_blocked"),
        "lab-blocked-field": BlockedPage(study=field, tabs=study_tabs(field, "frame"), blocked=BLOCKED),
        "lab-blocked-faults": BlockedPage(
            study=lead, tabs=tabs, blocked=(), values={"company": "", "kvk": "12"},
            faults={"company": "missing", "kvk": "not_kvk", "reason": "missing"},
        ),
    }  # fmt: skip
