# Two runs side by side, what-if, and the words for what differs.
compare-title = Compare two runs
compare-button = Compare runs
compare-choose = Which two?
compare-left = First run
compare-right = Second run
compare-go = Compare
compare-empty = There is nothing to compare yet
compare-empty-text = You need two runs that are finished. Start another one, or ask a what-if question at a run that is finished.
compare-choose-text = Choose two runs. You will see for whom something changes, and what was different.
compare-option = { $name }: { $placed } placed
compare-headline =
    { $changed ->
        [0] Nothing changes for anybody
        [one] Something changes for 1 student
       *[other] Something changes for { $changed } students
    }
compare-headline-text = { $left } beside { $right }. It stays the same for { $unchanged } students.
compare-your-part = You see the students of your own programmes only. The goals and the preferences are about the whole run.
compare-gains = Better off
compare-loses = Worse off
compare-moved = Different, but not better or worse
compare-stays = Stays the same
compare-why = What was different?
compare-why-rows = Which data differ
compare-why-more = And { $count } more.
compare-goals = The goals side by side
compare-proven = proven
compare-not-proven = not proven, at most { $bound }
compare-not-asked = Not asked
compare-profile = The preferences side by side
compare-profile-rank = Got
compare-difference = Difference
compare-groups = Groups side by side
compare-groups-text = The part of each group that gets a place. Small groups (fewer than { $smallest } students) are not shown, and sometimes one group more, so that nobody can work out a small number.
compare-groups-none = There are no groups to compare.
compare-group = Group
compare-hidden = Too small to show
compare-share = { $placed } of { $students } ({ $percent } %)
compare-nobody = Nobody
compare-students = For whom does something change?
compare-points = { $points } points
compare-outcome-of = (explanation for { $name } in { $run })
compare-others = Compare two other runs
compare-groups-show =
    { $count ->
        [one] Show 1 group
       *[other] Show { $count } groups
    }
what-if-choose = Choose a programme
what-if-see = Compare { $run } with the run itself
compare-count =
    { $count ->
        [one] 1 student
       *[other] { $count } students
    }
compare-effect = What changes
compare-all-effects = Everything
compare-none-changed = Nothing changes for anybody.
compare-own-data = Own data differ: { $fields }
compare-offer-changed = The first offer is no longer as it was
compare-not-part = Takes no part
compare-effect-got-place = Gets a place
compare-effect-lost-place = Loses the place
compare-effect-better = A better place
compare-effect-worse = A less good place
compare-effect-mixed = Partly better, partly less
compare-effect-other = Another place
compare-effect-joined = Takes part in the second only
compare-effect-gone = Takes part in the first only
compare-why-same = Nothing: the same data, the same policy and the same lottery.
compare-why-students-added = { $count ->
    [one] 1 student more
   *[other] { $count } students more
 }
compare-why-students-removed = { $count ->
    [one] 1 student fewer
   *[other] { $count } students fewer
 }
compare-why-students-changed = { $count ->
    [one] 1 student with other data: { $fields }
   *[other] { $count } students with other data: { $fields }
 }
compare-why-offers-added = { $count ->
    [one] 1 offer more
   *[other] { $count } offers more
 }
compare-why-offers-removed = { $count ->
    [one] 1 offer fewer
   *[other] { $count } offers fewer
 }
compare-why-offers-changed = { $count ->
    [one] 1 offer with other data: { $fields }
   *[other] { $count } offers with other data: { $fields }
 }
compare-why-field = { $field } ({ $count })
compare-why-table-equivalents = Other equivalent programmes
compare-why-table-travel = Other measured travel times
compare-why-table-pairs = Other pairs with points
compare-why-table-published = Other places that people were told
compare-why-policy = { $key }: first { $left }, now { $right }
compare-why-seed = Another lottery: another seed
compare-why-seed-follows = Another lottery: no seed was chosen, so other data give another lottery
compare-why-versions = Another version of { $names }
compare-row-students = Student { $key }
compare-row-offers = Offer { $key }
compare-row-added = added
compare-row-removed = gone
compare-row-changed = { $fields }
compare-value-none = none
compare-value-at-most = at most { NUMBER($count) }
compare-value-then = , then{" "}

