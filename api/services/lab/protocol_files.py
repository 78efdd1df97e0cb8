"""The registered protocol as files: JSON to check, PDF to print, and the answers of OSF's form."""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from typing import Any

import msgspec

from api.catalogue import Language, has, text
from api.messages.accounts import Actor
from api.messages.faults import NotFound
from api.messages.files import FileOut
from api.services.lab.chain import chain_of
from api.services.lab.gates import ticks_of
from api.services.lab.protocol_paper import Paper, PaperFooter, PaperSection, PaperTable, paper_pdf
from api.services.lab.studies import found
from api.services.pool import Pool
from testing_lab.protocol.canonical import canonical_json
from testing_lab.protocol.document import Protocol
from testing_lab.protocol.fields import Field, fields_of, value_at
from testing_lab.protocol.gates import Tick
from testing_lab.protocol.osf import osf_export, osf_preregistration
from testing_lab.protocol.registration import Amendment, Registration, current_protocol


async def protocol_file(pool: Pool, actor: Actor, study_id: uuid.UUID, name: str, language: Language) -> FileOut:
    """A file of the registered protocol.

    Raises
    ------
    NotFound
        There is no such file, or nothing is registered yet.
    """
    async with pool.acquire() as connection:
        await found(connection, actor, study_id)
        registration, amendments = await chain_of(connection, study_id)
        ticks = await ticks_of(connection, study_id)
    if registration is None:
        raise NotFound(what="registration")
    match name:
        case "protocol.json":
            chain = {"registration": registration, "amendments": amendments, "ticks_in_force": ticks}
            content = canonical_json(chain)
            return FileOut(name=name, media_type="application/json", content=content)
        case "osf.json":
            form = osf_preregistration(
                current_protocol(registration, amendments), hash_of_protocol=registration.protocol_hash
            )
            content = msgspec.json.format(msgspec.json.encode(osf_export(form)), indent=2)
            return FileOut(name=name, media_type="application/json", content=content)
        case "protocol.pdf":
            paper = protocol_paper(registration, amendments, language, ticks=ticks)
            return FileOut(name=name, media_type="application/pdf", content=await asyncio.to_thread(paper_pdf, paper))
    raise NotFound(what="file")


def protocol_paper(
    registration: Registration, amendments: tuple[Amendment, ...], language: Language, *, ticks: tuple[Tick, ...] = ()
) -> Paper:
    """The protocol as it stands, its gates, and every amendment. ``ticks``: those in force; the ones of after the
    registration stand below those of the registration.
    """
    later = tuple(one for one in ticks if one not in registration.ticks)
    protocol = current_protocol(registration, amendments)
    last = amendments[-1] if amendments else registration
    return Paper(
        title=protocol.question.title or text(language, "registration-title"),
        language=language,
        facts=(
            (text(language, "registration-by"), registration.by),
            (text(language, "registration-at"), _moment(registration.at)),
            (text(language, "registration-protocol-hash"), registration.protocol_hash),
            (text(language, "registration-hash"), registration.hash),
            (text(language, "registration-amendments"), str(len(amendments))),
        ),
        sections=(
            *_parts(protocol, language),
            PaperSection(
                title=text(language, "registration-gates"),
                parts=(
                    PaperTable(
                        caption=text(language, "registration-gates-ticked"),
                        head=tuple(text(language, f"gate-{one}") for one in ("name", "person", "on", "evidence")),
                        rows=tuple(
                            (
                                text(language, f"lab-gate-{tick.gate}".replace("_", "-")),
                                tick.person,
                                tick.on.isoformat(),
                                tick.evidence,
                            )
                            for tick in (*registration.ticks, *later)
                        ),
                    ),
                ),
            ),
            *(_amendment(one, language) for one in amendments),
        ),
        footer=PaperFooter(sha256=last.hash, version=str(len(amendments))),
    )


def _parts(protocol: Protocol, language: Language) -> list[PaperSection]:
    document = msgspec.to_builtins(protocol)
    sections = []
    for part in Protocol.__struct_fields__[1:]:
        fields = [field for field in fields_of() if field.path.split(".")[0] == part]
        rows = tuple(
            (label(field, language), value_text(field, value_at(document, field.path), language))
            for field in fields
            if field.kind != "table"
        )
        head = (text(language, "protocol-field"), text(language, "protocol-value"))
        title = text(language, f"lab-protocol-{part}")
        tables = [_table(field, value_at(document, field.path), language) for field in fields if field.kind == "table"]
        sections.append(
            PaperSection(title=title, parts=(PaperTable(caption=title, head=head, rows=rows), *filter(None, tables)))
        )
    return sections


def _table(field: Field, rows: list[dict[str, Any]], language: Language) -> PaperTable | None:
    if not rows:
        return None
    return PaperTable(
        caption=label(field, language),
        head=tuple(label(cell, language) for cell in field.row),
        rows=tuple(tuple(value_text(cell, row[cell.name], language) for cell in field.row) for row in rows),
    )


def _amendment(one: Amendment, language: Language) -> PaperSection:
    return PaperSection(
        title=text(language, "amendment-title", number=one.number, on=_moment(one.at)),
        parts=(
            text(language, "amendment-by", by=one.by, reason=one.reason),
            PaperTable(
                caption=text(language, "amendment-changes"),
                head=tuple(text(language, f"amendment-{name}") for name in ("path", "before", "after")),
                rows=tuple((change.path, _plain(change.before), _plain(change.after)) for change in one.changes),
            ),
            text(language, "amendment-hash", hash=one.hash),
        ),
    )


def label(field: Field, language: Language) -> str:
    """What people call the field."""
    return text(language, f"lab-protocol-{field.part}-{field.name}".replace("_", "-"))


def value_text(field: Field, value: Any, language: Language) -> str:
    """What stands in it; a dash for nothing."""
    if field.kind == "yes_no":
        return text(language, "form-yes" if value else "form-no")
    several = value if isinstance(value, list | tuple) else [value]
    said = [_one(field, one, language) for one in several if one not in (None, "")]
    return "; ".join(said) or "–"


def _one(field: Field, value: Any, language: Language) -> str:
    message = f"lab-choice-{value}".replace("_", "-")
    if field.choices and has(language, message):
        return text(language, message)
    if isinstance(value, float):
        return f"{value:g}".replace(".", "," if language == "nl" else ".")
    return str(value)


def _plain(value: object) -> str:
    return "–" if value in (None, "") else str(value)


def _moment(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M UTC")
