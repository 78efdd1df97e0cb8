"""Wall-clock seconds of a whole run with several processes, and whether every byte of the result is the same.

    python -m bench.workers [--students 100000] [--workers 1 2] [--rounds 3] [--goals placed satisfaction] [--pairs]
    python -m bench.workers --shares [--students 1000 2000]

The round is that of :mod:`bench.school`: programmes that touch in families of four, so many independent networks.
A run is everything from the parsed instance to the audited, certified and explained solution, as ``stagekans match``
does it, with the start of the processes. Each measurement has a process of its own; the numbers of workers take turns,
and the least of the rounds counts, as others may use the machine.
``--shares`` tells where the time of *group gap* goes (:mod:`bench.grouped`, one process): flows could be divided over
networks, the linear and whole-number programs cannot, as their rows tie all students.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pkgutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from matching.policy import GoalName


def measure(students: int, workers: int, goals: tuple[GoalName, ...], *, pairs: bool, grouped: bool) -> dict[str, Any]:
    """One run, in this process and its helpers."""
    import msgspec

    import matching.engine.solve
    from api.services.solve_processes import solve_processes
    from bench.grouped import GROUPINGS, grouped_school
    from bench.school import school
    from matching.policy import GroupGap, Policy
    from matching.run import run

    policy = Policy(seed="bench", goals=goals)
    if grouped:
        policy = msgspec.structs.replace(policy, group_gap=GroupGap(groupings=GROUPINGS, tolerance=0.02))
        instance = grouped_school(1, students, 0.95)
    else:
        instance = school(1, students, with_pairs=pairs)
    run(school(0, 200, with_pairs=True), Policy(goals=("placed", "satisfaction")), clock=time.monotonic)  # libraries
    flow = 0.0
    solved = matching.engine.solve.best_matching

    def watched(*arguments: Any) -> Any:
        nonlocal flow
        began = time.monotonic()
        try:
            return solved(*arguments)
        finally:
            flow += time.monotonic() - began

    matching.engine.solve.best_matching = watched
    began = time.monotonic()
    with solve_processes(workers) as executor:
        if executor is not None:
            executor.expect(students)
        result = run(instance, policy, clock=lambda: 0.0, executor=executor)
    return {
        "seconds": time.monotonic() - began,
        "flow": flow,
        "pairs": result.report.eligible_pairs,
        "sha256": hashlib.sha256(msgspec.json.encode(result)).hexdigest(),
        "lost": executor is not None and executor.lost,
    }


#: What of *group gap* is watched: a word, its owner, its name.
WATCHED = (
    ("flows", "oracle", "best_matching"),
    ("flows", "base_face", "best_matching"),
    ("programs", "program", "linear"),
    ("programs", "relaxation", "linear"),
    ("programs", "relaxation.Relaxation", "whole"),
    ("programs", "program.Program", "_mixed"),
)


def shares(students: int) -> None:
    """A line of the table of ``--shares``."""
    from bench.grouped import GROUPINGS, grouped_school
    from matching.policy import GroupGap, Policy
    from matching.run import run

    policy = Policy(
        seed="bench",
        goals=("placed", "group_gap", "worst_off", "satisfaction"),
        group_gap=GroupGap(groupings=GROUPINGS, tolerance=0.02),
    )
    run(grouped_school(0, 200, 0.95), policy, clock=time.monotonic)  # libraries
    spent = {"flows": 0.0, "programs": 0.0}
    calls = dict.fromkeys(spent, 0)

    def watched(what: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            began = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                spent[what] += time.process_time() - began
                calls[what] += 1

        return call

    places = [(what, pkgutil.resolve_name(f"matching.engine.counts.{owner}"), name) for what, owner, name in WATCHED]
    before = [getattr(place, name) for _, place, name in places]
    for (what, place, name), function in zip(places, before, strict=True):
        setattr(place, name, watched(what, function))
    began = time.process_time()
    run(grouped_school(1, students, 0.95), policy, clock=lambda: 0.0)
    whole = time.process_time() - began
    for (_, place, name), function in zip(places, before, strict=True):
        setattr(place, name, function)
    cells = " | ".join(f"{spent[what]:.1f} ({spent[what] / whole:.0%}, {calls[what]} calls)" for what in spent)
    print(f"| {students:,} | {whole:.1f} | {cells} |", flush=True)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m bench.workers", description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, nargs="+", default=[100_000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--goals", nargs="+", default=["placed", "satisfaction"], help="in the order of the policy")
    parser.add_argument("--pairs", action="store_true", help="8 given pairs a student; else the rules derive them")
    parser.add_argument("--grouped", action="store_true", help="the round of bench.grouped, tolerance 0.02")
    parser.add_argument("--shares", action="store_true", help="where the time of group gap goes (cpu seconds)")
    parser.add_argument("--one", type=int, nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        students, workers = asked.one
        print(json.dumps(measure(students, workers, tuple(asked.goals), pairs=asked.pairs, grouped=asked.grouped)))
        return
    if asked.shares:
        print("| students | run (cpu s) | flows of the counts | programs of the counts |\n|---|---|---|---|")
        for students in asked.students:
            shares(students)
        return
    print(f"{os.cpu_count()} processors; load at the start {os.getloadavg()[0]:.1f}\n")
    print("| students | pairs in all | workers | seconds | of these in the flow | ratio | bytes |")
    print("|---|---|---|---|---|---|---|")
    for students in asked.students:
        found = rounds_of(students, asked)
        first = found[asked.workers[0]]
        for workers, rows in found.items():
            least = min(rows, key=lambda row: row["seconds"])
            before = min(row["seconds"] for row in first)
            same = {row["sha256"] for row in (*first, *rows)}
            told = "lost a process" if any(row["lost"] for row in rows) else "same" if len(same) == 1 else "DIFFERENT"
            print(
                f"| {students:,} | {least['pairs']:,} | {workers} | {least['seconds']:.1f} | {least['flow']:.1f}"
                f" | **{before / least['seconds']:.2f}** | {told} |"
            )


def rounds_of(students: int, asked: argparse.Namespace) -> dict[int, list[dict[str, Any]]]:
    """All measurements by number of workers."""
    found: dict[int, list[dict[str, Any]]] = {workers: [] for workers in asked.workers}
    for _ in range(asked.rounds):
        for workers, rows in found.items():
            command = [sys.executable, "-m", "bench.workers", "--one", str(students), str(workers)]
            command += ["--goals", *asked.goals]
            command += [f"--{flag}" for flag in ("pairs", "grouped") if getattr(asked, flag)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            rows.append(json.loads(done.stdout))
    return found


if __name__ == "__main__":
    main()
