"""The fairness report as people read it: whole sentences, charts that stand on their own, nothing from elsewhere."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import msgspec
import pytest

from api.catalogue import Language, text
from api.pages.charts import MOST_ROWS, Dot, dots, steps
from api.pages.contexts.fairness import FairnessPage
from api.pages.fairness import charts_of, names_of
from api.pages.rendering import to_html
from tests.pages.fairness_samples import FAIRNESS, fairness_page
from tests.pages.samples import COORDINATOR, ROUND, SAMPLES, run_view

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def html(page: FairnessPage) -> str:
    return to_html(page, language="nl", csrf_token="x", actor=COORDINATOR, path="/x")


def plain(page: FairnessPage) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html(page)))


def test_it_says_what_the_figures_mean() -> None:
    told = plain(fairness_page(COORDINATOR, ROUND, run_view(), FAIRNESS))
    assert "Verschil: 20,0 procentpunt, tussen 3 (hoogste) en 2 (laagste)." in told
    assert (
        "Verschil: 55,0 procentpunt of meer, tussen Kok (25168) (hoogste) en Verzorgende-IG (25655) (laagste)." in told
    )
    assert "dan is het verschil 3,1 procentpunt. Dat kan voor 88 %" in told
    assert "95 % of meer" in told
    assert "Niet getoond" in told
    assert "Regel voor kleine aantallen, versie 1. Een groep van minder dan 10 studenten is verborgen." in told
    assert "Minder dan 10" in told
    assert "990 tot 1.010" in told
    assert "Keuze 2 tot en met 9" in told
    assert "Wij kunnen hier geen twee groepen vergelijken." in told


def test_prices_are_told_in_words() -> None:
    run = run_view()
    assert run.report is not None
    first, *later = run.report.goals
    priced = msgspec.structs.replace(first, price={"satisfaction": 4021})
    report = msgspec.structs.replace(run.report, goals=(priced, *later))
    told = plain(fairness_page(COORDINATOR, ROUND, msgspec.structs.replace(run, report=report), FAIRNESS))
    assert "4.021 punten minder" in told


def test_a_run_from_before_says_so() -> None:
    assert "gemaakt voordat wij dit rapport hadden" in plain(SAMPLES["fairness-none"])  # type: ignore[arg-type]  # a FairnessPage


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_are_pictures_without_anything_from_elsewhere(language: Language) -> None:
    by_grouping, profile, ways = charts_of(FAIRNESS, language, names_of(FAIRNESS, language, {}))
    assert sorted(by_grouping) == ["level", "programme"]
    assert profile is not None
    assert ways is not None
    for chart in (*by_grouping.values(), profile, ways):
        for svg, width in ((chart.wide, 640), (chart.narrow, 270)):
            root = ET.fromstring(svg)  # noqa: S314  # our own picture, and this proves that it is well-formed
            assert float(root.attrib["width"]) <= width
            assert root.attrib["aria-hidden"] == "true"
            assert not re.search(r"href|url\(|@import|style=|<style|<script|<image|\bid=|role=", svg)
            sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg)]
            assert min(sizes) >= 13
        assert chart.label.endswith(".")


def test_the_text_of_a_group_stays_text_in_a_chart() -> None:
    chart = dots([Dot(name="<script>alert(1)</script>", value=50.0)], "nl", title="x", label="y")
    assert chart is not None
    assert "<script" not in chart.wide
    assert "&lt;script" in chart.wide


def test_what_cannot_be_drawn_is_left_to_the_table() -> None:
    rows = [Dot(name=str(number), value=50.0) for number in range(MOST_ROWS + 1)]
    assert dots(rows, "nl", title="x", label="y") is None
    assert dots(rows[:-1], "nl", title="x", label="y") is not None
    assert dots([], "nl", title="x", label="y") is None
    assert steps([], "nl", title="x", below="x", label="y") is None


def test_numbers_in_charts_are_written_as_people_write_them() -> None:
    rows = [Dot(name="a", value=20_000.0), Dot(name="b", value=18_000.0, low=17_000.0, high=19_000.0)]
    dutch, english = (dots(rows, language, title="x", label="y") for language in LANGUAGES)
    assert dutch is not None
    assert english is not None
    assert "20.000" in dutch.wide
    assert "20,000" in english.wide


@pytest.mark.parametrize("language", LANGUAGES)
def test_known_groupings_have_names(language: Language) -> None:
    names = names_of(FAIRNESS, language, {"25655": "Verzorgende-IG"})
    assert names["level"] == text(language, "fairness-grouping-level")
    assert names["cohort"] == "cohort"
    assert names["programme|25655"] == "Verzorgende-IG (25655)"
    assert names["programme|25168"] == "25168"
