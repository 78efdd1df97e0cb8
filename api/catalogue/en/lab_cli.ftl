# The lab at the terminal: `stagekans lab study` and signing in.
cli-lab-sign-in-short = Sign in once for many commands.
cli-lab-sign-in-help =
    Asks for the password, and for the code of your app where you have one. Prints
    a token. Commands read it from STAGEKANS_LAB_SESSION. It ends after 24 hours,
    after 8 hours without a command, or with sign-out. Keep it as you keep a
    password.

    A script gives the password in STAGEKANS_LAB_PASSWORD and the code in
    STAGEKANS_LAB_CODE.

    Example:
      export STAGEKANS_LAB_SESSION="$(stagekans lab sign-in --as bo.visser)"
cli-lab-sign-out-short = End the session of sign-in.
cli-lab-sign-out-help =
    Ends the session whose token is in STAGEKANS_LAB_SESSION.

    Example:
      stagekans lab sign-out
cli-lab-signed-in = You are signed in. Put this token in { $variable }.
cli-lab-signed-out = You are signed out.
cli-lab-study-short = A study, from protocol to report.
cli-study-help =
    Everything that the website does with a study, but coding: who codes must not
    see by the way whose letter it was. STUDY is the name or the id of a study on
    which you work. Your name stands in the log of all that you do.

    Exit codes: 0 done; 1 something was found that must be put right; 2 refused,
    or a wrong command; 3 stopped.

    Examples:
      stagekans lab study list --as bo.visser
      stagekans lab study protocol "Internships Utrecht" --out protocol.json
cli-study-option-as = Who acts: the sign-in name of an account of the lab. The password is asked for. Without this option the session of "stagekans lab sign-in" counts.
cli-study-option-json = Answer in JSON, for a program.
cli-study-option-reason = Why. It goes into the log: name no company and no person.
cli-study-ask-password = Password
cli-study-ask-code = Code of your app (empty if you have none)
cli-study-nobody = It is not known who you are. Give --as NAME, or sign in first: stagekans lab sign-in
cli-study-no-password = There is nobody here to type the password. Put it in STAGEKANS_LAB_PASSWORD, or put a session in STAGEKANS_LAB_SESSION.
cli-study-session-ended = This session has ended. Sign in again: stagekans lab sign-in
cli-study-none = You do not work on any study.
cli-study-unknown = You do not work on a study "{ $study }". You work on: { $studies }. Are there two with one name? Then give the id.
cli-study-finding-error = To do { $place }: { $what }
cli-study-finding-warning = To look at { $place }: { $what }
cli-study-not-a-document = { $file } cannot be read: { $detail }. Write the document out first with --out, and change that file.
cli-study-file-written = Written: { $file }
cli-study-files-written = { $count ->
    [one] 1 file written in { $folder }
   *[other] { $count } files written in { $folder }
 }
cli-study-file-not-made = { $file } cannot be written: { $detail }. Choose another place.
cli-study-all = all
cli-study-number = Number
cli-study-gate = Gate
cli-study-reply = Reply

cli-study-list-short = Your studies.
cli-study-list-help =
    Shows the studies on which you work, the newest first.

    Example:
      stagekans lab study list --as bo.visser
cli-study-new-short = Make a study.
cli-study-new-help =
    Makes a study with an empty protocol. You lead it. Prints its id.

    Example:
      stagekans lab study new "Internships Utrecht" --as bo.visser
cli-study-read-in-short = Read in a study that was done elsewhere.
cli-study-read-in-help =
    Makes a finished study of a CSV file with one row for each letter. Prints its
    id. The columns are those of "stagekans statistics".

    Example:
      stagekans lab study read-in "Study 2024" outcomes.csv --as bo.visser
cli-study-show-short = Where a study stands.
cli-study-show-help =
    Shows where a study stands, and what your task is.

    Example:
      stagekans lab study show "Internships Utrecht" --as bo.visser
cli-study-members-short = Who works on it.
cli-study-members-help =
    Shows who works on the study. Lets somebody join, or takes a task away.

    Example:
      stagekans lab study members "Internships Utrecht" --add kim --task coder
