"""Protocols, ticks and chains with one thing wrong each, and the finding that says so."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

import msgspec

from testing_lab.findings import Finding
from testing_lab.protocol.checks import findings_of
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.gates import Tick, gate_findings
from testing_lab.protocol.registration import Amendment, Refused, Registration, amend, register, verify
from testing_lab.protocol.unamendable import unamendable_findings
from tests.pure.lab.protocol.examples import (
    NOON,
    changed,
    example_calls,
    example_composition,
    example_protocol,
    example_unpaired,
    registered,
    ticks_for,
)


class Broken(NamedTuple):
    """``values`` at their places make ``code`` appear at ``path``."""

    code: str
    path: str
    values: dict[str, Any]
    of: Callable[[], Protocol] = example_protocol
    level: str = "error"


_W = "warning"
_TRAIT = {"ground": "race", "carrier": "name", "majority": "a", "minority": "b", "names_per_group": 2, "pretest": "c"}
_SPENDING = {
    "analysis.primary_test": "exact_looks",
    "analysis.stopping.rule": "alpha_spending",
    "analysis.stopping.spending": "Lan-DeMets Pocock",
    "analysis.stopping.looks": [0.5, 1.0],
}

BROKEN = (
    Broken("protocol_missing", "question.title", {"question.title": "  "}),
    Broken("protocol_missing", "question.hypotheses[0]", {"question.hypotheses": [""]}),
    Broken("protocol_missing", "question.traits", {"question.traits": []}),
    Broken("protocol_missing", "question.traits[0].minority", {"question.traits.0.minority": ""}),
    Broken("protocol_missing", "question.traits[0].majority", {"question.traits.0.majority": ""}),
    Broken("protocol_missing", "question.traits[0].names_per_group", {"question.traits.0.names_per_group": 0}),
    Broken("protocol_missing", "sampling.pairs", {"sampling.pairs": 0}),
    Broken("protocol_missing", "sampling.p_both", {"sampling.p_both": None}, example_unpaired),
    Broken("protocol_missing", "fieldwork.consent_text", {"fieldwork.recording_basis": "consent"}, example_calls),
    Broken("protocol_missing", "fieldwork.recording_basis", {"fieldwork.recording_basis": None}, example_calls),
    Broken("protocol_better_filled", "ethics.debrief", {"ethics.debrief": ""}, level=_W),
    Broken(
        "protocol_better_filled", "ethics.school_consent_reference", {"ethics.school_consent_reference": ""},
        example_calls, _W,
    ),
    Broken("protocol_twice", "question.sectors[1]", {"question.sectors": ["ICT", " ict"]}),
    Broken("protocol_twice", "question.traits[1]", {"question.traits": [_TRAIT, _TRAIT]}),
    Broken("protocol_twice", "outcomes.codes[1]", {"outcomes.codes.1.code": "invited"}),
    Broken("protocol_out_of_range", "analysis.confidence", {"analysis.confidence": 1.0}),
    Broken("protocol_out_of_range", "sampling.p_only_majority", {"sampling.p_only_majority": -0.1}),
    Broken("promise_missing", "ethics.no_company_named", {"ethics.no_company_named": False}),
    Broken("promise_missing", "ethics.one_pair_per_establishment", {"ethics.one_pair_per_establishment": False}),
    Broken("field_not_of_kind", "fieldwork.call_script", {"fieldwork.call_script": "Hello"}),
    Broken("field_not_of_kind", "fieldwork.second_listener", {"fieldwork.second_listener": True}),
    Broken("field_not_of_kind", "fieldwork.mail_domain", {"fieldwork.mail_domain": "stage.example"}, example_calls),
    Broken("field_not_of_kind", "sampling.p_only_majority", {"sampling.p_only_majority": 0.1}, example_calls),
    Broken("field_not_of_kind", "design.share_mixed", {"design.share_mixed": 1.0}),
    Broken("field_not_of_kind", "design.delay_hours_min", {"design.delay_hours_min": 4}, example_unpaired),
    Broken("carrier_not_of_kind", "question.traits[0].carrier", {"question.traits.0.carrier": "request"}),
    Broken("carrier_not_of_kind", "question.traits[0].carrier", {"question.traits.0.carrier": "name"}, example_calls),
    Broken("signals_equal", "question.traits[0].minority", {"question.traits.0.minority": "dutch first and last name"}),
    Broken("names_without_name", "question.traits[0].names_per_group", {"question.traits.0.carrier": "activity"}),
    Broken("names_too_few", "question.traits[0].names_per_group", {"question.traits.0.names_per_group": 1}, level=_W),
    Broken("signal_not_tested", "question.traits[0].pretest", {"question.traits.0.pretest": ""}, level=_W),
    Broken("applications_not_of_kind", "design.applications_per_vacancy", {"design.applications_per_vacancy": 4}),
    Broken("order_not_random", "design.order", {"design.order": "majority_first"}),
    Broken("template_not_crossed", "design.crossed_factors", {"design.crossed_factors": ["name", "quality"]}),
    Broken("delay_reversed", "design.delay_hours_max", {"design.delay_hours_max": 10}),
    Broken(
        "delay_none", "design.delay_hours_max", {"design.delay_hours_min": 0, "design.delay_hours_max": 0}, level=_W
    ),
    Broken("shares_not_one", "design.share_mixed", {"design.share_mixed": 0.4}, example_composition),
    Broken(
        "composition_one_sided", "design.share_mixed",
        {"design.share_mixed": 0.0, "design.share_two_majority": 1.0, "design.share_two_minority": 0.0},
        example_composition,
    ),
    Broken(
        "composition_incomplete", "design.share_mixed",
        {"design.share_mixed": 0.0, "design.share_two_majority": 0.5, "design.share_two_minority": 0.5},
        example_composition, _W,
    ),
    Broken("factor_has_one_level", "design.senders", {"design.senders": ["one"]}),
    Broken("factor_has_one_level", "design.delay_hours_max", {"design.delay_hours_max": 20}),
    Broken("quality_contradicts", "design.quality_varied", {"design.quality_varied": False}),
    Broken(
        "quality_not_varied", "design.quality_varied",
        {"design.quality_varied": False, "design.crossed_factors": ["template"]}, level=_W,
    ),
    Broken(
        "threshold_not_above_zero", "design.rerandomisation[0].threshold", {"design.rerandomisation.0.threshold": 0.0}
    ),
    Broken("outcome_not_of_kind", "outcomes.codes[0].code", {"outcomes.codes.0.code": "complies"}),
    Broken("outcome_never_positive", "outcomes.codes[5].positive", {"outcomes.codes.5.positive": True}),
    Broken(
        "outcome_left_out", "outcomes.codes",
        {"outcomes.codes": [{"code": "invited", "positive": True}, {"code": "refused", "positive": False}]}, level=_W,
    ),
    Broken("no_positive_outcome", "outcomes.codes", {"outcomes.codes": [{"code": "invited", "positive": False}]}),
    Broken("no_negative_outcome", "outcomes.codes", {"outcomes.codes": [{"code": "invited", "positive": True}]}),
    Broken("no_answer_soon", "outcomes.no_answer_days", {"outcomes.no_answer_days": 3}, level=_W),
    Broken("silence_left_out", "outcomes.no_reply", {"outcomes.no_reply": "left_out"}, level=_W),
    Broken("coders_not_two", "outcomes.coders", {"outcomes.coders": 1}),
    Broken("test_unknown", "analysis.primary_test", {"analysis.primary_test": "student"}),
    Broken("test_unknown", "analysis.secondary[0].test", {"analysis.secondary.0.test": "student"}),
    Broken("test_not_of_design", "analysis.primary_test", {"analysis.primary_test": "fisher_exact"}),
    Broken("test_not_of_design", "analysis.primary_test", {"analysis.primary_test": "mcnemar_midp"}, example_unpaired),
    Broken("test_not_of_rule", "analysis.stopping.rule", {"analysis.primary_test": "beta_mixture_evalue_mcnemar"}),
    Broken("denominator_not_of_design", "analysis.denominator", {"analysis.denominator": "valid_calls"}),
    Broken("secondary_is_primary", "analysis.secondary[0]", {"analysis.secondary.0.subgroup": ""}, level=_W),
    Broken("correction_missing", "analysis.correction", {"analysis.correction": None}),
    Broken("looks_missing", "analysis.stopping.looks", _SPENDING | {"analysis.stopping.looks": []}),
    Broken(
        "looks_too_many", "analysis.stopping.looks",
        _SPENDING | {"analysis.stopping.looks": [place / 21 for place in range(1, 22)]},
    ),
    Broken("looks_not_rising", "analysis.stopping.looks", _SPENDING | {"analysis.stopping.looks": [0.5, 0.5]}),
    Broken("looks_end_early", "analysis.stopping.looks", _SPENDING | {"analysis.stopping.looks": [0.5, 0.9]}),
    Broken("looks_too_close", "analysis.stopping.looks", _SPENDING | {"analysis.stopping.looks": [0.5, 0.500001, 1]}),
    Broken(
        "looks_too_close", "analysis.stopping.looks",
        _SPENDING | {"analysis.stopping.looks": [0.5, 0.51, 1.0], "sampling.pairs": 288},
    ),
    Broken("looks_without_spending", "analysis.stopping.looks", {"analysis.stopping.looks": [1.0]}),
    Broken("prior_without_process", "analysis.stopping.prior_a", {"analysis.stopping.prior_b": 0.5}),
    Broken("spending_unknown", "analysis.stopping.spending", _SPENDING | {"analysis.stopping.spending": "Haybittle"}),
    Broken("stratum_has_one_level", "analysis.strata[0]", {"analysis.strata": ["ground"]}, level=_W),
    Broken("expected_above_one", "sampling.p_only_minority", {"sampling.p_both": 0.9}),
    Broken("no_difference_expected", "sampling.p_only_minority", {"sampling.p_only_minority": 0.12}),
    Broken("no_difference_expected", "sampling.p_only_minority", {"sampling.p_only_minority": 0.12 - 1e-9}),
    Broken("power_not_above_alpha", "sampling.power", {"sampling.power": 0.04}),
    Broken("power_wanted_low", "sampling.power", {"sampling.power": 0.7}, level=_W),
    Broken("alpha_high", "sampling.alpha", {"sampling.alpha": 0.1, "analysis.confidence": 0.9}, level=_W),
    Broken("alpha_not_confidence", "sampling.alpha", {"sampling.alpha": 0.005}, level=_W),
    Broken("strata_sum", "sampling.strata", {"sampling.strata": [{"name": "ICT", "pairs": 100}]}),
    Broken("claim_without_parts", "sampling.claims[0]", {"sampling.claims": ["ground"]}),
    Broken("margin_not_reached", "sampling.pairs", {"sampling.pairs": 60}, example_calls),
    Broken("power_too_low", "sampling.pairs", {"sampling.pairs": 200}),
    Broken(
        "power_at_least", "sampling.pairs", {"analysis.primary_test": "boschloo_exact", "sampling.pairs": 400},
        example_unpaired, _W,
    ),
    Broken("few_discordant_expected", "sampling.pairs", {"sampling.pairs": 50}, level=_W),
    Broken("split_too_weak", "sampling.pairs", {}, level=_W),
    Broken("claim_without_power", "sampling.claims", {"sampling.claims": ["sector"]}),
    Broken("data_seen", "sampling.existing_data", {"sampling.existing_data": "seen_not_analysed"}, level=_W),
    Broken("burden_high", "ethics.burden_minutes", {"ethics.burden_minutes": 20.0}, level=_W),
    Broken("cool_down_short", "ethics.cool_down_days", {"ethics.cool_down_days": 90}, level=_W),
    Broken("withdrawal_late", "ethics.withdrawal_hours", {"ethics.withdrawal_hours": 25}),
    Broken("withdrawal_not_translated", "ethics.withdrawal_text_en",
           {"ethics.withdrawal_text_en": "x", "ethics.withdrawal_text_nl": "x"}, level=_W),
    Broken("key_before_replies", "ethics.retention_key_days", {"ethics.retention_key_days": 179}),
    Broken("retention_long", "ethics.retention_replies_days", {"ethics.retention_replies_days": 800}, level=_W),
    Broken("dates_reversed", "fieldwork.end", {"fieldwork.end": "2026-09-30"}),
    Broken("mail_domain_wrong", "fieldwork.mail_domain", {"fieldwork.mail_domain": "stage post"}),
    Broken("mail_domain_of_provider", "fieldwork.mail_domain", {"fieldwork.mail_domain": "Gmail.com"}),
    Broken("script_words_before", "fieldwork.call_script",
           {"fieldwork.call_script": "Hi!\nBegin: a\nVerzoek: b\nSlot: c"}, example_calls),
    Broken("script_step_empty", "fieldwork.call_script",
           {"fieldwork.call_script": "Begin:\nVerzoek: b\nSlot: c"}, example_calls),
    Broken("script_one_request", "fieldwork.call_script",
           {"fieldwork.call_script": "Begin: a\nSlot: c"}, example_calls),
    Broken("script_opening_closing", "fieldwork.call_script",
           {"fieldwork.call_script": "Verzoek: b\nSlot: c"}, example_calls),
    Broken("recording_contradicts", "fieldwork.recorded", {"fieldwork.recorded": False}, example_calls),
    Broken("second_listener_missing", "fieldwork.second_listener", {"fieldwork.second_listener": False},
           example_calls, _W),
)  # fmt: skip


def later(days: float) -> datetime:
    return NOON + timedelta(days=days)


def with_more_pairs(registration: Registration, *earlier: Amendment, pairs: int = 400) -> Amendment:
    """A good amendment."""
    last = earlier[-1] if earlier else registration
    found = amend(
        registration,
        earlier,
        changed(last.protocol, {"sampling.pairs": pairs}),
        at=later(len(earlier) + 1),
        by="M. de Boer",
        reason="A third school joins",
        unblinded=False,
    )
    assert isinstance(found, Amendment), found
    return found


def broken_ticks() -> tuple[Finding, ...]:
    """Every fault of ticks."""
    protocol = example_protocol()
    ticks = ticks_for(protocol)
    wrong = (
        msgspec.structs.replace(ticks[0], person=" "),
        msgspec.structs.replace(ticks[1], evidence=""),
        msgspec.structs.replace(ticks[2], on=date(2026, 9, 2)),
        ticks[3],
        ticks[3],
        Tick(gate="recording_rules", person="A", on=date(2026, 8, 1), evidence="x"),
    )
    return tuple(gate_findings(protocol, wrong, today=date(2026, 9, 1)))


def broken_chains() -> tuple[Finding, ...]:
    """Every fault of registering, amending and verifying."""
    first = registered(example_protocol())
    one = with_more_pairs(first)
    two = with_more_pairs(first, one, pairs=420)
    replace = msgspec.structs.replace
    refused = (
        register(example_protocol(), ticks_for(example_protocol()), at=NOON.replace(tzinfo=None), by=" "),
        amend(first, (), first.protocol, at=later(-1), by="x", reason="", unblinded=False),
        amend(first, (), first.protocol, at=later(1), by="x", reason="why", unblinded=False),
        amend(first, (one,), changed(one.protocol, {"analysis.primary_test": "mcnemar_exact"}),
              at=later(2), by="x", reason="why", unblinded=True),
    )  # fmt: skip
    found = [finding for one in refused if isinstance(one, Refused) for finding in one.findings]
    seen = amend(first, (one,), changed(one.protocol, {"ethics.debrief": "By letter."}),
                 at=later(2), by="x", reason="why", unblinded=True)  # fmt: skip
    assert isinstance(seen, Amendment)
    for chain in (
        (replace(one, reason="Another reason"),),
        (replace(one, protocol=two.protocol), two),
        (two,),
        (two, one),
        (replace(one, reason="", changes=()),),
        (one, seen, replace(two, number=3, at=datetime(2026, 9, 9, tzinfo=UTC))),
    ):
        found += verify(first, chain)
    return tuple(found)


@cache
def all_findings() -> tuple[Finding, ...]:
    """One of everything that can be found, and more."""
    of_documents = [one for broken in BROKEN for one in findings_of(changed(broken.of(), broken.values))]
    plain = example_protocol()
    no_number = msgspec.structs.replace(plain, analysis=msgspec.structs.replace(plain.analysis, confidence=math.nan))
    of_documents += findings_of(no_number)
    unamended = unamendable_findings(plain, example_calls(), given=("invited",))
    return (*of_documents, *broken_ticks(), *broken_chains(), *unamended)
