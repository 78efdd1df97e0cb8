"""``stagekans lab study gates``."""

from __future__ import annotations

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.telling import answer_json, coded, json_option, table
from api.cli.reader import answer, report, said
from api.cli.taught import option
from api.messages.lab.protocols import TickGate
from api.services.lab import registering
from testing_lab.protocol.gates import GATES, Gate


@lab_command("gates", teaches="cli-study-gates-help")
@option("--tick", type=click.Choice(GATES), metavar="GATE", help="cli-study-gates-option-tick")
@option("--evidence", help="cli-study-gates-option-evidence")
@option("--untick", type=click.Choice(GATES), metavar="GATE", help="cli-study-gates-option-untick")
@json_option()
async def command(
    one: Acting, *, tick: Gate | None, evidence: str | None, untick: Gate | None, as_json: bool
) -> None:  # fmt: skip
    """The gates; pass one with evidence, or take that back."""
    if tick is not None:
        if evidence is None:
            asks = said(f"lab-gate-{tick}-evidence".replace("_", "-"))
            report(asks)
            raise click.UsageError(said("cli-error-missing", what="--evidence"))
        await registering.tick_gate(*one.whose, TickGate(gate=tick, evidence=evidence))
    if untick is not None:
        await registering.untick_gate(*one.whose, untick)
    view = await registering.get_registration(*one.whose)
    if as_json:
        answer_json(view.gates)
        return
    head = (said("cli-study-gate"), said("gate-name"), said("gate-person"), said("gate-on"), said("gate-evidence"))
    table(head, [
        (gate.gate, coded("lab-gate", gate.gate), *(
            (said("gate-open"), "", "") if gate.tick is None
            else (gate.tick.person, gate.tick.on.isoformat(), gate.tick.evidence)
        ))
        for gate in view.gates
    ])  # fmt: skip
    still = sum(gate.tick is None for gate in view.gates)
    answer(said("cli-study-gates-open", count=still))
