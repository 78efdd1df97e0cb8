"""A finished application: a template's draw, an applicant and the words of the study become a letter and a CV."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

import msgspec

from testing_lab.faults import ImpossibleInput
from testing_lab.profiles.names import Group, Name, folded
from testing_lab.profiles.seeded import Seed
from testing_lab.profiles.templates import Draw, Template, draw, draw_pair, two_templates

#: What a letter can say of its writer. Only these may differ within a pair, and they come from the applicant alone.
APPLICANT_SLOTS: Final = ("name", "first_name", "email", "phone", "town", "languages")
#: What a letter can say of the company, the school and the work; the study fills them in, the same for both.
STUDY_SLOTS: Final = (
    "company", "greeting", "school", "programme", "level", "earlier", "period", "field", "tasks", "learn"
)  # fmt: skip
#: A second cue for names that are weakly recognised (METHODS §4.3): one more language, the same number for everybody.
THIRD_LANGUAGE: Final[dict[Group, str]] = {
    "dutch": "Duits",
    "turkish": "Turks",
    "moroccan": "Arabisch",
    "surinamese": "Sranantongo",
    "polish": "Pools",
}
_SLOT: Final = re.compile(r"\{([a-z0-9_]+)\}")

Role = Literal["majority", "minority"]


class Applicant(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person who does not exist: a name and where the study receives answers to it.

    ``languages`` stands in the CV as it is. ``phone`` and ``email`` are the study's own.
    """

    name: Name
    email: str
    phone: str
    town: str
    languages: str

    def slots(self) -> dict[str, str]:
        """The words for :data:`APPLICANT_SLOTS`."""
        own = {slot: getattr(self, slot) for slot in ("email", "phone", "town", "languages")}
        return {"name": self.name.full, "first_name": self.name.first, **own}


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a document, without any mark-up."""

    kind: Literal["heading", "paragraph", "item"]
    text: str


class Application(msgspec.Struct, frozen=True, kw_only=True):
    """One finished letter with its CV, and all it was made from."""

    applicant: Applicant
    drawn: Draw
    letter: tuple[Block, ...]
    cv: tuple[Block, ...]


class ApplicationPair(msgspec.Struct, frozen=True, kw_only=True):
    """The two applications to one vacancy."""

    majority: Application
    minority: Application
    shared_points: tuple[str, ...]
    """The points that were drawn once for both."""


def languages_of(group: Group, *, second_cue: bool) -> str:
    """The languages in a CV: the same two for everybody, or with a third one that is a second cue for the group."""
    return f"Nederlands, Engels en {THIRD_LANGUAGE[group]}" if second_cue else "Nederlands en Engels"


def mail_address(name: Name, *, domain: str) -> str:
    """An address for a name at the study's own domain, without accents and blanks."""
    local = ".".join(re.sub(r"[^a-z0-9]", "", folded(part)) for part in (name.first, name.surname))
    return f"{local}@{domain}"


def application(
    template: Template, drawn: Draw, *, applicant: Applicant, study_words: Mapping[str, str]
) -> Application:
    """Fill in a template. Paragraphs and items that are left empty disappear.

    Raises
    ------
    ImpossibleInput
        A word of the study is missing, or a slot is not known.
    """
    chosen = {point.name: point.text_of(drawn.choices[point.name]) for point in template.points}
    words = {**study_words, **chosen, **applicant.slots()}
    return Application(
        applicant=applicant,
        drawn=drawn,
        letter=tuple(_blocks(_filled(template.letter, words))),
        cv=tuple(_blocks(_filled(template.cv, words))),
    )


def _filled(text: str, words: Mapping[str, str]) -> str:
    """Slots by their words, the slots within those words too; a template that refers in a circle has slots left."""
    for _ in range(4):
        missing = sorted({slot for slot in _SLOT.findall(text) if slot not in words})
        if missing:
            raise ImpossibleInput("study_words", "has no words for a slot of the template", slots=", ".join(missing))
        text = _SLOT.sub(lambda slot: words[slot[1]], text)
    if _SLOT.search(text):
        raise ImpossibleInput("template", "has words that refer to each other in a circle")
    return text


def _blocks(text: str) -> list[Block]:
    found: list[Block] = []
    going_on = False
    for line in (" ".join(line.split()) for line in text.splitlines()):
        kind: Literal["heading", "paragraph", "item"] = (
            "heading" if line.startswith("#") else "item" if line.startswith("-") else "paragraph"
        )
        if kind == "paragraph" and going_on and line:
            found[-1] = Block(kind=kind, text=f"{found[-1].text} {line}")
        elif line.lstrip("#- "):
            found.append(Block(kind=kind, text=line.lstrip("#- ")))
        going_on = kind == "paragraph" and bool(line)
    return found


def planned_applications(
    templates: Sequence[Template],
    applicants: Sequence[Applicant],
    *,
    study_words: Mapping[str, str],
    seed: Seed,
    given: Mapping[str, str],
) -> tuple[Application, ...]:
    """Applications to one vacancy by an assigned plan: the first template goes with the first applicant.

    Parameters
    ----------
    templates, applicants : sequence
        One of each, or two of each.
    study_words, seed
        As for :func:`application_pair`.
    given : mapping
        Keys of points that the plan assigned, such as the quality.
    """
    if len(templates) == 1:
        draws: tuple[Draw, ...] = (draw(templates[0], seed, given=given),)
    else:
        draws = draw_pair(templates[0], templates[1], seed, given=given)
    return tuple(
        application(template, drawn, applicant=applicant, study_words=study_words)
        for template, drawn, applicant in zip(templates, draws, applicants, strict=True)
    )


def application_pair(
    templates: Sequence[Template],
    *,
    majority: Applicant,
    minority: Applicant,
    study_words: Mapping[str, str],
    seed: Seed,
) -> ApplicationPair:
    """Two applications to one vacancy that differ in one trait: that which the two applicants signal.

    Parameters
    ----------
    templates : sequence of Template
        Two or more that can be paired (:func:`testing_lab.profiles.template_check.pair_findings`); the seed chooses
        two, and who gets which.
    majority, minority : Applicant
        The two who apply.
    study_words : mapping
        Words for :data:`STUDY_SLOTS` that the templates use.
    seed : int or str
        The same seed gives the same two applications.

    Raises
    ------
    ImpossibleInput
        Fewer than two templates, or words are missing.
    """
    first, second = two_templates(templates, seed)
    drawn = draw_pair(first, second, seed)
    return ApplicationPair(
        majority=application(first, drawn[0], applicant=majority, study_words=study_words),
        minority=application(second, drawn[1], applicant=minority, study_words=study_words),
        shared_points=tuple(point.name for point in first.points if point.across == "same"),
    )
