"""What a reader runs to count everything again: scripts that go into the files of a result."""
