"""What somebody needs to sign in to the demo."""

from __future__ import annotations

import msgspec

from api.messages.accounts import LabRole, Role


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """``role`` says what he can do there."""

    role: Role | LabRole
    sign_in_name: str
    password: str
