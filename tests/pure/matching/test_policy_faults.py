"""Faults of a policy: every one, at its key, and none where the decoder would take it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.faults import PolicyUnreadable
from matching.policy import GroupGap, Policy, Rematch, UtilityWeights, WorstOff, check_policy, read_policy
from matching.policy_faults import PolicyFaulty
from matching.policy_toml import write_policy

GOALS = ("placed", "group_gap", "worst_off", "satisfaction")


def told(raw: object) -> list[tuple[str, str]]:
    return [(fault.key, fault.code) for fault in check_policy(raw)]


@pytest.mark.parametrize(
    ("raw", "faults"),
    [
        ([], [("", "not_table")]),
        ({"goals": []}, [("goals", "goals_none")]),
        ({"goals": ["placed", "placed"]}, [("goals", "goal_twice")]),
        ({"goals": ["place", "placed", "worst"]}, [("goals", "goal_unknown"), ("goals", "goal_unknown")]),
        ({"goals": "placed"}, [("goals", "not_list")]),
        ({"goals": [1]}, [("goals", "not_list")]),
        ({"goal": ["placed"]}, [("goal", "unknown_key")]),
        ({"seed": 3}, [("seed", "not_text")]),
        ({"utility": {"preference": 500}}, [("utility", "weights_sum")]),
        (
            {"utility": {"preference": -1, "travel": 1.5}},
            [("utility.travel", "not_whole"), ("utility.preference", "below")],
        ),
        ({"utility": {"preference": -1, "travel": -2}}, [("utility.preference", "below"), ("utility.travel", "below")]),
        ({"utility": 4}, [("utility", "not_table")]),
        ({"worst_off": {"classes": "ranks"}}, [("worst_off.classes", "not_a_choice")]),
        ({"goals": ["group_gap"]}, [("group_gap.groupings", "groupings_none")]),
        ({"group_gap": {"price": 3}}, [("group_gap.price", "price_place")]),
        (
            {"group_gap": {"groupings": ["gap", "a", "a"], "tolerance": 2, "price": -1, "min_group_size": 0}},
            [
                ("group_gap.groupings", "grouping_twice"),
                ("group_gap.groupings", "grouping_name"),
                ("group_gap.tolerance", "out_of_range"),
                ("group_gap.price", "out_of_range"),
                ("group_gap.min_group_size", "out_of_range"),
            ],
        ),
        ({"group_gap": {"tolerance": "2"}}, [("group_gap.tolerance", "not_number")]),
        ({"rematch": {}}, [("rematch.max_changes", "missing")]),
        ({"rematch": {"max_changes": -1}}, [("rematch.max_changes", "below")]),
        ({"budget_seconds": float("nan")}, [("budget_seconds", "out_of_range")]),
        (
            {"goals": ["x"], "seeds": 1, "utility": {"travel": 1}, "budget_seconds": -1},
            [
                ("goals", "goal_unknown"),
                ("seeds", "unknown_key"),
                ("utility", "weights_sum"),
                ("budget_seconds", "out_of_range"),
            ],
        ),
    ],
)
def test_every_fault_at_its_key(raw: object, faults: list[tuple[str, str]]) -> None:
    assert told(raw) == faults


def test_a_file_tells_all_its_faults() -> None:
    with pytest.raises(PolicyUnreadable) as raised:
        read_policy(b'seed = 1\ngoals = ["placed", "group_gap"]\n[utility]\ntravel = "x"\n')
    codes = {fault.code for fault in raised.value.faults}
    assert {"not_text", "not_whole"} <= codes
    assert raised.value.facts == {"count": len(raised.value.faults)}
    with pytest.raises(PolicyUnreadable) as raised:
        read_policy(b"seed = 'a'\ngoals = x\n")
    assert [(fault.code, fault.facts) for fault in raised.value.faults] == [("not_toml", {"line": 2})]


def test_a_policy_made_in_the_program_is_refused_with_the_same_codes() -> None:
    with pytest.raises(PolicyFaulty, match="policy:weights_sum utility") as raised:
        UtilityWeights(travel=0)
    assert raised.value.faults[0].facts == {"sum": 750, "missing": 250}
    with pytest.raises(msgspec.ValidationError, match="policy:goal_twice goals"):
        msgspec.json.decode(b'{"goals": ["placed", "placed"]}', type=Policy)


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 1100), st.floats(), st.text("ag ", max_size=3), st.just({}),
    st.lists(st.sampled_from([*GOALS, "gap", "level", "", 1]), max_size=4),
)  # fmt: skip
TABLES = {
    "utility": ("preference", "travel", "learning_wishes", "x"),
    "worst_off": ("classes",),
    "group_gap": ("groupings", "tolerance", "price", "min_group_size"),
    "rematch": ("max_changes", "published"),
}
RAW = st.fixed_dictionaries(
    {},
    optional={
        "goals": st.one_of(st.lists(st.sampled_from(GOALS), max_size=4), VALUES),
        "seed": VALUES,
        "budget_seconds": VALUES,
        "y": VALUES,
        **{
            table: st.one_of(st.dictionaries(st.sampled_from(keys), VALUES, max_size=3), VALUES)
            for table, keys in TABLES.items()
        },
    },
)


@given(RAW)
def test_the_check_and_the_decoder_agree(raw: dict[str, Any]) -> None:
    try:
        msgspec.convert(raw, Policy)
        fits = True
    except msgspec.ValidationError:
        fits = False
    assert (check_policy(raw) == ()) == fits


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
POLICIES = st.builds(
    Policy,
    goals=st.permutations(GOALS).map(tuple),
    seed=TEXTS,
    utility=st.builds(lambda travel: UtilityWeights(preference=850 - travel, travel=travel), st.integers(0, 850)),
    worst_off=st.builds(WorstOff, classes=st.sampled_from(["rank", "utility"])),
    group_gap=st.builds(
        GroupGap,
        groupings=st.lists(TEXTS.filter(lambda name: name not in ("", "gap")), min_size=1, unique=True).map(tuple),
        tolerance=st.floats(0, 1),
        min_group_size=st.integers(1, 10**9),
    ),
    rematch=st.none() | st.builds(Rematch, max_changes=st.integers(0, 10**12), published=TEXTS),
    budget_seconds=st.none() | st.floats(0, 86_400),
)


@given(POLICIES, st.lists(TEXTS, max_size=2))
def test_a_policy_comes_back_from_its_file(policy: Policy, comments: list[str]) -> None:
    assert msgspec.convert(msgspec.toml.decode(write_policy(policy, comments)), Policy) == policy


def test_the_file_of_a_policy_is_read_back() -> None:
    policy = Policy(seed='a "quoted" seed', worst_off=WorstOff(classes="utility"), budget_seconds=90.0)
    assert read_policy(write_policy(policy, ["ons beleid\n2027"]).encode()) == policy
    assert write_policy(Policy()).splitlines()[0] == 'goals = ["placed", "satisfaction"]'
