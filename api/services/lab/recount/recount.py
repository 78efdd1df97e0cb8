"""Recount every number of a study from its outcomes.

Usage: python recount.py            in the folder with outcomes.csv, plan.json and results.json

It needs Python 3.9 or newer and methods.py beside it; it uses no code of Stagekans. Every number is printed beside the stored
one. Exit code 0: all agree. 1: a number differs. What it cannot recount it names.
"""

import csv
import itertools
import json
import math
import sys
from pathlib import Path

from methods import GROUPS, PAIRED, cdf, fisher, two_sided_z, wilson

HERE = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
FAILED = ("undeliverable", "detected")
REACHED = {"refused": 0, "no_answer": 0, "waiting_list": 1, "asks_information": 1, "asks_to_call": 1, "invited": 2,
           "place_offered": 3}  # fmt: skip
STAGES = ("first_contact", "invitation", "offer")


# --- outcomes ---------------------------------------------------------------------------------------------------------


def positive(row, rows_of_pair, outcomes):
    """True, False, or None for no usable outcome, as the plan says."""
    code = row["code"]
    if code in FAILED:
        lost = sum(one["code"] == "undeliverable" for one in rows_of_pair)
        one_sided = code == "undeliverable" and lost == 1
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
        by.strip().lower(), by.strip().lower()
    )
    part = part.strip().lower()
    return [
        row
        for row in rows
        if any((row[name] or "").lower() == part and by in ("", name) for name in ("sector", "company_size", "region"))
    ]


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
    worst = [
        (
            (0 if x is None else int(x)) - (1 if y is None else int(y)),
            (1 if x is None else int(x)) - (0 if y is None else int(y)),
        )
        for x, y, *_ in pairs
    ]
    account.same("lowest difference of all pairs", sum(one for one, _ in worst) / len(pairs), stored["lost"]["lowest"])
    account.same(
        "highest difference of all pairs", sum(one for _, one in worst) / len(pairs), stored["lost"]["highest"]
    )
    account.answer("primary test", stored["primary"], PAIRED, (a, b, c, d, z))
    for name in ("difference", "ratio", "odds_ratio"):
        account.answer(name, stored[name], PAIRED, (a, b, c, d, z))
    for one in stored["sensitivity"]:
        account.answer("sensitivity", one, PAIRED, (a, b, c, d, z))

    ends = [
        (REACHED[one[4]["majority"]], REACHED[one[4]["minority"]])
        for one in pairs
        if not set(one[4].values()) & set(FAILED)
    ]
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
            account.same(
                f"ILO {STAGES[passed]} majority", sum(y == passed < x for x, y in ends), one["favour_majority"]
            )
            account.same(
                f"ILO {STAGES[passed]} minority", sum(x == passed < y for x, y in ends), one["favour_minority"]
            )
    if stored["order"]:
        known = [one for one in pairs if one[0] is not None and one[1] is not None and one[2]]
        first = sum(one[2] == "majority" for one in known)
        account.same("majority first", first, stored["order"]["majority_first"])
        account.same(
            "balance of order",
            min(1.0, 2 * cdf(min(first, len(known) - first), len(known), 0.5)),
            stored["order"]["balance_p"],
        )
        split = {who: [(x, y) for x, y, f, *_ in known if f == who and x != y] for who in ("majority", "minority")}
        x1, x2 = (sum(x for x, _ in split[who]) for who in ("majority", "minority"))
        account.same(
            "effect of order",
            fisher(x1, len(split["majority"]), x2, len(split["minority"])),
            stored["order"]["order_p"],
        )
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


CALLS = ("complies", "complies_tacitly", "leaves_to_client", "refuses", "refuses_and_explains_law", "no_decision")
LEFT_TO_CLIENT = ("complies_tacitly", "leaves_to_client")


def recount_calls(rows, plan, stored, account):
    z = two_sided_z(stored["confidence"])
    together = two_sided_z(1 - (1 - stored["confidence"]) / len(CALLS))
    along = {one["code"] for one in plan["outcomes"]["codes"] if one["positive"]}
    valid = [row for row in rows if row["code"] not in FAILED]
    n = len(valid)
    account.same("calls", len(rows), stored["made"])
    account.same("valid calls", n, stored["valid"])

    def shares(name, x, of, one):
        account.same(f"{name} calls", x, one["calls"])
        account.same(f"{name} of", of, one["of"])
        account.same(f"{name} share", x / of, one["share"])
        for part, value in zip(("lower", "upper"), wilson(x, of, z)):
            account.same(f"{name} {part}", value, one[part])

    count = {code: sum(row["code"] == code for row in valid) for code in CALLS}
    for one in stored["outcomes"]:
        shares(one["code"], count[one["code"]], n, one)
        for part, value in zip(("lower", "upper"), wilson(count[one["code"]], n, together)):
            account.same(f"{one['code']} all outcomes at once, {part}", value, one[f"together_{part}"])
    decided = n - count["no_decision"]
    if stored["main"]:
        positive = sum(row["code"] in along for row in valid)
        shares("going along", positive, decided if stored["denominator"] == "decided_calls" else n, stored["main"])
    yes = count["complies"]
    readings = {
        "complier": (yes, n),
        "accommodating": (yes + sum(count[code] for code in LEFT_TO_CLIENT), n),
        "complier_of_decided": (yes, decided),
        "complier_at_most": (yes + count["no_decision"], n),
    }
    for one in stored["readings"]:
        shares(one["name"], *readings[one["name"]], one)
    for split in stored["splits"]:
        for part in split["parts"]:
            chosen = [row for row in valid if (row[split["by"]] or "") == part["name"]]
            shares(f"{split['by']} {part['name']}", sum(row["code"] in along for row in chosen), len(chosen), part)
    family(stored, rows, account, {}, lambda chosen: ())


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
    kinds = {"paired": recount_pairs, "mystery_call": recount_calls}
    kinds.get(stored["kind"], recount_groups)(rows, plan, stored, account)
    print(f"\n{account.compared} numbers recounted, {len(account.different)} different.")
    for one in account.left:
        print(f"not recounted: {one}")
    return 1 if account.different else 0


if __name__ == "__main__":
    sys.exit(main())
