"""The plan: even in every stratum, replayable, and otherwise as random as a plan can be."""

from __future__ import annotations

import hashlib
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache

import pytest
from scipy import stats

from testing_lab.faults import ImpossibleInput
from testing_lab.randomisation.assigning import Assignment, assign
from testing_lab.randomisation.design import Kind, NameList, check_design
from tests.pure.lab.plans import NAMES, design, units

#: An honest plan fails a test of this module once in so many runs of it; seeds are fixed, so that it is once or never.
FALSE_ALARM = 1e-4
SEEDS = 10_000
SIZES = (5, 4, 3)


def of(one: Assignment, identity: str, what: str) -> str:
    return str(next(getattr(app, what) for app in one.applications if app.identity == identity))


def spread_of(levels: Iterable[object], possible: int) -> int:
    """The largest difference in use between two levels; a level that nobody has counts as 0."""
    counts = Counter(levels)
    return max(counts.values()) - (min(counts.values()) if len(counts) == possible else 0)


@cache
def plans() -> tuple[tuple[Assignment, ...], ...]:
    chosen, found = design(), units(*SIZES)
    return tuple(assign(found, design=chosen, seed=f"{seed}") for seed in range(SEEDS))


FACTORS: dict[str, tuple[Callable[[Assignment], object], int]] = {
    "order": (lambda one: one.first, 2),
    "template": (lambda one: of(one, "majority", "template"), 2),
    "sender": (lambda one: of(one, "majority", "sender"), 2),
    "quality": (lambda one: one.quality, 2),
    "names": (lambda one: one.name_list, 2),
}


@pytest.mark.parametrize("factor", FACTORS)
def test_every_plan_is_even_in_each_stratum_and_in_all(factor: str) -> None:
    level, possible = FACTORS[factor]
    for plan in plans():
        assert spread_of(map(level, plan), possible) <= 1
        for stratum in range(len(SIZES)):
            assert spread_of((level(one) for one in plan if one.stratum == f"stratum {stratum}"), possible) <= 1


def uniform(counts: Counter[object], cells: int) -> float:
    assert len(counts) == cells
    return float(stats.chisquare(list(counts.values())).pvalue)


@pytest.mark.parametrize("factor", FACTORS)
def test_every_unit_has_every_level_equally_often(factor: str) -> None:
    level, possible = FACTORS[factor]
    places = range(sum(SIZES))
    for place in places:
        assert uniform(Counter(level(plan[place]) for plan in plans()), possible) > FALSE_ALARM / len(places)


@pytest.mark.parametrize("one", FACTORS)
@pytest.mark.parametrize("other", FACTORS)
def test_no_factor_follows_another(one: str, other: str) -> None:
    if one >= other:
        one, other = other, one
    if one == other:  # a factor does follow itself: the test can fail
        found = Counter((FACTORS[one][0](plan[0]), FACTORS[one][0](plan[0])) for plan in plans())
        assert len(found) == FACTORS[one][1]
        return
    for place in (0, 6, 11):
        found = Counter((FACTORS[one][0](plan[place]), FACTORS[other][0](plan[place])) for plan in plans())
        assert uniform(found, 4) > FALSE_ALARM


def test_order_does_not_follow_the_stratum() -> None:
    """A stratum with an odd number has one more of one kind: of which, a coin decides."""
    for stratum, size in ((0, 5), (2, 3)):
        more = sum(
            2 * sum(one.first == "majority" for one in plan if one.stratum == f"stratum {stratum}") > size
            for plan in plans()
        )
        assert stats.binomtest(more, SEEDS).pvalue > FALSE_ALARM


def test_every_even_division_of_a_stratum_is_equally_likely() -> None:
    """The stratum of 4: six divisions in two and two."""
    found = Counter(tuple(one.first for one in plan if one.stratum == "stratum 1") for plan in plans())
    assert uniform(found, 6) > FALSE_ALARM


def test_the_delay_is_uniform_over_its_window() -> None:
    delays = [plan[0].delay_minutes or 0 for plan in plans()]
    assert min(delays) >= 1440
    assert max(delays) <= 2880
    assert stats.kstest([(one - 1440 + 0.5) / 1441 for one in delays], "uniform").pvalue > FALSE_ALARM
    order = [float(plan[0].first == "majority") for plan in plans()]
    assert stats.pearsonr(delays, order).pvalue > FALSE_ALARM


KINDS: tuple[Kind, ...] = ("paired", "unpaired", "randomised_composition")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_plan_in_any_order_of_rows(kind: Kind) -> None:
    chosen, found = design(kind, ("a", "b", "c")), units(9, 14, 1)
    mixed = list(found)
    random.Random(4).shuffle(mixed)
    assert assign(found, design=chosen, seed="s") == assign(mixed, design=chosen, seed="s")
    assert assign(found, design=chosen, seed="s") != assign(found, design=chosen, seed="t")


def _drawn(*purpose: str) -> int:
    text = json.dumps(["stagekans draw 1", "s", *purpose], ensure_ascii=False, separators=(",", ":"))
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def test_the_order_can_be_found_with_another_program() -> None:
    """Written again from the words of the room, with nothing of its code."""
    found = units(5, 8, 2)
    row = sorted(
        found,
        key=lambda one: (
            _drawn("first", "group", one.stratum),
            _drawn("first", "group", one.stratum, "one_of_each"),
            _drawn("first", "unit", one.unit_id),
        ),
    )
    turns = sorted("AB", key=lambda slot: _drawn("first", "turns", slot))
    first = {one.unit_id: turns[at % 2] for at, one in enumerate(row)}
    plan = assign(found, design=design(), seed="s")
    assert {one.unit_id: "A" if one.first == "majority" else "B" for one in plan} == first


