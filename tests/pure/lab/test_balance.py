"""The balance table reports every crossing; a plan is drawn again by stated criteria only."""

from __future__ import annotations

import msgspec
import pytest
from scipy import stats

from testing_lab.randomisation.assigning import Assignment, assign
from testing_lab.randomisation.balance import balance, difference
from testing_lab.randomisation.design import Kind
from testing_lab.randomisation.rerandomising import Criterion, redraw_seed, rerandomise
from tests.pure.lab.plans import design, units


def table_names(kind: Kind) -> list[tuple[str, str]]:
    rows = balance(assign(units(20, 13), design=design(kind), seed="s")).rows
    return list(dict.fromkeys((one.factor, one.against) for one in rows))


def test_every_crossing_is_there() -> None:
    pairs = [
        ("order", "identity"), ("template", "identity"), ("sender", "identity"), ("look", "identity"),
        ("order", "stratum"), ("order", "quality"), ("order", "name_list"), ("order", "region"),
        ("order", "template"), ("order", "sender"), ("order", "look"),
    ]  # fmt: skip
    alike = [("identity", one) for one in ("identity", "stratum", "quality", "name_list", "region")]
    assert table_names("paired") == pairs
    assert table_names("unpaired") == [
        *alike, ("identity", "template"), ("identity", "sender"), ("identity", "look"),
    ]  # fmt: skip
    assert table_names("randomised_composition") == pairs + alike


def test_a_plan_that_was_drawn_is_even() -> None:
    table = balance(assign(units(41, 26), design=design(), seed="s"))
    assert table.units == 67
    for row in table.rows:
        if row.against != "region":
            assert row.p_value is not None
            assert row.p_value > 0.8
    (order,) = table.row("order", "identity")
    assert sorted(order.counts["all"]) == [33, 34]
    for row in table.row("order", "stratum"):
        assert {sum(counts) for counts in row.counts.values()} == {41, 26}


def swapped(one: Assignment) -> Assignment:
    """The majority's application first, with template a."""
    apps = sorted(one.applications, key=lambda app: app.identity)
    return msgspec.structs.replace(
        one,
        applications=tuple(
            msgspec.structs.replace(app, place=place, template="ab"[place - 1])
            for place, app in enumerate(apps, start=1)
        ),
    )


def test_a_plan_that_somebody_changed_is_found() -> None:
    plan = tuple(swapped(one) for one in assign(units(12), design=design(), seed="s"))
    table = balance(plan)
    (order,) = table.row("order", "identity")
    assert order.counts == {"all": (12, 0)}
    assert order.p_value == pytest.approx(2 / 2**12)
    assert [(row.counts, row.p_value) for row in table.row("template", "identity")] == [
        ({"a": (12, 0)}, pytest.approx(2 / 2**12)),
        ({"b": (0, 12)}, pytest.approx(2 / 2**12)),
    ]


def test_the_test_of_a_table_is_fishers() -> None:
    plan = assign(units(9, 8), design=design(), seed="s")
    (row,) = balance(plan).row("order", "region")
    table = [list(counts) for counts in row.counts.values()]
    assert row.p_value == pytest.approx(stats.fisher_exact(table).pvalue)
    assert sum(map(sum, table)) == 17


def test_without_criteria_the_first_plan_is_the_plan() -> None:
    found = rerandomise(units(9), design=design(), seed="s", criteria=())
    assert (found.seed, found.redraws, found.findings) == ("s", 0, ())
    assert found.assignments == assign(units(9), design=design(), seed="s")


def test_a_plan_is_drawn_again_until_the_criterion_holds() -> None:
    criterion = Criterion(factor="order", against="region", least_p=0.999)
    found = rerandomise(units(9, 8), design=design(), seed="s", criteria=[criterion])
    assert found.redraws > 0
    assert found.seed == redraw_seed("s", found.redraws)
    assert found.assignments == assign(units(9, 8), design=design(), seed=found.seed)
    for redraw in range(found.redraws + 1):
        plan = assign(units(9, 8), design=design(), seed=redraw_seed("s", redraw))
        (row,) = balance(plan).row("order", "region")
        assert row.p_value is not None
        assert (row.p_value >= 0.999) == (redraw == found.redraws)


def test_a_criterion_that_is_never_met_is_told() -> None:
    never = rerandomise(
        units(9, 8), design=design(), seed="s", most_draws=3,
        criteria=[Criterion(factor="order", against="region", least_p=1 - 1e-15)] * 2,
    )  # fmt: skip
    assert (never.assignments, never.redraws) == (None, 3)
    assert [(one.code, one.facts) for one in never.findings] == [("criteria-never-met", {"draws": 3, "criteria": 2})]


def test_a_criterion_that_cannot_be_is_told() -> None:
    wrong = [
        Criterion(factor="order", against="weather", least_p=0.1),
        Criterion(factor="order", against="identity", least_p=1.5),
    ]
    found = rerandomise(units(9), design=design(), seed="s", criteria=wrong)
    assert found.assignments is None
    assert [(one.path, one.code) for one in found.findings] == [
        ("randomisation.criteria[0]", "criterion-unknown"),
        ("randomisation.criteria[1]", "criterion-least-p"),
    ]


def test_a_largest_difference_is_a_criterion_too() -> None:
    found = []
    for seed in range(12):
        stated = [Criterion(factor="order", against="region", most_difference=0.1)]
        drawn = rerandomise(units(20, 13), design=design(), seed=str(seed), criteria=stated)
        assert drawn.assignments is not None
        (row,) = balance(drawn.assignments).row("order", "region")
        assert difference(row) <= 0.1
        found.append(drawn.redraws)
    assert max(found) > 0


def test_a_fixed_order_is_kept_and_told() -> None:
    plan = assign(units(9, 8), design=design(order="minority_first"), seed="s")
    assert {one.first for one in plan} == {"minority"}
    (row,) = balance(plan).row("order", "identity")
    assert row.counts == {"all": (0, 17)}
    assert difference(row) == 1
