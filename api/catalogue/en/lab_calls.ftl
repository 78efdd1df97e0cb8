# Mystery calls: calling with a request that is not allowed, listening in, and the result.
call-title = Call { $pseudonym }
call-stage-to-make = still to be made
call-stage-stopped = not made, stopped
call-stage-wants-listener = waits for the second listener
call-stage-wants-reader = waits for somebody to read the notes
call-stage-coded = two people have given a code
call-stage-no-question = the request was not made
call-state-planned = planned
call-state-due = due
call-state-sent = called
call-state-replied = called, with an answer
call-state-unanswered = no answer
call-state-withdrawn = withdrawn
call-state-undeliverable = did not come to the request
call-state-detected = detected as a test
call-state-stopped = not made, stopped
call-refused = This call was not saved
call-whom = Whom you call
call-due = Call from
call-caller-label = Drawn: who calls
call-make = Call and write down
call-make-text = Read the whole script first. Call, and fill in the form at once. The second listener does not see what you write.
call-ask-consent = Ask this first:
call-script = Script
call-script-hint = Say it word for word, from top to bottom. Tick what you said.
call-step-opening = Opening
call-step-request = Request
call-step-probe = Probe
call-step-closing = Closing
call-at = Start of the call
call-at-hint = Day and time at which somebody answered.
call-never-recorded = The protocol says that this call is not recorded.
call-consent = Consent to record
call-consent-given = given
call-consent-refused = refused
call-consent-refused-hint = The call goes on, without a recording.
call-consent-not-asked = not asked
call-recorded = This call was recorded
call-recorded-hint = The sound is not kept in this program. It must be gone after { $days } days.
call-recording-place = Where is the recording?
call-recording-place-hint = Only with a recording. Name no company and no person.
call-notes = What did the company say?
call-notes-hint = As literally as you can. Name nobody. Do not write down which outcome you choose.
call-outcome = Outcome
call-lost-undeliverable = did not come to the request
call-lost-detected = detected as a test
call-about-undeliverable = Nobody answered, or the call ended before the request. This call is in no share.
call-about-detected = The company says that this is a test. This call is in no share.
call-not-reached = Nobody answers? Then save nothing and call again later.
call-make-button = Save the call
call-not-now = You cannot call now
call-not-now-text = The call is not due yet, or the study does not run. State of the study: { $state }.
call-made = The call
call-caller = Caller
call-steps = Steps of the script
call-steps-said = { $said } of { $steps } said
call-listener = Second listener
call-listener-live = { $person }, listened in
call-listener-recording = { $person }, listened to the recording
call-listener-nobody = nobody yet
call-recording = Recording
call-recording-kept = { $place }. May stay until { $until }.
call-recording-gone = Deleted on { $when }
call-recording-gone-button = The recording was deleted
call-own = What you wrote down yourself
call-own-code = Your outcome: { $outcome }.
call-blind = Caller and listener do not see each other’s outcome and notes. Do they differ? Then a coder reads the notes and decides.
call-hear = What you heard
call-hear-text = Did you hear this call? Fill this in without talking to the caller.
call-how-heard = How did you hear it?
call-heard-live = I listened in during the call
call-heard-recording = I listened to the recording
call-hear-button = Save
calls-unheard = Waiting for the second listener
calls-unheard-own = { $pseudonym }, you called on { $when }. Somebody else listens.
calls-unheard-one = { $pseudonym }, { $person } called on { $when }
calls-unheard-none = No call waits.
calls-recordings = Recordings that are still kept
calls-recording = { $pseudonym }: gone after { $until }
calls-call = Call
calls-caller = Caller
calls-due = Call from
calls-made-at = Called on
calls-when-sent = Called
calls-calendar-number = Calls
calls-calendar-open = Still to be made
alarm-recordings = { $count ->
    [one] One recording should be gone by now.
   *[other] { $count } recordings should be gone by now.
}
fieldwork-counts-calls = Calls by state
fieldwork-stopped-calls = The study is stopped. Nobody calls.
fieldwork-none-calls = There are no calls yet. First draw the sample and the plan.
coding-lead-calls = You read what two people heard in a call, on which they do not agree. You do not see which company it was.
coding-call = Call { $number }
codes-lead-calls = Caller and second listener each give an outcome, without seeing the other’s. Do they disagree? Then a coder decides.
codes-reading-calls = { $calls ->
    [one] 1 call came to the request.
   *[other] { $calls } calls came to the request.
}
codes-need-reader = There is no coder yet. Where caller and listener disagree nobody can decide. Add a coder on the overview.
codes-rule-calls = These calls did not come to the request. Nobody codes them, and they are in no share.
progress-calls = Calls
progress-called = { $made } of { $planned } calls were made.
progress-calls-decided = Of { $decided } calls the outcome is settled. { $planned } are planned.
plan-calls = Calls
plan-companies = Companies
plan-lead-calls = The draw decides which company takes part, who calls, and when.
notice-call-made = The call was saved.
notice-call-heard = Your outcome was saved.
notice-recording-gone = Noted: the recording was deleted.
field-no-recording = There is no recording to listen to.
form-field-notes = What did the company say?
form-field-heard = How did you hear it?
form-field-consent = Consent to record
form-field-recording-place = Where is the recording?
conflict-call-own = You made this call yourself. The second listener is somebody else.
conflict-call-heard-already = A second listener has given the outcome already. It does not change any more.
conflict-call-no-listener = This call needs no second listener.
conflict-call-coded-again = All calls are coded again, by coders who read the notes.
conflict-calls-still-made = Close the fieldwork first. Then coders can code all calls again.
conflict-no-recording = There is no recording of this call, or it was deleted already.
lab-not-allowed-study-of-calls = This study makes calls. It has no letters and no replies.
lab-not-allowed-study-of-letters = This study sends letters. It makes no calls.
lab-result-title-calls-outcomes = What the companies said
lab-result-title-calls-readings = Counted more strictly or more loosely
lab-result-calls-asked = A caller asked not to get: { $minority }. The request was made and answered in { $valid ->
    [one] 1 call
   *[other] { $valid } calls
}.
lab-result-calls-main = In { $calls } of { $of } calls the company went along with the request: { $share } ({ $confidence } % interval from { $lower } to { $upper }).
lab-result-calls-main-hidden = In how many calls the company went along is not shown. Counts below { $k }, and what would give one away, are hidden.
lab-result-calls-none-decided = No company took a decision. So there is no share.
lab-result-calls-counts-as = The plan counts as going along: { $codes }.
lab-result-calls-what-it-does-not-say = This says how often companies went along in these calls. It does not say whether any one company discriminates, nor how often real clients ask such a thing.
lab-result-calls-made = { $made } calls were made; { $valid } came to the request. Of the { $aside } others { $undeliverable } did not come to it and { $detected } were detected as a test. They are in no share.
lab-result-calls-outcome = Outcome
lab-result-calls-number = Calls
lab-result-calls-interval = Interval
lab-result-calls-together = Interval for all outcomes together
lab-result-calls-caption = Outcomes of { $valid } calls
lab-result-calls-bars = Share of each outcome
lab-result-calls-reading = What counts as going along
lab-result-calls-readings-caption = Other ways to count
lab-result-calls-readings-hidden = One outcome is hidden because its count is small. Other counts would give it away.
lab-result-calls-of = { $calls } of { $of }
lab-result-calls-reading-complier = Only who says yes
lab-result-calls-reading-accommodating = Also who does so tacitly or leaves it to the client
lab-result-calls-reading-complier-of-decided = Who says yes, of those who decided
lab-result-calls-reading-complier-at-most = If all without a decision had said yes
lab-result-calls-parts-caption = Going along, by { $by }
lab-result-codebook-lead-calls = One row for each call. Companies have a number; who they are is nowhere in this file.
calls-step-text-stop = Nobody calls any more until the lead resumes the study.
calls-step-text-resume = After this calls may be made again. What fell due meanwhile is at the top of the work list.
calls-step-text-close = Calls that were not made will not be made. Was everybody called? Then no reason is needed.
results-files-lead-calls = The files name no companies. The rows of calls can show small counts: keep them within the study.
results-file-outcomes-calls = Outcomes by call (CSV)
study-add-person-lead-calls = Everybody has one task in a study. Who calls or listens in cannot be a coder in this study.
study-next-prepare-calls = Read in the companies and draw the plan.
study-next-send-calls = Call whoever is due. After that a second listener gives an outcome.
study-next-resume-calls = The study has been stopped. Nobody calls. You can go on or close it.
study-next-lock-calls = The fieldwork is done. Is the outcome of every call settled? Then lock the codes.
study-next-code-calls = Read the notes of calls on which two people do not agree. You decide.
study-frame-lead-calls = All companies that the draw takes from. Their names stand only here and in the fieldwork.
study-frame-import-calls = Add companies
study-frame-import-lead-calls = Choose a file with one company in each row. Good rows come in at once. For every other row you read what is wrong with it. You may choose the same file again: what is there stays as it is.
study-frame-closed-drawn-calls = The plan has been drawn. No more companies can be added.
study-frame-closed-state-calls = No companies can be added now. They can while the study is a draft, and after registration until the plan is drawn.
study-frame-found-calls = { $count ->
    [one] 1 company
   *[other] { $count } companies
}
study-frame-empty-calls = There are no companies yet
plan-outside-calls = { $count ->
    [one] 1 company had a sector outside the protocol and did not take part.
   *[other] { $count } companies had a sector outside the protocol and did not take part.
}
plan-set-aside-calls = { $count ->
    [one] 1 company could no longer take part on the day of the draw
   *[other] { $count } companies could no longer take part on the day of the draw
}
plan-calendar-calls = When the calls are made
plan-opens-calls = Call from
plan-closes-calls = Call until
plan-most-calls = At most so many calls a day
plan-accept-calls = Draw even if there are too few companies
plan-replay-equal-calls = The same seed gives the same plan.
progress-states-calls = How the calls stand
results-not-yet-lead-calls = Now: { $state }. The analysis can be done once the outcome of every call is settled.
keeping-kind-calls = Notes of calls
