### Fictitious applicants of the testing lab: names, letters, and what can be wrong with a pair.

# Groups and sexes
lab-group-dutch = Dutch
lab-group-turkish = Turkish
lab-group-moroccan = Moroccan
lab-group-surinamese = Surinamese
lab-group-polish = Polish
lab-sex-female = woman
lab-sex-male = man

# List of names
lab-finding-name-incomplete = The first name or the surname of this name is missing: “{ $name }”. Fill in both.
lab-finding-name-twice = The name { $name } is in the list twice. Remove one of them.
lab-finding-name-control-of-other-group = { $name } is among the Dutch names, but this first name belongs to another group. Choose another name.
lab-finding-name-polish-ending = The Polish surname in { $name } has the ending of the other sex. Write -ski or -cki for a man, -ska or -cka for a woman.
lab-finding-name-share-impossible = { $name } has a share of { $share }. A share is from 0 to 1.
lab-finding-name-recognition-empty = { $name } has no figure for recognition at all. Give a figure, or leave recognition out.
lab-finding-name-figure-without-source = { $name } has a figure without a source. Write down where the figure comes from.
lab-finding-name-too-few =
    { $group ->
        [dutch] Dutch
        [turkish] Turkish
        [moroccan] Moroccan
        [surinamese] Surinamese
       *[polish] Polish
    } names for { $sex ->
        [female] women
       *[male] men
    }: { $found }. Use at least { $least }: with one name you cannot tell whether the name or the group counts.

# Testing names beforehand
lab-finding-pretest-no-rater = It does not say who rated this name. Give a number for the rater.
lab-finding-pretest-name-unknown = The name { $name } is not in the list of names. Check the spelling, or add the name to the list.
lab-finding-pretest-group-unknown = “{ $group }” is no answer that we know. Choose one of these: { $known }.
lab-finding-pretest-sex-unknown = “{ $sex }” is no sex that we know. Write female or male, or leave it empty.
lab-finding-pretest-status-no-number = The status “{ $status }” is not a number. Give a number, or leave it empty.
lab-finding-pretest-status-range = The status { $status } cannot be. Choose a number from { $lowest } to { $highest }.
lab-finding-pretest-rating-twice = Rater { $rater } rated { $name } in row { $first } already. Only the first time counts.
lab-finding-pretest-few-raters = { $name } was rated by { $raters } people. Ask at least { $fewest }: with fewer you know too little.

# Names with the same status
lab-finding-status-not-measured = The status of { $number } names was not measured. They do not take part: { $names }. Test them beforehand, or choose others.
lab-finding-status-sources-differ = The figures for status come from different studies: { $sources }. They cannot be compared. Use one source.
lab-finding-status-too-few-pairs = There are { $found } pairs of names. At least { $least } are needed. Test more names.
lab-finding-status-difference-remains = The names of the majority sound different in status: a difference of { NUMBER($difference, maximumFractionDigits: 2) } points ({ NUMBER($lower, maximumFractionDigits: 2) } to { NUMBER($upper, maximumFractionDigits: 2) }). Choose fewer pairs or other names.

# Letters and CVs
lab-finding-template-head-missing = The first line is missing. Write: template, a name and a version.
lab-finding-template-line-unknown = We cannot read this line: “{ $line }”.
lab-finding-template-line-without-point = This line belongs to no point: “{ $line }”. Put a point above it, or remove the spaces before it.
lab-finding-template-weight = The weight “{ $weight }” is not a whole number from 1 up.
lab-finding-template-document-missing =
    { $document ->
        [letter] The letter
       *[cv] The CV
    } is missing. Write “{ $document }:” on a line of its own, and the text below it.
lab-finding-template-document-twice = “{ $document }:” is there twice. Remove one of them.
lab-finding-template-point-twice = The point { $point } is there twice. Give one of the two another name.
lab-finding-template-point-is-slot = The point { $point } has the name of a fixed field. Choose another name.
lab-finding-template-alternative-twice = The point { $point } has { $alternative } twice.
lab-finding-template-too-few-alternatives = The point { $point } has too few alternatives: { $found }.
lab-finding-template-parent-unknown = The point { $point } depends on { $parent }. That point must exist, and stand earlier.
lab-finding-template-condition-unknown = The point { $point } names { $condition }, but that can never be chosen.
lab-finding-template-same-on-other = The point { $point } must be the same for both applicants, but depends on { $parent }, which may differ.
lab-finding-template-nothing-left = Too little is left to choose from at the point { $point } with the choice { $condition }. There must be at least { $least }.
lab-finding-template-different-of-one = The point { $point } must differ between the two applicants. Give at least { $least } alternatives.
lab-finding-template-slot-unknown = The field { $slot } does not exist. Check the spelling.
lab-finding-template-point-in-point = A point may not stand in the text of another point: { $slot }.
lab-finding-template-slot-missing =
    { $document ->
        [letter] The letter
       *[cv] The CV
    } has no field { $slot }.
lab-finding-template-point-unused = The point { $point } is used nowhere.
lab-finding-template-quality-constant = All applicants are equally good. Make a point “quality” with two or more alternatives, the same for both applicants. Otherwise nobody can tell whether groups that differ in spread bias the outcome.
lab-finding-template-pair-of-one = Both letters come from { $template }. A pair needs two different letters.
lab-finding-template-pair-point-differs = The point { $point } in { $first } is not as in { $second }. Alternatives, weights and conditions must be the same.
lab-finding-template-pair-same-sentence = This sentence is in { $first } and in { $second }: “{ $sentence }”. So a company can recognise the pair. Rewrite one of them.

# Checking a pair
lab-finding-pair-no-trait =
    The two applicants do not differ in { $trait ->
        [group] group
       *[sex] sex
    }. Choose two names that do.
