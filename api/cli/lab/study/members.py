"""``stagekans lab study members``."""

from __future__ import annotations

from typing import get_args

import click

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.telling import answer_json, coded, json_option, table
from api.cli.reader import report, said
from api.cli.taught import option
from api.messages.lab.studies import NewMember, Task
from api.services.lab import members


@lab_command("members", teaches="cli-study-members-help")
@option("--add", metavar="NAME", help="cli-study-members-option-add")
@option("--task", type=click.Choice(get_args(Task)), help="cli-study-members-option-task")
@option("--remove", metavar="NAME", help="cli-study-members-option-remove")
@json_option()
async def command(one: Acting, *, add: str | None, task: Task | None, remove: str | None, as_json: bool) -> None:
    """Who works on a study; let somebody join or take a task away."""
    if add is not None:
        if task is None:
            raise click.UsageError(said("cli-error-missing", what="--task"))
        await members.add_member(*one.whose, NewMember(sign_in_name=add, task=task))
        report(said("notice-member-added"))
    people = await members.list_members(*one.whose)
    if remove is not None:
        leaving = next((person for person in people if person.sign_in_name.casefold() == remove.casefold()), None)
        if leaving is None:
            raise click.ClickException(said("cli-study-members-nobody", name=remove))
        await members.remove_member(*one.whose, leaving.account_id)
        report(said("notice-member-removed"))
        people = await members.list_members(*one.whose)
    if as_json:
        answer_json(people)
        return
    head = (said("study-sign-in-name"), said("study-person"), said("study-task"))
    table(head, [(person.sign_in_name, person.display_name, coded("task", person.task)) for person in people])
