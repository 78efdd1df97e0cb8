"""What would be different for a student without a place, in plain sentences: about him, or to him."""

from __future__ import annotations

from typing import Literal

from api.catalogue import Language, text
from matching.result import Counterfactual, Explanation

#: ``would``: to a member of staff, about the student. ``letter-would``: to the student.
Voice = Literal["would", "letter-would"]
_PLACE = {"would": "place-then", "letter-would": "letter-then"}


def otherwise_texts(explanation: Explanation, language: Language) -> tuple[str, ...]:
    """A line for each thing that could be different, also where it gives nothing: then nobody has to ask."""
    return tuple(_line(would, "would", language) for would in explanation.counterfactuals)


def otherwise_letter(explanation: Explanation, language: Language) -> tuple[str, ...]:
    """The same to the student, where it gives something. Support is for the company to give, never for him to drop."""
    return tuple(_line(would, "letter-would", language) for would in explanation.counterfactuals if would.offers)


def _line(would: Counterfactual, voice: Voice, language: Language) -> str:
    message = f"{voice}-{would.rule.replace('_', '-')}"
    if not would.offers:
        return text(language, f"{message}-none")
    minutes = {} if would.minutes is None else {"minutes": would.minutes}
    said = text(language, message, offers=would.offers, **minutes)
    return f"{said} {text(language, f'{_PLACE[voice]}-{would.place}')}"
