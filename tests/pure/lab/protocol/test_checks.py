"""Whole protocols have no finding; every fault has its own, at its place, and every finding can be reached."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testing_lab.protocol.checks import errors_of, findings_of
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.fields import fields_of
from testing_lab.protocol.fitting import PRIMARY_TESTS
from testing_lab.protocol.outcome_list import usual_outcomes
from tests.pure.lab.protocol.broken import BROKEN, Broken, all_findings
from tests.pure.lab.protocol.codes import codes_said
from tests.pure.lab.protocol.examples import (
    changed,
    example_calls,
    example_composition,
    example_protocol,
    example_unpaired,
)


def test_whole_protocols_have_no_error() -> None:
    for make in (example_protocol, example_calls, example_composition, example_unpaired):
        assert errors_of(make()) == ()
    assert findings_of(example_calls()) == ()
    assert [(one.code, one.facts["division"]) for one in findings_of(example_protocol())] == [
        ("split_too_weak", "sector")
    ]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda one: f"{one.code} {one.path}")
def test_a_fault_is_found_at_its_place(broken: Broken) -> None:
    found = findings_of(changed(broken.of(), broken.values))
    assert (broken.path, broken.code, broken.level) in [(one.path, one.code, one.level) for one in found]


def test_every_finding_can_be_reached() -> None:
    said = codes_said()
    assert len(said) > 80
    assert said - {one.code for one in all_findings()} == set()


def test_an_empty_draft_is_a_document_with_findings_at_real_fields() -> None:
    found = findings_of(Protocol())
    assert len(found) > 30
    assert {one.path for one in found} <= {one.path for one in fields_of()}


def test_every_path_of_a_finding_is_a_field_of_the_form() -> None:
    fields = {one.path for field in fields_of() for one in (field, *field.row)}
    paths = {
        re.sub(r"\[\d+\]", "[]", one.path)
        for broken in BROKEN
        for one in findings_of(changed(broken.of(), broken.values))
    }
    # A row as a whole, or one entry of a list, is no field of its own.
    assert {path for path in paths if path not in fields and path.removesuffix("[]") not in fields} == set()


def test_the_smallest_number_of_pairs_is_just_enough() -> None:
    needed = next(one for one in findings_of(changed(example_protocol(), {"sampling.pairs": 200}))
                  if one.code == "power_too_low").facts["needed"]  # fmt: skip
    assert needed == 263  # METHODS of the lab, 3.12
    for pairs, enough in ((262, False), (263, True)):
        codes = {one.code for one in findings_of(changed(example_protocol(), {"sampling.pairs": pairs}))}
        assert ("power_too_low" not in codes) == enough


@pytest.mark.parametrize(
    ("kind", "test", "rule"),
    [(kind, test, rule) for kind, tests in PRIMARY_TESTS.items() for test, rule in tests.items()],
)
def test_every_primary_test_can_be_registered_with_its_own_rule_and_no_other(kind: str, test: str, rule: str) -> None:
    base = {
        "paired": example_protocol,
        "unpaired": example_unpaired,
        "randomised_composition": example_composition,
        "mystery_call": example_calls,
    }[kind]()
    rules = {
        "fixed": {},
        "alpha_spending": {
            "analysis.stopping.spending": "Lan-DeMets O'Brien-Fleming",
            "analysis.stopping.looks": [0.5, 1.0],
        },
        "e_process": {"analysis.stopping.prior_a": 0.5, "analysis.stopping.prior_b": 0.5},
    }
    for other, values in rules.items():
        size = {} if kind == "mystery_call" else {"sampling.pairs": 1200}
        whole = changed(
            base,
            {"analysis.primary_test": test, "analysis.stopping.rule": other, **values, **size, "sampling.strata": []},
        )
        assert (errors_of(whole) == ()) == (other == rule), errors_of(whole)


def test_the_usual_outcomes_are_the_list_of_their_kind() -> None:
    assert [one.code for one in usual_outcomes(calls=False) if one.positive] == [
        "invited", "place_offered", "asks_to_call",
    ]  # fmt: skip
    assert [one.code for one in usual_outcomes(calls=True) if one.positive] == ["complies", "complies_tacitly"]


_NUMBERS = [
    one.path for one in fields_of() if one.kind in ("whole_number", "number") and not one.path.startswith("design.re")
]


@pytest.mark.parametrize(
    "values",
    [
        {"sampling.alpha": 1e-300},
        {"sampling.alpha": 5e-324, "sampling.power": 1.0},
        {"sampling.p_only_majority": 4.5e-318, "sampling.p_only_minority": 1.6e-140},
        {"sampling.p_only_majority": 1.0, "sampling.p_only_minority": 0.0},
        {"sampling.pairs": 2**62},
    ],
)
@pytest.mark.parametrize("test", PRIMARY_TESTS["paired"])
def test_extremes_that_a_fuzzer_found(test: str, values: dict[str, object]) -> None:
    stopping = {"rule": PRIMARY_TESTS["paired"][test], "spending": "Lan-DeMets Pocock", "looks": [0.5, 1.0],
                "prior_a": 0.5, "prior_b": 0.5}  # fmt: skip
    plan = {"analysis.primary_test": test, "analysis.stopping": stopping}
    assert findings_of(changed(example_protocol(), plan | values)) != ()


def test_a_chance_that_no_study_can_tell_from_nothing() -> None:
    for make in (example_unpaired, example_composition):
        values = {"sampling.p_only_minority": 0.0, "sampling.p_both": 5e-324}
        assert errors_of(changed(make(), values)) == ()


@given(
    path=st.sampled_from(_NUMBERS),
    value=st.one_of(st.integers(-5, 2**62), st.floats(allow_nan=False, allow_infinity=False)),
    make=st.sampled_from((example_protocol, example_calls, example_unpaired, example_composition)),
)
@settings(max_examples=60, deadline=None)
def test_no_number_breaks_the_checks(path: str, value: float, make: object) -> None:
    field = next(one for one in fields_of() if one.path == path)
    number = int(value) if field.kind == "whole_number" and abs(value) < 2**63 else value
    if field.kind == "whole_number" and not isinstance(number, int):
        return
    assert callable(make)
    found = findings_of(changed(make(), {path: number}))
    assert all(one.level in ("error", "warning") for one in found)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_number_is_an_error(value: float) -> None:
    protocol = example_protocol()
    for part, names in (("sampling", ("p_only_majority", "p_both", "alpha", "power")), ("analysis", ("confidence",))):
        for name in names:
            table = msgspec.structs.replace(getattr(protocol, part), **{name: value})
            assert errors_of(msgspec.structs.replace(protocol, **{part: table})) != ()
