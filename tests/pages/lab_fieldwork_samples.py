"""A believable context for every page of the fieldwork and its states."""

from __future__ import annotations

import datetime as dt
import uuid

import msgspec

from api.messages.lab.fieldwork import (
    Alarms,
    ComplaintView,
    Day,
    DispatchView,
    FieldworkView,
    Imported,
    ImportFinding,
    Owed,
    ReplyView,
    StepView,
    Trouble,
    Withdrawals,
    WorkItem,
)
from api.messages.lab.studies import StudyView, Task
from api.messages.paging import PageOf
from api.pages.contexts.lab.fieldwork import (
    DispatchPage,
    FieldworkPage,
    FieldworkStepPage,
    RepliesPage,
    SentByHandPage,
    WithdrawalsPage,
)
from api.pages.contexts.page import Page
from api.pages.lab.tabs import study_tabs
from api.pages.listing import Listing
from testing_lab.fieldwork.study_states import StudyState, allowed_in

STUDY = uuid.UUID("0197c2f0-0000-7000-8000-00000000000a")
WHEN = dt.datetime(2027, 2, 1, 9, 30, tzinfo=dt.UTC)
LISTING = Listing(path=f"/studies/{STUDY}/fieldwork")


def a_view(state: StudyState = "running", task: Task = "lead", overdue: int = 0) -> StudyView:
    return StudyView(
        study_id=STUDY, name="Stages in de horeca, Utrecht 2027", state=state, task=task, version=3, created_at=WHEN,
        allowed=allowed_in(state), alarms=Alarms(overdue=overdue, open=1),
    )  # fmt: skip


VIEW, TABS = a_view(), study_tabs(a_view(), "fieldwork")
WORK = tuple(
    WorkItem(
        dispatch_id=f"{number}-1", pseudonym=f"B-{number:04d}", place=1, name="Tim van Dijk", company="Eetcafé De Hoek",
        vacancy_title="Stagiair keuken", due_at=WHEN, sent_at=None, state="due", overdue=number == 1,
        troubled=number == 2,
    )
    for number in (1, 2, 3)
)  # fmt: skip
REPLY = ReplyView(
    reply_id=uuid.UUID(int=1), dispatch_id="1-1", kind="reply", received_at=WHEN, from_address="chef@hoek.test",
    subject="Re: Sollicitatie stage", text="Beste Tim,\n\nKom maandag langs.", files=("folder.pdf",), positive=True,
    rules=("token",), candidates=(), set_aside="",
)  # fmt: skip
CALL = ReplyView(
    reply_id=uuid.UUID(int=4), dispatch_id="1-1", kind="call", received_at=WHEN, from_address="", subject="",
    text="Kom maandag.", files=(), positive=None, rules=(), candidates=(), set_aside="",
)  # fmt: skip
LOOSE = msgspec.structs.replace(
    REPLY, reply_id=uuid.UUID(int=2), dispatch_id=None, positive=None, candidates=("1-1", "2-2")
)
ASIDE = msgspec.structs.replace(LOOSE, reply_id=uuid.UUID(int=3), set_aside="Reclame", candidates=())
DISPATCH = DispatchView(
    dispatch_id="1-1", number=1, pseudonym="B-0001", place=1, state="due", due_at=WHEN, sent_at=None, sent_how="",
    withdrawn_at=None, name="Tim van Dijk", from_address="tim.vandijk@stage-post.example",
    reply_address="tim.vandijk+abcdefgh22334455@stage-post.example", subject="Sollicitatie stage",
    letter=("Geachte heer of mevrouw,", "Graag loop ik stage bij u.", "Tim van Dijk"), cv=("Opleiding", "• Kok"),
    company="Eetcafé De Hoek", establishment="Centrum", town="Utrecht", vacancy_title="Stagiair keuken",
    contact_email="chef@hoek.test", phone="", trouble=None, replies=(), complaints=(), others=("1-2",),
)  # fmt: skip
SENT = msgspec.structs.replace(
    DISPATCH, state="withdrawn", sent_at=WHEN, sent_how="hand", withdrawn_at=WHEN, replies=(REPLY, CALL),
    complaints=(ComplaintView(received_on=WHEN.date(), words="Dit kost ons tijd."),),
)  # fmt: skip
UNCLEAR = Trouble(
    what="letter",
    code="line-broke-after-letter",
    facts={"host": "mail.test", "port": "587"},
    perhaps_sent=True,
    at=WHEN,
)
FIELDWORK = FieldworkView(
    steps=("stop", "close"), by_state={"planned": 12, "sent": 3}, unclear=1, loose=2, not_judged=1, last_step=None
)
TASKS = tuple(
    Owed(
        dispatch_id=f"{number}-1", pseudonym=f"B-{number:04d}", name="Tim van Dijk", company="Eetcafé De Hoek",
        state=state, received_at=WHEN, due_at=WHEN + dt.timedelta(days=1),
        sent_at=WHEN if left is None else None, minutes_left=left,
    )  # type: ignore[arg-type]  # each is a WithdrawalState
    for number, (state, left) in enumerate(
        [("overdue", -90), ("open", 725), ("done", None), ("done_late", None)], start=1
    )
)  # fmt: skip


def the_list(state: StudyState, fieldwork: FieldworkView, **more: object) -> FieldworkPage:
    view = a_view(state)
    page = FieldworkPage(
        study=view, tabs=study_tabs(view, "fieldwork"), fieldwork=fieldwork, when="now",
        work=PageOf(items=(), number=1, size=50, total=0), listing=LISTING, days=(),
    )  # fmt: skip
    return msgspec.structs.replace(page, **more)


