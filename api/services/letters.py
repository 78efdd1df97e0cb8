"""The letter to a student, told from the same facts as the pages: kind, plain, and without what others may not know.

It speaks of the decision where there is one. What a person wrote as the reason stays in the file: it may name others.
"""

from __future__ import annotations

import uuid

from api.catalogue import Language, text
from api.messages.accounts import Actor
from api.messages.letters import LetterView
from api.messages.runs import OutcomeView
from api.services.otherwise_texts import otherwise_letter
from api.services.outcomes import get_outcome
from api.services.pool import Pool
from api.services.shortage_texts import joined
from matching.result import WishOutcome

#: Wishes that are answered one by one; the others are counted.
MOST_WISHES = 3


async def get_letter(
    pool: Pool, actor: Actor, run_id: uuid.UUID, student_number: str, language: Language
) -> LetterView:
    """The letter for one student.

    Raises
    ------
    NotFound, Conflict
        See :func:`api.services.outcomes.get_outcome`.
    """
    return letter_of(await get_outcome(pool, actor, run_id, student_number), language)


def letter_of(outcome: OutcomeView, language: Language) -> LetterView:
    """The letter that goes with an outcome."""
    writer = _Writer(outcome, language)
    return LetterView(
        run_id=outcome.run_id,
        student_number=outcome.row.student_number,
        title=writer.say("letter-title-placed" if writer.offer_id else "letter-title-none"),
        lines=tuple(line for line in writer.lines() if line),
        draft=outcome.decision is None,
    )


class _Writer:
    def __init__(self, outcome: OutcomeView, language: Language) -> None:
        self.outcome, self.facts, self.language = outcome, outcome.explanation, language
        decision = outcome.decision
        self.offer_id = outcome.row.offer_id if decision is None else decision.offer_id
        self.by_hand = decision is not None and decision.offer_id != self.facts.offer_id

    def say(self, message: str, **facts: object) -> str:
        return text(self.language, message, **facts)

    def name(self, offer_id: str) -> str:
        """The company, as a student knows it; the number of the offer where that is all there is."""
        return self.outcome.companies.get(offer_id) or offer_id

    def lines(self) -> list[str]:
        name = self.outcome.row.name
        greeting = self.say("letter-dear", name=name) if name else self.say("letter-dear-unknown")
        close = [self.say("letter-not-used"), self.say("letter-questions")]
        if self.by_hand:
            return [greeting, self.decided(), *close]
        middle = [self.looked(), *self.wishes(), self.settled()]
        if self.offer_id is None:
            middle += otherwise_letter(self.facts, self.language)
        return [greeting, self.decided(), *middle, *close]

    def decided(self) -> str:
        facts = self.facts
        if self.offer_id is None:
            return self.say("letter-none-by-hand" if self.by_hand else "letter-none")
        offer = self.name(self.offer_id)
        if self.by_hand:
            return self.say("letter-placed-by-hand", offer=offer)
        if facts.locked:
            said = self.say("letter-placed-locked", offer=offer)
        elif facts.rank is not None:
            choices = max([wish.rank for wish in facts.wishes], default=facts.rank)
            said = self.say("letter-placed-named", offer=offer, rank=facts.rank, choices=choices)
        else:
            said = self.say("letter-placed-not-named" if facts.wishes else "letter-placed-no-list", offer=offer)
        if facts.travel_minutes is None:
            return said
        return f"{said} {self.say('letter-minutes', minutes=facts.travel_minutes)}"

    def looked(self) -> str:
        """What fitted, and why there is no place where there is none."""
        facts = self.facts
        if facts.locked:
            return ""
        said = [self.say("letter-looked", offers=facts.offers, eligible=facts.eligible)]
        if facts.reason_code == "no_eligible_offer":
            taking = sorted((rule for rule, n in facts.removed.items() if n), key=lambda rule: -facts.removed[rule])
            rules = [self.say(f"rule-{_dashed(rule)}") for rule in taking[:2]]
            if rules:
                said.append(self.say("letter-why-no-eligible-offer", rules=joined(rules, self.language)))
        elif facts.bottleneck is not None:
            others, places = facts.bottleneck.students - 1, facts.bottleneck.places
            said.append(self.say("letter-why-more-students-than-places", others=others, places=places))
        elif facts.reason_code in ("no_places", "other_goal_first", "side_constraint"):
            said.append(self.say(f"letter-why-{_dashed(facts.reason_code)}"))
        return " ".join(said)

    def wishes(self) -> list[str]:
        facts = self.facts
        if facts.locked:
            return []
        better = [
            wish
            for wish in facts.wishes
            if wish.fate not in ("obtained", "not_needed") and (facts.rank is None or wish.rank < facts.rank)
        ]
        lines = [self.wish(wish) for wish in better[:MOST_WISHES]]
        if len(better) > MOST_WISHES:
            lines.append(self.say("letter-more-wishes", count=len(better) - MOST_WISHES))
        return lines

    def wish(self, wish: WishOutcome) -> str:
        offer = self.name(wish.offer_id)
        if wish.fate == "removed" and wish.rule is None:
            return self.say("letter-wish-removed-given", rank=wish.rank, offer=offer)
        if wish.fate == "removed":
            why = self.say(f"rule-said-{_dashed(wish.rule or '')}")
            return self.say("letter-wish-removed", rank=wish.rank, offer=offer, why=why)
        if wish.fate != "taken":
            return self.say(f"letter-wish-{_dashed(wish.fate)}", rank=wish.rank, offer=offer)
        said = self.say("letter-wish-taken", rank=wish.rank, offer=offer, students=wish.eligible, places=wish.places)
        return f"{said} {lots_text(wish, self.language)}".strip()

    def settled(self) -> str:
        facts = self.facts
        if facts.settled_by is None:
            return ""
        said = self.say(f"letter-settled-{_dashed(facts.settled_by)}", lot=facts.lot_number)
        if facts.settled_by == "lottery" and self.offer_id is None:
            return f"{said} {self.say('letter-lot-order')}"
        return said


def lots_text(wish: WishOutcome, language: Language) -> str:
    """Which lots got what was wished; empty where no lot decided."""
    if wish.lots is None:
        return ""
    lowest, highest = wish.lots
    if lowest == highest:
        return text(language, "tell-wish-lot", lot=lowest)
    return text(language, "tell-wish-lots", lowest=lowest, highest=highest)


def _dashed(code: str) -> str:
    return code.replace("_", "-")
