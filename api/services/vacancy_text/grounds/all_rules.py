"""All rules, and their version."""

from __future__ import annotations

from typing import Final

from api.services.vacancy_text.grounds.advice import ADVICE
from api.services.vacancy_text.grounds.age import AGE
from api.services.vacancy_text.grounds.origin import ORIGIN
from api.services.vacancy_text.grounds.religion_and_health import RELIGION_AND_HEALTH
from api.services.vacancy_text.grounds.sex import SEX
from api.services.vacancy_text.rules import Rule

#: Raised with every change of a rule or of the reading of context; it stands in every result.
RULES_VERSION: Final = "2026-12-01.1"
RULES: Final[tuple[Rule, ...]] = (*AGE, *SEX, *ORIGIN, *RELIGION_AND_HEALTH, *ADVICE)
BY_NAME: Final[dict[str, Rule]] = {rule.name: rule for rule in RULES}