compare-field-crebo = programme
compare-field-level = level
compare-field-learning-path = learning path
compare-field-study-year = study year
compare-field-start-date = first day
compare-field-end-date = last day
compare-field-days = days
compare-field-days-per-week = days a week
compare-field-home = home
compare-field-transport = transport
compare-field-max-travel-minutes = longest travel time
compare-field-preferences = preferences
compare-field-only-preferences = own preferences only
compare-field-learning-wishes = learning wishes
compare-field-support-needs = support needed
compare-field-failed-applications = earlier failed applications
compare-field-locked-offer = locked offer
compare-field-forbidden-offers = excluded offers
compare-field-groups = groups
compare-field-together-with = together with
compare-field-places = places
compare-field-crebos = programmes
compare-field-levels = levels
compare-field-work = place of work
compare-field-tags = tags
compare-field-support-offered = support
compare-field-recognition-checked-on = check of the recognition
compare-field-status = open or closed
compare-field-reserves = reserved places
compare-field-maximum-share = largest share
compare-field-minimum = smallest number
compare-field-shared-capacity = shared places

compare-policy-goals = Goals
compare-policy-utility-preference = Points for the preference
compare-policy-utility-travel = Points for travel
compare-policy-utility-learning-wishes = Points for learning wishes
compare-policy-worst-off-classes = Worst off measured by
compare-policy-group-gap-groupings = Groups with equal chances
compare-policy-group-gap-tolerance = Gap that is accepted
compare-policy-group-gap-price = Placements that it may cost
compare-policy-group-gap-min-group-size = Smallest group that counts
compare-policy-rematch = Changes after publication
compare-policy-rematch-max-changes = Largest number of changes
compare-policy-rematch-published = File of published places
compare-policy-budget-seconds = Computing time (seconds)

compare-grouping-programme = Programme
compare-grouping-level = Level
compare-grouping-learning-path = Learning path
compare-grouping-study-year = Study year
compare-grouping-failed-applications = Earlier failed applications
compare-grouping-support = Needs support
compare-grouping-team = Team
compare-grouping-location = Location
compare-group-yes = Yes
compare-group-no = No

what-if-title = What if…
what-if-button = What if…?
what-if-badge = What-if
what-if-lead = Change something and see what would happen. The round itself does not change.
what-if-of = At { $run }
what-if-seed = The lottery stays that of the run. So what differs comes from your question.
what-if-more = More places at offers that are there
what-if-more-offer = Number of the offer
what-if-more-places = Places more
what-if-new = A new offer
what-if-new-offer = Number of the new offer
what-if-new-offer-hint = Choose a name yourself, such as NEW-1.
what-if-new-places = Number of places
what-if-new-crebo = Programme
what-if-new-place = Place
what-if-new-place-hint = Without a place the travel time is not known.
what-if-close = Offers that close
what-if-close-offers = Numbers of the offers
what-if-close-hint = One number on each line.
what-if-travel = Travel further
what-if-travel-minutes = Minutes longer than now
what-if-who = For whom
what-if-everybody = All students
what-if-rules = A demand that does not count
what-if-rule-level = The level
what-if-rule-learning-path = The learning path
what-if-rule-period = The period
what-if-rule-days = The days
what-if-rule-support = The support that is needed
what-if-rule-not-named = Own preferences only
what-if-only-recognised = Only offers whose recognition was checked
what-if-goals = Other goals
what-if-goals-order = Goals, in this order
what-if-goals-same = As it was
what-if-start = Work this out
what-if-asked = The question
what-if-note-title = This is a what-if: there is nothing to decide here
what-if-note = This outcome shows what would happen. You decide at an ordinary run. Do you really want this? Then change the data of the round and start a new run.
what-if-to-parent = To { $run }
what-if-again = Ask another question
what-if-students-note = This student is in a what-if. There is nothing to decide about it.
what-if-to-comparison = Back to the comparison
what-if-others = All what-if questions at this run
what-if-others-text = This shows what each question would do. The first line is the run itself.
what-if-none = No what-if question at this run is finished yet.
what-if-none-other = Besides the figures above, no other what-if question is finished yet.
what-if-chart = Placed students by question
what-if-question = Question
what-if-placed = Placed
what-if-points = Points together
what-if-itself = The run itself
what-if-said-more-places =
    { $places ->
        [one] 1 place more at { $offer-id }
       *[other] { $places } places more at { $offer-id }
    }
