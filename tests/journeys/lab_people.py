"""What people of the lab do at a browser: sign in, fill in a protocol by typing, post many of the same form."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Page, expect

from api.pages.lab.protocol_form import Input, inputs_of
from testing_lab.protocol.document import Protocol
from tests.journeys.conftest import PASSWORD

#: Posts the forms one after another, as the buttons of the page would, with the token of the page; what came back.
_POST_ALL = """
async forms => {
  const token = document.querySelector('main input[name=_csrf_token]').value;
  const answers = [];
  for (const [address, fields] of forms) {
    const body = new URLSearchParams({_csrf_token: token, ...fields});
    const answer = await fetch(address, {method: 'POST', body, redirect: 'manual'});
    answers.push(answer.type === 'opaqueredirect' ? 303 : answer.status);
  }
  return answers;
}
"""


async def sign_in(page: Page, name: str) -> None:
    """Into the lab, in Dutch."""
    await page.goto("/")
    await page.get_by_label("Gebruikersnaam").fill(name)
    await page.get_by_label("Wachtwoord").fill(PASSWORD)
    await page.get_by_role("button", name="Meld mij aan").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Onderzoeken")


async def post_all(page: Page, forms: list[tuple[str, dict[str, str]]]) -> None:
    """Hundreds of the same form, from the page where the first was sent by hand; each must lead on."""
    answers: list[int] = await page.evaluate(_POST_ALL, forms)
    assert answers == [303] * len(forms)


async def type_part(page: Page, part: str, protocol: Protocol) -> None:
    """Fill in one part of the form as the document has it; tables get their lines first."""
    for one in inputs_of(part, protocol):
        if one.kind == "table" and one.name != "outcomes-codes":
            while await page.locator(f"#{one.name} .sk-line-of").count() < len(one.rows):
                await page.locator(f"button[name=more][value={one.name}]").click()
    for one in inputs_of(part, protocol):
        for cell in [cell for row in one.rows for cell in row] or [one]:
            await _type(page, cell)


async def _type(page: Page, one: Input) -> None:
    place = page.locator(f"form.sk-protocol [name='{one.name}']")
    match one.kind:
        case "table":
            return
        case "yes_no":
            await place.set_checked(one.value == "yes")
        case "many_choices":
            for box in await place.all():
                await box.set_checked(await box.get_attribute("value") in one.values)
        case _ if one.options:
            await place.select_option(one.value)
        case _:
            await place.fill(one.value)


async def text_of(page: Page, selector: str) -> str:
    """The words of a part of the page on one line."""
    return " ".join((await page.locator(selector).inner_text()).split())


def upload(name: str, content: bytes) -> Any:
    """A file as the browser's own dialogue hands it over."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}
