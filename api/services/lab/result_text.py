"""A result in words: the same sections on the page and in the paper.

The words are those of DESIGN.md §5.8: a difference in positive answers, never "discrimination by" somebody, and no
count of incidents. Counts that are hidden stay hidden everywhere, and so does every rate that would give one away.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from babel.numbers import format_decimal

from api.catalogue import Language
from api.messages.lab.results import AnalysisDocument
from api.services.lab.protocol_paper import PaperChart, PaperTable
from api.services.lab.result_charts import Bar, Span, callback_bars, forest
from api.services.lab.result_words import ResultWords, ToldSection
from testing_lab.registered.answers import Answer
from testing_lab.registered.document import StudyResult
from testing_lab.registered.secondary import of_subgroup
from testing_lab.registered.small_cells import K, value_at
from testing_lab.registered.small_estimates import Exactness, exactness, outward


class Teller(ResultWords):
    """Tells the result of a study with letters."""

    def __init__(self, document: AnalysisDocument, result: StudyResult, language: Language) -> None:
        super().__init__(document, language)
        self.result = result

    def who(self) -> tuple[str, str]:
        """What both applicants are, in the words of the protocol."""
        trait = next(iter(self.document.protocol.question.traits), None)
        majority = trait.majority if trait and trait.majority else self.t("majority")
        minority = trait.minority if trait and trait.minority else self.t("minority")
        return majority, minority

    @property
    def paired(self) -> bool:
        """Two applications to each vacancy, of which one counts as the pair."""
        return self.result.table is not None

    @cached_property
    def exact(self) -> Exactness:
        """How exactly differences may be told."""
        return exactness(self.result)

    def positives(self) -> tuple[int | None, int | None]:
        """Positive answers of both, where both may be told: one of them and the difference give the other."""
        shown = self.result.shown
        where = [{"majority": "yes"}, {"minority": "yes"}]
        if not self.paired:
            where = [{"applicant": who, "answer": "yes"} for who in ("majority", "minority")]
        x1, x2 = (value_at(shown, **one) for one in where)
        return (None, None) if x1 is None or x2 is None else (x1, x2)

    def four(self) -> dict[str, int | None]:
        """The four counts of all pairs, where all may be told."""
        shown = self.result.shown
        told = {
            "both": value_at(shown, majority="yes", minority="yes"),
            "only_majority": value_at(shown, majority="yes", minority="no"),
            "only_minority": value_at(shown, majority="no", minority="yes"),
            "neither": value_at(shown, majority="no", minority="no"),
        }
        return told if self.exact.whole else dict.fromkeys(told)

    # -- sections ------------------------------------------------------------------------------------------------------

    def headline(self) -> tuple[str, ...]:
        """The answer in a few sentences, and what it does not say."""
        result = self.result
        majority, minority = self.who()
        x1, x2 = self.positives()
        said = []
        if x1 is not None and x2 is not None:
            message = "rates-paired" if self.paired else "rates-groups"
            facts = {
                "majority": majority, "minority": minority, "x1": self.count(x1), "x2": self.count(x2),
                "n1": self.count(result.groups.majority), "n2": self.count(result.groups.minority),
                "share1": self.share(x1 / result.groups.majority), "share2": self.share(x2 / result.groups.minority),
            }  # fmt: skip
            said.append(self.t(message, **facts))
        said.append(self._difference(hidden=x1 is None))
        verdict = {True: "rejects", False: "does-not-reject", None: "no-decision"}[result.rejects]
        facts = {
            "test": self.method(result.primary.method),
            "alpha": format_decimal(result.alpha, locale=self.language),
        }
        if self.exact.whole or result.rejects is None:
            said.append(self.t(verdict, p=self.p_said(result.primary.p_value), **facts))
        else:
            said.append(self.t(f"{verdict}-small", k=K, **facts))
        said.append(self.t("what-it-does-not-say"))
        return tuple(said)

    def _difference(self, *, hidden: bool) -> str:
        """The difference of all; rounded with its interval, or alone, where counts are ``hidden``."""
        one, step = self.result.difference, self.exact.step
        estimate = one.estimate
        if step is None:
            return (
                self.t("difference-hidden", k=K)
                if hidden
                else self.t("difference-alone", points=self.share(estimate, points=True), k=K)
            )
        facts = {"confidence": format_decimal(100 * self.result.confidence, locale=self.language)}
        if step == 0.0:
            lower, upper, message = one.lower, one.upper, "difference"
        else:
            (lower, upper), message = outward(one.lower, one.upper, step), "difference-rounded"
            facts |= {"step": self.share(step, points=True), "k": str(K)}
            if hidden and isinstance(estimate, float):
                estimate = round(estimate / step) * step
        return self.t(message, points=self.share(estimate, points=True), lower=self.share(lower, points=True),
                      upper=self.share(upper, points=True), **facts)  # fmt: skip

    def sections(self) -> tuple[ToldSection, ...]:
        """Everything else, in the order of reading."""
        found = [
            self.section("counts", tuple(self._counts())),
            self.section("rates", tuple(self._rates())),
            self.section("parts", tuple(self._parts())),
            self.section("family", self.family(self.result.secondary, self.result.correction)),
            self.section("stages", tuple(self._stages())),
            self.section("warnings", tuple(self._warnings())),
            self.section("sensitivity", tuple(self._sensitivity()), folded=True),
        ]
        return tuple(one for one in found if one.parts)

    def _counts(self) -> Iterator[str | PaperTable | PaperChart]:
        result = self.result
        lost, names = result.lost, self.who()
        yield self.t("sent", sent=lost.sent, analysed=lost.analysed, unsent=self.document.unsent)
        rows = []
        bars = []
        for name, n, x in zip(
            names, (result.groups.majority, result.groups.minority), self.positives(), strict=True
        ):  # fmt: skip
            share = None if x is None or n == 0 else x / n
            rows.append((name, self.count(x), self.count(n), self.share(share)))
            if share is not None:
                bars.append(Bar(name=name, share=share, said=self.share(share)))
        head = (self.t("applicant"), self.t("positive"), self.t("of"), self.t("share"))
        yield PaperTable(caption=self.t("positive-caption"), head=head, rows=tuple(rows), numeric=frozenset({1, 2, 3}))
        if len(bars) == 2:
            alt = ". ".join(f"{bar.name}: {bar.said}" for bar in bars) + "."
            yield PaperChart(caption=self.t("bars-caption"), svg=callback_bars(bars), alt=alt)
        if self.paired:
            table = tuple((self.t(f"cell-{name.replace('_', '-')}"), self.count(n)) for name, n in self.four().items())
            four = (self.t("pairs"), self.t("number"))
            yield PaperTable(caption=self.t("pairs-caption"), head=four, rows=table, numeric=frozenset({1}))
        yield self.rule()

    def _rates(self) -> Iterator[str | PaperTable | PaperChart]:
        """With a hidden count, only the difference of all pairs: the other rates would give it away."""
        whole = self.exact.whole
        rows = []
        for rate in self.result.rates:
            ratio = rate.name.startswith("callback_ratio")
            told = whole or (rate.name == "net_all_pairs" and None not in self.positives())
            value = "–" if rate.value is None else self.times(rate.value) if ratio else self.share(rate.value)
            rows.append(
                (
                    self.t(f"rate-{rate.name.replace('_', '-')}") + (f" ({self.t('registered')})" * rate.registered),
                    value if told else self.t("hidden"),
                    self.t(f"counted-{rate.counted.replace('_', '-')}"),
                    self.count(rate.number if told else None),
                )
            )
        head = (self.t("rate"), self.t("value"), self.t("divided-by"), self.t("number"))
        yield PaperTable(caption=self.t("rates-caption"), head=head, rows=tuple(rows), numeric=frozenset({1, 3}))
        for one, message in ((self.result.ratio, "ratio"), (self.result.odds_ratio, "odds-ratio")):
            if one is not None and one.estimate is not None and whole:
                yield self.t(message, value=self.times(one.estimate), lower=self.times(one.lower),
                             upper=self.times(one.upper), method=self.method(one.method))  # fmt: skip

    def _parts(self) -> Iterator[str | PaperTable | PaperChart]:
        result = self.result
        for split in result.splits:
            if split.reason:
                yield self.t(f"split-{split.reason.replace('_', '-')}", by=self.t(f"by-{split.by.replace('_', '-')}"))
            elif split.by != result.shown_by:
                yield self.t("split-hidden", by=self.t(f"by-{split.by.replace('_', '-')}"))
            else:
                yield from self._split()

    def _split(self) -> Iterator[str | PaperTable | PaperChart]:
        result = self.result
        split = next(one for one in result.splits if one.by == result.shown_by)
        rows, spans = [], []
        for part in split.parts:
            step = self.exact.parts[part.name]
            n = value_at(result.shown, part=part.name)
            x1 = value_at(result.shown, part=part.name, majority="yes")
            x2 = value_at(result.shown, part=part.name, minority="yes")
            told = part.difference if None not in (n, x1, x2) else None
            name = part.name or self.t("part-unknown")
            rows.append((name, self.count(n), self.count(x1), self.count(x2), self._interval(told, step)))
            if told is not None and (span := self._span(name, told, step)):
                spans.append(span)
        by = self.t(f"by-{split.by.replace('_', '-')}")
        majority, minority = self.who()
        head = (by, self.t("pairs"), majority, minority, self.t("difference-head"))
        yield PaperTable(
            caption=self.t("parts-caption", by=by), head=head, rows=tuple(rows), numeric=frozenset({1, 2, 3, 4})
        )
        whole = self._span(self.t("all"), result.difference, self.exact.step, whole=True)
        if spans and whole:
            alt = " ".join(f"{span.name}: {span.said}." for span in (*spans, whole))
            yield PaperChart(caption=self.t("forest-caption", by=by), svg=forest((*spans, whole)), alt=alt)
        if not self.exact.everything:
            yield self.t("parts-rounded", k=K)
        if split.homogeneity_p is not None and self.exact.everything:
            yield self.t("homogeneity", p=self.p_said(split.homogeneity_p))
        yield self.rule()

    def _interval(self, one: Answer | None, step: float | None) -> str:
        if one is None:
            return self.t("hidden")
        if step is None:
            return self.share(one.estimate, points=True)
        lower, upper = outward(one.lower, one.upper, step) if step else (one.lower, one.upper)
        return self.t("interval", estimate=self.share(one.estimate, points=True),
                      lower=self.share(lower, points=True), upper=self.share(upper, points=True))  # fmt: skip

    def _span(self, name: str, one: Answer, step: float | None, *, whole: bool = False) -> Span | None:
        if step is None or (whole and None in self.positives()):
            return None
        lower, upper = outward(one.lower, one.upper, step) if step else (one.lower, one.upper)
        if not (isinstance(one.estimate, float) and isinstance(lower, float) and isinstance(upper, float)):
            return None
        return Span(name=name, estimate=one.estimate, lower=lower, upper=upper, said=self._interval(one, step),
                    whole=whole)  # fmt: skip

    def may_tell(self, subgroup: str) -> bool:
        """Of all, where all counts may be told; of a part that is shown, where those of every part may."""
        if not subgroup.strip():
            return self.exact.whole
        if not self.exact.everything or not self.result.shown_by:
            return False
        chosen = of_subgroup(subgroup, self.document.applications)
        parts = {one.strata.get(self.result.shown_by) for one in chosen}
        return len(parts) == 1 and len(chosen) == sum(
            one.strata.get(self.result.shown_by) in parts for one in self.document.applications
        )

    def _stages(self) -> Iterator[str | PaperTable | PaperChart]:
        stages = self.result.stages
        if stages is None:
            return
        counts = [n for one in stages.stages for n in (one.favour_majority, one.favour_minority)]
        if any(n < K for n in counts) or stages.usable_tests < K:
            yield self.t("stages-hidden", k=K)
            return
        rows = tuple(
            (self.t(f"stage-{one.stage.replace('_', '-')}"), self.count(one.favour_majority),
             self.count(one.favour_minority), self.share(one.rate))
            for one in stages.stages
        )  # fmt: skip
        majority, minority = self.who()
        head = (self.t("stage"), majority, minority, self.t("net-rate"))
        caption = self.t("stages-caption", usable=self.count(stages.usable_tests))
        yield PaperTable(caption=caption, head=head, rows=rows, numeric=frozenset({1, 2, 3}))
        yield self.t("stages-net", rate=self.share(stages.net_rate), usable=self.count(stages.usable_tests))

    def _warnings(self) -> Iterator[str | PaperTable | PaperChart]:
        order = self.result.order
        if order is not None and self.exact.whole:
            yield self.t("order", balance=self.p_said(order.balance_p), order=self.p_said(order.order_p))
        for one in self.result.warnings:
            yield self.t(f"warning-{one.code.replace('_', '-')}")
        if not self.result.warnings:
            yield self.t("no-warnings")

    def _sensitivity(self) -> Iterator[str | PaperTable | PaperChart]:
        if not self.exact.whole:
            yield self.t("sensitivity-hidden")
            return
        rows = []
        for one in self.result.sensitivity:
            ratio = one.method.startswith(("rr_", "or_"))
            said = self.times if ratio else self.share
            bounds = "–" if one.lower is None else f"{said(one.lower)} – {said(one.upper)}"
            rows.append((self.method(one.method), said(one.estimate), bounds, self.p(one.p_value)))
        head = (self.t("method"), self.t("value"), self.t("interval-head"), self.t("p"))
        yield PaperTable(caption=self.t("sensitivity-caption"), head=head, rows=tuple(rows), numeric=frozenset({1, 3}))
