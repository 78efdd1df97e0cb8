"""The form of a protocol: fields of the document to inputs, and what was typed back to the document.

An input has the name of its place with dashes (``question-traits-0-minority``). A line of a table that is wholly empty
is not kept, so that emptying a line removes it. What cannot be read stays as it was typed, with a code beside it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import msgspec

from testing_lab.protocol.document import Protocol
from testing_lab.protocol.fields import Field, fields_of, value_at
from testing_lab.protocol.fitting import DENOMINATORS, PRIMARY_TESTS
from testing_lab.stopping.spending_functions import KNOWN

#: The parts of the document, in the order of the form.
PARTS: Final = tuple(Protocol.__struct_fields__[1:])
FIELDS: Final[dict[str, tuple[Field, ...]]] = {
    part: tuple(field for field in fields_of() if field.path.split(".")[0] == part) for part in PARTS
}
#: Kinds of study with letters.
LETTERS: Final = frozenset({"paired", "unpaired", "randomised_composition"})
#: Fields that people write sentences in.
LONG: Final = frozenset({
    "question.question", "ethics.withdrawal_text_nl", "ethics.withdrawal_text_en", "ethics.debrief", "sampling.basis",
    "sampling.frame", "sampling.inclusion", "sampling.exclusion", "fieldwork.call_script", "fieldwork.consent_text",
})  # fmt: skip
#: Fields that only some kinds of study have.
ONLY: Final[dict[str, frozenset[str]]] = {
    **{
        f"design.{name}": frozenset({"randomised_composition"})
        for name in ("share_two_majority", "share_mixed", "share_two_minority")
    },
    **{f"sampling.{name}": frozenset({"mystery_call"}) for name in ("expected_share", "margin")},
    **{
        f"fieldwork.{name}": frozenset({"mystery_call"})
        for name in ("call_script", "recorded", "recording_basis", "consent_text", "second_listener")
    },
    **{f"sampling.{name}": LETTERS for name in ("p_only_majority", "p_only_minority", "p_both")},
    **{f"outcomes.{name}": LETTERS for name in ("no_answer_days", "no_reply", "one_sided_failure")},
    **{
        f"ethics.{name}": LETTERS
        for name in (
            "withdrawal_text_nl",
            "withdrawal_text_en",
            "withdrawal_same_for_both",
            "withdrawal_hours",
            "no_place_taken",
        )
    },
    **{f"design.{name}": LETTERS for name in ("order", "delay_hours_min", "delay_hours_max", "quality_varied")},
    "fieldwork.mail_domain": LETTERS,
}
_EMPTY: Final = msgspec.to_builtins(Protocol())
MOST_LINES: Final = 60
LONGEST: Final = 5000


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """One input. ``label``: the message of its words; ``values``: what stands in it, several for boxes to tick.

    ``options``: value and message of its words (``None``: the value is a name and is its own words).
    ``rows``: the lines of a table. ``fault``: why what was typed cannot be read.
    """

    name: str
    path: str
    label: str
    kind: str
    values: tuple[str, ...] = ()
    options: tuple[tuple[str, str | None], ...] = ()
    long: bool = False
    optional: bool = False
    rows: tuple[tuple[Input, ...], ...] = ()
    fault: str = ""

    @property
    def value(self) -> str:
        """What stands in it."""
        return self.values[0] if self.values else ""


def slug(path: str) -> str:
    """The name of the input of a place: ``question.traits[0].minority`` is ``question-traits-0-minority``."""
    return re.sub(r"[^a-z0-9_]+", "-", path).strip("-")


def shown(field: Field, protocol: Protocol) -> bool:
    """Whether this kind of study has the field, or it still holds what another kind needed, and must be emptied."""
    if field.path not in ONLY or protocol.design.kind in ONLY[field.path]:
        return True
    return bool(value_at(msgspec.to_builtins(protocol), field.path) != value_at(_EMPTY, field.path))


def inputs_of(
    part: str,
    protocol: Protocol,
    *,
    typed: Mapping[str, Sequence[str]] | None = None,
    faults: Mapping[str, str] | None = None,
    more_lines: str = "",
    comma: bool = True,
) -> tuple[Input, ...]:
    """The inputs of a part. ``more_lines``: the table that gets empty lines beside its own."""
    document = msgspec.to_builtins(protocol)
    make = _Maker(protocol, typed, faults or {}, more_lines, comma=comma)
    return tuple(make.input(field, value_at(document, field.path)) for field in FIELDS[part] if shown(field, protocol))


class _Maker:
    def __init__(
        self,
        protocol: Protocol,
        typed: Mapping[str, Sequence[str]] | None,
        faults: Mapping[str, str],
        more_lines: str,
        *,
        comma: bool,
    ) -> None:
        self.protocol, self.typed, self.faults, self.more, self.comma = protocol, typed, faults, more_lines, comma

    def input(self, field: Field, value: Any, *, path: str = "", in_table: bool = False) -> Input:
        path = path or field.path
        name = slug(path)
        rows: tuple[tuple[Input, ...], ...] = ()
        if field.kind == "table":
            rows = tuple(self._rows(field, list(value or ()), path))
        given = None if self.typed is None else tuple(self.typed.get(name, ()))
        return Input(
            name=name,
            path=path,
            label=f"lab-protocol-{field.part}-{field.name}".replace("_", "-"),
            kind=field.kind,
            values=self._values(field, value) if given is None else given,
            options=self._options(field, in_table=in_table),
            long=field.path in LONG,
            optional=field.optional,
            rows=rows,
            fault=self.faults.get(name, ""),
        )

    def _rows(self, field: Field, values: list[Any], path: str) -> list[tuple[Input, ...]]:
        lines = len(values)
        if self.typed is not None:
            lines = max([lines, *(int(found) + 1 for found in _lines_typed(self.typed, slug(path)))])
        wanted = lines + (3 if self.more == slug(path) else 0 if lines else 1)
        empty = dict.fromkeys(cell.name for cell in field.row)
        padded = values + [empty] * (min(wanted, MOST_LINES) - len(values))
        return [
            tuple(
                self.input(
                    cell,
                    row.get(cell.name),
                    path=f"{path}[{number}].{cell.name}",
                    in_table=True,
                )
                for cell in field.row
            )
            for number, row in enumerate(padded)
        ]

    def _values(self, field: Field, value: Any) -> tuple[str, ...]:
        match field.kind:
            case "table":
                return ()
            case "yes_no":
                return ("yes",) if value else ()
            case "many_texts":
                return ("\n".join(value or ()),)
            case "many_numbers":
                return ("\n".join(self._number(one) for one in value or ()),)
            case "many_choices":
                return tuple(value or ())
            case "number" | "whole_number":
                return ("" if value is None else self._number(value),)
            case _:
                return ("" if value is None else str(value),)

    def _number(self, value: float) -> str:
        said = f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)
        return said.replace(".", ",") if self.comma else said

    def _options(self, field: Field, *, in_table: bool) -> tuple[tuple[str, str | None], ...]:
        if field.path == "analysis.primary_test":
            return (("", "form-choose"), *_named(PRIMARY_TESTS[self.protocol.design.kind]))
        if field.path == "analysis.stopping.spending":
            return (("", "form-choose"), *((one, None) for one in KNOWN))
        choices: tuple[str, ...] = field.choices
        if field.path == "analysis.denominator":
            choices = DENOMINATORS[self.protocol.design.kind]
        said: tuple[tuple[str, str | None], ...] = tuple(
            (one, f"lab-choice-{one}".replace("_", "-")) for one in choices
        )
        if field.kind == "choice" and (field.optional or in_table):
            return (("", "form-choose"), *said)
        return said


def _named(tests: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each test with the words that the report has for it."""
    return ((test, f"lab-method-{test}".replace("_", "-")) for test in tests)


