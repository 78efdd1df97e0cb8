fairness-link = How fair is this?
fairness-title = How fair is this division?
fairness-intro = This page has figures about groups and about the whole run only. Nothing in it is about one student. A difference between groups is no proof that anybody was wronged: look also at what there was to choose from.
fairness-none = This run was made before we had this report. Make a new run to see it.
fairness-contents = On this page
fairness-back = Back to the run

fairness-groups = Does every group get a place equally often?
fairness-groups-text = For each group you see the share of students with a place. The line beside the dot shows how much chance can make: the smaller the group, the longer the line.
fairness-groups-empty = These students have no groups, so there is nothing to compare.
fairness-is-goal = Goal of this run
fairness-group = Group
fairness-students = Students
fairness-placed = With a place
fairness-rate = Share with a place
fairness-offers = Fitting offers a student
fairness-offers-text = The middle number: half of them have more.
fairness-without = Without a fitting offer
fairness-percent = { NUMBER($percent, minimumFractionDigits: 1, maximumFractionDigits: 1) } %
fairness-between = between { NUMBER($low, minimumFractionDigits: 1, maximumFractionDigits: 1) } and { NUMBER($high, minimumFractionDigits: 1, maximumFractionDigits: 1) } %
fairness-or-more = { NUMBER($percent) } % or more
fairness-or-less = { NUMBER($percent) } % or less
fairness-hidden = Hidden
fairness-withheld = Not shown
fairness-rule = Rule for small numbers, version { $version }. A group of fewer than { $least } students is hidden. Of a group of fewer than { $small } students we show only “{ $lowest } % or less” and “{ $highest } % or more” where the share is beyond that. “Not shown”, and sometimes “Hidden”, stands where you could otherwise work out a hidden figure.
fairness-gap = Difference: { NUMBER($points, minimumFractionDigits: 1, maximumFractionDigits: 1) } percentage points, between { $highest } (highest) and { $lowest } (lowest).
fairness-gap-at-least = Difference: { NUMBER($points, minimumFractionDigits: 1, maximumFractionDigits: 1) } percentage points or more, between { $highest } (highest) and { $lowest } (lowest). We do not show the exact difference, because a group is small.
fairness-gap-interval = Allowing for chance, this difference lies between { NUMBER($low, minimumFractionDigits: 1, maximumFractionDigits: 1) } and { NUMBER($high, minimumFractionDigits: 1, maximumFractionDigits: 1) } percentage points (95 %). We picked the two extremes: with many groups their difference is soon large.
fairness-gap-conditional = Among students with about as many fitting offers, the difference is { NUMBER($points, minimumFractionDigits: 1, maximumFractionDigits: 1) } percentage points. This can be compared for { NUMBER($covered, maximumFractionDigits: 0) } % of these two groups. Is this difference much smaller? Then it mostly comes from the offers.
fairness-gap-none = We cannot compare two groups here.
fairness-rates-axis = Share with a place (%)
fairness-rates-chart = Chart: the share with a place for each group, { $grouping }. The same figures stand in the table below it.
fairness-rates-key = Dot: the share with a place. Line: what chance can make (95 %). Open diamond: only a bound, because the group is small.

fairness-grouping-programme = Programme
fairness-grouping-level = Level
fairness-grouping-learning-path = Learning path
fairness-grouping-study-year = Study year
fairness-grouping-failed-applications = Earlier rejections
fairness-grouping-support = Needs support at work
fairness-grouping-team = Team
fairness-grouping-location = Location
fairness-group-support-yes = Yes
fairness-group-support-no = No

fairness-change = What did the goal “equal chances for groups” do?
fairness-change-text = We made the same division once more without this goal.
fairness-change-which = Division
fairness-change-without = Without this goal
fairness-change-with = With this goal (this run)
fairness-change-gap = Largest difference between groups
fairness-points = { NUMBER($points, minimumFractionDigits: 1, maximumFractionDigits: 1) } percentage points

fairness-prices = What does each goal cost?
fairness-prices-text = A goal that comes first can cost a later goal something. We made the division once more without that goal. This is the difference.
fairness-prices-none = This was not worked out for this run: it has too many students.
fairness-prices-single = This run has one goal, so there is no later goal that loses anything.
fairness-price-goal = This goal
fairness-price-later = cost this later goal
fairness-price-lost = so much
fairness-price-nothing = Nothing
fairness-price-placed = { $number ->
    [one] 1 place fewer
   *[other] { $number } places fewer
 }
