"""``stagekans lab study codes``: how far the coding is, and how far the coders agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.cli.lab.acting import Acting, lab_command
from api.cli.lab.telling import answer_json, facts, json_option
from api.cli.reader import answer, report, said
from api.cli.taught import option
from api.messages.lab.coding import NewRoundOfCoding
from api.services.lab import codes

if TYPE_CHECKING:
    from api.messages.lab.coding import Agreement, CodesView

_READ = ("by_none", "by_one", "by_two", "disagreements", "by_third", "unreadable")
_BY_RULE = ("no_answer", "undeliverable", "detected", "days_running", "unknown")


@lab_command("codes", teaches="cli-study-codes-help")
@option("--again", metavar="REASON", help="cli-study-codes-option-again")
@json_option()
async def command(one: Acting, *, again: str | None, as_json: bool) -> None:
    """Counts and agreement, no outcome of any applicant."""
    if again is not None:
        await codes.begin_again(*one.whose, NewRoundOfCoding(reason=again))
        report(said("notice-coding-again"))
    view = await codes.get_codes(*one.whose)
    if as_json:
        answer_json(view)
    elif not view.sent:
        report(said("codes-empty"))
    else:
        _tell(view)


def _tell(view: CodesView) -> None:
    answer(said("codes-reading-text", letters=view.to_read))
    facts([(said(f"codes-{name}".replace("_", "-")), getattr(view, name)) for name in _READ])
    answer(said("codes-rule-text"))
    facts([(_by_rule(name), getattr(view, name)) for name in _BY_RULE])
    if view.homeless:
        report(said("codes-homeless", replies=view.homeless), style="yellow")
    for one in view.rounds:
        if len(view.rounds) > 1:
            answer(said("codes-round", round=one.round))
        answer(_agreement(one.agreement))
    if view.least_kappa is not None:
        answer(said("codes-least-kappa", kappa=f"{view.least_kappa:.2f}"))
    if view.unblinding is not None:
        answer(f"{said('codes-unblinded')}: {view.unblinding.person}. {view.unblinding.reason}")
    elif view.obstacles:
        answer(said("codes-lock-open"))
        for name, number in view.obstacles.items():
            answer("  " + said(f"lab-not-allowed-lock-{name}".replace("_", "-"), count=number))


def _by_rule(name: str) -> str:
    family = "codes" if name in ("days_running", "unknown") else "lab-choice"
    return said(f"{family}-{name}".replace("_", "-"))


def _agreement(agreement: Agreement | None) -> str:
    if agreement is None:
        return said("codes-kappa-nobody")
    if agreement.estimate is None:
        return said("codes-kappa-none")
    kappa = f"{agreement.estimate:.2f}"
    if agreement.lower is None or agreement.upper is None:
        return said("codes-kappa-point", kappa=kappa, letters=agreement.letters)
    return said(
        "codes-kappa", kappa=kappa, level=f"{100 * agreement.confidence:g}", lower=f"{agreement.lower:.2f}",
        upper=f"{agreement.upper:.2f}", letters=agreement.letters, agreed=agreement.agreed,
    )  # fmt: skip
