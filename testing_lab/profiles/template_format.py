"""Read a template that people wrote: a small format of lines, in which every fault is found with its line.

    template A 1
    sectors: care, trade
    // a remark
    constant closing: Met vriendelijke groet,
    random quality same
      strong 1:
      plain 1:
    dependent job on quality same
      shop 2 if strong: Ik werk sinds een jaar
          in een winkel.
      none 1 if plain:
    letter:
    # Sollicitatie
    {job} {closing}
    cv:
    # Curriculum vitae

An alternative stands two signs in: its key, its weight, the keys of the other point with which it can be drawn, and
after the colon its words. A line that stands six signs in or more goes on with the words before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, get_args

import msgspec

from testing_lab.findings import Finding
from testing_lab.profiles.templates import Across, Alternative, Kind, Point, Template

_WORD: Final = r"[a-z][a-z0-9_]*"
_HEAD: Final = re.compile(r"template (?P<name>\S+) (?P<version>\S+)")
_SECTORS: Final = re.compile(rf"sectors: (?P<sectors>{_WORD}(?:, {_WORD})*)")
_CONSTANT: Final = re.compile(rf"constant (?P<name>{_WORD}): (?P<text>.+)")
_POINT: Final = re.compile(
    rf"(?P<kind>random|dependent) (?P<name>{_WORD})(?: on (?P<on>{_WORD}))? (?P<across>{'|'.join(get_args(Across))})"
)
_ALTERNATIVE: Final = re.compile(
    r"(?P<key>[a-z0-9][a-z0-9_]*) (?P<weight>\S+?)(?: if (?P<only>[a-z0-9_]+(?:, [a-z0-9_]+)*))?:(?: (?P<text>.*))?"
)


class ParsedTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """The template, or None where a line cannot be read; and every finding with its line."""

    template: Template | None
    findings: tuple[Finding, ...]


class _Reading:
    """What was read so far."""

    def __init__(self) -> None:
        self.head: re.Match[str] | None = None
        self.sectors: tuple[str, ...] = ()
        self.points: list[Point] = []
        self.documents: dict[str, list[str]] = {}
        self.now: list[str] | None = None


def parse_template(text: str) -> ParsedTemplate:
    """Read a template; what its points and slots mean together is checked by ``template_findings``."""
    reading = _Reading()
    findings = [
        finding for number, line in enumerate(text.splitlines(), start=1) for finding in _line(reading, line, number)
    ]
    findings.extend(
        Finding(path=document, code="template-document-missing", facts={"document": document})
        for document in ("letter", "cv")
        if document not in reading.documents
    )
    if reading.head is None:
        findings.append(Finding(path="line 1", code="template-head-missing"))
    if findings or reading.head is None:
        return ParsedTemplate(template=None, findings=tuple(findings))
    documents = {name: "\n".join(lines).strip() for name, lines in reading.documents.items()}
    template = Template(
        name=reading.head["name"],
        version=reading.head["version"],
        sectors=reading.sectors,
        points=tuple(reading.points),
        letter=documents["letter"],
        cv=documents["cv"],
    )
    return ParsedTemplate(template=template, findings=())


def _line(reading: _Reading, line: str, number: int) -> Iterator[Finding]:
    written = line.strip()
    if line in ("letter:", "cv:"):
        document = line.removesuffix(":")
        if document in reading.documents:
            yield Finding(path=f"line {number}", code="template-document-twice", facts={"document": document})
        reading.now = reading.documents.setdefault(document, [])
    elif reading.now is not None:
        reading.now.append(written)
    elif line.startswith("  "):
        yield from _indented(reading, line, number)
    elif written and not written.startswith("//"):
        yield from _statement(reading, written, number)


def _statement(reading: _Reading, written: str, number: int) -> Iterator[Finding]:
    if found := _HEAD.fullmatch(written):
        reading.head = found
    elif found := _SECTORS.fullmatch(written):
        reading.sectors = tuple(found["sectors"].split(", "))
    elif found := _CONSTANT.fullmatch(written):
        only = Alternative(key="only", text=found["text"])
        reading.points.append(Point(name=found["name"], kind="constant", alternatives=(only,)))
    elif (found := _POINT.fullmatch(written)) and (found["kind"] == "dependent") == (found["on"] is not None):
        kind = next(one for one in get_args(Kind) if one == found["kind"])
        across = next(one for one in get_args(Across) if one == found["across"])
        reading.points.append(
            Point(name=found["name"], kind=kind, across=across, depends_on=found["on"], alternatives=())
        )
    else:
        yield Finding(path=f"line {number}", code="template-line-unknown", facts={"line": written})


def _indented(reading: _Reading, line: str, number: int) -> Iterator[Finding]:
    written = line.strip()
    point = reading.points[-1] if reading.points else None
    going_on = line.startswith(" " * 6)
    if not written:
        return
    if point is None or (going_on and not point.alternatives) or (not going_on and point.kind == "constant"):
        yield Finding(path=f"line {number}", code="template-line-without-point", facts={"line": written})
    elif going_on:
        last = point.alternatives[-1]
        longer = msgspec.structs.replace(last, text=f"{last.text} {written}".strip())
        reading.points[-1] = msgspec.structs.replace(point, alternatives=(*point.alternatives[:-1], longer))
    elif found := _ALTERNATIVE.fullmatch(written):
        weight = int(found["weight"]) if re.fullmatch(r"[1-9][0-9]{0,5}", found["weight"]) else 0
        if not weight:
            yield Finding(path=f"line {number}", code="template-weight", facts={"weight": found["weight"]})
        only_if = tuple((found["only"] or "").split(", ")) if found["only"] else ()
        more = Alternative(key=found["key"], weight=max(weight, 1), only_if=only_if, text=found["text"] or "")
        reading.points[-1] = msgspec.structs.replace(point, alternatives=(*point.alternatives, more))
    else:
        yield Finding(path=f"line {number}", code="template-line-unknown", facts={"line": written})
