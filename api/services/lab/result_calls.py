"""The result of mystery calls in words: how many went along, of which calls, and what each of them said.

"Going along" is what the plan counts so; it is no judgement on a company. Counts that are hidden stay hidden
everywhere, and so does every share that would give one away.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from babel.numbers import format_decimal

from api.catalogue import Language, text
from api.messages.lab.results import AnalysisDocument
from api.services.lab.protocol_paper import PaperChart, PaperTable
from api.services.lab.result_charts import Bar, callback_bars
from api.services.lab.result_words import ResultWords, ToldSection
from testing_lab.registered.document import CallPart, CallsResult
from testing_lab.registered.small_cells import K, value_at

_NUMBERS: Final = frozenset({1, 2, 3})


class CallTeller(ResultWords):
    """Tells the result of a study with mystery calls."""

    def __init__(self, document: AnalysisDocument, result: CallsResult, language: Language) -> None:
        super().__init__(document, language)
        self.result = result

    def code(self, code: str) -> str:
        """What people call an outcome."""
        return text(self.language, f"lab-choice-{code.replace('_', '-')}")

    @property
    def whole(self) -> bool:
        """No outcome is hidden: then nothing can be worked out that the counts do not say."""
        return all(value_at(self.result.shown, code=one.code) == one.calls for one in self.result.outcomes)

    @property
    def main_told(self) -> bool:
        """Whether the registered share may be told: it is a count and what that is of."""
        along = value_at(self.result.shown, along="yes")
        return along is not None and (self.result.denominator == "valid_calls" or self.whole)

    def headline(self) -> tuple[str, ...]:
        """The answer in a few sentences, and what it does not say."""
        result = self.result
        asked = next(iter(self.document.protocol.question.traits), None)
        said = [self.t("calls-asked", minority=asked.minority if asked else "", valid=result.valid)]
        main = result.main
        if main is None:
            said.append(self.t("calls-none-decided"))
        elif self.main_told:
            confidence = format_decimal(100 * result.confidence, locale=self.language)
            said.append(
                self.t("calls-main", calls=self.count(main.calls), of=self.count(main.of), share=self.share(main.share),
                       lower=self.share(main.lower), upper=self.share(main.upper), confidence=confidence)
            )  # fmt: skip
        else:
            said.append(self.t("calls-main-hidden", k=K))
        said.append(self.t("calls-counts-as", codes=", ".join(self.code(one) for one in result.positive)))
        said.append(self.t("calls-what-it-does-not-say"))
        return tuple(said)

    def sections(self) -> tuple[ToldSection, ...]:
        """Everything else, in the order of reading."""
        result = self.result
        found = [
            self.section("calls-outcomes", tuple(self._outcomes())),
            self.section("calls-readings", tuple(self._readings())),
            self.section("parts", tuple(self._parts())),
            self.section("family", self.family(result.secondary, result.correction)),
        ]
        return tuple(one for one in found if one.parts)

    def _outcomes(self) -> Iterator[str | PaperTable | PaperChart]:
        result = self.result
        aside = result.undeliverable + result.detected
        small = any(0 < one < K for one in (result.undeliverable, result.detected))
        yield self.t(
            "calls-made", made=result.made, valid=result.valid, aside=aside,
            undeliverable=self.t("hidden") if small else result.undeliverable,
            detected=self.t("hidden") if small else result.detected,
        )  # fmt: skip
        rows, bars = [], []
        for one in result.outcomes:
            calls = value_at(result.shown, code=one.code)
            told = calls is not None
            share = self.share(one.share) if told else self.t("hidden")
            rows.append(
                (
                    self.code(one.code), self.count(calls), share,
                    self._between(one.lower, one.upper) if told else "–",
                    self._between(one.together_lower, one.together_upper) if told else "–",
                )
            )  # fmt: skip
            if told:
                bars.append(Bar(name=self.code(one.code), share=one.share, said=share))
        head = (self.t("calls-outcome"), self.t("calls-number"), self.t("share"), self.t("calls-interval"),
                self.t("calls-together"))  # fmt: skip
        caption = self.t("calls-caption", valid=result.valid)
        yield PaperTable(caption=caption, head=head, rows=tuple(rows), numeric=frozenset({1, 2, 3, 4}))
        if len(bars) > 1:
            alt = ". ".join(f"{bar.name}: {bar.said}" for bar in bars) + "."
            yield PaperChart(caption=self.t("calls-bars"), svg=callback_bars(bars), alt=alt)
        yield self.rule()

    def _readings(self) -> Iterator[str | PaperTable | PaperChart]:
        if not self.whole:
            yield self.t("calls-readings-hidden")
            return
        rows = tuple(
            (self.t(f"calls-reading-{one.name.replace('_', '-')}"), self.t("calls-of", calls=one.calls, of=one.of),
             self.share(one.share), self._between(one.lower, one.upper))
            for one in self.result.readings
        )  # fmt: skip
        head = (self.t("calls-reading"), self.t("calls-number"), self.t("share"), self.t("calls-interval"))
        yield PaperTable(caption=self.t("calls-readings-caption"), head=head, rows=rows, numeric=_NUMBERS)

    def _parts(self) -> Iterator[str | PaperTable | PaperChart]:
        result = self.result
        for split in result.splits:
            by = self.t(f"by-{split.by.replace('_', '-')}")
            if split.reason:
                yield self.t(f"split-{split.reason.replace('_', '-')}", by=by)
            elif split.by != result.shown_by:
                yield self.t("split-hidden", by=by)
            else:
                rows = tuple(self._part(one) for one in split.parts)
                head = (by, self.t("calls-number"), self.t("share"), self.t("calls-interval"))
                yield PaperTable(caption=self.t("calls-parts-caption", by=by), head=head, rows=rows, numeric=_NUMBERS)
                yield self.rule()

    def _part(self, one: CallPart) -> tuple[str, ...]:
        shown = self.result.shown
        along, of = value_at(shown, part=one.name, along="yes"), value_at(shown, part=one.name)
        name = one.name or self.t("part-unknown")
        if along is None or of is None:
            return name, self.t("hidden"), self.t("hidden"), "–"
        told = self.t("calls-of", calls=one.calls, of=one.of)
        return name, told, self.share(one.share), self._between(one.lower, one.upper)

    def _between(self, lower: float, upper: float) -> str:
        return f"{self.share(lower)} – {self.share(upper)}"
