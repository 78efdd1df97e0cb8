"""Mail that comes in: what it is, and which dispatch it answers."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import msgspec
import pytest

from testing_lab.faults import ImpossibleInput
from testing_lab.fieldwork.mail import DeliveryReport, InboundMail, SentDispatch
from testing_lab.fieldwork.mail_kinds import mail_kind
from testing_lab.fieldwork.replies import RULES, Ambiguous, Matched, NoMatch, match_reply

T = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)
JAN, ADA, PIM = "jan@study.example", "ada@study.example", "pim@study.example"


def dispatch(name: str, applicant: str, company: str, **changes: Any) -> SentDispatch:
    whole: dict[str, Any] = {
        "dispatch_id": name, "from_address": applicant, "to_address": company, "subject": f"Sollicitatie {name[:2]}",
        "sent": T, "message_id": f"<{name}@study.example>", "token": f"t{name}", **changes,
    }  # fmt: skip
    return SentDispatch(**whole)


SENT = [
    dispatch("u1-1", JAN, "hr@bakker.example"),
    dispatch("u1-2", ADA, "hr@bakker.example"),
    dispatch("u2-1", ADA, "stage@kapper.example"),
    dispatch("u2-2", JAN, "stage@kapper.example"),
    dispatch("u3-1", PIM, "garage@gmail.com"),
    dispatch("u4-1", JAN, "zorg@gmail.com"),
]


def mail(sender: str = "x@elsewhere.example", to: tuple[str, ...] = (), **changes: Any) -> InboundMail:
    whole: dict[str, Any] = {
        "message_id": "<m>", "from_address": sender, "to_addresses": to, "subject": "Uw bericht",
        "received": T + dt.timedelta(hours=1), **changes,
    }  # fmt: skip
    return InboundMail(**whole)


def bounce(**report: Any) -> DeliveryReport:
    return DeliveryReport(action="failed", **report)


MATCHED = [
    (mail(in_reply_to=("<u1-1@study.example>",)), "u1-1", ("thread",)),
    (mail(references=("<x@y>", " u2-2@study.example ")), "u2-2", ("thread",)),
    (mail(to=("Jan <jan+TU1-1@study.example>",)), "u1-1", ("token",)),
    (mail("HR@bakker.example", (JAN,)), "u1-1", ("company",)),
    (mail("Jo <jo@mail.kapper.example>", (ADA,)), "u2-1", ("company-domain",)),
    (mail("jo@elsewhere.example", (JAN,), subject="RE: Antw: sollicitatie U2"), "u2-2", ("subject",)),
    (mail("zorg@gmail.com", (JAN,)), "u4-1", ("company",)),
    (mail("jo@elsewhere.example", (PIM,)), "u3-1", ("applicant",)),
    (
        mail(to=("list@study.example",), delivery=bounce(original_message_id="<u3-1@study.example>")),
        "u3-1",
        ("bounced-message",),
    ),
    (mail(to=(JAN,), delivery=bounce(final_recipient="Stage@kapper.example")), "u2-2", ("bounced-recipient",)),
    # Two letters in one thread: the applicant who was addressed chooses.
    (mail(to=(ADA,), references=("<u1-1@study.example>", "<u1-2@study.example>")), "u1-2", ("thread",)),
]


@pytest.mark.parametrize(("message", "expected", "how"), MATCHED)
def test_the_surest_rule_names_the_dispatch(message: InboundMail, expected: str, how: tuple[str, ...]) -> None:
    assert match_reply(message, SENT) == Matched(dispatch_id=expected, how=how)


def test_every_rule_is_shown_by_a_case() -> None:
    assert {how[0] for _, _, how in MATCHED} == set(RULES)


def test_a_later_rule_chooses_among_what_an_earlier_found() -> None:
    again = [*SENT, dispatch("u5-1", JAN, "hr@bakker.example")]
    found = match_reply(mail("hr@bakker.example", (JAN,), subject="Re: Sollicitatie u5"), again)
    assert found == Matched(dispatch_id="u5-1", how=("company", "subject"))
    unsure = match_reply(mail("hr@bakker.example", (JAN,)), again)
    assert unsure == Ambiguous(dispatch_ids=("u1-1", "u5-1"), how=("company",), contradiction=False)


@pytest.mark.parametrize(
    "message",
    [
        mail(),
        mail("hr@bakker.example", ("nobody@study.example",)),
        mail(in_reply_to=("<other@study.example>",)),
        mail("hr@bakker.example", (JAN,), received=T - dt.timedelta(minutes=1)),
        mail("hr@bakker.example", (JAN,), subject="", received=T - dt.timedelta(days=1)),
    ],
)
def test_what_answers_nothing_has_no_match(message: InboundMail) -> None:
    assert match_reply(message, SENT) == NoMatch()


def test_a_provider_says_nothing_about_a_company() -> None:
    found = match_reply(mail("someone@gmail.com", (JAN,)), SENT)
    assert found == Ambiguous(dispatch_ids=("u1-1", "u2-2", "u4-1"), how=("applicant",), contradiction=False)


@pytest.mark.parametrize(
    ("message", "ids"),
    [
        # In Jan's thread, but to Ada: the company put the two side by side.
        (mail("hr@bakker.example", (ADA,), in_reply_to=("<u1-1@study.example>",)), ("u1-1", "u1-2")),
        (mail("x@y.example", ("jan+tu2-2@study.example",), in_reply_to=("<u1-1@study.example>",)), ("u1-1", "u2-2")),
        (mail("hr@bakker.example", (JAN, ADA)), ("u1-1", "u1-2")),
        (mail("hr@bakker.example", (JAN, ADA), in_reply_to=("<u1-1@study.example>",)), ("u1-1", "u1-2")),
    ],
)
def test_what_points_at_two_goes_to_a_person(message: InboundMail, ids: tuple[str, ...]) -> None:
    found = match_reply(message, SENT)
    assert isinstance(found, Ambiguous)
    assert (found.dispatch_ids, found.contradiction) == (ids, True)


def test_the_order_of_the_dispatches_has_no_part() -> None:
    messages = [one for one, _, _ in MATCHED] + [mail("hr@bakker.example", (JAN, ADA)), mail("a@gmail.com", (JAN,))]
    for message in messages:
        answers = {msgspec.json.encode(match_reply(message, order)) for order in itertools.permutations(SENT)}
        assert len(answers) == 1


def test_a_moment_needs_a_time_zone() -> None:
    with pytest.raises(ImpossibleInput, match="time zone"):
        match_reply(mail(received=dt.datetime(2026, 12, 1, 9)), SENT)  # noqa: DTZ001  # what is tested


@pytest.mark.parametrize(
    ("message", "kind", "rule"),
    [
        (mail(subject="Uitnodiging gesprek"), "answer", "none"),
        (mail(delivery=DeliveryReport(action="failed")), "undeliverable", "delivery-report"),
        (mail(delivery=DeliveryReport(action="Delayed")), "delayed", "delivery-report"),
        (mail(delivery=DeliveryReport(action="relayed")), "automatic", "delivery-report"),
        (
            mail("MAILER-DAEMON@mx.example", subject="Undelivered Mail Returned to Sender"),
            "undeliverable",
            "failure-subject",
        ),
        (
            mail("mx@x.example", return_path="<>", subject="Onbestelbaar: Sollicitatie"),
            "undeliverable",
            "failure-subject",
        ),
        (mail("hr@x.example", subject="Onbestelbaar: Sollicitatie"), "answer", "none"),
        (mail("postmaster@x.example", subject="Warning: still trying"), "automatic", "mail-daemon"),
        (mail(content_type="multipart/report; report-type=disposition-notification"), "automatic", "mail-daemon"),
        (mail(auto_submitted="auto-replied"), "automatic", "auto-submitted"),
        (mail(auto_submitted="Auto-Generated; x=y"), "automatic", "auto-submitted"),
        (mail(auto_submitted="No"), "answer", "none"),
        (mail(precedence="bulk"), "automatic", "autoreply-header"),
        (mail(precedence="first-class"), "answer", "none"),
        (mail(autoreply_header=True), "automatic", "autoreply-header"),
        (mail(subject="Automatisch antwoord: Sollicitatie"), "automatic", "automatic-subject"),
        (mail(subject="Out of office"), "automatic", "automatic-subject"),
        (mail(subject="Afwezig tot maandag"), "automatic", "automatic-subject"),
        (mail(subject="Re: Out of office stage"), "answer", "none"),
    ],
)
def test_what_no_person_wrote_is_recognised(message: InboundMail, kind: str, rule: str) -> None:
    found = mail_kind(message)
    assert (found.kind, found.rule) == (kind, rule)