def test_a_pair_differs_in_name_template_and_sender_alone() -> None:
    lists: dict[str, NameList] = {one.name: one for one in NAMES}
    for one in assign(units(30, 11), design=design(templates=("a", "b", "c")), seed="s"):
        first, second = one.applications
        assert {first.identity, second.identity} == {"majority", "minority"}
        assert first.template != second.template
        assert first.sender != second.sender
        assert of(one, "majority", "name") in lists[one.name_list].majority
        assert of(one, "minority", "name") in lists[one.name_list].minority
        assert [app.dispatch_id for app in one.applications] == [f"{one.unit_id}-1", f"{one.unit_id}-2"]
        assert [app.place for app in one.applications] == [1, 2]


@pytest.mark.parametrize("templates", [("a", "b"), ("a", "b", "c"), ("a", "b", "c", "d")])
def test_each_ordered_pair_of_templates_is_used_evenly(templates: tuple[str, ...]) -> None:
    possible = len(templates) * (len(templates) - 1)
    for seed in range(50):
        plan = assign(units(17, 30, 8), design=design(templates=templates), seed=f"{seed}")
        groups: list[Sequence[Assignment]] = [plan, [one for one in plan if one.stratum == "stratum 1"]]
        groups.append([one for one in groups[1] if one.first == "majority"])
        for group in groups:
            assert (
                spread_of(
                    ((of(one, "majority", "template"), of(one, "minority", "template")) for one in group), possible
                )
                <= 1
            )


def test_one_sender_sends_all() -> None:
    plan = assign(units(6), design=design(senders=("s",)), seed="s")
    assert {app.sender for one in plan for app in one.applications} == {"s"}


def test_names_take_turns() -> None:
    plan = assign(units(31, 20), design=design(), seed="s")
    for names in NAMES:
        of_list = [one for one in plan if one.name_list == names.name]
        assert spread_of((of(one, "majority", "name") for one in of_list), len(names.majority)) <= 1
        assert spread_of((of(one, "minority", "name") for one in of_list), len(names.minority)) <= 1


def test_unpaired_units_get_one_application() -> None:
    plan = assign(units(21, 10), design=design("unpaired", ("a", "b", "c")), seed="s")
    assert {(len(one.applications), one.delay_minutes) for one in plan} == {(1, None)}
    assert spread_of((one.composition for one in plan), 2) <= 1
    assert all(one.composition == one.first for one in plan)
    for identity in ("majority", "minority"):
        given = [one.applications[0].template for one in plan if one.first == identity and one.stratum == "stratum 0"]
        assert spread_of(given, 3) <= 1


def test_compositions_have_their_shares_and_two_of_a_kind_two_names() -> None:
    plan = assign(units(40, 12), design=design("randomised_composition"), seed="s")
    assert Counter(one.composition for one in plan) == {"two_majority": 13, "one_of_each": 26, "two_minority": 13}
    for one in plan:
        assert len({app.name for app in one.applications}) == 2
        minority = sum(app.identity == "minority" for app in one.applications)
        assert minority == {"two_majority": 0, "one_of_each": 1, "two_minority": 2}[one.composition]
    never = design("randomised_composition", composition_weights=(1, 0, 1))
    assert "one_of_each" not in {one.composition for one in assign(units(9), design=never, seed="s")}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"templates": ("a",)}, ["design-too-few"]),
        ({"templates": ("a", "b", "a")}, ["design-twice"]),
        ({"senders": ()}, ["design-too-few"]),
        ({"qualities": ("low",)}, ["design-one-quality"]),
        ({"names": ()}, ["design-too-few"]),
        ({"names": (NameList(name="x", majority=(), minority=("p", "q")),)}, ["design-too-few"]),
        ({"names": (NameList(name="x", majority=("p", "q"), minority=("r",)),)}, ["design-one-name"]),
        ({"names": (NameList(name="x", majority=("p", "q"), minority=("q", "r")),)}, ["design-name-on-both-sides"]),
        ({"delay_minutes": (0, 5)}, ["design-delay"]),
        ({"delay_minutes": (6, 5)}, ["design-delay"]),
        ({"kind": "randomised_composition", "composition_weights": (0, 0, 0)}, ["design-weights"]),
        ({"kind": "randomised_composition", "composition_weights": (1, -1, 1)}, ["design-weights"]),
        ({"kind": "unpaired", "templates": ("a",), "delay_minutes": (0, 0)}, []),
    ],
)
def test_a_design_says_what_is_wrong(changes: dict[str, object], codes: list[str]) -> None:
    chosen = design(**changes)
    found = check_design(chosen)
    assert [one.code for one in found] == codes
    if any(one.level == "error" for one in found):
        with pytest.raises(ImpossibleInput, match="check it first"):
            assign(units(2), design=chosen, seed="s")
    else:
        assert len(assign(units(2), design=chosen, seed="s")) == 2


def test_a_unit_comes_once_and_a_seed_is_needed() -> None:
    with pytest.raises(ImpossibleInput, match="twice"):
        assign([*units(1), *units(1)], design=design(), seed="s")
    with pytest.raises(ImpossibleInput, match="empty"):
        assign(units(1), design=design(), seed="")
    assert assign([], design=design(), seed="s") == ()
