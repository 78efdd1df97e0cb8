# The fieldwork: what is to be sent, what came back, and what companies are owed.
study-tab-fieldwork = Fieldwork

alarm-overdue = { $count ->
    [one] One company has waited too long for a withdrawal.
   *[other] { $count } companies have waited too long for a withdrawal.
}
alarm-overdue-link = Withdraw now

fieldwork-title = Fieldwork
fieldwork-state = State of the study: { $state }
fieldwork-why = Reason: { $reason }
fieldwork-begin = The fieldwork has not begun
fieldwork-begin-text = Was the plan drawn? Then you can begin. After that the plan cannot change.
fieldwork-passed = { $count ->
    [one] The planned moment of one letter has
   *[other] The planned moments of { $count } letters have
  } passed already. These letters are not lost: after the start they are at the top of the work list. Send them in the order of the list, and spread them over the day and over more days: many letters at once stand out. The time between two letters to one company still holds. We keep the moment at which you really send.
fieldwork-passed-calls = { $count ->
    [one] The planned moment of one call has
   *[other] The planned moments of { $count } calls have
  } passed already. These calls are not lost: after the start they are at the top of the work list. Call in the order of the list. We keep the moment at which you really call.
fieldwork-begin-button = Start the fieldwork
fieldwork-stop-button = Stop the study
fieldwork-resume-button = Resume the study
fieldwork-close-button = Close the fieldwork
fieldwork-stopped-text = The study stands still. No letter goes out. Withdrawals and replies go on.
fieldwork-counts = Applications by state
fieldwork-none = There are no applications yet. Draw the sample and the plan first.
fieldwork-unclear = { $count ->
    [one] Of one letter it is not certain that it was sent.
   *[other] Of { $count } letters it is not certain that they were sent.
} Find that out first.
fieldwork-to-do = To do now
fieldwork-link-replies = Replies
fieldwork-link-withdrawals = Withdrawals
fieldwork-loose = { $count ->
    [0] no reply without a place
    [one] one reply without a place
   *[other] { $count } replies without a place
}
fieldwork-not-judged = { $count ->
    [0] no reply to read
    [one] one reply to read
   *[other] { $count } replies to read
}
fieldwork-zip = All letters and CVs of today (ZIP)
fieldwork-ics = Calendar (.ics)
work-title = Work list
work-filter = Part of the work list
work-when-now = Now
work-when-today = Later today
work-when-later = After today
work-when-sent = Sent
work-when-stopped = Stopped
work-empty = There is nothing here.
work-dispatch = Application
work-number = { $pseudonym }, letter { $place }
work-company = Company
work-applicant = Applicant
work-due = Send at
work-sent = Sent at
work-state = State
work-overdue = late
work-troubled = failed
calendar-title = Calendar
calendar-day = Day
calendar-number = Applications
calendar-open = Still to send

step-title-stop = Stop the study
step-title-resume = Resume the study
step-title-close = Close the fieldwork
step-text-stop = No letter goes out any more, until the lead resumes the study. What companies are owed goes on.
step-text-resume = Letters may go out again after this. What fell due meanwhile is at the top of the work list.
step-text-close = Letters that were not sent will not be sent. What was not answered counts as no answer. Are the days over and is everything sent? Then no reason is needed.
step-reason = Reason
step-reason-hint = This goes into the log. Name no company and no person.
field-names-company = This has the name of a company or a mail address in it. Leave it out: the log is kept.
field-close-needs-reason = There are letters still to be sent, or the days for an answer are not over. Write why you close now.
field-in-future = This moment has not come yet.
field-not-moment = Write a day and a time, for example 01-02-2027 09:30.
field-no-such-time = This time does not exist: the clocks went forward then.
field-before-sent = This is before the letter was sent.
field-no-such-dispatch = This application is not in this study. Check the number.
field-dispatch-not-sent = This application was not sent. There can be no reply to it.
conflict-dispatch-unclear = Of one letter it is not certain that it was sent. Find that out first.
conflict-documents-deleted = The letter or the name of the company has been deleted. No file can be made any more.
conflict-mailbox-closed = The mailbox was not read ({ $code }). Check the settings or try again later.
conflict-reply-known = This reply is there already.
conflict-reply-loose = Say first which application this reply belongs to.
conflict-reply-settled = This reply belongs to an application already.
conflict-withdrawal-sent = The withdrawal was sent already.
fieldwork-before-stop = The study is stopped. Write down only what happened before the stop.
lab-not-allowed-no-plan = There is no plan yet. Draw the sample and the plan first.
lab-not-allowed-dispatch-perhaps-sent = Perhaps this was sent already. Look first, and say below what you found. A second letter spoils the test.
lab-not-allowed-dispatch-not-unclear = There is nothing left to find out here.
lab-not-allowed-dispatch-being-sent = It is perhaps still being sent. Wait five minutes.
lab-not-allowed-dispatch-sending-off = No mail server was set up. Send the letter yourself and write it down.
lab-not-allowed-dispatch-without-address = This company has no mail address in the frame. Send the letter in another way and write it down.
lab-not-allowed-dispatch-company-left-alone = This company wants to be left alone. Nothing goes to it any more.
lab-mail-sending-begun = Sending began, but it is not known how it ended.

