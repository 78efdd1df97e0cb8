"""The offer register as people see it: full, empty, refused, and when somebody else was earlier."""

from __future__ import annotations

import datetime as dt
import uuid

import msgspec

from api.messages.paging import PageOf
from api.messages.register import (
    ActionView,
    CopyView,
    HistoryView,
    OfferFields,
    OfferFull,
    OfferLine,
    OwnerView,
    RegisterFilter,
    Requirement,
)
from api.messages.register_companies import (
    CaseFigures,
    CaseFull,
    CaseLine,
    CompanyFull,
    CompanyLine,
    ContactView,
    ConversationView,
    EstablishmentView,
    GroundCount,
    MergeView,
    SameView,
    StepView,
    Suggestion,
)
from api.messages.rounds import RoundView
from api.pages.contexts.page import Page
from api.pages.contexts.register import (
    Available,
    Difference,
    EditOfferPage,
    NewOfferPage,
    RegisteredOfferPage,
    RegisterPage,
    TakePage,
    TodayPage,
)
from api.pages.contexts.register_companies import (
    CasePage,
    CasesPage,
    CompaniesPage,
    CompanyPage,
    MergePage,
    NewCasePage,
)
from api.pages.listing import Listing
from api.pages.register_form import register_tabs, values_of

AN_ID, ANOTHER = (uuid.UUID(int=number) for number in (1, 2))
DAY, NOON = dt.date(2027, 2, 8), dt.datetime(2027, 2, 5, 11, 0, tzinfo=dt.UTC)
LINE = OfferLine(
    registered_offer_id=AN_ID, number=417, company_id=AN_ID, company="Bistro Bosuil", place="Hilversum",
    kind="internship", title="Kok in opleiding", crebos=("25180",), places=2, promised=2, placed=1, status="reserved",
    blocked=True, start_date=DAY, end_date=dt.date(2027, 7, 9), owner_name="Sam Servicepunt", due_on=DAY,
)  # fmt: skip
OWNERS = (OwnerView(account_id=AN_ID, name="Sam Servicepunt"),)
ACTION = ActionView(
    action_id=AN_ID, company_id=AN_ID, company="Bistro Bosuil", registered_offer_id=AN_ID, offer_number=417,
    title="Kok in opleiding", words="Bel terug over de dagen", owner=AN_ID, owner_name="Sam Servicepunt",
    due_on=dt.date(2027, 2, 1), done_by="", done_at=None,
)  # fmt: skip
OFFER = OfferFull(
    registered_offer_id=AN_ID, number=417, version=3, company_id=AN_ID, company="Bistro Bosuil",
    establishment_id=AN_ID, establishment="Centrum", postcode4="1211", place="Hilversum",
    fields=OfferFields(
        kind="internship", title="Kok in opleiding", places=2, guidance_who="De chef-kok", guidance_hours=2.5,
        crebos=("25180",), weekdays=("mo", "tu"), days_per_week=4, hours_per_week=32, owner=AN_ID,
        requirements=(Requirement(text="Kan vroeg beginnen", reason="De keuken start om zes uur"),),
        support_offered=("rustige werkplek",),
    ),
    contact="R. de Wit", owner_name="Sam Servicepunt", stage="live", stage_before="checked", status="reserved",
    blocked=True, case_id=AN_ID, promised=2, placed=1, unverified=("25180",),
    copies=(CopyView(round_id=AN_ID, round_name="Voorjaar 2027", offer_id="R00417", places=2, placed=1,
                     status="open", differs=True),),
    actions=(ACTION, msgspec.structs.replace(ACTION, action_id=ANOTHER, done_by="Sam", done_at=NOON)),
    history=(
        HistoryView(at=NOON, who="Sam", kind="offer_moved",
                    facts={"before": "checked", "now": "live", "reason": None}),
        HistoryView(at=NOON, who="Sam", kind="offer_changed",
                    facts={"fields": "places, title", "places": 2, "places_before": 3}),
    ),
    changed_by="Sam Servicepunt", changed_at=NOON,
)  # fmt: skip
CASE = CaseLine(
    request_id=AN_ID, number=3, company_id=AN_ID, company="Bistro Bosuil", offer_number=417, ground="age",
    opened_by="Sam Servicepunt", opened_at=NOON, outcome=None,
)  # fmt: skip
SAME = SameView(
    company_id=ANOTHER, establishment_id=ANOTHER, name="Bistro De Bosuil B.V.", place="Hilversum", postcode4="1211",
    reason="same_name_postcode",
)  # fmt: skip
COMPANY = CompanyFull(
    company_id=AN_ID, name="Bistro Bosuil", kvk="12345678", training_company_id=None,
    establishments=(EstablishmentView(establishment_id=AN_ID, name="", postcode4="1211", place="Hilversum"),),
    contacts=(ContactView(contact_id=AN_ID, name="R. de Wit", job="Chef-kok", phone="035 123 45 67",
                          email="keuken@bosuil.example", keep_until=DAY, version=1),),
    conversations=(ConversationView(conversation_id=AN_ID, kind="call", held_on=DAY, contact="R. de Wit",
                                    note="Wil twee stagiairs voor het voorjaar.", promise="Wij bellen vrijdag.",
                                    recorded_by="Sam Servicepunt"),),
    actions=(ACTION,), offers=(LINE,), cases=(CASE,), same=(SAME,),
    merges=(MergeView(merge_id=AN_ID, name="Bosuil Bistro", merged_by="Sam Servicepunt", merged_at=NOON),),
)  # fmt: skip
BARE = CompanyFull(
    company_id=ANOTHER, name="Bistro De Bosuil B.V.", kvk=None, training_company_id=None, establishments=(),
    contacts=(), conversations=(), actions=(), offers=(), cases=(), same=(), merges=(),
)  # fmt: skip
FOUND = CaseFull(
    case=CASE, channel="call", words="Liever niemand boven de twintig.", registered_offer_id=AN_ID, closing_words="",
    closed_by="", closed_at=None,
    steps=(StepView(step="told_not_allowed", words="Aan de telefoon", taken_by="Sam", taken_at=NOON),),
    blocked_registered=1, blocked_in_rounds=1, may_close=False, may_undo=True,
)  # fmt: skip
CLOSED = msgspec.structs.replace(
    FOUND, case=msgspec.structs.replace(CASE, outcome="withdrawn", offer_number=None), registered_offer_id=None,
    closing_words="Iedereen is welkom.", closed_by="Lea Leiding", closed_at=NOON, steps=(), blocked_registered=0,
    blocked_in_rounds=0, may_undo=False,
)  # fmt: skip
NO_FIGURES = CaseFigures(year=2027, least=10, total=None, grounds=())
FIGURES = CaseFigures(
    year=2027, least=10, total=31,
    grounds=(GroundCount(ground="race", cases=20), GroundCount(ground=None, cases=11)),
)  # fmt: skip


