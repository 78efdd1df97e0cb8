### What can be wrong with a question to the lab. The name of a text is what the lab itself says.

lab-fault-is-not-a-whole-number = this is not a whole number
lab-fault-is-below-0 = this is below 0
lab-fault-is-not-a-number = this is not a number
lab-fault-is-not-a-finite-number = this is not a finite number
lab-fault-must-lie-between-0-and-1-without-the-ends = this must lie between 0 and 1, without the ends
lab-fault-must-lie-from-0-to-1 = this must lie from 0 to 1
lab-fault-is-empty = this is empty
lab-fault-are-not-equally-long = these lists are not equally long
lab-fault-there-is-no-pair-at-all = there is no pair at all
lab-fault-is-neither-true-nor-false = this is neither true nor false
lab-fault-is-unknown = this is unknown
lab-fault-is-no-input-of-this-method = this method has no such input
lab-fault-is-missing = this is missing
lab-fault-has-another-type-than-this-method-takes = this has another type than this method takes
lab-fault-is-not-the-name-of-a-file = this is not the name of a file
lab-fault-there-is-no-such-file = there is no such file
lab-fault-cannot-be-read-as-a-csv-file-in-utf-8 = this cannot be read as a CSV file in UTF-8
lab-fault-has-no-rows = this has no rows
lab-fault-a-row-has-another-number-of-cells-than-the-first = a row has another number of cells than the first
lab-fault-is-no-column-of-the-data = the data have no such column
lab-fault-has-a-cell-that-is-no-number = this column has a cell that is no number
