"""Drawing from a frame: replayable, whatever the order of the rows, and fair."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter

import pytest
from scipy import stats

from testing_lab.faults import ImpossibleInput
from testing_lab.frame.entries import FrameEntry
from testing_lab.frame.sampling import Sample, SampleSize, sample


def entry(number: int, sector: str, size: str | None = "10-49", company: str = "") -> FrameEntry:
    return FrameEntry(
        entry_id=f"v{number:03}", row=number, company=company or f"Zaak {number}", establishment=None, kvk=None,
        establishment_number=None, postcode4="3511", place="Utrecht", sector=sector, size_class=size,
        vacancy_title="Stage", contact_email=None, phone=None, source="site", found_on=dt.date(2026, 11, 30),
    )  # fmt: skip


FRAME = [entry(number, "horeca" if number < 60 else "zorg" if number < 90 else "bouw") for number in range(100)]


def ids(drawn: Sample) -> list[str]:
    return [one.entry_id for one in drawn.chosen]


def per_sector(drawn: Sample) -> dict[str, int]:
    return {one.sector: len(one.chosen) for one in drawn.strata}


def test_the_same_seed_draws_the_same_in_any_order_of_rows() -> None:
    size = SampleSize(total=20)
    mixed = list(FRAME)
    random.Random(1).shuffle(mixed)
    assert sample(FRAME, size=size, seed="a") == sample(mixed, size=size, seed="a")
    assert ids(sample(FRAME, size=size, seed="a")) != ids(sample(FRAME, size=size, seed="b"))


def test_proportional_and_equal() -> None:
    assert per_sector(sample(FRAME, size=SampleSize(total=20), seed="a")) == {"bouw": 2, "horeca": 12, "zorg": 6}
    equal = sample(FRAME, size=SampleSize(total=10, allocation="equal"), seed="a")
    assert sorted(per_sector(equal).values()) == [3, 3, 4]
    assert per_sector(sample(FRAME, size=SampleSize(per_stratum=7), seed="a")) == dict.fromkeys(
        ("bouw", "horeca", "zorg"), 7
    )


@pytest.mark.parametrize("total", range(1, 101, 9))
def test_a_proportional_sample_has_its_total_and_is_nowhere_off_by_one(total: int) -> None:
    drawn = sample(FRAME, size=SampleSize(total=total), seed="a")
    assert len(drawn.chosen) == total
    assert drawn.findings == ()
    assert all(abs(len(one.chosen) - total * one.available / 100) < 1 for one in drawn.strata)


def test_a_smaller_sample_is_part_of_a_larger_and_the_reserve_is_the_rest() -> None:
    small, large = (sample(FRAME, size=SampleSize(per_stratum=n), seed="a") for n in (3, 8))
    assert set(ids(small)) < set(ids(large))
    for one, more in zip(small.strata, large.strata, strict=True):
        assert one.chosen + one.reserve == more.chosen + more.reserve


def test_a_shortage_is_told_and_not_made_up_elsewhere() -> None:
    drawn = sample(FRAME, size=SampleSize(total=60, allocation="equal"), seed="a")
    assert per_sector(drawn) == {"bouw": 10, "horeca": 20, "zorg": 20}
    (short,) = drawn.findings
    assert (short.code, short.facts) == (
        "sample-stratum-short",
        {"sector": "bouw", "size": "10-49", "asked": 20, "available": 10},
    )
    (small,) = sample(FRAME, size=SampleSize(total=101), seed="a").findings
    assert (small.code, small.facts) == ("sample-frame-too-small", {"asked": 101, "available": 100})
    assert [one.code for one in sample([], size=SampleSize(total=1), seed="a").findings] == ["sample-frame-too-small"]


def test_a_company_has_its_most() -> None:
    chain = [entry(number, "horeca", company="Keten bv" if number % 2 else "KETEN") for number in range(10)]
    drawn = sample([*chain, entry(11, "horeca")], size=SampleSize(per_stratum=9, most_per_company=2), seed="a")
    assert len(drawn.chosen) == 3
    assert [(one.code, one.facts) for one in drawn.findings] == [
        ("sample-company-limit", {"entries": 8, "most": 2}),
        ("sample-stratum-short", {"sector": "horeca", "size": "10-49", "asked": 9, "available": 3}),
    ]


def test_a_size_that_is_none_is_told() -> None:
    assert [one.code for one in sample(FRAME, size=SampleSize(), seed="a").findings] == ["sample-size-one-of-two"]
    wrong = sample(FRAME, size=SampleSize(total=0, per_stratum=-1), seed="a")
    assert [(one.path, one.code) for one in wrong.findings] == [
        ("sampling", "sample-size-one-of-two"),
        ("sampling.per_stratum", "sample-size-below-one"),
        ("sampling.total", "sample-size-below-one"),
    ]
    with pytest.raises(ImpossibleInput):
        sample(FRAME, size=SampleSize(total=1), seed="")


def test_every_entry_of_a_stratum_is_equally_likely() -> None:
    """Over 2,000 seeds, each of 30 entries drawn 6 of 30: a chi-square test that cries wolf once in 10,000."""
    zorg = [one for one in FRAME if one.sector == "zorg"]
    drawn = Counter(one for seed in range(2000) for one in ids(sample(zorg, size=SampleSize(total=6), seed=f"{seed}")))
    # Drawing without return: the variance of a count is below the binomial one by (30 - 6)/(30 - 1), which is the
    # factor on the statistic.
    statistic = sum((drawn[one.entry_id] - 400) ** 2 for one in zorg) / 400 * 29 / 24
    assert stats.chi2.sf(statistic, 29) > 1e-4


def test_so_many_of_each_sector_over_its_sizes() -> None:
    frame = [
        entry(number, "horeca" if number < 60 else "zorg", "groot" if number % 3 else None) for number in range(90)
    ]
    drawn = sample(frame, size=SampleSize(by_sector={"horeca": 30, "zorg": 6}), seed="a")
    assert drawn.findings == ()
    assert [(one.sector, one.size_class, len(one.chosen)) for one in drawn.strata] == [
        ("horeca", "groot", 20), ("horeca", "unknown", 10), ("zorg", "groot", 4), ("zorg", "unknown", 2),
    ]  # fmt: skip


def test_a_sector_that_is_not_asked_for_is_left_out_and_one_that_is_short_is_told() -> None:
    drawn = sample(FRAME, size=SampleSize(by_sector={"bouw": 12, "kunst": 2}), seed="a")
    assert {one.sector: len(one.chosen) for one in drawn.strata} == {"bouw": 10, "horeca": 0, "zorg": 0}
    assert [(one.code, one.facts["sector"], one.facts["available"]) for one in drawn.findings] == [
        ("sample-sector-short", "bouw", 10), ("sample-sector-short", "kunst", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("size", [SampleSize(total=1, by_sector={"bouw": 1}), SampleSize(by_sector={"bouw": 0})])
def test_numbers_by_sector_that_cannot_be(size: SampleSize) -> None:
    drawn = sample(FRAME, size=size, seed="a")
    assert drawn.chosen == ()
    assert len(drawn.findings) == 1
