"""Recognition and status from ratings: against other programs, and every fault of a row planted once."""

from __future__ import annotations

import random

import pytest
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from testing_lab.faults import ImpossibleInput
from testing_lab.profiles.curated_names import NAMES
from testing_lab.profiles.names import NameList, name_findings
from testing_lab.profiles.pretest import Pretest, measured_list, pretest_of, usable
from testing_lab.profiles.rating_rows import RatingRow, region_of
from tests.pure.lab.profiles.telling import told


def _rows(name: str, answers: list[str], *, sex: str = "", statuses: list[str] | None = None) -> list[RatingRow]:
    statuses = statuses or [""] * len(answers)
    return [
        RatingRow(rater=f"r{number}", name=name, group=answer, sex=sex, status=status)
        for number, (answer, status) in enumerate(zip(answers, statuses, strict=True))
    ]


def _pretest(rows: list[RatingRow], **more: int) -> Pretest:
    pretest = pretest_of(rows, names=NAMES, **more)
    told(pretest.findings)
    return pretest


def test_shares_and_wilson_intervals_agree_with_statsmodels() -> None:
    answers = ["turkish"] * 26 + ["moroccan"] * 9 + ["other_north_africa_middle_east"] * 3 + ["dont_know"] * 2
    (found,) = _pretest(_rows("Yasemin Öztürk", answers, sex="female")).names
    for interval, right in ((found.country, 26), (found.region, 38), (found.sex_heard, 40)):
        lower, upper = proportion_confint(right, 40, method="wilson")
        assert interval.estimate == right / 40
        assert (interval.lower, interval.upper) == pytest.approx((lower, upper), abs=1e-12)
    assert (found.confused_with, found.confused) == ("moroccan", 9 / 40)


def test_status_agrees_with_scipy() -> None:
    drawn = random.Random(3)
    values = [drawn.randint(1, 7) for _ in range(33)]
    rows = _rows("Tim van Dijk", ["dutch"] * 33, statuses=[str(value) for value in values])
    (found,) = _pretest(rows).names
    expected = stats.ttest_1samp(values, 0).confidence_interval(0.95)
    assert found.status.estimate == pytest.approx(sum(values) / 33)
    assert (found.status.lower, found.status.upper) == pytest.approx((expected.low, expected.high), abs=1e-10)


def test_what_was_not_asked_does_not_exist() -> None:
    (found,) = _pretest(_rows("Tim van Dijk", ["dutch"] * 2)).names
    assert (found.status.estimate, found.status.undefined["estimate"]) == (None, "no_rating")
    assert (found.sex_heard.estimate, found.sex_heard.undefined["lower"]) == (None, "no_rating")
    assert found.status_sd is None
    (one,) = _pretest(_rows("Tim van Dijk", ["dutch"], statuses=["4,5"])).names
    assert (one.status.estimate, one.status.lower) == (4.5, None)
    assert one.status.undefined == {"lower": "fewer_than_two_ratings", "upper": "fewer_than_two_ratings"}


def test_who_does_not_know_is_not_right() -> None:
    (found,) = _pretest(_rows("Tim van Dijk", ["dutch", "dont_know", "other_western_europe", "other_asia"])).names
    assert (found.country.estimate, found.region.estimate) == (0.25, 0.5)
    # Equal confusions: the first in the order of answers.
    assert (found.confused_with, found.confused) == ("other_western_europe", 0.25)
    (sure,) = _pretest(_rows("Tim van Dijk", ["dutch"] * 3)).names
    assert (sure.confused_with, sure.confused) == (None, 0)


def test_regions() -> None:
    assert region_of("turkish") == region_of("moroccan") == region_of("other_north_africa_middle_east")
    assert region_of("polish") == region_of("other_eastern_europe") != region_of("dutch")
    assert region_of("other_asia") is region_of("dont_know") is None


