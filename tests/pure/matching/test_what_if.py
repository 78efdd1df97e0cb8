"""What-if: each change by hand, faults that name the row, and what more room can never do."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.changes import RELAXABLE, Changes, MorePlaces, MoreTravel, NewOffer, PolicyChange, RelaxedRule
from matching.faults import ChangesUnusable
from matching.instance import Instance, Pair, Spot
from matching.policy import Policy
from matching.run import run
from matching.what_if import what_if
from tests.pure.matching.rounds import offer, rounds, student

ROUND = Instance(
    students=(
        student("S1", max_travel_minutes=30, level=3, only_preferences=True, preferences=(("O1",),)),
        student("S2", crebo="25743", max_travel_minutes=20, support_needs=("rest",)),
        student("S3", locked_offer="O2"),
    ),
    offers=(offer("O1", places=2), offer("O2", recognition_checked_on=None), offer("O3")),
)
PAIRS = msgspec.structs.replace(
    ROUND,
    pairs=(
        Pair(student_number="S1", offer_id="O1", utility=5),
        Pair(student_number="S3", offer_id="O2", utility=1),
    ),
)


def applied(changes: Changes, instance: Instance = ROUND, policy: Policy | None = None) -> tuple[Instance, Policy]:
    return what_if(instance, policy or Policy(), changes, "parent", spot=lambda zone, place: Spot(zone=zone or place))


def faults(changes: Changes, instance: Instance = ROUND) -> list[tuple[str, str, str]]:
    with pytest.raises(ChangesUnusable) as caught:
        applied(changes, instance)
    return [(fault.row_key, fault.column, fault.code) for fault in caught.value.rows]


def test_more_places_and_a_new_offer() -> None:
    changed, _ = applied(
        Changes(
            more_places=(MorePlaces(offer_id="O1", places=3), MorePlaces(offer_id="O1", places=1)),
            new_offers=(NewOffer(offer_id="N1", places=4, crebos=("25743",), postcode4="1211", days=("mo",)),),
        )
    )
    assert [(one.offer_id, one.places) for one in changed.offers] == [("O1", 6), ("O2", 1), ("O3", 1), ("N1", 4)]
    assert (changed.offers[-1].work, changed.offers[-1].days) == (Spot(zone="1211"), ("mo",))
    assert changed.students == ROUND.students


def test_closed_offers_and_only_recognised() -> None:
    changed, _ = applied(Changes(closed_offers=("O1",)))
    assert [one.status for one in changed.offers] == ["closed", "open", "open"]
    changed, _ = applied(Changes(only_recognised=True))
    # O2 was not checked either, but somebody has his place there.
    assert [one.status for one in changed.offers] == ["closed", "open", "closed"]
    changed, _ = applied(Changes(closed_offers=("O1",)), PAIRS)
    assert [pair.offer_id for pair in changed.pairs or ()] == ["O2"]


def test_more_travel_for_all_or_for_a_programme() -> None:
    changed, _ = applied(Changes(more_travel=(MoreTravel(minutes=10), MoreTravel(minutes=5, crebo="25743"))))
    assert [one.max_travel_minutes for one in changed.students] == [40, 35, None]


def test_a_rule_left_out_keeps_the_student_in_his_group() -> None:
    relaxed = tuple(RelaxedRule(rule=rule) for rule in RELAXABLE)
    first, second, _ = applied(Changes(relaxed_rules=relaxed))[0].students
    assert (first.level, first.only_preferences, second.support_needs) == (None, False, ())
    assert ("level", "3") in first.groups
    assert ("support", "yes") in second.groups
    first, second, _ = applied(Changes(relaxed_rules=(RelaxedRule(rule="support", crebo="25998"),)))[0].students
    assert second.support_needs == ("rest",)


def test_the_lottery_stays_that_of_the_parent() -> None:
    changes = Changes(more_places=(MorePlaces(offer_id="O1", places=1),))
    assert applied(changes)[1].seed == "parent"
    assert applied(changes, policy=Policy(seed="mine"))[1].seed == "mine"
    other = Changes(policy=PolicyChange(seed="new", goals=("placed", "worst_off")))
    assert applied(other)[1] == Policy(seed="new", goals=("placed", "worst_off"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (Changes(), ("changes", "", "no_changes")),
        (Changes(policy=PolicyChange()), ("changes", "", "no_changes")),
        (Changes(more_places=(MorePlaces(offer_id="X", places=1),)), ("more_places 1", "offer_id", "unknown_offer")),
        (Changes(closed_offers=("O1", "X")), ("closed_offers 2", "offer_id", "unknown_offer")),
        (Changes(closed_offers=("O2",)), ("closed_offers 1", "offer_id", "offer_has_locks")),
        (Changes(new_offers=(NewOffer(offer_id="O1", places=1, crebos=("25998",)),)),
         ("new_offers 1", "offer_id", "offer_there_already")),
        (Changes(more_travel=(MoreTravel(minutes=5, crebo="99999"),)),
         ("more_travel 1", "crebo", "no_students_of_crebo")),
        (Changes(policy=PolicyChange(goals=("placed", "placed"))), ("policy", "", "policy_contradicts")),
        (Changes(policy=PolicyChange(goals=("group_gap",))), ("policy", "", "policy_contradicts")),
    ],
)  # fmt: skip
def test_a_change_that_cannot_be_made_names_its_row(changes: Changes, expected: tuple[str, str, str]) -> None:
    assert faults(changes) == [expected]


def test_all_faults_are_told_at_once_and_a_pairs_file_leaves_no_rule_to_change() -> None:
    both = Changes(closed_offers=("X",), more_places=(MorePlaces(offer_id="Y", places=1),))
    assert len(faults(both)) == 2
    rules = Changes(
        more_travel=(MoreTravel(minutes=5),),
        relaxed_rules=(RelaxedRule(rule="days"),),
        only_recognised=True,
        new_offers=(NewOffer(offer_id="N", places=1, crebos=("25998",)),),
    )
    assert {code for _, _, code in faults(rules, PAIRS)} == {"pairs_given"}
    assert len(faults(rules, PAIRS)) == 4


@pytest.mark.parametrize(
    "json",
    [b'{"place": 1}', b'{"more_places": [{"offer_id": "O1", "places": 0}]}', b'{"policy": {"goal": []}}',
     b'{"relaxed_rules": [{"rule": "forbidden"}]}', b'{"new_offers": [{"offer_id": "N", "places": 1, "crebos": []}]}'],
)  # fmt: skip
def test_words_that_are_not_known_are_refused(json: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(json, type=Changes)


@given(rounds(), st.integers(0, 5), st.integers(1, 3), st.integers(1, 60))
@settings(max_examples=50)
def test_more_room_never_places_fewer(instance: Instance, which: int, places: int, minutes: int) -> None:
    policy = Policy(goals=("placed", "satisfaction"), seed="a")
    before = run(instance, policy, clock=lambda: 0.0).report.placed
    offer_id = instance.offers[which % len(instance.offers)].offer_id
    for changes in (
        Changes(more_places=(MorePlaces(offer_id=offer_id, places=places),)),
        Changes(more_travel=(MoreTravel(minutes=minutes),)),
        Changes(relaxed_rules=tuple(RelaxedRule(rule=rule) for rule in RELAXABLE)),
    ):
        changed, same = applied(changes, instance, policy)
        assert same == policy
        assert run(changed, same, clock=lambda: 0.0).report.placed >= before
    closed, _ = applied(Changes(closed_offers=(offer_id,)), instance, policy)
    assert run(closed, policy, clock=lambda: 0.0).report.placed <= before
