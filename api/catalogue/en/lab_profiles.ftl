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
