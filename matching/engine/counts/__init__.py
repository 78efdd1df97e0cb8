"""Goals that are tied together by counts: *group gap*, and everything below it (docs/matching.md, "Group gap").

Theory of operation. A gap between groups depends on a matching through the *counts* only: how many students of each
atom have a place. So the gap, and any goal under it, is a small integer program over the counts, with the matchings
behind it as an oracle:

1. ``base_face`` for whole multipliers of the objectives and the counts, one flow on the base face gives an inequality
                 that every matching obeys (a cut), with the prices that prove it;
2. ``oracle``    for given counts, network levels on the face with fixed counts (``fixed``) find the best matching that
                 has them, and whether one exists; its prices say which multipliers make the next cut;
                 ``moving`` finds the matching with other counts, or the cut that says that there is none;
3. ``program``   the counts that could do better, as far as the cuts know (a mixed-integer program by HiGHS: a guide,
                 never a judge); ``relaxation`` proposes multipliers to begin with;
4. ``meeting``   counts that reach the best value that a level has without regard for counts: mostly there are some;
                 the face is narrowed then, as for any goal, and no program over pairs is needed;
5. ``search``    a tree of branches over counts; its ``leaves`` are whole multipliers that prove that nothing is better,
                 checked in exact arithmetic before they are believed;
6. ``settle``    level after level, and the draw that fixes the counts.

The guide may err: a candidate is judged by the oracle, a proof by whole numbers.
"""
