"""Tests and intervals of pairs and of groups, from their formulas alone: what recount.py compares with.

Each takes the four counts (both, only the majority, only the minority, neither; or positive and all of either group)
and z, the two-sided quantile of the normal curve; the papers are named in the documentation of Stagekans Lab.
"""

import math
from statistics import NormalDist

INF = math.inf


# --- binomial ---------------------------------------------------------------------------------------------------------


def pmf(k, n, p):
    if p <= 0 or p >= 1:
        return float(k == (0 if p <= 0 else n))
    logs = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return math.exp(logs + k * math.log(p) + (n - k) * math.log1p(-p))


def cdf(k, n, p):
    return math.fsum(pmf(i, n, p) for i in range(k + 1))


def root(f, low, high, steps=200):
    """Where f changes its sign, by halving."""
    sign = f(low) > 0
    for _ in range(steps):
        middle = (low + high) / 2
        if (f(middle) > 0) == sign:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def two_sided_z(confidence):
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(x, n, z):
    p = x / n
    middle, half = p + z * z / (2 * n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (0.0 if x == 0 else (middle - half) / (1 + z * z / n)), (
        1.0 if x == n else (middle + half) / (1 + z * z / n)
    )


def chi2_tail(x, df):
    """P(chi-squared > x), by the series of the incomplete gamma function."""
    if x <= 0:
        return 1.0
    a, x = df / 2, x / 2
    term = total = 1 / a
    n = a
    while term > total * 1e-17:
        n += 1
        term *= x / n
        total += term
    return max(0.0, 1 - total * math.exp(-x + a * math.log(x) - math.lgamma(a)))


# --- tests of pairs ---------------------------------------------------------------------------------------------------


def mcnemar_midp(a, b, c, d, z):
    m, k = b + c, min(b, c)
    return {"p_value": min(1.0, 2 * cdf(k, m, 0.5) - pmf(k, m, 0.5)) if b != c else 1.0}


def mcnemar_exact(a, b, c, d, z):
    return {"p_value": min(1.0, 2 * cdf(min(b, c), b + c, 0.5))}


def mcnemar_asymptotic(a, b, c, d, z):
    return {"p_value": math.erfc(abs(b - c) / math.sqrt(2 * (b + c))) if b + c else 1.0}


def mcnemar_continuity_corrected(a, b, c, d, z):
    return {"p_value": math.erfc(max(0, abs(b - c) - 1) / math.sqrt(2 * (b + c))) if b != c else 1.0}


def mcnemar_exact_unconditional(a, b, c, d, z):
    """The largest chance, over all shares of discordant pairs, of a statistic at least as large."""
    n, m = a + b + c + d, b + c
    if b == c:
        return {"p_value": 1.0}
    seen = (b - c) ** 2 / m
    tails = [0.0] + [
        math.fsum(pmf(x, k, 0.5) for x in range(k + 1) if (2 * x - k) ** 2 / k >= seen * (1 - 1e-12))
        for k in range(1, n + 1)
    ]

    def chance(q):
        return math.fsum(pmf(k, n, q) * tail for k, tail in enumerate(tails) if tail)

    best = max(range(1, 400), key=lambda i: chance(i / 400))
    low, high = (best - 1) / 400, (best + 1) / 400
    for _ in range(80):
        one, two = low + (high - low) / 3, high - (high - low) / 3
        low, high = (one, high) if chance(one) < chance(two) else (low, two)
    return {"p_value": min(1.0, max(chance((low + high) / 2), chance(1.0)))}


# --- differences ------------------------------------------------------------------------------------------------------


def rd_tango_score(a, b, c, d, z):
    n = a + b + c + d
    estimate = (b - c) / n

    def statistic(delta):
        two, middle, last = 2 * n, -b - c + (2 * n - b + c) * delta, -c * delta * (1 - delta)
        q = (-middle + math.sqrt(max(middle * middle - 4 * two * last, 0))) / (2 * two)
        spread = n * (2 * q + delta * (1 - delta))
        gap = b - c - n * delta
        return gap / math.sqrt(spread) if spread > 0 else (0.0 if abs(gap) < 1e-12 else math.copysign(INF, gap))

    lower = -1.0 if c == n else root(lambda x: statistic(x) - z, -1 + 1e-15, estimate)
    upper = 1.0 if b == n else root(lambda x: statistic(x) + z, estimate, 1 - 1e-15)
    return {"estimate": estimate, "lower": lower, "upper": upper}


def newcombe_psi(a, b, c, d):
    sides = (a + b) * (c + d) * (a + c) * (b + d)
    cross, n = a * d - b * c, a + b + c + d
    if sides == 0:
        return 0.0
    return (max(cross - n / 2, 0) if cross > 0 else cross) / math.sqrt(sides)


def rd_newcombe_square_and_add(a, b, c, d, z):
    n, psi = a + b + c + d, newcombe_psi(a, b, c, d)
    p1, p2, (l1, u1), (l2, u2) = (a + b) / n, (a + c) / n, wilson(a + b, n, z), wilson(a + c, n, z)

    def length(x, y):
        return math.sqrt(max(x * x - 2 * psi * x * y + y * y, 0))

    estimate = (b - c) / n
    return {
        "estimate": estimate,
        "lower": max(-1.0, estimate - length(p1 - l1, u2 - p2)),
        "upper": min(1.0, estimate + length(u1 - p1, p2 - l2)),
    }


def rd_bonett_price(a, b, c, d, z):
    n, gap = a + b + c + d, b - c
    half = z * math.sqrt(max(b + c + 2 - gap * gap / (n + 2), 0)) / (n + 2)
    return {"estimate": gap / n, "lower": max(-1.0, gap / (n + 2) - half), "upper": min(1.0, gap / (n + 2) + half)}


# --- ratios -----------------------------------------------------------------------------------------------------------


def ratio(a, b, c):
    return (a + b) / (a + c) if a + c else (INF if a + b else None)


def rr_tang_score(a, b, c, d, z):
    n, s = a + b + c + d, a + b + c
    if s == 0:
        return {"estimate": None, "lower": 0.0, "upper": INF}

    def statistic(r, a, b, c):
        one, two, last = n * (1 + r), (a + c) * r * r - (a + b + 2 * c), c * (1 - r) * s / n
        q = (-two + math.sqrt(max(two * two - 4 * one * last, 0))) / (2 * one)
        spread = n * (1 + r) * q + s * (r - 1)
        return (a + b - r * (a + c)) / math.sqrt(spread) if spread > 0 else 0.0

    def upper(a, b, c):
        if a + c == 0:
            return INF
        start = max((a + b) / (a + c), 1e-9)
        end = start * 2
        while statistic(end, a, b, c) > -z:
            end *= 2
        return root(lambda x: statistic(math.exp(x), a, b, c) + z, math.log(start), math.log(end))

    def bound(a, b, c):
        found = upper(a, b, c)
        return found if found == INF else math.exp(found)

    if a + b == 0:
        return {"estimate": 0.0, "lower": 0.0, "upper": bound(a, b, c)}
    other = bound(a, c, b)
    lower = b / (z * z) if a + c == 0 else 1 / other if other != INF else 0.0
    return {"estimate": ratio(a, b, c), "lower": lower, "upper": bound(a, b, c)}


def rr_bonett_price_hybrid_wilson(a, b, c, d, z):
    s, x1, x2 = a + b + c, a + b, a + c
    if s == 0:
        return {"estimate": None, "lower": 0.0, "upper": INF}
    together = math.sqrt((b + c + 2) / ((x1 + 1) * (x2 + 1)))
    apart = sum(math.sqrt((s - x + 1) / ((s + 2) * (x + 1))) for x in (x1, x2))
    first, second = wilson(x1, s, z * together / apart), wilson(x2, s, z * together / apart)
    return {
        "estimate": ratio(a, b, c),
        "lower": first[0] / second[1],
        "upper": first[1] / second[0] if second[0] else INF,
    }


def rr_mover_wilson_newcombe_psi(a, b, c, d, z):
    n, psi = a + b + c + d, newcombe_psi(a, b, c, d)
    if a + b + c == 0:
        return {"estimate": None, "lower": 0.0, "upper": INF}
    p1, p2, (l1, u1), (l2, u2) = (a + b) / n, (a + c) / n, wilson(a + b, n, z), wilson(a + c, n, z)

    def lower(p1, l1, p2, u2):
        if l1 == 0:
            return 0.0
        middle = p1 * p2 - psi * (p1 - l1) * (u2 - p2)
        above, below = l1 * (2 * p1 - l1), u2 * (2 * p2 - u2)
        return (middle - math.sqrt(max(middle * middle - above * below, 0))) / below

    reverse = lower(p2, l2, p1, u1)
    return {"estimate": ratio(a, b, c), "lower": lower(p1, l1, p2, u2), "upper": 1 / reverse if reverse else INF}


# --- odds of the discordant pairs -------------------------------------------------------------------------------------


def _odds(b, c, lower_share, upper_share):
    if b + c == 0:
        return {"estimate": None, "lower": 0.0, "upper": INF}
    return {
        "estimate": b / c if c else INF,
        "lower": lower_share / (1 - lower_share),
        "upper": INF if upper_share >= 1 else upper_share / (1 - upper_share),
    }


def _by_tails(b, c, tail, weight):
    """The share at which the tail with ``weight`` of the observed count itself is ``tail``."""
    m = b + c
    low = (
        0.0
        if b == 0
        else root(lambda p: math.fsum(pmf(i, m, p) for i in range(b + 1, m + 1)) + weight * pmf(b, m, p) - tail, 0, 1)
    )
    high = (
        1.0
        if c == 0
        else root(lambda p: math.fsum(pmf(i, m, p) for i in range(b)) + weight * pmf(b, m, p) - tail, 0, 1)
    )
    return low, high


def or_conditional_midp(a, b, c, d, z):
    return _odds(b, c, *_by_tails(b, c, NormalDist().cdf(-z), 0.5))


def or_conditional_clopper_pearson(a, b, c, d, z):
    return _odds(b, c, *_by_tails(b, c, NormalDist().cdf(-z), 1.0))


def or_conditional_wilson(a, b, c, d, z):
    return _odds(b, c, *(wilson(b, b + c, z) if b + c else (0.0, 1.0)))


# --- two independent groups -------------------------------------------------------------------------------------------


def _tables(x1, n1, x2, n2):
    total = x1 + x2
    choose = [math.comb(n1, x) * math.comb(n2, total - x) for x in range(max(0, total - n2), min(n1, total) + 1)]
    return choose, choose[x1 - max(0, total - n2)], sum(choose)


def fisher(x1, n1, x2, n2):
    choose, seen, all_of_them = _tables(x1, n1, x2, n2)
    return sum(one for one in choose if one <= seen) / all_of_them


def fisher_exact(x1, n1, x2, n2, z):
    return {"p_value": fisher(x1, n1, x2, n2)}


def pearson_chi2(x1, n1, x2, n2, z):
    n, cross, yes = n1 + n2, x1 * (n2 - x2) - x2 * (n1 - x1), x1 + x2
    return {"p_value": math.erfc(math.sqrt(n * cross**2 / (n1 * n2 * yes * (n - yes)) / 2)) if 0 < yes < n else 1.0}


def rd_newcombe_hybrid(x1, n1, x2, n2, z):
    p1, p2, (l1, u1), (l2, u2) = x1 / n1, x2 / n2, wilson(x1, n1, z), wilson(x2, n2, z)
    return {
        "estimate": p1 - p2,
        "lower": p1 - p2 - math.hypot(p1 - l1, u2 - p2),
        "upper": p1 - p2 + math.hypot(u1 - p1, p2 - l2),
    }


PAIRED = {name: value for name, value in list(globals().items()) if name.startswith(("mcnemar_", "rd_", "rr_", "or_"))}
GROUPS = {"fisher_exact": fisher_exact, "pearson_chi2": pearson_chi2, "rd_newcombe_hybrid": rd_newcombe_hybrid}
