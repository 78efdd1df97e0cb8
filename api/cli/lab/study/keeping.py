"""``stagekans lab study keeping``: what is deleted when, and what was."""

from __future__ import annotations

import datetime as dt

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.telling import answer_json, coded, json_option, moment, table
from api.cli.reader import answer, said
from api.services.lab import retention


@lab_command("keeping", teaches="cli-study-keeping-help")
@json_option()
async def command(one: Acting, *, as_json: bool) -> None:
    """Raw replies and the key file, and the log of what was deleted."""
    view = await retention.get_keeping(*one.whose, dt.datetime.now(dt.UTC))
    if as_json:
        answer_json(view)
        return
    head = (said("keeping-what"), said("keeping-rows"), said("keeping-when"))
    table(head, [
        (
            coded("keeping-kind", thing.kind), thing.rows,
            said(f"keeping-fate-{thing.fate}".replace("_", "-"), on=thing.on.isoformat() if thing.on else ""),
        )
        for thing in view.things
    ])  # fmt: skip
    if not view.deletions:
        answer(said("keeping-log-empty"))
        return
    head = (said("keeping-what"), said("keeping-log-rows"), said("keeping-log-when"))
    table(head, [(coded("keeping-kind", one.kind), one.rows_deleted, moment(one.at)) for one in view.deletions])
