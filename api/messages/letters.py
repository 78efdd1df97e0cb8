"""A letter to a student: why this place, or why none yet."""

from __future__ import annotations

import uuid

import msgspec


class LetterView(msgspec.Struct, frozen=True, kw_only=True):
    """``lines`` are the paragraphs, greeting first. ``draft``: nobody decided yet, so it must not be handed over."""

    run_id: uuid.UUID
    student_number: str
    title: str
    lines: tuple[str, ...]
    draft: bool
