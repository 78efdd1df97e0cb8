"""A believable context for every page and its states. The contract tests render them; people look at them."""

from __future__ import annotations

import datetime as dt
import uuid

import msgspec

from api.messages.accounts import AccountView, Actor
from api.messages.importing import Fault, ImportReport, ImportView
from api.messages.paging import PageOf
from api.messages.rounds import (
    GroupPlacesView,
    LockView,
    OfferFilter,
    OfferRow,
    ProgrammeView,
    RoundView,
    SharedCapacityView,
    StudentFilter,
    StudentRow,
    StudentView,
    TogetherView,
)
from api.messages.runs import (
    ChangeCounts,
    ChoiceView,
    DecisionView,
    OutcomeView,
    ProposalFilter,
    ProposalRow,
    RemovalView,
    RunError,
    RunView,
    SampleView,
)
from api.messages.shortages import ShortagesView
from api.pages.contexts.accounts import AccountPage, ErrorPage, SignInPage
from api.pages.contexts.imports import ImportPage, ImportsPage
from api.pages.contexts.letters import LetterPage
from api.pages.contexts.page import Page
from api.pages.contexts.rounds import NewRoundPage, OffersPage, RoundPage, RoundsPage, StudentPage, StudentsPage
from api.pages.contexts.runs import (
    OutcomePage,
    RunBusyPage,
    RunResultPage,
    RunsPage,
    RunStoppedPage,
    SamplePage,
)
from api.pages.listing import Listing
from api.pages.profile import bars
from api.pages.shortages import shortage_lines, shortage_said
from api.pages.tabs import tabs_of
from api.pages.telling import removed_first, tell
from api.services.letters import letter_of
from api.services.otherwise_texts import otherwise_texts
from api.services.totp import Enrolment
from matching.faults import RowFault
from matching.policy import Policy
from matching.result import Bottleneck, Counterfactual, Explanation, UtilityParts, WishOutcome
from tests.pages import lottery_samples
from tests.pages.fairness_samples import FAIRNESS, NO_FIGURES, fairness_page
from tests.pages.policy_samples import new_run_pages
from tests.pages.samples_compare import compare_samples
from tests.pages.samples_lab import LAB_SAMPLES
from tests.pages.samples_register import register_samples
from tests.pages.samples_report import REPORT, rematched
from tests.pages.text_check_samples import TEXT_CHECK_SAMPLES

AN_ID = uuid.UUID("00000000-0000-4000-8000-000000000001")
COORDINATOR = Actor(
    account_id=AN_ID, display_name="Ineke Vermeulen", roles=frozenset({"coordinator"}), language="nl", programmes=None
)
ACCOUNT = AccountView(actor=COORDINATOR, sign_in_name="ineke", second_step=False)
NOON = dt.datetime(2027, 2, 5, 11, 0, tzinfo=dt.UTC)
START, END = dt.date(2027, 2, 8), dt.date(2027, 7, 9)

ROUND = RoundView(
    round_id=AN_ID, name="Zorg en welzijn, voorjaar 2027", starts_on=START, ends_on=END, students=1200, placed=148,
    offers=412, places=1098, runs=2, last_run_id=AN_ID, last_run_state="finished",
)  # fmt: skip
NEW_ROUND = RoundView(
    round_id=AN_ID, name="Techniek, najaar 2027", starts_on=START, ends_on=END, students=0, placed=0,
    offers=0, places=0, runs=0, last_run_id=None, last_run_state=None,
)  # fmt: skip
PROGRAMMES = (
    ProgrammeView(crebo="25655", name="Verzorgende IG", level=3, students=214),
    ProgrammeView(crebo="25498", name="Helpende zorg en welzijn", level=2, students=186),
    ProgrammeView(crebo="25998", name="", level=None, students=14),
)


