"""Matching: an instance and a policy in, a proven and explained solution out.

Theory of operation. The room is pure: no clock, no files, no randomness of its own.

1. ``instance``   a frozen copy of a round (students, offers, equivalents) with one canonical encoding and hash.
2. ``rules``      the hard rules; each one a unit with its own reason code. Together they say which pairs are
                  eligible and, for every student, how many offers each rule took away.
3. ``utility``    the published formula: 0..1000 for an eligible pair, with its parts.
4. ``engine``     the goals of the policy, one after another. A goal is a *level*: a linear objective over the
                  *face* that the levels above left (the pairs, and the students and offers that must be used, such
                  that every matching on the face is optimal for all levels above). A level yields integer dual
                  prices; complementary slackness turns them into the next, smaller face. No big weights anywhere.
   ``staged``     the same goals where a round is no plain network: side constraints, and re-matching near what was
                  published (``rematch`` gives the curve of what more changes would buy).
5. ``verify``     knows neither solver nor engine: re-checks rules, counts and certificates in plain Python.
6. ``explain``    for every student: what fell away by which rule, what became of each wish, where the lot decided.
7. ``run``        the whole chain: instance + policy -> :class:`matching.result.Result`.
8. ``fairness``   figures about groups, under the small-number rule; ``goal_prices`` what each goal cost the later ones;
                  ``fair_run`` a run with both.

Goals: *placed*, *group_gap*, *worst_off*, *satisfaction*, then the lottery. *group_gap* and the goals below it are
tied together by counts (``engine.counts``); rules about several students (reserves, shares, minimums, students
together) and a re-match leave the network (``staged``).
"""
