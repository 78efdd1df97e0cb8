# Rules about more than one pair: together, places for groups, minimum, shared capacity.

fault-cell-not-together = ‘{ $value }’ in { $column } is not a student number.
fault-cell-not-together-remedy = Write the numbers with a | between them: 2041883|2041884. Put a ! before a number that is a must: !2041883.
fault-student-twice = The student ‘{ $student }’ is twice in { $column }.
fault-student-twice-remedy = Name each student once.
fault-together-with-self = { $column } holds the student’s own number.
fault-together-with-self-remedy = Name only other students.
fault-unknown-together = The student ‘{ $student }’ in { $column } is not there, or that row is rejected.
fault-unknown-together-remedy = Correct the number, or make sure that this student is in the file without mistakes.
fault-cell-not-group-places = ‘{ $value }’ in { $column } is not a group with a number of places.
fault-cell-not-group-places-remedy = Write group=value:number, with a | between them. For example: level=2:3|cohort=2025:1.
fault-group-twice = The group ‘{ $group }’ is twice in { $column }.
fault-group-twice-remedy = Name each group once.
fault-group-without-students = No student is in the group ‘{ $group }’. The rule then does nothing.
fault-group-without-students-remedy = Check the spelling in { $column }. Groups are: programme, level, learning_path, study_year, team, location, and what stands in the column groups. The row does go in.
fault-cell-not-shared-capacity = ‘{ $value }’ in { $column } is not a name with a number.
fault-cell-not-shared-capacity-remedy = Write name:number, such as kitchen:6. An offer has at most one.
fault-shared-capacity-differs = For ‘{ $name }’ the offer { $other } has another number: { $number }.
fault-shared-capacity-differs-remedy = Put the same number behind this name everywhere, or use another name.
fault-rules-contradict =
    { $other ->
        [places] { $column } says { $number }, but the number of places is { $most }.
        [shared_capacity] { $column } says { $number }, but the shared capacity is { $most }.
       *[other] { $column } says { $number } for a group. The maximum for that group is { $most }.
    } Both can never be true.
fault-rules-contradict-remedy = Lower the number in { $column }, or raise the one in { $other }.

