"""How far the coders of a study agree beyond chance, over the letters that two of them have read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from api.messages.lab.coding import Agreement
from testing_lab.coding.codes import Code, counting
from testing_lab.coding.cohen_kappa import cohen_kappa
from testing_lab.coding.double_coding import double_coded
from testing_lab.coding.fleiss_kappa import fleiss_kappa

Both = tuple[Code, Code]


def agreement_of(
    letters: Iterable[tuple[Sequence[Code], int]], *, codes: Sequence[str], confidence: float
) -> Agreement | None:
    """Kappa with its interval; None before two have read a letter.

    ``letters``: the codes of each, and the replies that there are to read. ``codes``: those of the protocol.
    """
    both: list[Both] = []
    for given, replies in letters:
        fresh = counting(given, replies=replies)
        if "first" in fresh and "second" in fresh:
            both.append((fresh["first"], fresh["second"]))
    known = tuple(dict.fromkeys((*codes, *(one.outcome for pair in both for one in pair))))
    if not both or len(known) < 2:
        return None
    people = sorted({one.coder for pair in both for one in pair})
    answer = _cohen(both, people, known, confidence) if len(people) == 2 else _fleiss(both, known, confidence)
    return Agreement(
        method="cohen_kappa" if len(people) == 2 else "fleiss_kappa",
        letters=len(both),
        agreed=sum(one.outcome == other.outcome for one, other in both),
        estimate=answer[0], lower=answer[1], upper=answer[2], confidence=confidence,
    )  # fmt: skip


_Interval = tuple[float | None, float | None, float | None]


def _cohen(both: list[Both], people: list[str], codes: tuple[str, ...], confidence: float) -> _Interval:
    """Rows are one person, columns the other, whoever of them was first."""
    by_person = [{one.coder: one.outcome for one in pair} for pair in both]
    first, second = ([given[person] for given in by_person] for person in people)
    found = cohen_kappa(counts=double_coded(first=first, second=second, codes=codes), confidence=confidence)
    return found.estimate, found.lower, found.upper


def _fleiss(both: list[Both], codes: tuple[str, ...], confidence: float) -> _Interval:
    given = [[one.outcome for one in pair] for pair in both]
    found = fleiss_kappa(codings=[[said.count(code) for code in codes] for said in given], confidence=confidence)
    return found.estimate, found.lower, found.upper
