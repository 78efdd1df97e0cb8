# Wat de reis van een coördinator nodig had.

run-stage-group-gap = Stagekans maakt het verschil tussen groepen klein
cli-stage-group-gap = Het verschil tussen groepen klein maken
