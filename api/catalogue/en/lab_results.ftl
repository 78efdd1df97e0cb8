# Result of a study: page, report, files, keeping and reading in.
study-tab-results = Result
study-tab-keeping = Keeping
results-title = Result
results-run-title = The registered analysis
results-run-lead = The computer works out exactly what the registered plan says. It does so once. The result is kept with the checksum of the registration and does not change afterwards.
results-run-button = Run the analysis
results-not-yet = There is no result yet
results-not-yet-lead = Now: { $state }. The analysis can be done once all replies are coded and it has been revealed who sent which letter.
results-read-in = Study that was read in. It was done elsewhere. Nothing was registered here; the figures come from a file that somebody read in.
results-by = Worked out on { $when } by { $by }.
results-files = Files
results-files-lead = The files name no companies. The rows by pair can show small numbers: keep them within the study.
results-file-report-nl = Report in Dutch (PDF)
results-file-report-en = Report in English (PDF)
results-file-outcomes = Outcomes by pair (CSV)
results-file-codebook = Explanation of the columns
results-file-recount = Everything to recount it (ZIP)
results-explore-lead = What is not in the registered plan is exploratory. Such a result proves nothing: search long enough and you always find something. That is why it is stamped everywhere.
results-explore-title = What is the question about?
results-explore-title-hint = For example: care only. Put no names of companies in the title.
results-explore-test = Test or measure
results-explore-subgroup = Which part
results-explore-everybody = All vacancies
results-explore-button = Explore
results-explore-none = There are no exploratory questions for this design yet.
results-chart-data = The figures stand in the table above.
results-sensitivity-fold = Show other methods
notice-analysis-stored = The analysis has been done and kept.
notice-exploration-stored = The exploratory result has been kept.
notice-study-read-in = The study has been read in.
notice-study-archived = The study has been archived.
form-field-title = Title
form-field-test = Test or measure
form-field-subgroup = Part
field-subgroup-too-small = This part has fewer than 10 vacancies. That is too small to show anything about.
field-test-not-possible = This test cannot be done of these outcomes. Choose another.
conflict-codes-missing = { $replies } { $replies ->
    [one] reply has
   *[other] replies have
} no final code yet. Let the coders finish first.
conflict-not-registered = This study has no registered plan. Without a plan there is no registered analysis.
conflict-analysis-impossible = The registered plan cannot be carried out: { $detail }. Nothing was kept.
lab-finding-study-file-wrong = This file cannot be read in. { $detail }

keeping-title = Keeping
keeping-lead = Raw replies and the key (which company belongs to which number) are deleted on their day. The result stays.
keeping-what = What
keeping-rows = Number
keeping-when = When
keeping-kind-replies = Raw replies and letters that were sent
keeping-kind-key = The key: names of companies, refused rows and words of complaints
keeping-fate-later = Will be deleted on { $on }
keeping-fate-today = Will be deleted today, as soon as the clean-up runs
keeping-fate-waiting = The day was { $on }. First all replies must be coded. Do that now.
keeping-fate-gone = Deleted
keeping-fate-no-end = The day is not fixed yet: the fieldwork has not been closed
keeping-fate-no-period = The plan names no period
keeping-log = What was deleted
keeping-log-when = When
keeping-log-rows = Rows
keeping-log-empty = Nothing has been deleted yet.
keeping-archive = Archive the study
keeping-archive-lead = An archived study can still be read. What still has a day is deleted on that day all the same.
keeping-archive-button = Archive

read-in-title = Read in a finished study
read-in-lead = Choose a CSV file with one row for each letter. It needs the columns pair, applicant (majority or minority) and positive (true, false or empty). It may have: sent (1 or 2), stratum and employer. Names of pairs and employers are not kept.
read-in-file = File
read-in-button = Read in
read-in-link = Read in a finished study

cli-lab-sweep-short = Delete what has had its day.
cli-lab-sweep-help =
    Deletes of every study the raw replies and the key whose day has come, and
    writes down what is gone. It may run more than once a day. Let the computer
    do it every night.

    Example:
      stagekans lab sweep
cli-lab-sweep-done = { $rows ->
    [0] There was nothing to delete.
    [one] { $rows } row deleted.
   *[other] { $rows } rows deleted.
}

