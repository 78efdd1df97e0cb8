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
blocked-lead = These companies get no applications, in any study.
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
blocked-remove-named = Take { $name } off the list
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
