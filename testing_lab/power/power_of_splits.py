"""What is left of a study's power when its pairs are split over sectors and grounds? Usually: nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from testing_lab.arguments import count, open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.power.critical import known_test
from testing_lab.power.discordance import discordance, power
from testing_lab.power.formulas import mcnemar_formulas
from testing_lab.power.smallest import NONE_FOUND, smallest_pairs
from testing_lab.result import Result

if TYPE_CHECKING:
    from testing_lab.power.critical import TestName
    from testing_lab.power.discordance import Discordance


class Division(msgspec.Struct, frozen=True, kw_only=True):
    """One way to look at the pairs: the whole, by sector, by ground, by both, or one named cell.

    ``pairs_per_cell`` of the smallest cell; ``power`` in it; ``wrong_direction``: of the findings in such a cell, the
    share that points the wrong way (``None`` where nothing can be found). ``pairs_needed_per_cell`` and
    ``pairs_needed_in_all`` for the target power in every cell.
    """

    division: str
    cells: int
    pairs_per_cell: int
    power: float
    wrong_direction: float | None
    enough: bool
    pairs_needed_per_cell: int | None
    pairs_needed_in_all: int | None


class SplitWarning(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that this design must not make.

    ``severity``: ``hopeless`` (power below one half: missing a true difference is the likelier outcome) or ``weak``
    (below the target).
    """

    code: str
    severity: str
    division: str
    pairs_per_cell: int
    power: float
    pairs_needed_per_cell: int | None
    pairs_needed_in_all: int | None


class PowerOfSplits(Result, frozen=True, kw_only=True):
    """``may_claim``: the divisions with enough power. ``warnings``: the others, the worst first. Never print one
    without the other.
    """

    test: str
    target_power: float
    divisions: tuple[Division, ...]
    may_claim: tuple[str, ...]
    warnings: tuple[SplitWarning, ...]


