### The frame, the randomisation and the fieldwork of a paired test: what can be wrong, and what codes and states are called.

lab-finding-frame-cell-missing = Row { $row }: the column { $column } is empty. Fill it in.
lab-finding-frame-cell-too-long = Row { $row }: the text in { $column } is too long. It can have { $most } characters.
lab-finding-frame-number-unreadable = Row { $row }: ‘{ $value }’ in { $column } is not a number of { $digits } digits.
lab-finding-frame-zeros-added = Row { $row }: { $column } said { $value }. We read it as { $full }: zeros were missing. Is that right?
lab-finding-frame-number-is-kvk = Row { $row }: { $column } holds the KvK number { $value }. Fill in the number of the establishment, or leave this cell empty.
lab-finding-frame-postcode-unreadable = Row { $row }: ‘{ $value }’ in { $column } is not a postcode. Fill in four digits.
lab-finding-frame-day-unreadable = Row { $row }: ‘{ $value }’ in { $column } is not a date. Write dd-mm-yyyy.
lab-finding-frame-day-in-future = Row { $row }: the date { $day } in { $column } is after today, { $today }.
lab-finding-frame-email-unreadable = Row { $row }: ‘{ $value }’ in { $column } is not an e-mail address.
lab-finding-frame-phone-unreadable = Row { $row }: ‘{ $value }’ in { $column } is not a phone number.
lab-finding-frame-no-contact = Row { $row }: there is no e-mail address and no phone number. { $column } can still get one.
lab-finding-frame-id-twice = Row { $row }: the code { $entry } is also in row { $other }. Give each row its own code.
lab-finding-frame-establishment-twice = Row { $row }: this establishment is also in row { $other }. That row takes part, this one does not.
lab-finding-frame-company-blocked = Row { $row }: this company is not tested. It is on the list of companies that do not take part.
lab-finding-frame-company-in-other-study = Row { $row }: this company is in another study that runs now.
lab-finding-frame-cool-down = Row { $row }: this establishment had a test on { $last }. From { $free } on it may have one again.
lab-finding-frame-column-unknown = The column ‘{ $column }’ does not belong here. It is not taken in.

lab-finding-sample-size-one-of-two = Choose one of the two: a number for each group, or a number in all.
lab-finding-sample-size-below-one = { $value } is too few. Choose 1 or more.
lab-finding-sample-company-limit = For { $entries ->
    [one] one row
   *[other] { $entries } rows
  } the company took part often enough already (at most { $most } times). They are not in the draw.
lab-finding-sample-stratum-short = In { $sector }, size { $size }, there are { $available }. You ask for { $asked }.
lab-finding-sample-frame-too-small = You ask for { $asked }, but there are { $available }.
