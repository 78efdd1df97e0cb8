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

lab-finding-design-too-few = { $number ->
    [0] There is nothing in { $part }
   *[other] There are { $number } in { $part }
  }. At least { $least } are needed.
lab-finding-design-twice = Something stands twice in { $part }.
lab-finding-design-delay = The shortest time between two applications is { $least } minutes, the longest { $most }. The shortest must be above 0 and not above the longest.
lab-finding-design-weights = The weights of the compositions are whole numbers from 0 up, together 1 to { $most }.
lab-finding-design-one-quality = All applications are equally good. With several levels you can also see whether employers are less sure about one group (Neumark).
lab-finding-design-one-name = The list { $list } has only one name for { $identity ->
    [majority] the majority
   *[minority] the minority
  }. Then nobody can tell the group from that name. Take two or more.
lab-finding-design-name-on-both-sides = In the list { $list }, { $name } stands on both sides.

lab-finding-criterion-unknown = The check ‘{ $factor } against { $against }’ does not exist in this design.
lab-finding-criterion-least-p = { $value } is no limit for a p-value. Choose a number between 0 and 1.
lab-finding-criteria-never-met = After { $draws } draws no plan met the { $criteria ->
    [one] criterion
   *[other] { $criteria } criteria
  } of the protocol. There is no plan. Widen the criteria in an amendment of the protocol.

lab-finding-hours-closed = The closing time { $closes } is not after the opening time { $opens }.
lab-finding-hours-weekdays = Choose at least one day of the week, Monday to Sunday.
lab-finding-hours-capacity = { $value } a day is too few. Choose 1 or more.
lab-finding-plan-unit-without-room = There is no room for { $unit } in the next { $days } days. Send more a day, or widen the time between two applications.