@pytest.mark.parametrize(
    ("planted", "column", "code"),
    [
        (RatingRow(rater=" ", name="Tim van Dijk", group="dutch"), "rater", "pretest-no-rater"),
        (RatingRow(rater="a", name="Tim van Dyk", group="dutch"), "name", "pretest-name-unknown"),
        (RatingRow(rater="a", name="Tim van Dijk", group="Frisian"), "group", "pretest-group-unknown"),
        (RatingRow(rater="a", name="Tim van Dijk", group=""), "group", "pretest-group-unknown"),
        (RatingRow(rater="a", name="Tim van Dijk", group="dutch", sex="x"), "sex", "pretest-sex-unknown"),
        (RatingRow(rater="a", name="Tim van Dijk", group="dutch", status="high"), "status", "pretest-status-no-number"),
        (RatingRow(rater="a", name="Tim van Dijk", group="dutch", status="nan"), "status", "pretest-status-no-number"),
        (RatingRow(rater="a", name="Tim van Dijk", group="dutch", status="0.9"), "status", "pretest-status-range"),
        (RatingRow(rater="a", name="Tim van Dijk", group="dutch", status="8"), "status", "pretest-status-range"),
        (RatingRow(rater="r7", name="TIM  VAN DIJK", group="polish"), "name", "pretest-rating-twice"),
    ],
)
def test_every_fault_of_a_row_is_found_with_its_place(planted: RatingRow, column: str, code: str) -> None:
    good = _rows("Tim van Dijk", ["dutch"] * 30)
    found = _pretest([*good, planted])
    assert [(one.path, one.code) for one in found.findings] == [(f"row 32, column {column}", code)]
    assert (found.names[0].raters, found.names[0].country.estimate) == (30, 1.0)


def test_one_row_can_have_several_faults() -> None:
    found = _pretest([RatingRow(rater="", name="?", group="?", sex="?", status="9")], first_row=12)
    assert [one.path for one in found.findings] == [
        f"row 12, column {column}" for column in ("rater", "name", "group", "sex", "status")
    ]
    assert found.names == ()


def test_few_raters_are_a_warning() -> None:
    found = _pretest(_rows("Tim van Dijk", ["dutch"] * 29))
    assert [(one.code, one.level, one.facts["raters"]) for one in found.findings] == [
        ("pretest-few-raters", "warning", 29)
    ]
    assert _pretest(_rows("Tim van Dijk", ["dutch"] * 30)).findings == ()


def test_thresholds_of_country_and_region() -> None:
    rows = [
        *_rows("Yasemin Öztürk", ["turkish"] * 35 + ["polish"] * 15),
        *_rows("Fatima Benali", ["moroccan"] * 20 + ["turkish"] * 10 + ["dutch"] * 20),
        *_rows("Ahmed Benali", ["moroccan"] * 15 + ["turkish"] * 20 + ["dutch"] * 15),
        *_rows("Sherida Mijnals", ["surinamese"] * 5 + ["dutch"] * 45),
    ]
    found = {one.name: (one.by, one.surely, one.usable) for one in usable(_pretest(rows).names)}
    assert found == {
        "Yasemin Öztürk": ("country", True, True),
        "Fatima Benali": ("country", False, True),
        "Ahmed Benali": ("region", False, True),
        "Sherida Mijnals": (None, False, False),
    }
    with pytest.raises(ImpossibleInput):
        usable((), country=1.5)


def test_figures_go_into_a_new_version_of_the_list() -> None:
    pretest = _pretest(_rows("Lars Hoekstra", ["dutch"] * 30 + ["polish"] * 10, statuses=["4", "5"] * 20))
    new = measured_list(NAMES, pretest, version="2026-2", source="own pre-test")
    changed = [(old, now) for old, now in zip(NAMES.entries, new.entries, strict=True) if old != now]
    assert [now.full for _, now in changed] == ["Lars Hoekstra"]
    recognition, status = changed[0][1].recognition, changed[0][1].status
    assert recognition is not None
    assert (recognition.country, recognition.raters, recognition.source) == (0.75, 40, "own pre-test")
    assert status is not None
    assert status.mean == 4.5
    assert status.standard_error == pytest.approx(stats.sem([4, 5] * 20))
    assert isinstance(new, NameList)
    assert name_findings(new) == ()


def test_the_order_of_rows_does_not_matter() -> None:
    rows = [*_rows("Tim van Dijk", ["dutch", "polish"] * 20), *_rows("Elif Korkmaz", ["turkish", "dutch"] * 20)]
    shuffled = random.Random(1).sample(rows, len(rows))
    assert _pretest(rows).names == _pretest(shuffled).names
