"""Every code of a closed list has words in both languages, and both languages say the same things."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from api.catalogue import FOLDER, Language, has
from api.messages.accounts import Role
from api.messages.importing import FaultCode, ImportKind, ImportState
from api.messages.lottery import LotteryState
from api.messages.policies import PolicyScope
from api.messages.register import Channel, OfferKind, RegisterStatus, Selection, Stage
from api.messages.register_companies import CaseOutcome, CaseStep, Ground, SameReason
from api.messages.runs import DecisionKind, RunState
from api.pages.contexts.register import RegisterTabName
from api.pages.contexts.rounds import NextStep
from api.pages.notices import Notice
from api.pages.tabs import TabName
from matching import side_faults
from matching.instance import OfferStatus, Transport, Weekday
from matching.policy import GoalName
from matching.policy_faults import PolicyFaultCode
from matching.result import PlaceThen, RuleCode, SettledBy, UnplacedReason, WishFate

LANGUAGES: tuple[Language, ...] = ("nl", "en")
FAMILIES: dict[str, object] = {
    "tab": TabName,
    "notice": Notice,
    "next-title": NextStep,
    "next-text": NextStep,
    "next-button": NextStep,
    "import-kind": ImportKind,
    "import-kind-hint": ImportKind,
    "import-state": ImportState,
    "fault": FaultCode,
    "run-state": RunState,
    "goal": GoalName,
    "policy-cost": GoalName,
    "policy-fault": PolicyFaultCode,
    "policy-scope": PolicyScope,
    "decision": DecisionKind,
    "decided": DecisionKind,
    "unplaced": UnplacedReason,
    "tell-unplaced": UnplacedReason,
    "fate": WishFate,
    "rule": RuleCode,
    "settled": SettledBy,
    "letter-settled": SettledBy,
    "place-then": PlaceThen,
    "letter-then": PlaceThen,
    "rule-said": RuleCode,
    "role": Role,
    "transport": Transport,
    "weekday": Weekday,
    "offer-status": OfferStatus,
    "register-tab": RegisterTabName,
    "register-kind": OfferKind,
    "register-status": RegisterStatus,
    "register-now": RegisterStatus,
    "register-to": Stage,
    "register-selection": Selection,
    "channel": Channel,
    "same": SameReason,
    "ground": Ground,
    "case-step": CaseStep,
    "case-outcome": CaseOutcome,
    "lottery-now": LotteryState,
    "lottery-do": LotteryState,
    "lottery-do-text": LotteryState,
}
#: The stages that ``matching.run`` and the worker report.
STAGES = (
    "queued",
    "reading",
    "eligibility",
    "placed",
    "group_gap",
    "worst_off",
    "reserves",
    "together",
    "satisfaction",
    "lottery",
    "explaining",
    "auditing",
    "prices",
    "fairness",
    "storing",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_code_has_words(family: str, language: Language) -> None:
    wanted = [f"{family}-{code.replace('_', '-')}" for code in get_args(FAMILIES[family])]
    assert wanted
    assert [message for message in wanted if not has(language, message)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_of_a_policy_has_a_remedy(language: Language) -> None:
    wanted = [f"policy-fault-{code}-remedy".replace("_", "-") for code in get_args(PolicyFaultCode)]
    assert [message for message in wanted if not has(language, message)] == []


def test_the_documentation_names_every_fault_of_a_policy() -> None:
    told = (Path(__file__).resolve().parents[2] / "docs" / "policy.md").read_text("utf-8")
    assert [code for code in get_args(PolicyFaultCode) if f"`{code}`" not in told] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_goals_and_fates_of_side_constraints_have_words(language: Language) -> None:
    wanted = [f"goal-{name}" for name in ("reserves", "together", "rematch")]
    wanted += [f"cli-{name}" for name in wanted]
    told = {"obtained", "removed", "not_needed"}  # these are told in other words
    wanted += [f"tell-wish-{fate.replace('_', '-')}" for fate in get_args(WishFate) if fate not in told]
    assert [message for message in wanted if not has(language, message)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_of_side_constraints_has_words(language: Language) -> None:
    codes = re.findall(r"``([a-z_]+)``", side_faults.__doc__ or "")
    assert len(codes) > 10
    assert [code for code in codes if not has(language, f"cli-row-{code.replace('_', '-')}")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stage_has_words(language: Language) -> None:
    assert [stage for stage in STAGES if not has(language, f"run-stage-{stage}".replace("_", "-"))] == []
    said_elsewhere = {"queued", "storing"}  # stages of the worker, not of the command
    on_the_command_line = [stage for stage in STAGES if stage not in said_elsewhere]
    assert [stage for stage in on_the_command_line if not has(language, f"cli-stage-{stage}".replace("_", "-"))] == []


class _Variables(Visitor):  # type: ignore[misc]  # fluent.syntax has no types
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802  # the visitor calls it so
        self.names.add(node.id.name)


def messages(path: Path) -> dict[str, frozenset[str]]:
    """Variables by message id; a file that repeats an id, or does not parse, is refused."""
    found: dict[str, frozenset[str]] = {}
    for entry in FluentResource(path.read_text("utf-8")).body:
        assert not isinstance(entry, ast.Junk), f"{path.name}: {entry.content[:80]}"
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{path.name}: {entry.id.name} twice"
            visitor = _Variables()
            visitor.visit(entry)
            found[entry.id.name] = frozenset(visitor.names)
    return found


@pytest.mark.parametrize("name", sorted(path.name for path in (FOLDER / "nl").glob("*.ftl")))
def test_both_languages_say_the_same_with_the_same_facts(name: str) -> None:
    dutch, english = messages(FOLDER / "nl" / name), messages(FOLDER / "en" / name)
    assert dutch.keys() == english.keys()
    assert {key for key in dutch if dutch[key] != english[key]} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_stands_in_two_files(language: Language) -> None:
    seen: dict[str, str] = {}
    for path in sorted((FOLDER / language).glob("*.ftl")):
        for message in messages(path):
            assert message not in seen, f"{message} stands in {seen[message]} and {path.name}"
            seen[message] = path.name
