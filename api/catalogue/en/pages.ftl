# The pages. Short, active sentences. A button is a verb with an object.
frame-skip = Skip to the content
frame-menu = Main menu
frame-here = You are here
frame-rounds = Rounds
frame-english = English
frame-dutch = Nederlands
frame-sign-out = Sign out
frame-offline = There is no connection. Check your internet and try again.
frame-footer = Stagekans makes a proposal. A person decides. Stagekans uses no name, origin, sex or photo.

form-trouble = Something went wrong
form-wrong = This is not right. Check what you filled in.
form-back = Go back

period = { $start } to { $end }
minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 }
minutes-short = { $minutes } min
seconds = { NUMBER($seconds, maximumFractionDigits: 1) } seconds
state = State
level-number = level { $level }
days-per-week = { $days ->
    [one] 1 day a week
   *[other] { $days } days a week
 }

sign-in-title = Sign in
sign-in-lead = Sign in with the account of your school or municipality.
sign-in-name = User name
sign-in-password = Password
sign-in-code = Code from your app (only if you use one)
sign-in-code-hint = The 6 digits that your app shows now. No app? Leave this empty.
sign-in-button = Sign me in

account-title = Your account
account-roles = Role
account-programmes = Programmes
account-all-programmes = All programmes
account-language = Language
account-wrong = Is something wrong here? Ask your administrator.
second-step-title = Sign in in two steps
second-step-text = You then sign in with your password and a code from an app. Somebody who knows your password cannot get in.
second-step-app = Put an app for codes on your phone
second-step-app-text = For example Microsoft Authenticator, Google Authenticator or FreeOTP.
second-step-secret = Add Stagekans to the app
second-step-open = Open the app on this device
second-step-type = Is the app on another device? Type this key there:
second-step-code = Fill in the code that the app shows
second-step-code-text = The code has 6 digits and changes every 30 seconds.
second-step-field = Code from the app
second-step-on-button = Turn two steps on
second-step-is-on = On
second-step-on-text = When you sign in, Stagekans also asks for a code from your app.
second-step-off-hint = Do you have a new phone? Turn two steps off and then on again. Fill in your password.
second-step-off-button = Turn two steps off

error-typed = This is what you had filled in. Copy it, so that you need not think of it again:
error-open-again = Open the form again
error-incident = Number of this error:
error-sign-in = Sign in
error-home = Go to the rounds
error-home-lab = Go to the studies

rounds-title = Rounds
rounds-lead = A round is an internship period: students who need a place and companies that have places.
rounds-make = Make a round
rounds-empty = There is no round here yet
rounds-empty-create = Make a round first. Then bring in the students and the offers.
rounds-empty-wait = There is no round yet that you may see. Do you expect one? Ask your administrator.
round-name = Round
round-period = Period
round-places = Places
round-with-place = With a place
round-last-run = Last matching
round-parts = Parts of the round
round-programmes = Programmes in this round
round-no-programmes = None yet. Bring in the students first.
round-lately = What happened
round-nothing-yet = Nothing has been brought in yet.

new-round-title = Make a round
new-round-name-hint = For example: Care and welfare, spring 2027
new-round-starts = First day of the internship period
new-round-ends = Last day of the internship period
new-round-button = Make the round

programme = Programme
student = Student
student-name = Name
student-number = Student number
student-team = Team
student-location = Location
student-email = E-mail
student-place = Home town
student-wishes = Preferences
student-placed = Place
student-school = Programme and school
student-level = Level
student-learning-path = Learning path
student-study-year = Study year
student-stage = The internship
student-period = Internship period
student-days = Internship days
student-transport = Travels by
student-max-travel = Longest journey
student-learning-wishes = Wants to learn
student-support = Needs
student-failed = Earlier rejections
student-locked = Already fixed
student-forbidden = Ruled-out offers
student-only-named = This student only wants a place from this list.
student-not-only-named = Other offers that fit are fine too.
student-no-wishes = This student gave no preferences.
student-extra = Other columns of your file
student-extra-text = Stagekans keeps these columns, but does not use them for the matching.
student-see-outcome = The last matching is ready. See the proposal and the explanation for this student.
student-see-outcome-button = See the proposal
students-empty = There are no students yet
students-empty-text = Bring in a file with students. Excel and CSV both work.
students-count = { $count ->
    [one] 1 student.
   *[other] { $count } students.
 }

offer-company = Training company
offer-number = Number of the offer
offer-place = Town
offer-for = For programme
offer-crebo = Programme code (crebo)
offer-period = Period
offer-any-period = Any period
offer-places = Places
offer-taken = { $taken } of { $places } taken
offer-named = Chosen by
offer-status = State
offer-unverified = Recognition not checked
offers-empty = There are no offers yet
offers-empty-text = Bring in a file with places. Excel and CSV both work.
offers-count = { $count ->
    [one] 1 offer.
   *[other] { $count } offers.
 }

