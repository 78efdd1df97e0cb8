"""Files that come in."""

from __future__ import annotations

from typing import ClassVar

from api.messages.importing import ImportKind, ImportView
from api.messages.rounds import RoundView
from api.pages.contexts.page import Page
from api.pages.tabs import Tab


class ImportsPage(Page, frozen=True, kw_only=True):
    """Choose a file; below it the files that came before. ``kinds`` are those that this account may bring in."""

    template: ClassVar[str] = "imports.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    kinds: tuple[ImportKind, ...]
    chosen: ImportKind
    imports: tuple[ImportView, ...]


class ImportPage(Page, frozen=True, kw_only=True):
    """What a file would do, or has done. ``columns`` are those of the sample rows; ``hidden_faults`` are not shown."""

    template: ClassVar[str] = "import.html"

    round: RoundView
    tabs: tuple[Tab, ...]
    staged: ImportView
    columns: tuple[str, ...]
    hidden_faults: int
