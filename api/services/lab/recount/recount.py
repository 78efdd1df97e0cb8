"""Recount every number of a study from its outcomes.

Usage: python recount.py            in the folder with outcomes.csv, plan.json and results.json

It needs Python 3.9 or newer and nothing else; it uses no code of Stagekans. Every number is printed beside the stored
one. Exit code 0: all agree. 1: a number differs. What it cannot recount it names.
"""

import csv
import itertools
import json
import math
import sys
from pathlib import Path
from statistics import NormalDist

HERE = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
FAILED = ("undeliverable", "detected")
REACHED = {"refused": 0, "no_answer": 0, "waiting_list": 1, "asks_information": 1, "asks_to_call": 1, "invited": 2,
           "place_offered": 3}  # fmt: skip
STAGES = ("first_contact", "invitation", "offer")
INF = math.inf


# --- outcomes ---------------------------------------------------------------------------------------------------------


def positive(row, rows_of_pair, outcomes):
    """True, False, or None for no usable outcome, as the plan says."""
    code = row["code"]
    if code in FAILED:
        one_sided = sum(one["code"] in FAILED for one in rows_of_pair) == 1
        return False if one_sided and outcomes["one_sided_failure"] == "counts_as_negative" else None
    if code == "no_answer" and outcomes["no_reply"] == "left_out":
        return None
    return any(one["code"] == code and one["positive"] for one in outcomes["codes"])


def pairs_of(rows, outcomes):
    """Each pair with the outcome of both, who was first, and its rows."""
    found = {}
    for row in rows:
        found.setdefault(row["pair"], []).append(row)
    pairs = []
    for of_pair in found.values():
        said = {row["applicant"]: positive(row, of_pair, outcomes) for row in of_pair}
        first = next((row["applicant"] for row in of_pair if row["place"] == "1"), None)
        codes = {row["applicant"]: row["code"] for row in of_pair}
        pairs.append((said["majority"], said["minority"], first, of_pair[0], codes))
    return pairs


def table(pairs):
    """both, only the majority, only the minority, neither: b and c are the discordant pairs."""
    kept = [(one[0], one[1]) for one in pairs if one[0] is not None and one[1] is not None]
    return tuple(kept.count(one) for one in ((True, True), (True, False), (False, True), (False, False)))


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
    return (0.0 if x == 0 else (middle - half) / (1 + z * z / n)), (1.0 if x == n else (middle + half) / (1 + z * z / n))


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
    low = 0.0 if b == 0 else root(
        lambda p: math.fsum(pmf(i, m, p) for i in range(b + 1, m + 1)) + weight * pmf(b, m, p) - tail, 0, 1)
    high = 1.0 if c == 0 else root(
        lambda p: math.fsum(pmf(i, m, p) for i in range(b)) + weight * pmf(b, m, p) - tail, 0, 1)
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


# --- comparing --------------------------------------------------------------------------------------------------------


class Account:
    """Every number with the stored one; what differs; what was not recounted."""

    def __init__(self):
        self.compared, self.different, self.left = 0, [], []

    def same(self, name, mine, stored, within=1e-6):
        if isinstance(stored, str) and stored in ("inf", "-inf"):
            stored = float(stored)
        self.compared += 1
        both = mine is not None and stored is not None
        agree = mine == stored or (both and abs(mine - stored) <= within * max(1, abs(stored)))
        print(f"{'ok ' if agree else 'NO '} {name}: {mine} (stored: {stored})")
        if not agree:
            self.different.append(name)

    def answer(self, name, stored, methods, inputs):
        if stored is None:
            return
        method = methods.get(stored["method"])
        if method is None:
            self.left.append(f"{name} ({stored['method']})")
            return
        for part, value in method(*inputs).items():
            self.same(f"{name} {stored['method']} {part}", value, stored.get(part))


def subgroup(words, rows):
    """Rows of a subgroup as the plan writes it: ``sector is care``."""
    if not words.strip():
        return rows
    by, _, part = words.replace("=", " is ").rpartition(" is ")
    by = {"size": "company_size", "company size": "company_size", "grootte": "company_size", "regio": "region"}.get(
        by.strip().lower(), by.strip().lower())
    part = part.strip().lower()
    return [row for row in rows if any((row[name] or "").lower() == part and by in ("", name)
                                       for name in ("sector", "company_size", "region"))]


