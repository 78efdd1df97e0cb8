"""The difference when pairs at one employer may be alike: errors that allow for clusters."""

from __future__ import annotations

from collections.abc import Sequence

from testing_lab.models.lpm_cluster_robust import lpm_cluster_robust
from testing_lab.result import Result
from testing_lab.study.rows import Pair


class EmployerClusters(Result, frozen=True, kw_only=True):
    """The paired difference with CR2 errors by employer, Satterthwaite degrees of freedom.

    Where every employer has one pair this is the paired t test. With one employer, or without any variation between
    employers, there is no standard error: ``None`` with the reason.
    """

    employers: int
    pairs: int
    difference: float
    standard_error: float | None
    df: float | None
    p_value: float | None
    lower: float | None
    upper: float | None


def employer_clusters(pairs: Sequence[Pair], confidence: float) -> EmployerClusters | None:
    """The clustered difference, or None where no usable pair names its employer; a pair without one stands alone."""
    usable = [pair for pair in pairs if pair.usable]
    if not any(pair.employer for pair in usable):
        return None
    clusters = [f"employer {pair.employer}" if pair.employer else f"pair {pair.pair}" for pair in usable]
    differences = [int(bool(pair.majority)) - int(bool(pair.minority)) for pair in usable]
    employers, difference = len(set(clusters)), sum(differences) / len(usable)
    if employers < 2:
        return EmployerClusters(
            employers=employers, pairs=len(usable), difference=difference, standard_error=None, df=None, p_value=None,
            lower=None, upper=None,
            undefined=dict.fromkeys(("standard_error", "df", "p_value", "lower", "upper"), "one_employer"),
        )  # fmt: skip
    fitted = lpm_cluster_robust(
        outcome=[int(bool(one)) for pair in usable for one in (pair.majority, pair.minority)],
        covariates={"majority": [1, 0] * len(usable)},
        cluster=[cluster for cluster in clusters for _ in range(2)],
        confidence=confidence,
    )
    at, tests = fitted.names.index("majority"), fitted.inference_cr2
    return EmployerClusters(
        employers=employers,
        pairs=len(usable),
        difference=difference,
        standard_error=tests.se[at],
        df=None if tests.df is None else tests.df[at],
        p_value=tests.p_value[at],
        lower=tests.lower[at],
        upper=tests.upper[at],
        undefined=tests.undefined if tests.p_value[at] is None else {},
    )
