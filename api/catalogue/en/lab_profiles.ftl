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
