"""A file as an answer."""

from __future__ import annotations

from urllib.parse import quote

from litestar import Response

from api.messages.files import FileOut


def attachment(file: FileOut) -> Response[bytes]:
    """The file as a download, under its own name."""
    disposition = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    return Response(file.content, media_type=file.media_type, headers={"Content-Disposition": disposition})
