"""The audit (:mod:`.audit`) and the verifier: plain Python, no solver, no engine, no arrays."""

from matching.verify.verifier import GoalCheck, verify

__all__ = ["GoalCheck", "verify"]
