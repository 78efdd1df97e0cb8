# Faults in files: what is wrong, and how to mend it. Column names stay as they are in the file.

-dit-weigert-het-bestand = That is why we refuse the whole file.

fault-file-empty = The file is empty.
fault-file-empty-remedy = Choose the file with your data. Check that it was saved properly. Of an Excel file we read only the first sheet.
fault-file-too-large = The file is too large: more than { $megabytes } MB.
fault-file-too-large-remedy = Remove columns that you do not need, or divide the rows over more files.
fault-file-not-readable =
    { $why ->
        [old_or_locked] This is an old Excel file (.xls), or a file with a password.
        [macros] This Excel file contains macros.
        [binary_workbook] This is a binary Excel file (.xlsb).
        [open_document] This is an OpenDocument file (.ods).
        [pdf] This is a PDF, not a table.
        [image] This is a picture, not a table.
        [archive] This is a packed file, not a table.
        [document] This is a text document, not a table.
        [web_page] This is a web page. Some systems give it the name of an Excel file.
        [bomb] The Excel file becomes far too large when unpacked.
        [dangerous] The Excel file contains instructions that do not belong in it.
        [quotes] A text in the file starts with a quotation mark that is never closed.
        [binary] This file contains no readable text.
       *[other] The file is damaged.
    }
fault-file-not-readable-remedy =
    { $why ->
        [macros] Save the file as .xlsx without macros and choose it again.
        [quotes] Close the quotation mark or remove it. Then choose the file again.
        [bomb] Copy only the rows with data to a new Excel file.
       *[other] Open the file in Excel, save it as .xlsx (without a password) or as CSV, and choose it again.
    }
fault-file-encoding = We cannot read the letters in this file.
fault-file-encoding-remedy = Save the file as ‘CSV UTF-8’ or as .xlsx.
fault-no-header = The first row has no column names.
fault-no-header-remedy = Put the names of the columns in the first row, such as student_number or offer_id.
fault-no-rows = There are no data under the column names.
fault-no-rows-remedy = Put at least one row with data under the first row. Of an Excel file we read only the first sheet.
fault-too-many-rows = The file has too many rows: more than { $most }.
fault-too-many-rows-remedy = Divide the rows over more files. Are there not so many? Then copy only the rows with data to a new file.
fault-column-missing = The column { $column } is missing.
fault-column-missing-remedy = Add the column { $column }. Check the spelling in the first row.
fault-file-of-other-kind =
    { $kind ->
        [students] This file holds students.
        [offers] This file holds offers.
       *[equivalents] This file holds equivalent programmes.
    }
fault-file-of-other-kind-remedy = Choose another kind of file, or choose another file.
fault-column-twice = The column { $column } is there twice.
fault-column-twice-remedy = Remove one of the two columns.
fault-column-forbidden =
    { $subject ->
        [bsn] The column { $column } is about the citizen service number (BSN).
        [origin] The column { $column } is about origin.
        [nationality] The column { $column } is about nationality.
        [birthplace] The column { $column } is about the place of birth.
        [religion] The column { $column } is about religion.
        [photo] The column { $column } is about a photo.
        [diagnosis] The column { $column } is about a diagnosis or illness.
        [orientation] The column { $column } is about sexual orientation.
       *[other] The column { $column } is about a protected trait.
    } { -dit-weigert-het-bestand }
fault-column-forbidden-remedy = Remove the column from the file. We have kept nothing of this file.
fault-content-forbidden =
    { $subject ->
        [bsn] The column { $column } holds citizen service numbers (BSN).
        [diagnosis] The column { $column } holds diagnoses, the first in row { $row }.
       *[other] The column { $column } holds origin, nationality or religion.
    } { -dit-weigert-het-bestand }
fault-content-forbidden-remedy =
    { $subject ->
        [diagnosis] Describe what the student needs, such as ‘quiet workplace’. Name no diagnosis. We have kept nothing of this file.
        [bsn] Remove the column, or use the school’s own student number. We have kept nothing of this file.
       *[other] Remove the column from the file. We have kept nothing of this file.
    }
fault-column-not-kept = The column { $column } is not needed. We do not store these data.
fault-column-not-kept-remedy = You need not do anything. You can leave the column out next time.
fault-column-not-supported-yet = This version cannot yet work with a value in { $column }.
fault-column-not-supported-yet-remedy = Empty the cell. Take care of this agreement yourself when you decide on the proposal.
fault-row-too-long = There are { $cells } cells in this row. There is room for { $columns }.
fault-row-too-long-remedy = Check for a separator too many. Put text with a ; or , between quotation marks.
fault-cell-missing = { $column } is empty.
fault-cell-missing-remedy = Fill in { $column }.
fault-cell-too-long = The text in { $column } is too long.
fault-cell-too-long-remedy = Use at most { $most } characters.
fault-cell-not-number = ‘{ $value }’ in { $column } is not a whole number.
fault-cell-not-number-remedy = Fill in a whole number, such as 3.
fault-cell-out-of-range = { $value } in { $column } is not possible.
fault-cell-out-of-range-remedy = Fill in a number from { $least } to { $most }.
fault-cell-not-date = ‘{ $value }’ in { $column } is not a date that we know.
fault-cell-not-date-remedy = Write the date as 2027-02-01 or as 01-02-2027 (day first).
fault-cell-not-choice = We do not know ‘{ $value }’ in { $column }.
fault-cell-not-choice-remedy = Choose from: { $allowed }.
fault-cell-not-crebo = ‘{ $value }’ in { $column } is not a programme code (crebo).
fault-cell-not-crebo-remedy =
    { $many ->
        [yes] A crebo has exactly 5 digits, such as 25998. Put a | between several codes: 25998|25999.
       *[no] Fill in one crebo of exactly 5 digits, such as 25998.
    }
