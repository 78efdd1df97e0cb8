"""What one rule less would give a student without a place, worked out by leaving that rule out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from matching.result import Counterfactual
from matching.verify.rules import broken_by_kind, broken_by_person
from matching.verify.worth import minutes_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matching.instance import Student
    from matching.policy import Policy
    from matching.result import PlaceThen, RuleCode
    from matching.verify.shortage import Walks
    from matching.verify.tables import Tables

#: The rules that can be left out, in the order in which they are told: (rule, the demands that it is about).
LEFT_OUT: tuple[tuple[RuleCode, Mapping[str, object]], ...] = (
    ("period", {"start_date": None, "end_date": None}),
    ("days", {"days": (), "days_per_week": None}),
    ("travel", {"max_travel_minutes": None}),
    ("support", {"support_needs": ()}),
    ("forbidden", {"forbidden_offers": ()}),
    ("not_named", {"only_preferences": False}),
)


def promises(tables: Tables, policy: Policy) -> bool:
    """Whether whoever can be placed in addition is placed: that goal is the first, and all rules are of the network."""
    if policy.goals[0] != "placed" or policy.rematch is not None:
        return False
    if "group_gap" in policy.goals and policy.group_gap.price > 0:
        return False
    if any(student.together_with for student in tables.students):
        return False
    return all(
        not offer.reserves and not offer.maximum_share and offer.minimum == 0 and offer.shared_capacity is None
        for offer in tables.offers
    )


class Otherwise:
    """Answers for one student after the other."""

    def __init__(self, tables: Tables, walks: Walks, *, promised: bool) -> None:
        self.tables, self.walks, self.promised = tables, walks, promised
        self.of_kind: dict[tuple[object, ...], list[tuple[int, RuleCode | None]]] = {}

    def of(self, index: int, student: Student, removed: Mapping[str, int]) -> tuple[Counterfactual, ...]:
        """An entry for each rule of ``LEFT_OUT`` that took something."""
        kept_by = self._kept_by(student)
        told: list[Counterfactual] = []
        for rule, _ in LEFT_OUT:
            if removed.get(rule) and rule == "travel":
                told += self._travel(index, student, kept_by[rule])
            elif removed.get(rule):
                told.append(Counterfactual(rule=rule, offers=len(kept_by[rule]), place=self._place(kept_by[rule])))
        return tuple(told)

    def _kept_by(self, student: Student) -> dict[RuleCode, list[int]]:
        """For each rule the offers with places that are possible once it is left out, and not before."""
        kind = self.tables.kind_of(student)
        if kind not in self.of_kind:
            self.of_kind[kind] = self._candidates(student)
        without = {rule: replace(student, **demands) for rule, demands in LEFT_OUT}
        kept_by: dict[RuleCode, list[int]] = {rule: [] for rule, _ in LEFT_OUT}
        for o, by_kind in self.of_kind[kind]:
            offer = self.tables.offers[o]
            minutes = minutes_of(self.tables, student, offer)
            by_person = broken_by_person(student, offer, minutes)
            if by_person is None:
                if by_kind is not None:
                    kept_by[by_kind].append(o)
            elif by_kind is None and broken_by_person(without[by_person], offer, minutes) is None:
                kept_by[by_person].append(o)
        return kept_by

    def _candidates(self, student: Student) -> list[tuple[int, RuleCode | None]]:
        """Offers with places that programme and time leave, or leave once one rule about time is left out."""
        accepted = self.tables.accepted_crebos[student.crebo]
        without = {rule: replace(student, **demands) for rule, demands in LEFT_OUT}
        found: list[tuple[int, RuleCode | None]] = []
        for o, offer in enumerate(self.tables.offers):
            if offer.places > 0:
                rule = broken_by_kind(student, offer, accepted)
                if rule is None or (rule in without and broken_by_kind(without[rule], offer, accepted) is None):
                    found.append((o, rule))
        return found

    def _place(self, offers: list[int]) -> PlaceThen:
        if any(o in self.walks.roomy for o in offers):
            return "certain" if self.promised else "depends"
        others = (s for o in offers for s in self.walks.at[o])
        return "depends" if any(self.tables.students[s].locked_offer is None for s in others) else "no"

    def _travel(self, index: int, student: Student, offers: list[int]) -> list[Counterfactual]:
        """With the fewest more minutes that give an offer, and with the fewest that give a certain place.

        The points of the offers that he had change as well, so somebody may give way there too.
        """
        had = self.walks.useful[index]
        most = student.max_travel_minutes or 0
        extra = {o: (minutes_of(self.tables, student, self.tables.offers[o]) or 0) - most for o in offers}
        if not extra:
            return [Counterfactual(rule="travel", offers=0, place=self._place(had))]
        steps = {min(extra.values())}
        if self.promised:
            steps.update(sorted(minutes for o, minutes in extra.items() if o in self.walks.roomy)[:1])
        told = []
        for minutes in sorted(steps):
            near = [o for o in offers if extra[o] <= minutes]
            told.append(Counterfactual(rule="travel", offers=len(near), place=self._place(near + had), minutes=minutes))
        return told