cli-study-members-option-add = The sign-in name of who joins.
cli-study-members-option-task = What this person does: lead, field or coder.
cli-study-members-option-remove = The sign-in name of who leaves.
cli-study-members-nobody = { $name } does not work on this study. See who does: stagekans lab study members
cli-study-protocol-short = The protocol: to a file, from a file.
cli-study-protocol-help =
    Writes the protocol to a file (JSON), or reads it from one. Then tells what is
    found in it. The exit code is 1 while something must be put right. Once the
    study is registered you change it with "amend".

    Examples:
      stagekans lab study protocol "Internships Utrecht" --out protocol.json
      stagekans lab study protocol "Internships Utrecht" --in protocol.json
cli-study-protocol-option-out = Write the protocol to this file.
cli-study-protocol-option-in = Read the protocol from this file.
cli-study-protocol-found = Version { $version }: { $errors } to do, { $warnings } to look at.
cli-study-amend-short = Change a registered protocol, in the open.
cli-study-amend-help =
    Reads a changed protocol from a file. The registered one stays; what changed,
    when and why stands beside it for ever.

    Example:
      stagekans lab study amend "Internships Utrecht" --in protocol.json \
        --reason "The committee asked for a longer wait"
cli-study-amend-option-reason = Why you change it. It stands beside the amendment for ever.
cli-study-power-short = Is the number enough?
cli-study-power-help =
    Works out exactly the chance that the registered test finds the expected
    difference, for the whole and for parts.

    Example:
      stagekans lab study power "Internships Utrecht"
cli-study-gates-short = The gates before registration.
cli-study-gates-help =
    Shows the gates. Pass one by saying what you have seen and where it is kept.
    Your name stands beside it.

    Example:
      stagekans lab study gates "Internships Utrecht" --tick ethics_approval \
        --evidence "Decision 2026-014, folder 3"
cli-study-gates-option-tick = The gate that you pass.
cli-study-gates-option-evidence = What you have seen, and where it is kept.
cli-study-gates-option-untick = Take back that this gate was passed.
cli-study-gates-open = { $count ->
    [0] All gates are passed.
    [one] 1 gate is open.
   *[other] { $count } gates are open.
 }
cli-study-register-short = Register the protocol, and its files.
cli-study-register-help =
    Freezes the protocol and hashes it. After that it shows the registration that
    there is. The exit code is 1 where the chain of hashes does not hold.

    Example:
      stagekans lab study register "Internships Utrecht" --out registration
cli-study-register-option-out = Write the protocol (PDF, JSON) and the answers for OSF to this folder.
cli-study-frame-short = Vacancies from a file.
cli-study-frame-help =
    Brings in vacancies from CSV or Excel. Good rows come in at once. Rows that
    are refused come back as a file with the reasons: mend it, and bring it in
    again. The exit code is 1 where rows were refused.

    Example:
      stagekans lab study frame "Internships Utrecht" --in frame.xlsx \
        --refused refused.csv
cli-study-frame-option-in = The file with vacancies, one in each row.
cli-study-frame-option-refused = Write the refused rows with their reasons to this file (CSV, or Excel by its name).
cli-study-frame-counts = { $rows } rows: { $added } added, { $already } were there already ({ $changed } with other text), { $refused } refused.
cli-study-frame-refused = { $count ->
    [one] 1 row does not take part. See why with --refused FILE.
   *[other] { $count } rows do not take part. See why with --refused FILE.
 }
cli-study-left-alone-short = Companies that do not take part.
cli-study-left-alone-help =
    Shows the companies that no study writes to. Puts one on the list, or takes
    one off.

    Example:
      stagekans lab study left-alone "Internships Utrecht" --add "De Bakker" \
        --reason "Asked on 3 March"
cli-study-left-alone-option-add = The company to leave alone.
cli-study-left-alone-option-kvk = Its number in the trade register, where you know it.
cli-study-left-alone-option-reason = Why. Put no names of people here.
cli-study-left-alone-option-remove = The number of the company in the list.
cli-study-profiles-short = Names, letters, words and senders.
cli-study-profiles-help =
    Writes the profiles to a file (JSON), or reads them from one. Then tells what
    they lack. The exit code is 1 while no plan can be drawn with them.

    Examples:
      stagekans lab study profiles "Internships Utrecht" --out profiles.json
      stagekans lab study profiles "Internships Utrecht" --in profiles.json
cli-study-profiles-option-out = Write the profiles to this file.
cli-study-profiles-option-in = Read the profiles from this file.
cli-study-profiles-option-pretest = Read a pre-test of the names from this file (CSV or Excel).
cli-study-profiles-option-pretest-source = Where the figures of the pre-test come from.
cli-study-draw-short = Draw the sample and the plan.
cli-study-draw-help =
    Draws the sample and the plan, once. The same seed gives the same plan.

    Example:
      stagekans lab study draw "Internships Utrecht" --start 2027-02-01 \
        --seed 4711
