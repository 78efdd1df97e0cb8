"""Something that may not happen now: its code, and the facts for a text in the reader's language."""

from __future__ import annotations

from testing_lab.faults import LabFault


class NotAllowed(LabFault):
    """The state of the study or of the dispatch forbids this.

    The catalogue has it as ``lab-not-allowed-<reason>``. The facts ``state``, ``step`` and ``action`` are codes with
    texts of their own: ``lab-study-state-…``, ``lab-dispatch-step-…`` and so on.
    """

    code = "not_allowed"

    def __init__(self, reason: str, **facts: str | float | None) -> None:
        told = ", ".join(f"{name} = {value}" for name, value in facts.items())
        super().__init__(f"{reason}" + (f" ({told})" if told else ""), **facts)
        self.reason = reason
