### The frame, the randomisation and the fieldwork of a paired test: what can be wrong, and what codes and states are called.

lab-finding-frame-cell-missing = Row { $row }: the column { $column } is empty. Fill it in.
lab-finding-frame-cell-too-long = Row { $row }: the text in { $column } is too long. It can have { $most } characters.
lab-finding-frame-number-unreadable = Row { $row }: ‘{ $value }’ in { $column } is not a number of { $digits } digits.
lab-finding-frame-zeros-added = Row { $row }: { $column } said { $value }. We read it as { $full }: zeros were missing. Is that right?
lab-finding-frame-number-is-kvk = Row { $row }: { $column } holds the KvK number { $value }. Fill in the number of the establishment, or leave this cell empty.
lab-finding-frame-postcode-unreadable = Row { $row }: ‘{ $value }’ in { $column } is not a postcode. Fill in four digits.
lab-finding-frame-day-unreadable = Row { $row }: ‘{ $value }’ in { $column } is not a date. Write dd-mm-yyyy.
lab-finding-frame-day-in-future = Row { $row }: the date { $day } in { $column } is after today, { $today }.
lab-finding-frame-email-unreadable = Row { $row }: ‘{ $value }’ in { $column } is not an e-mail address.
lab-finding-frame-phone-unreadable = Row { $row }: ‘{ $value }’ in { $column } is not a phone number.
lab-finding-frame-without-phone = Row { $row }: there is no phone number. Without one nobody can call.
lab-finding-frame-no-contact = Row { $row }: there is no e-mail address and no phone number. { $column } can still get one.
lab-finding-frame-id-twice = Row { $row }: the code { $entry } is also in row { $other }. Give each row its own code.
lab-finding-frame-establishment-twice = Row { $row }: this establishment is also in row { $other }. That row takes part, this one does not.
lab-finding-frame-establishment-earlier = Row { $row }: this establishment is in the frame already, from an earlier file.
lab-finding-frame-company-blocked = Row { $row }: this company is not tested. It is on the list of companies that do not take part.
lab-finding-frame-company-in-other-study = Row { $row }: this company is in another study that runs now.
lab-finding-frame-cool-down = Row { $row }: this establishment had a test on { $last }. From { $free } on it may have one again.
lab-finding-frame-column-unknown = The column ‘{ $column }’ does not belong here. It is not taken in.

lab-finding-sample-size-one-of-two = Choose one of the two: a number for each group, or a number in all.
lab-finding-sample-size-below-one = { $value } is too few. Choose 1 or more.
lab-finding-sample-company-limit = For { $entries ->
    [one] one row
   *[other] { $entries } rows
  } the company took part often enough already (at most { $most } times). They are not in the draw.
lab-finding-sample-stratum-short = In { $sector }, size { $size }, there are { $available }. You ask for { $asked }.
lab-finding-sample-sector-short = In { $sector } there are { $available }. You ask for { $asked }.
lab-finding-sample-frame-too-small = You ask for { $asked }, but there are { $available }.

lab-finding-design-too-few = { $number ->
    [0] There is nothing in { $part }
   *[other] There are { $number } in { $part }
  }. At least { $least } are needed.
lab-finding-design-twice = Something stands twice in { $part }.
lab-finding-design-delay = The shortest time between two applications is { $least } minutes, the longest { $most }. The shortest must be above 0 and not above the longest.
lab-finding-design-weights = The weights of the compositions are whole numbers from 0 up, together 1 to { $most }.
lab-finding-design-one-quality = All applications are equally good. With several levels you can also see whether employers are less sure about one group (Neumark).
lab-finding-design-one-name = The list { $list } has only one name for { $identity ->
    [majority] the majority
   *[minority] the minority
  }. Then nobody can tell the group from that name. Take two or more.
lab-finding-design-name-on-both-sides = In the list { $list }, { $name } stands on both sides.

lab-finding-criterion-unknown = The check ‘{ $factor } against { $against }’ does not exist in this design.
lab-finding-criterion-least-p = { $value } is no limit for a p-value. Choose a number between 0 and 1.
lab-finding-criterion-one-of-two = Give each criterion one limit: a p-value or a difference.
lab-finding-criterion-most-difference = { $value } is no limit for a difference. Choose a number above 0, at most 1.
lab-finding-criteria-never-met = After { $draws } draws no plan met the { $criteria ->
    [one] criterion
   *[other] { $criteria } criteria
  } of the protocol. There is no plan. Widen the criteria in an amendment of the protocol.