def adjusted(p_values, how):
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    found, running, m = [1.0] * len(p_values), 0.0, len(p_values)
    if how == "holm":
        for rank, i in enumerate(order):
            running = max(running, min(1.0, p_values[i] * (m - rank)))
            found[i] = running
        return found
    running = 1.0
    for rank, i in reversed(list(enumerate(order, 1))):
        running = min(running, p_values[i] * m / rank)
        found[i] = running
    return found


def homogeneity(sites):
    """Fisher's exact test that all sites split alike; None where there are too many tables to go through."""
    sites = [one for one in sites if sum(one)]
    if len(sites) < 2 or math.prod(b + c + 1 for b, c in sites[:-1]) > 300_000:
        return None
    total, seen = sum(b for b, _ in sites), math.prod(math.comb(b + c, b) for b, c in sites)
    last = sum(sites[-1])
    chance = 0
    for one in itertools.product(*(range(b + c + 1) for b, c in sites[:-1])):
        rest = total - sum(one)
        if 0 <= rest <= last:
            ways = math.comb(last, rest)
            for x, (b, c) in zip(one, sites):
                ways *= math.comb(b + c, x)
            if ways <= seen * (1 + 1e-7):
                chance += ways
    return chance / math.comb(sum(b + c for b, c in sites), total)


def recount_pairs(rows, plan, stored, account):
    outcomes, z = plan["outcomes"], two_sided_z(stored["confidence"])
    pairs = pairs_of(rows, outcomes)
    a, b, c, d = table(pairs)
    n, m = a + b + c + d, b + c
    for name, value in zip(("both", "only_majority", "only_minority", "neither"), (a, b, c, d)):
        account.same(f"table {name}", value, stored["table"][name])
    account.same("pairs sent", len(pairs), stored["lost"]["sent"])
    account.same("pairs analysed", n, stored["lost"]["analysed"])
    worst = [((0 if x is None else int(x)) - (1 if y is None else int(y)),
              (1 if x is None else int(x)) - (0 if y is None else int(y))) for x, y, *_ in pairs]
    account.same("lowest difference of all pairs", sum(one for one, _ in worst) / len(pairs), stored["lost"]["lowest"])
    account.same("highest difference of all pairs", sum(one for _, one in worst) / len(pairs), stored["lost"]["highest"])
    account.answer("primary test", stored["primary"], PAIRED, (a, b, c, d, z))
    for name in ("difference", "ratio", "odds_ratio"):
        account.answer(name, stored[name], PAIRED, (a, b, c, d, z))
    for one in stored["sensitivity"]:
        account.answer("sensitivity", one, PAIRED, (a, b, c, d, z))

    ends = [(REACHED[one[4]["majority"]], REACHED[one[4]["minority"]]) for one in pairs
            if not set(one[4].values()) & set(FAILED)]
    refused, left = ends.count((0, 0)), ends.count((1, 1))
    usable, out = len(ends) - refused - left, min(d, refused + left)
    for rate, above, below in (
        ("net_all_pairs", b - c, n), ("gross_against_minority", b, n), ("gross_against_majority", c, n),
        ("net_at_least_one_positive", b - c, a + b + c), ("net_ilo_final_stage_usable", b - c, n - out),
        ("net_discordant_only", b - c, m), ("callback_ratio_majority_to_minority", a + b, a + c),
    ):  # fmt: skip
        one = next(one for one in stored["rates"] if one["name"] == rate)
        account.same(f"{rate} denominator", below, one["number"])
        if below:
            account.same(rate, above / below, one["value"])
    if stored["stages"]:
        account.same("ILO usable tests", usable, stored["stages"]["usable_tests"])
        for passed, one in enumerate(stored["stages"]["stages"]):
            account.same(f"ILO {STAGES[passed]} majority", sum(y == passed < x for x, y in ends), one["favour_majority"])
            account.same(f"ILO {STAGES[passed]} minority", sum(x == passed < y for x, y in ends), one["favour_minority"])
    if stored["order"]:
        known = [one for one in pairs if one[0] is not None and one[1] is not None and one[2]]
        first = sum(one[2] == "majority" for one in known)
        account.same("majority first", first, stored["order"]["majority_first"])
        account.same("balance of order", min(1.0, 2 * cdf(min(first, len(known) - first), len(known), 0.5)),
                     stored["order"]["balance_p"])
        split = {who: [(x, y) for x, y, f, *_ in known if f == who and x != y] for who in ("majority", "minority")}
        x1, x2 = (sum(x for x, _ in split[who]) for who in ("majority", "minority"))
        account.same("effect of order", fisher(x1, len(split["majority"]), x2, len(split["minority"])),
                     stored["order"]["order_p"])
    for split in stored["splits"]:
        sites = []
        for part in split["parts"]:
            mine = table([one for one in pairs if (one[3][split["by"]] or "") == part["name"]])
            sites.append(mine[1:3])
            name = f"{split['by']} {part['name']}"
            for cell, value in zip(("both", "only_majority", "only_minority", "neither"), mine):
                account.same(f"{name} {cell}", value, part["table"][cell])
            account.answer(name, part["difference"], PAIRED, (*mine, z))
        if split["homogeneity_p"] is not None:
            found = homogeneity(sites)
            if found is None:
                account.left.append(f"{split['by']}: do the parts differ (too many tables)")
            else:
                account.same(f"{split['by']}: do the parts differ", found, split["homogeneity_p"])
    family(stored, rows, account, PAIRED, lambda chosen: (*table(pairs_of(chosen, outcomes)), z))


