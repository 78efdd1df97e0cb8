"""Every fault of a template planted once, and what keeps two templates from making a pair."""

from __future__ import annotations

import msgspec
import pytest

from testing_lab.profiles.letters import TEMPLATES
from testing_lab.profiles.template_check import pair_findings, set_findings, template_findings
from testing_lab.profiles.template_format import parse_template
from testing_lab.profiles.templates import Template
from tests.pure.lab.profiles.telling import told
from tests.pure.lab.profiles.test_template_format import GOOD

PLAIN = """\
template P 1
random quality same
  strong 1: Ik doe dit werk al twee jaar.
  plain 1: Ik begin net met dit werk.
dependent job on quality same
  shop 1 if strong: In een winkel sta ik ook.
  none 1 if plain: Nog niets gedaan tot nu toe hoor.
random hobby different
  one 1: lezen
  two 1: zingen
letter:
{quality} {job} {name} {email}
cv:
{hobby} {name} {email}
"""


def _template(text: str) -> Template:
    parsed = parse_template(text)
    assert parsed.template is not None, parsed.findings
    return parsed.template


def _found(text: str) -> list[tuple[str, str]]:
    return [(found.path, found.code) for found in told(template_findings(_template(text)))]


def test_nothing_is_wrong_with_a_good_one() -> None:
    assert _found(PLAIN) == []


def test_nothing_is_wrong_with_the_letters_of_the_house() -> None:
    assert len(TEMPLATES) == 4
    assert set_findings(TEMPLATES) == ()


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("random hobby", "random job", ("points.job", "template-point-twice")),
        ("random hobby", "random town", ("points.town", "template-point-is-slot")),
        ("  two 1: z", "  one 1: z", ("points.hobby", "template-alternative-twice")),
        ("  two 1: zingen\n", "", ("points.hobby", "template-too-few-alternatives")),
        ("  two 1: zingen\n", "", ("points.hobby", "template-different-of-one")),
        ("job on quality", "job on hobby", ("points.job", "template-parent-unknown")),
        ("job on quality", "job on nothing", ("points.job", "template-parent-unknown")),
        ("none 1 if plain", "none 1 if strong", ("points.job", "template-nothing-left")),
        ("none 1 if plain", "none 1 if plane", ("points.job", "template-condition-unknown")),
        ("job on quality same", "job on quality different", ("points.job", "template-nothing-left")),
        ("random quality same", "random quality free", ("points.job", "template-same-on-other")),
        ("random quality same", "random quality free", ("points.quality", "template-quality-constant")),
        ("{quality} {job}", "{quality} {jobs}", ("letter", "template-slot-unknown")),
        ("{quality} {job}", "{quality} {Job}", ("letter", "template-slot-unknown")),
        ("{quality} {job}", "{quality}", ("points.job", "template-point-unused")),
        ("winkel sta", "winkel {hobby} sta", ("points.job", "template-point-in-point")),
        ("{job} {name} {email}", "{job} {email}", ("letter", "template-slot-missing")),
        ("{hobby} {name} {email}", "{hobby} {name}", ("cv", "template-slot-missing")),
    ],
)
def test_every_fault_is_found(old: str, new: str, found: tuple[str, str]) -> None:
    assert old in PLAIN
    assert found in _found(PLAIN.replace(old, new))


def test_unused_points_and_equal_quality_are_warnings() -> None:
    unused = template_findings(_template(PLAIN.replace("{quality} {job}", "{quality}")))
    assert [one.level for one in unused if one.code == "template-point-unused"] == ["warning"]
    equal = template_findings(_template(PLAIN.replace("quality", "skill")))
    assert [(one.code, one.level) for one in equal] == [("template-quality-constant", "warning")]


def test_a_template_makes_no_pair_with_itself() -> None:
    template = _template(PLAIN)
    assert [found.code for found in told(pair_findings(template, template))] == ["template-pair-of-one"]


def test_the_same_sentence_in_both_is_told() -> None:
    first, second = _template(PLAIN), _template(PLAIN.replace("template P", "template Q"))
    found = [one.facts["sentence"] for one in told(pair_findings(first, second))]
    assert found == [
        "ik begin net met dit werk.", "ik doe dit werk al twee jaar.", "in een winkel sta ik ook.",
        "nog niets gedaan tot nu toe hoor.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("strong 1: ", "strong 2: "),
        ("strong", "better"),
        ("  shop 1 if strong: ", "  shop 1: "),
        ("random hobby different", "random hobby free"),
        ("random hobby different", "random pastime different"),
        ("  two 1: zingen", "  two 1: zingen\n  three 1: koken"),
    ],
)
def test_the_same_points_are_needed_in_both(old: str, new: str) -> None:
    other = _template(PLAIN.replace("template P", "template Q").replace(old, new))
    codes = {found.code for found in told(pair_findings(_template(PLAIN), other))}
    assert "template-pair-point-differs" in codes


def test_free_points_may_differ() -> None:
    free = PLAIN.replace("random hobby different", "random hobby free")
    other = free.replace("template P", "template Q").replace("  two 1: zingen", "  two 2: dansen")
    codes = {found.code for found in pair_findings(_template(free), _template(other))}
    assert codes == {"template-pair-same-sentence"}


def test_paths_of_a_set_name_the_templates() -> None:
    bad = msgspec.structs.replace(_template(PLAIN), letter="{nothing}")
    paths = {found.path for found in set_findings((bad, _template(GOOD)))}
    assert {"P.letter", "P+A.points.quality"} <= paths
