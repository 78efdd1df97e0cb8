"""The testing lab beside statsmodels and scipy, in one run.

    python -m bench.statistics            (about a minute)

For each question that they share: the median time of one call, ours and theirs, and the ratio; below 1 ours is
quicker. Both sides get the same numbers, as Python values, and their answers are compared first. Then two searches that
have a target of their own. Times are cpu time of one process, garbage collection off.
"""

from __future__ import annotations

import csv
import gc
import os
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats
from statsmodels.discrete.conditional_models import ConditionalLogit
from statsmodels.stats import contingency_tables, inter_rater, meta_analysis, multitest, proportion

from testing_lab.methods import METHODS

_ROUNDS: Final = 9
_LEAST: Final = 0.02  # seconds that one timing lasts at least
_SHARED: Final = Path(os.environ.get("STAGEKANS_SHARED", Path(__file__).parents[2] / "shared"))


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """A question that both can answer; ``ours`` and ``theirs`` give the number that must agree."""

    name: str
    peer: str
    ours: Callable[[], float]
    theirs: Callable[[], float]
    near: float = 1e-6


#: What ours works out besides, in the same call: a ratio above 1 there is no like for like.
MORE: Final = {
    "mantel_haenszel": "also the exact conditional test and the ratio",
    "pooled_effect DL (40)": "also Hartung–Knapp and three predictions",
    "pooled_effect PM (40)": "also Hartung–Knapp and predictions; converged, theirs to 1e-5",
    "lpm_cluster_robust (4,000)": "also CR0 and CR2 with Satterthwaite df; theirs CR1",
    "logit_cluster_robust (4,000)": "also other errors and a check for separation; theirs CR1",
}


def method(name: str, **inputs: Any) -> Callable[[], Any]:
    """A call of our method of that name with these inputs."""
    taking = [one for one in METHODS[name] if set(inputs) <= set(one.__code__.co_varnames)]
    question: Callable[..., Any] = taking[0]
    return lambda: question(**inputs)


def cpu(call: Callable[[], Any]) -> float:
    """Median seconds of one call."""
    times, repeats = [], 1
    while True:
        began = time.process_time()
        for _ in range(repeats):
            call()
        took = time.process_time() - began
        if took < _LEAST and not times:
            repeats = max(repeats + 1, int(repeats * min(10, 1.5 * _LEAST / max(took, 1e-6))))
            continue
        times.append(took / repeats)
        if len(times) >= _ROUNDS or sum(times) * repeats > 5:
            return statistics.median(times)


def applications(seed: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any], list[int]]:
    """Answers to 4,000 applications, four to each employer, and who is of the minority."""
    rng = np.random.default_rng(seed)
    cluster = np.repeat(np.arange(1000), 4)
    minority = np.tile([0.0, 0.0, 1.0, 1.0], 1000)
    chance = 1 / (1 + np.exp(-(rng.normal(-1.5, 1.2, size=1000)[cluster] - 0.4 * minority)))
    return (rng.random(4000) < chance).astype(float), minority, [int(one) for one in cluster]


