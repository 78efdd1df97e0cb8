"""Try a design before the first letter is sent: how often would each analysis find the truth?"""

from __future__ import annotations

import inspect
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import msgspec
import numpy as np

from testing_lab import paired
from testing_lab.arguments import count, open_share
from testing_lab.faults import ImpossibleInput
from testing_lab.power.study_design import DesignStratum, StudyDesign, Truth, checked, simulated_counts, truth
from testing_lab.result import Result

#: An analysis: the four counts of a paired table in, a result with ``p_value``, or with ``lower`` and ``upper``, out.
Analysis = Callable[..., Result]

_QUANTITIES: dict[str, str] = {"rd_": "difference", "rr_": "ratio", "or_conditional_": "conditional_odds_ratio"}


class AnalysisPerformance(msgspec.Struct, frozen=True, kw_only=True):
    """How one analysis did over all runs; every ``*_se`` is the Monte-Carlo standard error of what stands before it.

    ``rejected``: p at most alpha, or the interval without the value of no difference: the power, or without a
    difference the size. ``bias`` is on the log scale for ratios; runs ``without_estimate`` (none, 0 or endless) are
    left out of it. ``covered``: intervals that hold the truth; runs ``without_interval`` are left out.
    """

    analysis: str
    rejected: float
    rejected_se: float
    quantity: str | None
    true_value: float | None
    mean_estimate: float | None
    bias: float | None
    bias_se: float | None
    covered: float | None
    covered_se: float | None
    without_estimate: int
    without_interval: int


class SimulatedDesign(Result, frozen=True, kw_only=True):
    """The truth of the design, and each analysis against it."""

    runs: int
    seed: int
    truth: Truth
    analyses: tuple[AnalysisPerformance, ...]


def simulate_design(
    *,
    strata: Sequence[DesignStratum],
    employer_sd: float = 0.0,
    effect_sd: float = 0.0,
    pairs_per_employer: int = 1,
    template_effects: Sequence[float] = (),
    order_effect: float = 0.0,
    missing_majority: float = 0.0,
    missing_minority: float = 0.0,
    missing_counts_as: Literal["negative", "dropped"] = "negative",
    analyses: Sequence[str] = ("mcnemar_midp",),
    alpha: float = 0.05,
    confidence: float = 0.95,
    runs: int = 1000,
    seed: int,
) -> SimulatedDesign:
    """Bias, power and coverage of paired analyses under a declared design.

    Parameters
    ----------
    strata : sequence of DesignStratum
        Sectors or sites with their pairs (from 1 up) and chances of a positive answer (between 0 and 1).
    employer_sd, effect_sd : float
        Standard deviation of employers' log-odds, and of their gap; 0 to 10.
    pairs_per_employer : int
        From 1 up; above 1 the pairs of an employer are alike, which no test of a single table knows.
    template_effects : sequence of float
        Log-odds of each template: none, or 2 to 20.
    order_effect : float
        Log-odds of being second.
    missing_majority, missing_minority : float
        Probability that a reply never reaches the study, 0 to 1.
    missing_counts_as : str
        ``negative`` or ``dropped`` (the pair is left out).
    analyses : sequence of str
        Names of methods of :mod:`testing_lab.paired`.
    alpha, confidence : float
        Between 0 and 1.
    runs : int
        1 to 1,000,000.
    seed : int
        From 0 up; the same seed gives the same answer.

    Returns
    -------
    SimulatedDesign
        In the order of ``analyses``.

    Raises
    ------
    ImpossibleInput
        An argument outside its range, an unknown analysis.

    Notes
    -----
    The truth is computed, not simulated (:func:`testing_lab.power.study_design.truth`), and is what an endless study
    without missing replies would show: replies that go missing more often for one applicant show up as bias.

    References
    ----------
    Blair, Cooper, Coppock & Humphreys (2019), American Political Science Review 113:838. Morris, White & Crowther
    (2019), Statistics in Medicine 38:2074, table 6 (Monte-Carlo standard errors).

    Examples
    --------
    >>> stratum = DesignStratum(name="care", pairs=288, p_majority=0.3, p_minority=0.2)
    >>> answer = simulate_design(strata=[stratum], employer_sd=2.0, runs=400, seed=1)
    >>> round(answer.truth.difference, 3), answer.analyses[0].analysis
    (0.074, 'mcnemar_midp')
    """
    known: dict[str, Analysis] = {one.__name__: one for one in paired.METHODS}
    for place, name in enumerate(analyses):
        if name not in known:
            raise ImpossibleInput(f"analyses[{place}]", "is no paired method", value=name, known=", ".join(known))
    design = StudyDesign(
        strata=tuple(strata),
        employer_sd=employer_sd,
        effect_sd=effect_sd,
        pairs_per_employer=pairs_per_employer,
        template_effects=tuple(template_effects),
        order_effect=order_effect,
        missing_majority=missing_majority,
        missing_minority=missing_minority,
        missing_counts_as=missing_counts_as,
    )
    chosen = {name: known[name] for name in analyses}
    return simulate_analyses(design, chosen, alpha=alpha, confidence=confidence, runs=runs, seed=seed)