def power_of_splits(
    *,
    p_only_majority: float,
    p_only_minority: float,
    n_pairs: int,
    sectors: int = 1,
    grounds: int = 1,
    alpha_two_sided: float = 0.05,
    target_power: float = 0.8,
    test: str = "midp",
) -> PowerOfSplits:
    """Power of a whole study, by sector, by ground, and by sector and ground.

    Parameters
    ----------
    p_only_majority, p_only_minority : float
        Probability that in a pair only that applicant has a positive answer; each 0 to 1, together at most 1.
    n_pairs : int
        All pairs, from 1 up; divided evenly, the smallest cell counts.
    sectors, grounds : int
        In how many of each the pairs are divided, from 1 up.
    alpha_two_sided, target_power : float
        Between 0 and 1; the target above alpha.
    test : str
        ``midp`` (default), ``exact``, ``asymptotic`` or ``cc``.

    Returns
    -------
    PowerOfSplits
        Every division that there is, with the pairs it would need, and a warning for each that has too little power.
        ``None`` for the pairs needed without a difference (nothing would do) or beyond the search.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, or more cells than pairs.

    Notes
    -----
    Each cell is tested by itself, without correction for many tests: with it, power is lower still. What helps is
    pooling (one test over all cells, a test of homogeneity, shrinkage), not more tests.

    References
    ----------
    Vuolo, Uggen & Lageson (2016), Sociological Methods & Research 45:260.

    Examples
    --------
    A city's 288 pairs in 4 sectors and on 3 grounds:

    >>> answer = power_of_splits(p_only_majority=0.12, p_only_minority=0.05, n_pairs=288, sectors=4, grounds=3)
    >>> for one in answer.divisions:
    ...     print(one.division, one.pairs_per_cell, round(one.power, 3), one.pairs_needed_in_all)
    whole 288 0.836 263
    sector 72 0.283 1052
    ground 96 0.376 789
    sector_and_ground 24 0.06 3156
    >>> answer.may_claim, [(one.severity, one.division) for one in answer.warnings][0]
    (('whole',), ('hopeless', 'sector_and_ground'))
    """
    pairs = count("n_pairs", n_pairs)
    parts = {"sectors": count("sectors", sectors), "grounds": count("grounds", grounds)}
    for name, number in parts.items():
        if number == 0:
            raise ImpossibleInput(name, "is below 1", value=number)
    both = parts["sectors"] * parts["grounds"]
    if pairs < both:
        raise ImpossibleInput("n_pairs", "are fewer than the cells", pairs=pairs, cells=both)
    cells = {"whole": 1, "sector": parts["sectors"], "ground": parts["grounds"], "sector_and_ground": both}
    kept = {name: number for name, number in cells.items() if name == "whole" or number > 1}
    if 1 in parts.values():
        kept.pop("sector_and_ground", None)
    return _divided(
        {name: (number, pairs // number) for name, number in kept.items()},
        discordance(p_only_majority=p_only_majority, p_only_minority=p_only_minority),
        alpha=open_share("alpha_two_sided", alpha_two_sided),
        target=open_share("target_power", target_power),
        test=known_test("test", test),
    )


def power_of_cells(
    *,
    p_only_majority: float,
    p_only_minority: float,
    pairs_by_cell: Mapping[str, int],
    alpha_two_sided: float = 0.05,
    target_power: float = 0.8,
    test: str = "midp",
) -> PowerOfSplits:
    """Power of a whole study and of each of its named cells, which may differ in size.

    Parameters
    ----------
    p_only_majority, p_only_minority, alpha_two_sided, target_power, test
        As for :func:`power_of_splits`.
    pairs_by_cell : mapping of str to int
        Pairs in each cell, from 0 up; at least one cell. ``whole`` is no name for one.

    Returns
    -------
    PowerOfSplits
        The whole first, then the cells in their order.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, no cell, no pair.

    Examples
    --------
    >>> cells = {"care": 200, "technology": 88}
    >>> answer = power_of_cells(p_only_majority=0.12, p_only_minority=0.05, pairs_by_cell=cells)
    >>> [(one.division, one.severity, round(one.power, 2)) for one in answer.warnings]
    [('technology', 'hopeless', 0.35), ('care', 'weak', 0.67)]
    """
    counts = {name: count(f"pairs_by_cell[{name}]", pairs) for name, pairs in pairs_by_cell.items()}
    if "whole" in counts:
        raise ImpossibleInput("pairs_by_cell", "has a cell named whole")
    if sum(counts.values()) == 0:
        raise ImpossibleInput("pairs_by_cell", "has no pair at all")
    return _divided(
        {"whole": (1, sum(counts.values())), **{name: (1, pairs) for name, pairs in counts.items()}},
        discordance(p_only_majority=p_only_majority, p_only_minority=p_only_minority),
        alpha=open_share("alpha_two_sided", alpha_two_sided),
        target=open_share("target_power", target_power),
        test=known_test("test", test),
    )


def _divided(
    cells: Mapping[str, tuple[int, int]], chances: Discordance, *, alpha: float, target: float, test: TestName
) -> PowerOfSplits:
    if target <= alpha:
        raise ImpossibleInput("target_power", "is not above alpha", value=target, alpha=alpha)
    expected = mcnemar_formulas(chances, alpha=alpha, target=target).connor_1987_lachin_1992_unconditional
    found = NONE_FOUND
    if chances.difference != 0:
        found = smallest_pairs(test, chances=chances, alpha=alpha, target=target, expected=expected)
    divisions = []
    for name, (number, pairs) in cells.items():
        sides = power(test, pairs=pairs, chances=chances, alpha=alpha)
        finds, needed = min(1.0, sum(sides)), found.first_crossing
        divisions.append(
            Division(
                division=name,
                cells=number,
                pairs_per_cell=pairs,
                power=finds,
                wrong_direction=sides[chances.difference > 0] / finds
                if finds > 0 and chances.difference != 0
                else None,
                enough=finds >= target and chances.difference != 0,
                pairs_needed_per_cell=needed,
                pairs_needed_in_all=None if needed is None else needed * number,
            )
        )
    reason = "no_difference" if chances.difference == 0 else "beyond_the_search"
    return PowerOfSplits(
        test=test,
        target_power=target,
        divisions=tuple(divisions),
        may_claim=tuple(one.division for one in divisions if one.enough),
        warnings=warnings_of(divisions),
        undefined={} if found.first_crossing is not None else {"pairs_needed_per_cell": reason},
    )


def warnings_of(divisions: Sequence[Division]) -> tuple[SplitWarning, ...]:
    """A warning for each part with too little power, the worst first."""
    return tuple(
        SplitWarning(
            code="too_little_power",
            severity="hopeless" if one.power < 0.5 else "weak",
            division=one.division,
            pairs_per_cell=one.pairs_per_cell,
            power=one.power,
            pairs_needed_per_cell=one.pairs_needed_per_cell,
            pairs_needed_in_all=one.pairs_needed_in_all,
        )
        for one in sorted(divisions, key=lambda one: one.power)
        if not one.enough
    )
