"""The registered analysis of pairs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast

import msgspec

from testing_lab.disclosure.suppressed_tables import Place
from testing_lab.faults import ImpossibleInput
from testing_lab.fieldwork.monitor import DecidedPair, FixedRule, monitor
from testing_lab.fieldwork.outcomes import Outcome, ilo_counts
from testing_lab.fieldwork.registered_rule import registered_rule
from testing_lab.methods import answer
from testing_lab.paired.counts import PairedCounts
from testing_lab.paired.discrimination_rates import DiscriminationRates, discrimination_rates
from testing_lab.paired.ilo import cumulative_net_discrimination
from testing_lab.paired.rd_tango_score import rd_tango_score
from testing_lab.protocol.document import Protocol
from testing_lab.registered.answers import Answer, Rate, answer_of, plain
from testing_lab.registered.coded import CodedApplication, rows_of
from testing_lab.registered.document import Groups, Lost, Order, Part, Split, StageRate, Stages, StudyResult
from testing_lab.registered.secondary import secondary_answers
from testing_lab.registered.small_cells import shown_places
from testing_lab.study.analysis import Named, PairedStudy, paired_study
from testing_lab.study.order import OrderOfSending
from testing_lab.study.rows import counts_of, pairs_of
from testing_lab.study.strata import study_strata

RATES: Final = (
    "net_all_pairs", "gross_against_minority", "gross_against_majority", "net_at_least_one_positive",
    "net_ilo_final_stage_usable", "net_discordant_only", "callback_ratio_majority_to_minority",
)  # fmt: skip


def result_of_pairs(protocol: Protocol, applications: Sequence[CodedApplication]) -> StudyResult:
    """Every number of a paired study."""
    plan, confidence = protocol.analysis, protocol.analysis.confidence
    study = paired_study(rows=rows_of(applications, protocol, by=_first_split(protocol)), confidence=confidence)
    table = study.table
    primary, rejects = _primary(protocol, applications, study)
    stages = _stages(applications)
    rates = discrimination_rates(
        **msgspec.structs.asdict(table), not_usable=min(table.neither, stages.both_refused + stages.not_pursued)
    )

    def counts(chosen: Sequence[CodedApplication]) -> dict[str, Any]:
        """The four counts of some pairs, as a test takes them."""
        return msgspec.structs.asdict(counts_of(pairs_of(rows_of(chosen, protocol)))) | {"confidence": confidence}

    splits = tuple(_split(by, protocol, applications) for by in plan.strata)
    shown_by, shown = _shown(table, splits)
    return StudyResult(
        kind="paired",
        confidence=confidence,
        alpha=protocol.sampling.alpha,
        lost=Lost(
            sent=study.lost.sent,
            analysed=study.lost.analysed,
            lowest=study.lost.difference_lowest,
            highest=study.lost.difference_highest,
        ),
        groups=Groups(
            majority=table.pairs,
            majority_positive=table.positive_majority,
            minority=table.pairs,
            minority_positive=table.positive_minority,
        ),
        table=table,
        primary=primary,
        rejects=rejects,
        difference=_named(study.difference),
        ratio=_named(study.ratio),
        odds_ratio=_named(study.odds_ratio),
        rates=_rates(rates, plan.denominator),
        sensitivity=tuple(_named(one) for one in study.sensitivity),
        correction=plan.correction,
        secondary=secondary_answers(plan, applications, counts),
        splits=splits,
        stages=stages,
        order=_order(study.order),
        employers=None if study.employers is None else study.employers.employers,
        warnings=study.warnings,
        shown_by=shown_by,
        shown=shown,
    )


def _shown(table: PairedCounts, splits: Sequence[Split]) -> tuple[str, tuple[Place, ...]]:
    """By the first split, where a safe table of it exists; else of the whole alone."""
    first = next((one for one in splits if one.parts), None)
    if first is not None and (places := shown_places({one.name: one.table for one in first.parts})):
        return first.by, places
    return "", shown_places({"": table})


def _first_split(protocol: Protocol) -> str:
    return protocol.analysis.strata[0] if protocol.analysis.strata else ""


def _named(one: Named) -> Answer:
    return answer_of(one.method, one.outputs)


def _primary(
    protocol: Protocol, applications: Sequence[CodedApplication], study: PairedStudy
) -> tuple[Answer, bool | None]:
    """The one test that decides. With planned looks or an e-process, the registered rule does, over all that came."""
    method = protocol.analysis.primary_test
    rule = registered_rule(protocol)
    if isinstance(rule, FixedRule):
        inputs = msgspec.structs.asdict(study.table) | {"confidence": study.confidence}
        found = answer_of(method, answer(method, inputs))
        p_value = found.p_value
        return found, None if p_value is None else float(p_value) < protocol.sampling.alpha
    seen = monitor(_decided(protocol, applications), rule=rule, ended=True)
    found = Answer(method=method, p_value=plain(seen.p_anytime))
    return found, seen.decision.startswith("stop_")


def _decided(protocol: Protocol, applications: Sequence[CodedApplication]) -> list[DecidedPair]:
    when: dict[str, Any] = {}
    for one in applications:
        if one.decided is None:
            raise ImpossibleInput("applications", "an answer has no moment at which it was final", pair=one.pair)
        when[one.pair] = max(one.decided, when.get(one.pair, one.decided))
    return [
        DecidedPair(pair=one.pair, decided=when[one.pair], majority=one.majority, minority=one.minority)
        for one in pairs_of(rows_of(applications, protocol))
    ]


def _order(found: OrderOfSending | None) -> Order | None:
    if found is None:
        return None
    return Order(
        majority_first=found.majority_first,
        minority_first=found.minority_first,
        balance_p=found.balance_p,
        order_p=found.order_p,
    )


def _stages(applications: Sequence[CodedApplication]) -> Stages:
    by_pair: dict[str, dict[str, Outcome]] = {}
    for one in applications:
        by_pair.setdefault(one.pair, {})[one.applicant] = cast("Outcome", one.code)
    found = ilo_counts([(codes["majority"], codes["minority"]) for codes in by_pair.values()])
    net = cumulative_net_discrimination(usable_tests=found.usable_tests, stages=found.stages)
    rates = net.stage_rates or (None,) * len(found.stages)
    return Stages(
        usable_tests=found.usable_tests,
        both_refused=found.both_refused_at_first_stage,
        not_pursued=found.not_pursued,
        stages=tuple(
            StageRate(
                stage=one.stage, favour_majority=one.favour_majority, favour_minority=one.favour_minority, rate=rate
            )
            for one, rate in zip(found.stages, rates, strict=True)
        ),
        net_rate=net.cumulative_net_discrimination_rate,
    )


def _rates(found: DiscriminationRates, registered: str | None) -> tuple[Rate, ...]:
    """A denominator that several rates share marks the net one: the first."""
    rates, marked = [], False
    for name in RATES:
        below = found.denominators[name]
        named = not marked and below.counted == registered
        marked = marked or named
        rates.append(
            Rate(name=name, value=getattr(found, name), counted=below.counted, number=below.number, registered=named)
        )
    return tuple(rates)


def _split(by: str, protocol: Protocol, applications: Sequence[CodedApplication]) -> Split:
    """The parts of the sample. Nothing says by which ground a pair was, where a study has one trait."""
    if not any(by in one.strata for one in applications):
        return Split(by=by, reason="not_recorded")
    found = study_strata(pairs_of(rows_of(applications, protocol, by=by)))
    if found is None:
        return Split(by=by, reason="not_recorded")
    parts = tuple(
        Part(
            name=name,
            table=table,
            difference=answer_of(
                "rd_tango_score",
                rd_tango_score(**msgspec.structs.asdict(table), confidence=protocol.analysis.confidence),
            ),
        )
        for name, table in found.tables.items()
    )
    tested = found.homogeneity
    p_value = None if tested is None else tested.p_value if tested.fisher_exact_p is None else tested.fisher_exact_p
    return Split(by=by, parts=parts, homogeneity_p=p_value)
