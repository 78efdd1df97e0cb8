"""Profiles without a fault and frames as large as a test needs."""

from __future__ import annotations

import datetime as dt

from testing_lab.frame.entries import FrameEntry
from testing_lab.profiles.curated_names import NAMES
from testing_lab.profiles.letters import SECTOR_WORDS
from testing_lab.profiles.names import SEXES, Group, Sex
from testing_lab.profiles.study_profiles import ChosenNames, Sender, StudyProfiles

WORDS = {
    "school": "ROC Voorbeeld", "town": "Utrecht", "earlier": "vmbo, gemengde leerweg",
    "greeting": "Geachte heer, mevrouw,",    "period": "van september tot en met januari",
}  # fmt: skip


def some_profiles(labels: tuple[str, ...] = ("mailbox A", "mailbox B"), *, names: int = 4) -> StudyProfiles:
    """Everything filled in for the sectors ICT and care."""
    of = {"ICT": ("Expert IT systems", "ict"), "care": ("Verzorgende IG", "care")}
    mailboxes = ("{first}.{surname}", "{initial}{surname}", "{surname}.{first}")
    return StudyProfiles(
        names=tuple(
            ChosenNames(sex=sex, majority=_names("dutch", sex, names), minority=_names("moroccan", sex, names))
            for sex in SEXES
        ),
        words=WORDS,
        sector_words={
            sector: {"programme": programme, "level": "niveau 4", **SECTOR_WORDS[words]}
            for sector, (programme, words) in of.items()
        },
        senders=tuple(
            Sender(label=label, phone=f"085 000 00 0{number}", mailbox=mailboxes[number % 3])
            for number, label in enumerate(labels)
        ),
    )


def _names(group: Group, sex: Sex, number: int) -> tuple[str, ...]:
    return tuple(name.full for name in NAMES.of(group, sex)[:number])


def a_frame(number: int) -> dict[str, FrameEntry]:
    """So many vacancies by unit id, half of them in each sector, a third of them large."""
    return {
        str(one): FrameEntry(
            entry_id=f"V{one}", row=one + 1, company=f"Bedrijf {one}", establishment=None, kvk=f"{10_000_000 + one}",
            establishment_number=None, postcode4="3511", place="Utrecht", sector="ICT" if one % 2 else "care",
            size_class="klein" if one % 3 else "groot", vacancy_title="Stage",
            contact_email=f"werk{one}@bedrijf.example", phone=None, source="site", found_on=dt.date(2026, 9, 1),
        )
        for one in range(1, number + 1)
    }  # fmt: skip
