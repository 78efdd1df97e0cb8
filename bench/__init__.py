"""Benchmarks: times as ratios to a bare solver run in the same process, so that machines can be compared."""
