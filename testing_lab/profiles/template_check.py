"""What is wrong with a template, and whether two of them can make a pair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Final

import msgspec

from testing_lab.findings import Finding
from testing_lab.profiles.applications import APPLICANT_SLOTS, STUDY_SLOTS
from testing_lab.profiles.templates import Point, Template

#: Neumark's correction needs applicants of several qualities (METHODS §3.9).
QUALITY_POINT: Final = "quality"
#: A sentence of so many words that stands in both letters gives the pair away.
TELLING_WORDS: Final = 5
_SLOT: Final = re.compile(r"\{([^{}]*)\}")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+|\n")


def template_findings(template: Template) -> tuple[Finding, ...]:
    """Everything that is wrong or doubtful in one template; without an error every draw and every letter succeeds."""
    return (
        *_of_names(template),
        *(finding for place, point in enumerate(template.points) for finding in _of_point(template, place, point)),
        *_of_slots(template),
        *_of_quality(template),
    )


def _of_names(template: Template) -> Iterator[Finding]:
    times = Counter(point.name for point in template.points)
    for name, number in times.items():
        if number > 1:
            yield Finding(path=f"points.{name}", code="template-point-twice", facts={"point": name})
        if name in (*APPLICANT_SLOTS, *STUDY_SLOTS):
            yield Finding(path=f"points.{name}", code="template-point-is-slot", facts={"point": name})


def _of_point(template: Template, place: int, point: Point) -> Iterator[Finding]:
    path, told = f"points.{point.name}", {"point": point.name}
    keys = Counter(one.key for one in point.alternatives)
    for key, number in keys.items():
        if number > 1:
            yield Finding(path=path, code="template-alternative-twice", facts={**told, "alternative": key})
    if len(keys) < (2 if point.kind == "random" else 1):
        yield Finding(path=path, code="template-too-few-alternatives", facts={**told, "found": len(keys)})
    parent = next((one for one in template.points[:place] if one.name == point.depends_on), None)
    if point.depends_on is not None and parent is None:
        yield Finding(path=path, code="template-parent-unknown", facts={**told, "parent": point.depends_on})
    known = {one.key for one in parent.alternatives} if parent else set()
    for key in sorted({key for one in point.alternatives for key in one.only_if} - known):
        yield Finding(path=path, code="template-condition-unknown", facts={**told, "condition": key})
    if parent and point.across == "same" and parent.across != "same":
        yield Finding(path=path, code="template-same-on-other", facts={**told, "parent": parent.name})
    least = 2 if point.across == "different" else 1
    for key in sorted(known):
        if len(point.available({point.depends_on or "": key})) < least:
            facts: dict[str, str | int | float] = {**told, "condition": key, "least": least}
            yield Finding(path=path, code="template-nothing-left", facts=facts)
    if parent is None and point.across == "different" and len(keys) < least:
        yield Finding(path=path, code="template-different-of-one", facts={**told, "least": least})


def _of_slots(template: Template) -> Iterator[Finding]:
    points = {point.name for point in template.points}
    texts = {"letter": template.letter, "cv": template.cv}
    for point in template.points:
        texts[f"points.{point.name}"] = " ".join(one.text for one in point.alternatives)
    known = points | set(APPLICANT_SLOTS) | set(STUDY_SLOTS)
    used: set[str] = set()
    for path, text in texts.items():
        slots = set(_SLOT.findall(text))
        used |= slots
        for slot in sorted(slots - known):
            yield Finding(path=path, code="template-slot-unknown", facts={"slot": slot})
        inside = slots & points if path.startswith("points.") else set()
        for slot in sorted(inside):
            yield Finding(path=path, code="template-point-in-point", facts={"slot": slot})
    for document in ("letter", "cv"):
        for slot in ("name", "email"):
            if slot not in _SLOT.findall(texts[document]):
                yield Finding(path=document, code="template-slot-missing", facts={"document": document, "slot": slot})
    parents = {point.depends_on for point in template.points}
    for name in sorted(points - used - parents):
        yield Finding(path=f"points.{name}", code="template-point-unused", level="warning", facts={"point": name})


def _of_quality(template: Template) -> Iterator[Finding]:
    quality = next((point for point in template.points if point.name == QUALITY_POINT), None)
    if quality is None or quality.across != "same" or len(quality.alternatives) < 2:
        yield Finding(path=f"points.{QUALITY_POINT}", code="template-quality-constant", level="warning")


def pair_findings(first: Template, second: Template) -> tuple[Finding, ...]:
    """Why two templates cannot make a pair: a point that is not the same in both, or words that are."""
    if first.name == second.name:
        return (Finding(path="name", code="template-pair-of-one", facts={"template": first.name}),)
    return (*_of_same_points(first, second), *_of_same_words(first, second))


def _of_same_points(first: Template, second: Template) -> Iterator[Finding]:
    drawn_together = [
        {point.name: _substance(point) for point in template.points if point.across != "free"}
        for template in (first, second)
    ]
    for name in sorted(drawn_together[0].keys() | drawn_together[1].keys()):
        if drawn_together[0].get(name) != drawn_together[1].get(name):
            facts: dict[str, str | int | float] = {"point": name, "first": first.name, "second": second.name}
            yield Finding(path=f"points.{name}", code="template-pair-point-differs", facts=facts)


def _substance(point: Point) -> tuple[object, ...]:
    """All of a point but its words."""
    return (
        point.kind, point.across, point.depends_on,
        tuple((one.key, one.weight, one.only_if) for one in point.alternatives),
    )  # fmt: skip


def _of_same_words(first: Template, second: Template) -> Iterator[Finding]:
    for sentence in sorted(_sentences(first) & _sentences(second)):
        facts: dict[str, str | int | float] = {"sentence": sentence, "first": first.name, "second": second.name}
        yield Finding(path="letter", code="template-pair-same-sentence", facts=facts)


def _sentences(template: Template) -> set[str]:
    texts = [template.letter, template.cv, *(one.text for point in template.points for one in point.alternatives)]
    plain = (sentence.strip("#- ").casefold() for text in texts for sentence in _SENTENCE_END.split(text))
    return {sentence for sentence in plain if len(_SLOT.sub("", sentence).split()) >= TELLING_WORDS}


def set_findings(templates: tuple[Template, ...]) -> tuple[Finding, ...]:
    """Everything that is wrong in a set of templates of which any two can meet in a pair."""
    alone = (
        msgspec.structs.replace(one, path=f"{template.name}.{one.path}")
        for template in templates
        for one in template_findings(template)
    )
    together = (
        msgspec.structs.replace(one, path=f"{first.name}+{second.name}.{one.path}")
        for first, second in combinations(templates, 2)
        for one in pair_findings(first, second)
    )
    return (*alone, *together)
