"""What a rule is, and which grounds, levels and sources there are."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final, Literal

import msgspec

#: The twelve grounds of the Dutch equal treatment acts, and ``none`` for advice that the law does not ask for.
Ground = Literal[
    "religion",
    "belief",
    "political_opinion",
    "race",
    "sex",
    "nationality",
    "orientation",
    "civil_status",
    "disability",
    "age",
    "working_hours",
    "contract_type",
    "none",
]
#: ``direct``: mostly not allowed. ``indirect``: only with a good reason. ``advice``: better another way.
Level = Literal["direct", "indirect", "advice"]
#: A text for a stage or leerbaan, or for a paid job: some words are normal for the first alone.
TextFor = Literal["internship", "job"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Where a rule comes from: a law or a list, and an address where there is one."""

    title: str
    address: str = ""


_CHECK: Final = "https://www.mensenrechten.nl/nl/vacaturecheck"
_RULINGS: Final = "https://oordelen.mensenrechten.nl"
SOURCES: Final[dict[str, Source]] = {
    "wgbl": Source(title="WGBL; College voor de Rechten van de Mens, vacaturecheck", address=_CHECK),
    "awgb_sex": Source(title="AWGB, WGB m/v; College voor de Rechten van de Mens, vacaturecheck", address=_CHECK),
    "awgb": Source(title="AWGB; College voor de Rechten van de Mens, vacaturecheck", address=_CHECK),
    "language": Source(title="AWGB; oordelen 2022-55, 2016-30 en 2013-66 van het College", address=_RULINGS),
    "religion": Source(title="AWGB; Hof van Justitie EU, oktober 2022; oordelen van het College", address=_RULINGS),
    "wgbhcz": Source(title="WGBH/CZ; College voor de Rechten van de Mens, vacaturecheck", address=_CHECK),
    "hours": Source(title="Burgerlijk Wetboek, artikel 7:648 (arbeidsduur)"),
    "gender_writing": Source(title="Taalunie en CommunicatieRijk, genderbewust schrijven"),
    "selection": Source(title="College voor de Rechten van de Mens, richtlijnen voor werving en selectie"),
    "tone": Source(title="Gaucher, Friesen & Kay (2011)"),
    "plain_language": Source(title="CommunicatieRijk, taalniveau B1"),
}


class Rule(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One rule. A group ``hit`` in a pattern is what is marked; else all of it is.

    ``unless``: an exception that overlaps the find. ``unless_before``, ``unless_after``: right beside it in its
    sentence. ``unless_sentence``: anywhere in its sentence, such as a legal reason. ``about_others``: no find where
    the words before it are about clients, pupils or guests. ``negatable``: a negation takes it away.
    """

    name: str
    ground: Ground
    level: Level
    source: str
    patterns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    unless_sentence: tuple[str, ...] = ()
    about_others: bool = False
    negatable: bool = True
    level_for_internship: Level | None = None
    only_for: TextFor | None = None
    tone: bool = False
    longest_sentence: int = 0

    @cached_property
    def finds(self) -> re.Pattern[str] | None:
        """What is looked for; None where the rule counts words instead."""
        return _whole_words(self.patterns)

    @cached_property
    def exceptions(self) -> re.Pattern[str] | None:
        """``unless``, as one pattern."""
        return _whole_words(self.unless)

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        """``unless_before``: it ends where the find begins."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(self.unless_before)}) ?$") if self.unless_before else None

    @cached_property
    def after(self) -> re.Pattern[str] | None:
        """``unless_after``: it begins where the find ends."""
        return re.compile(rf"^[ ,(]{{0,2}}(?:{'|'.join(self.unless_after)})(?!\w)") if self.unless_after else None

    @cached_property
    def sentence(self) -> re.Pattern[str] | None:
        """``unless_sentence``, as one pattern."""
        return _whole_words(self.unless_sentence)

    def level_in(self, text_for: TextFor) -> Level:
        """How much it weighs in a text of this kind."""
        return self.level_for_internship or self.level if text_for == "internship" else self.level


def _whole_words(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the patterns, never inside a longer word. The group ``hit`` may be in several: it gets a number."""
    if not patterns:
        return None
    numbered = (one.replace("(?P<hit>", f"(?P<hit{place}>") for place, one in enumerate(patterns))
    return re.compile(rf"(?<![\w])(?:{'|'.join(numbered)})(?![\w])")
