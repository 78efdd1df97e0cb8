"""The policy editor: a form to a policy and back, the buttons of the goals, warnings, and the policy in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.catalogue import Language
from api.messages.policies import GroupingView
from api.pages.policy_editor import editor_of, moved
from api.pages.policy_form import FIELDS, Typed, raw_of, read_typed, typed_of
from api.pages.rendering import to_html
from api.services.policy_words import summary, tell, warnings, weight_examples
from matching.policy import GroupGap, Policy, Rematch, UtilityWeights, WorstOff, check_policy
from matching.policy_faults import PolicyFault
from tests.pages.policy_samples import GROUPINGS, WHOLE, wrong
from tests.pages.samples import COORDINATOR, SAMPLES

USUAL = typed_of(Policy())


def changed(**values: str) -> Typed:
    return Typed(goals=USUAL.goals, values=USUAL.values | values)


POLICIES = st.builds(
    Policy,
    goals=st.permutations(["placed", "group_gap", "worst_off", "satisfaction"]).map(tuple),
    seed=st.text("ab 1é", max_size=9).map(str.strip),
    utility=st.builds(lambda travel: UtilityWeights(preference=850 - travel, travel=travel), st.integers(0, 850)),
    worst_off=st.builds(WorstOff, classes=st.sampled_from(["rank", "utility"])),
    group_gap=st.builds(
        GroupGap,
        groupings=st.lists(st.sampled_from(["level", "team", "mentor x"]), min_size=1, unique=True).map(tuple),
        tolerance=st.integers(0, 1000).map(lambda tenths: tenths / 1000),
        min_group_size=st.integers(1, 10**9),
    ),
    rematch=st.none() | st.builds(Rematch, max_changes=st.integers(0, 10**9)),
    budget_seconds=st.none() | st.integers(0, 864_000).map(lambda tenths: tenths / 10),
)


@given(POLICIES)
def test_a_policy_comes_back_from_the_form(policy: Policy) -> None:
    typed = typed_of(policy)
    fields = {"goals": ",".join(typed.goals), **typed.values}
    editor = editor_of("nl", read_typed(fields, typed.groupings), ())
    assert not editor.faults
    assert editor.policy == policy


def test_an_empty_form_is_the_usual_policy() -> None:
    assert editor_of("nl", read_typed({}, []), ()).policy == Policy()


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("utility_travel", "", "missing"),
        ("utility_travel", "x", "not_whole"),
        ("utility_travel", "250,5", "not_whole"),
        ("utility_travel", "1_0", "not_whole"),
        ("utility_travel", "²", "not_whole"),
        ("utility_travel", "nan", "not_whole"),
        ("utility_travel", "1e2", "not_whole"),
        ("utility_travel", "9" * 401, "not_whole"),
        ("budget_seconds", "-1", "out_of_range"),
        ("budget_seconds", "9" * 399, "out_of_range"),
        ("budget_seconds", "tien", "not_number"),
        ("seed", "x" * 101, "seed_long"),
        ("seed", "a\x00b", "seed_signs"),
        ("worst_off_classes", "ranks", None),  # not asked while the goal takes no part
    ],
)
def test_what_cannot_be_in_a_field_is_told_there(field: str, value: str, code: str | None) -> None:
    faults = editor_of("nl", changed(**{field: value}), ()).faults
    assert {name: told.code for name, told in faults.items()} == ({field: code} if code else {})


def test_every_mistake_is_told_at_its_own_field() -> None:
    editor = editor_of("nl", wrong(), GROUPINGS)
    assert {name: told.code for name, told in editor.faults.items()} == {
        "worst_off_classes": "not_a_choice",
        "group_gap_tolerance": "not_number",
        "group_gap_price": "not_whole",
        "group_gap_min_group_size": "not_whole",
        "utility_preference": "not_whole",
        "utility_travel": "not_whole",
        "utility_learning_wishes": "not_whole",
        "rematch_max_changes": "not_whole",
        "budget_seconds": "out_of_range",
        "seed": "seed_signs",
        "group_gap_groupings": "grouping_name",
    }
    assert editor.policy is None
    assert editor.sentences == ()
    html = to_html(SAMPLES["new-run-wrong"], language="nl", csrf_token="t", actor=COORDINATOR, path="/")
    assert [name for name in re.findall(r'href="#field-([a-z_]+)"', html) if name in editor.faults] == list(
        editor.faults
    )


@pytest.mark.parametrize(
    ("typed", "points", "code"), [("2,5", 0.025, None), ("0.1", 0.001, None), ("101", None, "out_of_range")]
)
def test_the_tolerance_is_typed_in_percentage_points(typed: str, points: float | None, code: str | None) -> None:
    form = Typed(
        goals=("placed", "group_gap"), groupings=("level",), values=USUAL.values | {"group_gap_tolerance": typed}
    )
    raw, unread = raw_of(form)
    assert raw["group_gap"].get("tolerance") == points
    assert [fault.code for fault in unread.values()] == ([code] if code else [])
    if code:
        assert "0 tot en met 100" in editor_of("nl", form, ()).faults["group_gap_tolerance"].remedy


def test_the_sum_of_the_weights_and_what_it_means() -> None:
    high = editor_of("nl", changed(utility_travel="300"), ())
    assert (high.weights, high.examples) == (1050, ())
    assert "Haal er 50 punten af" in high.faults["utility"].remedy
    low = editor_of("nl", changed(utility_travel="249"), ())
    assert low.faults["utility"].remedy == "Geef er nog 1 punt bij."
    right = editor_of("en", USUAL, ())
    assert right.weights == 1000
    # docs/matching.md: 600 × (4 + 1 − r) // 4 for r = 1, 2, 4; 250 × (60 − 30) // 60; 150 // 2; 150 points = 36 min.
    told = " ".join(weight_examples("en", 600, 250, 150))
    assert [int(number) for number in re.findall(r"\d+", told)] == [
        4,
        600,
        450,
        150,
        0,
        30,
        60,
        125,
        1,
        2,
        75,
        150,
        150,
        36,
    ]
    assert len(weight_examples("nl", 1000, 0, 0)) == 3, "no travel to compare with"


def test_the_buttons_of_the_goals() -> None:
    typed, told = moved("nl", USUAL, "add:worst_off")
    assert typed.goals == ("placed", "satisfaction", "worst_off")
    assert told == '"Eerst wie het slechtst af is" doet nu mee, als doel 3 van 3.'
    typed, told = moved("nl", typed, "up:worst_off")
    assert typed.goals == ("placed", "worst_off", "satisfaction")
    assert "doel 2 van 3" in told
    assert moved("nl", typed, "up:placed") == (typed, '"Studenten met een plek" staat al bovenaan.')
    assert moved("nl", typed, "down:satisfaction")[1].endswith("staat al onderaan.")
    assert moved("nl", typed, "down:placed")[0].goals == ("worst_off", "placed", "satisfaction")
    assert moved("nl", typed, "out:placed")[0].goals == ("worst_off", "satisfaction")
    for nonsense in ("up:", "start", "up:rematch", "add:placed", "x:placed"):
        assert moved("nl", typed, nonsense) == (typed, "")


def test_every_goal_is_offered_and_a_rematch_where_places_are_known() -> None:
    usual = editor_of("nl", USUAL, GROUPINGS, places_known=True)
    offered = {*usual.more, *(card.name for card in usual.goals)}
    assert offered == {"placed", "group_gap", "worst_off", "satisfaction"}
    assert usual.rematch
    assert not editor_of("nl", USUAL, GROUPINGS, places_known=False).rematch


def test_warnings_about_groupings_and_the_first_goal() -> None:
    gap = GroupGap(groupings=("level", "team", "mentor", "learning_path", "nobody"))
    told = warnings("nl", ("placed", "group_gap"), gap, GROUPINGS)
    assert [line.split(":")[0] for line in told] == ["Team", "mentor", "Leerweg", "nobody"]
    assert "maar één groep heeft 10 studenten" in told[0]
    assert "alle groepen hebben minder dan 10" in told[1]
    small = GroupGap(groupings=("team", "mentor"), min_group_size=3)
    assert warnings("nl", ("placed", "group_gap"), small, GROUPINGS) == ()
    assert warnings("nl", ("placed",), gap, GROUPINGS) == (), "nobody asked"
    assert len(warnings("en", ("satisfaction",), None, ())) == 1
    assert len(warnings("en", ("satisfaction", "placed"), None, ())) == 1


def test_the_policy_in_short() -> None:
    assert summary("nl", Policy()) == (
        "Eerst krijgen zoveel mogelijk studenten een plek.",
        "Daarna kiezen wij de verdeling met de meeste punten: voorkeur telt voor 600, reistijd voor 250 en leerwensen"
        " voor 150.",
        "Is er dan nog iets gelijk? Dan loten wij.",
    )
    whole = summary("en", WHOLE)
    assert whole[1] == (
        "Then, we make the difference between groups as small as possible (Level, Team, mentor, Learning path, nobody)."
    )
    assert whole[2] == "A difference up to 2.5 percentage points is good enough."
    assert any("ronde 2027" in line for line in whole)
    assert any("10 students lose" in line for line in whole)
    first = summary("nl", Policy(goals=("worst_off", "placed")))
    assert first[0].startswith("Eerst helpen wij")
    assert first[1].startswith("Daarna krijgen")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("raw", [{"goals": ["x"], "utility": {"travel": 0}, "f": 1}, {"rematch": {}}, {"utility": 1}])
def test_faults_have_words_without_the_decoders(language: Language, raw: dict[str, object]) -> None:
    for fault in check_policy(raw):
        told = tell(language, fault)
        assert told.wrong
        assert told.remedy
        assert not re.search(r"Expected|Object|`", told.wrong + told.remedy)


def test_every_field_of_the_form_is_on_the_page() -> None:
    html = to_html(SAMPLES["new-run-whole"], language="nl", csrf_token="t", actor=COORDINATOR, path="/")
    for name in FIELDS:
        assert f'name="{name}"' in html
        assert f'id="fault-{name}"' in html, "a check fills it"
        assert f"#fault-{name}" in html
    for name in editor_faults():
        assert f'id="field-{name}"' in html, "the list of faults leads there"
    assert html.count('name="groupings"') == len(GROUPINGS) + 1
    buttons = re.findall(r'name="action" value="([a-z]+)', html)
    assert buttons[0] == "check", "the Enter key starts nothing"
    assert buttons.count("start") == 1


def editor_faults() -> set[str]:
    return {*FIELDS, "goals", "utility", "group_gap_groupings"}


def test_a_grouping_of_one_student_has_words() -> None:
    view = GroupingView(name="team", groups=(1,))
    assert (view.students, view.counting(1), view.counting(2)) == (1, 1, 0)
    assert (
        tell("nl", PolicyFault(code="not_toml", key="", facts={"line": 0})).wrong == "Dit bestand is geen goede TOML."
    )
