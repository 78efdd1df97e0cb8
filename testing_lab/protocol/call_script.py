"""The script of a mystery call, as a protocol writes it: one step after the other, word for word.

A step begins with its kind and a colon, at the beginning of a line; further lines belong to it::

    Begin: Good morning, I call for a firm that looks for people for the desk.
    Verzoek: Our clients would rather not have people with a headscarf. Can you see to that?
    Doorvragen: So I can count on that?
    Slot: Thank you, I shall think about it.

The request is the discriminatory one; there is exactly one of it, so that every call asks the same thing once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Final, Literal

import msgspec

from testing_lab.findings import Finding

StepKind = Literal["opening", "request", "probe", "closing"]

#: By what word a step of each kind begins, in Dutch or in English.
WORDS: Final[dict[str, StepKind]] = {
    "opening": "opening", "begin": "opening",
    "request": "request", "verzoek": "request",
    "probe": "probe", "doorvragen": "probe",
    "closing": "closing", "slot": "closing",
}  # fmt: skip
_STEP: Final = re.compile(rf"\s*({'|'.join(WORDS)})\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)


class ScriptStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence of the script, word for word. ``step``: its number in the script, from 1."""

    step: str
    kind: StepKind
    words: str


class RecordingRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether a call is recorded, and on which basis of the protocol.

    ``consent``: asked before anything else; without a yes the call is not recorded. On every basis, who says no is not
    recorded. ``delete_after_days``: a recording is gone by then. A recording is personal data of the person who
    answers: without one, the second listener hears the call live.
    """

    recording: Literal["never", "consent", "public_task", "legitimate_interest"] = "never"
    delete_after_days: int = 30
    second_listener: bool = True


class CallScript(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The script of a study, in the order in which it is said, with its version."""

    version: str
    steps: tuple[ScriptStep, ...]
    rules: RecordingRules = RecordingRules()


def steps_of(text: str) -> tuple[tuple[ScriptStep, ...], str]:
    """The steps, and what stands before the first of them; that is said by nobody.

    >>> steps_of("Begin: Hello.\\nVerzoek: No women,\\nplease.")[0][1].words
    'No women, please.'
    """
    found: list[tuple[StepKind, list[str]]] = []
    before: list[str] = []
    for line in text.splitlines():
        begun = _STEP.fullmatch(line)
        if begun is not None:
            found.append((WORDS[begun[1].lower()], [begun[2]]))
        elif line.strip():
            (found[-1][1] if found else before).append(line)
    steps = tuple(
        ScriptStep(step=str(number), kind=kind, words=" ".join(" ".join(lines).split()))
        for number, (kind, lines) in enumerate(found, 1)
    )
    return steps, " ".join(before)


def version_of(text: str) -> str:
    """By what a script is known: twelve digits of the SHA-256 of its text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def script_findings(text: str) -> Iterator[Finding]:
    """Everything that is wrong with a script: an opening first, one request, a closing last, no empty step."""
    path = "fieldwork.call_script"
    steps, before = steps_of(text)
    if before:
        yield Finding(path=path, code="script_words_before", facts={"words": before[:60]})
    for place, one in enumerate(steps, 1):
        if not one.words:
            yield Finding(path=path, code="script_step_empty", facts={"place": place})
    kinds = [one.kind for one in steps]
    if kinds.count("request") != 1:
        yield Finding(path=path, code="script_one_request", facts={"number": kinds.count("request")})
    if not kinds or kinds[0] != "opening" or kinds[-1] != "closing":
        yield Finding(path=path, code="script_opening_closing")
