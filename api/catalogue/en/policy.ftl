# Policies: what a run has to do. Choosing, checking, summing up, keeping.

# In sentences, in the order of the goals.
policy-sum-placed = { $turn ->
    [first] First, as many students as possible get a place.
   *[then] Then, as many students as possible get a place.
 }
policy-sum-group-gap = { $turn ->
    [first] First, we make the difference between groups as small as possible ({ $groupings }).
   *[then] Then, we make the difference between groups as small as possible ({ $groupings }).
 }
policy-sum-tolerance = A difference up to { $points } percentage points is good enough.
policy-sum-price = { $price ->
    [one] For that, 1 student fewer may get a place.
   *[other] For that, { $price } students fewer may get a place.
 }
policy-sum-group-size = Groups of fewer than { $least } students do not count here.
policy-sum-worst-off-rank = { $turn ->
    [first] First, we help whoever is worst off: as few students as possible without a place, then with a place that they did not choose, then with a late choice.
   *[then] Then, we help whoever is worst off: as few students as possible without a place, then with a place that they did not choose, then with a late choice.
 }
policy-sum-worst-off-utility = { $turn ->
    [first] First, we help whoever is worst off: as few students as possible without a place, then with few points.
   *[then] Then, we help whoever is worst off: as few students as possible without a place, then with few points.
 }
policy-sum-satisfaction = { $turn ->
    [first] First, we choose what gives the most points: preference counts for { $preference }, travel for { $travel } and learning wishes for { $learning }.
   *[then] Then, we choose what gives the most points: preference counts for { $preference }, travel for { $travel } and learning wishes for { $learning }.
 }
policy-sum-lottery = Is anything still equal then? We draw lots.
policy-sum-lottery-committed = Is anything still equal? Then we draw lots, with the lottery that was committed beforehand.
policy-sum-lottery-seed = Is anything still equal then? We draw lots, with starting number { $seed }.
policy-sum-rematch = { $changes ->
    [0] Nobody loses a place that is known already, and nobody gets another one.
    [one] At most 1 student loses the place that is known already, or gets another one.
   *[other] At most { $changes } students lose the place that is known already, or get another one.
 }
policy-sum-budget = { $seconds ->
    [one] The calculation stops after 1 second. What is not proven by then is marked.
   *[other] The calculation stops after { $seconds } seconds. What is not proven by then is marked.
 }

# Groupings.
policy-grouping-programme = Programme
policy-grouping-level = Level
policy-grouping-learning-path = Learning path
policy-grouping-study-year = Study year
policy-grouping-failed-applications = Earlier failed applications
policy-grouping-support = Needs support
policy-grouping-team = Team
policy-grouping-location = Location

# What is wrong, and what to do.
policy-fault-not-toml = { $line ->
    [0] This file is not TOML.
   *[other] Line { $line } is not TOML.
 }
policy-fault-not-toml-remedy = Write each line as name = value, with text between quotation marks. Or download a policy from the website and change that.
policy-fault-unknown-key = We do not know this name.
policy-fault-unknown-key-remedy = Take it out, or use one of these names: { $known }.
policy-fault-missing = This is missing.
policy-fault-missing-remedy = Fill this in.
policy-fault-not-text = This is not text.
policy-fault-not-text-remedy = Put it between quotation marks.
policy-fault-not-whole = This is not a whole number.
policy-fault-not-whole-remedy = Fill in a whole number, for example 10.
policy-fault-not-number = This is not a number.
policy-fault-not-number-remedy = Fill in a number.
policy-fault-not-list = This is not a list of names.
policy-fault-not-list-remedy = Write the names between quotation marks and square brackets, for example ["placed"].
policy-fault-not-table = This is not a table of names and values.
policy-fault-not-table-remedy = Put the name on a line of its own between square brackets, and the values on the lines below it.
policy-fault-not-a-choice = There is no such choice.
policy-fault-not-a-choice-remedy = Choose from: { $choices }.
policy-fault-goals-none = No goal is chosen.
policy-fault-goals-none-remedy = Choose at least one goal.
policy-fault-goal-twice = A goal is in it twice.
policy-fault-goal-twice-remedy = Keep each goal once.
policy-fault-goal-unknown = There is no goal "{ $goal }".
policy-fault-goal-unknown-remedy = Choose from: { $known }.
policy-fault-below = This number is too small.
policy-fault-below-remedy = Fill in { $least } or more.
policy-fault-out-of-range = This number is too small or too large.
policy-fault-out-of-range-remedy = Fill in a number from { $least } to { $most }.
policy-fault-weights-sum = The points are { $sum } together. They must be exactly 1,000.
policy-fault-weights-sum-remedy = { $missing ->
    [one] Add 1 point.
   *[other] Add { $missing } points.
 }
