"""The curated names: five groups, two sexes, each figure with its source.

Figures are single published facts; no table of a survey is copied. Where they come from:

* ``equalstrength-2025``: country congruence among raters in the Netherlands. Perceptions of names in Europe, Scientific
  Data 12:1883, doi:10.1038/s41597-025-06153-8 (EqualStrength), read in METHODS of the lab §4.3. Its names are names of
  grown-ups: few are believable for an applicant of 17 to 19 (``young``).
* ``bovenkerk-1994``: the two applicants of the first Dutch paired test (NRC, 18 March 1994). Never measured, and known
  from newspapers: not for use.
* ``curated-2026``: chosen by the makers of this list from first names and surnames that are common in the group. The
  choice is a judgement and no measurement: recognition and status are None until a pre-test has them.

No name here is that of a public person as far as the makers know. Two measured ones are, and are marked: Dennis Visser
(short-track skater) and Ahmet Yildiz (victim of a much reported murder in 2008). Before fieldwork somebody checks that
no real person of the name lives in the town of the letter.

For Polish names Flemish raters told only that they are not Belgian, hardly which country (Martiniello & Verhaeghe 2022,
PLoS ONE, doi:10.1371/journal.pone.0270990): no figure per name is taken over. Surinamese names are hardly recognised
(0.05 to 0.19): a second cue is needed, and results with names only are too small.
"""

from __future__ import annotations

from typing import Final

from testing_lab.profiles.names import Group, Name, NameList, Recognition, Sex

_SURVEY: Final = "equalstrength-2025"
_PRESS: Final = "bovenkerk-1994"
_CURATED: Final = "curated-2026"
_PUBLIC: Final = ("Dennis Visser", "Ahmet Yildiz")


def _measured(first: str, surname: str, group: Group, sex: Sex, country: float, *, young: bool = False) -> Name:
    return Name(
        first=first, surname=surname, group=group, sex=sex, source=_SURVEY, young=young,
        recognition=Recognition(country=country, source=_SURVEY),
        avoid="public_person" if f"{first} {surname}" in _PUBLIC else None,
    )  # fmt: skip


def _chosen(group: Group, sex: Sex, *names: tuple[str, str]) -> tuple[Name, ...]:
    return tuple(Name(first=first, surname=surname, group=group, sex=sex, source=_CURATED) for first, surname in names)


def _historic(first: str, surname: str, group: Group) -> Name:
    return Name(first=first, surname=surname, group=group, sex="male", source=_PRESS, young=False, avoid="earlier_test")


#: The names that a new study begins with.
NAMES: Final = NameList(
    version="2026-1",
    entries=(
        _measured("Laura", "Visser", "dutch", "female", 0.85, young=True),
        _measured("Michelle", "Janssen", "dutch", "female", 0.85),
        *_chosen("dutch", "female", ("Sanne", "de Boer"), ("Lotte", "Hendriks"), ("Fleur", "Dekker")),
        _measured("Jeroen", "de Vries", "dutch", "male", 0.87),
        _measured("Tim", "van Dijk", "dutch", "male", 0.87, young=True),
        _measured("Dennis", "Visser", "dutch", "male", 0.86),
        *_chosen("dutch", "male", ("Thijs", "Brouwer"), ("Lars", "Hoekstra"), ("Daan", "Peters")),
        _historic("Ruud", "de Wit", "dutch"),
        _measured("Yasemin", "Öztürk", "turkish", "female", 0.65, young=True),
        _measured("Fatma", "Yilmaz", "turkish", "female", 0.53),
        *_chosen("turkish", "female", ("Elif", "Korkmaz"), ("Esra", "Polat"), ("Melike", "Aydin")),
        _measured("Ahmet", "Yildiz", "turkish", "male", 0.65),
        _measured("Murat", "Yilmaz", "turkish", "male", 0.62, young=True),
        *_chosen("turkish", "male", ("Emre", "Korkmaz"), ("Yusuf", "Polat"), ("Furkan", "Aydin")),
        _measured("Fatima", "Benali", "moroccan", "female", 0.45, young=True),
        *_chosen("moroccan", "female", ("Salma", "El Amrani"), ("Ikram", "Bouzidi"), ("Hajar", "Azzouzi")),
        _measured("Ahmed", "Benali", "moroccan", "male", 0.46, young=True),
        _measured("Mohamed", "Tahiri", "moroccan", "male", 0.42, young=True),
        *_chosen("moroccan", "male", ("Ayoub", "El Amrani"), ("Bilal", "Bouzidi"), ("Yassine", "Azzouzi")),
        _historic("Mustafa", "El Mansouri", "moroccan"),
        _measured("Sherida", "Mijnals", "surinamese", "female", 0.11),
        _measured("Sharmila", "Pinas", "surinamese", "female", 0.15),
        *_chosen("surinamese", "female", ("Shanti", "Ramdin"), ("Anjali", "Jairam"), ("Chelsey", "Wijngaarde")),
        _measured("Ricardo", "Pinas", "surinamese", "male", 0.10),
        *_chosen("surinamese", "male", ("Rishi", "Ramdin"), ("Ashwin", "Jairam"), ("Jermaine", "Wijngaarde")),
        *_chosen(
            "polish", "female",
            ("Natalia", "Jankowska"), ("Zuzanna", "Wiśniewska"), ("Weronika", "Nowicka"), ("Oliwia", "Zielińska"),
        ),
        *_chosen(
            "polish", "male",
            ("Kacper", "Jankowski"), ("Szymon", "Wiśniewski"), ("Mateusz", "Nowicki"), ("Bartosz", "Zieliński"),
        ),
    ),
)  # fmt: skip
