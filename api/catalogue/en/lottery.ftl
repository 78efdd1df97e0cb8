# The lottery that can be watched: commit, witness, matching, reveal.
tab-lottery = Lottery
lottery-title = Lottery
lottery-what = Sometimes students have exactly equal chances. Then the lot decides. Commit to the lottery before the round: then nobody can choose the outcome, and anybody can check that later.
lottery-now-none = The lottery is not fixed yet
lottery-now-committed = The lottery is fixed
lottery-now-witnessed = The lottery is fixed, with a witness
lottery-now-used = The lottery has been used
lottery-now-revealed = The lottery is public
lottery-now-replaced = This lottery does not count any more
lottery-step-commit = Commit to the lottery
lottery-step-commit-text = The program keeps a secret and shows only its code (hash). Share that code.
lottery-step-witness = Let a witness take part (you may, you need not)
lottery-step-witness-text = Are students and offers in? Then a witness brings numbers that nobody knew before, such as the draw of a national lottery.
lottery-step-run = Start the matching
lottery-step-run-text = Every matching of this round uses this lottery. Drawing again cannot happen unseen.
lottery-step-reveal = Reveal the secret
lottery-step-reveal-text = After the matching, anybody can check that the secret belongs to the code, and recompute every lot.
lottery-do-none = Commit to the lottery
lottery-do-text-none = You can do this before there are students. Nobody sees the secret before you reveal it, and neither do you.
lottery-do-committed = Is there a witness?
lottery-do-text-committed = Fill in what the witness brought. At that moment we also fix the state of the round. Without a witness you go on to the matching.
lottery-do-witnessed = Start the matching
lottery-do-text-witnessed = Change nothing about students and offers now. The record shows whether the matching had the same data.
lottery-do-used = Reveal the secret
lottery-do-text-used = Is the matching done, and need it not be done again? Then reveal the secret. You cannot undo this.
lottery-do-revealed = Anybody can watch
lottery-do-text-revealed = Share the address below. A new matching of this round uses the same lottery.
lottery-do-replaced = This lottery does not count any more
lottery-do-text-replaced = Another lottery came in its place.
lottery-commit-button = Commit
lottery-secret = A secret of your own (optional)
lottery-secret-hint = Leave this empty: then the program draws a secret. Or type 8 to 100 characters. We do not show them again until you reveal them.
lottery-reason = Why another lottery?
lottery-reason-hint = At least 10 characters. Anybody can read this: name no persons.
lottery-public-text = Public numbers or text
lottery-public-text-hint = Exactly as published, for example 7 12 19 23 40 44.
lottery-source = Where does this come from?
lottery-source-hint = For example: lottery draw of 10 February 2027, 8 p.m. Anybody can read this.
lottery-witness = Name of the witness
lottery-witness-hint = The name stands only in the record of the school.
lottery-witness-button = Fix these numbers
lottery-without-witness = Go on without a witness
lottery-to-run = To the matching
lottery-reveal-button = Reveal
lottery-to-record = See the record
lottery-share = Anybody can follow the lottery at
lottery-facts = What is fixed
lottery-hash = Code of the secret (SHA-256)
lottery-committed = Committed
lottery-drawn = The program drew the secret.
lottery-made-up = A person made up the secret.
lottery-earlier-runs = { $count ->
    [one] There was 1 matching of this round already.
   *[other] There were { $count } matchings of this round already.
 }
lottery-witnessed = Witness
lottery-no-witness = No witness
lottery-entered-by = Filled in by { $name }
lottery-entered-on = Filled in here on { $moment }
lottery-frozen = State of the round at the witness (SHA-256)
lottery-frozen-counts = { $students ->
    [one] 1 student
   *[other] { $students } students
 }, offers: { $offers }
