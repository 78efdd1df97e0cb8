# Explanation: where there are too few places, what would be different, and the letter to the student ("you").
join-and = { $first } and { $last }

shortage-text = { $students } students of programme { $crebos } have { $places ->
    [one] 1 place
   *[other] { $places } places
 } between them. { $shortage ->
    [one] 1 student gets no place.
   *[other] { $shortage } students get no place.
 }
shortage-other-programmes = { $count ->
    [one] 1 other programme
   *[other] { $count } other programmes
 }
shortage-where = Most of the places are in { $zones }.
shortage-when = These places start in { $months }.
shortage-opens = { $total ->
    [one] 1 more place gives 1 more student a place: { $offers }.
   *[other] { $total } more places give { $total } more students a place: { $offers }.
 }
shortage-opens-at = { $places } at { $offer }
shortages-title = Where are there too few places?
shortages-lead = Each row is a group of students who have too few places between them. None of them fits any other place. The largest shortage comes first.
shortages-none = There is no group of students with too few places.
shortages-none-but = There is no group of students with too few places. Students without a place lack offers that fit, or another goal came first. Open a student to see why.
shortages-more = { $count ->
    [one] Show 1 more group
   *[other] Show { $count } more groups
 }
shortage-group = Group
shortage-missing = Too few
shortage-helps = What helps
shortage-no-promise = With this order of goals that cannot be said beforehand.
shortage-without = Without a place: { $list }
shortage-without-one = { $count } of { $crebo }

would-title = What would be different?
would-text = Computed for this run, with one change at a time. All else stays the same.
would-period = If another period is possible too, { $offers ->
    [one] 1 more offer fits
   *[other] { $offers } more offers fit
 }.
would-period-none = Another period gives no more offers.
would-days = If other days are possible too, { $offers ->
    [one] 1 more offer fits
   *[other] { $offers } more offers fit
 }.
would-days-none = Other days give no more offers.
would-travel = With { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 } more travel time, { $offers ->
    [one] 1 more offer fits
   *[other] { $offers } more offers fit
 }.
would-travel-none = More travel time gives no more offers.
would-support = If companies give the support that is needed, { $offers ->
    [one] 1 more offer fits
   *[other] { $offers } more offers fit
 }.
would-support-none = With the support that is needed, no more offers fit.
would-forbidden = Without the ban by a person, { $offers ->
    [one] 1 more offer fits
   *[other] { $offers } more offers fit
 }.
would-forbidden-none = Without the ban by a person, no more offers fit.
would-not-named = If the student accepts offers besides the own choices, { $offers ->
    [one] 1 more offer fits
   *[other] { $offers } more offers fit
 }.
would-not-named-none = With offers besides the own choices, nothing more fits.
place-then-certain = Then there is certainly a place in this run.
place-then-depends = Whether there is a place then depends on the other students: the goals and the lot decide.
place-then-no = Then there is still no place in this run.

settled = What decided?
settled-none = The rules, or an earlier decision
settled-placed = As many students with a place as possible
settled-group-gap = Equal chance for each group
settled-worst-off = Worst off first
settled-satisfaction = Preference, travel time and learning wishes together
settled-lottery = The lot, as the chances were equal
tell-wish-lots = The lot decided who got this place (lot numbers { $lowest } to { $highest }).
tell-wish-lot = The lot decided who got this place (lot number { $lot }).

letter-open = Make a letter for the student
letter-title-placed = Why did I get this place?
letter-title-none = Why do I not have a place yet?
letter-draft = This is a draft. Nothing is decided yet. Hand the letter over only after your decision.
letter-draft-title = Draft
letter-print = Print this page with Ctrl+P.
letter-back = Go back to the student
letter-dear = Dear { $name },
letter-dear-unknown = Dear student,
letter-placed-named = { $choices ->
    [one] You get a placement at { $offer }. That is the place you chose.
   *[other] You get a placement at { $offer }. That is choice { $rank } of your { $choices }.
 }
letter-placed-locked = You get a placement at { $offer }. This place was fixed by an earlier decision.
letter-placed-not-named = You get a placement at { $offer }. You did not choose this place yourself, but it fits you.
letter-placed-no-list = You get a placement at { $offer }. You gave no preferences. This place fits you.
letter-placed-by-hand = You get a placement at { $offer }. Somebody at your school chose this place for you.
letter-none-by-hand = You do not have a placement yet. Somebody at your school decided so. Feel free to ask your coordinator why.
letter-none = You do not have a placement yet. That is not because of you. Your school goes on looking with you.
letter-minutes = { $minutes ->
    [one] The journey takes about 1 minute.
   *[other] The journey takes about { $minutes } minutes.
 }
