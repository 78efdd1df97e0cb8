# Runs: why a run fails, what stands in the way of a decision, and the headings of the file with the outcome.
run-stage-starting = The matching begins

run-error-instance-unusable = { $count ->
    [one] 1 row does not agree with the other data. Correct that row, bring in the file again and start a new run.
   *[other] { $count } rows do not agree with the other data. Correct those rows, bring in the file again and start a new run.
 }
run-error-policy-unreadable = The settings of this run cannot be read. Start a new run with other settings.
run-error-too-many-pairs = The rules leave { $pairs } combinations of a student and an offer. At most { $most } can be computed. Fill in more data, such as a maximum travel time, and start a new run.
run-error-worker-lost = The run broke off { $tries } times. Perhaps the computer has too little memory. Ask your administrator to look into it, then start a new run.
run-error-internal = Something went wrong in Stagekans. This is our fault, not yours. Pass on this number: { $incident }.

conflict-run-busy = A run of this round is not over yet. Wait until it is ready, or stop it first.
conflict-run-over = This run is over already. There is nothing left to stop.
conflict-run-not-finished = This run is not ready. You can decide when the result is there.
conflict-offer-full = Offer { $offer_id } is full. Choose another offer.
conflict-offer-not-open = Offer { $offer_id } is no longer open. Choose another offer.
conflict-offer-not-eligible = Offer { $offer_id } does not fit this student. Choose an offer from the list.
conflict-same-as-proposal = This is the same as the proposal. Accept the proposal, or choose something else.
conflict-sample-not-reviewed = { $left ->
    [one] You still have to look at 1 proposal of the sample. Then you can accept the rest.
   *[other] You still have to look at { $left } proposals of the sample. Then you can accept the rest.
 }

field-no-students = There are no students of your programmes in this round. Bring in students first.
field-no-offers = There are no offers in this round. Bring in the offers first.

export-file-name = outcome-run
export-student-number = Student number
export-name = Name
export-crebo = Crebo
export-team = Team
export-offer = Proposal
export-company = Company
export-work-place = Place
export-rank = Preference
export-points = Points
export-travel-minutes = Travel time (minutes)
export-lot-number = Lot number
export-why-none = Why no place
export-decision = Decision
export-decided-offer = Decided offer
export-decided-company = Decided company
export-reason = Reason of the decision
export-decided-by = Decided by
export-decided-on = Decided on
export-decision-none = No decision yet
export-decision-accept = Proposal accepted
export-decision-override = Chosen otherwise