def recount_groups(rows, plan, stored, account):
    outcomes, z = plan["outcomes"], two_sided_z(stored["confidence"])

    def counts(chosen):
        said = [(row["applicant"], positive(row, [], outcomes)) for row in chosen]
        x = [sum(who == one and got is True for who, got in said) for one in ("majority", "minority")]
        n = [sum(who == one and got is not None for who, got in said) for one in ("majority", "minority")]
        return x[0], n[0], x[1], n[1]

    x1, n1, x2, n2 = counts(rows)
    for name, value in (("majority", n1), ("majority_positive", x1), ("minority", n2), ("minority_positive", x2)):
        account.same(name, value, stored["groups"][name])
    account.same("difference of shares", x1 / n1 - x2 / n2, stored["rates"][0]["value"])
    for name in ("primary", "difference", "ratio"):
        account.answer(name, stored[name], GROUPS, (x1, n1, x2, n2, z))
    for one in stored["sensitivity"]:
        account.answer("sensitivity", one, GROUPS, (x1, n1, x2, n2, z))
    family(stored, rows, account, GROUPS, lambda chosen: (*counts(chosen), z))


def family(stored, rows, account, methods, counts):
    """The further tests, corrected together; one that could not be done counts with p = 1."""
    mine = []
    for one in stored["secondary"]:
        p_value = None
        if one["p_value"] is not None and one["test"] in methods:
            p_value = methods[one["test"]](*counts(subgroup(one["subgroup"], rows)))["p_value"]
            account.same(f"test {one['name']}", p_value, one["p_value"])
        elif one["p_value"] is not None:
            account.left.append(f"test {one['name']} ({one['test']})")
            p_value = one["p_value"]
        mine.append(p_value)
    if mine and stored["correction"]:
        values = adjusted([1.0 if one is None else one for one in mine], stored["correction"])
        for one, p_value, value in zip(stored["secondary"], mine, values):
            if p_value is not None:
                account.same(f"test {one['name']}, corrected ({stored['correction']})", value, one["adjusted"])


def main():
    with (HERE / "outcomes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    plan = json.loads((HERE / "plan.json").read_text("utf-8"))
    stored = json.loads((HERE / "results.json").read_text("utf-8"))
    account = Account()
    (recount_pairs if stored["kind"] == "paired" else recount_groups)(rows, plan, stored, account)
    print(f"\n{account.compared} numbers recounted, {len(account.different)} different.")
    for one in account.left:
        print(f"not recounted: {one}")
    return 1 if account.different else 0


if __name__ == "__main__":
    sys.exit(main())
