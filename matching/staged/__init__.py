"""The engine for rounds that are no plain network: side constraints, and re-matching with few changes.

Theory of operation. The round falls into independent *parts*. A part is a small whole-number model (``model``):
variables within bounds, rows, and for each stage a linear objective. A stage (``stage``) asks the linear relaxation
first: its prices, rounded to whole numbers, give a bound that plain arithmetic can check (``bounding``), and often its
answer is whole already. Where it is not, CP-SAT finds the best whole answer (``whole``), and a tree of branches with
prices in its leaves proves it (``bounding`` again). The value of a stage becomes a row of the next ones, and what the
prices rule out is taken out of the bounds, so that later stages are small. ``solve`` goes through the goals of the
policy, then *who* and *where* of the lottery, until one matching is left. Parts without any side constraint go to the
plain engine, which has the same goals and the same lottery.
"""
