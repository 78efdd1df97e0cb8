"""What the program refuses, as one small tree.

Tree::

    Refused                    stable ``code``, facts, docstring = default message; never a bug of ours
    ├── NotSignedIn            401
    ├── SignInFailed           401   wrong name, password or code: never says which
    ├── LockedOut              429   too many failed sign-ins; facts: minutes
    ├── TooManyRequests        429   facts: seconds
    ├── NotAllowed             403   the role or the programmes do not cover this
    ├── NotFound               404   facts: what
    ├── Conflict               409   facts: what (already_decided, offer_full, run_not_finished, name_taken, ...)
    ├── Unusable               422   facts + ``fields``: code by field name
    ├── FileRefused            422   carries the ImportReport
    └── CsrfFailed             403

``api.app`` has the one table from class to HTTP status; the catalogue has ``refused-<code>`` (title) and
``refused-<code>-detail`` (what to do) in both languages, with the facts as variables.
"""

from __future__ import annotations

from typing import ClassVar

from api.messages.importing import ImportReport


class Refused(Exception):
    """This cannot be done."""

    code: ClassVar[str] = "refused"

    def __init__(self, **facts: str | int) -> None:
        super().__init__((self.__doc__ or "").splitlines()[0])
        self.facts = facts


class NotSignedIn(Refused):
    """Nobody is signed in."""

    code = "not_signed_in"


class SignInFailed(Refused):
    """The name, the password or the code is wrong."""

    code = "sign_in_failed"


class LockedOut(Refused):
    """Too many failed sign-ins."""

    code = "locked_out"


class TooManyRequests(Refused):
    """Too many requests."""

    code = "too_many_requests"


class NotAllowed(Refused):
    """This account may not do this."""

    code = "not_allowed"


class CsrfFailed(Refused):
    """The form did not come from our own page, or it was open too long."""

    code = "csrf_failed"


class NotFound(Refused):
    """This does not exist, or this account may not see it."""

    code = "not_found"


class Conflict(Refused):
    """Something stands in the way; ``what`` says what."""

    code = "conflict"

    def __init__(self, what: str, **facts: str | int) -> None:
        super().__init__(what=what, **facts)
        self.what = what


class Unusable(Refused):
    """Fields are missing or wrong."""

    code = "unusable"

    def __init__(self, fields: dict[str, str], **facts: str | int) -> None:
        super().__init__(**facts)
        self.fields = fields


class FileRefused(Refused):
    """The file cannot be taken as it is."""

    code = "file_refused"

    def __init__(self, report: ImportReport) -> None:
        super().__init__(rejected=report.rejected, rows=report.rows)
        self.report = report
