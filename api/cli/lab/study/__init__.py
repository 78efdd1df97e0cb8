"""``stagekans lab study COMMAND STUDY``: a study from protocol to report, over the services of the website.

Coding stays in the browser: who codes must not see, on the way, whose letter it was.
"""

from __future__ import annotations

from typing import Final

import click

from api.cli.groups import Commands

#: name of the command -> module in ``api.cli``, in the order of a study
COMMANDS: Final = {
    "list": "lab.study.listing",
    "new": "lab.study.making",
    "read-in": "lab.study.reading_in",
    "show": "lab.study.showing",
    "members": "lab.study.members",
    "protocol": "lab.study.protocol",
    "power": "lab.study.power",
    "gates": "lab.study.gates",
    "register": "lab.study.register",
    "amend": "lab.study.amend",
    "frame": "lab.study.frame",
    "left-alone": "lab.study.left_alone",
    "profiles": "lab.study.profiles",
    "draw": "lab.study.draw",
    "plan": "lab.study.plan",
    "start": "lab.study.start",
    "work": "lab.study.work",
    "letters": "lab.study.letters",
    "sent": "lab.study.sent",
    "replies": "lab.study.replies",
    "reply": "lab.study.reply",
    "place": "lab.study.place",
    "withdrawals": "lab.study.withdrawals",
    "withdrawn": "lab.study.withdrawn",
    "complaint": "lab.study.complaint",
    "stop": "lab.study.stop",
    "resume": "lab.study.resume",
    "close": "lab.study.close",
    "progress": "lab.study.progress",
    "codes": "lab.study.codes",
    "lock": "lab.study.lock",
    "unblind": "lab.study.unblind",
    "analyse": "lab.study.analyse",
    "explore": "lab.study.explore",
    "results": "lab.study.results",
    "keeping": "lab.study.keeping",
    "archive": "lab.study.archive",
}


@click.group(
    cls=Commands, files=COMMANDS, words="study-", name="study", help="cli-study-help", no_args_is_help=True
)  # fmt: skip
def command() -> None:
    """Everything that is done with a study, but coding."""
