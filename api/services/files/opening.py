"""Bytes to a table, whatever the file calls itself."""

from __future__ import annotations

from api.services.files.delimited import read_delimited
from api.services.files.tables import LARGEST_FILE, MOST_ROWS, Table, TableUnreadable
from api.services.files.workbook import read_workbook

#: First bytes of files that are not tables, and what we call them in the message.
_OTHER_KINDS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_or_locked"),  # OLE: .xls, or an .xlsx with a password
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"{\\rtf", "document"),
)


def read_table(content: bytes, *, most_rows: int = MOST_ROWS, largest_file: int = LARGEST_FILE) -> Table:
    """Read CSV or XLSX; the content decides which, never the name.

    Raises
    ------
    TableUnreadable
        Empty, too large, of another kind, broken, dangerous, without a header or without rows.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise TableUnreadable("file_empty")
    if len(content) > largest_file:
        raise TableUnreadable("file_too_large", megabytes=largest_file // (1024 * 1024))
    for magic, why in _OTHER_KINDS:
        if content.startswith(magic):
            raise TableUnreadable("file_not_readable", why=why)
    if content.startswith(b"PK"):
        return read_workbook(content, most_rows=most_rows)
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml")):
        raise TableUnreadable("file_not_readable", why="web_page")
    return read_delimited(content, most_rows=most_rows)
