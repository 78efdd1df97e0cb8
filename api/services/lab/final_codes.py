"""The final code of a dispatch: one rule for the agreement of the coders, the monitor and the analysis.

A dispatch that came back as undeliverable, or whose company knew that it was a test, has that code whatever was coded.
Two coders who agree decide; where they differ the third does. Without a reply there is nothing to code: no answer.
"""

from __future__ import annotations

from typing import Final

from testing_lab.fieldwork.outcomes import UNUSABLE

NO_ANSWER: Final = "no_answer"


def final_code(*, state: str, replied: bool, first: str | None, second: str | None, third: str | None) -> str | None:
    """The final code; None while coders still have to decide.

    ``state`` of the dispatch; ``replied``: a person answered (an automatic message is no reply).
    """
    if state in UNUSABLE:
        return state
    if first is None and second is None:
        return None if replied else NO_ANSWER
    if first is None or second is None:
        return None
    return first if first == second else third
