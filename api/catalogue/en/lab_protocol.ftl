# The protocol of a study: the fields of the form, the choices, what is still missing, the gates.

# The parts.
lab-protocol-question = Question
lab-protocol-design = Design
lab-protocol-outcomes = Outcomes
lab-protocol-analysis = Analysis
lab-protocol-stopping = When the study stops
lab-protocol-sampling = Numbers
lab-protocol-ethics = Care
lab-protocol-fieldwork = Fieldwork

# The fields.
lab-protocol-question-title = Title
lab-protocol-question-question = What do you want to know?
lab-protocol-question-hypotheses = What do you expect? State the direction too
lab-protocol-question-traits = The trait in which the applicants differ
lab-protocol-question-sectors = Sectors
lab-protocol-question-region = Region
lab-protocol-traits-ground = Ground in the law
lab-protocol-traits-carrier = What shows the trait?
lab-protocol-traits-majority = Majority applicant: what does the company see?
lab-protocol-traits-minority = Minority applicant: what does the company see?
lab-protocol-traits-names-per-group = Number of names per group, for men and for women
lab-protocol-traits-pretest = Where was it measured that people recognise the trait?
lab-protocol-design-kind = Kind of study
lab-protocol-design-applications-per-vacancy = Number of applications per vacancy
lab-protocol-design-crossed-factors = What else is drawn by lot?
lab-protocol-design-order = Who comes first?
lab-protocol-design-delay-hours-min = Shortest time between the two applications, in hours
lab-protocol-design-delay-hours-max = Longest time between the two applications, in hours
lab-protocol-design-office-hours = Sent in office hours only
lab-protocol-design-senders = Senders
lab-protocol-design-quality-varied = There are good and less good CVs
lab-protocol-design-share-two-majority = Share of the vacancies with two majority applicants
lab-protocol-design-share-mixed = Share of the vacancies with one applicant of each group
lab-protocol-design-share-two-minority = Share of the vacancies with two minority applicants
lab-protocol-design-rerandomisation = When is the plan drawn again?
lab-protocol-rerandomisation-measure = What is compared?
lab-protocol-rerandomisation-threshold = Largest difference allowed
lab-protocol-outcomes-codes = List of outcomes
lab-protocol-codes-code = Outcome
lab-protocol-codes-positive = Counts as a positive answer
lab-protocol-outcomes-no-answer-days = After how many days without a reply is there no answer?
lab-protocol-outcomes-no-reply = No answer counts as
lab-protocol-outcomes-one-sided-failure = If one of the two applications does not arrive
lab-protocol-outcomes-coders = Number of people who code each reply without knowing the applicant
lab-protocol-outcomes-least-kappa = Lowest agreement (kappa) at which the coding is good
lab-protocol-analysis-primary-test = Test that decides
lab-protocol-analysis-confidence = Confidence of the intervals
lab-protocol-analysis-denominator = What is it divided by?
lab-protocol-analysis-secondary = Other tests
lab-protocol-secondary-name = Name
lab-protocol-secondary-test = Test
lab-protocol-secondary-subgroup = For which part? Empty: for all
lab-protocol-analysis-correction = Correction for more than one test
lab-protocol-analysis-strata = Split by
lab-protocol-stopping-rule = Rule
lab-protocol-stopping-spending = How alpha is spent
lab-protocol-stopping-looks = When you look: parts of the discordant pairs, from 0 to 1
lab-protocol-stopping-prior-a = First number of the beta distribution chosen beforehand
lab-protocol-stopping-prior-b = Second number of the beta distribution chosen beforehand
lab-protocol-sampling-pairs = Number of pairs (or calls)
lab-protocol-sampling-p-only-majority = Expected share of the pairs with a positive answer for the majority only
lab-protocol-sampling-p-only-minority = Expected share of the pairs with a positive answer for the minority only
lab-protocol-sampling-p-both = Expected share of the pairs with two positive answers
lab-protocol-sampling-expected-share = Expected share of the companies that go along
lab-protocol-sampling-margin = Margin up and down
lab-protocol-sampling-power = Wanted chance to find a difference
lab-protocol-sampling-alpha = Chance of a difference that is not there (alpha)
lab-protocol-sampling-basis = Where do these expectations come from?
lab-protocol-sampling-strata = Numbers per part
lab-protocol-strata-name = Part
lab-protocol-strata-pairs = Number of pairs
lab-protocol-sampling-claims = About which parts will the report make a claim?
lab-protocol-sampling-frame = Where do the vacancies or companies come from?
lab-protocol-sampling-inclusion = Which take part?
lab-protocol-sampling-exclusion = Which do not?
lab-protocol-sampling-existing-data = Do data exist already?
lab-protocol-ethics-burden-minutes = Time that one application or call costs a company, in minutes
lab-protocol-ethics-cool-down-days = Number of days that an establishment is left alone afterwards
lab-protocol-ethics-one-pair-per-establishment = Each establishment gets at most one pair or one call
lab-protocol-ethics-withdrawal-text-nl = Text with which the applicant withdraws, in Dutch
lab-protocol-ethics-withdrawal-text-en = Text with which the applicant withdraws, in English
lab-protocol-ethics-withdrawal-same-for-both = Both applicants withdraw with the same text
lab-protocol-ethics-withdrawal-hours = Within how many hours do they withdraw?
lab-protocol-ethics-no-place-taken = No interview takes place and no internship is kept occupied
lab-protocol-ethics-no-real-identities = Nothing of real people: no citizen service number, address, phone number or diploma
lab-protocol-ethics-ethics-approval-reference = Approval of the ethics committee: number or place
lab-protocol-ethics-data-protection-reference = Data-protection impact assessment: number or place
lab-protocol-ethics-school-consent-reference = Consent of the schools: number or place
lab-protocol-ethics-retention-replies-days = Replies are deleted after so many days
lab-protocol-ethics-retention-key-days = The file with the names of companies is deleted after so many days
lab-protocol-ethics-no-company-named = No company is named
lab-protocol-ethics-no-use-as-evidence = The results are no evidence against a company
lab-protocol-ethics-debrief = What do the companies hear afterwards, and why?
lab-protocol-fieldwork-mail-domain = The study's own mail domain
lab-protocol-fieldwork-start = First day
lab-protocol-fieldwork-end = Last day
lab-protocol-fieldwork-call-script = Script of the call. Start each step on a new line with Opening:, Request:, Probe: or Closing:. The request is what is not allowed
lab-protocol-fieldwork-recorded = Calls are recorded
lab-protocol-fieldwork-recording-basis = Legal basis of the recording
lab-protocol-fieldwork-consent-text = Text that asks for consent
lab-protocol-fieldwork-second-listener = A second person listens in or listens back