def a_dispatch(dispatch: DispatchView, **more: object) -> DispatchPage:
    page = DispatchPage(
        study=VIEW, tabs=TABS, dispatch=dispatch, withdrawal="Ik trek mijn brief in.", mail=True, may_send=True,
        may_answer=False, now="2027-02-01T10:30",
    )  # fmt: skip
    return msgspec.structs.replace(page, **more)


def sent_by_hand(**more: object) -> SentByHandPage:
    page = SentByHandPage(
        study=VIEW, tabs=TABS, work=PageOf(items=WORK, number=1, size=3, total=9), listing=LISTING, may_send=True,
        ticked=frozenset({"1-1", "2-1"}), moments={one.dispatch_id: "2027-02-01T10:30" for one in WORK},
    )  # fmt: skip
    return msgspec.structs.replace(page, **more)


def replies(**more: object) -> RepliesPage:
    page = RepliesPage(
        study=VIEW, tabs=TABS, not_judged=(), loose=PageOf(items=(), number=1, size=50, total=0), listing=LISTING,
        aside=PageOf(items=(), number=1, size=50, total=0), mailbox=False,
    )  # fmt: skip
    return msgspec.structs.replace(page, **more)


SAMPLES: dict[str, Page] = {
    "lab-fieldwork": the_list(
        "running", FIELDWORK, work=PageOf(items=WORK, number=1, size=3, total=9),
        days=(Day(day=WHEN.date(), number=15, still_open=12),),
    ),
    "lab-fieldwork-sent": the_list(
        "running", FIELDWORK, when="sent",
        work=PageOf(items=(msgspec.structs.replace(WORK[2], state="sent", sent_at=WHEN),), number=1, size=3, total=1),
    ),
    "lab-fieldwork-late": the_list("running", FIELDWORK, study=a_view(overdue=2)),
    "lab-fieldwork-before": the_list(
        "registered", msgspec.structs.replace(FIELDWORK, steps=("start",), unclear=0)
    ),
    "lab-fieldwork-before-late": the_list(
        "registered", msgspec.structs.replace(FIELDWORK, steps=("start",), unclear=0, passed=25)
    ),
    "lab-fieldwork-empty": the_list(
        "registered", msgspec.structs.replace(FIELDWORK, steps=("start",), by_state={}, unclear=0)
    ),
    "lab-fieldwork-stopped": the_list(
        "stopped",
        msgspec.structs.replace(
            FIELDWORK, steps=("resume", "close"), last_step=StepView(kind="study_stop", at=WHEN, reason="Een pauze")
        ),
    ),
    "lab-fieldwork-stop": FieldworkStepPage(study=VIEW, tabs=TABS, step="stop"),
    "lab-fieldwork-close": FieldworkStepPage(
        study=VIEW, tabs=TABS, step="close", values={"reason": "x"}, faults={"reason": "close_needs_reason"}
    ),
    "lab-dispatch": a_dispatch(DISPATCH),
    "lab-dispatch-unclear": a_dispatch(msgspec.structs.replace(DISPATCH, trouble=UNCLEAR), mail=False),
    "lab-dispatch-sent": a_dispatch(SENT, may_send=False, may_answer=True),
    "lab-dispatch-faults": a_dispatch(
        msgspec.structs.replace(SENT, sent_how="smtp"), may_send=False, may_answer=True, action="reply",
        values={"at": "2028-02-01T10:30", "kind": "call", "positive": "yes"},
        faults={"at": "in_future", "text": "missing"},
    ),
    "lab-dispatch-deleted": a_dispatch(
        msgspec.structs.replace(DISPATCH, letter=(), cv=(), company="", town="", vacancy_title="", contact_email=""),
        may_send=False,
    ),
    "lab-replies": replies(
        not_judged=(msgspec.structs.replace(REPLY, positive=None),), mailbox=True,
        loose=PageOf(items=(LOOSE,), number=1, size=1, total=2),
        aside=PageOf(items=(ASIDE,), number=1, size=50, total=1),
    ),
    "lab-replies-empty": replies(),
    "lab-replies-done": replies(
        imported=Imported(
            matched=3, automatic=1, bounces=1, loose=1, known=4, elsewhere=1, more=True,
            findings=(ImportFinding(path="message 2", code="mail-without-date"),),
        )
    ),
    "lab-replies-faults": replies(
        loose=PageOf(items=(LOOSE,), number=1, size=50, total=1), chosen=str(LOOSE.reply_id),
        values={"dispatch_id": "9-9"}, faults={"dispatch_id": "no_such_dispatch"},
    ),
    "lab-sent-by-hand": sent_by_hand(),
    "lab-sent-by-hand-kept-back": sent_by_hand(written=2, kept_back={"2-1": "Het is nog te vroeg."}),
    "lab-sent-by-hand-faults": sent_by_hand(faults={"at.2-1": "not_moment"}),
    "lab-sent-by-hand-empty": sent_by_hand(work=PageOf(items=(), number=1, size=50, total=0)),
    "lab-sent-by-hand-stopped": sent_by_hand(study=a_view("stopped"), may_send=False),
    "lab-withdrawals": WithdrawalsPage(
        study=a_view(overdue=1), tabs=TABS, owed=Withdrawals(tasks=TASKS, text="Ik trek mijn brief in.", hours=24)
    ),
    "lab-withdrawals-empty": WithdrawalsPage(
        study=VIEW, tabs=TABS, owed=Withdrawals(tasks=(), text="Ik trek mijn brief in.", hours=24)
    ),
}  # fmt: skip