def _page(items: tuple[object, ...]) -> PageOf[object]:
    return PageOf(items=items, number=1, size=50, total=len(items))


def register_samples(a_round: RoundView, round_tabs: tuple[object, ...]) -> dict[str, Page]:
    """Every page of the register and its states."""
    offers, companies, cases = (register_tabs(name) for name in ("offers", "companies", "cases"))
    register = RegisterPage(
        tabs=offers, offers=_page((LINE,)), owners=OWNERS, wanted=RegisterFilter(),  # type: ignore[arg-type]  # rows of this list
        listing=Listing(path="/register", sort="number", descending=True), may_keep=True,
    )  # fmt: skip
    offer = RegisteredOfferPage(tabs=offers, offer=OFFER, moves=("checked", "lapsed"), may_keep=True, due_default=DAY)
    edit = EditOfferPage(
        tabs=offers, offer=OFFER, owners=OWNERS, contacts=((AN_ID, "R. de Wit"),), values=values_of(OFFER)
    )
    company = CompanyPage(tabs=companies, company=COMPANY, may_keep=True, today=DAY)
    case = CasePage(tabs=cases, found=FOUND, may_step=True)
    new = NewOfferPage(tabs=offers, values={"kind": "internship", "places": "1"})
    take = Available(
        registered_offer_id=AN_ID, number=417, company="Bistro Bosuil", place="Hilversum", title="Kok",
        crebos=("25180",), start_date=None, end_date=None, places=2, free=1, here=None,
    )  # fmt: skip
    replace = msgspec.structs.replace
    return {
        "register": register,
        "register-empty": replace(register, offers=_page(())),
        "register-nothing": replace(
            register, offers=_page(()), listing=Listing(path="/register", wanted={"status": "live"})
        ),
        "register-new": new,
        "register-new-alike": replace(
            new, same=(SAME,), refusal="Dit lijkt op Bistro De Bosuil.", values={"company": "Bistro Bosuil"},
            suggestions=(Suggestion(establishment_id=AN_ID, label="Bistro Bosuil (1211 Hilversum)"),),
        ),
        "register-new-faults": replace(new, faults={"company": "missing", "guidance_hours": "hours_a_week"}),
        "register-offer": offer,
        "register-offer-plain": replace(
            offer, may_keep=False, moves=(),
            offer=replace(OFFER, copies=(), actions=(), blocked=False, case_id=None, status="new", stage="new",
                          fields=OfferFields(kind="taster_day", title="Kijkje", places=1, guidance_who="X",
                                             guidance_hours=1)),
        ),
        "register-edit": edit,
        "register-edit-both": replace(
            edit, differences=(Difference(field="title", stored="Souschef", typed="Hulpkok"),), refusal="Net gewijzigd."
        ),
        "register-today": TodayPage(
            tabs=register_tabs("today"), actions=(ACTION,), everybody=False, ahead=False, today=DAY, may_keep=True
        ),
        "register-today-empty": TodayPage(
            tabs=register_tabs("today"), actions=(), everybody=True, ahead=True, today=DAY, may_keep=False
        ),
        "register-companies": CompaniesPage(
            tabs=companies, search="", listing=Listing(path="/register/companies"),
            companies=_page((CompanyLine(company_id=AN_ID, name="Bistro Bosuil", place="Hilversum", kvk=None,
                                         training_company_id=None, offers=3, last_talk=DAY),)),  # type: ignore[arg-type]  # rows of this list
        ),
        "register-companies-empty": CompaniesPage(
            tabs=companies, search="", listing=Listing(path="/register/companies"), companies=_page(()),  # type: ignore[arg-type]  # an empty list
        ),
        "register-company": company,
        "register-company-bare": replace(company, company=BARE, may_keep=False),
        "register-company-refused": replace(
            company, faults={"contact_name": "has_phone"}, values={"contact_name": "Rob 035 1234567"}
        ),
        "register-merge": MergePage(tabs=companies, kept=COMPANY, double=BARE),
        "register-cases": CasesPage(
            tabs=cases, cases=_page((CASE, CLOSED.case)), which="open", figures=NO_FIGURES,  # type: ignore[arg-type]  # rows of this list
            listing=Listing(path="/register/cases"),
        ),
        "register-cases-empty": CasesPage(
            tabs=cases, cases=_page(()), which="closed", figures=FIGURES, listing=Listing(path="/register/cases"),  # type: ignore[arg-type]  # an empty list
        ),
        "register-case-new": NewCasePage(tabs=cases, company=COMPANY, offer_id=str(AN_ID), offer_number=417),
        "register-case": case,
        "register-case-lead": replace(case, found=replace(FOUND, may_close=True)),
        "register-case-closed": replace(case, found=CLOSED, may_step=False),
        "register-take": TakePage(round=a_round, tabs=round_tabs, available=(take,), may_keep=True),  # type: ignore[arg-type]  # tabs of a round of a round
        "register-take-empty": TakePage(round=a_round, tabs=round_tabs, available=(), may_keep=False),  # type: ignore[arg-type]  # tabs of a round of a round
    }  # fmt: skip
