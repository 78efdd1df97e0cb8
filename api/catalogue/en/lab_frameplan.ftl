# The testing lab: the frame of vacancies, the profiles and the plan.
study-tab-frame = Frame

study-frame-title = The frame
study-frame-lead = All vacancies that the draw takes from. Names of companies stand only here and in the fieldwork.
study-frame-import = Add vacancies
study-frame-import-lead = Choose a file with one vacancy in each row. Good rows come in at once. For every other row you read what is wrong with it. You may choose the same file again: what is there stays as it is.
study-frame-file-hint = CSV or Excel (.xlsx), at most 20,000 rows. The first row has the names of the columns.
study-frame-import-button = Add
study-frame-template-xlsx = Empty file (Excel)
study-frame-template-csv = Empty file (CSV)
study-frame-columns = Which columns are there?
study-frame-column-needed = Needed.
study-frame-column-entry-id = your own code for this vacancy, another one in each row
study-frame-column-company = name of the company
study-frame-column-establishment = name of the establishment
study-frame-column-kvk = number in the trade register (KvK), 8 digits
study-frame-column-establishment-number = number of the establishment, 12 digits
study-frame-column-postcode4 = the four digits of the postcode
study-frame-column-place = town
study-frame-column-sector = sector, as the protocol calls it
study-frame-column-size-class = size of the company, in your own words
study-frame-column-vacancy-title = title of the vacancy
study-frame-column-contact-email = e-mail address for applications
study-frame-column-phone = telephone number
study-frame-column-source = where you found the vacancy
study-frame-column-found-on = day on which you found it: dd-mm-yyyy
study-frame-file-refused = This file cannot be used
study-frame-closed-drawn = The plan has been drawn. No more vacancies can be added.
study-frame-closed-state = No vacancies can be added now. They can while the study is a draft, and after registration until the plan is drawn.
study-frame-entries = Vacancies
study-frame-sectors = Sectors
study-frame-refused = Refused rows
study-frame-see-refused = { $count ->
    [one] Look at the refused row
   *[other] Look at the { $count } refused rows
}
study-frame-see-blocked = Companies that do not take part
study-frame-files = Files
study-frame-rows = Rows
study-frame-added = Added
study-frame-already = Was there already
study-frame-changed = { $count ->
    [one] 1 row had another text. It was not taken over.
   *[other] { $count } rows had another text. It was not taken over.
}
study-frame-warnings = { $count ->
    [one] 1 point to look at in the last file
   *[other] { $count } points to look at in the last file
}
study-frame-found = { $count ->
    [one] 1 vacancy
   *[other] { $count } vacancies
}
study-frame-pseudonym = Pseudonym
study-frame-company = Company
study-frame-vacancy = Vacancy
study-frame-sector = Sector
study-frame-contact = Contact
study-frame-drawn = Draw
study-frame-drawn-yes = Drawn
study-frame-drawn-no = Not drawn
study-frame-gone = Deleted
study-frame-empty = There are no vacancies yet
study-frame-empty-text = Choose a file above. The empty file shows which columns there are.
study-frame-refused-title = Refused rows
study-frame-refused-lead = These rows do not take part. Mend the file and add it again: what is good then goes from this list.
study-frame-refused-none = There are no refused rows
study-frame-refused-none-text = All rows of your files take part.
study-frame-refused-file = refused-vacancies
study-frame-row = Row
study-frame-why = What is wrong
notice-frame-imported = The file has been read. Below you see what became of its rows.
conflict-frame-nothing-refused = There are no refused rows.

blocked-title = Companies that do not take part
blocked-lead = No study writes to these companies or calls them.
blocked-list = { $count ->
    [one] 1 company
   *[other] { $count } companies
}
blocked-none = The list is empty
blocked-none-text = A company that complains, or asks for it, comes on this list.
blocked-reason = Reason
blocked-reason-hint = For example: asked on 3 March not to take part. Put no names of people here.
blocked-by = Put there by
blocked-remove = Take off the list
blocked-remove-named = Take off the list: { $name }
blocked-add = Put a company on the list
blocked-add-button = Put on the list
blocked-kvk = Number in the trade register (KvK)
blocked-kvk-hint = 8 digits. May stay empty.
blocked-kvk-is = KvK { $kvk }
notice-company-blocked = The company is on the list.
notice-company-unblocked = The company has been taken off the list.
field-not-kvk = A number in the trade register has 8 digits.
form-field-company = Company
form-field-kvk = KvK number

lab-not-allowed-study-plan-drawn = This cannot be done any more. The plan of this study has been drawn.
lab-finding-frame-sector-outside = { $number ->
    [one] One vacancy has
   *[other] { $number } vacancies have
} the sector ‘{ $sector }’. It is not in the protocol. The draw leaves it out. Change the sector if it is the same.