letter-looked = { $eligible ->
    [0] We looked at all offers ({ $offers }). None of them fitted you.
    [one] We looked at all offers ({ $offers }). 1 of them fitted you.
   *[other] We looked at all offers ({ $offers }). { $eligible } of them fitted you.
 }
letter-why-no-eligible-offer = Most fell away because of { $rules }.
letter-why-no-places = The offers that fit you have 0 places now.
letter-why-more-students-than-places = You and { $others ->
    [one] 1 other student
   *[other] { $others } other students
 } have only { $places ->
    [one] 1 place
   *[other] { $places } places
 } between you.
letter-why-side-constraint = There was a place left, but an agreement about a group of students, or a goal of the school, came first.
letter-why-other-goal-first = Your school put another goal before as many places as possible.
letter-wish-removed = Your choice { $rank }, { $offer }, was not possible: { $why }.
letter-wish-removed-given = Your choice { $rank }, { $offer }, was not possible.
letter-wish-taken = Your choice { $rank }, { $offer }, is full. { $students } students fitted and there { $places ->
    [one] is 1 place
   *[other] are { $places } places
 }.
letter-wish-no-places = Your choice { $rank }, { $offer }, has 0 places now.
letter-wish-unknown-offer = Your choice { $rank }, { $offer }, is not among the offers.
letter-wish-place-left = Your choice { $rank }, { $offer }, still had a place. This place fits better in total: preference, journey and what you want to learn together.
letter-wish-closed-below-minimum = Choice { $rank }, { $offer }, does not open: there are too few students for it.
letter-wish-share-full = Choice { $rank }, { $offer }, has enough students of the same group already.
letter-wish-shared-full = Choice { $rank }, { $offer }, shares its places with other offers, and they are full.
letter-wish-mate-elsewhere = Choice { $rank }, { $offer }, was not possible: who must be together with you does not get a place there.
letter-wish-kept-free = Choice { $rank }, { $offer }, had a place left. An agreement about a group of students, or a goal of the school, came first.
letter-wish-decided = Your choice { $rank }, { $offer }, was not needed any more: your place was fixed already.
letter-more-wishes = { $count ->
    [one] 1 more choice did not work out.
   *[other] { $count } more choices did not work out.
 }
letter-settled-placed = One goal came first: a place for as many students as possible. That decided for you.
letter-settled-group-gap = Each group of students gets an equal chance. That decided for you.
letter-settled-worst-off = Who is worst off is helped first. That decided for you.
letter-settled-satisfaction = The places were divided so that together they fit best: preference, travel time and what students want to learn. That decided for you.
letter-settled-lottery = You and others had equal chances. So the lot decided. Your lot number is { $lot }.
letter-lot-order = Then who has a lower lot number comes first.
letter-would-period = Can a company offer another period? Then { $offers ->
    [one] 1 more offer fits
   *[other] { $offers } more offers fit
 } you.
letter-would-days = Can a company offer other days? Then { $offers ->
    [one] 1 more offer fits
   *[other] { $offers } more offers fit
 } you.
letter-would-travel = Can you travel { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 } longer? Then { $offers ->
    [one] 1 more offer fits
   *[other] { $offers } more offers fit
 } you.
letter-would-support = At { $offers ->
    [one] 1 offer
   *[other] { $offers } offers
 } only the support that you need is missing. Your school can ask whether a company can give it.
letter-would-forbidden = Somebody at your school ruled out { $offers ->
    [one] 1 offer
   *[other] { $offers } offers
 } for you. You may ask why.
letter-would-not-named = You only want places that you chose yourself. Would another place be fine too? Then { $offers ->
    [one] 1 more offer fits
   *[other] { $offers } more offers fit
 } you.
letter-then-certain = With that you would certainly have had a place in this round.
letter-then-depends = Whether you would have had a place in this round then depends on the other students.
letter-then-no = In this round that would not have given a place yet.
letter-not-used = Your name, origin, sex, age and marks did not count.
letter-questions = Is something wrong, or do you have a question? Talk to your coordinator. Together you see what is possible.
