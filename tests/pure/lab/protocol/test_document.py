"""A protocol is one document: it survives its own JSON, knows no other field, and lists its fields in order."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from testing_lab.protocol.canonical import canonical_json, sha256_of
from testing_lab.protocol.changes import changes_between
from testing_lab.protocol.document import Design, Protocol, Trait
from testing_lab.protocol.fields import Field, fields_of
from tests.pure.lab.protocol.examples import (
    changed,
    example_calls,
    example_composition,
    example_protocol,
    example_unpaired,
)

_MAKERS = (example_protocol, example_calls, example_composition, example_unpaired, Protocol)


@pytest.mark.parametrize("make", _MAKERS)
def test_a_protocol_survives_its_own_json(make: Any) -> None:
    protocol = make()
    assert msgspec.json.decode(canonical_json(protocol), type=Protocol) == protocol
    assert msgspec.json.decode(msgspec.json.encode(protocol), type=Protocol) == protocol


def test_an_unknown_field_is_refused_in_every_part() -> None:
    plain = msgspec.to_builtins(example_protocol())
    tables = [plain, *(part for part in plain.values() if isinstance(part, dict)), plain["question"]["traits"][0],
              plain["design"]["rerandomisation"][0], plain["outcomes"]["codes"][0], plain["analysis"]["stopping"],
              plain["analysis"]["secondary"][0]]  # fmt: skip
    assert len(tables) == 13
    for table in tables:
        table["surprise"] = 1
        with pytest.raises(msgspec.ValidationError, match="surprise"):
            msgspec.convert(plain, Protocol)
        del table["surprise"]
    assert msgspec.convert(plain, Protocol) == example_protocol()


def test_another_schema_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="schema"):
        changed(example_protocol(), {"schema": 2})


def _shuffled(value: Any, draw: Any) -> Any:
    if isinstance(value, dict):
        return {name: _shuffled(value[name], draw) for name in draw(st.permutations(list(value)))}
    return [_shuffled(one, draw) for one in value] if isinstance(value, list | tuple) else value


@given(st.data())
def test_the_order_of_keys_does_not_change_the_hash(data: st.DataObject) -> None:
    plain = _shuffled(msgspec.to_builtins(example_protocol()), data.draw)
    again = msgspec.json.decode(json.dumps(plain, indent=data.draw(st.integers(0, 3))), type=Protocol)
    assert sha256_of(again) == sha256_of(example_protocol())


def test_whole_numbers_and_shares_are_one_document_however_they_were_typed() -> None:
    typed = Protocol(design=Design(share_mixed=1))
    assert canonical_json(typed) == canonical_json(Protocol(design=Design(share_mixed=1.0)))
    assert changes_between(typed, Protocol(design=Design(share_mixed=1.0))) == ()


def test_the_bytes_are_plain_json_that_any_program_can_hash() -> None:
    protocol = example_protocol()
    plain = json.loads(canonical_json(protocol))
    assert json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() == canonical_json(
        protocol
    )
    assert sha256_of(protocol) == hashlib.sha256(canonical_json(protocol)).hexdigest()
    # A document of today must have this hash for ever: another one means that registered studies no longer verify.
    assert sha256_of(Protocol()) == "76326997b7060e5d24b8d508a7c468bf7906835af4e606671c647db6ca242e23"


def _other(field: Field, value: Any) -> Any:
    """Another value of the same kind."""
    if field.kind == "choice":
        return next(one for one in field.choices if one != value)
    if field.kind == "date":
        return "2031-01-31"
    if field.kind == "yes_no":
        return not value
    if field.kind in ("whole_number", "number"):
        return (value or 0) + 1
    if field.kind == "text":
        return f"{value}!"
    if field.kind == "many_choices":
        return [*value, next(one for one in field.choices if one not in value)]
    if field.kind == "many_numbers":
        return [*value, 0.5]
    return [*value, "another"] if field.kind == "many_texts" else [*value, {}]


def _at(protocol: Protocol, path: str) -> Any:
    found: Any = msgspec.to_builtins(protocol)
    for part in path.split("."):
        found = found[int(part)] if part.isdigit() else found[part]
    return found


@pytest.mark.parametrize("make", _MAKERS)
def test_every_change_of_a_field_is_seen_and_alters_the_hash(make: Any) -> None:
    protocol = make()
    hashes = {sha256_of(protocol)}
    places = [(one, one.path) for one in fields_of()]
    places += [
        (cell, f"{table.path}.0.{cell.name}") for table in fields_of() if table.row and _at(protocol, table.path)
        for cell in table.row
    ]  # fmt: skip
    for field, path in places:
        before = _at(protocol, path)
        after = _other(field, before)
        again = changed(protocol, {path: after})
        found = changes_between(protocol, again)
        assert [one.path for one in found] == [path.replace(".0.", "[0].")]
        assert found[0].before == (list(before) if isinstance(before, tuple) else before)
        assert changes_between(again, protocol)[0].after == found[0].before
        hashes.add(sha256_of(again))
    assert len(hashes) == len(places) + 1 > 70


def test_a_row_that_is_added_is_one_change_and_a_cell_is_its_own() -> None:
    protocol = example_protocol()
    more = changed(protocol, {"question.traits": [*msgspec.to_builtins(protocol.question.traits), {"ground": "sex"}]})
    (change,) = changes_between(protocol, more)
    assert (change.path, len(change.before), len(change.after)) == ("question.traits", 1, 2)
    assert changes_between(protocol, protocol) == ()


def test_the_fields_are_those_of_the_document() -> None:
    plain = msgspec.to_builtins(Protocol())
    flat = {f"{part}.{name}" for part, table in plain.items() if part != "schema" for name in table}
    flat |= {f"analysis.stopping.{name}" for name in plain["analysis"]["stopping"]}
    assert {one.path for one in fields_of()} == flat - {"analysis.stopping"}
    traits = next(one for one in fields_of() if one.path == "question.traits")
    assert [one.name for one in traits.row] == list(msgspec.to_builtins(Trait()))
    assert [(one.path, one.kind, one.optional) for one in traits.row][:1] == [
        ("question.traits[].ground", "choice", False)
    ]


def test_the_grounds_of_a_study_are_named_once() -> None:
    two = [{"ground": "sex"}, {"ground": "race"}, {"ground": "sex"}]
    assert changed(Protocol(), {"question.traits": two}).question.grounds == ("sex", "race")