def tables() -> list[Shared]:
    """Tables of pairs and of two groups."""
    pairs = {"both": 43, "only_majority": 43, "only_minority": 27, "neither": 197}
    square = np.array([[43, 43], [27, 197]])
    groups = {"callbacks_majority": 235, "n_majority": 2435, "callbacks_minority": 157, "n_minority": 2435}
    few = {"callbacks_majority": 23, "n_majority": 120, "callbacks_minority": 12, "n_minority": 118}
    many = [[235, 2200], [157, 2278]]
    exact, plain = method("mcnemar_exact", **pairs), method("mcnemar_asymptotic", **pairs)
    fisher, chi2 = method("fisher_exact", **groups), method("pearson_chi2", **groups)
    boschloo, koopman = method("boschloo_exact", **few), method("rr_koopman_score", **groups)
    katz, newcombe = method("rr_katz_log", **groups), method("rd_newcombe_hybrid", **groups)
    mn, share = method("rd_miettinen_nurminen_score", **groups), method("binomial_ci", x=37, n=78)

    def two(compare: str, how: str) -> Callable[[], float]:
        return lambda: float(
            proportion.confint_proportions_2indep(235, 2435, 157, 2435, compare=compare, method=how)[0]
        )

    def share_theirs() -> float:
        wilson, *_ = (proportion.proportion_confint(37, 78, method=how) for how in ("wilson", "beta", "jeffreys"))
        return float(wilson[0])

    return [
        Shared(
            name="mcnemar_exact",
            peer="statsmodels",
            ours=lambda: exact().p_value,
            theirs=lambda: float(contingency_tables.mcnemar(square, exact=True).pvalue),
        ),
        Shared(
            name="mcnemar_asymptotic",
            peer="statsmodels",
            ours=lambda: plain().p_value,
            theirs=lambda: float(contingency_tables.mcnemar(square, exact=False, correction=False).pvalue),
        ),
        Shared(
            name="fisher_exact",
            peer="scipy",
            ours=lambda: fisher().p_value,
            theirs=lambda: float(stats.fisher_exact(many).pvalue),
        ),
        Shared(
            name="pearson_chi2",
            peer="scipy",
            ours=lambda: chi2().p_value,
            theirs=lambda: float(stats.chi2_contingency(many, correction=False).pvalue),
        ),
        Shared(
            name="boschloo_exact",
            peer="scipy",
            ours=lambda: boschloo().p_value,
            theirs=lambda: float(stats.boschloo_exact([[23, 12], [97, 106]], n=32).pvalue),
            near=1e-3,
        ),
        Shared(
            name="rr_koopman_score",
            peer="statsmodels",
            ours=lambda: koopman().lower,
            theirs=two("ratio", "score"),
            near=2e-3,
        ),
        Shared(name="rr_katz_log", peer="statsmodels", ours=lambda: katz().lower, theirs=two("ratio", "log")),
        Shared(
            name="rd_newcombe_hybrid", peer="statsmodels", ours=lambda: newcombe().lower, theirs=two("diff", "newcomb")
        ),
        Shared(
            name="rd_miettinen_nurminen_score",
            peer="statsmodels",
            ours=lambda: mn().lower,
            theirs=two("diff", "score"),
            near=2e-3,
        ),
        Shared(name="binomial_ci", peer="statsmodels", ours=lambda: share().wilson[0], theirs=share_theirs),
    ]


def beyond() -> list[Shared]:
    """Strata, coders, many tests, pooling and models."""
    strata = {"a": [95, 586, 66, 638], "b": [89, 1090, 59, 1123], "c": [31, 371, 18, 361], "d": [20, 153, 14, 156]}
    cubes = [np.array(four).reshape(2, 2) for four in strata.values()]
    coders = [[120, 8, 3], [6, 60, 5], [2, 7, 39]]
    rng = np.random.default_rng(20261125)
    p_values = [float(p) for p in rng.random(97) ** 2]
    vi = rng.uniform(0.01, 0.1, size=40)
    yi = 0.3 + rng.normal(size=40) * np.sqrt(vi + 0.05)
    answers, minority, cluster = applications(1)
    design = sm.add_constant(minority)
    rows = {"outcome": answers.tolist(), "covariates": {"minority": minority.tolist()}}
    mantel, kappa = method("mantel_haenszel", tables=strata), method("cohen_kappa", counts=coders)
    many = method("adjusted_p", p=p_values)
    pool = {name: method("pooled_effect", yi=yi.tolist(), vi=vi.tolist(), estimator=name) for name in ("DL", "PM")}
    linear = method("lpm_cluster_robust", **rows, cluster=cluster)
    logit = method("logit_cluster_robust", **rows, cluster=cluster)
    inside = method("clogit_exact", **rows, strata=cluster)
    groups = {"groups": np.array(cluster)}

    def mantel_theirs() -> float:
        table = contingency_tables.StratifiedTable(cubes)
        table.oddsratio_pooled_confint()
        table.test_null_odds()
        table.test_equal_odds()
        return float(table.oddsratio_pooled)

    def many_theirs() -> float:
        hows = ("bonferroni", "holm", "simes-hochberg", "fdr_bh", "fdr_by")
        adjusted = [multitest.multipletests(p_values, method=how)[1] for how in hows]
        return float(adjusted[0][0])

    def clogit_theirs() -> float:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            model = ConditionalLogit(answers, minority[:, None], groups=np.array(cluster))
            return float(model.fit(method="newton", disp=False).params[0])

    def pool_theirs(how: str) -> Callable[[], float]:
        return lambda: float(meta_analysis.combine_effects(yi, vi, method_re=how).tau2)

    return [
        Shared(name="mantel_haenszel", peer="statsmodels", ours=lambda: mantel().or_mh, theirs=mantel_theirs),
        Shared(
            name="cohen_kappa",
            peer="statsmodels",
            ours=lambda: kappa().estimate,
            theirs=lambda: float(inter_rater.cohens_kappa(np.array(coders)).kappa),
        ),
        Shared(name="adjusted_p (97)", peer="statsmodels", ours=lambda: many().bonferroni[0], theirs=many_theirs),
        Shared(
            name="pooled_effect DL (40)", peer="statsmodels", ours=lambda: pool["DL"]().tau2, theirs=pool_theirs("chi2")
        ),
        Shared(
            name="pooled_effect PM (40)",
            peer="statsmodels",
            ours=lambda: pool["PM"]().tau2,
            theirs=pool_theirs("iterated"),
            near=1e-3,
        ),
        Shared(
            name="lpm_cluster_robust (4,000)",
            peer="statsmodels",
            ours=lambda: linear().coef[1],
            theirs=lambda: float(sm.OLS(answers, design).fit(cov_type="cluster", cov_kwds=groups).params[1]),
        ),
        Shared(
            name="logit_cluster_robust (4,000)",
            peer="statsmodels",
            ours=lambda: logit().coef[1],
            theirs=lambda: float(
                sm.Logit(answers, design).fit(disp=False, cov_type="cluster", cov_kwds=groups).params[1]
            ),
        ),
        Shared(name="clogit_exact (4,000)", peer="statsmodels", ours=lambda: inside().coef[0], theirs=clogit_theirs),
    ]


