"""The program: wiring on top, use cases in the middle, words below.

``app``, ``worker`` and ``cli`` wire; ``routes`` speak JSON and ``pages`` speak HTML beside them; ``services`` hold the
use cases, one transaction each, and decide every permission; ``messages`` are the commands that come in and the
views that go out. Arrows point down only (import-linter holds them).
"""