policy-fault-weights-sum-remedy-less = { $missing ->
    [one] Take 1 point off.
   *[other] Take { $missing } points off.
 }
policy-fault-groupings-none = No grouping is chosen.
policy-fault-groupings-none-remedy = Choose at least one grouping, or take the goal about groups out.
policy-fault-grouping-twice = A grouping is in it twice.
policy-fault-grouping-twice-remedy = Keep each grouping once.
policy-fault-grouping-name = A grouping cannot be empty and cannot be called "gap".
policy-fault-grouping-name-remedy = Choose another name for this grouping.
policy-fault-price-place = A price in places is possible only where the goal about groups stands directly under "Students with a place".
policy-fault-price-place-remedy = Put the goal there, or make the price 0.
policy-fault-seed-long = This starting number is too long.
policy-fault-seed-long-remedy = Use { $most } characters at most.
policy-fault-seed-signs = There is a character in this starting number that cannot be seen.
policy-fault-seed-signs-remedy = Use only letters, digits, blanks and punctuation.
cli-policy-fault = { $file }: { $what }
cli-policy-fault-key = { $file }, { $key }: { $what }

# What is possible, but worth a look.
policy-warn-no-placed = The goal "Students with a place" does not take part. Places may stay empty while a student has no place.
policy-warn-placed-later = The goal "Students with a place" is not the first. Places may stay empty while a student has no place.
policy-warn-nobody = { $grouping }: no student of this round has a group here. This grouping changes nothing.
policy-warn-one-group = { $grouping }: there is one group only. There is nothing to compare, so this grouping changes nothing.
policy-warn-small = { $counting ->
    [0] { $grouping }: all groups have fewer than { $least } students. This grouping changes nothing.
   *[other] { $grouping }: only one group has { $least } students or more. There is nothing to compare, so this grouping changes nothing.
 }

# What the points mean.
policy-example-preference = A student names { $choices } places. The first choice gives { $first } points, the second { $second }, the last { $last }. A place that the student did not name gives 0.
policy-example-travel = The journey takes { $minutes } minutes and may take { $most }: { $points } points. Nearer gives more.
policy-example-learning = The place fits 1 of 2 learning wishes: { $points } of the { $all } points.
policy-example-trade = One choice lower costs this student { $step } points. That is as much as { $minutes } minutes more travel.

# The page.
policy-start-with = Begin with
policy-start-with-own = The usual policy of Stagekans
policy-start-with-option = { $name } (this round)
policy-start-with-option-school = { $name } (whole school)
policy-start-with-default = { $name }, default
policy-start-with-button = Use this policy
policy-changed-by = Last changed by { $by }, { $when }.
policy-counts = Stagekans divides { $places } places among { $students } students. Here you choose what matters most.
policy-right = The policy is right.
policy-others = Kept policies and files
policy-default-mark = (default)
policy-goals = Goals and their order
policy-goals-text = The first goal goes first. A lower goal never takes anything from a goal above it.
policy-goal-number = Goal { $number }
policy-up = Up
policy-down = Down
policy-take-out = Take out
policy-add = Add
policy-more = These goals do not take part
policy-more-none = All goals take part.
policy-told-moved = "{ $goal }" is goal { $place } of { $count } now.
policy-told-first = "{ $goal }" is the first already.
policy-told-last = "{ $goal }" is the last already.
policy-told-added = "{ $goal }" takes part now, as goal { $place } of { $count }.
policy-told-out = "{ $goal }" takes no part any more.
policy-cost = What it may cost
policy-cost-placed = For one student more, others sometimes get a place that fits them less.
policy-cost-group-gap = To help a group with few places, students of other groups sometimes get a place that fits them less.
policy-cost-group-gap-first = Is this goal above "Students with a place"? Then places may stay empty just to keep the difference small.
policy-cost-worst-off = To give one student a better place, others sometimes get their second choice in place of their first.
policy-cost-satisfaction = It is about all points together. One student may get a bad place where that brings others more together.
policy-worst-off-text = First as few students as possible without a place. Then as few as possible with a bad place, and so on upwards. Below you choose what a bad place is.
policy-classes = Who is worst off?
policy-classes-rank = Whoever got the last choice
policy-classes-rank-text = No place is the worst. Then a place that the student did not choose, then the last choice, and so on. Travel does not count.
policy-classes-utility = Whoever got the fewest points
policy-classes-utility-text = No place is the worst. Then 0 to 99 points, then 100 to 199, and so on. Travel and learning wishes count too.
policy-groupings = Which groups do we compare?
policy-groupings-text = The same part of each group should get a place. With more than one grouping, the largest difference counts.
policy-grouping-counts = { $groups ->
    [one] 1 group
   *[other] { $groups } groups
 }, { $students ->
    [one] 1 student
   *[other] { $students } students
 }
