"""The letter to a student."""

from __future__ import annotations

from typing import ClassVar

from api.messages.letters import LetterView
from api.messages.rounds import RoundView
from api.messages.runs import RunView
from api.pages.contexts.page import Page
from api.pages.tabs import Tab


class LetterPage(Page, frozen=True, kw_only=True):
    """The letter as it comes out of the printer; what is for the reader at the screen alone stays off the paper."""

    template: ClassVar[str] = "letter.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    run: RunView
    letter: LetterView
    name: str
