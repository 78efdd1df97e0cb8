"""A paired study entirely through the pages of the lab, from protocol to PDF, in a simulated field.

Two things happen beside the pages. The field is simulated: it knows what each company thinks, and reads the addresses
and the traits from the database to answer as companies would. And time passes: once the plan stands, its due times are
moved back so far that every letter has had its answer. Forms of which there are hundreds are sent by hand a few times,
and then from the same page by ``fetch``.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, BrowserContext

from api.services.pool import Pool
from tests.journeys import lab_study_design as design
from tests.journeys.lab_people import sign_in
from tests.journeys.lab_study import Study, new_context
from tests.journeys.lab_study_field import close_fieldwork, complain, read_answers, send_letters, withdraw
from tests.journeys.lab_study_results import code_replies, lock_and_count
from tests.journeys.people import look
from tests.journeys.simulated_field import truth_of

pytestmark = pytest.mark.browser


@pytest.fixture
async def lead(browser: Browser, lab_address: str) -> AsyncIterator[BrowserContext]:
    context = await new_context(browser, lab_address)
    yield context
    await context.close()


@pytest.mark.evidence
@pytest.mark.parametrize("pairs", [60, 300])
async def test_a_study_from_protocol_to_pdf(
    lead: BrowserContext, browser: Browser, lab_address: str, lab_pool: Pool, pairs: int
) -> None:
    page = await lead.new_page()
    study = Study(page, lab_pool, pairs)
    await sign_in(page, "lead")
    await look(page, "lab-01-studies-empty")
    await design.make(study)
    protocol = design.the_protocol(pairs)
    await design.write(study, protocol)
    await design.register(study, protocol)
    await design.import_frame(study)
    await design.choose_profiles(study)
    await design.draw_plan(study)
    letters = await send_letters(study)
    await read_answers(study, letters)
    await withdraw(study, letters)
    await complain(study, letters[0])
    await close_fieldwork(study)
    await code_replies(study, browser, lab_address)
    await lock_and_count(study, truth_of(letters))
