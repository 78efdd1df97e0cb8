"""The form of a protocol gives back the protocol that it shows, and keeps what it cannot read."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from api.catalogue import Language, has
from api.pages.lab.protocol_form import PARTS, Input, inputs_of, read_part, slug
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.fields import fields_of
from tests.pure.lab.protocol.examples import (
    example_calls,
    example_composition,
    example_protocol,
    example_unpaired,
)

EXAMPLES = [Protocol(), example_protocol(), example_calls(), example_composition(), example_unpaired()]


def typed(inputs: tuple[Input, ...]) -> dict[str, list[str]]:
    """What a browser sends of these inputs."""
    sent: dict[str, list[str]] = {}
    for one in inputs:
        for row in one.rows:
            sent |= typed(row)
        if one.kind != "table" and (one.values or one.kind not in ("yes_no", "many_choices")):
            sent[one.name] = list(one.values) or [""]
    return sent


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("protocol", EXAMPLES, ids=["empty", "paired", "calls", "composition", "unpaired"])
@pytest.mark.parametrize("comma", [True, False])
def test_what_is_shown_and_sent_back_is_the_same(protocol: Protocol, part: str, comma: bool) -> None:
    sent = typed(inputs_of(part, protocol, comma=comma))
    read, faults = read_part(part, protocol, sent)
    assert faults == {}
    assert read == protocol


@pytest.mark.parametrize("part", PARTS)
def test_a_part_changes_no_other(part: str) -> None:
    sent = typed(inputs_of(part, example_protocol()))
    read, faults = read_part(part, Protocol(), sent)
    if read is None:  # only a field that this draft does not have may stand in the way
        pytest.fail(str(faults))
    for other in set(PARTS) - {part}:
        assert getattr(read, other) == getattr(Protocol(), other)


def test_every_input_has_a_name_of_its_own_and_words() -> None:
    for protocol in EXAMPLES:
        names: list[str] = []
        for part in PARTS:
            inputs = inputs_of(part, protocol)
            names += [one.name for one in inputs] + [cell.name for one in inputs for row in one.rows for cell in row]
            for one in (*inputs, *(cell for every in inputs for row in every.rows for cell in row)):
                for language in ("nl", "en"):
                    assert_words(one, language)
        assert len(names) == len(set(names))


def assert_words(one: Input, language: Language) -> None:
    assert has(language, one.label), one.label
    for _, message in one.options:
        assert message is None or has(language, message), message


@pytest.mark.parametrize(
    ("path", "given", "code"),
    [
        ("sampling.pairs", "veel", "not_whole"),
        ("sampling.pairs", "2.5", "not_whole"),
        ("sampling.pairs", "9" * 30, "not_whole"),
        ("sampling.p_only_majority", "0,1,2", "not_decimal"),
        ("sampling.p_only_majority", "nan", "not_decimal"),
        ("sampling.p_only_majority", "1e400", "not_decimal"),
        ("fieldwork.start", "31-02-2027", "not_date"),
        ("design.kind", "anders", "not_a_choice"),
        ("analysis.strata", "schoenmaat", "not_a_choice"),
        ("question.title", "x" * 5001, "too_long"),
        ("analysis.stopping.looks", "0,5\neen", "not_decimal"),
    ],
)
def test_what_cannot_be_read_is_told_and_kept(path: str, given: str, code: str) -> None:
    part = path.split(".", maxsplit=1)[0]
    sent = typed(inputs_of(part, example_protocol())) | {slug(path): [given]}
    read, faults = read_part(part, example_protocol(), sent)
    assert read is None
    assert faults == {slug(path): code}
    again = inputs_of(part, example_protocol(), typed=sent, faults=faults)
    shown = next(one for one in again if one.path == path)
    assert shown.values == (given,)
    assert shown.fault == code


@pytest.mark.parametrize("given", ["0,12", "0.12", " ,12 ", ".12"])
def test_numbers_are_typed_as_people_do(given: str) -> None:
    sent = typed(inputs_of("sampling", example_protocol())) | {"sampling-p_only_majority": [given]}
    read, _ = read_part("sampling", example_protocol(), sent)
    assert read is not None
    assert read.sampling.p_only_majority == 0.12


def test_an_emptied_line_is_removed_and_more_lines_stay_empty() -> None:
    protocol = example_protocol()
    sent = typed(inputs_of("outcomes", protocol, more_lines="outcomes-codes"))
    read, faults = read_part("outcomes", protocol, sent)
    assert (read, faults) == (protocol, {})
    emptied = {name: [""] if name.startswith("outcomes-codes-0-") else value for name, value in sent.items()}
    read, _ = read_part("outcomes", protocol, emptied)
    assert read is not None
    assert read.outcomes.codes == protocol.outcomes.codes[1:]


def test_half_a_line_is_told() -> None:
    sent: dict[str, list[str]] = {"outcomes-codes-0-positive": ["yes"], "outcomes-codes-0-code": [""]}
    read, faults = read_part("outcomes", Protocol(), sent)
    assert read is None
    assert set(faults) == {"outcomes-codes-0-code"}


def test_hostile_names_of_inputs_do_no_harm() -> None:
    sent: dict[str, list[str]] = {
        "outcomes-codes-999-code": ["invited"], "outcomes-codes-9999-code": ["invited"], "outcomes": ["x"],
        "outcomes-codes-1-schema": ["2"], "question-schema": ["9"],
    }  # fmt: skip
    read, faults = read_part("outcomes", Protocol(), sent)
    assert faults == {}
    assert read is not None
    assert [one.code for one in read.outcomes.codes] == ["invited"]


def test_the_form_has_every_field_of_the_document() -> None:
    paths = {field.path for field in fields_of()}
    shown: set[str] = set()
    for protocol in EXAMPLES:
        shown |= {one.path for part in PARTS for one in inputs_of(part, protocol)}
    assert shown == paths
    document: dict[str, Any] = msgspec.to_builtins(Protocol())
    assert set(PARTS) == set(document) - {"schema"}
