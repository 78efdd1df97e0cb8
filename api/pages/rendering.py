"""From a typed context to HTML: one Jinja environment, strict and escaping, with the reader's words and dates."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from api.catalogue import Language, has, text
from api.messages.accounts import Actor
from api.messages.importing import Fault
from api.messages.runs import RunError
from api.pages.contexts.page import Page
from api.services.clock import CLOCK
from api.services.comparing_words import field_words, group_word, grouping_word, value_text
from api.services.goal_values import outcome_texts
from api.services.lab.words import finding_text
from api.services.policy_words import summary
from api.settings import Half
from matching.faults import RowFault

STATIC = Path(__file__).resolve().parents[1] / "static"
ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def to_html(
    page: Page, *, language: Language, csrf_token: str, actor: Actor | None, path: str, half: Half = "placing"
) -> str:
    """The whole document. ``path`` is the address that the language switch comes back to."""
    return ENVIRONMENT.get_template(page.template).render(
        page=page,
        language=language,
        csrf_token=csrf_token,
        actor=actor,
        path=path,
        half=half,
        **words(language),
    )


def words(language: Language) -> dict[str, Callable[..., object]]:
    """What a template can say, in one language."""
    return {
        "t": partial(text, language),
        "code": partial(code_text, language),
        "field_fault": partial(field_text, language),
        "field_name": partial(field_name, language),
        "fault": partial(fault_text, language),
        "remedy": partial(remedy_text, language),
        "run_error": partial(run_error_text, language),
        "clash": partial(clash_text, language),
        "clash_where": partial(clash_where, language),
        "number": lambda value: str(format_decimal(value, locale=language)),
        "goal_values": partial(outcome_texts, language),
        "policy_sentences": partial(summary, language),
        "fields_said": partial(field_words, language),
        "grouping_said": partial(grouping_word, language),
        "group_said": partial(group_word, language),
        "goals_said": partial(value_text, language),
        "finding": partial(finding_text, language),
        "date": partial(date_text, language),
        "moment": partial(moment_text, language),
        "url": url,
        "asset": asset,
    }


def code_text(language: Language, family: str, value: str, **facts: object) -> str:
    """The words for one code of a closed list, such as ``code('rule', 'not_named')``."""
    return text(language, f"{family}-{_dashed(value)}", **facts)


def field_text(language: Language, code: str) -> str:
    """What is wrong with a field; a code that has no words of its own says that it is wrong."""
    message = f"field-{_dashed(code)}"
    return text(language, message if has(language, message) else "form-wrong")


def field_name(language: Language, name: str) -> str:
    """What people call a field; its own name where it has no other.

    ``at.3-1`` is the ``at`` of 3-1, and ``question-traits-0-minority`` the ``minority`` of a trait in a protocol.
    """
    kind, _, which = name.partition(".")
    of_protocol = [part for part in name.split("-") if not part.isdigit()][-2:]
    for message in (f"form-field-{_dashed(name)}", f"lab-protocol-{_dashed('-'.join(of_protocol))}"):
        if has(language, message):
            return text(language, message)
    message = f"form-field-{_dashed(kind)}"
    return f"{text(language, message)} ({which})" if which and has(language, message) else name


def fault_text(language: Language, fault: Fault) -> str:
    """What is wrong in a file."""
    return text(language, f"fault-{_dashed(fault.code)}", **_facts(fault))


def remedy_text(language: Language, fault: Fault) -> str:
    """How to mend it."""
    return text(language, f"fault-{_dashed(fault.code)}-remedy", **_facts(fault))


def run_error_text(language: Language, error: RunError) -> str:
    """Why a run failed; a cause that has no words yet is told as unknown, the code beside it."""
    message = f"run-error-{_dashed(error.code)}"
    return text(language, message, **error.facts) if has(language, message) else text(language, "run-failed-unknown")


def clash_text(language: Language, row: RowFault) -> str:
    """Why a row contradicts another, with what to do; a code that has no words of its own is told as it is."""
    message = f"cli-row-{_dashed(row.code)}"
    if not has(language, message):
        return text(language, "cli-row-other", code=row.code)
    facts = {name: str(value) for name, value in row.facts.items()}
    rule = f"rule-{_dashed(facts.get('rule', ''))}"
    if has(language, rule):
        facts["rule"] = text(language, rule)
    return text(language, message, **{_dashed(name): value for name, value in facts.items()})


def clash_where(language: Language, row: RowFault) -> str:
    """``Student 2041883:``, or the kind of row that it is about."""
    message = f"clash-{_dashed(row.kind)}"
    return text(language, message if has(language, message) else "clash-other", key=row.row_key, kind=row.kind)


def date_text(language: Language, value: dt.date | None) -> str:
    """``5 februari 2027``; a dash for no date."""
    return "–" if value is None else str(format_date(value, "d MMMM yyyy", locale=language))


def moment_text(language: Language, value: dt.datetime | None) -> str:
    """``5 februari 2027 14:05``, Dutch clock time; a dash for no moment."""
    if value is None:
        return "–"
    return str(format_datetime(value.astimezone(CLOCK), "d MMMM yyyy HH:mm", locale=language))


def url(*pieces: object) -> str:
    """A path of this site; every piece is quoted, so that a student number may hold any character."""
    return "/" + "/".join(quote(str(piece), safe="") for piece in pieces)


@cache
def asset(name: str) -> str:
    """The address of a static file, with its hash so that a new version is fetched at once."""
    found = STATIC / name
    mark = hashlib.sha256(found.read_bytes()).hexdigest()[:10] if found.is_file() else "absent"
    return f"/static/{name}?v={mark}"


def _facts(fault: Fault) -> dict[str, Any]:
    return {"column": fault.column or "", "row": fault.row or 0} | fault.facts


def _dashed(code: str) -> str:
    return code.replace("_", "-")