lab-result-hidden = hidden
lab-result-majority = the majority
lab-result-minority = the minority
lab-result-rates-paired = Applicants with { $majority } had a positive answer at { $x1 } of { $n1 } vacancies ({ $share1 }). Applicants with { $minority } had one at { $x2 } of { $n2 } ({ $share2 }).
lab-result-rates-groups = Of { $n1 } letters with { $majority }, { $x1 } had a positive answer ({ $share1 }). Of { $n2 } letters with { $minority }, { $x2 } did ({ $share2 }).
lab-result-difference = The difference in positive answers is { $points } percentage points. Its { $confidence } % interval runs from { $lower } to { $upper }.
lab-result-rejects = The registered test ({ $test }) gives p = { $p }. That is below the limit of { $alpha }: chance alone seldom makes such a difference.
lab-result-does-not-reject = The registered test ({ $test }) gives p = { $p }. That is not below the limit of { $alpha }: this difference can be chance. Nor does it prove that there is no difference.
lab-result-no-decision = The registered test ({ $test }) could give no p-value. The limit was { $alpha }; found: { $p }.
lab-result-what-it-does-not-say = This is a difference in answers, measured over many vacancies together. It does not say that a certain company discriminates: only a judge, the Netherlands Institute for Human Rights or the Labour Inspectorate decides that. Nor is it a count of reports or incidents.
lab-result-title-headline = The result
lab-result-title-counts = Positive answers
lab-result-title-rates = Rates and what they are divided by
lab-result-title-parts = By part of the sample
lab-result-title-family = Other tests of the plan
lab-result-title-stages = Stages of the ILO
lab-result-title-warnings = What to bear in mind
lab-result-title-sensitivity = Same question, other methods
lab-result-title-exploratory = Exploratory questions
lab-result-stamp = EXPLORATORY
lab-result-exploratory-stamp = What stands below was not registered. It is exploratory: it can suggest a question for a new study, but it proves nothing.
lab-result-sent = Sent to { $sent } vacancies, of which { $analysed } with a usable outcome. At { $unsent } vacancies not everything was sent; those do not count.
lab-result-applicant = Applicant
lab-result-positive = Positive
lab-result-of = Of
lab-result-share = Share
lab-result-positive-caption = Positive answers by applicant
lab-result-bars-caption = Share of positive answers
lab-result-pairs = Vacancies
lab-result-number = Number
lab-result-pairs-caption = Who had a positive answer?
lab-result-cell-both = Both
lab-result-cell-only-majority = Only the majority applicant
lab-result-cell-only-minority = Only the minority applicant
lab-result-cell-neither = Neither
lab-result-small-rule = Numbers below { $k } are hidden, and so are numbers from which they could be worked out. Rule: k = { $k }, version { $version }.
lab-result-rate = Rate
lab-result-value = Value
lab-result-divided-by = Divided by
lab-result-registered = registered
lab-result-rates-caption = Each rate with its denominator
lab-result-rate-net-all-pairs = Net difference, all vacancies
lab-result-rate-gross-against-minority = Only the majority positive
lab-result-rate-gross-against-majority = Only the minority positive
lab-result-rate-net-at-least-one-positive = Net difference, at least one positive
lab-result-rate-net-ilo-final-stage-usable = Net difference, usable tests (ILO)
lab-result-rate-net-discordant-only = Net difference, unequal pairs
lab-result-rate-callback-ratio-majority-to-minority = Ratio of positive answers
lab-result-rate-difference-all-applications = Difference, all letters
lab-result-counted-all-pairs = all vacancies
lab-result-counted-pairs-with-a-positive-answer = vacancies with at least one positive answer
lab-result-counted-usable-tests = usable tests
lab-result-counted-discordant-pairs = vacancies with unequal answers
lab-result-counted-positive-answers-of-the-minority = positive answers of the minority
lab-result-counted-all-applications = all letters with a usable outcome
lab-result-ratio = Ratio of positive answers: { $value } (interval { $lower } to { $upper }; { $method }).
lab-result-odds-ratio = Odds ratio within pairs: { $value } (interval { $lower } to { $upper }; { $method }).
lab-result-by-sector = sector
lab-result-by-ground = ground
lab-result-by-region = place
lab-result-by-company-size = size of the company
lab-result-split-not-recorded = The plan splits by { $by }, but that was not recorded. So this split is missing.
lab-result-split-hidden = The split by { $by } is not shown: together with the other numbers it could give small ones away.
lab-result-parts-caption = Vacancies and positive answers by { $by }; difference in percentage points with interval
lab-result-part-unknown = unknown
lab-result-difference-head = Difference
lab-result-interval = { $estimate } ({ $lower } to { $upper })
lab-result-all = all vacancies
lab-result-forest-caption = Difference in percentage points by { $by }
lab-result-homogeneity = Do the parts differ from each other? One test for all parts together: p = { $p }.
lab-result-test = Test
lab-result-method = Method
lab-result-p = p
lab-result-p-corrected = p, corrected
lab-result-correction-holm = Tests of the plan, corrected together by Holm
lab-result-correction-bh = Tests of the plan, corrected together by Benjamini and Hochberg
lab-result-correction-none = Tests of the plan, without correction
lab-result-family-explained = Who tests often finds something by chance. So the correction counts every test of the plan, also those that could not be done.
lab-result-reason-subgroup-unknown = not possible: this part was not recorded
lab-result-reason-test-not-possible = not possible with these outcomes
lab-result-reason-test-has-no-p = gives no p-value
lab-result-stages-hidden = The stages of the ILO are not shown: some numbers are below { $k }.
lab-result-stage = Stage
lab-result-stage-first-contact = First contact
lab-result-stage-invitation = Invitation
lab-result-stage-offer = Offer
lab-result-net-rate = Net
lab-result-stages-caption = Tests that ended at a stage, of { $usable } usable tests
lab-result-stages-net = All stages together: { $rate } of { $usable } usable tests.
lab-result-order = Was the order of sending evenly divided? p = { $balance }. Did it matter who came first? p = { $order }.
lab-result-no-warnings = There are no warnings.
lab-result-warning-no-discordant-pairs = At no vacancy did the two have unequal answers. Then nothing can be said of a difference.
lab-result-warning-few-discordant-pairs = There are few vacancies with unequal answers. Only a very large difference could be found.
lab-result-warning-many-pairs-left-out = Many vacancies have no usable outcome. That can decide the result.
lab-result-warning-left-out-on-one-side = For one of the two applicants letters failed more often than for the other.
lab-result-warning-missing-could-undo = The missing outcomes could make the difference disappear.
lab-result-warning-order-unknown = The order of sending is not known.
lab-result-warning-order-unbalanced = The two applicants were not first equally often.
lab-result-warning-order-matters = Who came first had other answers than who came later.
lab-result-warning-strata-differ = The parts of the sample differ from each other. One number for all does not say everything then.
lab-result-warning-strata-too-small = Some parts are too small to say anything about them alone.
lab-result-warning-employers-with-several-pairs = Some employers had several vacancies. Their answers are alike.
lab-result-warning-employers-unknown = It is not known which vacancies belong to the same employer.
lab-result-sensitivity-hidden = This table is not shown: its figures would give small numbers away.
lab-result-sensitivity-caption = Other right answers to the same questions
lab-result-interval-head = Interval
lab-result-explored = { $test }, of { $subgroup }: { $n } vacancies or letters.
lab-result-explored-value = { $method }: { $value } (interval { $lower } to { $upper }).
lab-result-codebook-title = Explanation of the columns: { $name }
lab-result-codebook-lead = One row for each letter. Vacancies and employers have a number; who they are stands nowhere in this file.
lab-result-codebook-codes = Codes, and what they count as in this study
lab-result-codebook-origin = Origin
lab-result-code-positive = counts as positive
lab-result-code-negative = does not count as positive
lab-result-column-pair = number of the vacancy
lab-result-column-place = 1: sent first, 2: sent second
lab-result-column-applicant = majority or minority: which applicant
lab-result-column-code = the final code of the reply
lab-result-column-positive = true or false: how the plan counts the reply; empty: no usable outcome
lab-result-column-sector = part of the sample; empty: not asked by the plan
lab-result-column-company-size = size of the company; empty: not asked by the plan
lab-result-column-region = place; empty: not asked by the plan
lab-result-column-employer = the same number for all vacancies of one employer
lab-result-fact-origin = Origin
lab-result-origin-study = Study in this lab, by the registered plan
lab-result-origin-read-in = Read in: done elsewhere, not registered here
lab-result-fact-registration = Checksum of the registration
lab-result-fact-amendments = Changes of the plan
lab-result-fact-program = Worked out by
lab-result-file-report = report
lab-result-file-recount = everything-to-recount
