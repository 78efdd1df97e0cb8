"""The complete analysis of a paired study, from raw outcomes."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from testing_lab import paired, strata
from testing_lab.faults import ImpossibleInput
from testing_lab.methods import answer
from testing_lab.study.analysis import PairedStudy, paired_study
from testing_lab.study.rows import OutcomeRow
from tests.pure.lab.study_rows import rows_of

#: Man and woman with French names, inter1 (Petit et al. 2013), and who of the discordant pairs was first (METHODS.md).
INTER1 = {"both": 43, "only_majority": 43, "only_minority": 27, "neither": 197}


def codes(study: PairedStudy) -> set[str]:
    return {warning.code for warning in study.warnings}


def test_the_whole_analysis_says_what_its_questions_say() -> None:
    study = paired_study(rows=rows_of(**INTER1), confidence=0.9)
    assert msgspec.structs.asdict(study.table) == INTER1
    assert study.test.outputs == paired.mcnemar_midp(**INTER1)
    assert study.difference.outputs == paired.rd_tango_score(**INTER1, confidence=0.9)
    assert study.ratio.outputs == paired.rr_tang_score(**INTER1, confidence=0.9)
    assert study.odds_ratio.outputs == paired.or_conditional_midp(**INTER1, confidence=0.9)
    assert study.rates == paired.discrimination_rates(**INTER1)
    assert [one.method for one in study.sensitivity][:2] == ["mcnemar_exact", "mcnemar_exact_unconditional"]
    for one in study.sensitivity:
        assert one.outputs == answer(one.method, {**INTER1, "confidence": 0.9})
    claims = {claim.method: claim.p_value for claim in study.unpaired}
    assert claims["unpaired_fisher_on_margins"] == pytest.approx(0.165, abs=5e-4)
    assert claims["exclusive_share_fisher_of_callback"] == pytest.approx(0.0110, abs=5e-5)
    assert study.undefined == dict.fromkeys(("order", "strata", "employers"), "not_recorded")
    assert codes(study) == {"order_unknown", "employers_unknown"}


def test_it_can_be_asked_by_name_with_plain_values() -> None:
    rows = msgspec.to_builtins(rows_of(**INTER1))
    assert answer("paired_study", {"rows": rows}) == paired_study(rows=rows_of(**INTER1))


def test_lost_pairs_are_counted_and_their_worst_case_is_told() -> None:
    rows = [
        *rows_of(both=0, only_majority=8, only_minority=0, neither=1),
        *rows_of(prefix="m", outcomes=[(None, True)] * 7),
        *rows_of(prefix="n", outcomes=[(True, None), (None, None)]),
    ]
    study = paired_study(rows=rows)
    lost = study.lost
    assert (lost.sent, lost.analysed, lost.both_missing) == (18, 9, 1)
    assert (lost.only_majority_missing, lost.only_minority_missing) == (7, 1)
    assert lost.equal_loss_p == pytest.approx(2 * 9 / 2**8)
    # Worst: 7 × (0 - 1), 1 × (1 - 1), 1 × (0 - 1), 8 observed. Best: 7 × (1 - 1), 1 × (1 - 0), 1 × (1 - 0), 8.
    assert (lost.difference_lowest, lost.difference_highest) == pytest.approx((0, 10 / 18))
    assert {"many_pairs_left_out", "missing_could_undo", "few_discordant_pairs"} <= codes(study)
    assert "left_out_on_one_side" not in codes(study)


def test_loss_on_one_side_shouts() -> None:
    study = paired_study(rows=[*rows_of(**INTER1), *rows_of(prefix="m", outcomes=[(None, True)] * 6)])
    assert study.lost.equal_loss_p == pytest.approx(2 / 2**6)
    assert "left_out_on_one_side" in codes(study)
    assert "many_pairs_left_out" not in codes(study)


def test_order() -> None:
    first = {
        "majority": [(True, False)] * 16 + [(False, True)] * 5,
        "minority": [(True, False)] * 18 + [(False, True)] * 17,
    }
    rows = [one for who, outcomes in first.items() for one in rows_of(prefix=who, outcomes=outcomes, first=who)]
    study = paired_study(rows=rows)
    assert study.order is not None
    assert (study.order.majority_first, study.order.minority_first) == (21, 35)
    assert study.order.treatment_p == pytest.approx(0.0531883957220273, rel=1e-9)
    assert study.order.order_p == pytest.approx(0.0919863636028177, rel=1e-9)
    assert "order_unknown" not in codes(study)


def test_strata() -> None:
    majority, minority = [116, 102, 45], [33, 30, 10]
    rows = [
        one
        for name, b, c in zip("xyz", majority, minority, strict=True)
        for one in rows_of(prefix=name, stratum=name, both=0, only_majority=b, only_minority=c, neither=2)
    ]
    study = paired_study(rows=rows)
    assert study.strata is not None
    assert {name: table.discordant for name, table in study.strata.tables.items()} == {"x": 149, "y": 132, "z": 55}
    assert study.strata.homogeneity == strata.homogeneity_of_discordance(only_majority=majority, only_minority=minority)
    assert "strata_too_small" not in codes(study)
    one = paired_study(rows=rows_of(stratum="x", both=0, only_majority=3, only_minority=0, neither=2))
    assert one.strata is not None
    assert one.strata.homogeneity is None
    assert one.strata.undefined == {"homogeneity": "fewer_than_two_strata_discordant"}
    assert "strata_too_small" in codes(one)


def test_employers_with_several_pairs_get_clustered_errors() -> None:
    rows = [
        one
        for employer, outcomes in enumerate(
            [[(True, False)] * 3, [(False, True)], [(True, True)] * 2, [(True, False)]] * 5
        )
        for one in rows_of(prefix=f"e{employer}", employer=f"e{employer}", outcomes=outcomes)
    ]
    study = paired_study(rows=rows)
    assert study.employers is not None
    assert (study.employers.employers, study.employers.pairs) == (20, 35)
    assert study.employers.difference == pytest.approx((20 - 5) / 35)
    assert study.employers.standard_error > 0
    assert "employers_with_several_pairs" in codes(study)


def test_no_discordant_pair_is_an_answer() -> None:
    study = paired_study(rows=rows_of(both=1, only_majority=0, only_minority=0, neither=0))
    assert "no_discordant_pairs" in codes(study)
    assert study.odds_ratio.outputs.undefined
    assert "nan" not in msgspec.json.encode(study).decode().lower()


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "empty"),
        ([OutcomeRow(pair="1", applicant="majority", positive=True)], "one applicant only"),
        ([OutcomeRow(pair="1", applicant="majority", positive=True)] * 2, "a row already"),
        (rows_of(outcomes=[(None, True)]), "two usable outcomes"),
    ],
)
def test_rows_that_are_no_pairs(rows: list[OutcomeRow], words: str) -> None:
    with pytest.raises(ImpossibleInput, match=words):
        paired_study(rows=rows)


@pytest.mark.parametrize("field", ["stratum", "employer", "sent"])
def test_rows_of_one_pair_that_contradict_each_other(field: str) -> None:
    first, second = rows_of(outcomes=[(True, False)])
    values = {"sent": (1, 1)}.get(field, ("x", "y"))
    rows = [msgspec.structs.replace(one, **{field: value}) for one, value in zip((first, second), values, strict=True)]
    with pytest.raises(ImpossibleInput):
        paired_study(rows=rows)


@given(
    st.lists(
        st.tuples(*[st.sampled_from([True, False, None])] * 2, st.sampled_from([None, "majority", "minority"])),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from([0.5, 0.95, 0.999]),
)
def test_any_rows_give_an_analysis_or_a_typed_fault(
    pairs: list[tuple[bool | None, bool | None, str | None]], confidence: float
) -> None:
    rows = [
        one
        for place, (majority, minority, first) in enumerate(pairs)
        for one in rows_of(
            prefix=f"{place}-",
            outcomes=[(majority, minority)],
            first=first,
            stratum="xy"[place % 2],
            employer=f"{place // 2}",
        )
    ]
    if all(None in pair[:2] for pair in pairs):
        with pytest.raises(ImpossibleInput):
            paired_study(rows=rows, confidence=confidence)
    else:
        study = paired_study(rows=rows, confidence=confidence)
        swapped = paired_study(
            rows=[msgspec.structs.replace(one, applicant=_other(one)) for one in rows], confidence=confidence
        )
        assert swapped.test.outputs.p_value == pytest.approx(study.test.outputs.p_value)  # type: ignore[attr-defined]  # the default test has one
        assert swapped.lost.difference_lowest == pytest.approx(-study.lost.difference_highest)
        assert b"NaN" not in msgspec.json.encode(study)


def _other(row: OutcomeRow) -> str:
    return {"majority": "minority", "minority": "majority"}[row.applicant]
