"""The token of a withdrawal: it follows from that of its letter, so that a second try is the same mail."""

from __future__ import annotations

import base64
import hashlib


def withdrawal_token(token: str) -> str:
    """Sixteen letters that nobody guesses who does not know the token of the letter."""
    digest = hashlib.sha256(f"withdrawal:{token}".encode()).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:16]
