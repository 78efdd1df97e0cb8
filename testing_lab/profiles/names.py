"""Names that tell a group: what a list of them holds, and what can be wrong with it.

A name is a stimulus, so its strength belongs beside it. *Country congruence* is the share of raters who name the
group's country of origin; *region congruence* the share who name at least its part of the world. Dutch raters name the
right country for 0.83 of Dutch names, 0.43 of Turkish, 0.32 of Moroccan and hardly any Surinamese ones (EqualStrength
2025, METHODS of the lab §4.3): a study that takes recognition for granted measures too little.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal, get_args

import msgspec

from testing_lab.arguments import share
from testing_lab.findings import Finding

Sex = Literal["female", "male"]
Group = Literal["dutch", "turkish", "moroccan", "surinamese", "polish"]
Region = Literal["western_europe", "eastern_europe", "north_africa_middle_east", "caribbean_latin_america"]

GROUPS: Final[tuple[Group, ...]] = get_args(Group)
SEXES: Final[tuple[Sex, ...]] = get_args(Sex)
#: The part of the world that counts as recognised when the country is not.
REGION_OF: Final[dict[Group, Region]] = {
    "dutch": "western_europe",
    "turkish": "north_africa_middle_east",
    "moroccan": "north_africa_middle_east",
    "surinamese": "caribbean_latin_america",
    "polish": "eastern_europe",
}
#: METHODS §4.3: a name signals its group when so many raters name the country, or so many at least the region.
COUNTRY_THRESHOLD: Final = 0.4
REGION_THRESHOLD: Final = 0.7
#: With one name a group the name cannot be told from the group (METHODS §4.2).
LEAST_NAMES: Final = 2


class Recognition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What raters heard in a name: shares from 0 to 1, ``None`` where the source has no figure."""

    country: float | None = None
    region: float | None = None
    raters: int | None = None
    source: str


def recognised_by(
    recognition: Recognition, *, country: float = COUNTRY_THRESHOLD, region: float = REGION_THRESHOLD
) -> Literal["country", "region"] | None:
    """By what raters know the group of a name: its country, its region only, or neither; thresholds from 0 to 1.

    A name that is known by its region only, or not at all, needs a second cue (a language, voluntary work). A share
    that the source does not give reaches no threshold.

    Raises
    ------
    ImpossibleInput
        A threshold is not from 0 to 1.
    """
    if (recognition.country or 0.0) >= share("country", country):
        share("region", region)
        return "country"
    return "region" if (recognition.region or 0.0) >= share("region", region) else None


class SocialStatus(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The social status that raters heard in a name: only differences within one source mean something."""

    mean: float
    standard_error: float | None = None
    raters: int | None = None
    source: str


class Name(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A first name and surname, the group and sex that they are to signal, and how well they do.

    ``recognition`` and ``status`` are None where nobody measured them: do a pre-test. ``source`` says where the name
    comes from. ``young``: the curator finds the first name believable for an applicant of 17 to 19. ``avoid``: a
    reason not to use it (a public person bears it, or it is known as the name of an earlier test); such a name stays
    in the list for its figures.
    """

    first: str
    surname: str
    group: Group
    sex: Sex
    source: str
    young: bool = True
    recognition: Recognition | None = None
    status: SocialStatus | None = None
    avoid: Literal["public_person", "earlier_test"] | None = None

    @property
    def full(self) -> str:
        """As it stands on a letter: it identifies the name within a list."""
        return f"{self.first} {self.surname}"


class NameList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A version of the names: a study registers the version, and never changes it afterwards."""

    version: str
    entries: tuple[Name, ...]

    def of(self, group: Group, sex: Sex, *, young_only: bool = False) -> tuple[Name, ...]:
        """The names of a group and sex that may be used, in the order of the list."""
        return tuple(
            name
            for name in self.entries
            if (name.group, name.sex, name.avoid) == (group, sex, None) and (name.young or not young_only)
        )


def folded(text: str) -> str:
    """Small letters without accents: "Öztürk" and "ozturk" are the same, "Wałęsa" is "walesa"."""
    plain = unicodedata.normalize("NFKD", text.translate({0x141: "L", 0x142: "l", 0x131: "i"}))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()


#: All spellings of the one first name, among them Muhammed, Mohammad, Mehmet, Mo and Moh.
_MOHAMED: Final = re.compile(r"^(?:m[aou]+h?[ao]?mm?[aeiou][dt](?:oe|ou|u)?|me[hc]h?m[ae][dt]|moh?)$")


def sounds_like_mohamed(first: str) -> bool:
    """Whether a first name is a spelling of Mohamed, as the first names of a majority must never be."""
    return any(_MOHAMED.match(part) for part in re.split(r"[\s-]+", folded(first)) if part)


def fits_polish_grammar(surname: str, sex: Sex) -> bool:
    """Whether an adjective among Polish surnames has the ending of the sex: Wiśniewski, Wiśniewska.

    Surnames that are no adjectives (Nowak, Kowalczyk) are the same for both; so this says only what is surely wrong.
    """
    ending = folded(surname)[-3:]
    wrong = ("ski", "cki", "dzki") if sex == "female" else ("ska", "cka", "dzka")
    return not ending.endswith(tuple(end[-3:] for end in wrong))


def name_findings(names: NameList) -> tuple[Finding, ...]:
    """Everything that is wrong or doubtful in a list of names: errors forbid its use, warnings must be read."""
    return (*_of_entries(names.entries), *_of_numbers(names))


def _of_entries(entries: Sequence[Name]) -> Iterator[Finding]:
    written = Counter(folded(name.full) for name in entries)
    elsewhere = {folded(name.first) for name in entries if name.group in ("turkish", "moroccan")}
    for place, name in enumerate(entries):
        path = f"entries[{place}]"
        told: dict[str, str | int | float] = {"name": name.full}
        if not name.first.strip() or not name.surname.strip():
            yield Finding(path=path, code="name-incomplete", facts=told)
        if written[folded(name.full)] > 1:
            yield Finding(path=path, code="name-twice", facts=told)
        if name.group == "dutch" and (sounds_like_mohamed(name.first) or folded(name.first) in elsewhere):
            yield Finding(path=f"{path}.first", code="name-control-of-other-group", facts=told)
        if name.group == "polish" and not fits_polish_grammar(name.surname, name.sex):
            yield Finding(path=f"{path}.surname", code="name-polish-ending", facts=told)
        yield from _of_recognition(path, name)


def _of_recognition(path: str, name: Name) -> Iterator[Finding]:
    measured = name.recognition
    if measured is None:
        return
    for field, figure in (("country", measured.country), ("region", measured.region)):
        if figure is not None and not 0 <= figure <= 1:
            facts: dict[str, str | int | float] = {"name": name.full, "share": figure}
            yield Finding(path=f"{path}.recognition.{field}", code="name-share-impossible", facts=facts)
    if measured.country is None and measured.region is None:
        yield Finding(path=f"{path}.recognition", code="name-recognition-empty", facts={"name": name.full})
    if not measured.source.strip():
        yield Finding(path=f"{path}.recognition.source", code="name-figure-without-source", facts={"name": name.full})


def _of_numbers(names: NameList) -> Iterator[Finding]:
    for group in sorted({name.group for name in names.entries}, key=GROUPS.index):
        for sex in SEXES:
            usable = names.of(group, sex)
            if len(usable) < LEAST_NAMES:
                facts: dict[str, str | int | float] = {
                    "group": group, "sex": sex, "found": len(usable), "least": LEAST_NAMES
                }  # fmt: skip
                yield Finding(path="entries", code="name-too-few", level="warning", facts=facts)