lottery-used = First matching
lottery-not-used = Not used yet
lottery-opened = Revealed
lottery-replaced = Replaced, and revealed then
lottery-salt = Salt
lottery-secret-shown = Secret
lottery-seed = Seed of the lottery
lottery-still-secret = Still secret
lottery-runs = Matchings with this lottery
lottery-run = Matching
lottery-when = When
lottery-input = Data (SHA-256)
lottery-as-witnessed = Same data as at the witness
lottery-not-as-witnessed = Other data than at the witness
lottery-again = Another lottery after all
lottery-again-text = This is for a mistake only. The lottery of now is put aside. Its secret is public at once, with your reason beside it. So nobody can draw again unseen.
lottery-again-button = Replace the lottery
lottery-earlier = Earlier lotteries of this round
lottery-number = Lottery { $number }
lottery-record = Record of the lottery
lottery-record-print = This record has student numbers: do not share it outside the school.
lottery-record-pdf = Save as PDF
lottery-record-file = lottery-record
lottery-signature-school = For the school
lottery-signature-witness = The witness
lottery-record-run = The matching
lottery-record-no-run = No matching with this lottery has finished yet.
lottery-checked = Lot numbers recomputed
lottery-checked-later = Possible once the secret is public.
lottery-checked-fits = The seed gives exactly these lot numbers
lottery-checked-fails = The seed gives other lot numbers
lottery-lots = Lot numbers
lottery-lots-text = You see { $shown } of the { $all } students: those of your programmes.
lottery-student-number = Student number
lottery-student-number-hint = We do not keep this number and do not look it up.
lottery-public-what = Do students have exactly equal chances of a place? Then the lot decides. This lottery was fixed before anybody could know the outcome. Here you can check that.
lottery-public-none = None
lottery-public-runs = { $count ->
    [one] 1 matching used this lottery.
   *[other] { $count } matchings used this lottery.
 }
lottery-public-students = Students in the lottery
lottery-check = Recompute a lot
lottery-check-text = Fill in a student number. Then you see which lot the seed gives to that number.
lottery-check-button = Recompute
lottery-ticket = The lot of { $number }: { $percent } % of all possible lots are smaller.
lottery-ticket-about = Among { $students } students that is about lot number { $about }.
lottery-check-exact = The exact lot number stands in the explanation that every student gets from school. It depends on the lots of the others, and we do not publish their numbers. The school recomputes all lot numbers in the record.
lottery-check-later = This is possible once the school reveals the secret. Keep the code above.
lottery-check-self = You need not believe us. Recompute it yourself, with sha256sum or with the program:
lottery-of-run = See the committed lottery
lottery-part-title = Lottery
lottery-part-text = The lottery of this round is fixed. This matching uses it.
lottery-part-revealed = The lottery of this round is fixed and already public. This matching uses it again.
lottery-part-link = See the lottery

notice-lottery-committed = The lottery is fixed. Now share the code with students and parents.
notice-lottery-witnessed = The numbers of the witness are fixed. Now start the matching.
notice-lottery-revealed = The secret is public. Anybody can recompute the lottery.

conflict-lottery-none = There is no committed lottery yet. Commit to one first.
conflict-lottery-witness-not-now = A witness can take part only between the commitment and the first matching. Load the page again.
conflict-lottery-reveal-not-now = A matching must use this lottery first. Start the matching.
conflict-lottery-run-not-now = This lottery does not count any more. Load the page again.
conflict-lottery-replace-not-now = This lottery was replaced already. Load the page again.
conflict-lottery-no-result = No matching with this lottery has finished yet. Wait until one has.
conflict-lottery-nothing-to-freeze = There are no students or no offers yet. Import those first.
conflict-lottery-sealed = The secret is not public yet. Come back later.
conflict-lottery-changed = The lottery cannot change any more. Load the page again.

field-not-secret = Use 8 to 100 characters on one line, without a blank at the beginning or the end.
field-lottery-committed = The lottery of this round is fixed. Leave out the seed.
field-looks-sealed = A seed does not begin with sha256:. Choose another.
form-field-secret = A secret of your own
form-field-public-text = Public numbers or text
form-field-source = Where does this come from?
form-field-witness = Name of the witness
form-field-action = Button

