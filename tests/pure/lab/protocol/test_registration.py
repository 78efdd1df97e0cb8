"""Nothing of a registered protocol changes in silence: chains hold, and every chain that was tampered with does not."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testing_lab.protocol.canonical import canonical_json, sha256_of
from testing_lab.protocol.fields import fields_of
from testing_lab.protocol.registration import (
    Amendment,
    Refused,
    Registration,
    amend,
    closed_after_unblinding,
    current_protocol,
    register,
    verify,
)
from tests.pure.lab.protocol.broken import later, with_more_pairs
from tests.pure.lab.protocol.examples import NOON, changed, example_calls, example_protocol, registered, ticks_for


def _codes(found: object) -> list[str]:
    assert isinstance(found, Refused), found
    return [one.code for one in found.findings]


def _chain() -> tuple[Registration, tuple[Amendment, ...]]:
    first = registered(example_protocol())
    one = with_more_pairs(first)
    two = with_more_pairs(first, one, pairs=420)
    seen = amend(
        first, (one, two), changed(two.protocol, {"ethics.debrief": "By letter."}),
        at=later(5), by="K. Smit", reason="Asked by the committee", unblinded=True,
    )  # fmt: skip
    assert isinstance(seen, Amendment)
    return first, (one, two, seen)


def test_registering_freezes_and_hashes() -> None:
    protocol = example_protocol()
    found = registered(protocol)
    assert (found.protocol, found.at, found.by) == (protocol, NOON, "M. de Boer")
    assert found.protocol_hash == sha256_of(protocol)
    assert len({found.hash, found.protocol_hash}) == 2
    assert verify(found, ()) == ()
    assert registered(protocol) == found
    assert current_protocol(found, ()) == protocol


def test_warnings_do_not_stand_in_the_way_and_errors_do() -> None:
    small = changed(example_protocol(), {"sampling.pairs": 100})
    assert _codes(register(small, ticks_for(small), at=NOON, by="M. de Boer")) == ["power_too_low"]
    assert isinstance(registered(changed(example_protocol(), {"ethics.cool_down_days": 30})), Registration)


def test_an_open_gate_stands_in_the_way() -> None:
    protocol = example_protocol()
    assert _codes(register(protocol, ticks_for(protocol)[:-1], at=NOON, by="x")) == ["gate_open"]
    assert _codes(register(protocol, ticks_for(example_calls()), at=NOON, by="x")) == [
        "gate_not_of_kind", "gate_open", "gate_open",
    ]  # fmt: skip


def test_the_time_has_a_zone_and_is_kept_in_utc() -> None:
    protocol, ticks = example_protocol(), ticks_for(example_protocol())
    assert _codes(register(protocol, ticks, at=NOON.replace(tzinfo=None), by="")) == [
        "time_without_zone",
        "name_missing",
    ]
    amsterdam = NOON.astimezone(timezone(timedelta(hours=2)))
    assert register(protocol, ticks, at=amsterdam, by="M. de Boer") == registered(protocol)
    assert registered(protocol).at.tzinfo == UTC


def test_an_amendment_tells_what_changed() -> None:
    first = registered(example_protocol())
    found = with_more_pairs(first)
    assert [(one.path, one.before, one.after) for one in found.changes] == [("sampling.pairs", 300, 400)]
    assert (found.number, found.previous_hash, found.unblinded) == (1, first.hash, False)
    assert found.protocol_hash == sha256_of(found.protocol)
    assert verify(first, (found,)) == ()
    assert current_protocol(first, (found,)).sampling.pairs == 400


def test_an_amendment_without_a_reason_a_change_or_a_sound_protocol_is_refused() -> None:
    first = registered(example_protocol())
    more = changed(first.protocol, {"sampling.pairs": 400})

    def tried(protocol: Any, reason: str = "why", days: float = 1) -> object:
        return amend(first, (), protocol, at=later(days), by="x", reason=reason, unblinded=False)

    assert _codes(tried(more, reason=" ")) == ["amendment_without_reason"]
    assert _codes(tried(first.protocol)) == ["amendment_without_change"]
    assert _codes(tried(changed(more, {"ethics.withdrawal_hours": 48}))) == ["withdrawal_late"]
    assert _codes(tried(more, days=-1)) == ["time_before_last"]
    assert isinstance(tried(more), Amendment)


def test_after_unblinding_what_decides_is_closed_and_conduct_is_open() -> None:
    first = registered(example_protocol())
    other = {
        "analysis.primary_test": "mcnemar_exact",
        "outcomes.codes": msgspec.to_builtins(first.protocol.outcomes.codes[:-1]),
        "outcomes.no_answer_days": 30,
        "question.hypotheses": ["The minority is invited more often.", "Most of all in care."],
        "sampling.pairs": 400,
    }
    for path, value in other.items():
        amended = changed(first.protocol, {path: value})
        arguments: dict[str, Any] = {"at": later(1), "by": "x", "reason": "why"}
        refused = amend(first, (), amended, unblinded=True, **arguments)
        assert isinstance(refused, Refused)
        assert [(one.code, one.path) for one in refused.findings] == [("closed_after_unblinding", path)]
        before = amend(first, (), amended, unblinded=False, **arguments)
        assert isinstance(before, Amendment)
    open_path = changed(first.protocol, {"ethics.retention_replies_days": 90, "fieldwork.end": "2027-03-26"})
    assert isinstance(amend(first, (), open_path, at=later(1), by="x", reason="why", unblinded=True), Amendment)


def test_what_was_unblinded_once_stays_so() -> None:
    first, chain = _chain()
    again = changed(chain[-1].protocol, {"sampling.pairs": 500})
    found = amend(first, chain, again, at=later(9), by="x", reason="why", unblinded=False)
    assert _codes(found) == ["closed_after_unblinding"]
    conduct = changed(chain[-1].protocol, {"ethics.cool_down_days": 200})
    found = amend(first, chain, conduct, at=later(9), by="x", reason="why", unblinded=False)
    assert isinstance(found, Amendment)
    assert found.unblinded
    assert verify(first, (*chain, found)) == ()


def test_the_closed_fields_are_fields() -> None:
    closed = {one.path for one in fields_of() if closed_after_unblinding(one.path)}
    parts = {path.split(".")[0] for path in closed}
    assert parts == {"question", "design", "outcomes", "analysis", "sampling"}
    assert {"question.traits", "analysis.stopping.looks"} <= closed
    assert {"question.title", "question.region"} & closed == set()


def test_a_stored_time_without_a_zone_is_refused() -> None:
    plain = msgspec.to_builtins(_CHAIN[0])
    with pytest.raises(msgspec.ValidationError, match="timezone"):
        msgspec.convert(plain | {"at": "2026-09-01T12:00:00"}, Registration)


def test_a_chain_survives_its_own_json() -> None:
    first, chain = _chain()
    again = msgspec.json.decode(msgspec.json.encode(first), type=Registration)
    amendments = msgspec.json.decode(msgspec.json.encode(chain), type=tuple[Amendment, ...])
    assert (again, amendments) == (first, chain)
    assert verify(again, amendments) == ()
    assert canonical_json(again) == canonical_json(first)


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [leaf for name, one in value.items() for leaf in _leaves(one, (*path, name))]
    if isinstance(value, list | tuple) and value:
        return [leaf for place, one in enumerate(value) for leaf in _leaves(one, (*path, place))]
    return [path]


def _changed_leaf(value: Any, draw: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + draw(st.integers(1, 9))
    if isinstance(value, str):
        return draw(st.text(min_size=1, max_size=8))
    return draw(st.text(min_size=1, max_size=3)) if value is None else None


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_no_mutation_of_a_chain_goes_unseen(data: st.DataObject) -> None:
    first, chain = _CHAIN
    plain = msgspec.json.decode(msgspec.json.encode([first, *chain]))
    path = data.draw(st.sampled_from(_leaves(plain)))
    table = plain
    for part in path[:-1]:
        table = table[part]
    before = table[path[-1]]
    table[path[-1]] = _changed_leaf(before, data.draw)
    if table[path[-1]] == before:
        return
    try:
        again = msgspec.convert(plain[0], Registration, strict=True)
        amendments = msgspec.convert(plain[1:], tuple[Amendment, ...], strict=True)
    except msgspec.ValidationError:
        return  # the decoder refuses it: seen as well
    if (again, amendments) == (first, chain):
        return  # another way to write the same value
    assert verify(again, amendments) != ()


_CHAIN = _chain()


def test_links_cannot_be_left_out_swapped_or_put_in() -> None:
    first, (one, two, seen) = _CHAIN
    other = registered(changed(example_protocol(), {"question.title": "Another study"}))
    for chain in ((two, seen), (one, seen), (two, one, seen), (one, one, two, seen), (one, two, seen, seen)):
        assert "chain_link_broken" in [found.code for found in verify(first, chain)]
    assert "chain_link_broken" in [found.code for found in verify(other, (one, two, seen))]
    assert verify(first, (one, two)) == ()  # a chain that is cut off at the end holds: its last hash must be published


def _rehashed(link: Amendment) -> Amendment:
    plain = msgspec.structs.replace(link, protocol_hash=sha256_of(link.protocol), hash="")
    return msgspec.structs.replace(plain, hash=sha256_of(plain))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"changes": ()}, "chain_changes_wrong"),
        ({"reason": " "}, "amendment_without_reason"),
        ({"number": 7}, "chain_number_wrong"),
        ({"at": NOON - timedelta(days=1)}, "time_before_last"),
        ({"unblinded": True}, "closed_after_unblinding"),
        ({"protocol": example_protocol()}, "chain_changes_wrong"),
    ],
)
def test_a_forger_who_computes_the_hash_again_is_still_seen(fields: dict[str, Any], code: str) -> None:
    first, (one, *_) = _CHAIN
    forged = _rehashed(msgspec.structs.replace(one, **fields))
    codes = [found.code for found in verify(first, (forged,))]
    assert code in codes
    assert "chain_hash_wrong" not in codes


def test_nothing_is_amended_on_a_chain_that_does_not_hold() -> None:
    first, (one, two, _) = _CHAIN
    more = changed(two.protocol, {"sampling.pairs": 600})
    found = amend(first, (two,), more, at=later(9), by="x", reason="why", unblinded=False)
    assert "chain_link_broken" in _codes(found)
    assert isinstance(amend(first, (one, two), more, at=later(9), by="x", reason="why", unblinded=False), Amendment)
