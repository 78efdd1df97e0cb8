# Fixed places, rules of an offer, and what a re-match changes for students who have a place already.

student-together = Together with
student-together-must = must

offer-minimum = Opens from { $minimum } students
offer-reserve = { $places } first for { $group }
offer-maximum = At most { $places } for { $group }
offer-shared = Shares { $name }: at most { $places } together
offer-group-programme = programme
offer-group-level = level
offer-group-learning-path = learning path
offer-group-study-year = study year
offer-group-team = team
offer-group-location = location
offer-group-failed-applications = earlier rejections
offer-group-support = support

lock-title = Fixed place
lock-text = You can fix a place for this student. Every later matching leaves it as it is.
lock-stays = Every later matching leaves this place as it is.
lock-by = Fixed by
lock-imported = A file that was brought in
lock-wishes = The student named: { $offers }
lock-why = Why do you fix this place?
lock-button = Fix this place
lock-undo = Release this place
notice-locked = The place is fixed.
notice-unlocked = The place is no longer fixed.
form-field-lock-offer-id = Number of the offer
form-field-lock-reason = Reason
form-field-removal-reason = Reason
field-no-such-offer = This offer is not in this round. Check the number.
conflict-lock-breaks-rule = Offer { $offer_id } cannot be fixed for this student: { $rule }. Correct the data, or choose another offer.
conflict-lock-exceeds-places = Offer { $offer_id } has { $places ->
    [one] 1 place
   *[other] { $places } places
 }. They are taken or fixed for others. Choose another offer.
conflict-student-locked = Offer { $offer_id } is fixed for this student. Release that place first.
conflict-together-outside = Student { $student } must be together with student { $other }, who takes no part in this run. Let somebody start the run who sees both programmes, or remove the ! in together_with.

change-title = This student has a place already
change-badge = Has { $offer } now
change-before = Had { $offer }
change-has = Has now
change-gets = This proposal
change-look = Does this student move to a place that is still taken? Then look at all changes, and accept them together with "the rest".
change-text = If you accept this proposal, the old place ends. Should the student keep it? Then choose otherwise, and choose the old place.
removal-text = This proposal takes the place of the student away. Nobody may decide that alone. Ask a school lead, with your reason. Until then the student keeps the place.
removal-why = Why must this place go?
removal-ask = Ask to take the place away
removal-asked = Asked by
removal-waits = This waits for a school lead. Until then the student keeps the place.
removal-confirm = Yes, take the place away
removal-refuse = No, the student keeps the place
removal-confirmed = Taken away by
removal-refused = Refused by
notice-removal-asked = Your question waits for a school lead.
notice-removal-confirmed = The place has been taken away.
notice-removal-refused = The student keeps the place.
removals-title = { $count ->
    [one] 1 place waits for a second person
   *[other] { $count } places wait for a second person
 }
removals-text = This run takes these places away. A school lead confirms or refuses that. Until then the students keep their places.
conflict-needs-second-person = This proposal takes the place { $offer_id } of the student away. Nobody may do that alone. Ask a school lead.
conflict-offer-full-rematch = Offer { $offer_id } is full now. Does the place come free because another student moves? Then look at both proposals, and accept them together with "the rest".
conflict-no-removal = There is no place to take away: the student no longer has it, or somebody has decided.
conflict-removal-answered = This question has been answered. Load the page again.
conflict-same-person = You asked for this yourself. Somebody else has to confirm it.
