"""Files in and out: bytes to typed records with faults, and tables to bytes. No database, no pages.

Theory of operation.

1. ``opening``     bytes -> a :class:`~api.services.files.tables.Table` of text cells with the row numbers that Excel
                   shows; ``delimited`` reads CSV, ``workbook`` XLSX. A file that cannot be a table stops here.
2. ``headers``     which column of the file is which column of the contract.
3. ``forbidden``   columns that may never come in, by name and by content (DESIGN.md §5.2): they refuse the file.
4. ``reading``     every cell through the parser of its column (``cells``); a row with a serious fault yields no record,
                   every other row does. ``students``, ``offers``, ``equivalents``, ``pairs``, ``published`` and
                   ``travel`` say which columns there are; ``side_rules`` reads cells about more than one pair.
5. ``crosschecks`` what one file cannot know by itself: names that stand in another file; ``side_checks`` the same for
                   rules about more than one pair.
6. ``instances``   records -> the instance that the matcher takes: no name, no e-mail.
7. ``telling``     a fault in the reader's words.
8. ``writing``     tables out, with formulas made harmless.

The pages, the JSON API and the command line all come through here.
"""

from api.services.files.equivalents import EquivalentRecord, read_equivalents
from api.services.files.offers import OfferRecord, read_offers
from api.services.files.pairs import PairRecord, read_pairs
from api.services.files.published import PublishedRecord, read_published
from api.services.files.reading import Reading
from api.services.files.students import StudentRecord, read_students
from api.services.files.travel import TravelRecord, read_travel

__all__ = [
    "EquivalentRecord",
    "OfferRecord",
    "PairRecord",
    "PublishedRecord",
    "Reading",
    "StudentRecord",
    "TravelRecord",
    "read_equivalents",
    "read_offers",
    "read_pairs",
    "read_published",
    "read_students",
    "read_travel",
]
