"""The fairness report of a run: figures about groups and about the whole, never about a student.

Theory of operation. ``table`` puts every student in the groups of every grouping and counts. ``small_numbers`` says
which figures may be told (DESIGN.md §5.5), so that what is hidden cannot be worked out from what is shown. ``rates``
has the rate of each group with its interval and the gap of each grouping, ``opportunities`` what the students had to
choose from, ``profile`` how far down their lists they came, ``envy`` who would rather have had whose place, and
``elsewise`` what other ways of dividing would have given on the same data. ``report`` puts it together; ``words`` is
what it says. No solver takes part: the prices of goals, which need one, come from :mod:`matching.goal_prices`.
"""