fairness-price-placed-gained = { $number ->
    [one] 1 place more
   *[other] { $number } places more
 }
fairness-price-satisfaction = { $number ->
    [one] 1 point less
   *[other] { $number } points less
 }
fairness-price-satisfaction-gained = { $number ->
    [one] 1 point more
   *[other] { $number } points more
 }
fairness-price-group-gap = { NUMBER($points, maximumFractionDigits: 2) } percentage points more difference
fairness-price-group-gap-gained = { NUMBER($points, maximumFractionDigits: 2) } percentage points less difference
fairness-price-more = { $name }: { $number } more
fairness-price-fewer = { $name }: { $number } fewer

fairness-profile = How far down their lists did students come?
fairness-profile-text = Every bar adds up: who got a first choice also counts for “choice 2 or higher”.
fairness-profile-axis = Students (%)
fairness-profile-chart = Chart: the share of all students who got a place of this choice or a higher one. The same figures stand in the table beside it.
fairness-profile-empty = Nobody got a place from a list.
fairness-choice = Choice
fairness-choices = Choice { $first } to { $last }
fairness-choice-one = Choice { $rank }
fairness-share = Share
fairness-up-to = This choice or higher
fairness-not-named = A place that was not on the list
fairness-without-place = No place

fairness-ways = What would another way of dividing have given?
fairness-ways-text = We gave the same places to the same students in two other ways. In both, one student after another chooses the best place that is left.
fairness-way = Way
fairness-way-run = This run
fairness-way-random-order = Drawing lots for who chooses first (drawn { $draws } times)
fairness-way-student-number = First come, first served
fairness-way-run-short = This run
fairness-way-random-order-short = Lots
fairness-way-student-number-short = First come
fairness-way-number-text = We do not know who came first. We took the order of the student numbers instead.
fairness-ways-axis = Students with a place
fairness-ways-chart = Chart: how many students get a place in each way. The line for lots goes from the worst draw to the best. The same figures stand in the table below it.
fairness-ways-scale = Dot: the number with a place. Line: from the worst draw to the best. The scale does not begin at 0.
fairness-ways-gap = Largest difference between groups
fairness-ways-satisfaction = Points together
fairness-ways-choice = Choice { $rank }
fairness-ways-later = Later choice
fairness-range = { $least } to { $most }
fairness-seeds = The draws can be worked out again with these seeds:

fairness-envy = Who would rather have had the place of somebody else?
fairness-envy-text = A student counts here when a place higher on the own list, for which the student is eligible, went to somebody else. A student without a place counts when somebody else got a place that would have fitted too.
fairness-envy-students = Students who would rather have had another's place
fairness-envy-pairs = Pairs of such a student and that other
fairness-envy-by-lot-students = Of those, with a better lot than that other
fairness-envy-by-lot-pairs = Pairs in which that is so
fairness-envy-by-lot-text = A better lot does not always come first: the goals do. That is how more students get a place. Places that were settled before do not count here.
fairness-fewer-than = Fewer than { $least }

fairness-opportunity = What was there to choose from?
fairness-opportunity-text = The rules leave one student more offers than another. No division can help a student who has nothing to choose from. For each group this stands in the tables above.
fairness-opportunity-median = Fitting offers a student (middle number)
fairness-opportunity-without = Students without a fitting offer

cli-stage-prices = Working out what each goal costs
cli-stage-fairness = Looking how fair it is
cli-match-option-prices = Work out what each goal costs the later ones: auto (up to 3,000 students), yes or no.
cli-verify-group-untrue = fairness.json: the numbers of group { $group } ({ $grouping }) are not true
cli-verify-unchecked-prices = Not checked: what each goal costs the later ones (price). That takes solving everything once more.
cli-verify-unchecked-gap-without = Not checked: the difference between groups without the goal (gap_change). That takes solving everything once more.

run-stage-prices = Stagekans works out what each goal costs
run-stage-fairness = Stagekans looks how fair it is
fairness-table = See the numbers