cli-study-draw-option-start = The first day.
cli-study-draw-option-seed = The seed. Without this option one is drawn.
cli-study-draw-option-weekday = A day on which letters go out: mon, tue, wed, thu, fri, sat or sun. Repeat the option. Without it: mon to fri.
cli-study-plan-short = The plan, and whether it can be replayed.
cli-study-plan-help =
    Shows sample, proof and balance of the plan. With --replay it is drawn again
    from its seed; the exit code is 1 where that gives another plan.

    Examples:
      stagekans lab study plan "Internships Utrecht" --replay
      stagekans lab study plan "Internships Utrecht" --out plan.csv
cli-study-plan-option-out = Write every application by pseudonym to this file (CSV, or Excel by its name).
cli-study-plan-option-replay = Draw the plan again from its seed, and compare.
cli-study-start-short = Start the fieldwork.
cli-study-start-help =
    Starts the fieldwork. After this the plan cannot change.

    Example:
      stagekans lab study start "Internships Utrecht"
cli-study-work-short = What is to be sent.
cli-study-work-help =
    Shows the work list, or writes it to a file: CSV, or a calendar (.ics) with
    all that is still to be sent, by pseudonym.

    Examples:
      stagekans lab study work "Internships Utrecht" --when today
      stagekans lab study work "Internships Utrecht" --out work.ics
cli-study-work-option-when = now, today (later today), later, sent or stopped.
cli-study-work-option-out = Write the list to this file: .csv, or .ics for a calendar.
cli-study-letters-short = Letters and CVs as files.
cli-study-letters-help =
    Writes letter and CV (PDF and Word) of all that is to be sent until the end of
    today, each application in a folder of its own. Or of the applications that
    you name.

    Examples:
      stagekans lab study letters "Internships Utrecht" --out letters
      stagekans lab study letters "Internships Utrecht" 12-1 12-2 --out letters
cli-study-letters-option-out = The folder for the files.
cli-study-letters-option-until = The last day on which they are due, in place of today.
cli-study-sent-short = Write down that it was sent, or send it.
cli-study-sent-help =
    Writes down that you sent applications yourself, and when. Or sends them by
    the mail server of the lab. Each by itself: one that is refused stops no
    other.

    Examples:
      stagekans lab study sent "Internships Utrecht" 12-1 --at "2027-02-01 09:30"
      stagekans lab study sent "Internships Utrecht" 12-2 --by-mail
cli-study-sent-option-at = Day and time by the Dutch clock, or "now".
cli-study-sent-option-by-mail = Send now, by the mail server of the lab.
cli-study-sent-option-found = What you found out of a letter that perhaps was sent: sent or not-sent.
cli-study-sent-one-way = Give one of --at, --by-mail and --found.
cli-study-replies-short = Read in replies; what waits for you.
cli-study-replies-help =
    Reads in a mailbox (mbox) or a saved message (.eml). The same file twice is no
    problem. Without an option: which replies belong nowhere yet, and which nobody
    has judged.

    Example:
      stagekans lab study replies "Internships Utrecht" --in replies.mbox
cli-study-replies-option-in = The file with messages.
cli-study-replies-option-fetch = Fetch what is new in the mailbox of the lab.
cli-study-reply-short = Write down a call or a letter.
cli-study-reply-help =
    Writes down what a company said or wrote.

    Example:
      stagekans lab study reply "Internships Utrecht" 12-1 --at now \
        --text "We would like to meet you" --positive
cli-study-reply-option-kind = call, letter or reply (mail).
cli-study-reply-option-at = When it came: day and time by the Dutch clock, or "now".
cli-study-reply-option-positive = Whether the company wants to go on. It drives the withdrawal, and no result.
cli-study-place-short = Where a reply belongs; whether it is positive.
cli-study-place-help =
    Says to which application a reply belongs, sets it aside with a reason, or
    says whether it is positive. "replies" shows the number of the reply.

    Example:
      stagekans lab study place "Internships Utrecht" \
        0f8fad5b-d9cb-469f-a165-70867728950e --application 12-1
cli-study-place-option-application = The application, such as 12-1.
cli-study-place-option-set-aside = Set the reply aside, for this reason.
cli-study-withdrawals-short = What companies are owed.
cli-study-withdrawals-help =
    Shows which companies wait for a withdrawal, the most urgent first, and the
    text. The exit code is 1 while one has waited too long.

    Example:
      stagekans lab study withdrawals "Internships Utrecht"
