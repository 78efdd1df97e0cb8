"""Signing in, and pages that say no."""

from __future__ import annotations

from typing import ClassVar

from api.messages.accounts import AccountView
from api.pages.contexts.page import Page
from api.services.totp import Enrolment


class SignInPage(Page, frozen=True, kw_only=True):
    """``next_path`` is where the reader wanted to go."""

    template: ClassVar[str] = "sign_in.html"

    sign_in_name: str = ""
    next_path: str = ""


class AccountPage(Page, frozen=True, kw_only=True):
    """One's own account. ``enrolment``: what goes into the app, for an account without a second step."""

    template: ClassVar[str] = "account.html"

    account: AccountView
    enrolment: Enrolment | None


class ErrorPage(Page, frozen=True, kw_only=True):
    """``title`` and ``detail`` come from the catalogue. ``incident`` is in the log too, for a fault of ours.

    ``typed``: what somebody wrote in the form that was refused, by field. ``path``: where he was.
    """

    template: ClassVar[str] = "error.html"

    status: int
    title: str
    detail: str
    incident: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    path: str = ""
