# The lab: the frame of its pages, accounts, the list of studies.
frame-lab = Stagekans Lab
frame-studies = Studies
frame-lab-footer = Stagekans Lab studies whether internships are open to everybody. It never names a company.

cli-lab-short = The lab: paired tests.
cli-lab-help =
    The lab has a database, accounts and a website of its own. LAB_DATABASE_URL
    names the database, with the database role of the lab.

    Example:
      stagekans lab serve
cli-lab-migrate-short = Bring the database of the lab up to date.
cli-lab-migrate-help =
    Brings the database of the lab to the shape that this version needs. It may
    be repeated: what is done is not done again.

    Example:
      stagekans lab migrate
cli-lab-account-short = Make an account of the lab.
cli-lab-account-help =
    Makes an account of the lab and shows a new password. Hand the password over
    safely. Somebody with an account for placing students gets none here: the
    lab stands apart.

    Example:
      stagekans lab account bo.visser --name "Bo Visser" --role researcher
cli-lab-account-option-role = What this person may do: researcher or coder. Repeat the option for more roles.
cli-account-other-half = { $name } has an account in the other half of Stagekans already. Nobody works in both halves. Choose another person.
cli-lab-serve-short = Start the website of the lab.
cli-lab-serve-help =
    Starts the website of the lab. LAB_DATABASE_URL names the database. Without
    that variable the lab uses the database on this machine.

    Example:
      stagekans lab serve --port 8001

cli-demo-ready-web = The demo runs: internships
cli-demo-ready-lab = The demo runs: the lab
cli-demo-child-lab = The website of the lab
cli-demo-lab-making = The study ‘{ $name }’ is being made in the background. That takes half a minute.
cli-demo-lab-ready = The study ‘{ $name }’ is ready in the lab.
cli-demo-lab-failed = A study of the lab is not finished. The rest of the demo works. Why is in { $log }. Start the demo again; with --reset you start afresh.
cli-role-researcher = researcher
cli-role-coder = coder

role-coder = Coder

studies-title = Studies
studies-lead = Paired tests with fictitious applicants. Every study begins with a plan.
studies-make = New study
studies-empty = There are no studies yet
studies-empty-create = Make a study. You begin with a name. Then you write the plan.
studies-empty-wait = A researcher has to add you to a study first.
study-name = Name
study-state = State
study-my-task = Your task
study-made = Made on
new-study-title = New study
new-study-name-hint = For example: Internships in hospitality, Utrecht 2027. Do not put names of companies in the name.
new-study-button = Make the study
task-lead = Lead researcher
task-field = Fieldworker
task-coder = Coder
notice-study-made = The study has been made.

study-parts = Parts of the study
study-tab-overview = Overview
study-your-task = Your task: { $task }
study-people = Who works on it
study-person = Person
study-task = Task
study-remove-person = Take the task away
study-remove-person-named = Take the task away from { $name }
study-add-person = Let somebody join
study-add-person-lead = Everybody has one task in a study. Who knows who sent the letters can no longer judge the answers blind.
study-sign-in-name = Sign-in name
study-add-person-button = Add
notice-member-added = This person works on the study now.
notice-member-removed = The task has been taken away.
field-no-such-account = This name has no account in the lab. See whether the name was typed right.
field-task-needs-role = This account may not do this task. A coder needs the role coder, the other tasks the role researcher.
conflict-member-already = This person works on the study already. Nobody has two tasks in one study.
conflict-member-saw-names = This person has led this study or done its fieldwork. Coders must not know who applied where. Ask somebody else.
conflict-last-lead = This is the only lead researcher. Give that task to somebody else first.
refused-study-refused = This is not possible now
refused-findings-refused = Something is still missing
refused-findings-refused-detail = { $count ->
    [one] { $count } point has
   *[other] { $count } points have
} to be put right first.
form-field-task = Task
study-stands = The study is now: { $state }.
study-remove-heading = Take away
study-next = What next?
study-next-go = Go on
study-next-write = Write the protocol. When it is ready you fix it under Registration.
study-next-prepare = Bring the vacancies in, choose names and letters, and draw the plan.
study-next-send = Send what is due, deal with the replies, and withdraw where the answer was positive.
study-next-resume = The study stands still. You deal with what companies answer. You can go on or close.
study-next-lock = The fieldwork is done. When all replies have been coded, you lock the codes.
study-next-reveal = The codes are locked. Now the trait can be revealed.
study-next-analyse = Run the analysis that was registered.
study-next-report = The result and the report are ready.
study-next-code = Read the replies and code them. You do not see who sent the letter.
study-next-wait = There is nothing for you to do now.