what-if-said-new-offer =
    { $places ->
        [one] New offer { $offer-id } with 1 place for { $crebos }
       *[other] New offer { $offer-id } with { $places } places for { $crebos }
    }
what-if-said-travel =
    { $minutes ->
        [one] 1 minute more travel ({ $who })
       *[other] { $minutes } minutes more travel ({ $who })
    }
what-if-said-closed = { $offer-id } closes
what-if-said-closed-many = { $count } offers close
what-if-said-rule = Does not count: { $rule } ({ $who })
what-if-said-only-recognised = Only offers with a checked recognition
what-if-said-policy = { $key }: { $value }
what-if-said-seed = Another lottery
what-if-who-all = all students
what-if-who-crebo = programme { $crebo }

what-if-busy =
    { $count ->
        [one] 1 question is still being worked out.
       *[other] { $count } questions are still being worked out.
    }
what-if-price = What do equal chances cost?
what-if-price-text = The smaller the gap between groups may be, the less room there is for preferences. Here you see what every goal reaches for each gap that is accepted.
what-if-price-flat = What every goal reaches is the same for each of these gaps. A smaller gap is not possible, or costs nothing.
what-if-price-groups = Between which groups?
what-if-price-start = Work this out for five gaps
what-if-curve-points = Points together
what-if-curve-placed = Placed students
what-if-curve-gap = Largest gap that is left
what-if-curve-described = Line of { $count } points: { $name }, from the smallest to the largest accepted gap. The numbers are in the table below.
what-if-percent-points = { $points } percentage points
what-if-tolerance = Accepted gap
what-if-gap = Gap that is left
form-field-groupings = Groups

conflict-run-is-what-if = This is a what-if question. Nothing can be decided about it. Do that at an ordinary run.
field-no-changes = Fill in at least one thing that you want to change.
field-unknown-offer = This offer is not in this run. Check the number.
field-offer-there-already = This number is there already. Choose another one.
field-offer-has-locks = Somebody has a place at this offer already. It cannot close.
field-no-students-of-crebo = No student in this run follows this programme.
field-pairs-given = This run comes from a file of pairs. Rules cannot be changed then.
field-policy-contradicts = These choices do not go together.
field-not-number = Write a whole number.
form-field-changes = Your question
form-field-more-1-offer-id = First offer with more places
form-field-more-1-places = Places more
form-field-more-2-offer-id = Second offer with more places
form-field-more-2-places = Places more
form-field-more-3-offer-id = Third offer with more places
form-field-more-3-places = Places more
form-field-new-offer-id = Number of the new offer
form-field-new-places = Number of places
form-field-new-crebo = Programme
form-field-new-place = Place
form-field-closed-offers = Offers that close
form-field-travel-minutes = Minutes longer than now
form-field-travel-crebo = For whom
form-field-rules-crebo = For whom
form-field-right = Second run
field-same-run = Choose two different runs.

clash-changes = Change { $key }:
cli-row-no-changes = Nothing in it changes. Name at least one change.
cli-row-unknown-offer = The offer { $offer-id } does not exist. Correct the code.
cli-row-offer-there-already = The offer { $offer-id } is there already. Choose another code.
cli-row-offer-has-locks = At offer { $offer-id } { $students } students are locked. It cannot close. Take it out of the changes.
cli-row-period-reversed = The last day is before the first day. Turn them round.
cli-row-no-students-of-crebo = No student follows programme { $crebo }. Correct the code, or leave crebo out for all students.
cli-row-pairs-given = This result comes from a file of pairs. Rules cannot be changed then. Take this out.
cli-row-policy-contradicts = This policy is not right: { $detail }

cli-compare-short = Compare two results.
cli-compare-help =
    Lays two results side by side: for whom something changes, who is better or
    worse off, and what was different in data, policy and lottery. With --out
    you get a CSV with every student for whom something changes.

    Examples:
      stagekans compare before after
      stagekans compare before after --out difference.csv

    Exit code: 0 = compared, 2 = a folder cannot be read, 3 = stopped.
