"""Protocols without a finding, one of each kind, and the ticks that let them through their gates."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from testing_lab.protocol.analysis_plan import Analysis, Sampling, SecondaryTest
from testing_lab.protocol.conduct import Ethics, Fieldwork
from testing_lab.protocol.document import Balance, Design, Protocol, Question, Trait
from testing_lab.protocol.gates import Tick, gates_of
from testing_lab.protocol.outcome_list import Outcomes, usual_outcomes
from testing_lab.protocol.registration import Registration, register

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)

_ETHICS = Ethics(
    burden_minutes=6.0,
    cool_down_days=365,
    one_pair_per_establishment=True,
    withdrawal_text_nl="Dank u wel. Ik heb inmiddels een andere stageplek gevonden en trek mijn brief in.",
    withdrawal_text_en="Thank you. I have found another internship and withdraw my application.",
    withdrawal_same_for_both=True,
    withdrawal_hours=24,
    no_place_taken=True,
    no_real_identities=True,
    ethics_approval_reference="Ethics committee 2026-014",
    data_protection_reference="Assessment 2026-07, file 33",
    school_consent_reference="Letters of two schools, 3 June 2026",
    retention_replies_days=180,
    retention_key_days=365,
    no_company_named=True,
    no_use_as_evidence=True,
    debrief="By sector, after publication; companies are not told that they were in it, so that none can be found.",
)


def example_protocol() -> Protocol:
    """A paired study of a city: 300 pairs, one trait, two sectors, without a finding but for parts that are small."""
    return Protocol(
        question=Question(
            title="Are internships open to all?",
            question="Do applicants with a Moroccan name get fewer positive answers than equal applicants?",
            hypotheses=("The majority applicant is invited more often than the minority applicant.",),
            traits=(
                Trait(
                    ground="race",
                    carrier="name",
                    majority="Dutch first and last name",
                    minority="Moroccan first and last name",
                    names_per_group=4,
                    pretest="Own survey of 200 people, May 2026",
                ),
            ),
            sectors=("ICT", "care"),
            region="Utrecht",
        ),
        design=Design(
            kind="paired",
            applications_per_vacancy=2,
            crossed_factors=("template", "name", "delay", "sender", "quality"),
            delay_hours_min=20,
            delay_hours_max=52,
            senders=("mailbox A", "mailbox B"),
            quality_varied=True,
            rerandomisation=(Balance(measure="share majority first", threshold=0.1),),
        ),
        outcomes=Outcomes(
            codes=usual_outcomes(calls=False),
            no_answer_days=28,
            no_reply="negative",
            one_sided_failure="pair_left_out",
            coders=2,
            least_kappa=0.7,
        ),
        analysis=Analysis(
            primary_test="mcnemar_midp",
            denominator="all_pairs",
            secondary=(
                SecondaryTest(name="ICT", test="mcnemar_midp", subgroup="sector is ICT"),
                SecondaryTest(name="care", test="mcnemar_midp", subgroup="sector is care"),
            ),
            correction="holm",
            strata=("sector",),
        ),
        sampling=Sampling(
            pairs=300,
            p_only_majority=0.12,
            p_only_minority=0.05,
            p_both=0.18,
            basis="Discordance of the study of 2021",
            frame="Vacancies on the public list of internships, September 2026",
            inclusion="Level 3 and 4, at least ten weeks, an address for letters",
            exclusion="Companies on the list of blocked companies",
            existing_data="none_exist",
        ),
        ethics=_ETHICS,
        fieldwork=Fieldwork(mail_domain="stage-post.example", start=date(2026, 10, 1), end=date(2027, 2, 26)),
    )


def example_calls() -> Protocol:
    """A study with mystery calls to 150 agencies."""
    return Protocol(
        question=Question(
            title="Do agencies go along with a discriminating client?",
            question="How many agencies agree not to send people of Moroccan origin?",
            hypotheses=("At most a quarter of the agencies go along.",),
            traits=(Trait(ground="race", carrier="request", minority="people of Moroccan origin"),),
            sectors=("agencies",),
            region="Utrecht",
        ),
        design=Design(kind="mystery_call", applications_per_vacancy=1),
        outcomes=Outcomes(codes=usual_outcomes(calls=True), least_kappa=0.7),
        analysis=Analysis(primary_test="complier_shares", denominator="valid_calls"),
        sampling=Sampling(
            pairs=150,
            expected_share=0.3,
            margin=0.08,
            basis="Inspection of 2019",
            frame="Register of agencies",
            inclusion="Agencies with an office in the region",
            existing_data="none_exist",
        ),
        ethics=_ETHICS,
        fieldwork=Fieldwork(
            start=date(2026, 10, 1),
            end=date(2026, 11, 30),
            call_script=(
                "Begin: Good morning. We look for two people for the desk.\n"
                "Verzoek: Our clients would rather not have Moroccans. Can you see to that?\n"
                "Doorvragen: So I can count on it?\n"
                "Slot: Thank you, we shall think about it."
            ),
            recorded=True,
            recording_basis="public_task",
            second_listener=True,
        ),
    )


def example_composition() -> Protocol:
    """The paired study as one with a randomised composition."""
    paired = example_protocol()
    return changed(
        paired,
        {
            "design.kind": "randomised_composition",
            "design.share_two_majority": 0.25,
            "design.share_mixed": 0.5,
            "design.share_two_minority": 0.25,
            "analysis.primary_test": "lpm_cluster_robust",
            "analysis.denominator": "all_applications",
            "sampling.pairs": 700,
        },
    )


def example_unpaired() -> Protocol:
    """One application to each vacancy."""
    return changed(
        example_protocol(),
        {
            "design.kind": "unpaired",
            "design.applications_per_vacancy": 1,
            "design.crossed_factors": ["template", "name", "sender", "quality"],
            "design.delay_hours_min": None,
            "design.delay_hours_max": None,
            "outcomes.one_sided_failure": None,
            "analysis.primary_test": "pearson_chi2",
            "analysis.denominator": "all_applications",
            "sampling.pairs": 650,
        },
    )


def changed(protocol: Protocol, values: dict[str, Any]) -> Protocol:
    """The protocol with other values at some places, as they stand in JSON."""
    plain = msgspec.to_builtins(protocol)
    for path, value in values.items():
        *parts, name = path.split(".")
        table = plain
        for part in parts:
            table = table[int(part)] if part.isdigit() else table[part]
        table[int(name) if name.isdigit() else name] = value
    return msgspec.convert(plain, Protocol)


def ticks_for(protocol: Protocol) -> tuple[Tick, ...]:
    """Every gate ticked."""
    return tuple(
        Tick(gate=gate, person="M. de Boer", on=date(2026, 8, 20), evidence=f"{gate}: seen in the file of the study")
        for gate in gates_of(protocol)
    )


def registered(protocol: Protocol) -> Registration:
    """The protocol, registered at noon."""
    found = register(protocol, ticks_for(protocol), at=NOON, by="M. de Boer")
    assert isinstance(found, Registration), found
    return found
