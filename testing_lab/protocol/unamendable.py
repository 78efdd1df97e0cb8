"""What no amendment changes, whatever its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from testing_lab.findings import Finding

if TYPE_CHECKING:
    from testing_lab.protocol.document import Protocol


def unamendable_findings(before: Protocol, after: Protocol, *, given: Collection[str]) -> Iterator[Finding]:
    """The kind of study, and the outcomes that coders have given.

    The plan, and what companies are owed, are of the kind that was registered. A code that is out of the list would
    count as no positive answer, whatever the list said of it when it was given.

    Parameters
    ----------
    before, after : Protocol
        As it stands, and as it is to be.
    given : collection of str
        Codes that coders have given by now.
    """
    if after.design.kind != before.design.kind:
        yield Finding(path="design.kind", code="kind_is_registered", facts={"kind": before.design.kind})
    left = {one.code for one in after.outcomes.codes}
    for code in sorted({*given} - left):
        yield Finding(path="outcomes.codes", code="outcome_was_given", facts={"outcome": code})
