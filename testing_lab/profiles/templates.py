"""Letters and CVs with points: what is the same for both applicants of a pair, and what only words it differently.

After Lahey & Beasley (2009): a *constant* point has one wording, a *random* point has alternatives with weights, and
for a *dependent* point the choice at an earlier point decides which alternatives there are. Their switch "same or
different across matched files" is ``across``:

* ``same``: one draw for both applicants. Everything that makes an applicant better or worse is such a point.
* ``different``: the two never have the same alternative, so that nobody recognises the letter; alternatives must be of
  equal worth (a hobby).
* ``free``: drawn for each by itself: wording.

The two letters of a pair come from two templates with the same points and other words. Draws replay for ever
(:mod:`testing_lab.profiles.seeded`).

References
----------
Lahey & Beasley (2009), Journal of Economic Behavior & Organization 70:508-514, "Computerizing audit studies".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from testing_lab.faults import ImpossibleInput
from testing_lab.profiles.seeded import Seed, weighted, whole_number

Kind = Literal["constant", "random", "dependent"]
Across = Literal["same", "different", "free"]


class Alternative(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the things that can stand at a point.

    ``weight``: from 1 up, its chance in proportion to the others. ``only_if``: the keys of the point that this one
    depends on with which it can be drawn; empty: with every key. ``text`` may have slots, and may be empty.
    """

    key: str
    weight: int = 1
    only_if: tuple[str, ...] = ()
    text: str = ""


class Point(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place in a letter or CV. ``depends_on`` is an earlier point of the same template."""

    name: str
    kind: Kind
    across: Across = "free"
    depends_on: str | None = None
    alternatives: tuple[Alternative, ...]

    def available(self, choices: dict[str, str]) -> tuple[Alternative, ...]:
        """The alternatives that earlier choices leave."""
        key = None if self.depends_on is None else choices.get(self.depends_on)
        return tuple(one for one in self.alternatives if not one.only_if or key in one.only_if)

    def text_of(self, key: str) -> str:
        """The words of an alternative."""
        return next(one.text for one in self.alternatives if one.key == key)


class Template(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A letter and a CV with slots ``{name}``; ``sectors`` empty: for every sector.

    In both documents a line that begins with ``#`` is a heading and one with ``-`` an item; other lines up to an empty
    one are a paragraph.
    """

    name: str
    version: str
    sectors: tuple[str, ...] = ()
    points: tuple[Point, ...]
    letter: str
    cv: str


class Draw(msgspec.Struct, frozen=True, kw_only=True):
    """What was drawn for one applicant: a key for every point, and what it takes to draw it again."""

    template: str
    version: str
    seed: Seed
    choices: dict[str, str]


def draw(template: Template, seed: Seed, *, given: Mapping[str, str] | None = None) -> Draw:
    """A key for every point of the template; the same seed gives the same keys.

    ``given`` are keys of points that the plan of a study decided; points that depend on them follow.

    Points that are ``same`` across a pair hang on the seed and their name only, so two templates with the same points
    draw the same keys.

    Raises
    ------
    ImpossibleInput
        Earlier choices leave nothing at a point (:func:`testing_lab.profiles.template_check.template_findings` finds
        that before any draw).
    """
    return _draw(template, seed, other={}, given=given or {})


def draw_pair(
    first: Template, second: Template, seed: Seed, *, given: Mapping[str, str] | None = None
) -> tuple[Draw, Draw]:
    """A draw for both applicants of a pair: alike at every point that is ``same``, unlike at every ``different`` one.

    Who of the two draws first is itself drawn, so that no alternative of a ``different`` point goes with a role.

    Raises
    ------
    ImpossibleInput
        Nothing is left at a point.
    """
    if whole_number(seed, "who draws first", below=2):
        other = draw(second, seed, given=given)
        return _draw(first, seed, other=other.choices, given=given or {}), other
    one = draw(first, seed, given=given)
    return one, _draw(second, seed, other=one.choices, given=given or {})


def _draw(template: Template, seed: Seed, *, other: dict[str, str], given: Mapping[str, str]) -> Draw:
    choices: dict[str, str] = {}
    for point in template.points:
        left = [
            one
            for one in point.available(choices)
            if (point.across != "different" or other.get(point.name) != one.key)
            and given.get(point.name, one.key) == one.key
        ]
        if not left:
            raise ImpossibleInput("template", "has a point where nothing is left to draw", point=point.name)
        stream = () if point.across == "same" else (template.name,)
        place = weighted(seed, "point", point.name, *stream, weights=[one.weight for one in left])
        choices[point.name] = left[place].key
    return Draw(template=template.name, version=template.version, seed=seed, choices=choices)


def two_templates(templates: Sequence[Template], seed: Seed) -> tuple[Template, Template]:
    """Two different templates for a pair, every ordered choice equally likely: the first is for the majority.

    So the draw decides which wording carries the trait, apart from every other draw of the seed.

    Raises
    ------
    ImpossibleInput
        There are fewer than two templates.
    """
    if len(templates) < 2:
        raise ImpossibleInput("templates", "are fewer than two")
    place = whole_number(seed, "templates", below=len(templates) * (len(templates) - 1))
    first, second = divmod(place, len(templates) - 1)
    return templates[first], templates[second + (second >= first)]
