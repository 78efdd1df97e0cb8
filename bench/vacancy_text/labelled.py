"""The labelled sentences, and what the rules make of them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

import msgspec

from api.services.vacancy_text.check import check_text
from api.services.vacancy_text.rules import TextFor

Part = Literal["tuning", "held_back", "challenge", "unseen"]
FILE = Path(__file__).with_name("sentences.tsv")


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence. ``expected``: rules that must find something, and no other may. ``about``: what it tries."""

    part: Part
    text_for: TextFor
    tone: bool
    expected: frozenset[str]
    about: str
    text: str


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences that a rule is right (``hits``), wrong (``false_alarms``) or silent about (``misses``)."""

    hits: int
    false_alarms: int
    misses: int

    @property
    def precision(self) -> float | None:
        """Share of its finds that are right, 0..1; None where it found nothing."""
        found = self.hits + self.false_alarms
        return self.hits / found if found else None

    @property
    def recall(self) -> float | None:
        """Share of what it should find that it finds, 0..1; None where there is nothing to find."""
        wanted = self.hits + self.misses
        return self.hits / wanted if wanted else None


def sentences(part: Part | None = None) -> tuple[Sentence, ...]:
    """Those of one part, or all."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Sentence(
            part=msgspec.convert(row["part"], Part),
            text_for=msgspec.convert(row["kind"], TextFor),
            tone=row["tone"] == "yes",
            expected=frozenset() if row["expected"] == "-" else frozenset(row["expected"].split(",")),
            about=row["about"],
            text=row["text"],
        )
        for row in rows
        if part in (None, row["part"])
    )


def found_in(one: Sentence) -> frozenset[str]:
    """The rules that find something in a sentence."""
    return frozenset(hit.rule for hit in check_text(one.text, one.text_for, tone=one.tone).hits)


def counts(of: Iterable[Sentence]) -> dict[str, Count]:
    """How each rule did, by its name; ``*`` is all rules together."""
    hits, alarms, misses = Counter[str](), Counter[str](), Counter[str]()
    for one in of:
        found = found_in(one)
        hits.update(found & one.expected)
        alarms.update(found - one.expected)
        misses.update(one.expected - found)
    names = hits.keys() | alarms.keys() | misses.keys()
    each = {name: Count(hits=hits[name], false_alarms=alarms[name], misses=misses[name]) for name in names}
    return {"*": Count(hits=hits.total(), false_alarms=alarms.total(), misses=misses.total())} | dict(
        sorted(each.items())
    )


PARTS: tuple[Part, ...] = get_args(Part)