list-all = Everything
list-filter = Show results
list-clear = Clear the filter
list-search-student = Search by name or number
list-search-offer = Search by company, town or number
list-search-proposal = Search by student or company
list-placed = Place
list-with-place = With a place
list-without-place = Without a place
list-no-place-yet = No place yet
list-decided = Decided
list-undecided = Not decided yet
list-flagged = To check yourself
list-to-check = Needed
list-nothing-to-check = Not needed
list-changed = Change of a known place
list-changes = Another place, or none ({ NUMBER($count) })
list-no-changes = No change ({ NUMBER($count) })
list-nothing-found = Nothing found. Search for something else or clear the filter.
list-pages = Browse
list-page = Page { $number } of { $pages }
list-previous = Previous page
list-next = Next page

imports-title = Bring in a file
imports-lead = Stagekans checks the file first. Nothing changes until you press "Bring in".
imports-kind = Kind of file
imports-file = File
imports-file-hint = Excel (.xlsx) or CSV, at most 50 MB. The first row holds the names of the columns.
imports-button = Check the file
imports-before = Earlier files
imports-none = You have not brought in a file yet.
imports-file-name = File
imports-when = Date
import-rows = Rows
import-added = New
import-changed = Changed
import-unchanged = Known already
import-rejected = Not right
import-good-title = { $rows ->
    [one] The row is right
   *[other] All { $rows } rows are right
 }
import-good-text = You can bring in the file. See below what changes.
import-some-title = { $rejected ->
    [one] 1 of the { $rows } rows is not right
   *[other] { $rejected } of the { $rows } rows are not right
 }
import-some-text = Mend the file and choose it again. Or bring in only the good rows.
import-fatal-title = This file cannot be used like this
import-fatal-text = Nothing has changed. Read below what is wrong and how to mend it.
import-applied-title = { $count ->
    [0] Brought in: there was nothing new
    [one] Brought in: 1 row
   *[other] Brought in: { $count } rows
 }
import-applied-text = The data are now in the round.
import-cancelled-title = You did not bring in this file
import-cancelled-text = Nothing has changed.
import-apply = { $count ->
    [one] Bring in 1 row
   *[other] Bring in { $count } rows
 }
import-take-good = { $count ->
    [one] Bring in only the 1 good row
   *[other] Bring in only the { $count } good rows
 }
import-cancel = Do not bring in this file
import-another = Choose another file
import-to-round = Go to the round
import-not-in-file = { $count ->
    [one] 1 row is in the round, but not in this file. It stays.
   *[other] { $count } rows are in the round, but not in this file. They stay.
 }
import-unknown-columns = { $count ->
    [one] Stagekans does not know this column. It is kept, but not used:
   *[other] Stagekans does not know these { $count } columns. They are kept, but not used:
 }
import-faults = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
 }
import-faulty-rows = You can save the rows that are not right. The last column says what is wrong.
import-download-xlsx = Download these rows (Excel)
import-download-csv = Download these rows (CSV)
import-more-faults = { $count ->
    [one] There is 1 more remark. Mend these first and check again.
   *[other] There are { $count } more remarks. Mend these first and check again.
 }
import-sample = This is how Stagekans reads the file
import-sample-text = Check that the data are in the right column.
import-sample-row = Example { $number }
fault-row = Row
fault-column = Column
fault-what = What is wrong?
fault-remedy = How to mend it?
fault-whole-file = The whole file
fault-look = Note

run = Matching
run-name = Matching { $number }
run-none = Not done yet
run-when = Started on
run-by = Started by
run-placed = With a proposal
run-decided = Decided
runs-start = Start a matching
runs-empty = There is no matching yet
runs-empty-text = A matching looks for the best place for every student. You get a proposal with an explanation. Then you decide.
new-run-start = Start the matching
new-run-person = You only get a proposal. Nothing is fixed until you decide.
new-run-seed = Starting number of the lottery (optional)
new-run-seed-hint = Leave this empty: the starting number then follows from the data and nobody can choose it. Did you publish a starting number beforehand? Fill it in.
new-run-button = Start the matching
run-stopping = The matching is stopping
run-waiting = The matching waits for its turn
run-busy-text = Stagekans looks for places for { $students } students among { $offers } offers. You may close this page: the matching goes on.
run-tries = The matching began again. This is attempt { $tries }.
run-cancel = Stop the matching
run-reload = Refresh this page
run-cancelled-title = You stopped this matching
run-cancelled-text = There is no proposal. The data have not changed.
run-failed-title = The matching failed
run-failed-unknown = The cause is not known.
run-failed-text = The data have not changed.
run-clashes = These rows contradict each other
run-more-clashes = { $count ->
    [one] There is 1 more row.
   *[other] There are { $count } more rows.
 }
