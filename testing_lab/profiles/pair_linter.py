"""The last look at a pair before it is sent: what differs besides the trait, and what must not be in it at all.

The linter reads the finished letters as a company would, and believes nothing of how they were made: letters that
somebody edited by hand are checked like drawn ones. It does not check spelling: that needs a list of words, and a
wrong answer would be worse than none. :func:`testing_lab.profiles.reading.slips` counts slips that are wrong in any
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from testing_lab.findings import Finding
from testing_lab.profiles.applications import Application, ApplicationPair, Block, Role
from testing_lab.profiles.forbidden import StudyContacts, forbidden_content, plain_phone
from testing_lab.profiles.names import sounds_like_mohamed
from testing_lab.profiles.reading import slips, text_measures, words_of
from testing_lab.profiles.template_check import TELLING_WORDS

#: Part of the longer text by which the shorter one may be shorter. The letters of the house stay below 0.07 and 0.15.
MOST_SHORTER: Final = {"letter": 0.10, "cv": 0.20}
#: Points of reading ease between two letters; a class of Douma's table is 10 wide. Those of the house stay below 6.
MOST_EASIER: Final = 8.0
_AGE: Final = re.compile(r"\b(1[4-9]|2\d) jaar\b|\b[Ll]eeftijd:? (\d\d)\b")
_MARK: Final = re.compile(r"(?<![\d,])(?:10|[1-9])[,.]\d(?!\d|[,.]\d)")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_DOCUMENTS: Final[tuple[Literal["letter", "cv"], ...]] = ("letter", "cv")

Trait = Literal["group", "sex"]


def differences(pair: ApplicationPair, contacts: StudyContacts, *, trait: Trait = "group") -> tuple[Finding, ...]:
    """Everything in a pair that a company could react to besides the trait, and everything that is forbidden.

    Parameters
    ----------
    pair : ApplicationPair
        The two finished applications.
    contacts : StudyContacts
        The study's own domain and numbers.
    trait : {"group", "sex"}
        What the two are meant to differ in; the other one must be the same.

    Returns
    -------
    tuple of Finding
        Errors must be mended; warnings must be read. Paths begin with ``majority``, ``minority`` or ``pair``.
    """
    return (
        *_of_applicants(pair, trait),
        *_of_contacts(pair),
        *_of_points(pair),
        *_of_facts_told(pair),
        *_of_wording(pair),
        *_of_measures(pair),
        *(
            finding
            for role, made in _both(pair).items()
            for document in _DOCUMENTS
            for finding in forbidden_content(
                _text(_blocks(made, document)), path=f"{role}.{document}", contacts=contacts
            )
        ),
    )


def _both(pair: ApplicationPair) -> dict[Role, Application]:
    return {"majority": pair.majority, "minority": pair.minority}


def _blocks(made: Application, document: Literal["letter", "cv"]) -> tuple[Block, ...]:
    return made.letter if document == "letter" else made.cv


def _text(blocks: tuple[Block, ...]) -> str:
    return "\n".join(block.text for block in blocks)


def _whole(made: Application) -> str:
    return _text((*made.letter, *made.cv))


def _of_applicants(pair: ApplicationPair, trait: Trait) -> Iterator[Finding]:
    one, other = pair.majority.applicant, pair.minority.applicant
    if getattr(one.name, trait) == getattr(other.name, trait):
        yield Finding(path="pair.name", code="pair-no-trait", facts={"trait": trait})
    second: Trait = "sex" if trait == "group" else "group"
    if getattr(one.name, second) != getattr(other.name, second):
        yield Finding(path="pair.name", code="pair-second-trait", facts={"trait": second})
    if one.name.group == "dutch" and sounds_like_mohamed(one.name.first):
        yield Finding(path="majority.name", code="pair-control-mohamed", facts={"name": one.name.full})
    for role, made in _both(pair).items():
        if made.applicant.name.avoid:
            yield Finding(path=f"{role}.name", code="pair-name-to-avoid", facts={"name": made.applicant.name.full})
    if one.town != other.town:
        facts: dict[str, str | int | float] = {"majority": one.town, "minority": other.town}
        yield Finding(path="pair.town", code="pair-town-differs", level="warning", facts=facts)
    spoken = [len(re.split(r",\s*|\s+en\s+", made.languages.strip())) for made in (one, other)]
    if spoken[0] != spoken[1]:
        facts = {"majority": spoken[0], "minority": spoken[1]}
        yield Finding(path="pair.languages", code="pair-languages-differ", level="warning", facts=facts)


def _of_contacts(pair: ApplicationPair) -> Iterator[Finding]:
    one, other = pair.majority.applicant, pair.minority.applicant
    if one.email.casefold() == other.email.casefold():
        yield Finding(path="pair.email", code="pair-same-mail", facts={"email": one.email})
    if one.phone and plain_phone(one.phone) == plain_phone(other.phone):
        yield Finding(path="pair.phone", code="pair-same-phone")
    made = _both(pair)
    for role, stranger in (("majority", other), ("minority", one)):
        own = made["majority" if role == "majority" else "minority"]
        text = _whole(own)
        if own.applicant.email not in text:
            yield Finding(path=f"{role}.email", code="pair-mail-missing", facts={"email": own.applicant.email})
        if own.applicant.name.full not in text:
            yield Finding(path=f"{role}.name", code="pair-name-missing", facts={"name": own.applicant.name.full})
        for slot, word in (("name", stranger.name.full), ("email", stranger.email)):
            if word in text:
                yield Finding(path=f"{role}.{slot}", code="pair-mixed-up", facts={"found": word})
    phones = [made.applicant.phone in _whole(made) for made in _both(pair).values()]
    if phones[0] != phones[1]:
        yield Finding(path="pair.phone", code="pair-phone-in-one")


def _of_points(pair: ApplicationPair) -> Iterator[Finding]:
    for point in pair.shared_points:
        drawn = [made.drawn.choices.get(point, "") for made in _both(pair).values()]
        if drawn[0] != drawn[1]:
            facts: dict[str, str | int | float] = {"point": point, "majority": drawn[0], "minority": drawn[1]}
            yield Finding(path=f"pair.{point}", code="pair-point-differs", facts=facts)


def _of_facts_told(pair: ApplicationPair) -> Iterator[Finding]:
    """Ages and marks as they stand in the texts, whatever was drawn."""
    ages, marks = [], []
    for made in _both(pair).values():
        text = _whole(made)
        ages.append(", ".join(sorted({one or other for one, other in _AGE.findall(text)})))
        marks.append(", ".join(sorted({mark.replace(".", ",") for mark in _MARK.findall(_without_own(text, made))})))
    if ages[0] != ages[1]:
        facts: dict[str, str | int | float] = {"majority": ages[0] or "-", "minority": ages[1] or "-"}
        yield Finding(path="pair.age", code="pair-age-differs", facts=facts)
    if marks[0] != marks[1]:
        facts = {"majority": marks[0] or "-", "minority": marks[1] or "-"}
        yield Finding(path="pair.mark", code="pair-mark-differs", facts=facts)


def _without_own(text: str, made: Application) -> str:
    """A text without what must differ: names, mail addresses and numbers."""
    applicant = made.applicant
    for word in (applicant.email, applicant.phone, applicant.name.full, applicant.name.first, applicant.languages):
        text = text.replace(word, " ") if word else text
    return text


def _of_wording(pair: ApplicationPair) -> Iterator[Finding]:
    if pair.majority.drawn.template == pair.minority.drawn.template:
        facts: dict[str, str | int | float] = {"template": pair.majority.drawn.template}
        yield Finding(path="pair.template", code="pair-same-template", facts=facts)
    sentences = [_sentences(made) for made in _both(pair).values()]
    for sentence in sorted(sentences[0] & sentences[1]):
        yield Finding(path="pair.letter", code="pair-same-sentence", facts={"sentence": sentence})


def _sentences(made: Application) -> set[str]:
    found = {
        " ".join(words_of(_without_own(sentence, made))).casefold()
        for block in (*made.letter, *made.cv)
        for sentence in _SENTENCE_END.split(block.text)
    }
    return {sentence for sentence in found if len(sentence.split()) >= TELLING_WORDS}


def _of_measures(pair: ApplicationPair) -> Iterator[Finding]:
    for document in _DOCUMENTS:
        texts = [_without_own(_text(_blocks(made, document)), made) for made in _both(pair).values()]
        lengths = [len(words_of(text)) for text in texts]
        if max(lengths) - min(lengths) > MOST_SHORTER[document] * max(lengths):
            facts: Mapping[str, str | int | float] = {"majority": lengths[0], "minority": lengths[1]}
            yield Finding(path=f"pair.{document}", code="pair-length-differs", level="warning", facts={**facts})
        wrong = [slips(_text(_blocks(made, document))) for made in _both(pair).values()]
        if wrong[0] != wrong[1]:
            facts = {"majority": wrong[0], "minority": wrong[1]}
            yield Finding(path=f"pair.{document}", code="pair-slips-differ", level="warning", facts={**facts})
    ease = [_reading_ease(made) for made in _both(pair).values()]
    if ease[0] is not None and ease[1] is not None and abs(ease[0] - ease[1]) > MOST_EASIER:
        facts = {"majority": round(ease[0], 1), "minority": round(ease[1], 1)}
        yield Finding(path="pair.letter", code="pair-reading-differs", level="warning", facts={**facts})


def _reading_ease(made: Application) -> float | None:
    """Of the whole sentences in the paragraphs of the letter."""
    paragraphs = (_without_own(block.text, made) for block in made.letter if block.kind == "paragraph")
    return text_measures(" ".join(text for text in paragraphs if text.rstrip().endswith((".", "!", "?")))).reading_ease
