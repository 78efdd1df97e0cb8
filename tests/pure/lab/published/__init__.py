"""Published tables of paired experiments, worked out again."""
