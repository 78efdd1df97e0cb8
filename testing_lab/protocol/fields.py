"""Every field of a protocol, in the order of the form: what a page, a label or a codebook goes through."""

from __future__ import annotations

from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from testing_lab.protocol.document import Protocol

#: What a field holds; ``many_*`` holds any number of them, ``table`` any number of rows of ``row``.
FieldKind = Literal["text", "whole_number", "number", "yes_no", "choice", "date", "many_texts", "many_numbers",
                    "many_choices", "table"]  # fmt: skip

_PLAIN: Final[dict[str, FieldKind]] = {
    "str": "text", "int": "whole_number", "float": "number", "bool": "yes_no", "date": "date",
}  # fmt: skip
_MANY: Final[dict[FieldKind, FieldKind]] = {"text": "many_texts", "number": "many_numbers", "choice": "many_choices"}


#: Facts of findings whose value is a choice: its words are ``lab-choice-<value>``, of a gate ``lab-gate-<value>``.
CHOICE_FACTS: Final = frozenset({
    "kind", "carrier", "order", "factor", "outcome", "denominator", "rule", "rule_of_test", "stratum", "claim", "basis",
    "gate",
})  # fmt: skip


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field. ``part``: the name of its table, as in ``lab-protocol-<part>-<name>``; ``path``: where it stands.

    ``choices``: what may be chosen; ``optional``: may be ``None``; ``row``: the fields of a row of a table.
    """

    path: str
    part: str
    name: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    optional: bool = False
    row: tuple[Field, ...] = ()


def fields_of(table: type[msgspec.Struct] = Protocol, *, path: str = "", part: str = "") -> tuple[Field, ...]:
    """The fields of ``table`` and of the tables in it; ``schema`` is none."""
    found: list[Field] = []
    for name, hint in get_type_hints(table).items():
        if name == "schema":
            continue
        place = f"{path}.{name}" if path else name
        if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            found += fields_of(hint, path=place, part=name)
        else:
            found.append(_field(hint, path=place, part=part, name=name))
    return tuple(found)


def value_at(document: Any, path: str) -> Any:
    """What stands at the path of a field, in a protocol as plain values."""
    for step in path.split("."):
        document = document[step]
    return document


def _field(hint: Any, *, path: str, part: str, name: str) -> Field:
    optional = get_origin(hint) in (UnionType, Union)
    inner = next(one for one in get_args(hint) if one is not type(None)) if optional else hint
    if get_origin(inner) is tuple:
        inside = get_args(inner)[0]
        if isinstance(inside, type) and issubclass(inside, msgspec.Struct):
            row = fields_of(inside, path=f"{path}[]", part=name)
            return Field(path=path, part=part, name=name, kind="table", row=row)
        one = _field(inside, path=path, part=part, name=name)
        return msgspec.structs.replace(one, kind=_MANY[one.kind])
    if get_origin(inner) is Literal:
        return Field(path=path, part=part, name=name, kind="choice", choices=get_args(inner), optional=optional)
    return Field(path=path, part=part, name=name, kind=_PLAIN[inner.__name__], optional=optional)
