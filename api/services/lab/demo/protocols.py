"""The registered plans of the demo's studies."""

from __future__ import annotations

import datetime as dt
from typing import Final

from api.messages.lab.plans import SaveProfiles
from testing_lab.profiles.curated_names import NAMES
from testing_lab.profiles.letters import SECTOR_WORDS
from testing_lab.profiles.names import SEXES, Group, Sex
from testing_lab.profiles.study_profiles import ChosenNames, Sender
from testing_lab.protocol.analysis_plan import Analysis, Sampling, SecondaryTest
from testing_lab.protocol.conduct import Ethics, Fieldwork
from testing_lab.protocol.document import Balance, Design, Protocol, Question, Trait
from testing_lab.protocol.outcome_list import Outcomes, usual_outcomes

#: Names of each group and sex.
_NAMES: Final = 4
_SENDERS: Final = ("postbus 1", "postbus 2")
_GROUPS: Final[dict[Group, str]] = {"moroccan": "Marokkaanse", "turkish": "Turkse"}
_MAILBOXES: Final = ("{first}.{surname}", "{initial}{surname}")
#: Sector of a study -> words of its letters, and what the applicants learn for.
_SECTORS: Final = {
    "zorg": ("care", "Verzorgende IG"),
    "ict": ("ict", "Expert IT systems and devices"),
    "techniek": ("technical", "Monteur mechatronica"),
    "handel": ("trade", "Verkoopspecialist"),
}
_ETHICS: Final = Ethics(
    burden_minutes=6.0,
    cool_down_days=365,
    one_pair_per_establishment=True,
    withdrawal_text_nl="Dank u wel voor uw antwoord. Ik heb een andere stageplek gevonden en trek mijn brief in.",
    withdrawal_text_en="Thank you for your answer. I have found another internship and withdraw my application.",
    withdrawal_same_for_both=True,
    withdrawal_hours=24,
    no_place_taken=True,
    no_real_identities=True,
    ethics_approval_reference="Ethische commissie, advies 14",
    data_protection_reference="DPIA 7, map 33",
    school_consent_reference="Brieven van twee scholen, map 2",
    retention_replies_days=180,
    retention_key_days=365,
    no_company_named=True,
    no_use_as_evidence=True,
    debrief="Per sector, na publicatie. Bedrijven horen niet dat zij meededen: zo is niemand terug te vinden.",
)


def protocol_of(
    *, title: str, minority: Group, sectors: tuple[str, ...], pairs: int, start: dt.date, end: dt.date
) -> Protocol:
    """A paired test by letter; the shares that it expects are those of an earlier study that does not exist."""
    group = _GROUPS[minority]
    return Protocol(
        question=Question(
            title=title,
            question=f"Krijgen leerlingen met een {group} naam minder vaak een positief antwoord op een stagebrief?",
            hypotheses=(f"Met een Nederlandse naam is het antwoord vaker positief dan met een {group} naam.",),
            traits=(
                Trait(
                    ground="race",
                    carrier="name",
                    majority="Nederlandse voor- en achternaam",
                    minority=f"{group} voor- en achternaam",
                    names_per_group=_NAMES,
                    pretest="Eigen peiling onder 200 mensen, map 5",
                ),
            ),
            sectors=sectors,
            region="Utrecht",
        ),
        design=Design(
            kind="paired",
            applications_per_vacancy=2,
            crossed_factors=("template", "name", "delay", "sender", "quality"),
            delay_hours_min=20,
            delay_hours_max=52,
            senders=_SENDERS,
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
            secondary=tuple(
                SecondaryTest(name=sector, test="mcnemar_midp", subgroup=f"sector is {sector}") for sector in sectors
            ),
            correction="holm",
            strata=("sector",),
        ),
        sampling=Sampling(
            pairs=pairs,
            p_only_majority=0.22,
            p_only_minority=0.08,
            p_both=0.2,
            basis="Een eerder onderzoek, dat in de demo verzonnen is",
            frame="Vacatures van de stagebank van de demo",
            inclusion="Niveau 3 en 4, ten minste tien weken, met een adres voor brieven",
            exclusion="Bedrijven op de lijst die met rust gelaten worden",
            existing_data="none_exist",
        ),
        ethics=_ETHICS,
        fieldwork=Fieldwork(mail_domain="stage-post.example", start=start, end=end),
    )


def profiles_of(minority: Group, sectors: tuple[str, ...]) -> SaveProfiles:
    """The applicants: curated names, the letters of the house, no number that belongs to somebody."""
    return SaveProfiles(
        version=0,
        majority="dutch",
        minority=minority,
        names=tuple(
            ChosenNames(sex=sex, majority=_names("dutch", sex), minority=_names(minority, sex)) for sex in SEXES
        ),
        templates=("A", "B", "C", "D"),
        words={
            "school": "ROC Voorbeeld", "town": "Utrecht", "earlier": "vmbo, gemengde leerweg",
            "greeting": "Geachte heer, mevrouw,", "period": "van september tot en met januari",
        },
        sector_words={
            sector: {"programme": _SECTORS[sector][1], "level": "niveau 4", **SECTOR_WORDS[_SECTORS[sector][0]]}
            for sector in sectors
        },
        senders=tuple(
            Sender(label=label, phone=f"085 000 00 0{number}", mailbox=mailbox)
            for number, (label, mailbox) in enumerate(zip(_SENDERS, _MAILBOXES, strict=True))
        ),
    )  # fmt: skip


def _names(group: Group, sex: Sex) -> tuple[str, ...]:
    return tuple(name.full for name in NAMES.of(group, sex)[:_NAMES])
