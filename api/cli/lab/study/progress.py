"""``stagekans lab study progress``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.telling import answer_json, coded, facts, json_option, share
from api.cli.reader import answer, report, said
from api.services.lab import progress

if TYPE_CHECKING:
    from api.messages.lab.progress import ProgressView


@lab_command("progress", teaches="cli-study-progress-help")
@json_option()
async def command(one: Acting, *, as_json: bool) -> None:
    """How far the fieldwork is; what the registered stopping rule shows."""
    view = await progress.get_progress(*one.whose)
    if as_json:
        answer_json(view)
    elif not view.planned:
        report(said("progress-empty"))
    else:
        _tell(view)


def _tell(view: ProgressView) -> None:
    answer(said("progress-sent", sent=view.sent, planned=view.planned))
    response = "" if view.response is None else f" ({share(view.response)})"
    facts([(said("progress-answered"), f"{view.answered}{response}")])
    facts([(coded("lab-dispatch-state", state), number) for state, number in view.by_state.items()])
    balance = view.balance
    answer(said("progress-first", majority=balance.majority_first, minority=balance.minority_first))
    if balance.p_value is not None:
        answer(said("progress-first-p", p=f"{balance.p_value:.3f}"))
    if view.monitor is not None:
        monitor = view.monitor
        answer(coded("progress-rule", monitor.rule))
        answer(said("progress-decided", decided=monitor.decided, planned=view.pairs_planned))
        answer(coded("progress-decision", monitor.decision))
    if view.order_effect is not None:
        order = view.order_effect
        answer(said(
            "progress-order-effect", majority=order.majority_first, minority=order.minority_first,
            p=f"{order.p_value:.3f}",
        ))  # fmt: skip
