### Command line: lessons, messages and questions of `stagekans`.

cli-usage = Usage:
cli-usage-options = [OPTIONS]
cli-usage-command = COMMAND ...
cli-options = Options
cli-commands = Commands
cli-required = (required)
cli-option-language = The language of all text. Without this option LANG decides.
cli-option-help = Show this help.
cli-stopped = Stopped. Nothing was stored by half.

cli-error-missing = { $what } is missing.
cli-error-no-option = { $what } does not exist.
cli-error-value = { $what } is wrong: { $detail }
cli-error-usage = The command is wrong: { $detail }
cli-error-see-help = See how it works: { $command } --help
cli-option-workers = Over how many processes a large run is divided, 1 to 64 (without this option: 1). The result stays the same.
cli-workers-wrong = "{ $value }" is not a whole number from 1 to { $most }.
cli-workers-lost = A helping process stopped on the way, perhaps because memory was full. The rest was worked out in one process. The result is the same.
cli-error-settings = The settings are wrong: { $detail }
cli-error-database = The database does not answer: { $detail } Check DATABASE_URL and whether the server is running.
cli-error-embedded = The database that comes along does not start: { $detail }
cli-error-port = Port { $port } is in use. Choose another: --port { $other }

cli-help =
    Stagekans places vocational students in internships: fairly, and explained.
    The program proposes, a person decides.

    Start here:
      stagekans demo                        a school to try it with
      stagekans match --students students.csv --offers offers.csv --out result
      stagekans verify result               check the result

    Every command explains itself: stagekans match --help

cli-demo-short = Start a synthetic school on this machine.
cli-demo-help =
    Starts everything on this machine: database, website and a worker. No network
    is needed. The school has 1,200 invented students and over 1,100 places. You
    see three accounts with their passwords. Stop with Ctrl-C.

    The data stay. The next start prints new passwords. The folder demo-files
    has files to try the import with.

    Examples:
      stagekans demo
      stagekans demo --port 8100 --data /tmp/school
      stagekans demo --reset                start afresh
cli-demo-option-port = The port of the website.
cli-demo-option-files = The folder for the example files.
cli-demo-option-reset = Throw the data of the demo away and start afresh.
cli-option-data = The folder with the data of the database that comes along.
cli-demo-starting = Starting the database
cli-demo-drawing = Making the school
cli-demo-importing = Importing places and students
cli-demo-web = Starting the website
cli-demo-open = Open: { $url }
cli-demo-column-role = Role
cli-demo-column-name = Name to sign in with
cli-demo-column-password = Password
cli-demo-files-in = Files to import: { $folder }
cli-demo-stop = Stop with Ctrl-C. The data stay in { $folder }.
cli-demo-child-ended = { $what } stopped unexpectedly. The demo stops too.
cli-demo-ended = The demo has stopped.
cli-demo-not-ours = The folder { $folder } was not made by the demo. It is not thrown away. Choose another folder with --data.
cli-demo-runs-already = A demo already runs in the folder { $folder }. Stop it first, or choose another folder with --data.
cli-demo-child-web = The website
cli-demo-child-worker = The worker
cli-role-coordinator = internship coordinator
cli-role-service-point = service point

cli-serve-short = Start the website and the API.
cli-serve-help =
    Starts the website and the JSON API. DATABASE_URL names the database. Without
    DATABASE_URL a database of its own starts in the folder of --data.

    Examples:
      stagekans serve
      DATABASE_URL=postgresql://stagekans@db/stagekans stagekans serve --workers 4
cli-serve-option-host = The address that the website listens on.
cli-serve-option-port = The port that the website listens on.
cli-serve-option-workers = How many processes run the website.
cli-serve-ready = The website listens on http://{ $host }:{ $port }. Stop with Ctrl-C.

cli-worker-short = Start a worker that carries out runs.
cli-worker-help =
    Starts a worker. A worker takes match runs from the queue in the database. You
    may start as many as you like, on other machines too.

    STAGEKANS_SOLVE_WORKERS=2 divides each large run over two processes (1 to 64;
    without this setting 1). The result stays the same.

    Example:
      DATABASE_URL=postgresql://stagekans@db/stagekans stagekans worker
cli-worker-ready = The worker waits for work. Stop with Ctrl-C.

cli-migrate-short = Bring the database up to date.
cli-migrate-help =
    Brings the database to the shape that this version needs. It may be repeated:
    what was done is not done again. Make a backup first.

    Example:
      DATABASE_URL=postgresql://stagekans@db/stagekans stagekans migrate
cli-migrate-applied = Done: { $name }
cli-migrate-nothing = The database was up to date already.

cli-account-short = Make an account.
cli-account-help =
    Makes an account and shows a new password. Hand the password over safely. A
    coordinator sees the students of his own programmes only.

    Examples:
      stagekans account a.jansen --name "An Jansen" --role coordinator \
          --programme 25998 --programme 25999
      stagekans account beheer --name "Beheer" --role admin
