"""``stagekans lab study left-alone``: companies that no study writes to."""

from __future__ import annotations

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.telling import answer_json, json_option, moment, table
from api.cli.reader import report, said
from api.cli.taught import option
from api.messages.lab.frame import NewBlocked
from api.services.lab import blocked_companies


@lab_command("left-alone", teaches="cli-study-left-alone-help")
@option("--add", metavar="COMPANY", help="cli-study-left-alone-option-add")
@option("--kvk", default="", help="cli-study-left-alone-option-kvk")
@option("--reason", help="cli-study-left-alone-option-reason")
@option("--remove", type=int, metavar="NUMBER", help="cli-study-left-alone-option-remove")
@json_option()
async def command(
    one: Acting, *, add: str | None, kvk: str, reason: str | None, remove: int | None, as_json: bool
) -> None:  # fmt: skip
    """The list; put a company on it, or take one off."""
    if add is not None:
        if reason is None:
            raise click.UsageError(said("cli-error-missing", what="--reason"))
        await blocked_companies.block_company(*one.whose, NewBlocked(company=add, kvk=kvk, reason=reason))
        report(said("notice-company-blocked"))
    if remove is not None:
        await blocked_companies.unblock_company(*one.whose, remove)
        report(said("notice-company-unblocked"))
    rows = await blocked_companies.list_blocked(*one.whose)
    if as_json:
        answer_json(rows)
        return
    if not rows:
        report(said("blocked-none"))
        return
    head = (
        said("cli-study-number"),
        said("study-frame-company"),
        "KvK",
        said("blocked-reason"),
        said("blocked-by"),
        "",
    )
    table(head, [(row.blocked_id, row.company, row.kvk or "–", row.reason, row.person, moment(row.at)) for row in rows])
