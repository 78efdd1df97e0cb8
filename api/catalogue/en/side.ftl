# Agreements about groups of students (minimum, share, reserve, together, shared places) and matching again.
goal-reserves = Places that go to a group first
goal-together = Together in one place
goal-rematch = Few changes
run-stage-reserves = Stagekans gives groups the places meant for them
run-stage-together = Stagekans puts students together who want that
goal-proven-solver = Found to be best; cannot be re-checked
result-rematch = { $published } students had a place already. For { $forced } of them that place cannot stay. Besides, { $chosen ->
        [one] { $chosen } place changes
       *[other] { $chosen } places change
    } (at most { $most } may).

unplaced-side-constraint = An agreement about a group, or a goal, came first
tell-unplaced-side-constraint = There is no place. There was room left, but an agreement about a group of students, or a goal that you put first, did not give it to this student.
fate-closed-below-minimum = Does not open: too few students
fate-share-full = Full for this group
fate-shared-full = Shared places are full
fate-mate-elsewhere = Not possible together
fate-kept-free = Not possible: an agreement or a goal
tell-wish-closed-below-minimum = Choice { $rank }, { $offer }, does not open: there are too few students for it.
tell-wish-share-full = Choice { $rank }, { $offer }, has enough students of the same group already.
tell-wish-shared-full = Choice { $rank }, { $offer }, shares its places with other offers, and those are full.
tell-wish-mate-elsewhere = Choice { $rank }, { $offer }, is not possible: who must come along gets no place there.
tell-wish-kept-free = Choice { $rank }, { $offer }, still had a place, but an agreement about a group of students, or a goal, did not give it to this student.

cli-goal-reserves = Places that go to a group first
cli-goal-together = Together in one place
cli-goal-rematch = Few changes
cli-stage-reserves = Giving groups their places
cli-stage-together = Putting students together
cli-match-goal-solver = { $goal }: { $value } (the best according to the solver; the proof goes to { $bound })
cli-match-rematch = Of { $published } places that were known already, { $forced } cannot stay. Besides, { $chosen } change; { $most } may.
cli-reason-side-constraint = A place was left, but an agreement about a group of students, or a goal that comes first, did not give it to this student.
cli-verify-other-form = { $file } has form { $form } (schema); this version reads form 1. Check the folder with the version that made it: report.json says which.
cli-verify-no-form = { $file } does not say which form it has (schema). The file was changed, or comes from another version. Make the result again with: stagekans match
cli-detail-other-schema = the proof has a form (schema) that this version does not read
cli-detail-tree-broken = a branch of the proof is not right
cli-detail-leaf-leaves-room = a price in the proof allows more than the value
cli-detail-row-broken = a placement in the proof breaks a rule
cli-detail-pair-not-eligible = a placement in the proof uses a combination that is not allowed

cli-row-group-places-negative = The number for { $group } is { $value }. Give 0 or more.
cli-row-group-places-twice = The group { $group } stands twice. Keep one.
cli-row-reserve-above-places = { $value } places are meant for { $group }, but the offer has { $places }. Lower the number or raise the number of places.
cli-row-minimum-negative = The minimum is { $value }. Give 0 or more.
cli-row-minimum-above-places = The minimum is { $value }, but there are { $places } places. Lower the minimum or raise the number of places.
cli-row-shared-capacity-negative = The number of shared places is { $value }. Give 0 or more.
cli-row-shared-capacity-differs = For { $name } this says { $value }, and another offer says { $other }. Give the same number everywhere.
cli-row-together-unknown-student = Student { $other } is not in the file of students. Correct the number or remove it.
cli-row-together-with-oneself = This student wants to be together with himself. Remove this number.
cli-row-locks-not-together = This student must be together with { $other }, who is locked to { $offer-id }. Remove one of the two locks.
cli-row-locks-above-share = { $offer-id } may hold { $value } of { $group }, but { $locked } are locked to it. Raise the number or remove a lock.
cli-row-locks-above-shared-capacity = { $offer-id } shares { $value } places ({ $name }), but { $locked } students are locked there. Raise the number or remove a lock.
cli-row-locks-cannot-stand = The locked offer { $offer-id } does not fit with the other locks and agreements (minimum, share, together, shared places). Remove a lock or loosen an agreement.
cli-row-published-twice = This student stands twice among the known places. Keep one row.
cli-row-published-missing = Matching again needs the places that are known already. Name the file, or take [rematch] out of the policy.
clash-published = Known place of { $key }:
cli-row-grouping-unknown = No student has a group in this grouping. You can choose: { $known }.
cli-grouping-unknown = No student has a group in the grouping ‘{ $name }’.
cli-grouping-remedy = Choose a grouping that exists: { $known }.
result-lottery-solver = Lottery: followed according to the solver; the proof does not go that far.
result-see-changes = { $count ->
    [one] Look at the proposal that changes
   *[other] Look at the { $count } proposals that change
 }
result-rematch-solver = That no fewer than { $forced } places cannot stay is so according to the solver; the proof does not go that far.
result-rematch-none = It is not proven that { $forced } places cannot stay, only that at least { $least } cannot. So more could perhaps have stayed.
result-lottery-none = Lottery: time was up. It is not proven that every lot number was followed exactly.
cli-verify-lottery-bound = { $goal }: fits the lot numbers, but the proof does not rule out another placement
fault-published-student-gone = The student ‘{ $student }’ had a known place, but takes part no more.
fault-published-student-gone-remedy = Is that right? Then you need to do nothing: it does not count as a change. If not: correct the number, or put the student in the students file.
fault-published-offer-gone = The known place ‘{ $offer }’ is there no more. The student gets another one if possible.
fault-published-offer-gone-remedy = Is that right? Then you need to do nothing: this change does not count for max_changes. If not: correct the code, or put the offer in the offers file.

trade-off = What do more changes buy?
trade-off-text = The more students may get another place, the more can get better. Here you see what every goal reaches for each limit. Places that cannot stay do not count.
trade-off-flat = What every goal reaches is the same for each of these limits. More changes buy nothing.
trade-off-none = You have not asked for this yet. Below stands only this run itself.
trade-off-most = Changes allowed
trade-off-chosen = Changes made
trade-off-changes =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
trade-off-described = Line of { $count } points: { $name }, from the lowest to the highest limit. The numbers are in the table below.
trade-off-itself = This run
trade-off-start = Work this out for 0, 5, 10, 20 and 50 changes
trade-off-beaten = Time was up. { $run } allows fewer changes and is better.
trade-off-link = What do more or fewer changes buy?
form-field-limits = Changes allowed
field-not-a-rematch = This run had no limit to the number of changes. Start a run with such a limit first.

cli-trade-off-short = Show what more changes buy.
cli-trade-off-help =
    Works out a result with a limit to its changes again, each time with another
    limit: 0, 5, 10 and so on, until more changes buy nothing. The CSV file says
    for each limit what every goal reaches, and how many changes are enough for
    that.

    Examples:
      stagekans trade-off result --out changes.csv
      stagekans trade-off result --changes 0 --changes 10 --out x.csv

    End: 0 = done, 2 = something is wrong, 3 = stopped.
cli-trade-off-option-out = The CSV file with the lines.
cli-trade-off-option-changes = A limit to the changes. Repeat the option for more.
cli-trade-off-no-rematch = This result has no limit to its changes. Put rematch.max_changes and rematch.published in the policy and match again.
cli-trade-off-line = At most { $most } changes: { $values }; { $enough } are enough ({ $proof })
