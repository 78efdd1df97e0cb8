# Words for fixed codes: family-code.
tab-overview = Overview
tab-students = Students
tab-offers = Offers
tab-imports = Files
tab-runs = Matchings

notice-round-made = The round has been made.
notice-import-applied = The file has been brought in.
notice-import-cancelled = The file has not been brought in. Nothing has changed.
notice-run-asked = The matching has started.
notice-run-cancelled = The matching is stopping.
notice-accepted = The proposal has been accepted.
notice-overridden = Your choice has been recorded.
notice-reviewed = You have looked at this proposal.
notice-rest-accepted = The proposals have been accepted.
notice-rest-partly = Not every proposal could be accepted: some places are still taken. Does somebody have to leave or move first? Then look at that proposal, and accept the rest once more.
notice-second-step-on = Two steps are on. Next time Stagekans also asks for a code.
notice-second-step-off = Two steps are off.
notice-signed-out = You have signed out.

next-title-import-offers = Bring in the offers first
next-text-import-offers = Begin with the places. The students can then choose among them.
next-button-import-offers = Bring in the offers
next-title-import-students = Now bring in the students
next-text-import-students = The offers are ready. Now the students with their preferences.
next-button-import-students = Bring in the students
next-title-start-run = Start the matching
next-text-start-run = Everything is ready. Stagekans looks for the best places. Then you decide.
next-button-start-run = Prepare the matching
next-title-wait-for-run = The matching is running
next-text-wait-for-run = You can watch, or come back later.
next-button-wait-for-run = See the progress
next-title-decide = The matching is ready: now you decide
next-text-decide = See the result, read the explanation and accept or choose otherwise.
next-button-decide = See the result
next-title-see-offers = See the offers
next-text-see-offers = You see which places there are and how often students chose them.
next-button-see-offers = See the offers

import-kind-students = Students
import-kind-offers = Offers
import-kind-equivalents = Equivalent programmes
import-kind-hint-students = One row a student, with preferences. Bring in the offers first.
import-kind-hint-offers = One row an offer, with the number of places.
import-kind-hint-equivalents = Which programme code also counts for another.
import-state-previewed = Not brought in yet
import-state-applied = Brought in
import-state-cancelled = Not brought in

offer-status-open = Open
offer-status-closed = Closed
offer-status-blocked = Blocked

run-state-queued = Waiting
run-state-running = Busy
run-state-finished = Ready
run-state-failed = Failed
run-state-cancelled = Stopped
run-stage-queued = The matching waits for its turn
run-stage-reading = Stagekans reads the data
run-stage-eligibility = Stagekans looks which offers fit
run-stage-placed = Stagekans looks for as many places as possible
run-stage-worst-off = Stagekans helps the worst off first
run-stage-satisfaction = Stagekans looks for the best division
run-stage-lottery = The lot decides where chances are equal
run-stage-explaining = Stagekans writes the explanation
run-stage-auditing = Stagekans checks the result
run-stage-storing = Stagekans stores the result

goal-placed = Students with a place
goal-group-gap = Equal chance for each group
goal-gap = { $points } percentage points ({ $fraction })
goal-worst-off = Worst off first
goal-satisfaction = Satisfaction (points together)
goal-lottery = Lottery where chances are equal
goal-number = { $number }
goal-bound-equal = The same
class-count = { $name }: { $students }
class-band = { $least }–{ $most } points

rank-not-named = Not chosen, but fitting
rank-later = Later choice
rank-none = No place

decision-accept = Accepted
decision-override = Chosen otherwise
decided-accept = This proposal has been accepted
decided-override = Something else was chosen

check-recognition-unverified = Check the recognition
check-travel-unknown = Travel time not known

unplaced-no-eligible-offer = No offer fits
unplaced-no-places = Fitting offers have 0 places
unplaced-more-students-than-places = More students than places
unplaced-other-goal-first = Another goal came first

fate-obtained = Obtained
fate-removed = Falls away
fate-taken = Full
fate-no-places = Has 0 places
fate-unknown-offer = Unknown offer
fate-not-needed = Not needed
fate-decided = Already decided
fate-place-left = Another offer had more points

rule-offer-status = closed offers
rule-crebo = another programme
rule-level = another level
rule-learning-path = another learning path
rule-period = another period
rule-days = other days
rule-travel = too long a journey
rule-support = support that is not there
rule-forbidden = a person ruling it out
rule-not-named = a choice of the student: only own preferences
rule-said-offer-status = the offer is not open
rule-said-crebo = it is for another programme
rule-said-level = it is for another level
rule-said-learning-path = it is for another learning path
rule-said-period = the period does not fit
rule-said-days = the days do not fit
rule-said-travel = the journey is too long
rule-said-support = the company does not have the support that is needed
rule-said-forbidden = a person ruled out this combination
rule-said-not-named = the student did not choose this offer

role-coordinator = Internship coordinator
role-service-point = Service point
role-researcher = Researcher
role-school-lead = School lead
role-privacy-officer = Privacy officer
role-admin = Administrator

transport-walk = Walking
transport-bike = Bicycle
transport-public-transport = Public transport
transport-car = Car
weekday-mo = Monday
weekday-tu = Tuesday
weekday-we = Wednesday
weekday-th = Thursday
weekday-fr = Friday

form-field-name = Name
form-field-starts-on = First day
form-field-ends-on = Last day
form-field-sign-in-name = User name
form-field-password = Password
form-field-code = Code
form-field-offer-id = Another place
form-field-reason = Reason
form-field-seed = Starting number
form-field-file = File
form-field-students = Students
form-field-offers = Offers
field-file-missing = Choose a file first.
