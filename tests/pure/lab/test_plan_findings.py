"""Everything that can be found or refused is provoked here once, and told in both languages with its own facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import msgspec
import pytest

from api.catalogue import Language, text
from testing_lab.fieldwork.dispatch_states import check_sending, dispatch_after
from testing_lab.fieldwork.mystery_calls import check_call
from testing_lab.fieldwork.not_allowed import NotAllowed
from testing_lab.fieldwork.study_states import study_after
from testing_lab.fieldwork.withdrawal import withdrawal_clock
from testing_lab.findings import Finding
from testing_lab.frame.checking import still_allowed
from testing_lab.frame.entries import CompanyIdentity, TestedBefore
from testing_lab.frame.sampling import SampleSize, sample
from testing_lab.randomisation.assigning import assign
from testing_lab.randomisation.design import NameList, check_design
from testing_lab.randomisation.drawn_plan import draw_plan, passed
from testing_lab.randomisation.office_hours import OfficeHours, check_hours
from testing_lab.randomisation.recipe import PlanRequest, recipe_of
from testing_lab.randomisation.rerandomising import Criterion, rerandomise
from tests.pure.lab.drawing import a_frame, some_profiles
from tests.pure.lab.plans import design, units
from tests.pure.lab.protocol.examples import changed, example_calls, example_protocol
from tests.pure.lab.test_fieldwork_states import AT, GOOD
from tests.pure.lab.test_frame_checking import TODAY, checked, other
from tests.pure.lab.test_frame_sampling import entry
from tests.pure.lab.test_outcomes_and_calls import CALL, NOW, SCRIPT
from tests.pure.lab.test_plan_texts import CODES
from tests.pure.lab.test_scheduling import planned
from tests.pure.lab.test_withdrawal import HOUR, T, reply, withdrawal


def _of_the_frame() -> Iterator[Finding]:
    bakery = CompanyIdentity(company="x", kvk="90000001", establishment_number="000070000001")
    frame = checked(
        {"company": "", "place": "x" * 400, "kvk": "1", "postcode4": "1", "found_on": "x", "contact_email": "x"},
        {"phone": "x", "found_on": "2030-01-01", "establishment_number": "90000001", "strange": "x"},
        {**other(4), "kvk": "9000004", "contact_email": ""},
        {**other(5), "entry_id": "v4"},
        {**other(6), "establishment_number": "000070000004"},
        {},
        blocked=[bakery], in_other_studies=[bakery], earlier=[bakery],
        last_tested=[TestedBefore(identity=bakery, on=TODAY)],
    )  # fmt: skip
    yield from frame.warnings
    for row in frame.refused:
        yield from row.findings
    silent = [msgspec.structs.replace(entry(1, "horeca"), phone=None)]
    yield from (why for _, why in still_allowed(silent, cool_down_days=0, today=TODAY, calls=True)[1])
    chain = [entry(number, "horeca", company="Keten") for number in range(3)]
    for size in (
        SampleSize(), SampleSize(total=0), SampleSize(total=9),
        SampleSize(per_stratum=4, most_per_company=1), SampleSize(per_stratum=4, most_per_company=2),
    ):  # fmt: skip
        yield from sample(chain, size=size, seed="s").findings
    yield from sample(chain, size=SampleSize(by_sector={"horeca": 4}), seed="s").findings


def _of_the_plan() -> Iterator[Finding]:
    one_sided = NameList(name="x", majority=("p",), minority=("p", "q"))
    yield from check_design(design("paired", ("a", "a"), names=(one_sided,), qualities=("x",), delay_minutes=(0, 0)))
    yield from check_design(design("randomised_composition", ("a",), senders=(), composition_weights=(0, 0, 0)))
    yield from check_hours(OfficeHours(opens=dt.time(9), closes=dt.time(9), weekdays=(), most_per_day=0))
    yield from planned(1, start=dt.date(2027, 1, 4), delay=(12 * 60, 12 * 60), days=3).findings
    wrong = [
        Criterion(factor="order", against="weather", least_p=7),
        Criterion(factor="order", against="stratum", most_difference=0.0), Criterion(factor="order", against="stratum"),
    ]  # fmt: skip
    yield from rerandomise(units(9), design=design(), seed="s", criteria=wrong).findings
    for often in (1, 2):
        never = [Criterion(factor="order", against="region", least_p=1 - 1e-15)] * often
        yield from rerandomise(units(9, 8), design=design(), seed="s", criteria=never, most_draws=1).findings
    assert len(assign(units(9), design=design(), seed="s")) == 9


def _of_the_recipe() -> Iterator[Finding]:
    whole = example_protocol()
    asked = PlanRequest(seed="s", start=TODAY)
    wrong = changed(whole, {
        "design.rerandomisation": [{"measure": "luck", "threshold": 0.1}], "design.delay_hours_max": None,
        "question.traits": [],
    })  # fmt: skip
    for protocol, request in (
        (changed(example_calls(), {"question.traits": []}), asked),
        (wrong, PlanRequest(seed=" ", start=dt.date(2020, 1, 1))),
        (changed(whole, {"fieldwork.end": None}), asked),
    ):  # fmt: skip
        recipe, found = recipe_of(protocol, some_profiles(), request, today=TODAY)
        assert recipe is None
        yield from (one for one in found if one.code.startswith("plan-"))
    recipe, _ = recipe_of(whole, some_profiles(), PlanRequest(seed="s", start=dt.date(2027, 2, 24)), today=TODAY)
    assert recipe is not None
    yield from draw_plan(a_frame(400), recipe, some_profiles()).findings
    recipe, _ = recipe_of(whole, some_profiles(), PlanRequest(seed="s", start=TODAY), today=TODAY)
    assert recipe is not None
    yield from passed(draw_plan(a_frame(400), recipe, some_profiles()), now=dt.datetime(2027, 2, 1, tzinfo=dt.UTC))


def _of_the_fieldwork() -> Iterator[Finding]:
    sent = [withdrawal("a1", T - HOUR), withdrawal("a2", T, "x"), withdrawal("b1", T)]
    yield from withdrawal_clock(replies=[reply("a1"), reply("a2")], withdrawals=sent, now=T).findings
    for changes in (
        {"started": NOW + HOUR, "script_version": "0", "said": ("joke",), "second_listener": "k"},
        {"said": ("bye", "ask"), "outcome_second": None, "recorded": True},
        {"recorded": True, "consent": "given"},
        {"recorded": True, "consent": "refused"},
        {"outcome": "undeliverable"},
    ):
        yield from check_call(msgspec.structs.replace(CALL, **changes), SCRIPT, now=NOW)


REFUSED: tuple[Callable[[], object], ...] = (
    lambda: study_after("draft", "start"),
    lambda: dispatch_after("sent", "send"),
    lambda: check_sending(**{**GOOD, "study": "draft"}),
    lambda: check_sending(**{**GOOD, "from_address": "x@y.example"}),
    lambda: check_sending(**{**GOOD, "now": AT - HOUR}),
    lambda: check_sending(**{**GOOD, "first_sent": None}),
    lambda: check_sending(**{**GOOD, "first_sent": AT}),
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_finding_is_told_with_its_own_facts(language: Language) -> None:
    found = [*_of_the_frame(), *_of_the_plan(), *_of_the_recipe(), *_of_the_fieldwork()]
    assert {one.code for one in found} == set(CODES["finding"])
    for one in found:
        told = text(language, f"lab-finding-{one.code}", **one.facts)
        assert "{" not in told
        assert one.path
        assert len(told) > 20


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_refusal_is_told_with_its_own_facts(language: Language) -> None:
    reasons = set()
    for refused in REFUSED:
        with pytest.raises(NotAllowed) as told:
            refused()
        reasons.add(told.value.reason)
        assert "{" not in text(language, f"lab-not-allowed-{told.value.reason}", **told.value.facts)
        assert str(told.value).startswith(told.value.reason)
    assert reasons == set(CODES["not-allowed"])
