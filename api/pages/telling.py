"""An explanation in at most five plain lines, built from facts only.

The lines go from what matters most to what matters least: the outcome, the offers that fit, the better wishes that
failed, the points, and last the lot and what a person should check. The same facts give the same lines.
"""

from __future__ import annotations

from collections.abc import Mapping

from api.catalogue import Language, text
from api.services.letters import lots_text
from api.services.shortage_texts import offer_name, openings_text
from matching.result import Explanation, WishOutcome

#: DESIGN.md §2 and the mission: "the explanation in at most five plain lines".
MOST_LINES = 5


def tell(explanation: Explanation, language: Language, companies: Mapping[str, str]) -> tuple[str, ...]:
    """At most five sentences or pairs of sentences. ``companies`` gives a name by offer id, where one is known."""
    teller = _Teller(explanation, language, companies)
    lines = (teller.outcome(), teller.fitting(), teller.wishes(), teller.points(), teller.last())
    return tuple(line for line in lines if line)[:MOST_LINES]


def removed_first(explanation: Explanation) -> tuple[tuple[str, int], ...]:
    """The rules that took offers away, the one that took most first."""
    return tuple(
        sorted(((rule, n) for rule, n in explanation.removed.items() if n), key=lambda item: (-item[1], item[0]))
    )


class _Teller:
    def __init__(self, facts: Explanation, language: Language, companies: Mapping[str, str]) -> None:
        self.facts = facts
        self.language = language
        self.companies = companies

    def say(self, message: str, **facts: object) -> str:
        return text(self.language, message, **facts)

    def offer(self, offer_id: str) -> str:
        """``Bakkerij De Molen (O17)``, or the id alone."""
        return offer_name(offer_id, self.companies)

    def outcome(self) -> str:
        facts = self.facts
        if facts.offer_id is None:
            return self.say(f"tell-unplaced-{_dashed(facts.reason_code or 'no_eligible_offer')}", **self.shortage())
        offer = self.offer(facts.offer_id)
        if facts.locked:
            return self.say("tell-placed-locked", offer=offer)
        if facts.rank is not None:
            choices = max([wish.rank for wish in facts.wishes], default=facts.rank)
            return self.say("tell-placed-named", offer=offer, rank=facts.rank, choices=choices)
        return self.say("tell-placed-not-named" if facts.wishes else "tell-placed-no-list", offer=offer)

    def shortage(self) -> dict[str, object]:
        bottleneck = self.facts.bottleneck
        if bottleneck is None:
            return {"students": 0, "places": 0, "crebos": "?"}
        shown = ", ".join(bottleneck.crebos[:3]) or "?"
        return {"students": bottleneck.students, "places": bottleneck.places, "crebos": shown}

    def fitting(self) -> str:
        facts = self.facts
        rules = [self.say(f"rule-{_dashed(rule)}") for rule, _ in removed_first(facts)[:2]]
        if not rules:
            return self.say("tell-fitting-all", eligible=facts.eligible)
        both = self.say("tell-and", first=rules[0], second=rules[1]) if len(rules) == 2 else rules[0]
        return self.say("tell-fitting", eligible=facts.eligible, offers=facts.offers, rules=both)

    def wishes(self) -> str:
        facts = self.facts
        if facts.locked:
            return ""
        better = [
            wish
            for wish in facts.wishes
            if wish.fate not in ("obtained", "not_needed") and (facts.rank is None or wish.rank < facts.rank)
        ]
        if not better:
            return self.say("tell-best-wish") if facts.rank == 1 else ""
        better.sort(key=lambda wish: wish.rank)
        lines = [self.wish(wish) for wish in better[:2]]
        if len(better) > len(lines):
            lines.append(self.say("tell-more-wishes", count=len(better) - len(lines)))
        return " ".join(lines)

    def wish(self, wish: WishOutcome) -> str:
        offer = self.offer(wish.offer_id)
        if wish.fate == "removed" and wish.rule is None:
            return self.say("tell-wish-removed-given", rank=wish.rank, offer=offer)
        if wish.fate == "removed":
            why = self.say(f"rule-said-{_dashed(wish.rule or '')}")
            return self.say("tell-wish-removed", rank=wish.rank, offer=offer, why=why)
        if wish.fate == "taken":
            full = self.say("tell-wish-taken", rank=wish.rank, offer=offer, students=wish.eligible, places=wish.places)
            return f"{full} {lots_text(wish, self.language)}".strip()
        return self.say(f"tell-wish-{_dashed(wish.fate)}", rank=wish.rank, offer=offer)

    def points(self) -> str:
        facts = self.facts
        if facts.offer_id is None or facts.utility is None:
            return ""
        minutes = self.say("tell-minutes", minutes=facts.travel_minutes) if facts.travel_minutes is not None else ""
        if facts.parts is None:
            said = self.say("tell-points", points=facts.utility)
        else:
            said = self.say(
                "tell-points-parts",
                points=facts.utility,
                preference=facts.parts.preference,
                travel=facts.parts.travel,
                learning=facts.parts.learning_wishes,
            )
        return f"{minutes} {said}".strip()

    def last(self) -> str:
        facts = self.facts
        said = [self.say("tell-lot-decided", lot=facts.lot_number)] if facts.lot_decided else []
        said += [self.say(f"tell-check-{_dashed(flag)}") for flag in facts.check]
        if facts.offer_id is None and facts.reason_code != "other_goal_first":
            said.append(self.help())
        return " ".join(said)

    def help(self) -> str:
        """What would open a place, as far as the facts say."""
        bottleneck = self.facts.bottleneck
        if bottleneck is not None and bottleneck.opens:
            return openings_text(bottleneck, self.language, self.companies)
        if self.facts.reason_code != "no_eligible_offer":
            return self.say("tell-help-place", crebos=self.shortage()["crebos"])
        open_rules = [
            rule for rule, _ in removed_first(self.facts) if rule not in {"crebo", "offer_status", "forbidden"}
        ]
        return self.say(f"tell-help-{_dashed(open_rules[0])}") if open_rules else self.say("tell-help-offer")


def _dashed(code: str) -> str:
    return code.replace("_", "-")
