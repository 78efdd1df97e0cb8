"""``python -m bench.vacancy_text``: precision and recall of each rule, the part that was held back apart, and speed.

``--wrong`` lists the sentences that come out otherwise than people labelled them.
"""

from __future__ import annotations

import sys
import time

from api.services.vacancy_text.check import check_text
from api.services.vacancy_text.grounds.all_rules import RULES_VERSION
from bench.vacancy_text.labelled import PARTS, counts, found_in, sentences


def _share(value: float | None) -> str:
    return "    –" if value is None else f"{value:5.2f}"


def main(arguments: list[str]) -> None:
    """Print it all."""
    print(f"rules {RULES_VERSION}")
    for part in PARTS:
        some = sentences(part)
        print(f"\n{part}: {len(some)} sentences, {sum(not one.expected for one in some)} of them look-alikes")
        print(f"{'rule':<20}{'hits':>5}{'false':>7}{'missed':>8}{'precision':>11}{'recall':>8}")
        for name, count in counts(some).items():
            print(
                f"{name:<20}{count.hits:>5}{count.false_alarms:>7}{count.misses:>8}"
                f"{_share(count.precision):>11}{_share(count.recall):>8}"
            )
        if "--wrong" in arguments:
            for one in some:
                if (found := found_in(one)) != one.expected:
                    print(f"  {sorted(one.expected)} -> {sorted(found)}: {one.text}")
    whole = " ".join(one.text for one in sentences())
    before = time.perf_counter()
    check_text(whole, tone=True)
    taken = time.perf_counter() - before
    print(f"\n{len(whole):,} characters in one text: {taken * 1000:.0f} ms ({len(whole) / taken:,.0f} a second)")


if __name__ == "__main__":
    main(sys.argv[1:])
