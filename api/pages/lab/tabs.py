"""The parts of a study, as this person may see them."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from api.messages.lab.studies import StudyView, Task

StudyTabName = Literal["overview", "protocol", "registration", "coding", "progress", "codes", "results", "keeping"]

#: Where each part lives below ``/studies/<id>``, and whose task it is.
_PARTS: Final[tuple[tuple[StudyTabName, str, frozenset[Task]], ...]] = (
    ("overview", "", frozenset({"lead", "field", "coder"})),
    ("protocol", "/protocol", frozenset({"lead", "field", "coder"})),
    ("registration", "/registration", frozenset({"lead", "field", "coder"})),
    ("coding", "/coding", frozenset({"coder"})),
    ("progress", "/progress", frozenset({"lead", "field"})),
    ("codes", "/codes", frozenset({"lead"})),
    ("results", "/results", frozenset({"lead"})),
    ("keeping", "/keeping", frozenset({"lead"})),
)


class StudyTab(msgspec.Struct, frozen=True, kw_only=True):
    """A link to one part of a study."""

    name: StudyTabName
    href: str
    current: bool


def study_tabs(study: StudyView, current: StudyTabName) -> tuple[StudyTab, ...]:
    """The tabs, left to right. Hiding a tab protects nothing: the services refuse."""
    return tuple(
        StudyTab(name=name, href=f"/studies/{study.study_id}{path}", current=name == current)
        for name, path, tasks in _PARTS
        if study.task in tasks
    )