lab-finding-plan-trait-not-one-request = One script asks one thing. The protocol has { $number } traits. Keep one.
lab-finding-plan-trait-not-one-name = The protocol has { $number ->
    [one] a trait that a name does not show
   *[other] { $number } traits
  }. A plan needs exactly one trait, and the name must show it.
lab-finding-plan-delay-missing = The protocol does not say how many hours lie between two applications.
lab-finding-plan-days-missing = The protocol has no first and last day of the fieldwork.
lab-finding-plan-start-outside = The first day cannot be { $day }. Choose a day from { $earliest } up to { $end }.
lab-finding-plan-start-passed = With this first day { $number ->
    [one] one moment of the plan has
   *[other] { $number } moments of the plan have
  } passed already ({ $day }). Choose tomorrow or a later day as the first day.
lab-finding-plan-after-end = { $number ->
    [one] One application falls
   *[other] { $number } applications fall
  } after the last day of the fieldwork, { $end }. The last one would be on { $last }. Now at most { $most } go out a day. Send more a day, or begin earlier.
lab-finding-plan-measure-unknown = The protocol asks for balance in ‘{ $measure }’. That cannot be measured here. Write for example: order, template, sender, or order by sector.
lab-finding-plan-seed-missing = The draw needs a seed. Fill one in.

lab-finding-hours-closed = The closing time { $closes } is not after the opening time { $opens }.
lab-finding-hours-weekdays = Choose at least one day of the week, Monday to Sunday.
lab-finding-hours-capacity = { $value } a day is too few. Choose 1 or more.
lab-finding-plan-unit-without-room = There is no room for { $unit } in the next { $days } days. Send more a day, or widen the time between two applications.

lab-finding-withdrawal-without-reply = A withdrawal went to { $unit }, but there is no positive answer to { $dispatch }. Is that right?
lab-finding-withdrawal-before-reply = The withdrawal for { $dispatch } ({ $unit }) left before the answer came. Send a new one.
lab-finding-withdrawal-text-differs = The withdrawal for { $dispatch } ({ $unit }) has another text. Both applicants get the same text.

lab-finding-call-in-future = Call { $call } starts after this moment. Check the date and the time.
lab-finding-call-other-script = Call { $call } uses script { $version }. The protocol has { $registered }.
lab-finding-call-outside-script = In call { $call } ‘{ $step }’ was said. It is not in the script.
lab-finding-call-other-order = In call { $call } the order of the script was not kept.
lab-finding-call-without-request = In call { $call } the request was not made. Then there is no outcome either.
lab-finding-call-came-to-request = In call { $call } the request was made. So there is an outcome: choose what was said.
lab-finding-call-one-listener = Call { $call } has no outcome of a second listener.
lab-finding-call-same-listener = In call { $call } the second listener is the same person as the caller.
lab-finding-call-recorded-without-consent = Call { $call } was recorded. { $consent ->
    [refused] The other person did not want that.
    [given] The protocol does not allow recording.
   *[not_asked] Nobody asked.
  } Delete the recording.
lab-finding-call-recording-kept = The recording of call { $call } should have been gone after { $days } days. Delete it.

lab-not-allowed-study-step = The step ‘{ $step }’ is not possible now. The study is now: { $state }.
lab-not-allowed-study-action = ‘{ $action }’ is not possible now. The study is now: { $state }.
lab-not-allowed-dispatch-step = The step ‘{ $step }’ is not possible now. The application is now: { $state }.
lab-not-allowed-sender-outside-domain = The mail domain { $domain } does not belong to this study. Nothing was sent.
lab-not-allowed-not-due-yet = It is too early. Wait { $minutes ->
    [one] one more minute
   *[other] { $minutes } more minutes
  }.
lab-not-allowed-first-not-sent = The first application of this pair has not been sent. Send that one first.
lab-not-allowed-delay-too-short = Since the first application { $passed } minutes have passed. At least { $least } are needed.

lab-study-state-draft = draft
lab-study-state-registered = registered
lab-study-state-running = running
lab-study-state-stopped = stopped
lab-study-state-closed = fieldwork done
lab-study-state-coded = codes locked
lab-study-state-unblinded = trait revealed
lab-study-state-analysed = analysed
lab-study-state-archived = archived