# The choices.
lab-choice-race = origin (race)
lab-choice-nationality = nationality
lab-choice-religion = religion
lab-choice-belief = belief
lab-choice-political-opinion = political opinion
lab-choice-sex = sex
lab-choice-sexual-orientation = heterosexual or homosexual orientation
lab-choice-civil-status = civil status
lab-choice-disability = disability or chronic illness
lab-choice-age = age
lab-choice-name = the name
lab-choice-activity = an activity, such as volunteer work
lab-choice-language = a language
lab-choice-statement = a sentence in the letter
lab-choice-photo = a photo
lab-choice-voice = the voice
lab-choice-request = the caller's request
lab-choice-paired = pairs: two applications per vacancy
lab-choice-unpaired = no pairs: one application per vacancy
lab-choice-randomised-composition = by lot: two of one group, or one of each
lab-choice-mystery-call = mystery calls
lab-choice-template = template of CV and letter
lab-choice-delay = time between the applications
lab-choice-sender = sender
lab-choice-tester = tester
lab-choice-phone-number = phone number
lab-choice-quality = quality of the CV
lab-choice-random = decided by lot
lab-choice-majority-first = always the majority
lab-choice-minority-first = always the minority
lab-choice-invited = invited
lab-choice-place-offered = place offered
lab-choice-asks-to-call = asks to call
lab-choice-asks-information = asks for information
lab-choice-waiting-list = waiting list
lab-choice-refused = refused
lab-choice-no-answer = no answer
lab-choice-undeliverable = undeliverable
lab-choice-detected = detected as a test
lab-choice-complies = complies
lab-choice-complies-tacitly = complies tacitly
lab-choice-leaves-to-client = leaves it to the client
lab-choice-refuses = refuses
lab-choice-refuses-and-explains-law = refuses and explains the law
lab-choice-no-decision = no decision
lab-choice-negative = a negative answer
lab-choice-left-out = nothing: the application is left out
lab-choice-pair-left-out = the whole pair is left out
lab-choice-counts-as-negative = that application counts as negative
lab-choice-all-pairs = all pairs
lab-choice-pairs-with-a-positive-answer = pairs with a positive answer
lab-choice-usable-tests = usable pairs (ILO)
lab-choice-discordant-pairs = discordant pairs
lab-choice-positive-answers-of-the-minority = positive answers for the minority
lab-choice-all-applications = all applications
lab-choice-valid-calls = all valid calls
lab-choice-decided-calls = calls with a decision
lab-choice-holm = Holm
lab-choice-bh = Benjamini and Hochberg
lab-choice-fixed = after all planned pairs or calls
lab-choice-alpha-spending = at planned looks (alpha spending)
lab-choice-e-process = as soon as there is enough evidence (e-process)
lab-choice-sector = sector
lab-choice-ground = trait
lab-choice-sector-and-ground = sector and trait together
lab-choice-region = region
lab-choice-company-size = size of the company
lab-choice-none-exist = No, and none will before registration
lab-choice-not-seen = Yes, but none of us has seen them
lab-choice-seen-not-analysed = Yes, and we have seen them but not analysed them
lab-choice-consent = consent
lab-choice-public-task = public task
lab-choice-legitimate-interest = legitimate interest

