"""The page of a new run in every state: the policy editor with and without the goals that are to come."""

from __future__ import annotations

import datetime as dt
import uuid

import msgspec

from api.messages.policies import GroupingView
from api.messages.rounds import RoundView
from api.pages.contexts.policies import Kept, PolicyEditor
from api.pages.contexts.runs import NewRunPage
from api.pages.policy_editor import editor_of
from api.pages.policy_form import Typed, typed_of
from api.pages.tabs import Tab
from api.services.policy_words import tell
from matching.policy import GroupGap, Policy, Rematch, UtilityWeights, WorstOff
from matching.policy_faults import PolicyFault

GROUPINGS = (
    GroupingView(name="learning_path", groups=(1200,)),
    GroupingView(name="level", groups=(640, 410, 150)),
    GroupingView(name="mentor", groups=(8, 6, 3)),
    GroupingView(name="team", groups=(300, 9)),
)
WHOLE = Policy(
    goals=("placed", "group_gap", "worst_off", "satisfaction"),
    seed="ronde 2027",
    utility=UtilityWeights(preference=500, travel=400, learning_wishes=100),
    worst_off=WorstOff(classes="utility"),
    group_gap=GroupGap(groupings=("level", "team", "mentor", "learning_path", "nobody"), tolerance=0.025, price=3),
    rematch=Rematch(max_changes=10),
    budget_seconds=90.5,
)
KEPT = tuple(
    Kept(
        policy_id=uuid.UUID(int=number),
        name=name,
        scope="round" if number == 1 else "school",
        is_default=number == 1,
        removable=number == 1,
        changed_by="Ineke Vermeulen",
        changed_at=dt.datetime(2027, 2, 5, 11, 0, tzinfo=dt.UTC),
    )
    for number, name in enumerate(("ons <beleid> 2027", "reisafstand telt zwaarder"), 1)
)


def editor(typed: Typed, **changes: object) -> PolicyEditor:
    """An editor in which every goal is there, saved policies too."""
    made = editor_of("nl", typed, GROUPINGS, places_known=True)
    facts = {
        "values": made.values | {"policy_name": "", "policy_scope": "round", "policy_default": ""},
        "chosen": "own",
    }
    return msgspec.structs.replace(made, **(facts | changes))


def wrong() -> Typed:
    """A form with a mistake in every field."""
    typed = typed_of(WHOLE)
    values = dict.fromkeys(typed.values, "x") | {"seed": "a\x07", "utility_preference": "2,5", "budget_seconds": "-1"}
    return Typed(goals=("group_gap", "worst_off"), groupings=("gap",), values=values)


def new_run_pages(found: RoundView, tabs: tuple[Tab, ...]) -> dict[str, NewRunPage]:
    """The page in every state that looks different, by a name for people."""
    usual = typed_of(Policy())
    heavy = msgspec.structs.replace(usual, values=usual.values | {"utility_travel": "300"})
    read = (
        PolicyFault(code="unknown_key", key="foo", facts={"known": "goals"}),
        PolicyFault(code="not_toml", key="", facts={"line": 3}),
    )
    pages = {
        "usual": editor(usual),
        "whole": editor(typed_of(WHOLE), kept=KEPT, chosen=str(KEPT[0].policy_id), may_save_for_school=True,
                        told="Doel verplaatst."),
        "heavy": editor(heavy, refused=True),
        "wrong": editor(wrong(), refused=True),
        "no-goal": editor(Typed(goals=(), values=usual.values)),
        "file-refused": editor(usual, read_faults=tuple(tell("nl", fault) for fault in read)),
    }  # fmt: skip
    made = {name: NewRunPage(round=found, tabs=tabs, editor=one) for name, one in pages.items()}
    made["busy"] = msgspec.structs.replace(
        made["usual"],
        refusal="Er loopt al een matching.",
        faults={"policy_name": "policy_name_length", "file": "file_missing"},
    )
    made["saved"] = msgspec.structs.replace(made["whole"], notice="policy_saved")
    return made