cli-compare-option-out = The CSV file with the students for whom something changes.
cli-compare-sides = First: { $left }. Then: { $right }.
cli-compare-why = What was different
cli-compare-goals = Goals
cli-compare-goal = { $goal }: first { $left }, then { $right }
cli-compare-value-proven = { $value } (proven)
cli-compare-value-open = { $value } (at most { $bound })
cli-compare-not-asked = not asked
cli-compare-profile = Preferences
cli-compare-profile-line = { $rank }: first { $left }, then { $right }
cli-compare-groups = Part of each group with a place
cli-compare-group-line = { $grouping } { $group }: first { $left }, then { $right }
cli-compare-group-hidden = { $grouping } { $group }: too small to show
cli-compare-students = Students
cli-compare-unchanged = The same: { $count }
cli-compare-count = { $effect }: { $count }
cli-compare-written = The { $count } students for whom something changes are in { $file }.
cli-compare-use-out = Who they are: --out writes them to a file.
cli-compare-not-made = { $file } cannot be made: { $detail }

cli-what-if-short = Work out a result again with a few changes.
cli-what-if-help =
    Takes a result, changes what the file of --changes says, matches again and
    lays the two side by side. The first folder stays as it was. The lottery
    stays the same, so what differs comes from the changes.

    Examples:
      stagekans what-if result --changes what-if.toml --out result2
      stagekans verify result2

    The changes (TOML; everything may be absent, one thing must be there):
      closed_offers = ["A-17"]
      only_recognised = true        only offers with a checked recognition
      {"["}[more_places]]
      offer_id = "A-12"
      places = 2
      {"["}[new_offers]]
      offer_id = "NEW-1"
      places = 3
      crebos = ["25655"]
      place = "Hilversum"
      {"["}[more_travel]]
      minutes = 15                  without crebo: all students
      crebo = "25655"
      {"["}[relaxed_rules]]
      rule = "not_named"            or level, learning_path, period, days, support
      {"["}policy]
      goals = ["placed", "worst_off", "satisfaction"]

    Exit code: 0 = there is a result, 2 = something is wrong, 3 = stopped.
cli-what-if-option-changes = The file with the changes (TOML).
cli-what-if-option-out = The folder for the new result.
cli-what-if-same-folder = The new result cannot go into the same folder. Choose another folder for --out.
cli-what-if-unreadable = { $file }: these changes are not right: { $detail }
cli-what-if-remedy = See stagekans what-if --help for what such a file looks like.
cli-what-if-refused =
    { $count ->
        [one] There is 1 fault. Nothing was worked out.
       *[other] There are { $count } faults. Nothing was worked out.
    }
cli-what-if-fault = { $file }, { $row }: { $what }
cli-what-if-fault-column = { $file }, { $row }, { $column }: { $what }
cli-what-if-asked = The question

cli-sweep-short = Show what equal chances between groups cost.
cli-sweep-help =
    Matches a result again, each time with another gap that is accepted between
    groups: 0, 0.01, 0.02, 0.05 and 0.1. The CSV file says what every goal would
    reach for each gap. The lottery stays the same.

    Examples:
      stagekans sweep result --grouping team --out cost.csv
      stagekans sweep result --grouping team --grouping level \
          --tolerance 0 --tolerance 0.03 --out cost.csv

    Exit code: 0 = done, 2 = something is wrong, 3 = stopped.
cli-sweep-option-out = The CSV file with a line for each gap.
cli-sweep-option-grouping = The groups, such as team or level. Without: those of the policy.
cli-sweep-option-tolerance = A gap that is accepted, from 0 to 1. Repeat the option for more.
cli-sweep-no-grouping = The grouping { $name } is not in this result. Choose from: { $known }
cli-sweep-which-grouping = Say which groups get equal chances, with --grouping. Choose from: { $known }
cli-sweep-line = Gap up to { $name }: { $placed } placed, largest gap { $points } percentage points, satisfaction { $satisfaction } ({ $proof })
cli-sweep-open = not proven
cli-sweep-refused = Gap up to { $name }: cannot be worked out ({ $code })
cli-sweep-written = The table is in { $file }.
