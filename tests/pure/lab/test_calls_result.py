"""Mystery calls: the plan that chance draws, and the registered analysis of what was said."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import msgspec
import pytest

from testing_lab.calls.complier_shares import complier_shares
from testing_lab.faults import ImpossibleInput
from testing_lab.profiles.study_profiles import StudyProfiles
from testing_lab.proportions import wilson
from testing_lab.randomisation.drawn_plan import DrawnPlan, draw_plan
from testing_lab.randomisation.office_hours import OfficeHours
from testing_lab.randomisation.recipe import PlanRequest, recipe_of
from testing_lab.registered.analysis import registered_analysis
from testing_lab.registered.coded import CodedApplication
from testing_lab.registered.document import CallsResult
from testing_lab.registered.small_cells import value_at
from tests.pure.lab.drawing import a_frame
from tests.pure.lab.protocol.examples import changed, example_calls

#: Radar (AVROTROS) in January 2018, counts from printed shares of 78 agencies (METHODS 4.6), and three lost calls.
RADAR = {"complies": 37, "leaves_to_client": 11, "refuses": 28, "no_decision": 2, "undeliverable": 2, "detected": 1}
PROTOCOL = changed(example_calls(), {"design.senders": ["A", "B", "C"]})


def drawn(seed: str = "2026") -> DrawnPlan:
    protocol = changed(PROTOCOL, {"question.sectors": ["ICT", "care"], "sampling.pairs": 30})
    start = dt.date(2026, 10, 1)
    asked = PlanRequest(seed=seed, start=start, hours=OfficeHours(most_per_day=12))
    made, findings = recipe_of(protocol, StudyProfiles(), asked, today=start)
    assert made is not None, findings
    return draw_plan(a_frame(60), made, StudyProfiles())


def test_each_company_is_called_once_in_office_hours_and_callers_take_turns() -> None:
    plan = drawn()
    assert [one.place for one in plan.dispatches] == [1] * 30
    assert len({one.unit_id for one in plan.dispatches}) == 30
    shares = Counter(one.sender for one in plan.dispatches)
    assert max(shares.values()) - min(shares.values()) <= 1
    assert set(shares) == {"A", "B", "C"}
    assert max(Counter(one.due.date() for one in plan.dispatches).values()) <= 12
    assert all(one.letter == () and one.name == "" for one in plan.dispatches)


def test_the_same_seed_gives_the_same_calls_and_another_gives_others() -> None:
    assert drawn().plan_hash == drawn().plan_hash
    assert drawn("2027").plan_hash != drawn().plan_hash


def calls(counts: dict[str, int], *, parts: int = 1) -> list[CodedApplication]:
    codes = [code for code, number in counts.items() for _ in range(number)]
    return [
        CodedApplication(
            pair=str(number), place=1, applicant="minority", code=code, strata={"sector": f"part {number % parts}"}
        )
        for number, code in enumerate(codes, 1)
    ]


def analysed(counts: dict[str, int], *, parts: int = 1, **changes: object) -> CallsResult:
    protocol = changed(PROTOCOL, {name.replace("__", "."): value for name, value in changes.items()})
    found = registered_analysis(protocol, calls(counts, parts=parts))
    assert isinstance(found, CallsResult)
    return found


def test_the_published_calls_give_their_shares() -> None:
    found = analysed(RADAR)
    assert (found.made, found.valid, found.undeliverable, found.detected) == (81, 78, 2, 1)
    assert found.main is not None
    assert (found.main.calls, found.main.of) == (37, 78)
    # METHODS 4.6 prints 0.36736967 and 0.58375235, with z = 1.96.
    assert found.main.lower == pytest.approx(0.36736967, abs=1e-5)
    assert found.main.upper == pytest.approx(0.58375235, abs=1e-5)
    assert {one.code: one.calls for one in found.outcomes if one.calls} == {
        code: number for code, number in RADAR.items() if code not in ("undeliverable", "detected")
    }
    known = complier_shares(comply=37, left_to_client=11, neutral=2, refuse=28, refuse_explained=0, unusable=3)
    readings = {one.name: one.share for one in found.readings}
    assert readings["accommodating"] == known.accommodating.share
    assert readings["complier_at_most"] == known.complier_at_most.share
    for one in found.outcomes:
        assert one.together_lower <= one.lower <= one.share <= one.upper <= one.together_upper


def test_what_counts_and_by_what_it_is_divided_is_the_plans() -> None:
    decided = analysed(RADAR, analysis__denominator="decided_calls")
    assert decided.main is not None
    assert (decided.main.calls, decided.main.of) == (37, 76)
    codes = [msgspec.to_builtins(one) for one in PROTOCOL.outcomes.codes]
    looser = analysed(RADAR, outcomes__codes=[
        {**one, "positive": one["code"] in ("complies", "leaves_to_client")} for one in codes
    ])  # fmt: skip
    assert looser.main is not None
    assert (looser.main.calls, looser.positive) == (48, ("complies", "leaves_to_client"))
    nobody = analysed({"no_decision": 12}, analysis__denominator="decided_calls")
    assert nobody.main is None


def test_parts_add_up_and_small_counts_stay_hidden() -> None:
    found = analysed({"complies": 40, "refuses": 40, "no_decision": 5}, parts=2, analysis__strata=["sector"])
    (split,) = found.splits
    assert sum(one.of for one in split.parts) == 85
    assert sum(one.calls for one in split.parts) == 40
    part = split.parts[0]
    assert (part.lower, part.upper) == wilson(part.calls, part.of, z=1.959963984540054)
    assert value_at(found.shown, code="no_decision") is None
    # Not by subtraction either: another code is hidden with it.
    assert None in (value_at(found.shown, code="complies"), value_at(found.shown, code="refuses"))


@pytest.mark.parametrize("counts", [{"undeliverable": 4}, {"complies": 4, "invited": 1}])
def test_no_valid_call_or_a_code_of_letters_is_no_result(counts: dict[str, int]) -> None:
    with pytest.raises(ImpossibleInput):
        analysed(counts)