def read_part(
    part: str, protocol: Protocol, typed: Mapping[str, Sequence[str]]
) -> tuple[Protocol | None, dict[str, str]]:
    """The protocol with what was typed in this part; None with a code by input where something cannot be read.

    Fields that this kind of study does not have keep what they had.
    """
    reader = _Reader(typed)
    document: dict[str, Any] = msgspec.to_builtins(protocol)
    kept = msgspec.to_builtins(Protocol())
    for field in FIELDS[part]:
        if shown(field, protocol):
            _put(document, field.path, reader.read(field, field.path, usual=value_at(kept, field.path)))
    if reader.faults:
        return None, reader.faults
    try:
        return msgspec.convert(document, Protocol), {}
    except msgspec.ValidationError as error:
        found = re.search(r"at `\$\.([^`]+)`", str(error))
        return None, {slug(found[1]) if found else slug(part): "wrong_kind"}


class _Reader:
    def __init__(self, typed: Mapping[str, Sequence[str]]) -> None:
        self.typed = typed
        self.faults: dict[str, str] = {}

    def read(self, field: Field, path: str, *, usual: Any = None) -> Any:
        name = slug(path)
        given = [value.strip() for value in self.typed.get(name, ())]
        value = given[0] if given else ""
        if len(value) > LONGEST:
            self.faults[name] = "too_long"
            return usual
        match field.kind:
            case "table":
                return self._table(field, path)
            case "yes_no":
                return value == "yes"
            case "many_choices":
                return self._chosen(field, name, given)
            case "many_texts":
                return [" ".join(line.split()) for line in value.splitlines() if line.strip()]
            case "many_numbers":
                return [self._number(name, one, float) for one in re.split(r"[\s;]+", value) if one]
            case "text":
                return value.replace("\r\n", "\n")
            case _ if not value:
                return None if field.optional else usual
            case "number":
                return self._number(name, value, float)
            case "whole_number":
                return self._number(name, value, int)
            case "date":
                return self._date(name, value)
            case _:
                return self._chosen(field, name, [value])[0]

    def _table(self, field: Field, path: str) -> list[dict[str, Any]]:
        rows = []
        for line in sorted(int(found) for found in _lines_typed(self.typed, slug(path)))[:MOST_LINES]:
            places = {cell.name: f"{path}[{line}].{cell.name}" for cell in field.row}
            if any(one.strip() for place in places.values() for one in self.typed.get(slug(place), ())):
                rows.append({cell.name: self._cell(cell, places[cell.name]) for cell in field.row})
        return rows

    def _cell(self, cell: Field, place: str) -> Any:
        read = self.read(cell, place)
        if read is None and not cell.optional:
            self.faults.setdefault(slug(place), "missing")
        return read

    def _chosen(self, field: Field, name: str, given: list[str]) -> list[str]:
        if field.choices and not set(given) <= set(field.choices):
            self.faults[name] = "not_a_choice"
            return [field.choices[0]]
        return list(dict.fromkeys(given))

    def _number(self, name: str, typed: str, kind: Callable[[str], float]) -> float:
        plain = typed.replace(",", ".")
        fits = re.fullmatch(r"[+-]?\d{1,9}" if kind is int else r"[+-]?(\d{1,9}(\.\d{0,12})?|\.\d{1,12})", plain)
        if fits is None:
            self.faults[name] = "not_whole" if kind is int else "not_decimal"
            return 0
        return kind(plain)

    def _date(self, name: str, typed: str) -> str | None:
        turned = "-".join(reversed(typed.split("-"))) if typed[2:3] == "-" else typed
        try:
            return dt.date.fromisoformat(turned).isoformat()
        except ValueError:
            self.faults[name] = "not_date"
            return None


def _lines_typed(typed: Mapping[str, Sequence[str]], table: str) -> list[str]:
    pattern = re.compile(rf"{re.escape(table)}-(\d{{1,3}})-")
    return list(dict.fromkeys(found[1] for name in typed if (found := pattern.match(name))))


def _put(document: Any, path: str, value: Any) -> None:
    before, _, last = path.rpartition(".")
    value_at(document, before)[last] = value
