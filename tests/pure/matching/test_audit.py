"""The audit names each violation, and finds none in what the verifier proves."""

from __future__ import annotations

import msgspec
import pytest

from matching.instance import Instance, Spot
from matching.policy import Policy
from matching.result import Placement
from matching.verify.audit import Violation, audit
from matching.verify.lots import lots_of
from tests.pure.matching.rounds import offer, pair, student

POLICY = Policy(seed="audit")
HOME, WORK = Spot(zone="1211", east=0, north=0), Spot(zone="1231", east=3000, north=4000)
S1 = student("S1", preferences=(("O1",), ("O2",)), home=HOME, transport="bike", max_travel_minutes=40)
S2 = student("S2", preferences=(("O1",),))
ROUND = Instance(students=(S1, S2), offers=(offer("O1", work=WORK), offer("O2"), offer("O3", crebos=("11111",))))
# 5,000 m by bike: 2 + ceil(5000 x 13 x 60 / 150000) = 2 + 26 = 28 minutes.
# Utility: 600 (first of two classes) + 250 x (40 - 28) // 40 = 75 + 150 (no learning wishes).
TRUE = Placement(
    student_number="S1", offer_id="O1", rank=1, utility=825, travel_minutes=28, lot_number=lots_of((S1, S2), "audit")[0]
)
change = msgspec.structs.replace


def found(*placements: Placement, instance: Instance = ROUND) -> list[tuple[str, str]]:
    return [(violation.code, violation.subject) for violation in audit(instance, POLICY, placements)]


def test_a_true_placement_is_clean() -> None:
    assert audit(ROUND, POLICY, (TRUE,)) == ()
    assert audit(ROUND, POLICY, ()) == ()


@pytest.mark.parametrize(
    ("name", "value"), [("rank", 2), ("rank", None), ("utility", 824), ("travel_minutes", None), ("lot_number", 9)]
)
def test_a_false_statement_is_named(name: str, value: int | None) -> None:
    violations = audit(ROUND, POLICY, (change(TRUE, **{name: value}),))
    facts = {"offer_id": "O1", "stated": value, "true": getattr(TRUE, name)}
    assert violations == (Violation(code=f"wrong_{name}", subject="S1", facts=facts),)


def test_unknown_keys_are_named() -> None:
    assert found(change(TRUE, student_number="S9")) == [("unknown_student", "S9")]
    assert found(change(TRUE, offer_id="O9")) == [("unknown_offer", "S1")]


def test_places_are_counted_and_a_student_is_placed_once() -> None:
    assert ("over_capacity", "O1") in found(TRUE, change(TRUE, student_number="S2"))
    assert set(found(TRUE, TRUE)) == {("placed_twice", "S1"), ("over_capacity", "O1")}


def test_a_broken_rule_is_named() -> None:
    [violation, *_] = audit(ROUND, POLICY, (change(TRUE, offer_id="O3"),))
    assert violation == Violation(code="breaks_rule", subject="S1", facts={"offer_id": "O3", "rule": "crebo"})


def test_locks_are_kept_and_may_be_unnamed() -> None:
    named_only = change(S2, only_preferences=True, locked_offer="O2")
    locked = change(ROUND, students=(S1, named_only))
    assert found(TRUE, instance=locked) == [("lock_not_kept", "S2")]
    lot = lots_of((S1, S2), "audit")[1]
    kept = Placement(
        student_number="S2", offer_id="O2", rank=None, utility=125 + 150, travel_minutes=None, lot_number=lot
    )
    assert found(kept, instance=locked) == []
    not_locked = change(ROUND, students=(S1, change(S2, only_preferences=True)))
    assert found(kept, instance=not_locked) == [("breaks_rule", "S2")]


def test_given_pairs_stand_in_the_place_of_rules_and_formula() -> None:
    given = change(ROUND, pairs=(pair("S1", "O3", 7, rank=4, travel_minutes=1),))
    stated = change(TRUE, offer_id="O3", rank=4, utility=7, travel_minutes=1)
    assert found(stated, instance=given) == []
    assert found(TRUE, instance=given) == [("not_in_pairs", "S1")]
