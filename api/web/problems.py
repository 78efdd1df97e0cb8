"""What a refusal looks like from outside: RFC 9457 problem details, in the reader's language.

One table turns what was raised into a status, a code and facts; the two renderers in ``errors`` read the result.
"""

from __future__ import annotations

import re
import secrets
import traceback
from collections.abc import Mapping
from typing import Any, Final

import msgspec
import structlog
from litestar.exceptions import HTTPException, ValidationException

from api import catalogue
from api.messages.accounts import Language
from api.messages.faults import (
    Conflict,
    CsrfFailed,
    FileRefused,
    LockedOut,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refused,
    SignInFailed,
    TooManyRequests,
    Unusable,
)
from api.messages.importing import ImportReport
from api.messages.lab.faults import FindingsRefused, StudyRefused
from api.services.constraints import database_is_away, translate
from api.services.lab.words import finding_text, refusal_text

#: THE table: what the program refuses, as HTTP says it.
STATUS: Final[dict[type[Refused], int]] = {
    NotSignedIn: 401,
    SignInFailed: 401,
    NotAllowed: 403,
    CsrfFailed: 403,
    NotFound: 404,
    Conflict: 409,
    Unusable: 422,
    FileRefused: 422,
    StudyRefused: 409,
    FindingsRefused: 422,
    LockedOut: 429,
    TooManyRequests: 429,
}

#: What Litestar itself refuses, by status, under codes of our own.
FRAMEWORK_CODES: Final[dict[int, str]] = {
    400: "not_readable",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_readable",
    413: "too_large",
    415: "not_readable",
    422: "unusable",
}
UNEXPECTED: Final = "unexpected"
UNAVAILABLE: Final = "unavailable"

#: What msgspec says of a field, as a code of the catalogue (``field-<code>``).
_FIELD_CODES: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"missing required|Missing required"), "missing"),
    (re.compile(r"unknown field"), "unknown"),
    (re.compile(r"Invalid enum value"), "not_a_choice"),
    (re.compile(r"length|>=|<=|Expected `\w+` [<>]"), "out_of_range"),
    (re.compile(r"Expected|Invalid"), "wrong_kind"),
)
#: What a policy says of itself (``matching.policy_faults``): its own code, and the key that is wrong.
_POLICY_FAULT = re.compile(r"policy:(?P<code>\w+) (?P<key>[\w.]*)")
_UNKNOWN_FIELD = re.compile(r"(?:required|unknown) field `(?P<name>[^`]+)`")

log: structlog.stdlib.BoundLogger = structlog.get_logger("stagekans.web")


class ToldFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding of the lab, with its words. ``path`` is the place in the document."""

    path: str
    code: str
    text: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """The body of an error answer (``application/problem+json``).

    ``code`` is stable; ``title`` and ``detail`` are text in the reader's language. ``fields`` holds a code by field.
    ``report`` belongs to a refused file. ``incident`` is in our log too, for a fault of ours.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    facts: dict[str, str | int] = {}
    fields: dict[str, str] = {}
    incident: str | None = None
    report: ImportReport | None = None
    findings: tuple[ToldFinding, ...] = ()


def describe(error: Exception, language: Language) -> Problem:
    """What to tell the person about ``error``. A fault of ours is logged here, with its incident number."""
    refusal = error if isinstance(error, Refused) else _refusal_of(error)
    if isinstance(refusal, FindingsRefused):
        told = tuple(
            ToldFinding(path=one.path, code=one.code, text=finding_text(language, one)) for one in refusal.findings
        )
        problem = _problem(language, STATUS[FindingsRefused], refusal.code, refusal.facts)
        return msgspec.structs.replace(problem, findings=told)
    if refusal is not None:
        status = next(STATUS[kind] for kind in type(refusal).__mro__ if kind in STATUS)
        return _problem(
            language,
            status,
            refusal.code,
            refusal.facts,
            fields=refusal.fields if isinstance(refusal, Unusable) else {},
            report=refusal.report if isinstance(refusal, FileRefused) else None,
        )
    if isinstance(error, HTTPException) and error.status_code < 500:
        return _problem(language, error.status_code, FRAMEWORK_CODES.get(error.status_code, "not_readable"), {})
    incident = secrets.token_hex(4)
    if database_is_away(error):
        log.error("database_away", incident=incident, error=repr(error))
        return _problem(language, 503, UNAVAILABLE, {}, incident=incident)
    log.error("unexpected", incident=incident, exc_info=error)
    return _problem(language, 500, UNEXPECTED, {}, incident=incident)


