"""Templates as lines: what is read, and every line that cannot be."""

from __future__ import annotations

import pytest

from testing_lab.profiles.template_format import parse_template
from testing_lab.profiles.templates import Alternative, Point
from tests.pure.lab.profiles.telling import told

GOOD = """\
template A 1
sectors: care, trade
// a remark
constant closing: Met vriendelijke
      groet,
random quality same
  strong 1:
  plain 3: zo goed als de rest

dependent job on quality different
  shop 2 if strong, plain: Ik werk in
      een winkel.
  none 1 if plain:
letter:
# Brief
{name} {email}
// no remark here
cv:
- {name} {email}
"""


def test_everything_is_read() -> None:
    parsed = parse_template(GOOD)
    assert parsed.findings == ()
    template = parsed.template
    assert template is not None
    assert (template.name, template.version, template.sectors) == ("A", "1", ("care", "trade"))
    assert template.points == (
        Point(
            name="closing",
            kind="constant",
            alternatives=(Alternative(key="only", text="Met vriendelijke groet,"),),
        ),
        Point(
            name="quality",
            kind="random",
            across="same",
            alternatives=(Alternative(key="strong"), Alternative(key="plain", weight=3, text="zo goed als de rest")),
        ),
        Point(
            name="job",
            kind="dependent",
            across="different",
            depends_on="quality",
            alternatives=(
                Alternative(key="shop", weight=2, only_if=("strong", "plain"), text="Ik werk in een winkel."),
                Alternative(key="none", only_if=("plain",)),
            ),
        ),
    )
    assert template.letter == "# Brief\n{name} {email}\n// no remark here"
    assert template.cv == "- {name} {email}"


@pytest.mark.parametrize(
    ("old", "new", "path", "code"),
    [
        ("template A 1\n", "template A\n", "line 1", "template-line-unknown"),
        ("sectors: care", "sector: care", "line 2", "template-line-unknown"),
        ("random quality same", "random quality alike", "line 6", "template-line-unknown"),
        ("random quality same", "random quality on closing same", "line 6", "template-line-unknown"),
        ("dependent job on quality different", "dependent job different", "line 10", "template-line-unknown"),
        ("  strong 1:", "  strong one:", "line 7", "template-weight"),
        ("  strong 1:", "  strong 0:", "line 7", "template-weight"),
        ("  strong 1:", "  strong 1.5:", "line 7", "template-weight"),
        ("  strong 1:", "  strong 1", "line 7", "template-line-unknown"),
        ("  strong 1:", "      strong 1:", "line 7", "template-line-without-point"),
        ("// a remark", "  first 1: too early", "line 3", "template-line-without-point"),
        ("letter:\n", "", "letter", "template-document-missing"),
        ("\ncv:\n", "\nletter:\n", "line 18", "template-document-twice"),
    ],
)
def test_every_line_that_cannot_be_read_is_told(old: str, new: str, path: str, code: str) -> None:
    assert old in GOOD
    parsed = parse_template(GOOD.replace(old, new))
    assert parsed.template is None
    assert (path, code) in [(found.path, found.code) for found in told(parsed.findings)]


def test_all_faults_come_at_once() -> None:
    assert [found.code for found in parse_template("hello\n  there 1: x\n").findings] == [
        "template-line-unknown", "template-line-without-point", "template-document-missing",
        "template-document-missing", "template-head-missing",
    ]  # fmt: skip
