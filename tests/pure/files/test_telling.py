"""Every fault has a message and a remedy in both languages, with the facts that the readers give it."""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from api import catalogue, services
from api.messages.importing import Fault, FaultCode
from api.services.files import read_offers, read_students
from api.services.files.telling import tell

FACTS: dict[str, str | int] = {
    "allowed": "a, b", "cells": 3, "columns": 2, "count": 2, "crebo": "25998", "end": "2027-01-01", "first_row": 2,
    "kind": "offers", "least": 0, "locked": 2, "many": "no", "places": 1,
    "megabytes": 50, "most": 1000, "offer": "O1", "rule": "crebo", "start": "2027-02-01",
    "group": "level=2", "name": "k", "number": 3, "other": "places",
    "student": "1", "subject": "bsn", "value": "x", "why": "broken",
}  # fmt: skip
WHYS = ("old_or_locked", "macros", "binary_workbook", "open_document", "pdf", "image", "archive", "document")
MORE_WHYS = ("web_page", "bomb", "dangerous", "quotes", "binary", "broken")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("code", get_args(FaultCode))
def test_every_code_has_a_message_and_a_remedy(language: catalogue.Language, code: FaultCode) -> None:
    told = tell(language, Fault(code=code, row=1234, column="places", facts=FACTS))
    assert told.wrong
    assert told.remedy
    assert "{" not in told.wrong + told.remedy
    assert "1.234" not in told.wrong
    assert "1,234" not in told.wrong


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_unreadable_file_has_its_own_message(language: catalogue.Language) -> None:
    whys = (*WHYS, *MORE_WHYS)
    told = {tell(language, Fault(code="file_not_readable", facts={"why": why})).wrong for why in whys}
    assert len(told) == len(whys)


def test_the_reasons_above_are_those_in_the_source() -> None:
    folder = Path(services.__file__).parent / "files"
    source = "\n".join(path.read_text() for path in folder.glob("*.py"))
    said = set(re.findall(r'why="(\w+)"', source)) | {"document", "archive"}
    magic = re.search(r"_OTHER_KINDS = (\(.*?\n\))", source, re.DOTALL)
    assert magic is not None
    said |= {why for _, why in ast.literal_eval(magic[1])}
    assert said == set(WHYS) | set(MORE_WHYS)


def test_words_of_the_reader_stand_beside_those_of_the_contract() -> None:
    content = b"student_number;crebo;transport\n1;2599;boot\n"
    faults = read_students(content, "s.csv").faults
    assert [fault.facts.get("allowed") for fault in faults] == [
        None,
        "walk (lopen), bike (fiets), public_transport (ov), car (auto)",
    ]
    assert "|" not in tell("nl", faults[0]).remedy, "a student has one programme"
    content = b'offer_id;places;crebos\nO1;1;"25998,25999"\n'
    assert "25998|25999" in tell("nl", read_offers(content, "o.csv").faults[0]).remedy


def test_a_broken_lock_names_the_rule_in_words() -> None:
    fault = Fault(code="lock_breaks_rule", row=2, column="locked_offer", facts={"offer": "O1", "rule": "crebo"})
    assert "andere opleiding" in tell("nl", fault).wrong