cli-account-option-name = The name that others see.
cli-account-option-role = What this person may do: coordinator, service_point, school_lead, privacy_officer or admin. Repeat the option for more roles.
cli-account-option-programme = The code of a programme of this coordinator. Repeat the option for more.
cli-account-option-all-programmes = This coordinator sees every programme.
cli-account-made = The account { $name } was made. Password: { $password }

cli-import-short = Import a file into a placement round.
cli-import-help =
    Imports a file, just as the import page does. One fault stops the whole file.
    With --take-good-rows the good rows go in; the others come back in a file with
    the reason beside them. Import offers first, then students.

    Examples:
      stagekans import --round "Stage voorjaar 2027" --kind offers \
          --as coordinator offers.csv
      stagekans import --round "Stage voorjaar 2027" --kind students \
          --as coordinator --take-good-rows students.xlsx
      stagekans import --round "Stage voorjaar 2027" --kind students \
          --as coordinator --preview students.xlsx
cli-import-option-round = The name or the id of the placement round.
cli-import-option-kind = What the file holds.
cli-import-option-as = The sign-in name of the account that does this.
cli-import-option-take-good-rows = Take the good rows and leave the wrong ones out.
cli-import-option-preview = Only show what would happen.
cli-import-option-rejected = Where the rejected rows go (.csv or .xlsx).
cli-import-counts = { $rows } rows read: { $added } new, { $changed } changed, { $unchanged } the same, { $rejected } rejected.
cli-import-applied = Imported: { $file }
cli-import-previewed = Nothing stored yet: { $file }
cli-import-refused = Not imported: { $file }. All data are as they were.
cli-import-rejected-in = The rejected rows are in { $file }.
cli-import-rejected-not-made = { $file } cannot be made: { $detail } The rejected rows are still on the website, with this file.
cli-import-no-round = There is no placement round "{ $round }". Choose from: { $rounds }
cli-import-no-rounds = There is no placement round yet. Make one on the website first.
cli-import-no-account = There is no account { $name }. Make it with: stagekans account

cli-match-short = Work out a placement from files.
cli-match-help =
    Works out who gets which place, and writes the result into the folder --out:
      placements.csv      who gets which place
      unplaced.csv        who gets no place, and why
      bottlenecks.csv     where there are too few places
      explanations.jsonl  the reasons for every student
      report.json         goals, counts, versions
      certificate.json    the proof, for stagekans verify
      instance.json, policy.json   what was worked out

    Files: CSV or XLSX. The same files and the same seed give exactly the same
    result.

    Examples:
      stagekans match --students students.csv --offers offers.csv --out result
      stagekans match --students s.xlsx --offers o.csv --equivalents e.csv \
          --policy policy.toml --out result

    A policy (TOML):
      goals = ["placed", "satisfaction"]
      seed = "round-2027-02"

    Exit code: 0 = there is a result, 2 = a file is wrong, 3 = stopped.
cli-match-option-students = The file with students.
cli-match-option-offers = The file with offers.
cli-match-option-pairs = Pairs that may be, with their utility; replaces the rules.
cli-match-option-equivalents = Programme codes that also count.
cli-match-option-travel = Measured travel times.
cli-match-option-policy = The policy: goals, their order and the seed (TOML).
cli-match-option-out = The folder for the result.
cli-match-refused =
    { $count ->
        [one] There is 1 fault. Nothing was worked out.
       *[other] There are { $count } faults. Nothing was worked out.
    }
cli-match-look =
    { $count ->
        [one] Note: 1 row needs a look. It does take part.
       *[other] Note: { $count } rows need a look. They do take part.
    }
cli-match-done = { $placed } of { $students } students have a place. The result is in { $folder }.
cli-match-goal-proven = { $goal }: { $value } (proven: it cannot be better)
cli-match-goal-open = { $goal }: { $value } (at most { $bound } is possible)
cli-match-out-taken = The folder { $folder } holds other files. Choose an empty folder, or one with an earlier result.
cli-match-out-is-file = { $folder } is a file, not a folder. Choose another name with --out.
cli-match-out-not-made = The folder { $folder } cannot be made: { $detail }

cli-file-not-there = { $file }: this file does not exist.
cli-file-is-folder = { $file }: this is a folder, not a file.
cli-file-not-allowed = { $file }: you may not read this file.
cli-file-remedy = Check the name and the folder, and whether you can open the file yourself.
cli-file-unreadable = { $file }: this file cannot be read: { $detail }
cli-fault-row = { $file }, row { $row }, column { $column }: { $what }
cli-fault-row-only = { $file }, row { $row }: { $what }
cli-fault-column = { $file }, column { $column }: { $what }
cli-fault-file = { $file }: { $what }
cli-fault-remedy = Do this: { $remedy }

cli-goal-placed = Placed students
cli-goal-group-gap = Group gap
cli-goal-worst-off = Worst off first
cli-goal-satisfaction = Satisfaction
cli-goal-lottery = Lottery
cli-goal-input = Files
cli-goal-rules = Rules
cli-goal-report = Report
cli-goal-explanations = Explanations

