"""Every code of the frame, the randomisation and the fieldwork has its text in both languages, and no text is idle."""

from __future__ import annotations

import re

from testing_lab import draws
from tests.house.repository import ROOT, files, text_of

_ROOMS = ("frame", "randomisation", "fieldwork")


def _code() -> str:
    return "\n".join(text_of(one) for one in files() if one.parts[:1] == ("testing_lab",) and one.parts[1] in _ROOMS)


def _texts(language: str) -> set[str]:
    catalogue = (ROOT / "api" / "catalogue" / language / "lab_plan.ftl").read_text("utf-8")
    return set(re.findall(r"^([a-z][\w-]*) =", catalogue, flags=re.MULTILINE))


def test_every_finding_has_its_text() -> None:
    said = {f"lab-finding-{code}" for code in re.findall(r'code\s*=\s*"([a-z-]+)"', _code())}
    assert len(said) > 20
    for language in ("nl", "en"):
        assert said == {one for one in _texts(language) if one.startswith("lab-finding-")}


def test_the_form_of_a_draw_is_what_its_room_says() -> None:
    assert f'["{draws.FORM}",' in (draws.__doc__ or "")