lab-study-step-register = Register the study
lab-study-step-start = Start the fieldwork
lab-study-step-stop = Stop the study
lab-study-step-resume = Resume the study
lab-study-step-close = Close the fieldwork
lab-study-step-lock-codes = Lock the codes
lab-study-step-unblind = Reveal the trait
lab-study-step-analyse = Run the analysis
lab-study-step-archive = Archive the study

lab-study-action-edit-protocol = Edit the protocol
lab-study-action-amend-protocol = Amend the registered protocol
lab-study-action-import-frame = Read in a list of vacancies
lab-study-action-choose-profiles = choose profiles
lab-study-action-draw-plan = Draw the plan
lab-study-action-send = Send an application
lab-study-action-record-reply = Record an answer
lab-study-action-withdraw = Withdraw an applicant
lab-study-action-record-complaint = Record a complaint
lab-study-action-code-reply = Code an answer
lab-study-action-monitor = See the progress
lab-study-action-see-identity = See who had which trait
lab-study-action-run-registered-analysis = Run the registered analysis
lab-study-action-run-exploratory-analysis = Run an extra analysis
lab-study-action-export-results = Take out the results
lab-study-action-delete-raw-replies = Delete the answers

lab-dispatch-state-planned = planned
lab-dispatch-state-due = due
lab-dispatch-state-sent = sent
lab-dispatch-state-replied = answered
lab-dispatch-state-unanswered = no answer
lab-dispatch-state-withdrawn = withdrawn
lab-dispatch-state-undeliverable = did not arrive
lab-dispatch-state-detected = seen to be a test
lab-dispatch-state-stopped = not sent, stopped

lab-dispatch-step-fall-due = Fall due
lab-dispatch-step-send = Send
lab-dispatch-step-reply = Record an answer
lab-dispatch-step-time-out = Waiting time over
lab-dispatch-step-withdraw = Withdraw
lab-dispatch-step-bounce = Message came back
lab-dispatch-step-detect = Seen to be a test
lab-dispatch-step-stop = Stop

lab-mail-kind-answer = Answer of a person
lab-mail-kind-automatic = Automatic answer
lab-mail-kind-delayed = Delivery delayed
lab-mail-kind-undeliverable = Not delivered

lab-mail-rule-delivery-report = It is a delivery report of a mail server.
lab-mail-rule-failure-subject = A mail server writes in the subject that delivery failed.
lab-mail-rule-auto-submitted = The message itself says that a computer wrote it.
lab-mail-rule-mail-daemon = The message comes from a mail server.
lab-mail-rule-autoreply-header = The mail program calls it an automatic message.
lab-mail-rule-automatic-subject = The subject is that of an automatic answer.
lab-mail-rule-none = Nothing points to an automatic message.

lab-reply-rule-bounced-message = The delivery report names the message that we sent.
lab-reply-rule-thread = It is an answer to the message that we sent.
lab-reply-rule-token = It came to the reply address of this application.
lab-reply-rule-bounced-recipient = The delivery report names the address of the company.
lab-reply-rule-company = It comes from the address that we wrote to.
lab-reply-rule-company-domain = It comes from the mail domain that we wrote to.
lab-reply-rule-subject = It has the same subject.
lab-reply-rule-applicant = It came to this applicant.
lab-reply-rule-several-applicants = It came to more than one applicant.

lab-withdrawal-open = To be withdrawn
lab-withdrawal-overdue = Too late: withdraw now
lab-withdrawal-done = Withdrawn
lab-withdrawal-done-late = Withdrawn too late

lab-monitor-go-on = Go on
lab-monitor-stop-majority-favoured = You may stop: the majority gets a positive answer more often
lab-monitor-stop-minority-favoured = You may stop: the minority gets a positive answer more often
lab-monitor-end = The fieldwork is done

lab-composition-one-of-each = one of each group
lab-composition-two-majority = two of the majority
lab-composition-two-minority = two of the minority
lab-composition-majority = one of the majority
lab-composition-request = one call with the request
lab-composition-minority = one of the minority

lab-balance-order = Who is first
lab-balance-identity = Group
lab-balance-template = Letter and CV
lab-balance-sender = Sender
lab-balance-look = Layout
lab-balance-stratum = Stratum
lab-balance-quality = Quality
lab-balance-name-list = List of names