cli-stage-reading = Reading the files
cli-stage-eligibility = Applying the rules
cli-stage-placed = Placing as many as possible
cli-stage-worst-off = Helping the worst off first
cli-stage-satisfaction = Meeting wishes
cli-stage-lottery = Drawing lots
cli-stage-explaining = Writing the reasons
cli-stage-auditing = Checking the result
cli-stage-writing = Writing the files

cli-match-too-many-pairs = The rules leave { $pairs } combinations of a student and an offer. At most { $most } can be computed. Let the data say more: programmes, places with a maximum travel time, or only_preferences.

cli-row-lock-breaks-rule = The locked offer { $offer-id } is not possible by the rule "{ $rule }". Remove the lock or correct the data.
cli-row-lock-unknown-offer = The locked offer { $offer-id } is not in the file with offers. Correct the code or add the offer.
cli-row-lock-not-in-pairs = The locked offer { $offer-id } is not among the pairs that may be. Add the pair or remove the lock.
cli-row-lock-exceeds-places = The locked offer { $offer-id } has { $places } places, but { $locked } students are locked to it. Raise the number of places or remove a lock.
cli-row-duplicate-student = This number stands there twice. Keep one row.
cli-row-duplicate-offer = This code stands there twice. Keep one row.
cli-row-places-negative = The number of places is below zero. Fill in 0 or more.
cli-row-duplicate-travel = The trip to { $work-zone } ({ $transport }) stands there twice. Keep one row.
cli-row-travel-minutes-negative = The trip to { $work-zone } ({ $transport }) takes { $value } minutes. Fill in 0 or more.
cli-row-pair-unknown-student = This student is not in the file with students. Correct the number or add the student.
cli-row-pair-unknown-offer = The offer { $offer-id } is not in the file with offers. Correct the code or add the offer.
cli-row-pair-duplicate = The pair with { $offer-id } stands there twice. Keep one row.
cli-row-pair-utility-out-of-range = The utility of { $offer-id } is { $value }. Fill in a number from 0 to 1000.
cli-row-pair-rank-below-one = The rank of { $offer-id } is { $value }. Fill in 1 or more.
cli-row-pair-minutes-negative = The travel time to { $offer-id } is { $value } minutes. Fill in 0 or more.
cli-row-pair-rank-too-high = Rank { $value } is too high for the goal "worst off first". Use { $most } at most, or choose classes = "utility" in the policy.
cli-row-other = This contradicts another row ({ $code }).

cli-verify-short = Check a result, without the machinery that made it.
cli-verify-help =
    Works a result through again in plain, readable code: every rule, every value
    and the proof of each goal. The code of stagekans match takes no part in it.

    Example:
      stagekans verify result

    Exit code: 0 = all is right, 1 = something is wrong, 2 = unreadable folder.
cli-verify-proven = { $goal }: proven
cli-verify-bound = { $goal }: right, at most { $bound } is possible
cli-verify-failed = { $goal }: failed: { $detail }
cli-verify-missing = { $folder } is not a result: { $file } is missing. Make the folder with: stagekans match
cli-verify-unreadable = { $file } cannot be read: { $detail }
cli-verify-file-disagrees = { $file }, { $student }: { $what } does not fit the placements
cli-verify-file-rewritten = { $file } is not written as stagekans match writes it
cli-detail-rules-broken = a placement breaks a rule, or states something untrue
cli-detail-other-input = the files belong to another instance.json
cli-detail-input-contradicts = instance.json contradicts itself
cli-detail-report-misstated = the report says something else
cli-detail-explanation-untrue = a student is told something that is not true
cli-detail-level-missing = the proof lacks a step
cli-detail-level-unexpected = the proof has a step too many
cli-detail-above-not-proven = the goal above is not proven
cli-detail-value-misstated = the value in the proof is wrong

cli-error-no-command = There is no command { $what }.
cli-reason-no-eligible-offer = No offer fits the rules for this student.
cli-reason-no-places = { $eligible ->
        [one] 1 offer fits, but it has no places.
       *[other] { $eligible } offers fit, but they have no places.
    }
cli-reason-more-students-than-places = { $eligible ->
        [one] There are more students than places. The only offer that fits is full.
       *[other] There are more students than places. All { $eligible } offers that fit are full.
    }
cli-bottleneck =
    { $students ->
        [one] 1 student
       *[other] { $students } students
    } for { $places ->
        [one] 1 place
       *[other] { $places } places
    }: { $crebos }
cli-reason-other-goal-first = A place was left, but the policy puts another goal above the number of placements.
cli-detail-wrong-length = the proof does not have a price for everyone
cli-detail-price-negative = a price in the proof is below zero
cli-detail-pair-not-covered = the prices in the proof do not cover every pair
cli-detail-rank-too-high = a rank in the file with pairs is too high for this goal
cli-migration-fault = The database does not fit this version.
cli-migration-altered = The database was made with another { $name }. Restore that file as it was. Is this the demo? Start afresh with: stagekans demo --reset
cli-database-newer = The database was brought up to date by a newer version ({ $name }). Start that version.
cli-server-too-old = The database server is too old ({ $name }). PostgreSQL 15 or newer is needed.
cli-import-faults-left-off = And { $count } more faults.
