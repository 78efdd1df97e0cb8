"""The frame of a study."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from api.messages.importing import Fault
from api.messages.lab.frame import BlockedView, EntryView, FrameView, RefusalView
from api.messages.paging import PageOf
from api.pages.contexts.lab.study import InStudy
from api.pages.listing import Listing


class FramePage(InStudy, frozen=True, kw_only=True):
    """The frame: a file in, what came of earlier ones, the entries. ``file_faults``: why a file was not taken."""

    template: ClassVar[str] = "lab/frame.html"

    frame: FrameView
    entries: PageOf[EntryView]
    listing: Listing
    columns: tuple[tuple[str, bool], ...]
    file_faults: tuple[Fault, ...] = ()


class RefusedRowsPage(InStudy, frozen=True, kw_only=True):
    """Rows that are not in the frame, with their reasons."""

    template: ClassVar[str] = "lab/frame_refused.html"

    refusals: PageOf[RefusalView]
    listing: Listing


class BlockedPage(InStudy, frozen=True, kw_only=True):
    """Companies that every study leaves alone. ``values``: what was typed."""

    template: ClassVar[str] = "lab/blocked.html"

    blocked: tuple[BlockedView, ...]
    values: dict[str, str] = msgspec.field(default_factory=dict)