# Command line.
cli-lottery-short = Commit to a lottery, and recompute one.
cli-lottery-help =
    A lottery that anybody can check. Before the round you make a secret and
    share only its code. After the round you reveal the secret.

    How it goes:
      stagekans lottery commit --out secret.json        make a secret
      stagekans lottery reveal secret.json              show it, after the round
      stagekans lottery check --sha256 CODE --salt SALT --secret SECRET
      stagekans lottery lots students.csv --seed SEED

    The definitions are in docs/lottery.md.
cli-lottery-commit-short = Make a secret; show its code.
cli-lottery-commit-help =
    Draws a secret, writes it into a file that only you can read, and shows
    the code (hash). Share the code, keep the file.

    Examples:
      stagekans lottery commit --out secret.json
      echo "a secret of my own" | stagekans lottery commit --typed --out secret.json
cli-lottery-option-out = The file for the secret; it must not exist yet.
cli-lottery-option-typed = Read a secret of your own: one line of the input.
cli-lottery-reveal-short = Show what becomes public.
cli-lottery-reveal-help =
    Shows salt, secret and seed from the file of commit. Do this only after
    the round. With --public, the text of a witness takes part.

    Examples:
      stagekans lottery reveal secret.json
      stagekans lottery reveal secret.json --public "7 12 19 23 40 44"
cli-lottery-option-public = The public text of the witness.
cli-lottery-check-short = Check a secret against a code.
cli-lottery-check-help =
    Recomputes whether salt and secret belong to the code, and shows the seed.
    Ends with 0 when everything fits, with 1 when something does not.

    Example:
      stagekans lottery check --sha256 CODE --salt SALT --secret "the secret"
cli-lottery-option-sha256 = The code that was shared before.
cli-lottery-option-salt = The salt: 64 digits and letters a to f.
cli-lottery-option-secret = The secret.
cli-lottery-option-seed-too = The seed of the run, to check it too.
cli-lottery-lots-short = Recompute lot numbers.
cli-lottery-lots-help =
    Works out the lot numbers of all student numbers in a file: CSV or XLSX
    with a column student_number, or one number on each line. Give all numbers
    of the run: a lot number is the place among all others. The answer is CSV.

    Example:
      stagekans lottery lots students.csv --seed SEED
cli-lottery-option-seed = The seed of the lottery.
cli-lottery-line-sha256 = Code (SHA-256): { $value }
cli-lottery-line-salt = Salt:           { $value }
cli-lottery-line-secret = Secret:         { $value }
cli-lottery-line-public = Public text:    { $value }
cli-lottery-line-seed = Seed:           { $value }
cli-lottery-committed = Share this code. Keep { $file } and show it to nobody until after the round.
cli-lottery-fits = Right: salt and secret belong to the code.
cli-lottery-does-not-fit = Wrong: salt and secret do not belong to the code.
cli-lottery-seed-fits = Right: this is the seed.
cli-lottery-seed-does-not-fit = Wrong: the seed must be { $value }.
cli-lottery-not-sha256 = { $what } must have 64 characters: digits and small letters a to f.
cli-lottery-not-secret = A secret has 8 to 100 characters on one line, without a blank at the beginning or the end.
cli-lottery-file-exists = { $file } exists already. Choose another name: a secret is never overwritten.
cli-lottery-file-not-made = { $file } cannot be made: { $detail }
cli-lottery-file-unreadable = { $file } cannot be read: { $detail }
cli-lottery-file-not-ours = { $file } is no file of stagekans lottery commit.
cli-lottery-file-changed = { $file } was changed: the code does not belong to salt and secret.
cli-lottery-no-numbers = { $file } has no student numbers. Give it a column student_number, or one number on each line.
cli-lottery-twice = { $number } stands twice in { $file }. Each student number may stand there once.
cli-lottery-empty-seed = Give a seed: --seed