fault-cell-not-days = We do not know ‘{ $value }’ in { $column } as a day.
fault-cell-not-days-remedy = Write mo|tu|we|th|fr, with a | between the days. Or fill in the number of days a week: 1 to 5.
fault-cell-sheet-error = In { $column } there is an error of Excel: { $value }.
fault-cell-sheet-error-remedy = Mend the formula in Excel and save the file. Or type the value into the cell yourself.
fault-number-not-in-address = With the student number ‘{ $value }’ we cannot make a page for the student.
fault-number-not-in-address-remedy = Use no slash in { $column }, and not only dots. A hyphen is fine: 2027-015.
fault-cell-not-postcode4 = ‘{ $value }’ in { $column } is not a postcode.
fault-cell-not-postcode4-remedy = Fill in four digits, such as 3511. The letters may follow.
fault-cell-control-character = In { $column } there is a character that you cannot see and that does not belong there.
fault-cell-control-character-remedy = Type the cell again.
fault-cell-not-pairs = ‘{ $value }’ in { $column } is not a pair of a group and a value.
fault-cell-not-pairs-remedy = Write group=value, with a | between them. For example: cohort=2025|support=yes. Name each group once.
fault-cell-has-separator = ‘{ $value }’ in { $column } contains a | or a =.
fault-cell-has-separator-remedy = Do not use these characters in a number: they separate numbers in a list.
fault-cell-in-scientific-notation = Excel has changed the number in { $column } into ‘{ $value }’. The last digits are gone.
fault-cell-in-scientific-notation-remedy = Format the column in Excel as text and fetch the numbers again.
fault-text-garbled = There are strange characters in { $column }. Letters such as é or ë were probably damaged when the file was saved.
fault-text-garbled-remedy = Fetch the file again and save it as ‘CSV UTF-8’ or .xlsx. The row does go in.
fault-duplicate-key = { $value } is also in row { $first_row }.
fault-duplicate-key-remedy = Keep one of the two rows.
fault-period-reversed = The end date ({ $end }) is before the start date ({ $start }).
fault-period-reversed-remedy = Correct start_date or end_date.
fault-unknown-offer = The offer ‘{ $offer }’ in { $column } does not exist.
fault-unknown-offer-remedy = Correct the number. Mind that Excel drops leading zeros. Is the number right? Then the offers must be there first, and the students after them.
fault-unknown-student = The student ‘{ $student }’ does not exist.
fault-unknown-student-remedy = Correct the number, or put the student in the students file.
fault-offer-twice = The offer ‘{ $offer }’ is twice in { $column }.
fault-offer-twice-remedy = Name each offer once.
fault-lock-breaks-rule = The fixed place ‘{ $offer }’ is not possible for this student: { $rule }.
fault-lock-breaks-rule-remedy = Empty { $column }, or correct the data of the student or of the offer.
fault-lock-exceeds-places = For the offer ‘{ $offer }’ the number of fixed places is { $locked }, and the number of places { $places }.
fault-lock-exceeds-places-remedy = Remove a fixed place from { $column }, or raise the number of places of the offer.
fault-place-unknown = We do not know the place ‘{ $value }’, or there are more places of that name. We cannot work out the travel time then.
fault-place-unknown-remedy = Check the name. Add the province if needed, as in Hengelo (Gld). The row does go in.
fault-postcode-without-place =
    { $count ->
        [one] One row has a postcode but no place. Without a place we cannot work out the travel time.
       *[other] { $count } rows have a postcode but no place. Without a place we cannot work out the travel time.
    }
fault-postcode-without-place-remedy = Add the column place with the town of the home or the work. The rows do go in.
fault-equivalent-same = The code { $value } is twice in this row.
fault-equivalent-same-remedy = A code is always equal to itself. Remove the row, or correct one of the codes.
fault-outside-programmes = The programme { $crebo } is not one of your programmes.
fault-outside-programmes-remedy = Take this student out of the file, or ask the administrator for access to this programme.

import-rejected-reason = reason
import-rejected-file = rejected-rows
conflict-import-finished = This file has already been brought in or cancelled.
conflict-import-nothing-rejected = There are no rejected rows.