# What is missing, what contradicts itself, what is doubtful.
lab-finding-protocol-missing = This is not filled in.
lab-finding-protocol-better-filled = This is not filled in. That is allowed, but readers will ask for it.
lab-finding-protocol-twice = This stands here twice: { $value }.
lab-finding-protocol-out-of-range = This is { NUMBER($value, maximumFractionDigits: 8) }. It must be from { NUMBER($least, maximumFractionDigits: 6) } to { NUMBER($most, maximumFractionDigits: 6) }.
lab-finding-protocol-no-number = This is not a number.
lab-finding-promise-missing = This promise is not ticked.
lab-finding-field-not-of-kind = This does not belong to this kind of study ({ $kind }). Leave it empty.
lab-finding-carrier-not-of-kind = { $carrier }: that does not fit this kind of study ({ $kind }).
lab-finding-signals-equal = The two applicants show the same: { $signal }.
lab-finding-names-without-name = Not the name shows the trait, but { $carrier }. Leave the number of names at 0.
lab-finding-names-too-few = There is { $names } name per group. Then the difference may be that of the name, not of the group.
lab-finding-signal-not-tested = Nobody measured whether people recognise these names. A weak signal makes the difference too small.
lab-finding-applications-not-of-kind = This kind of study ({ $kind }) has { $expected } per vacancy, not { $value }.
lab-finding-order-not-random = The order is fixed: { $order }. Then a difference may be that of the order. Let the lot decide.
lab-finding-template-not-crossed = The template of CV and letter is not drawn by lot. Then a difference may be that of the template.
lab-finding-delay-reversed = The shortest time ({ $shortest } hours) is longer than the longest ({ $longest } hours).
lab-finding-delay-none = Both applications arrive at once. That is noticed.
lab-finding-shares-not-one = The three shares are together { $sum }. That must be 1.
lab-finding-composition-one-sided = All applicants are of one group.
lab-finding-composition-incomplete = One of the three kinds does not occur. Then it cannot be seen what applicants do to each other.
lab-finding-factor-has-one-level = There is only one possibility to draw from: { $factor }.
lab-finding-quality-contradicts = The list of what is drawn by lot and this box contradict each other about quality.
lab-finding-quality-not-varied = All CVs are equally good. Then Neumark's correction is not possible.
lab-finding-threshold-not-above-zero = The largest difference must be a number above 0.
lab-finding-outcome-not-of-kind = This outcome ({ $outcome }) does not belong to this kind of study ({ $kind }).
lab-finding-outcome-never-positive = This outcome ({ $outcome }) cannot be positive.
lab-finding-outcome-left-out = This outcome is not on the list: { $outcome }. What will you do when it happens?
lab-finding-no-positive-outcome = No outcome counts as positive.
lab-finding-no-negative-outcome = Every outcome counts as positive.
lab-finding-no-answer-soon = After { $days } days it is decided that there is no answer. Many companies need more than { $least } days.
lab-finding-silence-left-out = No answer is left out. Many refusals are silent: the difference will look otherwise.
lab-finding-coders-not-two = Each reply is coded by { $least } to { $most } people.
lab-finding-test-unknown = We do not know this test: { $test }.
lab-finding-test-not-of-design = { $test } does not fit this kind of study ({ $kind }). Choose from: { $fitting }.
lab-finding-test-not-of-rule = { $test } belongs to another rule: { $rule_of_test }. Here stands: { $rule }.
lab-finding-denominator-not-of-design = Dividing by { $denominator } does not fit this kind of study ({ $kind }).
lab-finding-secondary-is-primary = This is the test that decides already: { $test }.
lab-finding-correction-missing = There are { $tests } other tests. Choose a correction.
lab-finding-looks-missing = It is not said when you look.
lab-finding-looks-too-many = These are { $looks } looks. More than { $most } is not possible.
lab-finding-looks-not-rising = The looks must rise, start above 0 and be at most 1.
lab-finding-looks-end-early = The last look is { $last }. It must be 1: the end.
lab-finding-looks-too-close = The looks are too close together.
lab-finding-looks-without-spending = There are looks, but the rule is: { $rule }.
lab-finding-prior-without-process = There is a distribution chosen beforehand, but the rule is: { $rule }.
lab-finding-spending-unknown = We do not know this way to spend alpha: { $spending }. Choose from: { $known }.
lab-finding-stratum-has-one-level = Splitting is not possible, there is only one: { $stratum }.
lab-finding-expected-above-one = The expected shares are together { $sum }. More than 1 is not possible.
lab-finding-no-difference-expected = You expect no difference. Then no number is enough.
lab-finding-power-not-above-alpha = The wanted chance to find a difference is not above alpha.
lab-finding-power-wanted-low = The wanted chance is below { NUMBER($usual, style: "percent") }. A true difference will often stay hidden.
lab-finding-alpha-high = Alpha is above { NUMBER($usual, style: "percent") }. You will find a difference that is not there more often.
lab-finding-alpha-not-confidence = Alpha ({ NUMBER($alpha, maximumFractionDigits: 6) }) and the confidence ({ NUMBER($confidence, maximumFractionDigits: 4) }) are together not 1. Test and interval can contradict each other.
lab-finding-strata-sum = The parts are together { $sum } pairs, the whole is { $pairs }.
lab-finding-claim-without-parts = A claim about this is not possible, there is only one: { $claim }.
lab-finding-margin-not-reached = With { $calls } calls the margin is { NUMBER($half_width, style: "percent", maximumFractionDigits: 1) }, not { NUMBER($margin, style: "percent", maximumFractionDigits: 1) }. { $needed ->
    [0] How many are needed is not known.
   *[other] Needed: { $needed }.
 }
