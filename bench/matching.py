"""Time of a whole run as a ratio to one bare OR-Tools ``SimpleMinCostFlow`` solve of the same arcs.

    python -m bench.matching [--students 1000 5000 20000] [--seeds 3] [--goals placed satisfaction] [--stages] [--json]

A run is everything from the parsed instance to the audited, certified and explained solution. Times are cpu seconds of
this process, medians over the seeds; the bare solve is a maximum flow of least cost over source, students, offers and
sink, arcs added in bulk. Each measurement has a process of its own, so that peak memory is its own too.
"""

from __future__ import annotations

import argparse
import json
import pkgutil
import resource
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from matching.policy import GoalName

KINDS = {"pairs": "8 given pairs a student", "derived": "pairs derived by the rules"}
STAGES = (
    ("hash", "instance.Instance", "sha256"),
    ("eligibility", "run", "build"),
    ("flow", "engine.solve", "best_matching"),
    ("prices", "engine.solve", "least_prices"),
    ("what is open", "engine.solve", "loose_part"),
    ("lots and draws", "engine.solve", "lot_numbers"),
    ("lots and draws", "engine.solve", "pair_draws"),
    ("explanations", "run", "explain"),
    ("audit", "run", "audit"),
)


def measure(kind: str, students: int, seed: int, goals: tuple[GoalName, ...], *, stages: bool) -> dict[str, Any]:
    """One run and one bare solve of the same round, in this process."""
    from bench.school import school
    from matching.eligibility import build
    from matching.policy import Policy
    from matching.run import run
    from matching.verify import verify

    instance, policy = school(seed, students, with_pairs=kind == "pairs"), Policy(seed="bench", goals=goals)
    # A first run loads the libraries: that is no part of a run, a server has them loaded.
    run(school(0, 200, with_pairs=kind == "pairs"), policy, clock=time.process_time)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    result = run(instance, policy, clock=time.process_time)
    whole = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    problem = build(instance, policy).problem
    bare = bare_solve(problem.student, problem.offer, problem.utility, problem.places, len(problem.student_keys))
    began = time.process_time()
    checks = verify(instance, policy, result.placements, result.certificate, result.report)
    found: dict[str, Any] = {
        "pairs": len(problem.student),
        "run": whole,
        "bare": bare,
        "verify": time.process_time() - began,
        "proven": all(check.status == "proven" for check in checks),
        "peak_mb": peak / 1024,
        "input_mb": before / 1024,
    }
    if stages:
        found["stages"] = shares_of(lambda: run(instance, policy, clock=time.process_time))
    return found


def bare_solve(student: Any, offer: Any, utility: Any, places: Any, students: int) -> float:
    """Cpu seconds of the bare solve, building its arcs included; the median of three."""
    import numpy as np
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    seconds = []
    for _ in range(3):
        began = time.process_time()
        offers = len(places)
        source, sink = students + offers, students + offers + 1
        solver: Any = SimpleMinCostFlow()  # its type stubs ask for scalars where arrays go
        solver.add_arcs_with_capacity_and_unit_cost(
            np.concatenate([student, np.full(students, source), students + np.arange(offers)]).astype(np.int32),
            np.concatenate([students + offer, np.arange(students), np.full(offers, sink)]).astype(np.int32),
            np.concatenate([np.ones(len(student) + students, np.int64), places]),
            np.concatenate([-utility, np.zeros(students + offers, np.int64)]),
        )
        solver.set_nodes_supplies(np.array([source, sink], np.int32), np.array([students, -students], np.int64))
        if solver.solve_max_flow_with_min_cost() != solver.OPTIMAL:
            raise RuntimeError("the bare solve failed")
        seconds.append(time.process_time() - began)
    return statistics.median(seconds)


def shares_of(work: Callable[[], object]) -> dict[str, float]:
    """The share of each stage in the time of ``work``, by a stop-watch around its function."""
    spent: dict[str, float] = dict.fromkeys((stage for stage, _, _ in STAGES), 0.0)

    def watched(stage: str, function: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            began = time.process_time()
            try:
                return function(*arguments, **named)
            finally:
                spent[stage] += time.process_time() - began

        return call

    for stage, path, name in STAGES:
        owner = pkgutil.resolve_name(f"matching.{path}")
        setattr(owner, name, watched(stage, getattr(owner, name)))
    began = time.process_time()
    work()
    whole = time.process_time() - began
    return {stage: seconds / whole for stage, seconds in spent.items()}


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m bench.matching", description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, nargs="+", default=[1_000, 5_000, 20_000])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--kinds", nargs="+", choices=sorted(KINDS), default=list(KINDS))
    parser.add_argument("--goals", nargs="+", default=["placed", "satisfaction"], help="in the order of the policy")
    parser.add_argument("--stages", action="store_true", help="also print where the time goes")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        kind, students, seed = asked.one
        print(json.dumps(measure(kind, int(students), int(seed), tuple(asked.goals), stages=asked.stages)))
        return
    rows = [
        {"kind": kind, "students": students, **median_of(kind, students, asked.seeds, asked.goals, stages=asked.stages)}
        for kind in asked.kinds
        for students in asked.students
    ]
    if asked.json:
        print(json.dumps(rows, indent=1))
    else:
        print_tables(rows)


def median_of(kind: str, students: int, seeds: int, goals: list[str], *, stages: bool) -> dict[str, Any]:
    """Medians over the seeds."""
    found = []
    for seed in range(1, seeds + 1):
        command = [sys.executable, "-m", "bench.matching", "--one", kind, str(students), str(seed)]
        command += ["--goals", *goals]
        done = subprocess.run([*command, *(["--stages"] if stages else [])], capture_output=True, text=True, check=True)
        found.append(json.loads(done.stdout))
        found[-1]["ratio"] = found[-1]["run"] / found[-1]["bare"]
    middle: dict[str, Any] = {
        name: statistics.median(row[name] for row in found)
        for name in ("pairs", "run", "bare", "ratio", "verify", "peak_mb", "input_mb")
    }
    middle["proven"] = all(row["proven"] for row in found)
    if stages:
        middle["stages"] = {
            stage: statistics.median(row["stages"][stage] for row in found) for stage in found[0]["stages"]
        }
    return middle


def print_tables(rows: list[dict[str, Any]]) -> None:
    """As Markdown, so that the output can go into docs/evidence as it is."""
    print("| pairs | students | pairs in all | run (s) | bare flow (s) | ratio | proven | verify (s) | peak (MB) |")
    print("|---|---|---|---|---|---|---|---|---|")
    for row in rows:
        print(
            f"| {KINDS[row['kind']]} | {row['students']:,} | {int(row['pairs']):,} | {row['run']:.2f}"
            f" | {row['bare']:.3f} | **{row['ratio']:.1f}** | {'yes' if row['proven'] else 'NO'} | {row['verify']:.1f}"
            f" | {row['peak_mb']:.0f} (input alone {row['input_mb']:.0f}) |"
        )
    if "stages" in rows[0]:
        names = list(rows[0]["stages"])
        print("\nShare of the run by stage:\n")
        print("| pairs | students | " + " | ".join(names) + " |")
        print("|---" * (len(names) + 2) + "|")
        for row in rows:
            cells = " | ".join(f"{row['stages'][name]:.0%}" for name in names)
            print(f"| {KINDS[row['kind']]} | {row['students']:,} | {cells} |")


if __name__ == "__main__":
    main()