notice-study-started = The fieldwork has begun.
notice-study-stopped = The study stands still.
notice-study-resumed = The study goes on.
notice-study-closed = The fieldwork is closed.
notice-dispatch-sent = Written down: this application was sent.
notice-dispatch-resolved = What you found is written down.
notice-reply-recorded = The reply is written down.
notice-reply-judged = Your judgement is written down.
notice-reply-assigned = The reply has its place.
notice-reply-set-aside = The reply is set aside.
notice-replies-imported = The messages have been read in.
notice-withdrawal-sent = The withdrawal is written down.
notice-complaint-recorded = The complaint is written down. Nothing goes to this company any more.
notice-detection-recorded = Written down: the company knows that this was a test.

dispatch-title = Application { $pseudonym }, letter { $place }
dispatch-company = Company
dispatch-establishment = Establishment
dispatch-town = Town
dispatch-vacancy = Vacancy
dispatch-email = Mail address
dispatch-phone = Telephone
dispatch-unknown = not known
dispatch-applicant = Applicant
dispatch-from = Sender
dispatch-reply-to = Reply address
dispatch-due = Send at
dispatch-sent = Sent
dispatch-sent-hand = { $at }, by hand
dispatch-sent-smtp = { $at }, by the mail server
dispatch-withdrawn = Withdrawn
dispatch-other = The other letter of this pair
dispatch-facts = Facts
dispatch-letter = Letter
dispatch-cv = CV
dispatch-subject = Subject: { $subject }
dispatch-pdf-letter = Letter as PDF
dispatch-docx-letter = Letter as Word
dispatch-pdf-cv = CV as PDF
dispatch-docx-cv = CV as Word
dispatch-no-text = The text has been deleted.
dispatch-send = Send
dispatch-send-by-hand = Did you send it yourself? Fill in when.
dispatch-at = Day and time
dispatch-at-hint = Dutch time
dispatch-send-hand-button = Sent (by hand)
dispatch-send-now-button = Send now
dispatch-send-now-text = The letter goes to the mail address of the company at once, with the letter and the CV as PDF.
dispatch-trouble = It could not be sent
dispatch-unclear = Perhaps this was sent
dispatch-unclear-text = Look in the folder of sent mail or ask who runs the mail server. Then say what you found.
dispatch-arrived = It was sent
dispatch-lost = It was not sent
dispatch-replies = Replies
dispatch-no-replies = There is no reply yet.
dispatch-judge = Is this reply positive?
dispatch-judge-hint = Positive is: the company wants to meet, to call or to give a place. For the withdrawal alone; coders do not see it.
dispatch-positive = Positive
dispatch-negative = Not positive
dispatch-judged-positive = positive
dispatch-judged-negative = not positive
dispatch-new-reply = Write down a reply yourself
dispatch-reply-kind = Kind
dispatch-reply-text = What did the company say or write?
dispatch-reply-positive = Is it positive?
dispatch-reply-later = I do not know yet
dispatch-reply-button = Write down the reply
dispatch-withdraw = Withdraw
dispatch-withdraw-text = Send this text, the same for both applicants:
dispatch-withdraw-hand-button = Withdrawn (by hand)
dispatch-withdraw-now-button = Withdraw by mail now
dispatch-harm = Complaint or detected
dispatch-complaint = Complaint of the company
dispatch-complaint-on = Day of the complaint
dispatch-complaint-words = What does the company say?
dispatch-complaint-hint = The part of this company ends then. No study writes to it or calls it any more.
dispatch-complaint-button = Write down the complaint
dispatch-complaints = Complaints
dispatch-detected-text = Does the company know that this is a test? Write that down. The rest of the pair will not go out then.
dispatch-detected-button = Detected as a test
form-field-at = Day and time
form-field-text = Text
form-field-words = What the company says
form-field-received-on = Day of the complaint
form-field-dispatch-id = Number of the application
form-field-kind = Kind
form-field-positive = Is it positive
reply-kind-reply = mail
reply-kind-automatic = automatic message
reply-kind-bounce = not delivered
reply-kind-call = telephone
reply-kind-letter = letter
reply-from = { $kind } from { $from }
reply-file = Attachment: { $name }

