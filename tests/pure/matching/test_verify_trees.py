"""The rules of leaves, cuts, atoms and class levels, each with numbers that are worked out beside it."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import pytest

from matching.policy import GroupGap
from matching.result import CountCut, CountNode
from matching.verify.classes import Classes
from matching.verify.cuts import broken_cut
from matching.verify.face import Face
from matching.verify.fixed import with_stand_ins
from matching.verify.groups import Atoms, Group, atoms_of
from matching.verify.linear import LinearLevel, linear_levels
from matching.verify.tree import Row, Rows, broken_tree
from tests.pure.matching.rounds import student

change = msgspec.structs.replace

#: Group 0 = atom 0 (4 students), group 1 = atoms 1 and 2 (1 + 1 students).
LOW, HIGH = (0, 0, 0), (4, 1, 1)
GROUPS = [[Group(4, (0,)), Group(2, (1, 2))]]


def rows(gap: Fraction, cuts: dict[int, Row] | None = None, **facts: object) -> Rows:
    settled = {"low": LOW, "high": HIGH, "groupings": GROUPS, "gap": gap, "strict": False, "cuts": cuts or {}}
    return Rows(**{**settled, **facts})  # type: ignore[arg-type]  # keywords from a dict


#: At most one of group 0 has a place, and both of group 1 have one: rates of at most 1/4 and of 1, so a gap of 3/4.
FEW_AND_ALL = {0: Row((1, 0, 0), 1), 1: Row((0, -1, -1), -2)}
#: 4 x (rate of group 1 - rate of group 0) = 2 z1 + 2 z2 - z0 is at most 4 T; and z0 <= 1; and twice -z1 - z2 <= -2.
#: Together: 0 <= 4 T + 1 - 4.
BOTH = CountNode(gaps=((0, 1, 4, 0), (0, 0, 0, 4)), cuts=((0, 1), (1, 2)))


def test_a_gap_of_three_quarters_is_the_smallest() -> None:
    """Strict: 0 < 4 x 3/4 - 3 = 0 is impossible. For a larger bound the right side is above 0."""
    assert broken_tree((BOTH,), rows(Fraction(3, 4), FEW_AND_ALL, strict=True)) is None
    assert broken_tree((BOTH,), rows(Fraction(76, 100), FEW_AND_ALL, strict=True)) == (0, "leaf_open")


def test_a_gap_that_may_be_so_large_needs_more() -> None:
    """Not strict: 0 <= 0 is possible, and 0 <= -0.04 is not."""
    assert broken_tree((BOTH,), rows(Fraction(3, 4), FEW_AND_ALL)) == (0, "leaf_open")
    assert broken_tree((BOTH,), rows(Fraction(74, 100), FEW_AND_ALL)) is None


def test_a_gap_below_nothing_is_impossible_in_itself() -> None:
    """Rate of group 0 less itself < 0."""
    assert broken_tree((CountNode(gaps=((0, 0, 1, 1),)),), rows(Fraction(0), strict=True)) is None
    assert broken_tree((CountNode(gaps=((0, 0, 1, 1),)),), rows(Fraction(0))) == (0, "leaf_open")
    assert broken_tree((CountNode(),), rows(Fraction(0), strict=True)) == (0, "leaf_open")


def test_uppers_and_lowers_add_up_to_the_same_in_each_grouping() -> None:
    for gaps in (((0, 1, 4, 0), (0, 0, 0, 3)), ((0, 1, 4, 0),), ((0, 0, -1, -1),), ((1, 0, 1, 1),), ((0, 2, 1, 1),)):
        node = CountNode(gaps=gaps, cuts=((0, 1), (1, 2)))
        assert broken_tree((node,), rows(Fraction(1, 2), FEW_AND_ALL)) == (0, "multiplier_not_allowed")
    twice = Rows(
        low=LOW, high=HIGH, groupings=GROUPS * 2, gap=Fraction(1, 2), strict=False, cuts=FEW_AND_ALL
    )  # the same grouping twice: an upper of one, a lower of the other
    node = change(BOTH, gaps=((0, 1, 4, 0), (1, 0, 0, 4)))
    assert broken_tree((node,), twice) == (0, "multiplier_not_allowed")


def test_nobody_is_placed_who_is_not_there() -> None:
    """-z0 <= -5 asks for five of four: at least -4 > -5. Four of four is possible."""
    node = CountNode(cuts=((0, 1),))
    assert broken_tree((node,), rows(Fraction(1), {0: Row((-1, 0, 0), -5)})) is None
    assert broken_tree((node,), rows(Fraction(1), {0: Row((-1, 0, 0), -4)})) == (0, "leaf_open")
    # z0 <= -1: at least 0 > -1.
    assert broken_tree((node,), rows(Fraction(1), {0: Row((1, 0, 0), -1)})) is None


def test_who_must_have_a_place_has_one_and_who_has_no_pair_has_none() -> None:
    """z0 <= 1 where two of atom 0 must be placed: at least 2 > 1. -z0 <= -4 where three can be: at least -3 > -4."""
    node = CountNode(cuts=((0, 1),))
    some = {"low": (2, 0, 0), "high": (3, 1, 1)}
    assert broken_tree((node,), rows(Fraction(1), FEW_AND_ALL, **some)) is None
    assert broken_tree((node,), rows(Fraction(1), {0: Row((1, 0, 0), 2)}, **some)) == (0, "leaf_open")
    assert broken_tree((node,), rows(Fraction(1), {0: Row((-1, 0, 0), -4)}, **some)) is None
    assert broken_tree((node,), rows(Fraction(1), {0: Row((-1, 0, 0), -3)}, **some)) == (0, "leaf_open")


def test_a_negative_multiplier_turns_an_inequality_round() -> None:
    for node in (CountNode(cuts=((0, -1),)), CountNode(total=-1)):
        usable = rows(Fraction(1), {0: Row((1, 0, 0), 9)}, total=Row((1, 1, 1), 9))
        assert broken_tree((node,), usable) == (0, "multiplier_not_allowed")


def test_a_cut_of_a_level_further_down_may_not_be_used() -> None:
    assert broken_tree((CountNode(cuts=((7, 1),)),), rows(Fraction(1), FEW_AND_ALL)) == (0, "multiplier_not_allowed")


def test_so_many_must_be_placed() -> None:
    """z0 <= 1 and z0 + z1 + z2 >= 4: then z1 + z2 >= 3, of two students. Sum: -z1 - z2 <= 1 - 4, at least -2 > -3."""
    node = CountNode(cuts=((0, 1),), total=1)
    assert broken_tree((node,), rows(Fraction(1), FEW_AND_ALL, total=Row((-1, -1, -1), -4))) is None
    assert broken_tree((node,), rows(Fraction(1), FEW_AND_ALL, total=Row((-1, -1, -1), -3))) == (0, "leaf_open")
    assert broken_tree((node,), rows(Fraction(1), FEW_AND_ALL)) == (0, "multiplier_not_allowed")


#: z0 + z1 is never 2 (a row from each side says so below): at most 1, or at least 2.
BRANCHED = (
    CountNode(atoms=(0, 1), at_most=1, fewer=1, more=2),
    CountNode(cuts=((0, 1),), branches=(1,)),  # -z0 - z1 <= -2 and z0 + z1 <= 1: 0 <= -1
    CountNode(cuts=((1, 1),), branches=(1,)),  # z0 + z1 <= 1 (another cut) and -z0 - z1 <= -2: 0 <= -1
)
ABOUT_BOTH = {0: Row((-1, -1, 0), -2), 1: Row((1, 1, 0), 1)}


def test_both_sides_of_a_branch_are_asked() -> None:
    assert broken_tree(BRANCHED, rows(Fraction(1), ABOUT_BOTH)) is None
    root, fewer, more = BRANCHED
    limits = rows(Fraction(1), ABOUT_BOTH)
    assert broken_tree((root, more, fewer), limits) == (1, "leaf_open")
    assert broken_tree((change(root, at_most=2), fewer, more), limits) == (1, "leaf_open")
    assert broken_tree((change(root, at_most=0), fewer, more), limits) == (2, "leaf_open")
    assert broken_tree((root, change(fewer, branches=(0,)), more), limits) == (1, "leaf_open")


@pytest.mark.parametrize(
    ("tree", "at"),
    [
        ((), 0),
        ((BRANCHED[0], BRANCHED[1]), 2),
        ((*BRANCHED, BRANCHED[2]), 3),  # a node that nobody comes to
        ((change(BRANCHED[0], more=1), BRANCHED[1], BRANCHED[2]), 1),
        ((change(BRANCHED[0], fewer=0), BRANCHED[1], BRANCHED[2]), 0),
        ((change(BRANCHED[0], fewer=-3), BRANCHED[1], BRANCHED[2]), -3),
        ((change(BRANCHED[0], atoms=(1, 0)), BRANCHED[1], BRANCHED[2]), 0),
        ((change(BRANCHED[0], atoms=(0, 3)), BRANCHED[1], BRANCHED[2]), 0),
        ((change(BRANCHED[0], atoms=(-1, 0)), BRANCHED[1], BRANCHED[2]), 0),
        ((change(BRANCHED[0], total=1), BRANCHED[1], BRANCHED[2]), 0),
        ((BRANCHED[0], change(BRANCHED[1], branches=()), BRANCHED[2]), 1),
        ((BRANCHED[0], change(BRANCHED[1], branches=(1, 0)), BRANCHED[2]), 1),
        ((BRANCHED[0], change(BRANCHED[1], at_most=0), BRANCHED[2]), 1),
        ((BRANCHED[0], change(BRANCHED[1], more=2), BRANCHED[2]), 1),
    ],
)
def test_a_tree_has_the_shape_of_a_tree(tree: tuple[CountNode, ...], at: int) -> None:
    assert broken_tree(tree, rows(Fraction(1), ABOUT_BOTH)) == (at, "tree_misshapen")


# --- cuts -----------------------------------------------------------------------------------------------------------

#: Two students for offer 0 (1 place); the second also for offer 1 (2 places), where he must be placed and it be full.
BASE = Face(
    places=[1, 2],
    offers_of=[[0], [0, 1], [1]],
    must_student=[False, True, False],
    must_offer=[False, True],
    placed=[0, 1, 1],
)
ATOMS = Atoms(of=[0, 1, 1], sizes=[1, 2], labels=["a", "b"], groupings=[])


def cut(**facts: object) -> CountCut:
    none = {"level": -1, "scale": 0, "above": (), "atoms": (0, 0), "offers": (), "constant": 0}
    return CountCut(**{**none, **facts})  # type: ignore[arg-type]  # keywords from a dict


def levels() -> list[LinearLevel]:
    """Utilities 5; 7 and 2; 3, and before that the number placed."""
    return linear_levels(BASE, ["placed", "satisfaction"], [{0: 5}, {0: 7, 1: 2}, {1: 3}], None, placed_settled=False)


@pytest.mark.parametrize(
    ("one", "constant"),
    [
        # z(b) >= 2: atoms (0, 1) is 0 <= constant + z(b). Price -1 of offer 1 (must be full): 2 x -1; student 1 must be
        # placed: the best of -1 - 0 and -1 + 1 = 0; student 2: max(-1 + 1, 0) = 0. Constant -2.
        (cut(atoms=(0, 1), offers=((1, -1),)), -2),
        # Nothing paid: each of atom 0 for nothing: max(-(-1), 0) = 1.
        (cut(atoms=(-1, 0)), 1),
        # Satisfaction, offer 0 costs 5: 5 + max(5 - 5, 0) + max(7 - 5, 2) + max(3, 0).
        (cut(level=1, scale=1, above=(0,), offers=((0, 5),)), 10),
        # Twice satisfaction and ten times placed less: v = 0; 4 and -6 (must); -4 -> 0.
        (cut(level=1, scale=2, above=(-10,)), 4),
        # The same with a price of -2 for offer 1: -4, and v = 0; 4 and -4; -2 -> 0.
        (cut(level=1, scale=2, above=(-10,), offers=((1, -2),)), 0),
        # The number placed, each of atom 1 for 1: max(1, 0), 1 - 1 for the others.
        (cut(level=0, scale=1, atoms=(0, 1)), 1),
    ],
)
def test_the_constant_of_a_cut(one: CountCut, constant: int) -> None:
    assert broken_cut((change(one, constant=constant),), BASE, ATOMS, levels()) is None
    for wrong in (constant - 1, constant + 1):
        assert broken_cut((change(one, constant=wrong),), BASE, ATOMS, levels()) == (0, "cut_constant")


@pytest.mark.parametrize(
    "one",
    [
        cut(level=2, scale=1, above=(0, 0)),
        cut(level=-2),
        cut(scale=1),
        cut(level=0),
        cut(level=0, scale=-1),
        cut(level=1, scale=1),
        cut(above=(0,)),
        cut(atoms=(0,)),
        cut(atoms=(0, 0, 0)),
        cut(offers=((0, 0),)),
        cut(offers=((2, 1),)),
        cut(offers=((-1, 1),)),
        cut(offers=((1, 1), (0, 1))),
        cut(offers=((1, 1), (1, 1))),
    ],
)
def test_a_cut_has_the_shape_of_a_cut(one: CountCut) -> None:
    """Whatever its constant is said to be."""
    for constant in range(-3, 20):
        assert broken_cut((change(one, constant=constant),), BASE, ATOMS, levels()) == (0, "cut_misshapen")


def test_a_price_below_nothing_needs_an_offer_that_must_be_full() -> None:
    assert broken_cut((cut(offers=((0, -1),), constant=-1),), BASE, ATOMS, []) == (0, "cut_price")


# --- atoms, class levels, stand-ins -----------------------------------------------------------------------------------


def test_atoms_labels_and_groups_that_count() -> None:
    of_team = ["b", "a", "b", "", "c", "a"]
    students = [
        student(f"s{n}", level=2 if n < 4 else 3, groups=(("team", team),) if team else ())
        for n, team in enumerate(of_team)
    ]
    atoms = atoms_of(students, GroupGap(groupings=("team", "level"), min_group_size=2))
    # "c" has one student and does not count; he is with the one without a team, but for the level.
    assert atoms.labels == ["team=|level=2", "team=|level=3", "team=a|level=2", "team=a|level=3", "team=b|level=2"]
    assert atoms.of == [4, 2, 4, 0, 1, 3]
    assert atoms.sizes == [1, 1, 1, 1, 2]
    assert atoms.groupings == [[Group(2, (2, 3)), Group(2, (4,))], [Group(4, (0, 2, 4)), Group(2, (1, 3))]]
    # Teams: a 1/2, b 2/2. Levels: (1 + 0 + 2)/4 and (1 + 1)/2: 1/4 apart.
    assert atoms.gap([1, 1, 0, 1, 2]) == Fraction(1, 2)
    assert atoms.counts([0, -1, 3, 2, 1, 0]) == [1, 1, 0, 1, 2]


@pytest.mark.parametrize(
    ("room", "possible"),
    [
        (0, [0, 2, 3, 1, 3]),
        (1, [0, 2, 3, 0, 3]),  # 230
        (2, [0, 2, 2, 1, 3]),  # 229: the second class is the first that differs
        (31, [0, 2, 0, 1, 3]),  # 200
        (32, [0, 1, 3, 1, 3]),  # 199
        (500, [0, 0, 3, 1, 3]),  # nobody: fewer than that there cannot be
    ],
)
def test_what_the_bound_of_a_class_level_says(room: int, possible: list[int]) -> None:
    """Nine students: base 10. Two in class 1, three in class 2, one in class 3: they cost 200 + 30 + 1."""
    level = LinearLevel("worst_off", 1, 3, 10, [], BASE)
    assert level.least_profile([0, 2, 3, 1, 3], room) == possible


def test_class_levels_take_as_many_classes_as_fit() -> None:
    """Fifteen students: 16^3 = 2^12. Of seven classes the best (6) is left out."""
    everybody = 15
    face = Face(
        places=[1],
        offers_of=[[0]] * everybody,
        must_student=[False] * everybody,
        must_offer=[False],
        placed=[-1] * everybody,
    )
    classes = Classes([{0: 1 + s % 6} for s in range(everybody)], 7)
    with_nobody = linear_levels(face, ["worst_off"], [], classes, placed_settled=False)
    assert [(level.round, level.last) for level in with_nobody] == [(0, 2), (3, 5)]
    # Class 0 costs 16^2, class 1 16, class 2 1, the better ones nothing.
    assert with_nobody[0].weights[:3] == [[256 - 16], [256 - 1], [256]]
    # In the second level the classes below 3 cost what class 3 costs.
    assert with_nobody[1].weights[:6] == [[0], [0], [0], [256 - 16], [256 - 1], [256]]
    below = linear_levels(face, ["placed", "worst_off"], [], classes, placed_settled=False)
    assert [(level.goal, level.round, level.last) for level in below] == [
        ("placed", 0, 0),
        ("worst_off", 1, 3),
        ("worst_off", 4, 5),
    ]
    two = Classes([{0: 1}] * everybody, 2)
    assert linear_levels(face, ["worst_off"], [], two, placed_settled=True) == []


def test_stand_ins_take_who_has_no_place() -> None:
    face = with_stand_ins(change_placed([0, 1, -1]), ATOMS)
    assert face.places == [1, 2, 0, 1]
    assert face.offers_of == [[0], [0, 1], [1, 3]]  # atom 0 has nobody left; student 1 must be placed
    assert face.must_student == [True, True, True]
    assert face.must_offer == [False, True, True, True]
    assert face.placed == [0, 1, 3]


def change_placed(placed: list[int]) -> Face:
    return Face(
        places=BASE.places,
        offers_of=BASE.offers_of,
        must_student=BASE.must_student,
        must_offer=BASE.must_offer,
        placed=placed,
    )


#: Both of group 1 have a place, and one of group 0 at most. Below a lowest rate of 1/2 the lowest is 1/4 or less (0 or
#: 1/4 of four; 0 of two), and with a gap of 1/4 at most 1 of 2 in group 1; from 1/2 on at least 2 of 4 in group 0.
BY_RATE = (
    CountNode(grouping=0, rate="1/2", fewer=1, more=2),
    CountNode(cuts=((1, 1),), windows=((0, 1, 1, 0),)),
    CountNode(cuts=((0, 1),), windows=((0, 0, 0, 1),)),
)


def test_a_lowest_rate_leaves_each_group_whole_numbers() -> None:
    assert broken_tree(BY_RATE, rows(Fraction(1, 4), FEW_AND_ALL)) is None
    assert broken_tree(BY_RATE, rows(Fraction(1, 2), FEW_AND_ALL)) is None
    assert broken_tree(BY_RATE, rows(Fraction(3, 4), FEW_AND_ALL)) == (1, "leaf_open")  # both of two are 1/4 + 3/4
    assert broken_tree(BY_RATE, rows(Fraction(3, 4), FEW_AND_ALL, strict=True)) is None
    root, fewer, more = BY_RATE
    lower = change(root, rate="1/4")  # from there on one of group 0 is enough
    assert broken_tree((lower, fewer, more), rows(Fraction(1, 4), FEW_AND_ALL)) == (2, "leaf_open")
    assert broken_tree((root, more, fewer), rows(Fraction(1, 4), FEW_AND_ALL))[1] == "multiplier_not_allowed"


def test_a_division_of_rates_names_a_grouping_and_a_rate_and_nothing_else() -> None:
    root, fewer, more = BY_RATE
    usable = rows(Fraction(1, 4), FEW_AND_ALL)
    for facts in (
        {"rate": ""},
        {"rate": "0/1"},
        {"rate": "3/2"},
        {"rate": "2/4"},
        {"rate": "-1/2"},
        {"grouping": 1},
        {"grouping": -1},
        {"grouping": -2},
        {"atoms": (0,)},
        {"at_most": 1},
        {"cuts": ((0, 1),)},
        {"windows": ((0, 0, 0, 1),)},
        {"total": 1},
    ):
        assert broken_tree((change(root, **facts), fewer, more), usable) == (0, "tree_misshapen")
    for windows in (((0, 1, -1, 0),), ((0, 1, 1, 1),), ((0, 2, 1, 0),), ((1, 0, 1, 0),), ((-1, 0, 1, 0),)):
        assert broken_tree((root, change(fewer, windows=windows), more), usable) == (1, "multiplier_not_allowed")
    for windows in (((0, 0, 1, 0),), ((0, 0, 1, 1),)):
        assert broken_tree((root, fewer, change(more, windows=windows)), usable) == (2, "multiplier_not_allowed")
    assert broken_tree((CountNode(windows=((0, 0, 0, 1),)),), usable) == (0, "multiplier_not_allowed")
