"""What can be wrong with a question to the lab.

LabFault                     nothing was computed; the message says why
├── ImpossibleInput          an argument that cannot be: which one, what is wrong, the facts
├── NotConverged             a search for a maximum or a root did not end; the facts say where it stood
└── NotAllowed               the state of a study or of a dispatch forbids it (testing_lab.fieldwork.not_allowed)

A quantity that does not exist for possible input ("no discordant pairs") is no fault: it is ``None`` in the result,
with its reason in ``undefined`` (:mod:`testing_lab.result`).
"""

from __future__ import annotations

from typing import ClassVar


class LabFault(ValueError):
    """Nothing was computed. ``code`` is stable; ``facts`` are plain values for a text in the reader's language."""

    code: ClassVar[str] = "lab_fault"

    def __init__(self, what: str, **facts: str | float | None) -> None:
        super().__init__(what)
        self.what = what
        self.facts = facts

    @property
    def where(self) -> dict[str, str]:
        """Which argument is meant, where one is."""
        return {}


class ImpossibleInput(LabFault):
    """An argument has a value that cannot be."""

    code = "impossible_input"

    def __init__(self, argument: str, wrong: str, **facts: str | float | None) -> None:
        told = ", ".join(f"{name} = {value}" for name, value in facts.items())
        super().__init__(f"{argument}: {wrong}" + (f" ({told})" if told else ""), **facts)
        self.argument = argument
        self.wrong = wrong

    @property
    def where(self) -> dict[str, str]:
        """The argument that cannot be."""
        return {"input": self.argument}


class NotConverged(LabFault):
    """A search did not end."""

    code = "not_converged"
