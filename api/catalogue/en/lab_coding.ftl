# Coding without knowing who wrote, locking the codes, and the progress of a study.
study-tab-coding = Coding
study-tab-codes = Codes
coding-title = Code the replies
coding-lead = You read what came back on a letter. You do not see whose letter it was or which company wrote.
coding-closed = You cannot code now
coding-closed-text = The study is now: { $state }. Coding is possible from the fieldwork on, until the codes are locked.
coding-round-again = All replies are coded again. Your earlier codes are kept and count no more.
coding-progress = You have coded { $done } of { $total }.
coding-letter = Letter { $number }
coding-reply-reply = E-mail
coding-reply-automatic = Automatic e-mail
coding-reply-call = Telephone
coding-reply-letter = Letter
coding-day = { $day ->
    [0] on the day of sending
    [one] day 1 after sending
   *[other] day { $day } after sending
 }
coding-question = What does the company answer?
coding-button = Keep this code
coding-change-button = Keep the new code
coding-no-change = Do not change
coding-keys = You can also type a number. Then press Enter.
coding-know = Do you recognise the company or the applicant? Give no code and tell who leads the study.
coding-nothing = You are up to date
coding-nothing-text = There is nothing to code now. New replies will appear here.
coding-last = Your last code
coding-last-code = Letter { $number }: { $outcome }.
coding-change = Change the last code
coding-about-invited = The company wants an interview or a meeting, on a day or in general.
coding-about-place-offered = The applicant can have the internship, without an interview first.
coding-about-asks-to-call = The company asks to be called, or wants to call.
coding-about-asks-information = The company first asks something: a CV, a school, a period.
coding-about-waiting-list = Not now, perhaps later. The letter is kept.
coding-about-refused = There is no place, or the applicant does not fit.
coding-about-no-answer = It says nothing about the internship, for example only that the letter arrived.
coding-about-undeliverable = The text shows that nobody got the letter.
coding-about-detected = The company writes that this is a test or an invented letter.
coding-about-complies = The company does what the caller asks, and says so.
coding-about-complies-tacitly = The company says nothing about the request and goes on.
coding-about-leaves-to-client = The company leaves the choice to the client.
coding-about-refuses = The company does not do what the caller asks.
coding-about-refuses-and-explains-law = The company refuses, and says that it is not allowed.
coding-about-no-decision = The company does not decide in this call.
form-field-outcome = Code
notice-code-given = Your code is kept.
notice-code-changed = Your new code is kept.
conflict-coded-already = You have coded this letter already. Your code has not changed.
conflict-code-is-paired = Somebody else has coded this letter too. You cannot change your code any more.
conflict-code-not-last = You can change only your last code.
conflict-letter-is-decided = This letter has been decided. You need not do anything. Here is the next one.
conflict-replies-changed = The replies to this letter have changed. Your code is not kept. Read them again.

codes-title = Codes
codes-lead = Two people code each reply without knowing who wrote. Where they disagree, a third decides.
codes-empty = Nothing has been sent yet
codes-empty-text = After the first replies you see here how far the coding is.
codes-reading = Coding
codes-reading-text = { $letters ->
    [0] No letter had a reply in time.
    [one] 1 letter had a reply in time.
   *[other] { $letters } letters had a reply in time.
 }
codes-by-none = not coded yet
codes-by-one = coded by one
codes-by-two = coded by two who agree
codes-disagreements = wait for a third
codes-by-third = decided by a third
codes-unreadable = not readable for coders yet
codes-too-few-coders = { $coders ->
    [0] There is no coder yet. Let two join at Overview.
   *[other] There is only one coder. Let another join at Overview.
 }
codes-need-third = Two coders disagree. Let a third coder join at Overview.
codes-homeless = { $replies ->
    [one] Of 1 reply nobody has said which letter it answers. Nobody codes it.
   *[other] Of { $replies } replies nobody has said which letter they answer. Nobody codes them.
 }
codes-agreement = Agreement
codes-kappa-nobody = No outcome has been coded by two people yet.
codes-kappa-none = Kappa does not exist: everybody gave the same code to everything.
codes-kappa-point = Kappa is { $kappa }, over { $letters ->
    [one] 1 outcome
   *[other] { $letters } outcomes
 }.
codes-kappa = Kappa is { $kappa } ({ $level } % interval from { $lower } to { $upper }). Of { $letters } outcomes { $agreed } had the same code twice.
codes-least-kappa = The protocol asks at least { $kappa }.
codes-kappa-low = This is lower than the protocol asks. All replies must then be coded again. Talk with the coders about what the codes mean, and begin again.
codes-kappa-still-low = After coding again this is still lower than the protocol asks. The report says so.
codes-rounds = Rounds
codes-round = Round { $round }.
codes-rule = Without a coder
codes-rule-text = These letters get their code by the rules of the protocol. Nobody reads them.
codes-days-running = still wait for a reply
codes-unknown = withdrawn before there could be a reply
codes-lock = Lock the codes
codes-lock-later = This is possible when the fieldwork is done.
codes-lock-open = This is not possible yet:
codes-lock-text = After this nobody changes a code, nor do you. Only then can the trait be revealed.
codes-lock-button = Lock the codes
codes-again = Code everything again
codes-again-text = The codes of now are kept and count no more. Every coder begins again, with new numbers.
codes-again-hint = Write no names of companies or applicants.
codes-again-button = Begin again
codes-unblind = Reveal the trait
codes-unblind-text = After this it can be seen which applicant had which reply. This cannot be undone.
codes-unblind-button = Reveal the trait
codes-unblinded = The trait is revealed
codes-decided-by = Who decided this?
codes-when = When
codes-why = Why?
form-field-decided-by = Who decided this?
form-field-again-reason = Why?
form-field-unblind-reason = Why?
notice-coding-again = All replies are coded again.
notice-codes-locked = The codes are locked.
notice-unblinded = The trait is revealed.
conflict-round-is-empty = Nothing has been coded in this round. There is no need to begin again.
lab-not-allowed-lock-days-running = { $count ->
    [one] 1 letter still waits for a reply, and the days of the protocol are not over.
   *[other] { $count } letters still wait for a reply, and the days of the protocol are not over.
 }
lab-not-allowed-lock-unreadable = { $count ->
    [one] The reply to 1 letter is not readable for coders yet.
   *[other] The replies to { $count } letters are not readable for coders yet.
 }
lab-not-allowed-lock-uncoded = { $count ->
    [one] 1 outcome has not been coded by two people yet.
   *[other] { $count } outcomes have not been coded by two people yet.
 }
lab-not-allowed-lock-disagreements = { $count ->
    [one] On 1 outcome the coders disagree. A third must decide.
   *[other] On { $count } outcomes the coders disagree. A third must decide.
 }
lab-not-allowed-lock-kappa-too-low = The agreement is lower than the protocol asks. Have everything coded again.