plan-file = plan

study-tab-profiles = Profiles
study-tab-plan = Plan

profiles-title = Profiles
profiles-lead = Who applies, and with which letters. None of them exists.
profiles-closed = The profiles are fixed. The plan has been drawn, or the study has gone on.
profiles-findings = { $count ->
    [one] 1 point to look at
   *[other] { $count } points to look at
}
profiles-findings-see = Look at the points
profiles-needed = Needed:
profiles-whole = The profiles are complete.
profiles-names = Names
profiles-names-lead = Choose the two groups and save. Then choose the names. Both applicants of a pair have the same sex. Choose as many names for each group as the protocol says.
profiles-side-majority = Majority
profiles-side-minority = Minority
profiles-share = { $share }%
profiles-interval = { $lower } to { $upper }%
profiles-not-measured = Recognition not measured
profiles-recognised = Recognised by { $share }% (source: { $source })
profiles-not-young = Less believable for somebody of 17 to 19
profiles-no-names = There are no names for this group.
profiles-status = These names go together in status:
profiles-no-status = The status of these names was not measured. After a pre-test you see here which names go together.
profiles-second-cue = A second cue in the CV
profiles-second-cue-hint = Both applicants then name a third language. That helps with names that few people recognise.
profiles-letters = Letters
profiles-letter = Letter { $name }
profiles-words = Words of the study
profiles-words-lead = These words are the same for both applicants. Name only a school that gave its consent.
profiles-word-school = School
profiles-word-hint-school = For example: ROC Voorbeeld
profiles-word-town = Town
profiles-word-hint-town = For example: Utrecht. No street.
profiles-word-earlier = Earlier school
profiles-word-hint-earlier = In Dutch, for example: vmbo, gemengde leerweg
profiles-word-period = Period of the internship
profiles-word-hint-period = In Dutch, for example: van september tot en met januari
profiles-word-greeting = Greeting
profiles-word-hint-greeting = In Dutch, for example: Geachte heer, mevrouw,
profiles-word-programme = Programme
profiles-word-hint-programme = In Dutch, for example: Kok
profiles-word-level = Level
profiles-word-hint-level = In Dutch, for example: niveau 3
profiles-word-field = Field
profiles-word-hint-field = Fits in: ik wil in … werken. For example: de keuken
profiles-word-tasks = Tasks
profiles-word-hint-tasks = Fits in: op school leer ik nu …. For example: snijden en bakken
profiles-word-learn = What somebody wants to learn
profiles-word-hint-learn = Fits in: ik wil leren hoe je …. For example: een menu maakt
profiles-no-sectors = The protocol has no sectors yet. Fill those in first.
profiles-senders = Senders
profiles-senders-lead = Two applicants at one company never have the same number or address. The mail domain of the study is { $domain }.
profiles-phone = Telephone number
profiles-phone-hint = A number of the study itself, never of somebody else.
profiles-mailbox = Part before the at sign
profiles-mailbox-hint = With {"{"}first{"}"} for the first name, {"{"}initial{"}"} for its first letter and {"{"}surname{"}"} for the surname.
profiles-save = Save
profiles-example = Example of a pair
profiles-sex = Sex
profiles-example-button = Show
profiles-example-none = Choose names and senders, and save. Then you see a filled pair of two different letters here.
profiles-linter = What differs besides the name
profiles-linter-good = In this pair nothing differs but what may differ.
notice-profiles-saved = The profiles have been saved.

pretest-title = Pre-test
pretest-lead = Let people rate the names before the fieldwork begins. A name is usable when 40% recognise the country, or 70% the part of the world.
pretest-none = There is no pre-test yet.
pretest-source-is = Source: { $source }
pretest-name = Name
pretest-raters = Raters
pretest-country = Country recognised
pretest-region = Part of the world recognised
pretest-confused = Most often taken for
pretest-confused-with = { $group }, { $share }%
pretest-usable = Usable
pretest-by-country = Yes, by the country
pretest-by-region = Only with a second cue
pretest-by-none = No
pretest-unsure = Not sure: the interval reaches below the limit.
pretest-answer-dutch = Dutch
pretest-answer-turkish = Turkish
pretest-answer-moroccan = Moroccan
pretest-answer-surinamese = Surinamese
pretest-answer-polish = Polish
pretest-answer-other-western-europe = another country in Western Europe
pretest-answer-other-eastern-europe = another country in Eastern Europe
pretest-answer-other-north-africa-middle-east = another country in North Africa or the Middle East
pretest-answer-other-caribbean-latin-america = another country in the Caribbean or Latin America
pretest-answer-other-africa = another country in Africa
pretest-answer-other-asia = another country in Asia
pretest-findings = { $count ->
    [one] 1 point about the rows
   *[other] { $count } points about the rows
}
pretest-source = Where do the figures come from?
pretest-source-hint = For example: own survey, 200 people, May 2026
pretest-file-hint = CSV or Excel with the columns rater, name, group, sex and status. The new pre-test takes the place of the old one. Who the raters are is not kept.
pretest-button = Add the pre-test
notice-pretest-imported = The pre-test has been read.