lab-finding-power-too-low = With { $pairs } { $unit ->
    [paired] pairs
    [unpaired] applications per group
   *[other] vacancies
 } the chance to find the expected difference is { NUMBER($power, style: "percent", maximumFractionDigits: 1) }, not { NUMBER($target, style: "percent", maximumFractionDigits: 1) }. { $needed ->
    [0] How many are needed is too many to compute.
   *[other] Needed: { $needed }.
 }
lab-finding-power-at-least = With { $pairs } { $unit ->
    [paired] pairs
    [unpaired] applications per group
   *[other] vacancies
 } the chance to find the expected difference is at least { NUMBER($power, style: "percent", maximumFractionDigits: 1) }. Whether it reaches { NUMBER($target, style: "percent", maximumFractionDigits: 1) } is not computed. { $needed ->
    [0] Nor is how many are needed.
   *[other] Needed: about { $needed }.
 }
lab-finding-few-discordant-expected = You expect only { $discordant } discordant pairs. With fewer than { $least } hardly anything can be seen.
lab-finding-split-too-weak = In each part ({ $division ->
    [sector] sector
    [ground] trait
    [sector_and_ground] sector and trait
   *[other] { $division }
 }: { $pairs } { $unit ->
    [paired] pairs
    [unpaired] applications per group
   *[other] vacancies
 }) the chance to find the difference is { NUMBER($power, style: "percent", maximumFractionDigits: 1) }. Make no claim about it. { $needed ->
    [0] How many are needed is not known.
   *[other] Needed: { $needed } in all.
 }
lab-finding-claim-without-power = The report is to make a claim about each part ({ $division ->
    [sector] sector
    [ground] trait
    [sector_and_ground] sector and trait
   *[other] { $division }
 }: { $pairs } { $unit ->
    [paired] pairs
    [unpaired] applications per group
   *[other] vacancies
 }). There the chance to find the difference is { NUMBER($power, style: "percent", maximumFractionDigits: 1) }. { $needed ->
    [0] How many are needed is not known.
   *[other] Needed: { $needed } in all.
 }