cli-study-withdrawals-option-all = Show what was withdrawn, too.
cli-study-withdrawn-short = Write down a withdrawal, or send it.
cli-study-withdrawn-help =
    Writes down that the company was told that the applicant withdraws, and when.
    Or tells it by the mail server of the lab.

    Example:
      stagekans lab study withdrawn "Internships Utrecht" 12-1 --at now
cli-study-withdrawn-option-at = Day and time by the Dutch clock, or "now".
cli-study-withdrawn-option-by-mail = Send the withdrawal now, by the mail server of the lab.
cli-study-withdrawn-one-way = Give one of --at and --by-mail.
cli-study-complaint-short = A complaint, or detected as a test.
cli-study-complaint-help =
    Writes down a complaint: the part of the company ends, and every study leaves
    it alone from then on. Or that the company knows that it was a test.

    Example:
      stagekans lab study complaint "Internships Utrecht" 12-1 --on 2027-02-03 \
        --words "We want no part in this"
cli-study-complaint-option-detected = The company knows that it was a test.
cli-study-stop-short = The stop button.
cli-study-stop-help =
    Stops the study: nothing goes out until the lead resumes it. What companies
    are owed goes on.

    Example:
      stagekans lab study stop "Internships Utrecht" --reason "Two complaints"
cli-study-resume-short = Go on after a stop.
cli-study-resume-help =
    Goes on after a stop. Only who leads the study does so.

    Example:
      stagekans lab study resume "Internships Utrecht" --reason "Talked it over"
cli-study-close-short = Close the fieldwork.
cli-study-close-help =
    Ends the fieldwork. What was not answered counts as no answer; what was not
    sent is not sent any more.

    Example:
      stagekans lab study close "Internships Utrecht"
cli-study-close-option-reason = Why now, where letters are still to be sent or the days for an answer are not over.
cli-study-progress-short = How the fieldwork goes.
cli-study-progress-help =
    Shows how far the fieldwork is, and what the registered stopping rule shows.
    No outcome by applicant before the trait is revealed.

    Example:
      stagekans lab study progress "Internships Utrecht"
cli-study-codes-short = How far the coding is, and the agreement.
cli-study-codes-help =
    Shows how far the coding is and how far the coders agree, without outcomes.
    Coding itself is done on the website.

    Example:
      stagekans lab study codes "Internships Utrecht"
cli-study-codes-option-again = Have all replies coded again, for this reason.
cli-study-lock-short = Lock the codes.
cli-study-lock-help =
    Locks the codes, for good. Only then can the trait be revealed.

    Example:
      stagekans lab study lock "Internships Utrecht"
cli-study-unblind-short = Reveal the trait.
cli-study-unblind-help =
    Reveals which applicant had which reply. This cannot be undone.

    Example:
      stagekans lab study unblind "Internships Utrecht" --person "Bo Visser" \
        --reason "All codes are locked"
cli-study-analyse-short = Run the registered analysis.
cli-study-analyse-help =
    Works out what the registered plan says. It does so once, and keeps the result.

    Example:
      stagekans lab study analyse "Internships Utrecht"
cli-study-explore-short = A question outside the plan.
cli-study-explore-help =
    Asks something that is not in the registered plan. The answer is stamped as
    exploratory everywhere. Without --title: what can be asked.

    Example:
      stagekans lab study explore "Internships Utrecht" --title "Care only" \
        --test mcnemar_midp --subgroup "sector is care"
cli-study-explore-option-test = The test or measure.
cli-study-explore-option-subgroup = The part, such as "sector is care". Without this option: everybody.
cli-study-results-short = The result, and its files.
cli-study-results-help =
    Shows the result in words. Writes the report (PDF, Dutch and English), the
    outcomes, their explanation and everything to recount it.

    Example:
      stagekans lab study results "Internships Utrecht" --out result
cli-study-results-option-out = The folder for the files.
cli-study-keeping-short = What is deleted when.
cli-study-keeping-help =
    Shows when raw replies and the key file are deleted, and what was deleted.

    Example:
      stagekans lab study keeping "Internships Utrecht"
cli-study-archive-short = Put an analysed study away.
cli-study-archive-help =
    Archives an analysed study. What still has a day is deleted on that day.

    Example:
      stagekans lab study archive "Internships Utrecht"
