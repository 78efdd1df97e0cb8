"""The protocol in the fields of OSF's form "OSF Preregistration", to be copied there or sent by a program.

What OSF asks as a signed claim, what data exist already, is taken from the protocol, where a person said it, never
guessed. Where OSF's own words for an answer are not known, the question stays open and is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from testing_lab.protocol.osf_form import OPTIONS, QUESTIONS, OsfQuestion, Picked, Version
from testing_lab.protocol.osf_texts import texts_of

if TYPE_CHECKING:
    from testing_lab.protocol.document import Protocol


class OsfAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A question and what the protocol answers; a list where several may be picked. Empty: a person must answer."""

    question: OsfQuestion
    answer: str | tuple[str, ...]


class OsfForm(msgspec.Struct, frozen=True, kw_only=True):
    """The form filled in. ``open``: keys of questions without an answer."""

    name: str
    version: Version
    title: str
    description: str
    answers: tuple[OsfAnswer, ...]
    open: tuple[str, ...]


def osf_preregistration(protocol: Protocol, *, version: Version = 4, hash_of_protocol: str = "") -> OsfForm:
    """Fill in OSF's form.

    Parameters
    ----------
    protocol : Protocol
        As registered; a draft gives a form with more open questions.
    version : int
        4 (what OSF offers since 2026) or 3 (before).
    hash_of_protocol : str
        SHA-256 of the registered protocol, so that file and form can be held together; told under *Other*.

    Returns
    -------
    OsfForm
        In the order of the form. Texts are English, but for what people wrote themselves.

    References
    ----------
    Center for Open Science, OSF Preregistration, https://osf.io/prereg
    """
    texts = dict(texts_of(protocol))
    if hash_of_protocol:
        texts["context"] = f"{texts['context']}\nSHA-256 of the protocol: {hash_of_protocol}".strip()
    picked = _picked(protocol)
    answers = []
    for question in QUESTIONS[version]:
        if question.topic in picked:
            options = [OPTIONS[version].get(one) for one in picked[question.topic]]
            known = () if None in options else tuple(one for one in options if one is not None)
            # One study type in version 3, several in version 4; data that exist are always one answer.
            single = question.topic == "foreknowledge" or (version == 3 and question.topic == "study_type")
            answer: str | tuple[str, ...] = (known[0] if known else "") if single else known
        else:
            answer = texts[question.topic]
        answers.append(OsfAnswer(question=question, answer=answer))
    return OsfForm(
        name="OSF Preregistration",
        version=version,
        title=protocol.question.title,
        description=protocol.question.question,
        answers=tuple(answers),
        open=tuple(one.question.key for one in answers if not one.answer),
    )


def osf_export(form: OsfForm) -> dict[str, Any]:
    """The form as plain JSON: what OSF's interface for draft registrations takes, and the headings for people."""
    return {
        "schema": form.name,
        "schema_version": form.version,
        "title": form.title,
        "description": form.description,
        "registration_responses": {
            one.question.key: list(one.answer) if isinstance(one.answer, tuple) else one.answer for one in form.answers
        },
        "headings": {one.question.key: f"{one.question.page}: {one.question.heading}" for one in form.answers},
        "open": list(form.open),
    }


def _picked(protocol: Protocol) -> dict[str, tuple[Picked, ...]]:
    calls, existing = protocol.design.kind == "mystery_call", protocol.sampling.existing_data
    return {
        "study_type": ("no_experiment",) if calls else ("experiment",),
        "causal": ("not_causal",) if calls else ("causal",),
        "blinding": ("not_blind",) if calls else ("companies_blind", "coders_blind"),
        "foreknowledge": () if existing is None else (existing,),
    }
