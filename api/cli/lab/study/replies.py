"""``stagekans lab study replies``: a mailbox read in; what waits for a person."""

from __future__ import annotations

from pathlib import Path

import click

from api.cli.exit_codes import DONE, UNUSABLE
from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.files import FILE, content_of
from api.cli.lab.refusals import finding_lines
from api.cli.lab.telling import answer_json, coded, facts, json_option, moment, table
from api.cli.reader import answer, language, report, said
from api.cli.taught import option
from api.messages.lab.fieldwork import Imported, ReplyView
from api.messages.paging import LARGEST_SIZE
from api.services.lab import replies
from api.services.lab.imap_folder import MailboxClosed
from api.services.lab.telling import words_of
from testing_lab.findings import Finding


@lab_command("replies", teaches="cli-study-replies-help")
@option("--in", "source", type=FILE, metavar="FILE", help="cli-study-replies-option-in")
@option("--fetch", is_flag=True, help="cli-study-replies-option-fetch")
@json_option()
async def command(one: Acting, *, source: Path | None, fetch: bool, as_json: bool) -> int:
    """Read replies in, or list what belongs nowhere and what nobody has judged."""
    if source is None and not fetch:
        await _list(one, as_json=as_json)
        return DONE
    if source is not None:
        done: Imported | MailboxClosed = await replies.import_file(*one.whose, content_of(source))
    else:
        done = await replies.fetch(*one.whose, one.settings().mailbox)
    if isinstance(done, MailboxClosed):
        raise click.ClickException(words_of(done, language()))
    if as_json:
        answer_json(done)
    else:
        counts = ("matched", "automatic", "bounces", "loose", "known", "elsewhere")
        facts([
            (said("replies-loose-count" if name == "loose" else f"replies-{name}"), getattr(done, name))
            for name in counts
        ])  # fmt: skip
    findings = [Finding(path=odd.path, code=odd.code, facts=odd.facts) for odd in done.findings]
    for line in finding_lines(findings):
        report(line, style="yellow")
    if done.more:
        report(said("replies-more"))
    return UNUSABLE if any(odd.path == "file" for odd in done.findings) else DONE


async def _list(one: Acting, *, as_json: bool) -> None:
    loose: list[ReplyView] = []
    number = 1
    while page := (await replies.list_loose(*one.whose, number=number, size=LARGEST_SIZE)).items:
        loose += page
        number += 1
    not_judged = await replies.list_not_judged(*one.whose)
    if as_json:
        answer_json({"loose": loose, "not_judged": not_judged})
        return
    for title, none, several in (
        ("replies-loose", "replies-loose-none", loose),
        ("replies-not-judged", "replies-not-judged-none", not_judged),
    ):
        answer(said(title if several else none))
        _tell(several)


def _tell(several: list[ReplyView] | tuple[ReplyView, ...]) -> None:
    if several:
        head = (
            said("cli-study-reply"),
            said("withdrawals-received"),
            said("dispatch-reply-kind"),
            said("work-dispatch"),
        )
        table((*head, ""), [
            (
                reply.reply_id, moment(reply.received_at), coded("reply-kind", reply.kind),
                reply.dispatch_id or said("replies-candidates", ids=", ".join(reply.candidates) or "–"),
                " ".join(reply.text.split())[:60],
            )
            for reply in several
        ])  # fmt: skip
