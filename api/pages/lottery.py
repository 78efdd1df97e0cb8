"""The lottery of a round: its steps, its record, and the public page."""

from __future__ import annotations

import asyncio
import shlex
import uuid

import msgspec
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.messages.faults import Conflict, Unusable
from api.messages.lottery import Commit, PublicLottery, Witness
from api.pages.answering import AnyRequest, Html, faults_of, go, hand_over, said, show
from api.pages.contexts.lottery import LotteryPage, LotteryRecordPage, PublicLotteryPage
from api.pages.forms import FormReader, read_form
from api.pages.lottery_paper import record_as_pdf
from api.pages.notices import Notice, notice_of
from api.pages.tabs import tabs_of
from api.services import lottery, lottery_record, rounds
from api.services.pool import Pool
from api.services.rate_limits import spend
from api.web.session import client_address, settings_of

#: Requests a minute from one address to the public page. A class that looks together from school is one address.
PUBLIC_LIMIT = 120


@get("/rounds/{round_id:uuid}/lottery")
async def lottery_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """Where the lottery stands, and the next step."""
    return show(request, await _lottery(request, pool, actor, round_id))


@post("/rounds/{round_id:uuid}/lottery")
async def take_step(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """Commit, add what the witness brought, or reveal."""
    form = await read_form(request)
    try:
        done = await _step(pool, actor, round_id, form)
    except (Unusable, Conflict) as refused:
        page = msgspec.structs.replace(
            await _lottery(request, pool, actor, round_id),
            values={name: value for name, value in form.values.items() if name != "secret"},
            faults=faults_of(refused),
            refusal=said(request, refused),
            notice=None,
        )
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return go(f"/rounds/{round_id}/lottery", done)


async def _step(pool: Pool, actor: Actor, round_id: uuid.UUID, form: FormReader) -> Notice:
    said_by_person = form.values.get
    match said_by_person("action"):
        case "reveal":
            await lottery.reveal(pool, actor, round_id)
            return "lottery_revealed"
        case "witness":
            brought = Witness(
                public_text=said_by_person("public_text", ""),
                source=said_by_person("source", ""),
                witness=said_by_person("witness", ""),
            )
            await lottery.witness(pool, actor, round_id, brought)
            return "lottery_witnessed"
        case "commit":
            asked = Commit(secret=said_by_person("secret", ""), reason=said_by_person("reason", ""))
            await lottery.commit(pool, actor, round_id, asked)
            return "lottery_committed"
    raise Unusable({"action": "not_a_choice"})


@get("/rounds/{round_id:uuid}/lottery/record")
async def lottery_record_page(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Html:
    """The record, to print."""
    return show(
        request,
        LotteryRecordPage(
            record=await lottery_record.record(pool, actor, round_id),
            round=await rounds.get_round(pool, actor, round_id),
            tabs=tabs_of(actor, round_id, "lottery"),
            public_address=_public_address(request, round_id),
        ),
    )


@get("/rounds/{round_id:uuid}/lottery/record.pdf")
async def lottery_record_file(
    request: AnyRequest, pool: NamedDependency[Pool], actor: NamedDependency[Actor], round_id: FromPath[uuid.UUID]
) -> Response[bytes]:
    """The record as a PDF. That somebody took it along is recorded: it has student numbers in it."""
    record = await lottery_record.record(pool, actor, round_id, taken_along=True)
    address = _public_address(request, round_id)
    return hand_over(await asyncio.to_thread(record_as_pdf, record, actor.language, address))


@get("/lottery/{round_id:uuid}")
async def public_lottery_page(request: AnyRequest, pool: NamedDependency[Pool], round_id: FromPath[uuid.UUID]) -> Html:
    """The lottery for anybody, without signing in."""
    return show(request, await _public(request, pool, round_id))


@post("/lottery/{round_id:uuid}")
async def draw_ticket(request: AnyRequest, pool: NamedDependency[Pool], round_id: FromPath[uuid.UUID]) -> Html:
    """The draw of a student number. It is posted, so that it stands in no address and no log; nothing is kept."""
    form = await read_form(request)
    page = await _public(request, pool, round_id)
    typed = form.values.get("student_number", "")
    page = msgspec.structs.replace(page, student_number=typed[: lottery_record.LONGEST_NUMBER])
    drawable = lottery_record.newest_revealed(page.found)
    try:
        if drawable is None:
            raise Conflict("lottery_sealed")
        drawn = lottery_record.ticket(drawable, typed)
    except (Unusable, Conflict) as refused:
        page = msgspec.structs.replace(page, faults=faults_of(refused), refusal=said(request, refused))
        return show(request, page, status=409 if isinstance(refused, Conflict) else 422)
    return show(request, msgspec.structs.replace(page, ticket=drawn))


async def _lottery(request: AnyRequest, pool: Pool, actor: Actor, round_id: uuid.UUID) -> LotteryPage:
    found = await lottery.get_lottery(pool, actor, round_id)
    return LotteryPage(
        round=await rounds.get_round(pool, actor, round_id),
        tabs=tabs_of(actor, round_id, "lottery"),
        lottery=found.current,
        replaced=found.replaced,
        public_address=_public_address(request, round_id),
        notice=notice_of(request.query_params.get("done")),
    )


async def _public(request: AnyRequest, pool: Pool, round_id: uuid.UUID) -> PublicLotteryPage:
    if settings_of(request).requests_per_minute:
        await spend(pool, f"public:{client_address(request)}", limit=PUBLIC_LIMIT, window_seconds=60)
    found = await lottery_record.public(pool, round_id)
    return PublicLotteryPage(
        round_id=round_id,
        found=found,
        can_draw=lottery_record.newest_revealed(found) is not None,
        command=_command(found.lotteries[0]),
    )


def _command(shown: PublicLottery) -> str:
    """What somebody types to check the seed himself; empty until it is revealed."""
    if shown.salt is None or shown.secret is None:
        return ""
    words = ["--sha256", shown.commitment_sha256, "--salt", shown.salt, "--secret", shown.secret]
    words += ["--public", shown.public_text] if shown.public_text else []
    words += ["--seed", shown.seed] if shown.seed else []
    return shlex.join(["stagekans", "lottery", "check", *words])


def _public_address(request: AnyRequest, round_id: uuid.UUID) -> str:
    return f"{settings_of(request).public_url.rstrip('/')}/lottery/{round_id}"


HANDLERS = (lottery_page, take_step, lottery_record_page, lottery_record_file, public_lottery_page, draw_ticket)
