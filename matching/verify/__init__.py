"""The audit (:mod:`.audit`) and the verifier: plain Python, no solver, no engine, no arrays."""

from matching.verify.goal_check import GoalCheck
from matching.verify.verifier import verify

__all__ = ["GoalCheck", "verify"]