def searches() -> list[tuple[str, float, Callable[[], Any] | None]]:
    """Name, target in seconds, and the call; without the published firms there is no call."""
    found: list[tuple[str, float, Callable[[], Any] | None]] = [
        (
            "smallest n near 1,000 (mcnemar_power)",
            1.0,
            method("mcnemar_power", p_only_majority=0.10, p_only_minority=0.065, n_pairs=1000),
        )
    ]
    path = _SHARED / "lab" / "data" / "krw" / "krw_firm_summary.csv"
    firms = None
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        estimates = [float(row["theta_white"]) for row in rows]
        errors = [float(row["s_white"]) for row in rows]
        firms = method("kline_rose_walters_grades", estimates=estimates, standard_errors=errors, lam=0.25)
    return [*found, ("report card of 97 firms (lambda = 0.25)", 60.0, firms)]


def main() -> int:
    """Print the table; 1 when an answer differs from the peer's."""
    print(f"scipy {scipy.__version__}, statsmodels {statsmodels.__version__}, Python {sys.version.split()[0]}\n")
    print("| question | beside | ours, µs | theirs, µs | ours / theirs | ours gives more |\n|---|---|---|---|---|---|")
    apart, slower = [], []
    gc.disable()
    for one in [*tables(), *beyond()]:
        ours, theirs = one.ours(), one.theirs()
        if abs(ours - theirs) > one.near * max(abs(ours), abs(theirs)):
            apart.append(f"{one.name}: {ours!r} beside {theirs!r}")
        mine, peer = cpu(one.ours), cpu(one.theirs)
        if mine > peer:
            slower.append(one.name)
        figures = f"{mine * 1e6:,.0f} | {peer * 1e6:,.0f} | {mine / peer:.3f}"
        print(f"| {one.name} | {one.peer} | {figures} | {MORE.get(one.name, '')} |", flush=True)
    print("\n| search | seconds | target |\n|---|---|---|")
    for name, target, call in searches():
        if call is None:
            print(f"| {name} | not run: set STAGEKANS_SHARED to the folder that holds lab/data | {target:g} |")
            continue
        began = time.perf_counter()
        call()
        print(f"| {name} | {time.perf_counter() - began:.2f} | {target:g} |", flush=True)
    print(f"\nSlower than the peer: {', '.join(slower) or 'none'}.")
    for line in apart:
        print(f"DIFFERENT ANSWERS: {line}")
    return 1 if apart else 0


if __name__ == "__main__":
    sys.exit(main())
