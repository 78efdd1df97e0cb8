# What the journey of a coordinator needed.

run-stage-group-gap = Stagekans makes the difference between groups small
cli-stage-group-gap = Making the difference between groups small
