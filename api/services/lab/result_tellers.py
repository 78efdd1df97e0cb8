"""Who tells a stored result: by what was done in the study."""

from __future__ import annotations

from api.catalogue import Language
from api.messages.faults import NotFound
from api.messages.lab.results import AnalysisDocument
from api.services.lab.result_calls import CallTeller
from api.services.lab.result_text import Teller


def teller_of(document: AnalysisDocument, language: Language) -> Teller | CallTeller:
    """The one for letters, or the one for mystery calls.

    Raises
    ------
    NotFound
        The document holds neither result: no service stores such a one.
    """
    if document.calls is not None:
        return CallTeller(document, document.calls, language)
    if document.result is None:
        raise NotFound(what="analysis")
    return Teller(document, document.result, language)
