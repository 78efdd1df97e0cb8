"""Every statistic that a published table of pairs prints, worked out again from its counts.

A row of the collection either has a check here or stands in ``NO_STATISTIC`` with the reason: a new row with a printed
statistic fails until it has one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from testing_lab.paired import (
    cumulative_net_discrimination,
    discrimination_rates,
    mcnemar_asymptotic,
    mcnemar_exact,
    net_rate_final,
)
from testing_lab.paired.counts import PairedCounts
from testing_lab.paired.ilo import Stage
from testing_lab.paired.wrong_tests import exclusive_share_fisher_of_callback, unpaired_fisher_on_margins
from tests.pure.lab.shared import rows

Row = dict[str, str]

_COUNTS = ("both", "only_majority", "only_minority", "neither")

#: Rows that print something which is no statistic of the pairs.
NO_STATISTIC = {
    ("Heckman & Siegelman 1993 / Heckman 1998", "USA Denver"): "a note on a misprinted count",
    ("Andriessen et al. 2021 Verwey-Jonker (Utrecht)", "Netherlands"): "numbers of letters and vacancies only",
    ("Dolfing & Van Tubergen 2005", "Netherlands"): "says that no ratio is reported",
    ("Amadieu 2004", "France"): "the two margins only",
}


def published() -> list[Row]:
    return rows("published_paired_tables.csv")


def counts(row: Row) -> dict[str, int]:
    return {name: int(row[name]) for name in _COUNTS}


def per_cent(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"\d+\.\d+", text)]


def the_row(study: str, **more: str) -> Row:
    [row] = [
        row for row in published() if row["study"].startswith(study) and all(row[name] == v for name, v in more.items())
    ]
    return row


def ilo_site(row: Row) -> None:
    """The ILO prints differences of rounded shares: right to 0.1."""
    of = counts(row)
    found = net_rate_final(
        favour_majority=of["only_majority"],
        favour_minority=of["only_minority"],
        both_accepted=of["both"],
        both_refused_last_stage=of["neither"],
    )
    [printed] = per_cent(row["published"])
    assert found.usable == int(row["n_pairs"])
    assert found.net_rate is not None
    assert 100 * found.net_rate == pytest.approx(printed, abs=0.1)


def ilo_france(row: Row) -> None:
    """Four stages, figure 2 of the report; the stage gaps are differences of rounded shares too."""
    ended = (("first contact", 507, 143), ("on hold", 167, 51), ("interview", 93, 13), ("interview after hold", 3, 2))
    found = cumulative_net_discrimination(
        usable_tests=int(row["n_pairs"]),
        stages=[Stage(stage=name, favour_majority=b, favour_minority=c) for name, b, c in ended],
    )
    *stages, total = per_cent(row["published"])
    assert found.total_favour_majority == int(row["only_majority"])
    assert found.total_favour_minority == int(row["only_minority"])
    assert found.stage_rates is not None
    assert [100 * rate for rate in found.stage_rates] == pytest.approx(stages, abs=0.1)
    assert found.cumulative_net_discrimination_rate == pytest.approx(total / 100, rel=1e-12)


def bovenkerk(row: Row) -> None:
    """Three stages; the first row prints the totals of all."""
    stages = [one for one in published() if one["study"] == row["study"]]
    assert len(stages) == 3
    found = cumulative_net_discrimination(
        usable_tests=int(stages[0]["n_pairs"]),
        stages=[
            Stage(
                stage=one["design"],
                favour_majority=int(one["only_majority"]),
                favour_minority=int(one["only_minority"]),
            )
            for one in stages
        ],
    )
    majority, minority, net = (int(number) for number in re.findall(r"\d+", row["published"]))
    assert (found.total_favour_majority, found.total_favour_minority) == (majority, minority)
    assert found.total_favour_majority - found.total_favour_minority == net


def petit(row: Row) -> None:
    found = discrimination_rates(**counts(row))
    at_least_one, net = 113, 16
    assert row["published"] == f"vignette prints {at_least_one} with >=1 callback, net {net}"
    assert found.denominators["net_at_least_one_positive"].number == at_least_one
    assert found.net_all_pairs * int(row["n_pairs"]) == pytest.approx(net)


def carlsson_rooth(row: Row) -> None:
    found = discrimination_rates(**counts(row))
    net, ratio = per_cent(row["published"])
    assert found.net_at_least_one_positive == pytest.approx(net / 100, abs=0.0005)
    assert found.denominators["net_at_least_one_positive"].number == 522
    assert found.callback_ratio_majority_to_minority == pytest.approx(ratio, abs=0.005)


def margins(row: Row) -> None:
    """Only the margins are printed, and the net number: the same in every table of pairs with these margins."""
    majority, minority, net = (int(number) for number in re.findall(r"\d+", row["published"]))
    pairs = int(row["n_pairs"])
    for both in (max(0, majority + minority - pairs), min(majority, minority)):
        found = discrimination_rates(
            both=both,
            only_majority=majority - both,
            only_minority=minority - both,
            neither=pairs - majority - minority + both,
        )
        assert found.net_all_pairs * pairs == pytest.approx(net)
        assert found.callback_ratio_majority_to_minority == pytest.approx(majority / minority)


def check_of(row: Row) -> Callable[[Row], None] | None:
    study, text = row["study"], row["published"]
    if text.startswith("callbacks majority"):
        return margins
    if study.startswith("Cediey"):
        return ilo_france if row["place"] == "France all" else ilo_site
    for begins, check in (("Bovenkerk", bovenkerk), ("Petit", petit), ("Carlsson", carlsson_rooth)):
        if study.startswith(begins):
            return check
    return None


def printing() -> Iterator[Row]:
    yield from (row for row in published() if row["published"])


def test_every_printed_statistic_is_reproduced() -> None:
    checked = 0
    for row in printing():
        if (row["study"], row["place"]) in NO_STATISTIC:
            continue
        check = check_of(row)
        assert check is not None, f"no check for {row['study']}, {row['place']}: {row['published']}"
        check(row)
        checked += 1
    assert checked == 19


def test_every_row_adds_up() -> None:
    for row in published():
        if row["both"]:
            assert PairedCounts(**counts(row)).pairs == int(row["n_pairs"]), row


def test_testers_add_up_to_their_city() -> None:
    for city in ("USA Chicago", "USA Washington", "USA Denver"):
        of = [row for row in published() if row["place"] == city]
        total = next(row for row in of if row["design"].endswith("TOTAL"))
        for name in _COUNTS:
            assert sum(int(row[name]) for row in of if row is not total) == int(total[name])


def test_bertrand_mullainathan_pairs_come_out_of_the_micro_data() -> None:
    by_ad: dict[str, list[Row]] = {}
    for one in rows("bm2004_openintro_resume.csv"):
        by_ad.setdefault(one["job_ad_id"], []).append(one)
    outcomes = []
    for ad in by_ad.values():
        if sorted(one["race"] for one in ad) == ["black", "white"]:
            got = {one["race"]: float(one["received_callback"]) == 1 for one in ad}
            outcomes.append((got["white"], got["black"]))
    row = the_row("Bertrand")
    assert counts(row) == {
        "both": outcomes.count((True, True)),
        "only_majority": outcomes.count((True, False)),
        "only_minority": outcomes.count((False, True)),
        "neither": outcomes.count((False, False)),
    }


def test_what_callback_prints_for_the_28_pairs_of_petit() -> None:
    """McNemar and the exact test agree; its Fisher options are the two wrong tests that we name."""
    tables = rows("inter1_all_pairs_2x2.csv")
    assert len(tables) == 28
    for row in tables:
        of = {"both": int(row["c11"]), "only_majority": int(row["c10"]), "only_minority": int(row["c01"])} | {
            "neither": int(row["c00"])
        }
        asymptotic = mcnemar_asymptotic(**of)
        assert asymptotic.statistic == pytest.approx(float(row["mcnemar"]), rel=1e-12, abs=1e-12)
        assert asymptotic.p_value == pytest.approx(float(row["p_mcn"]), rel=1e-9)
        assert mcnemar_exact(**of).p_value == pytest.approx(float(row["p_exact"]), rel=1e-9)
        assert exclusive_share_fisher_of_callback(**of).p_value == pytest.approx(float(row["ecs_fisher_p"]), rel=1e-6)
        assert unpaired_fisher_on_margins(**of).p_value == pytest.approx(float(row["mcr_fisher_p"]), rel=1e-6)
