"""A study with two applicants, for tests: nobody here exists."""

from __future__ import annotations

from testing_lab.profiles.applications import Applicant, ApplicationPair, application_pair, languages_of, mail_address
from testing_lab.profiles.curated_names import NAMES
from testing_lab.profiles.letters import SECTOR_WORDS, TEMPLATES
from testing_lab.profiles.names import Group, Sex

DOMAIN = "antwoord.example"
PHONES = ("06 00 00 00 01", "06 00 00 00 02")


def study_words(sector: str = "trade") -> dict[str, str]:
    return {
        "company": "Bakkerij De Proef",
        "greeting": "Geachte heer, mevrouw,",
        "school": "het Voorbeeld College",
        "programme": "Verkoop",
        "level": "niveau 3",
        "earlier": "vmbo, kader",
        "period": "van februari tot en met juni",
        **SECTOR_WORDS[sector],
    }


def applicant(group: Group, *, sex: Sex = "female", place: int = 0, second_cue: bool = True) -> Applicant:
    name = NAMES.of(group, sex)[place]
    return Applicant(
        name=name,
        email=mail_address(name, domain=DOMAIN),
        phone=PHONES[0 if group == "dutch" else 1],
        town="Amersfoort",
        languages=languages_of(group, second_cue=second_cue),
    )


def a_pair(seed: int, *, sector: str = "trade", minority: Group = "turkish", sex: Sex = "female") -> ApplicationPair:
    return application_pair(
        TEMPLATES,
        majority=applicant("dutch", sex=sex),
        minority=applicant(minority, sex=sex),
        study_words=study_words(sector),
        seed=seed,
    )