lab-finding-data-seen = The data have been seen. Readers may doubt that the plan does not rest on them.
lab-finding-burden-high = One establishment spends { $minutes } minutes. More than { $most } minutes ask for an explanation.
lab-finding-cool-down-short = An establishment gets another pair after { $days } days. At least { $least } days are usual.
lab-finding-withdrawal-late = After a positive answer the applicants withdraw within 1 to { $most } hours, not within { $hours }.
lab-finding-withdrawal-not-translated = The Dutch and the English text are the same.
lab-finding-retention-long = Replies are kept for { $days } days. Explain why that is longer than { $most }.
lab-finding-key-before-replies = Letters and replies name companies too. They are kept for { $replies } days, so they would be there longer than the file with the names ({ $key } days). Give the file at least as many days, or the replies fewer.
lab-finding-dates-reversed = The last day ({ $end }) comes before the first ({ $start }).
lab-finding-mail-domain-wrong = This is no mail domain: { $domain }.
lab-finding-mail-domain-of-provider = { $domain } belongs to everyone. Use a domain of your own.
lab-finding-recording-contradicts = There is a legal basis ({ $basis }), but calls are not recorded.
lab-finding-second-listener-missing = Nobody listens in. One person can mishear.

# Gates and registration.
lab-finding-gate-open = This gate is still closed: { $gate }.
lab-finding-gate-not-of-kind = This gate ({ $gate }) does not belong to this kind of study ({ $kind }).
lab-finding-gate-ticked-twice = This gate is ticked twice: { $gate }.
lab-finding-gate-without-person = There is no name with this gate: { $gate }.
lab-finding-gate-without-evidence = There is no evidence with this gate: { $gate }.
lab-finding-gate-in-future = This gate ({ $gate }) is ticked on { $on }. That day is still to come.
lab-finding-name-missing = There is no name.
lab-finding-time-without-zone = The time has no time zone.
lab-finding-time-before-last = The time ({ $at }) is before the step before it ({ $last }).
lab-finding-amendment-without-reason = An amendment needs a reason.
lab-finding-amendment-without-change = Nothing was changed.
lab-finding-kind-is-registered = The kind of study was registered ({ $kind }) and cannot be changed. Make a new study for another kind.
lab-finding-outcome-was-given = Coders have given this outcome already: { $outcome }. It has to stay in the list.
lab-finding-closed-after-unblinding = The outcomes are known. This can no longer change: { $field }.
lab-finding-chain-hash-wrong = The check code is wrong. This was changed after registration.
lab-finding-chain-protocol-changed = The protocol does not fit its check code.
lab-finding-chain-link-broken = Amendment { $number } does not follow what comes before it.
lab-finding-chain-number-wrong = This is called amendment { $number }. It must be { $expected }.
lab-finding-chain-changes-wrong = Amendment { $number } names other changes than there are.
lab-finding-chain-blinded-again = According to amendment { $number } the outcomes are unknown again. That cannot be.

# The gates, and what counts as evidence.
lab-gate-ethics-approval = Approval of the ethics committee
lab-gate-ethics-approval-evidence = Number and date of the decision, and where it is kept. The decision is about this protocol.
lab-gate-data-protection-assessment = Data-protection impact assessment
lab-gate-data-protection-assessment-evidence = Date of the assessment, the officer's advice, and the legal basis in the GDPR.
lab-gate-school-consent = Consent of the schools
lab-gate-school-consent-evidence = Which schools, who on their behalf, when. Is no school concerned? Then write why not.
lab-gate-withdrawal-plan = Plan to withdraw
lab-gate-withdrawal-plan-evidence = Who reads the mail on workdays and at weekends, and who stands in? After a positive answer the applicants withdraw within 24 hours.
lab-gate-fictitious-identities = Applicants who do not exist
lab-gate-fictitious-identities-evidence = Who looked up whether name and town are those of a real person? There is no citizen service number, real address, real phone number or forged diploma.
lab-gate-retention-plan = Plan to keep and to delete
lab-gate-retention-plan-evidence = Where is the file with the names of companies, who can open it, and on which day is it deleted?
lab-gate-power-calculation = Calculation of the number
lab-gate-power-calculation-evidence = Who checked that the number is enough, where the expectations come from, and about which parts you make no claim.
lab-gate-analysis-plan = Plan of the analysis
lab-gate-analysis-plan-evidence = Who, from outside the fieldwork, read the test, the denominator, the list of outcomes and the stopping rule?
lab-gate-recording-rules = Rules of the calls
lab-gate-recording-rules-evidence = Legal advice about the call and about recording, and the instruction for who calls.
lab-finding-script-words-before = Before the first step stands text that nobody says: “{ $words }”. Begin each step with Opening:, Request:, Probe: or Closing:.
lab-finding-script-step-empty = Step { $place } of the script is empty. Write down what the caller says.
lab-finding-script-one-request = A script has exactly one request that is not allowed. Here are { $number }.
lab-finding-script-opening-closing = Start the script with an opening and end it with a closing.
