"""The offer register: companies, their offers all year round, talks, and wishes that the law forbids.

Theory of operation. An offer lives here from the first call on, in no round. ``lifecycle`` holds its one table of
moves; *reserved* and *filled* are no stage but follow from what rounds hold and from live placements. ``taking`` copies
an offer into a round with a reference back: import, freezing and runs know only the copy (decision 0511). ``cases``
are wishes of a company that the law forbids; while one is open its offers are blocked by the SQL that reads them, so
that no file and no other hand can open them (decision 0512), and its words go nowhere else.

``lifecycle``, ``doubles``, ``wording`` and ``figures`` are pure.
"""