policy-grouping-smallest = The smallest group: { $smallest }, the largest: { $largest }.
policy-groupings-empty = No student of this round has a group. So this goal changes nothing.
policy-grouping-absent = Nobody in this round has such a group.
policy-tolerance = Which difference is good enough? (percentage points)
policy-tolerance-hint = With 2, places for 91 % of one group and 89 % of another are good enough. The higher, the more room for other goals. With 0, we make the difference as small as can be.
policy-price = How many students fewer with a place, at most?
policy-price-hint = With 0, this goal costs nobody a place. With 3, 3 students fewer may get a place where that makes the difference smaller. Possible only directly under "Students with a place".
policy-group-size = How large must a group be to count?
policy-group-size-hint = In a group of 3, 1 student changes the part by 33 percentage points. Small groups are in the report all the same.
policy-weights = Points for a place
policy-weights-text = Exactly 1,000 together. The more points for a part, the more it counts.
policy-weights-used = The points count for "Satisfaction", and for "Worst off first" where you choose points there.
policy-weight-preference = The student's preference
policy-weight-travel = A short journey
policy-weight-learning = Learning wishes
policy-weights-sum-right = { $sum } together. That is right.
policy-weights-examples = What does this mean for a student?
policy-rematch = How many students may get another place?
policy-rematch-text = In this round places are known already. Leave this empty where that does not matter.
policy-rematch-hint = These are students who lose their place or get another one. The lower, the fewer people you have to tell something new, but the less can get better.
policy-budget = Time to calculate, in seconds (optional)
policy-budget-hint = When the time is over you get the best so far, and how far from the best possible it is at most. Leave this empty for the usual time.
policy-more-settings-rematch = Changes, time and lottery
policy-more-settings = Time and lottery
policy-summary = Your policy in short
policy-summary-faults = { $count ->
    [one] 1 thing is not filled in right yet. After that you see your policy in short here.
   *[other] { $count } things are not filled in right yet. After that you see your policy in short here.
 }
policy-summary-look = Please note
policy-check = Check the policy
policy-keep = Keep or share this policy
policy-keep-text = Then you can choose it again next time. A run always keeps the policy that it was made with.
policy-name = Name
policy-name-hint = For example: our policy 2027. Is there one of this name already? Then you replace it.
policy-scope = For whom?
policy-scope-round = This round only
policy-scope-school = The whole school
policy-default = Begin a new run with it from now on
policy-save = Keep this policy
policy-download = Download as a file (TOML)
policy-upload = Or begin with a file
policy-upload-file = Policy as a file
policy-upload-hint = A TOML file of this page or of the command stagekans match. Nothing is started yet.
policy-upload-button = Read this file
policy-upload-faults = { $count ->
    [one] This file has 1 fault. You see the policy from before it here.
   *[other] This file has { $count } faults. You see the policy from before it here.
 }
policy-saved-ones = Kept policies
policy-remove = Remove
policy-run-made-with = Made with this policy
policy-file-name = policy
policy-told-loaded = The file was read. See whether it is right, then start.
notice-policy-saved = The policy is kept.
notice-policy-removed = The policy is removed.
form-field-goals = Goals
form-field-utility = Points together
form-field-utility-preference = The student's preference
form-field-utility-travel = A short journey
form-field-utility-learning-wishes = Learning wishes
form-field-worst-off-classes = Who is worst off
form-field-group-gap-groupings = Which groups
form-field-group-gap-tolerance = Which difference is good enough
form-field-group-gap-price = How many students fewer
form-field-group-gap-min-group-size = Smallest group
form-field-rematch-max-changes = How many students another place
form-field-budget-seconds = Time to calculate
form-field-policy-name = Name of the policy
form-field-policy = Policy
field-policy-name-length = Give the policy a name of 1 to 100 characters.