replies-title = Replies
replies-import = Read in replies
replies-import-text = Choose a file with messages (mbox) or one saved message (.eml). The same file twice is no problem.
replies-file = File
replies-import-button = Read in
replies-fetch-text = Or fetch what is new in the mailbox. Everything stays there.
replies-fetch-button = Fetch
replies-done = Read in
replies-matched = put with an application
replies-automatic = automatic messages
replies-bounces = not delivered
replies-loose-count = without a place
replies-known = read in before
replies-elsewhere = for another study
replies-more = There is more in the mailbox. Fetch once more.
replies-odd = Please note
replies-odd-line = { $path }: { $text }
replies-loose = Where does this belong?
replies-loose-text = These messages fit no application, or more than one. Choose one, or set the message aside.
replies-loose-none = Every message has its place.
replies-candidates = Perhaps: { $ids }
replies-dispatch = Number of the application
replies-dispatch-hint = Such as 12-1: vacancy 12, letter 1.
replies-assign-button = Belongs here
replies-aside-button = Set aside
replies-aside-reason = Why does this belong nowhere?
replies-aside = Set aside
replies-not-judged = To be read
replies-not-judged-text = Nobody has said yet whether these replies are positive. The clock for the withdrawal may be running.
replies-not-judged-none = All replies have been read.
replies-read = Read

withdrawals-title = Withdrawals
withdrawals-lead = A company that answers positively hears within { $hours } hours that the applicant withdraws. At night and in weekends too.
withdrawals-none = No company waits for a withdrawal.
withdrawals-none-text = Say of every reply whether it is positive. Then the clock runs here.
withdrawals-text = The text
withdrawals-received = Answered at
withdrawals-due = Withdraw before
withdrawals-left = Left
withdrawals-state-open = in time
withdrawals-state-overdue = late
withdrawals-state-done = withdrawn
withdrawals-state-done-late = withdrawn late
withdrawals-minutes = { $hours } h { $minutes } min

fieldwork-link-sent-by-hand = Write down letters that were sent, many at once
sent-by-hand-title = Write down letters that were sent
sent-by-hand-lead = Did you send letters yourself? Write them all down here at once.
sent-by-hand-text = Tick each letter that you sent. Is its time not right? Change it. Each letter starts with its planned time. You cannot undo this.
sent-by-hand-tick = Letter { $place } of { $pseudonym } was sent
sent-by-hand-at = Sent at
sent-by-hand-at-named = Sent at, letter { $place } of { $pseudonym }
sent-by-hand-all = Tick everything on this page
sent-by-hand-none = Take all ticks away
sent-by-hand-button = Write down as sent
sent-by-hand-empty = There is nothing to send
sent-by-hand-empty-text = All letters that are due have been written down as sent.
sent-by-hand-not-now = Nothing may be sent now. State of the study: { $state }.
sent-by-hand-kept-back = Not written down
sent-by-hand-result = { $written ->
    [one] One letter is written down as sent.
   *[other] { $written } letters are written down as sent.
} { $refused ->
    [one] One letter is not written down. Its reason stands beside it.
   *[other] { $refused } letters are not written down. Their reasons stand beside them.
}
notice-dispatches-sent = Written down: the ticked letters were sent.
form-field-evidence = Evidence
form-field-letters = Letters
field-none-ticked = Tick at least one letter.
withdrawals-all-done = There is nobody to withdraw now.
withdrawals-done = { $count ->
    [one] Show the withdrawal that was made
   *[other] Show the { $count } withdrawals that were made
}
