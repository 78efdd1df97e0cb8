"""A registered protocol, its profiles and a frame become one plan: the same seed, the same plan."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

import msgspec
import pytest

from testing_lab.findings import Finding
from testing_lab.profiles.study_profiles import StudyProfiles
from testing_lab.protocol.document import Balance, Protocol
from testing_lab.randomisation.balance import difference
from testing_lab.randomisation.criteria import AGAINST, FACTORS, criterion_of
from testing_lab.randomisation.drawn_plan import DrawnPlan, draw_plan
from testing_lab.randomisation.office_hours import OfficeHours
from testing_lab.randomisation.recipe import PlanRequest, Recipe, recipe_of
from tests.pure.lab.drawing import a_frame, some_profiles
from tests.pure.lab.protocol.examples import changed, example_composition, example_protocol, example_unpaired

TODAY = dt.date(2026, 12, 1)
FRAME = a_frame(400)


def recipe(
    protocol: Protocol | None = None, profiles: StudyProfiles | None = None, **asked: Any
) -> tuple[Recipe | None, tuple[Finding, ...]]:
    request = PlanRequest(**{"seed": "2026", "start": dt.date(2027, 1, 4), **asked})
    return recipe_of(protocol or example_protocol(), profiles or some_profiles(), request, today=TODAY)


def drawn(protocol: Protocol | None = None, number: int = 400, **asked: Any) -> DrawnPlan:
    made, findings = recipe(protocol, **asked)
    assert made is not None, findings
    return draw_plan({unit: FRAME[unit] for unit in list(FRAME)[:number]}, made, some_profiles())


@pytest.fixture(scope="module")
def plan() -> DrawnPlan:
    return drawn()


def test_three_hundred_pairs(plan: DrawnPlan) -> None:
    assert plan.findings == ()
    assert len(plan.dispatches) == 600
    assert Counter((one.unit_id, one.identity) for one in plan.dispatches).most_common(1)[0][1] == 1
    assert {one.place: one.dispatch_id for one in plan.dispatches[:2]} == {
        place: f"{plan.dispatches[0].unit_id}-{place}" for place in (1, 2)
    }
    assert sorted(plan.turns) == sorted({one.unit_id for one in plan.dispatches})
    first = Counter(one.identity for one in plan.dispatches if one.place == 1)
    assert set(first.values()) == {150}
    quality = Counter(one.quality for one in plan.dispatches)
    assert set(quality.values()) == {300}
    for one, other in zip(plan.dispatches[::2], plan.dispatches[1::2], strict=True):
        assert {one.unit_id, one.quality} == {other.unit_id, other.quality}
        for part in ("template", "sender", "look", "name", "email", "letter", "cv"):
            assert getattr(one, part) != getattr(other, part)
        assert dt.timedelta(hours=20) <= other.due - one.due <= dt.timedelta(hours=52)


def test_the_letters_hold_what_was_assigned_and_the_company(plan: DrawnPlan) -> None:
    marks = {"strong": ("7,4", "7,7"), "plain": ("6,3", "6,6")}
    for one in plan.dispatches[:60]:
        text = "\n".join(block.text for block in (*one.letter, *one.cv))
        assert one.name in text
        assert one.email in text
        assert any(mark in text for mark in marks[one.quality])
        assert one.email.endswith("@stage-post.example")
        assert one.subject
        assert "{" not in text + one.subject
    companies = {f"Bedrijf {one.unit_id}" in str([one.subject, one.letter]) for one in plan.dispatches}
    assert True in companies


def test_the_same_seed_gives_the_same_plan_in_any_order_of_entries(plan: DrawnPlan) -> None:
    made, _ = recipe()
    assert made is not None
    again = draw_plan(
        dict(reversed(FRAME.items())), msgspec.convert(msgspec.to_builtins(made), Recipe), some_profiles()
    )
    assert again == plan
    other = drawn(seed="2027")
    assert other.plan_hash != plan.plan_hash
    assert other.turns != plan.turns


def test_the_sample_is_spread_over_sectors_and_sizes(plan: DrawnPlan) -> None:
    assert [(one.sector, one.size_class, len(one.chosen), one.available) for one in plan.strata] == [
        ("ICT", "groot", 50, 67), ("ICT", "klein", 100, 133), ("care", "groot", 49, 66), ("care", "klein", 101, 134),
    ]  # fmt: skip


def test_parts_of_the_protocol_have_their_own_numbers_whatever_their_capitals() -> None:
    parts = [{"name": "ict", "pairs": 100}, {"name": "care", "pairs": 20}]
    found = drawn(changed(example_protocol(), {"sampling.strata": parts, "sampling.pairs": 120}))
    chosen = Counter(one.sector for one in found.strata for _ in one.chosen)
    assert chosen == {"ICT": 100, "care": 20}


def test_sectors_outside_the_protocol_are_not_drawn() -> None:
    found = drawn(changed(example_protocol(), {"question.sectors": [" care"], "sampling.pairs": 20}))
    assert found.outside == 200
    assert {one.sector for one in found.strata} == {"care"}


def test_a_frame_that_is_too_small_is_refused_or_accepted() -> None:
    refused = drawn(number=100)
    assert (refused.dispatches, [one.code for one in refused.findings]) == ((), ["sample-frame-too-small"])
    accepted = drawn(number=100, accept_shortage=True)
    assert len(accepted.dispatches) == 200
    assert [one.code for one in accepted.findings] == ["sample-frame-too-small"]
    assert [one.code for one in drawn(number=0, accept_shortage=True).findings] == ["sample-frame-too-small"]


@pytest.mark.parametrize(("order", "first"), [("majority_first", "majority"), ("minority_first", "minority")])
def test_an_order_that_the_protocol_fixes(order: str, first: str) -> None:
    found = drawn(changed(example_protocol(), {"design.order": order, "design.rerandomisation": []}))
    assert {one.identity for one in found.dispatches if one.place == 1} == {first}
    assert found.balance is not None
    (row,) = found.balance.row("order", "identity")
    assert max(row.counts["all"]) == 300
    assert difference(row) == 1


def test_a_fixed_order_and_stated_balance_of_order_never_meet() -> None:
    found = drawn(changed(example_protocol(), {"design.order": "majority_first", "sampling.pairs": 20}))
    assert [one.code for one in found.findings] == ["criteria-never-met"]


def test_quality_that_does_not_vary_is_the_better_one() -> None:
    protocol = changed(example_protocol(), {"design.quality_varied": False, "sampling.pairs": 20})
    assert {one.quality for one in drawn(protocol).dispatches} == {"strong"}


def test_other_designs() -> None:
    single = drawn(changed(example_unpaired(), {"sampling.pairs": 40, "design.rerandomisation": []}))
    assert Counter(one.identity for one in single.dispatches) == {"majority": 40, "minority": 40}
    assert {one.place for one in single.dispatches} == {1}
    both = drawn(changed(example_composition(), {"sampling.pairs": 40}))
    compositions = Counter(one.composition for one in both.dispatches)
    assert compositions == {"two_majority": 20, "one_of_each": 40, "two_minority": 20}
    for one, other in zip(both.dispatches[::2], both.dispatches[1::2], strict=True):
        assert one.name != other.name


def test_office_hours_are_kept_or_not() -> None:
    narrow = drawn(
        changed(example_protocol(), {"sampling.pairs": 20}),
        hours=OfficeHours(opens=dt.time(10), closes=dt.time(12), most_per_day=9),
    )
    local = [one.due.astimezone(dt.timezone(dt.timedelta(hours=1))) for one in narrow.dispatches]
    assert {10, 11} == {one.hour for one in local}
    assert max(Counter(one.date() for one in local).values()) <= 9
    free = drawn(changed(example_protocol(), {"sampling.pairs": 60, "design.office_hours": False}))
    assert len({one.due.hour for one in free.dispatches}) > 18


@pytest.mark.parametrize(
    ("changes", "asked", "code"),
    [
        ({"design.rerandomisation": [{"measure": "geluk", "threshold": 0.2}]}, {}, "plan-measure-unknown"),
        ({}, {"start": dt.date(2026, 11, 30)}, "plan-start-outside"),
        ({}, {"start": dt.date(2027, 3, 1)}, "plan-start-outside"),
        ({}, {"seed": "  "}, "plan-seed-missing"),
        ({}, {"hours": OfficeHours(most_per_day=0)}, "hours-capacity"),
        ({"design.kind": "mystery_call", "question.traits": []}, {}, "plan-trait-not-one-request"),
        ({"fieldwork.mail_domain": ""}, {}, "profiles-domain-missing"),
        ({"question.sectors": ["ICT", "techniek"]}, {}, "profiles-sector-word-missing"),
        ({"question.traits.0.names_per_group": 5}, {}, "profiles-names-fewer"),
        ({"question.traits.0.carrier": "photo"}, {}, "plan-trait-not-one-name"),
    ],
)
def test_no_recipe_without_what_it_needs(changes: dict[str, Any], asked: dict[str, Any], code: str) -> None:
    made, findings = recipe(changed(example_protocol(), changes), **asked)
    assert made is None
    assert code in {one.code for one in findings if one.level == "error"}


def test_too_few_a_day_ends_after_the_fieldwork() -> None:
    found = drawn(hours=OfficeHours(most_per_day=4))
    assert (found.dispatches, [one.code for one in found.findings]) == ((), ["plan-after-end"])


def test_an_error_of_the_last_look_stops_the_draw() -> None:
    wrong = msgspec.structs.replace(some_profiles(), words=some_profiles().words | {"school": "www.school.example"})
    made, _ = recipe(profiles=wrong)
    assert made is not None
    found = draw_plan(FRAME, made, wrong)
    assert found.dispatches == ()
    assert {one.code for one in found.findings} == {"pair-holds-web"}


def test_every_measure_that_is_offered_is_one_of_the_balance_table(plan: DrawnPlan) -> None:
    assert plan.balance is not None
    there = {(one.factor, one.against) for one in plan.balance.rows}
    for words in (
        "order",
        "template",
        "afzender",
        "opmaak",
        "Volgorde per  sector",
        "order by size",
        "order by niveau",
    ):
        criterion = criterion_of(words, 0.1)
        assert criterion is not None
        assert (criterion.factor, criterion.against) in there, words
    assert criterion_of("order by luck", 0.1) is None
    assert set(FACTORS.values()) | set(AGAINST.values()) <= {
        "order", "identity", "template", "sender", "look", "stratum", "sector", "size", "quality", "name_list"
    }  # fmt: skip


def test_stated_balance_is_met() -> None:
    stated = [msgspec.to_builtins(Balance(measure="order by size", threshold=0.04))]
    made, _ = recipe(changed(example_protocol(), {"design.rerandomisation": stated, "sampling.pairs": 30}))
    assert made is not None
    plans = [draw_plan(FRAME, msgspec.structs.replace(made, seed=str(seed)), some_profiles()) for seed in range(6)]
    for one in plans:
        assert one.balance is not None
        (row,) = one.balance.row("order", "size")
        assert difference(row) <= 0.04
