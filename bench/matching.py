"""The matcher against its targets: time as a ratio to one bare OR-Tools ``SimpleMinCostFlow`` on the same arcs.

    python -m bench.matching [--quick] [--chain A B] [--students 500 5000 20000] [--seeds 3] [--places 0.9 1 1.1]

A run is everything from the parsed instance to the audited, certified and explained solution. Chain A is placed,
satisfaction and the lottery; chain B all five goals, with four groupings. Prints Markdown, a chain at a time; every
measurement is told on the error output. A measurement that fails or takes longer than ``--limit`` is told in its table.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

import msgspec

from bench.apart import measured
from bench.cases import TOLERANCES, Case, Chain, Groupings
from bench.rows import Row
from bench.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZES: Final[dict[Chain, tuple[int, ...]]] = {
    "A": (500, 5_000, 20_000, 100_000, 500_000),
    "B": (500, 5_000, 20_000, 100_000),
}
_QUICK: Final = (500, 5_000)
_CHAINS: Final[dict[Chain, str]] = {
    "A": "Chain A: placed, satisfaction, lottery",
    "B": "Chain B: placed, group gap, worst off, satisfaction, lottery",
}
_PAIRS: Final = {False: "about 8 given pairs a student", True: "pairs derived by the rules"}


def main(words: list[str] | None = None) -> None:
    """Measure and print."""
    asked = _parser().parse_args(words)
    if asked.quick:
        asked.seeds, asked.places, asked.students = 1, [1.0], asked.students or list(_QUICK)
    if asked.derived:  # places are as they are drawn, about one a student
        asked.chain, asked.places = ["A"], [1.0]
    if not asked.json:
        _print(_introduction(asked))
    for chain in asked.chain:
        rows = tuple(_rows(chain, asked))
        if asked.json:
            _print(msgspec.json.encode(rows).decode())
        else:
            _print(f"### {_CHAINS[chain]}\n\n{tables(rows, stages=asked.stages)}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.matching", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--chain", nargs="+", choices=get_args(Chain), default=list(get_args(Chain)))
    parser.add_argument("--students", type=int, nargs="+", help="default: every number that has a target")
    parser.add_argument("--seeds", type=int, default=3, help="rounds drawn for each number of places")
    parser.add_argument("--places", type=float, nargs="+", default=[0.9, 1.0, 1.1], help="places a student")
    parser.add_argument("--tolerance", type=float, nargs="+", default=list(TOLERANCES), help="chain B")
    parser.add_argument("--groupings", choices=get_args(Groupings), default="flat", help="nested: far more atoms")
    parser.add_argument("--derived", action="store_true", help="chain A alone, pairs by the rules, about 35 a student")
    parser.add_argument("--limit", type=float, default=1_800, help="seconds by the clock for one measurement")
    parser.add_argument("--quick", action="store_true", help="one seed, 1 place a student, 500 and 5,000 students")
    parser.add_argument("--stages", action="store_true", help="also print where the time goes")
    parser.add_argument("--json", action="store_true", help="print every measurement, a line of JSON a chain")
    return parser


def _introduction(asked: argparse.Namespace) -> str:
    places = ", ".join(f"{places:g}" for places in asked.places)
    facts = Path("/proc/cpuinfo").read_text(encoding="utf-8") if Path("/proc/cpuinfo").exists() else ""
    model = re.search(r"model name\s*:\s*(.+)", facts)
    words = " ".join(["python -m bench.matching", *sys.argv[1:]])
    return f"""## The matcher and its targets

`{words}`; {os.cpu_count()} cores, {model[1] if model else platform.machine()}, Python {platform.python_version()}.

Programmes and towns make blocks, {_PAIRS[asked.derived]}, four groupings ({asked.groupings}: see `bench/grouped.py`).
Each row: seeds 1 to {asked.seeds} for each of {places} places a student, every one in a process of its own; figures are
medians of all of these, unless they say slowest or largest. Seconds are cpu seconds, without reading files and imports.
Ratio and ×: to one bare `SimpleMinCostFlow` on the same arcs in the same process, the building of its arcs included.
Bound left: relative, by goal, with the number of runs that left it. Peak: of the whole process, the input in it.
"""


def _rows(chain: Chain, asked: argparse.Namespace) -> Iterator[Row]:
    for students in asked.students or _SIZES[chain]:
        for tolerance in asked.tolerance if chain == "B" else (0.0,):
            cases = [
                Case(
                    chain=chain,
                    students=students,
                    seed=seed,
                    places=places,
                    tolerance=tolerance,
                    groupings=asked.groupings,
                    derived=asked.derived,
                )
                for places in asked.places
                for seed in range(1, asked.seeds + 1)
            ]
            found = []
            for case in cases:
                found.append(measured(case, asked.limit))
                sys.stderr.write(f"{msgspec.json.encode(found[-1]).decode()}\n")
            yield Row(chain=chain, students=students, tolerance=tolerance, measured=tuple(found))


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
