"""Shares, counts and p-values of a result in words: what every kind of study tells alike."""

from __future__ import annotations

from typing import Final

import msgspec
from babel.numbers import format_decimal

from api.catalogue import Language, has, text
from api.messages.lab.results import AnalysisDocument
from api.services.lab.protocol_paper import PaperChart, PaperTable
from testing_lab.disclosure.suppressed_tables import RULE_VERSION
from testing_lab.registered.answers import Number
from testing_lab.registered.document import SecondaryAnswer
from testing_lab.registered.small_cells import K

_SMALLEST_P: Final = 0.001


class ToldSection(msgspec.Struct, frozen=True, kw_only=True):
    """A heading and what stands under it. ``folded``: a page may fold it away."""

    name: str
    title: str
    parts: tuple[str | PaperTable | PaperChart, ...]
    folded: bool = False


class ResultWords:
    """How one stored result is told in one language, whatever was done in the study."""

    def __init__(self, document: AnalysisDocument, language: Language) -> None:
        self.document = document
        self.language: Language = language

    def t(self, message: str, **facts: object) -> str:
        """A text of this room."""
        return text(self.language, f"lab-result-{message}", **facts)

    def share(self, value: Number, *, points: bool = False) -> str:
        """A share as a percentage, or a difference of shares in percentage points."""
        if value is None or isinstance(value, str):
            return "–"
        said = format_decimal(round(100 * value, 1), format="#,##0.0", locale=self.language)
        return said if points else f"{said} %"

    def times(self, value: Number) -> str:
        """A ratio."""
        if value is None or isinstance(value, str):
            return "∞" if value == "inf" else "–"
        return str(format_decimal(round(value, 2), format="#,##0.00", locale=self.language))

    def p(self, value: Number) -> str:
        """A p-value in three decimals."""
        if value is None or isinstance(value, str):
            return "–"
        if value < _SMALLEST_P:
            return f"< {format_decimal(_SMALLEST_P, locale=self.language)}"
        return str(format_decimal(round(value, 3), format="0.000", locale=self.language))

    def p_said(self, value: Number) -> str:
        """The same in a sentence, after the letter p."""
        said = self.p(value)
        return said if said.startswith("<") else f"= {said}"

    def under(self, value: Number) -> str:
        """Whether a p-value is under the limit of the plan, where the value itself stays hidden."""
        alpha = self.document.protocol.sampling.alpha
        under = isinstance(value, float) and value < alpha
        return self.t("under" if under else "not-under", alpha=format_decimal(alpha, locale=self.language))

    def count(self, value: int | None) -> str:
        """A count, or the one mark for every count that is hidden."""
        return self.t("hidden") if value is None else str(format_decimal(value, locale=self.language))

    def method(self, name: str) -> str:
        """What people call a method; its own name where it has no other."""
        message = f"lab-method-{name.replace('_', '-')}"
        return text(self.language, message) if has(self.language, message) else name

    def rule(self) -> str:
        """By which rule small counts are hidden."""
        return self.t("small-rule", k=K, version=RULE_VERSION)

    def section(
        self, name: str, parts: tuple[str | PaperTable | PaperChart, ...], *, folded: bool = False
    ) -> ToldSection:
        """A section under its own title."""
        return ToldSection(name=name, title=self.t(f"title-{name}"), parts=parts, folded=folded)

    def may_tell(self, subgroup: str) -> bool:  # noqa: ARG002  # what a kind of study may not tell it says itself
        """Whether anything exact about a subgroup gives no small count away."""
        return True

    def family(
        self, secondary: tuple[SecondaryAnswer, ...], correction: str | None
    ) -> tuple[str | PaperTable | PaperChart, ...]:
        """The further tests of the plan, corrected together; nothing where it has none.

        A p-value that would give a small count away is told as under the limit, or not.
        """
        if not secondary:
            return ()
        rows = []
        for one in secondary:
            tested = self.method(one.test)
            if one.reason:
                rows.append((one.name, tested, self.t(f"reason-{one.reason.replace('_', '-')}"), "–"))
            elif self.may_tell(one.subgroup):
                rows.append((one.name, tested, self.p(one.p_value), self.p(one.adjusted)))
            else:
                rows.append(
                    (
                        one.name,
                        tested,
                        self.t("hidden"),
                        self.under(one.p_value if one.adjusted is None else one.adjusted),
                    )
                )
        head = (self.t("test"), self.t("method"), self.t("p"), self.t("p-corrected"))
        how = self.t(f"correction-{correction or 'none'}")
        table = PaperTable(caption=how, head=head, rows=tuple(rows), numeric=frozenset({2, 3}))
        return table, self.t("family-explained")
