"""The protocol in the fields of OSF's form: whole for a whole protocol, open where a person must answer."""

from __future__ import annotations

from typing import get_args

import pytest

from testing_lab.protocol.document import Protocol
from testing_lab.protocol.osf import osf_export, osf_preregistration
from testing_lab.protocol.osf_form import OPTIONS, QUESTIONS, Topic, Version
from tests.pure.lab.protocol.examples import (
    changed,
    example_calls,
    example_composition,
    example_protocol,
    example_unpaired,
)

_VERSIONS: tuple[Version, ...] = get_args(Version)


@pytest.mark.parametrize("version", _VERSIONS)
def test_a_whole_protocol_leaves_no_question_open(version: Version) -> None:
    for make in (example_protocol, example_unpaired, example_composition):
        form = osf_preregistration(make(), version=version)
        assert form.open == ()
        assert all(len(one.answer) > 0 for one in form.answers)


def test_the_forms_are_those_of_osf() -> None:
    # Version 3: q2 to q23, some with a field of their own for a file (left to people).
    assert [one.key.removesuffix(".question") for one in QUESTIONS[3]] == [f"q{number}" for number in range(2, 24)]
    assert len({one.key for one in QUESTIONS[4]}) == len(QUESTIONS[4]) == 23
    assert {one.topic for one in QUESTIONS[4]} == set(get_args(Topic))
    assert {one.topic for one in QUESTIONS[3]} == set(get_args(Topic)) - {"causal"}
    pages = list(dict.fromkeys(one.page for one in QUESTIONS[4]))
    assert pages == ["Overview", "Research Design", "Sampling", "Variables", "Analysis Plan", "Other"]


@pytest.mark.parametrize("version", _VERSIONS)
def test_answers_that_are_picked_are_osfs_own_words(version: Version) -> None:
    form = osf_preregistration(example_protocol(), version=version)
    picked = {one.question.topic: one.answer for one in form.answers if one.question.topic in (
        "study_type", "causal", "blinding", "foreknowledge",
    )}  # fmt: skip
    words = set(OPTIONS[version].values())
    for answer in picked.values():
        assert set((answer,) if isinstance(answer, str) else answer) <= words
    assert isinstance(picked["study_type"], str) == (version == 3)


def test_what_data_exist_is_told_only_when_a_person_said_it() -> None:
    silent = changed(example_protocol(), {"sampling.existing_data": None})
    for version, key in ((3, "q8"), (4, "344-4")):
        assert key in osf_preregistration(silent, version=version).open  # type: ignore[arg-type]  # both are versions
    # Version 4's own words for this answer are not known to us: a person picks.
    unseen = changed(example_protocol(), {"sampling.existing_data": "not_seen"})
    assert osf_preregistration(unseen).open == ("344-4",)
    assert osf_preregistration(unseen, version=3).open == ()


def test_the_plan_stands_in_its_fields() -> None:
    answers = {one.question.topic: one.answer for one in osf_preregistration(
        example_protocol(), hash_of_protocol="ab" * 32).answers}  # fmt: skip
    assert "mcnemar_midp" in answers["models"]
    assert "Holm" in answers["inference"]
    assert "300 pairs (600 applications)" in answers["sample_size"]
    assert "0.8509 (exact)" in answers["rationale"]
    assert "263" in answers["rationale"]
    assert "invited, place offered, asks to call" in answers["measured"]
    assert "within 28 days" in answers["measured"]
    assert "20 to 52 hours" in answers["randomization"]
    assert "ab" * 32 in answers["context"]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"rule": "alpha_spending", "spending": "Lan-DeMets Pocock", "looks": [0.5, 1.0]}, "0.5, 1."),
        ({"rule": "e_process", "prior_a": 0.5, "prior_b": 0.5}, "reaches 20"),
    ],
)
def test_stopping_rules_are_told_with_their_thresholds(rule: dict[str, object], expected: str) -> None:
    form = osf_preregistration(changed(example_protocol(), {"analysis.stopping": rule}))
    told = next(one.answer for one in form.answers if one.question.topic == "stopping")
    assert expected in told


def test_an_empty_draft_has_open_questions_and_says_nothing_odd() -> None:
    form = osf_preregistration(Protocol())
    assert len(form.open) > 10
    assert not any("None" in one for answer in form.answers for one in answer.answer if len(one) > 1)
    assert not any("None " in str(answer.answer) for answer in form.answers)


def test_mystery_calls() -> None:
    form = osf_preregistration(example_calls())
    answers = {one.question.topic: one.answer for one in form.answers}
    assert answers["study_type"] == ("Other",)
    assert form.open == ("344-32",)
    assert "half width of 0.0726" in answers["rationale"]
    assert "withdraw" not in answers["data_collection"]


def test_the_export_is_plain_json() -> None:
    export = osf_export(osf_preregistration(example_protocol(), version=3))
    assert export["schema_version"] == 3
    assert export["title"] == "Are internships open to all?"
    assert list(export["registration_responses"]) == [one.key for one in QUESTIONS[3]]
    assert isinstance(export["registration_responses"]["q4"], list)
    assert export["headings"]["q7"] == "Design Plan: Randomization"