clash-students = Student { $key }:
clash-offers = Offer { $key }:
clash-pairs = Pair of student { $key }:
clash-travel = Travel time from { $key }:
clash-other = Row { $key } ({ $kind }):
run-again = Start a new matching
run-tries-made = Number of attempts

goal = Goal
goal-value = Reached
goal-bound = Best possible
goal-proof = Proof
goal-proven = Proven
goal-not-proven = Not proven
goal-placed-text = As many students as possible get a place.
goal-group-gap-text = The difference between groups is as small as it can be: of each group an equal share gets a place.
goal-worst-off-bands-text = First as few students as possible without a place. Then as few as possible with less than 100 points. Then as few as possible with less than 200 points, and so on.
goal-worst-off-text = First as few students as possible without a place. Then as few as possible with a place that they did not choose. Then as few as possible with a late choice: the highest number first, then one lower, and so on.
goal-satisfaction-text = Students get the place that fits best: preference, travel time and what they want to learn.
goal-lottery-text = Are the chances equal? Then the lot decides. Everyone has one lot number.

result-title = { $placed } of the { $students } students get a proposal
result-decide = Now you decide
result-decide-text = This is a proposal. You can accept each proposal or choose otherwise.
result-all-decided = Every proposal with a place has been decided.
result-step-sample = Look at the sample
result-step-sample-text = { $reviewed } of { $size } proposals looked at. So you see whether it is right.
result-step-rest = Accept the rest
result-step-rest-text = Still to accept: { $undecided }. Decided: { $decided }, of which { $overridden } chosen otherwise.
result-flagged = { $count ->
    [one] 1 proposal you have to check yourself
   *[other] { $count } proposals you have to check yourself
 }
result-step-export = Save the result
result-step-export-text = All students, with proposal, decision and reason.
result-to-sample = Look at the sample
result-to-rest = Accept the rest
result-below = Further down:
result-wishes = How did the preferences come out?
result-goals = Could it be better?
result-goals-text = Proven means: no other division is better on this goal without harming a goal above it.
result-how = How to check this
result-pairs = Possible combinations
result-seconds = Computing time
result-seed = Starting number of the lottery
result-input = Fingerprint of the data
result-proposals = All proposals
proposals-count = { $count ->
    [one] 1 student.
   *[other] { $count } students.
 }
proposal = Proposal
choice = Choice
rank-number = Choice { $rank }
travel = Travel time
points = Points
lot = Lot number
decision = Decision
decision-none = Not yet
no-place = No place
export-xlsx = Download Excel
export-csv = Download CSV

outcome-why = Why this place?
outcome-why-none = Why no place?
outcome-reviewed = You have looked at this proposal.
outcome-in-sample = This proposal is in your sample. Read the explanation and see whether it is right.
outcome-details = All facts
outcome-offers = All offers
outcome-removed = Falls away: { $rule }
outcome-eligible = Left as fitting
outcome-not-used = Not used: name, origin, sex, age, marks or what others wrote about the student.
points-of = { $points } of 1,000
points-preference = Points for the preference
points-travel = Points for the travel time
points-learning = Points for learning wishes
lot-was-needed = The lot took part in this decision.
lot-not-needed = The lot was not needed here.
bottleneck = Shortage
wish-fate = What happened?
wish-fit = Students who fit
decide-title = Your decision
accept-title = Accept the proposal
accept-text = The student gets this place. You decide, not the computer.
accept-button = Accept this proposal
accept-none-title = Confirm: no place
accept-none-text = You record that this student gets no place now.
accept-none-button = Confirm no place
override-title = Choose otherwise
override-text = You may always decide otherwise. Write down why, so that somebody else can understand it.
override-offer = Another place
override-choose = Choose a place
override-none = Give no place
override-option = { $company }, { $place } ({ $free ->
    [0] full
   *[other] { $free } free
 })
override-reason = Why do you choose otherwise?
override-reason-hint = At least 10 characters. Do not write about health, religion or origin.
override-button = Record my choice
decided-offer = Place
decided-reason = Reason
decided-you-wrote = You had filled in this
decided-next = Check the next proposal
decided-next-none = Look at the next student without a place
decided-by = Decided by

sample = Sample
sample-title = Look at the sample
sample-lead = { $count ->
    [one] Look at 1 proposal first. Then you can accept the rest at once.
   *[other] Look at { $count } proposals first. Then you can accept the rest at once.
 }