def _refusal_of(error: Exception) -> Refused | None:
    if isinstance(error, ValidationException):
        return Unusable(_fields_of(error))
    if _nested_too_deep(error):
        return Unusable({})
    if _form_without_file(error):
        return Unusable({"file": "missing"})
    return translate(error)


def _nested_too_deep(error: Exception) -> bool:
    """JSON within JSON, thousands of levels: msgspec gives up with Python's own RecursionError."""
    return isinstance(error, RecursionError) and any(
        frame.name == "decode_json" for frame in traceback.extract_tb(error.__traceback__)
    )


def _form_without_file(error: Exception) -> bool:
    """A form that should carry a file and does not: Litestar 2.25 lets a StopIteration escape from its own reader."""
    cause = error.__cause__
    if not isinstance(cause, StopIteration) or cause.__traceback__ is None:
        return False
    return any(frame.name == "_extract_multipart" for frame in traceback.extract_tb(cause.__traceback__))


def _fields_of(error: ValidationException) -> dict[str, str]:
    """Code by field, from what Litestar and msgspec say."""
    items: object = error.extra if isinstance(error.extra, list) else []
    fields: dict[str, str] = {}
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, Mapping):
            continue
        message = str(item.get("message", ""))
        if own := _POLICY_FAULT.findall(message):
            fields |= {f"policy.{key}": code for code, key in own}
            continue
        named = _UNKNOWN_FIELD.search(message)
        name = named["name"] if named else str(item.get("key") or "").removeprefix("data.")
        code = next((code for pattern, code in _FIELD_CODES if pattern.search(message)), "wrong_kind")
        if name:
            fields[name] = code
    return fields


def _problem(
    language: Language,
    status: int,
    code: str,
    facts: Mapping[str, str | int],
    *,
    fields: dict[str, str] | None = None,
    report: ImportReport | None = None,
    incident: str | None = None,
) -> Problem:
    title, detail = words(language, code, {**facts, **({"incident": incident} if incident else {})})
    return Problem(
        type=f"urn:stagekans:problem:{code}",
        title=title,
        status=status,
        detail=detail,
        code=code,
        facts=dict(facts),
        fields=fields or {},
        incident=incident,
        report=report,
    )


def words(language: Language, code: str, facts: Mapping[str, Any]) -> tuple[str, str]:
    """Title and remedy of a refusal. A conflict has its own words by what stands in the way."""
    rule = f"rule-said-{_dashed(str(facts.get('rule', '')))}"
    if catalogue.has(language, rule):
        facts = {**facts, "rule": catalogue.text(language, rule)}
    title = catalogue.text(language, f"refused-{_dashed(code)}", **facts)
    if code == StudyRefused.code:
        rest = {name: value for name, value in facts.items() if name != "reason"}
        return title, refusal_text(language, str(facts["reason"]), rest)
    own = f"conflict-{_dashed(str(facts['what']))}" if code == Conflict.code and "what" in facts else ""
    if own and catalogue.has(language, own):
        return title, catalogue.text(language, own, **facts)
    return title, catalogue.text(language, f"refused-{_dashed(code)}-detail", **facts)


def _dashed(code: str) -> str:
    """A code as the catalogue names it: ``already_decided`` is ``already-decided`` there."""
    return code.replace("_", "-")
