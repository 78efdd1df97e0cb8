"""Rows as Markdown, so that what is printed can go into docs/evidence as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bench.rows import explaining_ratio, greatest_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.rows import Row

_FIGURES: Final = (
    "pairs",
    "run (s)",
    "slowest (s)",
    "bare flow (s)",
    "ratio",
    "all goals proven",
    "largest bound left",
    "explanations",
    "verify (s)",
    "peak (MB)",
)
_TARGETS: Final = ("time", "proof", "slowest round, proven", "explanations", "memory")


def tables(rows: Sequence[Row], *, stages: bool) -> str:
    """The figures, the targets beside them, where the time goes (if asked), and what went wrong."""
    head = ("students", "tolerance") if rows[0].chain == "B" else ("students",)
    parts = [
        _table((*head, *_FIGURES), [_figures(row) for row in rows]),
        "Targets:\n",
        _table((*head, *_TARGETS), [_targets(row) for row in rows]),
    ]
    if stages and any(row.ran() for row in rows):
        parts += ["Share of the run by stage:\n", _stages(rows, head)]
    if troubles := [trouble for row in rows for trouble in row.troubles()]:
        parts += ["Missing or refused:\n", "\n".join(f"- {trouble}" for trouble in troubles) + "\n"]
    return "\n".join(parts)


def _name(row: Row) -> list[str]:
    return [f"{row.students:,}", *([f"{row.tolerance:g}"] if row.chain == "B" else [])]


def _table(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _figures(row: Row) -> list[str]:
    if not row.ran():
        return [*_name(row), *["none"] * len(_FIGURES)]
    left = [f"{goal} {most:.1e} ({count}×)" for goal, (most, count) in row.worst_left().items()]
    verifying = row.verifying()
    return [
        *_name(row),
        f"{row.middle(lambda run: run.pairs):,.0f}",
        f"{row.middle(lambda run: run.seconds):.2f}",
        f"{max(run.seconds for run in row.ran()):.2f}",
        f"{row.middle(lambda run: run.bare):.3f}",
        f"**{row.middle(lambda run: run.seconds / run.bare):.1f}×**",
        f"{row.proven()} of {len(row.measured)}",
        ", ".join(left) or "0",
        f"{row.middle(explaining_ratio):.2f}×",
        "none" if verifying is None else f"{verifying:.1f}",
        f"{row.middle(lambda run: run.peak_mb):.0f} (input {row.middle(lambda run: run.input_mb):.0f})",
    ]


def _targets(row: Row) -> list[str]:
    return [*_name(row), _time(row), _proof(row), _slowest(row), _explanations(row), _memory(row)]


def _time(row: Row) -> str:
    if row.target.ratio is not None:
        return _told(row, row.target.ratio, row.middle(lambda run: run.seconds / run.bare) if row.ran() else 0, "×")
    return _told(row, row.target.seconds, row.middle(lambda run: run.seconds) if row.ran() else 0, " s")


def _proof(row: Row) -> str:
    most = row.target.left
    if most is None or not row.ran():
        return "–" if most is None else "**missed**: no figures"
    left = row.middle(greatest_left)
    asked = f"≤ {most:.0e}" if most else "proven"
    return f"{left:.1e} ({asked}): {_verdict(met=left <= most)}" if left else f"proven ({asked}): met"


def _slowest(row: Row) -> str:
    """Every round has to be proven, the slowest one within the time."""
    if row.target.worst is not None and row.ran() and row.proven() < len(row.measured):
        return f"{row.proven()} of {len(row.measured)} proven (all ≤ {row.target.worst:g} s): **missed**"
    return _told(row, row.target.worst, max((run.seconds for run in row.ran()), default=0), " s")


def _explanations(row: Row) -> str:
    return _told(row, row.target.explaining, row.middle(explaining_ratio) if row.ran() else 0, "×")


def _memory(row: Row) -> str:
    return _told(row, row.target.gigabytes, row.middle(lambda run: run.peak_mb / 1000) if row.ran() else 0, " GB")


def _told(row: Row, most: float | None, found: float, unit: str) -> str:
    if most is None:
        return "–"
    if not row.ran():
        return "**missed**: no figures"
    return f"{found:.2f}{unit} (≤ {most:g}{unit}): {_verdict(met=found <= most)}"


def _verdict(*, met: bool) -> str:
    return "met" if met else "**missed**"


def _stages(rows: Sequence[Row], head: Sequence[str]) -> str:
    names = list(dict.fromkeys(name for row in rows for run in row.ran() for name in run.stages))
    body = [[*_name(row), *[f"{_share(row, name):.0%}" for name in names]] for row in rows if row.ran()]
    return _table((*head, *names), body)


def _share(row: Row, stage: str) -> float:
    return row.middle(lambda run: run.stages.get(stage, 0) / run.seconds)