sample-progress = { $reviewed } of { $size } looked at.
sample-next = Look at the next proposal
sample-complete = You have looked at the whole sample.
sample-complete-text = { $count ->
    [one] There is 1 more proposal. If you accept it, that place is fixed.
   *[other] There are { $count } more proposals. If you accept them, those places are fixed. What you chose otherwise stays as it is.
 }
sample-accept-rest = { $count ->
    [one] Accept this last proposal
   *[other] Accept these { $count } proposals
 }
sample-flagged = { $count ->
    [one] 1 proposal is left out: Stagekans could not check a rule there, or a student would move. Look at it yourself.
   *[other] { $count } proposals are left out: Stagekans could not check a rule there, or a student would move. Look at them yourself, one by one.
 }
sample-checked = { $count ->
    [one] One of them had something to check. You have looked at it yourself.
   *[other] { $count } of them had something to check. You have looked at those yourself.
 }
sample-only-flagged = Nothing is left that you can accept at once.
sample-to-flagged = Look at these proposals
sample-to-result = Go to the result
sample-back = Go back to the sample
sample-mark = I have looked at this
sample-looked = Looked at
sample-seen = Looked at
sample-not-seen = Not yet
sample-empty = There are no proposals to look at.

# The explanation in at most five lines.
tell-and = { $first } and { $second }
tell-placed-named = { $choices ->
    [one] Proposal: { $offer }. This is the only choice of the student.
   *[other] Proposal: { $offer }. This is choice { $rank } of { $choices }.
 }
tell-placed-locked = Proposal: { $offer }. This place was fixed by an earlier decision.
tell-placed-not-named = Proposal: { $offer }. This place fits, but was not among the preferences.
tell-placed-no-list = Proposal: { $offer }. The student gave no preferences.
tell-unplaced-no-eligible-offer = There is no place, because no offer fits this student.
tell-unplaced-no-places = There is no place: the offers that fit have 0 places.
tell-unplaced-more-students-than-places = There is no place: { $students } students have { $places } places between them. It is about programme { $crebos }.
tell-unplaced-other-goal-first = There is no place. There was room left, but you put another goal first.
tell-fitting = { $eligible ->
    [0] Of all offers ({ $offers }) none fits. Most fall away because of { $rules }.
    [one] Of all offers ({ $offers }) 1 fits. The others mostly fall away because of { $rules }.
   *[other] Of all offers ({ $offers }) { $eligible } fit. The others mostly fall away because of { $rules }.
 }
tell-fitting-all = { $eligible ->
    [0] There were no offers.
    [one] The only offer fits.
   *[other] All offers ({ $eligible }) fit.
 }
tell-best-wish = There is no better choice.
tell-wish-removed = Choice { $rank }, { $offer }, falls away: { $why }.
tell-wish-removed-given = Choice { $rank }, { $offer }, falls away: this combination is not in your list.
tell-wish-taken = Choice { $rank }, { $offer }, is full: { $students } students fit, there { $places ->
    [one] is 1 place
   *[other] are { $places } places
 }.
tell-wish-no-places = Choice { $rank }, { $offer }, has 0 places.
tell-wish-unknown-offer = Choice { $rank }, { $offer }, is not among the offers.
tell-wish-place-left = Choice { $rank }, { $offer }, still had a place, but this proposal has more points for preference, travel and learning wishes together.
tell-wish-decided = Choice { $rank }, { $offer }: an earlier decision gave another place.
tell-more-wishes = { $count ->
    [one] 1 more choice did not work out.
   *[other] { $count } more choices did not work out.
 }
tell-minutes = { $minutes ->
    [one] The journey takes about 1 minute.
   *[other] The journey takes about { $minutes } minutes.
 }
tell-points = The place gets { $points } of the 1,000 points.
tell-points-parts = The place gets { $points } of the 1,000 points: preference { $preference }, travel time { $travel }, learning wishes { $learning }.
tell-lot-decided = The chances were equal. Then the lot decided (lot number { $lot }).
tell-check-recognition-unverified = Note: check the recognition of this company with SBB.
tell-check-travel-unknown = Note: the travel time is not known. Ask the student.
tell-help-place = What helps: one more place for programme { $crebos }.
tell-help-offer = What helps: look for offers for this programme.
tell-help-level = What helps: look for offers at this level.
tell-help-learning-path = What helps: look for offers for this learning path.
tell-help-period = What helps: ask a company whether another period is possible.
tell-help-days = What helps: ask a company whether other days are possible.
tell-help-travel = What helps: look for offers closer by, or agree on a longer journey.
tell-help-support = What helps: ask a company whether it can give the support.
tell-help-not-named = What helps: ask the student whether other offers are fine too.
