"""The audit and the verifier: plain Python, no solver, no engine, no arrays."""
