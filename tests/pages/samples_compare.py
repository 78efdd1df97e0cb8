"""Contexts for the pages that lay runs side by side, and for what-if."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import msgspec

from api.messages.comparing import ComparedStudent, ComparisonFilter, ComparisonView, OutcomeSide
from api.messages.paging import PageOf
from api.messages.rounds import ProgrammeView, RoundView
from api.messages.runs import RunView
from api.pages.contexts.compare import CompareChoicePage, ComparePage, WhatIfPage
from api.pages.contexts.page import Page
from api.pages.contexts.runs import OutcomePage, RunsPage
from api.pages.curve import Curve, TradeOff, curves_of, trade_off_of
from api.pages.listing import Listing
from api.pages.side_by_side import bars_of, tallies
from api.pages.tabs import Tab
from api.pages.what_if_form import ORDERS
from api.services.comparing_words import change_lines, row_line, why_lines
from matching.changes import Changes, MorePlaces, MoreTravel, NewOffer, PolicyChange, RelaxedRule
from matching.comparison import (
    EFFECTS,
    Effect,
    GoalPair,
    GroupLine,
    ProfileLine,
    RowChange,
    Why,
)
from matching.comparison import PolicyChange as PolicyDiffers
from matching.policy import GroupGap, Policy, Rematch
from matching.result import GoalOutcome, RematchOutcome

OTHER = uuid.UUID("00000000-0000-4000-8000-000000000002")
CHANGES = Changes(
    more_places=(MorePlaces(offer_id="O-1042", places=2),),
    new_offers=(NewOffer(offer_id="NIEUW-1", places=3, crebos=("25655",)),),
    closed_offers=("O-1", "O-2", "O-3", "O-4"),
    more_travel=(MoreTravel(minutes=15, crebo="25655"),),
    relaxed_rules=(RelaxedRule(rule="not_named"),),
    only_recognised=True,
    policy=PolicyChange(goals=("placed", "worst_off"), seed="x"),
)
PLACE = OutcomeSide(
    offer_id="O-1042", company="Woonzorg De Lindehof", rank=2, utility=612, travel_minutes=24, reason_code=None
)
BETTER = msgspec.structs.replace(PLACE, offer_id="NIEUW-1", company="", rank=None, travel_minutes=None)
NONE = OutcomeSide(
    offer_id=None, company="", rank=None, utility=None, travel_minutes=None, reason_code="more_students_than_places"
)
WHY = Why(
    rows=(
        RowChange(kind="students", key="2041883", state="changed", fields=("max_travel_minutes", "home")),
        *(RowChange(kind="offers", key=f"O-{number}", state="removed") for number in range(30)),
        RowChange(kind="offers", key="NIEUW-1", state="added"),
    ),
    tables=("equivalents",),
    policy=(
        PolicyDiffers(key="goals", left=("placed", "satisfaction"), right=("placed",)),
        PolicyDiffers(key="group_gap.groupings", left=(), right=("team", "Klas")),
        PolicyDiffers(key="budget_seconds", left=None, right=5.0),
    ),
    seed=True,
    versions=("ortools",),
)


def student(number: str, effect: Effect, left: OutcomeSide | None, right: OutcomeSide | None) -> ComparedStudent:
    """A row of the list."""
    return ComparedStudent(
        student_number=number, name="" if number == "9/1" else f"Amira {number}", crebo="25655",
        programme="Verzorgende IG", team="Zorg A", effect=effect, left=left, right=right, ranks=None, points=None,
        fields=("preferences", "home") if effect == "other" else (), offer_changed=effect == "lost_place",
    )  # fmt: skip


STUDENTS = (
    student("1", "got_place", NONE, PLACE),
    student("9/1", "lost_place", PLACE, NONE),
    student("3", "other", PLACE, BETTER),
    student("4", "joined", None, PLACE),
    student("5", "gone", BETTER, None),
)
GROUPS = (
    GroupLine(grouping="team", group="Zorg A", left_students=60, left_placed=40, right_students=60, right_placed=44),
    GroupLine(grouping="support", group="yes", left_students=None, left_placed=None, right_students=None,
              right_placed=None),
    GroupLine(grouping="Klas", group="ZA3B", left_students=0, left_placed=0, right_students=30, right_placed=12),
)  # fmt: skip


def view(left: RunView, right: RunView, **changes: object) -> ComparisonView:
    """A comparison."""
    goals = left.report.goals if left.report else ()
    counts = {effect: sum(one.effect == effect for one in STUDENTS) for effect in EFFECTS}
    facts: dict[str, object] = {
        "left": left, "right": right, "counts": counts, "unchanged": 1195, "partial": True,
        "goals": (*(GoalPair(name=goal.name, left=goal, right=goal) for goal in goals[:2]),
                  GoalPair(name=goals[2].name, left=goals[2], right=None),
                  GoalPair(name=goals[3].name, left=None, right=goals[3])),
        "profile": (ProfileLine(rank="1", left=640, right=652), ProfileLine(rank="not_named", left=72, right=72),
                    ProfileLine(rank="none", left=150, right=138)),
        "groups": GROUPS, "why": WHY, "students": PageOf(items=STUDENTS, number=1, size=5, total=9),
    }  # fmt: skip
    return ComparisonView(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above


def compared(found: ComparisonView, round_: RoundView, tabs: tuple[Tab, ...], **changes: object) -> ComparePage:
    """The page of a comparison."""
    asked = found.right.changes
    facts: dict[str, object] = {
        "round": round_, "tabs": tabs, "comparison": found, "tallies": tallies(found.counts, found.unchanged),
        "why": why_lines("nl", found.why), "asked": change_lines("nl", asked) if asked else (),
        "rows": tuple(row_line("nl", one) for one in found.why.rows[:20]), "rows_left_off": 12,
        "wanted": ComparisonFilter(effect="gains"), "programmes": (),
        "listing": Listing(path="/rounds/x/compare", wanted={"left": "1", "right": "2", "sort": "name"}, sort="name"),
    }  # fmt: skip
    return ComparePage(**(facts | changes))  # type: ignore[arg-type]  # the facts are spelled out above


def curves(run_view: Callable[..., RunView]) -> tuple[Curve, ...]:
    """Three accepted gaps between teams, and one between levels."""
    found = []
    for number, (name, tolerance) in enumerate((("team", 0.0), ("team", 0.02), ("team", 0.1), ("level", 0.0)), 3):
        report = run_view().report
        assert report is not None
        gap = GoalOutcome(name="group_gap", value=f"{number}/100", bound="0", proven=False)
        points = GoalOutcome(name="satisfaction", value=800_000 + 1000 * number, bound=900_000, proven=True)
        policy = PolicyChange(
            goals=("placed", "group_gap", "satisfaction"), group_gap=GroupGap(groupings=(name,), tolerance=tolerance)
        )
        found.append(
            run_view(
                number=number, kind="what_if", changes=Changes(policy=policy),
                report=msgspec.structs.replace(report, goals=(gap, points)),
            )
        )  # fmt: skip
    return curves_of(found)


def trade_off(run_view: Callable[..., RunView], limits: tuple[int, ...]) -> TradeOff:
    """A re-match with at most 10 changes, and what-ifs of it; 20 changes are enough for everything."""
    found = []
    for number, most in enumerate((10, *limits), 3):
        report = run_view().report
        assert report is not None
        points = GoalOutcome(name="satisfaction", value=800_000 + 1000 * min(most, 20), bound=900_000, proven=True)
        rematch = RematchOutcome(published=900, forced=2, chosen=min(most, 20), max_changes=most)
        limit = Rematch(max_changes=most)
        found.append(
            run_view(
                number=number, report=msgspec.structs.replace(report, goals=(points,), rematch=rematch),
                **({"policy": Policy(rematch=limit)} if number == 3 else
                   {"kind": "what_if", "changes": Changes(policy=PolicyChange(rematch=limit)), "run_id": OTHER}),
            )
        )  # fmt: skip
    made = trade_off_of(found[0], found[1:])
    assert made is not None
    return made


def compare_samples(
    round_: RoundView,
    tabs: tuple[Tab, ...],
    run_view: Callable[..., RunView],
    programmes: tuple[ProgrammeView, ...],
    outcome: OutcomePage,
) -> dict[str, Page]:
    """Every state that looks different."""
    first, second = run_view(number=1), run_view(run_id=OTHER, number=2)
    asked = run_view(
        run_id=OTHER, number=3, kind="what_if", parent_run_id=first.run_id, parent_number=1, changes=CHANGES
    )
    nothing = view(
        first, second, counts=dict.fromkeys(EFFECTS, 0), unchanged=1200, partial=False, groups=(), why=Why(),
        students=PageOf(items=(), number=1, size=50, total=0),
    )  # fmt: skip
    form = WhatIfPage(
        round=round_, tabs=tabs, run=first, programmes=programmes, goals=ORDERS, bars=bars_of((first,), ((),))
    )
    return {
        "compare": compared(view(first, second), round_, tabs, programmes=programmes),
        "compare-what-if": compared(view(first, asked), round_, tabs),
        "compare-nothing": compared(nothing, round_, tabs, wanted=ComparisonFilter(), rows=(), rows_left_off=0),
        "compare-none-found": compared(nothing, round_, tabs, wanted=ComparisonFilter(search="zz")),
        "compare-choice": CompareChoicePage(
            round=round_, tabs=tabs, runs=(second, asked, first), left=first.run_id, right=OTHER
        ),
        "compare-choice-same": CompareChoicePage(
            round=round_, tabs=tabs, runs=(second, first), left=OTHER, right=OTHER, faults={"right": "same_run"}
        ),
        "compare-choice-empty": CompareChoicePage(round=round_, tabs=tabs, runs=(first,)),
        "what-if": msgspec.structs.replace(form, bars=bars_of((first, asked), ((), change_lines("nl", CHANGES)))),
        "what-if-price": msgspec.structs.replace(form, busy=2, groupings=("team", "Klas"), curves=curves(run_view)),
        "what-if-trade-off": msgspec.structs.replace(form, trade_off=trade_off(run_view, (0, 5, 20, 50))),
        "what-if-trade-off-empty": msgspec.structs.replace(form, trade_off=trade_off(run_view, ())),
        "what-if-trade-off-waits": msgspec.structs.replace(form, busy=4, trade_off=trade_off(run_view, ())),
        "what-if-trade-off-refused": msgspec.structs.replace(
            form, trade_off=trade_off(run_view, (0,)), faults={"limits": "not_a_rematch"}
        ),
        "what-if-refused": msgspec.structs.replace(
            form,
            values={"more_1_offer_id": "X", "rule_days": "yes", "goals": ORDERS[1], "travel_crebo": "25655"},
            faults={
                "more_1_offer_id": "unknown_offer",
                "travel_crebo": "not_crebo",
                "goals": "not_a_choice",
                "closed_offers": "offer_has_locks",
                "changes": "no_changes",
            },
        ),
        "what-if-in-list": RunsPage(round=round_, tabs=tabs, runs=(asked, second, first)),
        "what-if-outcome": msgspec.structs.replace(outcome, run=asked),
    }
