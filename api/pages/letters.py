"""The letter to a student, to read and to print."""

from __future__ import annotations

import uuid

from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath

from api.messages.accounts import Actor
from api.pages.answering import AnyRequest, Html, show
from api.pages.contexts.letters import LetterPage
from api.pages.tabs import tabs_of
from api.services import letters, outcomes, rounds, runs
from api.services.pool import Pool
from api.web.session import session_of


@get("/runs/{run_id:uuid}/letters/{student_number:path}")
async def letter_page(
    request: AnyRequest,
    pool: NamedDependency[Pool],
    actor: NamedDependency[Actor],
    run_id: FromPath[uuid.UUID],
    student_number: FromPath[str],
) -> Html:
    """Why this place, or why none yet, in words for the student."""
    outcome = await outcomes.get_outcome(pool, actor, run_id, student_number.removeprefix("/"))
    return show(
        request,
        LetterPage(
            round=await rounds.get_round(pool, actor, outcome.round_id),
            tabs=tabs_of(actor, outcome.round_id, "runs"),
            run=await runs.get_run(pool, actor, run_id),
            letter=letters.letter_of(outcome, session_of(request).language),
            name=outcome.row.name,
        ),
    )


HANDLERS = (letter_page,)