lab-finding-pair-second-trait =
    The two applicants differ in { $trait ->
        [group] group
       *[sex] sex
    } as well. Then you cannot know what a company reacts to. Choose names that are the same in that.
lab-finding-pair-control-mohamed = The Dutch applicant is called { $name }. Choose a first name that belongs to the group.
lab-finding-pair-name-to-avoid = The name { $name } is not for use: it is the name of a public person or of an earlier test.
lab-finding-pair-town-differs = The towns differ: { $majority } and { $minority }. Check whether the travel time is the same.
lab-finding-pair-languages-differ = One applicant speaks { $majority } languages, the other { $minority }. Give both equally many.
lab-finding-pair-same-mail = Both applicants have the same e-mail address: { $email }. Then you cannot know who gets an answer.
lab-finding-pair-same-phone = Both applicants have the same telephone number. Then you cannot know who is called.
lab-finding-pair-mail-missing = The e-mail address { $email } is in neither the letter nor the CV.
lab-finding-pair-name-missing = The name { $name } is in neither the letter nor the CV.
lab-finding-pair-mixed-up = Here is something of the other applicant: { $found }.
lab-finding-pair-phone-in-one = One applicant has a telephone number, the other has none. A company that calls then reaches only one of the two.
lab-finding-pair-point-differs = The point { $point } is not the same: { $majority } and { $minority }.
lab-finding-pair-age-differs = The ages are not the same: { $majority } and { $minority }.
lab-finding-pair-mark-differs = The marks are not the same: { $majority } and { $minority }.
lab-finding-pair-same-template = Both letters come from { $template }. A company can then recognise the pair.
lab-finding-pair-same-sentence = This sentence is in both: “{ $sentence }”. A company can then recognise the pair.
lab-finding-pair-length-differs = The length differs: { $majority } and { $minority } words.
lab-finding-pair-slips-differ = One text has { $majority } slips, the other { $minority }: a word twice, a blank before a mark, a sentence without a capital.
lab-finding-pair-reading-differs = One letter is easier to read: { NUMBER($majority, maximumFractionDigits: 1) } and { NUMBER($minority, maximumFractionDigits: 1) } points of reading ease (Flesch–Douma).
lab-finding-pair-holds-bsn = Here is a number that may be a citizen service number (BSN). It ends in { $ending }. Remove it.
lab-finding-pair-holds-phone = Here is a telephone number that is not the study's. It ends in { $ending }. It may belong to a real person. Use the study's own numbers only.
lab-finding-pair-holds-mail = Here is an e-mail address at { $domain }. Use addresses at { $own } only.
lab-finding-pair-holds-photo = Here is a photo, or the text mentions one: “{ $found }”. A photo shows more than one trait. Remove it.
lab-finding-pair-holds-document-number = Here is a number of a diploma or another document. Such a number may not be made up. Remove it.
lab-finding-pair-holds-address = Here is an address or postcode: “{ $found }”. Real people may live there. Name a town only.
lab-finding-pair-holds-web = Here is an address on the internet: “{ $found }”. An invented applicant has no page. Remove it.

lab-finding-profiles-same-group = Both groups are the same. Choose two different groups.
lab-finding-profiles-names-missing = No names have been chosen yet.
lab-finding-profiles-names-fewer = Among the { $sex ->
    [female] women
   *[male] men
  } there are { $chosen } { $group ->
    [dutch] Dutch
    [turkish] Turkish
    [moroccan] Moroccan
    [surinamese] Surinamese
   *[polish] Polish
  } names. At least { $least } are needed.
lab-finding-profiles-names-more = Among the { $sex ->
    [female] women
   *[male] men
  } there are { $chosen } { $group ->
    [dutch] Dutch
    [turkish] Turkish
    [moroccan] Moroccan
    [surinamese] Surinamese
   *[polish] Polish
  } names. The protocol says { $registered }.
lab-finding-profiles-name-unknown = { $name } is not among the { $group ->
    [dutch] Dutch
    [turkish] Turkish
    [moroccan] Moroccan
    [surinamese] Surinamese
   *[polish] Polish
  } names of this sex, or may not be used.
lab-finding-profiles-name-not-measured = Nobody measured whether people recognise the group of { $name }. Do a pre-test.
lab-finding-profiles-name-weak = Too few people recognise the group of { $name }. Put a second cue in the CV, or choose another name.
lab-finding-profiles-word-missing = Fill in { $word ->
    [school] the school
    [town] the town
    [earlier] the earlier school
    [period] the period
    [greeting] the greeting
    [programme] the programme
    [level] the level
    [field] the field
    [tasks] the tasks
   *[learn] what somebody wants to learn
  }.
lab-finding-profiles-sector-word-missing = For { $sector }, fill in { $word ->
    [school] the school
    [town] the town
    [earlier] the earlier school
    [period] the period
    [greeting] the greeting
    [programme] the programme
    [level] the level
    [field] the field
    [tasks] the tasks
   *[learn] what somebody wants to learn
  }.
lab-finding-profiles-phone-missing = Sender { $sender } has no telephone number yet. Use a number of the study only.
lab-finding-profiles-phone-unreadable = The telephone number of sender { $sender } is no Dutch number of ten digits.
lab-finding-profiles-phone-twice = Senders { $sender } and { $other } have the same telephone number.
lab-finding-profiles-mailbox-unreadable = ‘{ $mailbox }’ of sender { $sender } cannot become an address. Use { "{" }first{ "}" } or { "{" }surname{ "}" }, small letters, digits and dots.
lab-finding-profiles-templates-few = { $number } of the letters has been chosen. Choose two or more.
lab-finding-profiles-domain-missing = The protocol has no mail domain yet.
