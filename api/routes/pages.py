"""Which page of a list a caller asks for."""

from __future__ import annotations

from typing import Annotated

from litestar.params import QueryParameter

from api.messages.paging import LARGEST_SIZE
from api.services.paging import LARGEST_PAGE

PageNumber = Annotated[int, QueryParameter(ge=1, le=LARGEST_PAGE, description="The page, from 1")]
PageSize = Annotated[int, QueryParameter(ge=1, le=LARGEST_SIZE, description="Rows on a page")]