plan-title = The plan
plan-lead = The draw decides which company takes part, who writes, with which letter and when.
plan-refused = No plan has been drawn
plan-vacancies = Vacancies
plan-dispatches = Applications
plan-days = Days
plan-redraws = Draws put aside
plan-proof = How it was drawn
plan-drawn-by = Drawn by { $person } on
plan-order-random = Who writes first was drawn.
plan-order-majority-first = The majority always writes first. The protocol says so.
plan-order-minority-first = The minority always writes first. The protocol says so.
plan-seed = Seed
plan-hash = Fingerprint of the plan
plan-letters-hash = Fingerprint of the letters
plan-replay = Replay the plan
plan-replay-equal = The same seed gives the same plan and the same letters.
plan-replay-letters = The plan is the same, the letters are not. Something was changed in the frame or the profiles.
plan-replay-differs = The seed gives another plan than the one here. Something was changed after the draw.
plan-replay-impossible = The names of the companies have been deleted. Without them the plan cannot be replayed.
plan-export-csv = Download the plan (CSV)
plan-export-xlsx = Download the plan (Excel)
plan-strata = The sample
plan-size = Size
plan-size-unknown = unknown
plan-available = Available
plan-asked = Asked
plan-chosen = Drawn
plan-outside = { $count ->
    [one] 1 vacancy had a sector outside the protocol and took no part.
   *[other] { $count } vacancies had a sector outside the protocol and took no part.
}
plan-set-aside = { $count ->
    [one] 1 vacancy could not take part any more on the day of the draw
   *[other] { $count } vacancies could not take part any more on the day of the draw
}
plan-aside-frame-company-blocked = is on the list of companies that do not take part
plan-aside-frame-company-in-other-study = is in another study
plan-aside-frame-without-phone = has no phone number
plan-aside-frame-cool-down = had a test not long ago
plan-balance = Balance
plan-balance-lead = Every comparison is here, the less pretty ones too. The draw is made so that the numbers are nearly equal. A low p-value is no reason to draw again, unless the protocol said so beforehand.
plan-factor = What
plan-against = against { $what }
plan-label-stratum = stratum
plan-label-sector = sector
plan-label-size = size
plan-label-quality = quality
plan-label-name-list = list of names
plan-label-template = letter and CV
plan-label-sender = sender
plan-label-look = layout
plan-level = Value
plan-all = all
plan-strong = strong
plan-plain = plain
plan-majority = Majority
plan-minority = Minority
plan-p = p-value
plan-p-same = same
plan-calendar = What goes out when
plan-day = Day
plan-asked-total = Needed by the protocol
plan-in-frame = In the frame
plan-profiles-lack = { $count ->
    [one] The profiles still lack 1 point.
   *[other] The profiles still lack { $count } points.
}
plan-draw = Draw the plan
plan-draw-lead = This can be done once. After it the frame and the profiles are fixed.
plan-seed-hint = Leave it empty to have a seed drawn. Or type something yourself, for example a number that a notary drew.
plan-start = First day
plan-start-hint = From { $earliest } up to { $end }
plan-opens = Send from
plan-closes = Send until
plan-weekdays = On which days
plan-weekday-monday = Monday
plan-weekday-tuesday = Tuesday
plan-weekday-wednesday = Wednesday
plan-weekday-thursday = Thursday
plan-weekday-friday = Friday
plan-weekday-saturday = Saturday
plan-weekday-sunday = Sunday
plan-most = At most so many applications a day
plan-accept = Draw also when there are too few vacancies
plan-accept-hint = The sample is then smaller than the protocol says. The report says so too.
plan-draw-button = Draw the plan
plan-none = There is no plan yet
plan-none-text = A plan can be drawn once the study has been registered.
notice-plan-drawn = The plan has been drawn.
field-not-clock = Fill in a time, like 09:00.
field-not-whole-number = Fill in a whole number above 0.
form-field-start = First day
form-field-opens = Send from
form-field-closes = Send until
form-field-most-per-day = Applications a day
plan-first-last = From { $first } up to { $last }.
plan-days-show = { $count ->
    [one] Show the day
   *[other] Show all { $count } days
}
plan-balance-show = { $count ->
    [one] Show the comparison
   *[other] Show all { $count } comparisons
}
