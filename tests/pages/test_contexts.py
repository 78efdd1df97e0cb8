"""Every page has a typed context, every template names only what its context and the catalogue have."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import msgspec
import pytest
from jinja2 import nodes

from api.catalogue import Language, has
from api.pages.contexts.page import Page
from api.pages.rendering import ENVIRONMENT, to_html
from api.settings import Half
from tests.pages.samples import COORDINATOR, SAMPLES

TEMPLATES = (
    Path(ENVIRONMENT.loader.searchpath[0]) if isinstance(ENVIRONMENT.loader, jinja2.FileSystemLoader) else Path()
)
NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
LANGUAGES: tuple[Language, ...] = ("nl", "en")
#: Frames and parts have no context of their own: the pages that use them are rendered.
WITHOUT_CONTEXT = {
    "frame.html", "round_frame.html", "register_frame.html", "register_parts.html", "parts.html",
    "policy_parts.html", "policy_goals.html", "policy_weights.html",
    "policy_seed.html", "policy_kept.html", "lottery_part.html", "lottery_facts.html", "shortages.html",
    "lock_card.html", "change_card.html", "removals_card.html", "trade_off.html", "lab/study_frame.html",
    "lab/inputs.html", "lab/told.html",
}  # fmt: skip


def all_pages(kind: type[Page] = Page) -> set[type[Page]]:
    found = set(kind.__subclasses__())
    deeper = {below for one in found for below in all_pages(one)}
    return {one for one in found if hasattr(one, "template")} | deeper


def tree(name: str) -> nodes.Template:
    return ENVIRONMENT.parse((TEMPLATES / name).read_text("utf-8"))


def render(name: str, language: Language = "nl") -> str:
    actor = None if name.startswith("sign-in") else COORDINATOR
    half: Half = "lab" if SAMPLES[name].template.startswith("lab/") else "placing"
    return to_html(
        SAMPLES[name], language=language, csrf_token="a-token", actor=actor, path="/somewhere?a=1&b=2", half=half
    )


def test_every_template_has_one_context_and_every_context_a_sample() -> None:
    pages = all_pages()
    assert sorted(page.template for page in pages) == [name for name in NAMES if name not in WITHOUT_CONTEXT]
    assert {type(sample) for sample in SAMPLES.values()} == pages


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_renders_whole(name: str, language: Language) -> None:
    html = render(name, language)
    assert f'<html lang="{language}"' in html
    assert html.count("<h1") == 1
    assert html.rstrip().endswith("</html>")
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son\w+=", html), (
        "the CSP forbids inline style and script"
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_every_posting_form_carries_the_token(name: str) -> None:
    forms = re.findall(r'<form[^>]*method="post".*?</form>', render(name), flags=re.DOTALL)
    assert forms, "the language switch at least"
    assert all('name="_csrf_token" value="a-token"' in form for form in forms)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_id_is_used_once_and_every_reference_meets_one(name: str) -> None:
    html = render(name)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    wanted = re.findall(r'\s(?:for|aria-labelledby)="([^"]+)"', html)
    wanted += [one for several in re.findall(r'\saria-describedby="([^"]+)"', html) for one in several.split()]
    assert set(wanted) <= set(ids)


@pytest.mark.parametrize("page", sorted(all_pages(), key=lambda page: page.template), ids=lambda page: page.template)
def test_template_uses_every_field_and_no_other(page: type[Page]) -> None:
    used: set[str] = set()
    waiting, seen = [page.template], set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        parsed = tree(name)
        used |= {
            node.attr
            for node in parsed.find_all(nodes.Getattr)
            if isinstance(node.node, nodes.Name) and node.node.name == "page"
        }
        waiting += [
            node.template.value
            for node in parsed.find_all((nodes.Extends, nodes.Include))
            if isinstance(node.template, nodes.Const)
        ]
    fields = {field.name for field in msgspec.structs.fields(page)}
    assert used == fields


@pytest.mark.parametrize("name", NAMES)
def test_no_text_outside_the_catalogue(name: str) -> None:
    """Letters between tags, or in an attribute that people read, would be in one language only."""
    source = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", (TEMPLATES / name).read_text("utf-8"), flags=re.DOTALL)
    for attribute in re.findall(r'\s(?:alt|title|placeholder|aria-label|data-label)="([^"]*)"', source):
        assert not re.search(r"[A-Za-z]", attribute)
    between = re.sub(r'<[^>]*>|\s[a-z-]+="[^"]*"', " ", source).replace("Stagekans", "")
    assert not re.search(r"[A-Za-z]{2,}", between), between


@pytest.mark.parametrize("name", NAMES)
def test_every_message_of_a_template_exists(name: str) -> None:
    found = [
        call.args[0].value
        for call in tree(name).find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == "t" and isinstance(call.args[0], nodes.Const)
    ]
    missing = [message for message in found for language in LANGUAGES if not has(language, message)]
    assert not missing
    assert found or name in ("parts.html", "lab/told.html")


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_text(language: Language) -> None:
    hostile = msgspec.structs.replace(SAMPLES["student"].student, name="<script>alert(1)</script>")  # type: ignore[attr-defined]  # the sample is a StudentPage
    page = msgspec.structs.replace(SAMPLES["student"], student=hostile)
    html = to_html(page, language=language, csrf_token="t", actor=COORDINATOR, path="/")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


@pytest.mark.parametrize(
    ("sample", "told"),
    [
        ("result-rematch-solver", "so according to the solver"),
        ("result-rematch-open", "not proven that 14 places cannot stay, only that at least 11 cannot"),
    ],
)
def test_what_is_not_proven_of_a_rematch_stands_with_its_result(sample: str, told: str) -> None:
    assert told in render(sample, "en")
    assert told not in render("result", "en")


def test_what_is_left_to_look_at_is_the_next_thing_to_do() -> None:
    """Nothing can be accepted at once, but not everything has been decided."""
    page, sample = render("result-only-flagged", "en"), render("sample-flagged", "en")
    for html in (page, sample):
        assert "Every proposal with a place has been decided." not in html
        assert "flagged=yes&amp;decided=no#proposals" in html
    assert "Look at the proposal that changes" in page
    assert page.index('id="proposals"') < page.index('id="wishes"'), "what is to be decided comes before the figures"
    assert "sk-step--done" not in page.split("Accept the rest</strong>")[0].split("<li")[-1]
    assert "Every proposal with a place has been decided." in render("result-done", "en")
    assert "3 of them had something to check. You have looked at those yourself." in render("sample-complete", "en")


def test_beside_finished_points_no_page_says_that_nothing_is_finished() -> None:
    nothing, other = "No what-if question at this run is finished yet.", "no other what-if question is finished yet."
    for name in ("what-if-trade-off", "what-if-trade-off-empty"):
        html = render(name, "en")
        assert (nothing in html, other in html) == ((False, True) if name == "what-if-trade-off" else (True, False))
