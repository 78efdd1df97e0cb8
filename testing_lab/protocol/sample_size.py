"""How many pairs does the registered test need, and what may be said of parts of the study? For the page and the gate.

The numbers are those of the registered test, not of a neighbour: by the exact methods of :mod:`testing_lab.power` and,
where the study may stop early, by following every path. Power of a part is that of the same test on the pairs of the
smallest such part, without correction for many tests: with it, power is lower still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from testing_lab.arguments import count, open_share, share
from testing_lab.distributions import two_sided_z
from testing_lab.faults import ImpossibleInput
from testing_lab.power.discordance import discordance
from testing_lab.power.power_of_splits import Division, SplitWarning, warnings_of
from testing_lab.proportions import wilson
from testing_lab.protocol.fitting import fits
from testing_lab.protocol.power_of_plan import powers_of
from testing_lab.protocol.power_of_plan.powers import Basis, Powers
from testing_lab.result import Result

if TYPE_CHECKING:
    from testing_lab.protocol.document import Protocol

#: No study has more pairs, and no interval is asked to be narrower.
MOST_PAIRS: Final = 100_000
LEAST_MARGIN: Final = 0.005

#: Levels, powers and differences that a study can ask for.
LEAST_ALPHA: Final = 1e-6
LEAST_DIFFERENCE: Final = 1e-6
MOST_ALPHA: Final = 0.5
LEAST_POWER: Final = 0.01
MOST_POWER: Final = 0.999


class SampleSize(Result, frozen=True, kw_only=True):
    """``planned`` pairs (or applications per group, or calls), and what they can do.

    ``power``, 0 to 1, at the planned number; ``smallest``: the first number with the wanted power (in mystery calls:
    with the wanted half width); ``stable``: the first from which on it stays so over the next 40.
    ``expected_discordant``: of the planned pairs. ``half_width``: of Wilson's interval, in mystery calls.
    ``divisions``: the whole and its parts; ``warnings``: the parts with too little power, the worst first. Never print
    one without the other.
    """

    test: str
    basis: Basis | None
    planned: int
    target_power: float
    power: float | None
    smallest: int | None
    stable: int | None
    enough: bool
    expected_discordant: float | None
    half_width: float | None
    divisions: tuple[Division, ...]
    warnings: tuple[SplitWarning, ...]


def sample_size_of(protocol: Protocol) -> SampleSize:
    """The size of the study and of its parts.

    Parameters
    ----------
    protocol : Protocol
        A draft, too.

    Returns
    -------
    SampleSize
        What cannot be told is ``None``, with the reason in ``undefined``: ``not_filled_in`` (numbers are missing or
        impossible, or the test does not fit), ``no_difference``, ``beyond_the_search``, ``not_searched``, ``no_test``
        (mystery calls have no power), ``no_pairs``, ``no_interval``.
    """
    try:
        if protocol.design.kind == "mystery_call":
            return _calls(protocol)
        return _test(protocol)
    except ImpossibleInput:
        return _nothing(protocol)


def planned_discordant(protocol: Protocol) -> int | None:
    """How many discordant pairs are planned: what the looks of alpha spending are fractions of.

    ``None`` where the study has no pairs or its numbers are not filled in.

    Examples
    --------
    >>> from testing_lab.protocol.analysis_plan import Sampling
    >>> from testing_lab.protocol.document import Protocol
    >>> planned_discordant(Protocol(sampling=Sampling(pairs=300, p_only_majority=0.12, p_only_minority=0.05)))
    51
    """
    plan = protocol.sampling
    if protocol.design.kind != "paired" or plan.p_only_majority is None or plan.p_only_minority is None:
        return None
    if not 1 <= plan.pairs <= MOST_PAIRS:
        return None
    try:
        chances = discordance(p_only_majority=plan.p_only_majority, p_only_minority=plan.p_only_minority)
    except ImpossibleInput:
        return None
    return round(plan.pairs * chances.discordant) or None


def _test(protocol: Protocol) -> SampleSize:
    plan, test, kind = protocol.sampling, protocol.analysis.primary_test, protocol.design.kind
    if not fits(test, kind=kind) or plan.p_only_majority is None or plan.p_only_minority is None:
        return _nothing(protocol)
    if kind != "paired" and plan.p_both is None:
        return _nothing(protocol)
    chances = discordance(p_only_majority=plan.p_only_majority, p_only_minority=plan.p_only_minority)
    if not (LEAST_ALPHA <= plan.alpha <= MOST_ALPHA and max(LEAST_POWER, plan.alpha) < plan.power <= MOST_POWER):
        return _nothing(protocol)
    pairs = count("pairs", plan.pairs)
    if not 1 <= pairs <= MOST_PAIRS:
        return _nothing(protocol)
    if abs(chances.difference) < LEAST_DIFFERENCE:
        return _nothing(protocol, reason="no_difference")
    powers = powers_of(protocol, chances)
    power = powers.at(pairs)
    divisions = _divisions(protocol, powers)
    undefined = {
        name: reason
        for name, found, reason in (
            ("smallest", powers.smallest, "beyond_the_search"),
            ("stable", powers.stable, "not_searched"),
            ("expected_discordant", 0 if kind == "paired" else None, "no_pairs"),
            ("half_width", None, "no_interval"),
        )
        if found is None
    }
    return SampleSize(
        test=test,
        basis=powers.basis if pairs <= powers.enumerated else "lower_bound",
        planned=pairs,
        target_power=plan.power,
        power=power,
        smallest=powers.smallest,
        stable=powers.stable,
        enough=power >= plan.power,
        expected_discordant=pairs * chances.discordant if kind == "paired" else None,
        half_width=None,
        divisions=divisions,
        warnings=warnings_of(divisions),
        undefined=undefined,
    )


def _divisions(protocol: Protocol, powers: Powers) -> tuple[Division, ...]:
    plan = protocol.sampling
    sectors, grounds = max(1, len(protocol.question.sectors)), max(1, len(protocol.question.traits))
    parts = {"whole": 1, "sector": sectors, "ground": grounds, "sector_and_ground": sectors * grounds}
    cells = {name: (parts[name], plan.pairs // parts[name]) for name in parts if name == "whole" or parts[name] > 1}
    if 1 in (sectors, grounds):
        cells.pop("sector_and_ground", None)
    cells |= {f"stratum {one.name}": (1, one.pairs) for one in plan.strata if one.name and 0 < one.pairs <= plan.pairs}
    found = []
    for name, (number, pairs) in cells.items():
        power = powers.at(pairs) if pairs else 0.0
        found.append(
            Division(
                division=name,
                cells=number,
                pairs_per_cell=pairs,
                power=power,
                wrong_direction=None,
                enough=power >= plan.power,
                pairs_needed_per_cell=powers.smallest,
                pairs_needed_in_all=None if powers.smallest is None else powers.smallest * number,
            )
        )
    return tuple(found)


def _calls(protocol: Protocol) -> SampleSize:
    plan = protocol.sampling
    calls = count("pairs", plan.pairs)
    if plan.expected_share is None or plan.margin is None or not 1 <= calls <= MOST_PAIRS:
        return _nothing(protocol)
    expected, margin = share("expected_share", plan.expected_share), open_share("margin", plan.margin)
    z = two_sided_z(protocol.analysis.confidence)
    if margin < LEAST_MARGIN:
        return _nothing(protocol)

    def half_width(calls: int) -> float:
        lower, upper = wilson(round(calls * expected), calls, z=z)
        return (upper - lower) / 2

    # Wilson's widest interval is that at one half: z / (2 √(n + z²)).
    widest = int((z / (2 * margin)) ** 2) + 2
    smallest = next((one for one in range(1, widest + 1) if half_width(one) <= margin), None)
    enough = half_width(calls) <= margin
    undefined = dict.fromkeys(("power", "stable"), "no_test") | {"expected_discordant": "no_pairs"}
    return SampleSize(
        test=protocol.analysis.primary_test,
        basis="precision",
        planned=calls,
        target_power=plan.power,
        power=None,
        smallest=smallest,
        stable=None,
        enough=enough,
        expected_discordant=None,
        half_width=half_width(calls),
        divisions=(),
        warnings=(),
        undefined=undefined,
    )


def _nothing(protocol: Protocol, *, reason: str = "not_filled_in") -> SampleSize:
    unknown = ("basis", "power", "smallest", "stable", "expected_discordant", "half_width")
    return SampleSize(
        test=protocol.analysis.primary_test,
        basis=None,
        planned=protocol.sampling.pairs,
        target_power=protocol.sampling.power,
        power=None,
        smallest=None,
        stable=None,
        enough=False,
        expected_discordant=None,
        half_width=None,
        divisions=(),
        warnings=(),
        undefined=dict.fromkeys(unknown, reason),
    )
