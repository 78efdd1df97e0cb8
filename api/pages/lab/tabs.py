"""The parts of a study, as this person may see them."""

from __future__ import annotations

from typing import Final, Literal

from api.messages.lab.studies import StudyView, Task
from api.pages.contexts.lab.study import StudyTab

StudyTabName = Literal[
    "overview",
    "protocol",
    "registration",
    "frame",
    "profiles",
    "plan",
    "fieldwork",
    "progress",
    "coding",
    "codes",
    "results",
    "keeping",
]

#: Where each part lives below ``/studies/<id>``, and whose task it is.
_PARTS: Final[tuple[tuple[StudyTabName, str, frozenset[Task]], ...]] = (
    ("overview", "", frozenset({"lead", "field", "coder"})),
    ("protocol", "/protocol", frozenset({"lead", "field", "coder"})),
    ("registration", "/registration", frozenset({"lead", "field", "coder"})),
    ("frame", "/frame", frozenset({"lead", "field"})),
    ("profiles", "/profiles", frozenset({"lead"})),
    ("plan", "/plan", frozenset({"lead"})),
    ("fieldwork", "/fieldwork", frozenset({"lead", "field"})),
    ("progress", "/progress", frozenset({"lead", "field"})),
    ("coding", "/coding", frozenset({"coder"})),
    ("codes", "/codes", frozenset({"lead"})),
    ("results", "/results", frozenset({"lead"})),
    ("keeping", "/keeping", frozenset({"lead"})),
)


def may_write_down(study: StudyView) -> bool:
    """Whether somebody may write down what he sent or whom he called; in a stopped study: before the stop."""
    return "send" in study.allowed or study.state == "stopped"


def study_tabs(study: StudyView, current: StudyTabName) -> tuple[StudyTab, ...]:
    """The tabs, left to right. Hiding a tab protects nothing: the services refuse. Nobody applies in a call."""
    return tuple(
        StudyTab(name=name, href=f"/studies/{study.study_id}{path}", current=name == current)
        for name, path, tasks in _PARTS
        if study.task in tasks and not (name == "profiles" and study.kind == "mystery_call")
    )