def simulate_analyses(
    design: StudyDesign,
    analyses: Mapping[str, Analysis],
    *,
    alpha: float = 0.05,
    confidence: float = 0.95,
    runs: int = 1000,
    seed: int,
) -> SimulatedDesign:
    """As :func:`simulate_design`, with analyses of one's own.

    A name that begins with ``rd_``, ``rr_`` or ``or_conditional_`` says which true value its estimate is held against.
    An analysis is given ``confidence`` only when it takes it.
    """
    checked(design)
    level, sure, times = open_share("alpha", alpha), open_share("confidence", confidence), count("runs", runs)
    if not 1 <= times <= 1_000_000:
        raise ImpossibleInput("runs", "must be from 1 to 1000000", value=times)
    if not analyses:
        raise ImpossibleInput("analyses", "is empty")
    generator = np.random.default_rng(count("seed", seed))
    tables = Counter(simulated_counts(design, generator=generator) for _ in range(times))
    true = truth(design)
    return SimulatedDesign(
        runs=times,
        seed=int(seed),
        truth=true,
        analyses=tuple(_performance(name, one, tables, true, level, sure) for name, one in analyses.items()),
    )


def _performance(
    name: str,
    analysis: Analysis,
    tables: Counter[tuple[int, int, int, int]],
    true: Truth,
    alpha: float,
    confidence: float,
) -> AnalysisPerformance:
    quantity = next((one for prefix, one in _QUANTITIES.items() if name.startswith(prefix)), None)
    value = None if quantity is None else float(getattr(true, quantity))
    log = quantity not in (None, "difference")
    neutral = 1.0 if log else 0.0
    extra = {"confidence": confidence} if "confidence" in inspect.signature(analysis).parameters else {}
    runs = tables.total()
    rejected = covered = intervals = 0
    estimates: list[tuple[float, int]] = []
    for (both, more, less, neither), often in tables.items():
        if both + more + less + neither == 0:  # every pair was dropped
            continue
        found: dict[str, Any] = msgspec.structs.asdict(
            analysis(both=both, only_majority=more, only_minority=less, neither=neither, **extra)
        )
        p, lower, upper = found.get("p_value"), found.get("lower"), found.get("upper")
        estimate = found.get("estimate", found.get("est"))
        if p is not None:
            rejected += often * (p <= alpha)
        if lower is not None and upper is not None and value is not None:
            rejected += often * (p is None and not lower <= neutral <= upper)
            intervals += often
            covered += often * (lower <= value <= upper)
        if value is not None and estimate is not None and math.isfinite(estimate) and (estimate > 0 or not log):
            estimates.append((math.log(estimate) if log else estimate, often))
    mean, spread, used = _moments(estimates)
    aim = None if value is None or (log and not 0 < value < math.inf) else math.log(value) if log else value
    return AnalysisPerformance(
        analysis=name,
        rejected=rejected / runs,
        rejected_se=_share_se(rejected, runs),
        quantity=quantity,
        true_value=value,
        mean_estimate=None if mean is None else math.exp(mean) if log else mean,
        bias=None if mean is None or aim is None else mean - aim,
        bias_se=None if spread is None else spread / math.sqrt(used),
        covered=covered / intervals if intervals else None,
        covered_se=_share_se(covered, intervals) if intervals else None,
        without_estimate=runs - used if quantity is not None else 0,
        without_interval=runs - intervals if quantity is not None else 0,
    )


def _moments(estimates: Sequence[tuple[float, int]]) -> tuple[float | None, float | None, int]:
    """Mean, standard deviation and number."""
    used = sum(often for _, often in estimates)
    if used == 0:
        return None, None, 0
    mean = math.fsum(value * often for value, often in estimates) / used
    if used == 1:
        return mean, None, 1
    squares = math.fsum((value - mean) ** 2 * often for value, often in estimates)
    return mean, math.sqrt(squares / (used - 1)), used


def _share_se(successes: int, trials: int) -> float:
    part = successes / trials
    return math.sqrt(part * (1 - part) / trials)
