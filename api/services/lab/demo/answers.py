"""What the companies of the demo think of two applicants, and what they write.

How many think what is fixed (:class:`Truth`); a seed says which. So what a study finds can be compared with what was
there: ``docs/lab.md`` states it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final, Literal, get_args

import msgspec

Thought = Literal["both", "only_majority", "only_minority", "neither"]


class Truth(msgspec.Struct, frozen=True, kw_only=True):
    """Vacancies by who of the two gets a positive answer."""

    both: int
    only_majority: int
    only_minority: int
    neither: int

    @property
    def pairs(self) -> int:
        """All of them."""
        return self.both + self.only_majority + self.only_minority + self.neither


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a company does with one application. ``words`` is empty where it never answers.

    ``hours``: from the letter to the answer; ``withdrawn_after``: from the answer to the withdrawal, which is due
    within 24. ``by_phone``: it calls.
    """

    positive: bool
    words: str = ""
    hours: float = 0.0
    withdrawn_after: float = 0.0
    by_phone: bool = False


#: A sentence by which a reader knows what it is, and how often it is said.
_POSITIVE: Final = {
    "invited": ("Kun je volgende week langskomen voor een gesprek?", 70),
    "asks_to_call": ("Wil je ons even bellen om verder te praten?", 18),
    "place_offered": ("Wat ons betreft kun je beginnen: de plek is voor jou.", 12),
}
_NEGATIVE: Final = {
    "no_answer": ("", 48),
    "refused": ("Helaas hebben wij nu geen plek voor een stagiair.", 36),
    "asks_information": ("Kun je ons laten weten welke dagen je naar school gaat?", 9),
    "waiting_list": ("We zetten je brief op de wachtlijst en laten het je later weten.", 7),
}
_SIGNED: Final = (
    "{hello} {name},\n\nDank je voor je brief aan {company}. {words}\n\nMet vriendelijke groet,\n{company}\n"
)
_HELLO: Final = ("Beste", "Hallo", "Dag")


def thoughts_of(truth: Truth, pseudonyms: Sequence[str], *, seed: str) -> dict[str, Thought]:
    """Which vacancy thinks what: of each kind as many as the truth says, where there are as many vacancies."""
    kinds: list[Thought] = [kind for kind in get_args(Thought) for _ in range(getattr(truth, kind))]
    random.Random(f"{seed} thoughts").shuffle(kinds)  # noqa: S311  # a demo keeps no secret
    return dict(zip(sorted(pseudonyms), kinds, strict=True))


def answer_of(thought: Thought, *, majority: bool, name: str, company: str, seed: str) -> Answer:
    """What the company answers to this applicant; ``seed`` is of this application alone."""
    chance = random.Random(f"{seed} answer")  # noqa: S311  # a demo keeps no secret
    positive = thought == "both" or thought == ("only_majority" if majority else "only_minority")
    said = _POSITIVE if positive else _NEGATIVE
    code = chance.choices(list(said), weights=[weight for _, weight in said.values()])[0]
    if code == "no_answer":
        return Answer(positive=False)
    words = _SIGNED.format(hello=chance.choice(_HELLO), name=name, company=company, words=said[code][0])
    return Answer(
        positive=positive,
        words=words,
        hours=round(chance.triangular(3.0, 20 * 24.0, 60.0), 1),
        withdrawn_after=round(chance.triangular(1.0, 22.0, 5.0), 1),
        by_phone=code == "asks_to_call" or chance.random() < 0.1,
    )


def code_of(text: str) -> str:
    """What a careful reader says that a reply is.

    Raises
    ------
    LookupError
        None of the sentences is in it.
    """
    for code, (sentence, _) in (_POSITIVE | _NEGATIVE).items():
        if sentence and sentence in text:
            return code
    raise LookupError(text)