def run_view(state: str = "finished", **changes: object) -> RunView:
    """A run in any state."""
    facts: dict[str, object] = {
        "run_id": AN_ID, "round_id": AN_ID, "number": 2, "state": state, "stage": "satisfaction", "progress": 0.46,
        "tries": 1, "cancel_requested": False, "students": 1200, "offers": 412, "input_sha256": REPORT.input_sha256,
        "policy": Policy(), "error": None, "report": REPORT if state == "finished" else None,
        "created_by": "Ineke Vermeulen", "created_at": NOON, "started_at": NOON, "finished_at": NOON,
        "decided": 148, "overridden": 3,
    }  # fmt: skip
    return RunView(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above


def row(number: str, name: str, offer: str | None, **changes: object) -> ProposalRow:
    """A proposal."""
    facts: dict[str, object] = {
        "student_number": number, "name": name, "crebo": "25655", "programme": "Mbo-Verpleegkundige", "team": "Zorg A",
        "offer_id": offer,
        "company": "Woonzorg De Lindehof" if offer else "", "rank": 1 if offer else None,
        "utility": 880 if offer else None, "travel_minutes": 24 if offer else None, "lot_number": 417,
        "reason_code": None if offer else "more_students_than_places", "decision": None, "decided_offer_id": None,
    }  # fmt: skip
    return ProposalRow(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above


ROWS = (
    row("2041883", "Amira de Boer", "O-1042", check=("recognition_unverified", "travel_unknown")),
    row("2041884", "Daan van den Heuvel", "O-0087", rank=3, utility=612, travel_minutes=None, decision="accept",
        decided_offer_id="O-0087", told="O-0005"),
    row("2041885", "Yusuf Jansen", None, programme="", team="", holds="O-0099"),
    row("2041890", "", "O-0311", rank=None, decision="override"),
)  # fmt: skip
EXPLANATION = Explanation(
    student_number="2041883", offers=412, eligible=23,
    removed={"crebo": 341, "travel": 31, "period": 12, "level": 5, "offer_status": 0},
    wishes=(
        WishOutcome(offer_id="O-0007", rank=1, fate="taken", named_by=41, eligible=67, places=3),
        WishOutcome(offer_id="O-0211", rank=1, fate="removed", rule="travel", named_by=4),
        WishOutcome(offer_id="O-1042", rank=2, fate="obtained", named_by=9, eligible=30, places=2),
        WishOutcome(offer_id="O-0099", rank=3, fate="not_needed", eligible=8, places=1),
    ),
    lot_number=417, lot_decided=True, offer_id="O-1042", rank=2, utility=655,
    parts=UtilityParts(preference=400, travel=105, learning_wishes=150), travel_minutes=34,
    check=("recognition_unverified",),
)  # fmt: skip
UNPLACED = Explanation(
    student_number="2041885", offers=412, eligible=6, removed={"crebo": 400, "travel": 6},
    wishes=(WishOutcome(offer_id="O-0007", rank=1, fate="taken", eligible=67, places=1),),
    lot_number=1102, lot_decided=True, reason_code="more_students_than_places",
    bottleneck=Bottleneck(students=14, places=11, crebos=("25998",), offers=("O-0007",)),
    settled_by="lottery",
    counterfactuals=(
        Counterfactual(rule="travel", offers=3, place="depends", minutes=10),
        Counterfactual(rule="travel", offers=5, place="certain", minutes=25),
        Counterfactual(rule="support", offers=1, place="no"),
        Counterfactual(rule="not_named", offers=0, place="no"),
    ),
)  # fmt: skip
SHORT = Bottleneck(
    students=23, places=15, crebos=("25498", "25655"), offers=("O-0007", "O-0099"), number=1, offer_count=2,
    unplaced=(("25655", 6), ("25498", 2)), zones=("1211", "Bussum"), starts=("2027-02",),
    opens=(("O-0007", 5), ("O-0099", 3)),
)  # fmt: skip
SHORT_ALL = Bottleneck(
    students=9, places=8, crebos=("1", "2", "3", "4", "5"), offers=("O-1",), number=2, offer_count=1,
    unplaced=(("1", 1),),
)  # fmt: skip
CHOICES = (
    ChoiceView(offer_id="O-0099", company="Kinderopvang Het Nestje", place="Hilversum", rank=3, utility=540,
               travel_minutes=18, free=1),
    ChoiceView(offer_id="O-0007", company="Thuiszorg Vecht", place="", rank=1, utility=900, travel_minutes=None,
               free=0),
)  # fmt: skip


def outcome(explanation: Explanation, proposal: ProposalRow, **changes: object) -> OutcomePage:
    """The page of one student in a run."""
    facts: dict[str, object] = {
        "run_id": AN_ID, "round_id": AN_ID, "row": proposal, "explanation": explanation, "decision": None,
        "choices": CHOICES, "in_sample": False, "reviewed": False,
    }  # fmt: skip
    view = OutcomeView(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above
    return OutcomePage(
        round=ROUND, tabs=tabs_of(COORDINATOR, AN_ID, "runs"), run=run_view(), outcome=view,
        lines=tell(explanation, "nl", {"O-1042": "Woonzorg De Lindehof"}), removed=removed_first(explanation),
        otherwise=otherwise_texts(explanation, "nl"), shortage=shortage_said(view, "nl"), next_student="9/1",
    )  # fmt: skip


def letter(page: OutcomePage) -> LetterPage:
    """The letter that goes with the page of a student."""
    return LetterPage(
        round=page.round, tabs=page.tabs, run=page.run, letter=letter_of(page.outcome, "nl"), name=page.outcome.row.name
    )


def staged(**changes: object) -> ImportView:
    """A file that waits for a decision."""
    faults = (
        Fault(code="cell_not_crebo", row=7, column="crebo", facts={"value": "2565", "many": "no"}),
        Fault(code="cell_missing", row=12, column="student_number"),
        Fault(code="place_unknown", row=31, column="place", facts={"value": "Hilversem"}, serious=False),
    )
    facts: dict[str, object] = {
        "rows": 1200, "good": 1198, "rejected": 2, "added": 1150, "changed": 40, "unchanged": 8, "not_in_file": 3,
        "unknown_columns": ("mentor", "klas"), "encoding": "utf-8", "delimiter": ";", "faults": faults, "fatal": False,
        "sample": ({"student_number": "2041883", "name": "Amira de Boer", "crebo": "25655", "klas": "ZA3B"},),
    }  # fmt: skip
    state = changes.pop("state", "previewed")
    report = ImportReport(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above
    return ImportView(
        import_id=AN_ID, round_id=AN_ID, kind="students", file_name="studenten voorjaar 2027.csv",
        state=state, created_at=NOON, report=report,
    )  # type: ignore[arg-type]  # state is one of three  # fmt: skip


def imported(view: ImportView, hidden: int = 0) -> ImportPage:
    """The page of one file."""
    columns = ("student_number", "name", "crebo", "klas")
    tabs = tabs_of(COORDINATOR, AN_ID, "imports")
    return ImportPage(round=ROUND, tabs=tabs, staged=view, columns=columns, hidden_faults=hidden)


def rounded(found: RoundView, next_step: str, **changes: object) -> RoundPage:
    """The page of a round."""
    facts: dict[str, object] = {
        "round": found, "tabs": tabs_of(COORDINATOR, AN_ID, "overview"), "next_step": next_step, "programmes": (),
        "last_run": None, "last_imports": (),
    }  # fmt: skip
    return RoundPage(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above


def result(**changes: object) -> RunResultPage:
    """The page of a finished run."""
    facts: dict[str, object] = {
        "round": ROUND, "tabs": tabs_of(COORDINATOR, AN_ID, "runs"), "run": run_view(), "profile": bars(REPORT.profile),
        "shortages": shortage_lines(ShortagesView(items=(SHORT, SHORT_ALL), towns={"1211": "Hilversum"}), "nl"),
        "sample_size": 20, "sample_reviewed": 7, "undecided": 902, "flagged": 14,
        "proposals": PageOf(items=ROWS, number=2, size=4, total=1200), "wanted": ProposalFilter(placed=True),
        "listing": Listing(path=f"/runs/{AN_ID}", wanted={"placed": "yes"}, sort="name"), "programmes": PROGRAMMES,
        "notice": "rest_accepted",
    }  # fmt: skip
    return RunResultPage(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above


STUDENT = StudentView(
    student_number="2041883", name="Amira de Boer", email="amira@school.example", team="Zorg A", location="Hilversum",
    crebo="25655", programme="Verzorgende IG", level=3, learning_path="BOL", study_year=2, start_date=START,
    end_date=END, weekdays=("mo", "tu", "we"), days_per_week=None, postcode4="1211", place="Hilversum",
    transport="public_transport", max_travel_minutes=45, preferences=(("O-0007", "O-0211"), ("O-1042",)),
    only_preferences=False, learning_wishes=("ouderen",), support_needs=("rustige werkplek",), failed_applications=4,
    locked_offer=None, forbidden_offers=("O-0500",), extra={"klas": "ZA3B"}, placed_offer_id=None,
    together_with=(TogetherView(student_number="2041884", must=True), TogetherView(student_number="9/1", must=False)),
    lock=LockView(offer_id="O-1042", reason="Werkt er al op zaterdag.", locked_by="Ineke Vermeulen", locked_at=NOON),
)  # fmt: skip
BARE_STUDENT = StudentView(
    student_number="9/1", name="", email="", team="", location="", crebo="25655", programme="", level=None,
    learning_path=None, study_year=None, start_date=None, end_date=None, weekdays=(), days_per_week=3, postcode4=None,
    place="", transport=None, max_travel_minutes=None, preferences=(), only_preferences=False, learning_wishes=(),
    support_needs=(), failed_applications=0, locked_offer=None, forbidden_offers=(), extra={}, placed_offer_id="O-1",
)  # fmt: skip
STUDENT_ROWS = (
    StudentRow(student_number="2041883", name="Amira de Boer", crebo="25655", programme="Verzorgende IG", level=3,
               team="Zorg A", place="Hilversum", preferences=3, placed_offer_id=None),
    StudentRow(student_number="9/1", name="", crebo="25998", programme="", level=None, team="", place="",
               preferences=0, placed_offer_id="O-1042"),
)  # fmt: skip
OFFER_ROWS = (
    OfferRow(offer_id="O-1042", company="Woonzorg De Lindehof", establishment="De Lindehof Noord", places=3, taken=1,
             named_by=41, crebos=("25655", "25498"), place="Hilversum", start_date=START, end_date=END,
             recognition_checked_on=None, status="open", minimum=2,
             reserves=(GroupPlacesView(grouping="level", value="2", places=1),),
             maximum_share=(GroupPlacesView(grouping="cohort", value="2025", places=2),),
             shared_capacity=SharedCapacityView(name="keuken", places=6)),
    OfferRow(offer_id="O-0007", company="", establishment="", places=1, taken=1, named_by=0, crebos=("25655",),
             place="", start_date=None, end_date=None, recognition_checked_on=START, status="blocked"),
)  # fmt: skip
_RUNS = tabs_of(COORDINATOR, AN_ID, "runs")
_STUDENTS = tabs_of(COORDINATOR, AN_ID, "students")
_OFFERS = tabs_of(COORDINATOR, AN_ID, "offers")
_IMPORTS = tabs_of(COORDINATOR, AN_ID, "imports")
_DECISION = DecisionView(kind="override", proposed_offer_id="O-1042", offer_id=None, reason="De student verhuist.",
                         decided_by="Ineke Vermeulen", decided_at=NOON)  # fmt: skip
_ACCEPTED = DecisionView(kind="accept", proposed_offer_id="O-1042", offer_id="O-1042", reason="",
                         decided_by="Ineke Vermeulen", decided_at=NOON)  # fmt: skip
_REMOVAL = RemovalView(student_number="2041885", name="Yusuf Jansen", offer_id="O-0099", reason="De student stopt.",
                       asked_by="Ineke Vermeulen", asked_by_id=AN_ID, asked_at=NOON, answer=None, answered_by=None,
                       answered_at=None)  # fmt: skip
_UNDECIDED = SampleView(items=ROWS[:3], reviewed=frozenset({"2041883"}), undecided=902, flagged=12)

#: Every page in every state that looks different, by a name for people.
SAMPLES: dict[str, Page] = {
    "sign-in": SignInPage(next_path="/rounds", notice="signed_out"),
    "sign-in-refused": SignInPage(sign_in_name="ineke", refusal="De naam klopt niet.", faults={"password": "missing"}),
    "account": AccountPage(account=ACCOUNT, enrolment=Enrolment(secret="ABCD" * 8, uri="otpauth://totp/x?secret=A"),
                           faults={"code": "code_wrong"}),
    "account-with-second-step": AccountPage(account=msgspec.structs.replace(ACCOUNT, second_step=True), enrolment=None,
                                            notice="second_step_on"),
    "error": ErrorPage(status=404, title="Niet gevonden", detail="Deze pagina bestaat niet."),
    "error-expired": ErrorPage(status=401, title="U bent niet aangemeld", detail="Meld u aan.", path="/rounds/new",
                               typed=(("name", "Voorjaar <1>"), ("reason", "Omdat."))),
    "error-ours": ErrorPage(status=500, title="Er ging iets mis", detail="Dat ligt aan ons.", incident="3f9a01"),
    "rounds": RoundsPage(rounds=PageOf(items=(ROUND, NEW_ROUND), number=1, size=2, total=5),
                         listing=Listing(path="/rounds"), may_create=True, sees_students=True),
    "rounds-empty": RoundsPage(rounds=PageOf(items=(), number=1, size=50, total=0), listing=Listing(path="/rounds"),
                               may_create=False, sees_students=False),
    "new-round": NewRoundPage(values={"name": "x"}, faults={"ends_on": "missing"}),
    "round": rounded(ROUND, "decide", programmes=PROGRAMMES, last_run=run_view(), last_imports=(staged(),)),
    "round-new": rounded(NEW_ROUND, "import_offers", notice="round_made"),
    "students": StudentsPage(round=ROUND, tabs=_STUDENTS,
                             students=PageOf(items=STUDENT_ROWS, number=1, size=2, total=9),
                             wanted=StudentFilter(crebo="25655"), programmes=PROGRAMMES,
                             listing=Listing(path=f"/rounds/{AN_ID}/students", wanted={"crebo": "25655"}, sort="name")),
    "students-none-found": StudentsPage(round=ROUND, tabs=_STUDENTS,
                                        students=PageOf(items=(), number=1, size=2, total=0),
                                        wanted=StudentFilter(search="zz", placed=False), programmes=(),
                                        listing=Listing(path="/x", wanted={"search": "zz"})),
    "students-empty": StudentsPage(round=NEW_ROUND, tabs=_STUDENTS,
                                   students=PageOf(items=(), number=1, size=2, total=0),
                                   wanted=StudentFilter(), programmes=(), listing=Listing(path="/x")),
    "student": StudentPage(round=ROUND, tabs=_STUDENTS, student=STUDENT),
    "student-bare": StudentPage(round=NEW_ROUND, tabs=_STUDENTS, student=BARE_STUDENT),
    "student-lock-refused": StudentPage(round=ROUND, tabs=_STUDENTS, student=BARE_STUDENT,
                                        values={"lock_offer_id": "O-9", "lock_reason": "kort"},
                                        faults={"lock_offer_id": "no_such_offer", "lock_reason": "too_short"}),
    "student-lock-imported": StudentPage(
        round=ROUND, tabs=_STUDENTS, student=msgspec.structs.replace(BARE_STUDENT, locked_offer="O-1042")),
    "offers": OffersPage(round=ROUND, tabs=_OFFERS, offers=PageOf(items=OFFER_ROWS, number=2, size=2, total=9),
                         wanted=OfferFilter(status="open"),
                         listing=Listing(path="/x", sort="places", descending=True)),
    "offers-empty": OffersPage(round=NEW_ROUND, tabs=_OFFERS, offers=PageOf(items=(), number=1, size=2, total=0),
                               wanted=OfferFilter(), listing=Listing(path="/x")),
    "offers-none-found": OffersPage(round=ROUND, tabs=_OFFERS, offers=PageOf(items=(), number=1, size=2, total=0),
                                    wanted=OfferFilter(), listing=Listing(path="/x", wanted={"crebo": "1"})),
    "imports": ImportsPage(round=ROUND, tabs=_IMPORTS, kinds=("offers", "students", "equivalents"), chosen="students",
                           imports=(staged(), staged(state="applied"), staged(state="cancelled"))),
    "imports-empty": ImportsPage(round=NEW_ROUND, tabs=_IMPORTS, kinds=("offers",), chosen="offers", imports=(),
                                 faults={"file": "file_missing"}),
    "import-some": imported(staged(), hidden=40),
    "import-good": imported(staged(rejected=0, good=1200, faults=(), not_in_file=0, unknown_columns=())),
    "import-fatal": imported(staged(rejected=1200, good=0, fatal=True, sample=())),
    "import-applied": imported(staged(state="applied", faults=(), rejected=0)),
    "import-cancelled": imported(staged(state="cancelled")),
    "runs": RunsPage(round=ROUND, tabs=_RUNS, runs=(run_view(), run_view("failed"), run_view("running"))),
    "runs-empty": RunsPage(round=NEW_ROUND, tabs=_RUNS, runs=()),
    **{f"new-run-{state}": page for state, page in new_run_pages(ROUND, _RUNS).items()},
    "new-run-lottery": msgspec.structs.replace(
        next(iter(new_run_pages(ROUND, _RUNS).values())), lottery=lottery_samples.lottery()
    ),
    "new-run-lottery-revealed": msgspec.structs.replace(
        next(iter(new_run_pages(ROUND, _RUNS).values())),
        lottery=lottery_samples.REVEALED,
        faults={"seed": "lottery_committed"},
    ),
    "run-queued": RunBusyPage(round=ROUND, tabs=_RUNS, run=run_view("queued", stage="queued", progress=0.0, tries=0)),
    "run-busy": RunBusyPage(round=ROUND, tabs=_RUNS, run=run_view("running", tries=2), notice="run_asked"),
    "run-stopping": RunBusyPage(round=ROUND, tabs=_RUNS, run=run_view("running", cancel_requested=True)),
    "run-cancelled": RunStoppedPage(round=ROUND, tabs=_RUNS, run=run_view("cancelled")),
    "run-failed": RunStoppedPage(round=ROUND, tabs=_RUNS, run=run_view("failed", error=RunError(
        code="instance_unusable", facts={"count": 1},
        rows=(RowFault(code="lock_breaks_rule", kind="students", row_key="2041883", column="locked_offer",
                       facts={"offer_id": "O-7", "rule": "travel"}),)))),
    "result": result(),
    "result-no-shortage": result(shortages=()),
    "result-removals": result(removals=(_REMOVAL, msgspec.structs.replace(_REMOVAL, name=""))),
    "result-done": result(undecided=0, flagged=0, sample_reviewed=20, notice=None, listing=Listing(path="/runs/x"),
                          wanted=ProposalFilter()),
    "result-none-found": result(proposals=PageOf(items=(), number=1, size=4, total=0),
                                wanted=ProposalFilter(decided=False, crebo="25655")),
    "outcome": outcome(EXPLANATION, ROWS[0]),
    "outcome-in-sample": outcome(EXPLANATION, ROWS[0], in_sample=True),
    "outcome-unplaced": outcome(UNPLACED, ROWS[2], in_sample=True, reviewed=True),
    "outcome-decided": outcome(EXPLANATION, ROWS[0], decision=_DECISION),
    "letter-draft": letter(outcome(UNPLACED, ROWS[2])),
    "letter": letter(outcome(EXPLANATION, ROWS[0], decision=_ACCEPTED)),
    "outcome-moves": outcome(EXPLANATION, ROWS[0], holds="O-0099", changes=True, lock=STUDENT.lock),
    "outcome-removal": outcome(UNPLACED, ROWS[2], holds="O-0099", changes=True),
    "outcome-removal-asked": outcome(UNPLACED, ROWS[2], holds="O-0099", changes=True, removal=_REMOVAL),
    "outcome-removal-refused": outcome(
        UNPLACED, ROWS[2], holds="O-0099", changes=True,
        removal=msgspec.structs.replace(_REMOVAL, answer="refused", answered_by="Bas de Wit", answered_at=NOON)),
    "sample": SamplePage(round=ROUND, tabs=_RUNS, run=run_view(), sample=_UNDECIDED, next_student="2041884"),
    "sample-flagged": SamplePage(
        round=ROUND, tabs=_RUNS, run=run_view(), next_student=None,
        sample=msgspec.structs.replace(_UNDECIDED, undecided=0)),
    "sample-complete": SamplePage(round=ROUND, tabs=_RUNS, run=run_view(), next_student=None, sample=SampleView(
        items=ROWS[:1], reviewed=frozenset({"2041883"}), undecided=902, checked=3)),
    "sample-done": SamplePage(round=ROUND, tabs=_RUNS, run=run_view(), next_student=None, sample=SampleView(
        items=(), reviewed=frozenset(), undecided=0)),
    "result-changes": result(
        changes=ChangeCounts(changed=15, others=1185), wanted=ProposalFilter(changed=True),
        proposals=PageOf(items=ROWS, number=1, size=4, total=15)),
    "result-only-flagged": result(
        undecided=0, flagged=3, sample_reviewed=20, changes=ChangeCounts(changed=1, others=0)),
    "result-rematch-solver": result(run=run_view(report=rematched(proof="solver"))),
    "result-rematch-open": result(run=run_view(report=rematched(proof="none", least_forced=11))),
    "result-sealed": result(run=run_view(lottery_sha256=lottery_samples.COMMITMENT)),
    **lottery_samples.lottery_samples(COORDINATOR, ROUND),
    **compare_samples(ROUND, _RUNS, run_view, PROGRAMMES, outcome(EXPLANATION, ROWS[0])),
    "fairness": fairness_page(COORDINATOR, ROUND, run_view(), FAIRNESS),
    "fairness-empty": fairness_page(COORDINATOR, NEW_ROUND, run_view(), NO_FIGURES),
    "fairness-none": fairness_page(COORDINATOR, ROUND, run_view(), None),
    **LAB_SAMPLES,
    **TEXT_CHECK_SAMPLES,
    **register_samples(ROUND, _RUNS),
}  # fmt: skip
